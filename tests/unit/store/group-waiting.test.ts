import { expect, test } from "vitest";
import { createGathering } from "../../../src/store/publishing/group-waiting.ts";

/** Notes what is done together; a letter is what must not be done twice at a time, a digit what it weighs. */
function gather(fails: (item: string) => boolean = () => false) {
  const groups: string[] = [];
  const add = createGathering<string, string>({
    async work(items) {
      groups.push(items.join(" "));
      return items.map((item) => (fails(item) ? { error: new Error(item) } : { result: item.toUpperCase() }));
    },
    listKeys: (item) => [item[0] ?? ""],
    weigh: (item) => Number(item[1] ?? 1),
    weightMax: 4,
  });
  return { groups, add };
}

test("who comes alone is served at once, and who comes meanwhile together, in their order", async () => {
  const { groups, add } = gather();
  expect(await Promise.all(["a", "b", "c", "d", "e", "f"].map(add))).toEqual(["A", "B", "C", "D", "E", "F"]);
  expect(groups).toEqual(["a", "b c d e", "f"]);
  await add("g");
  expect(groups.at(-1)).toBe("g");
});

test("two that must see one another are not done together, and what is heavy is done alone", async () => {
  const { groups, add } = gather();
  await Promise.all(["a", "b", "c", "b", "d", "e9", "f", "g3", "h"].map(add));
  expect(groups).toEqual(["a", "b c", "b d", "e9", "f g3", "h"]);
});

test("one that fails is told so, and the others are not", async () => {
  const { add } = gather((item) => item === "c");
  const outcomes = await Promise.allSettled(["a", "b", "c", "d"].map(add));
  expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "rejected", "fulfilled"]);
});
