import { expect, test } from "vitest";
import { readButtonId, targetButtons } from "../../../../src/platforms/discord/target.ts";

const HERE = "1574527687517536260";
const THERE = "1574527687517536261";

test("a button about another channel leads back to it", () => {
  const [[button] = []] = targetButtons([[{ kind: "action", label: "Pause", id: "v1:subscriptions:pause:12" }]], THERE);
  if (button?.kind !== "action") throw new Error("no action");
  expect(readButtonId(button.id, HERE)).toEqual({ buttonId: "v1:subscriptions:pause:12", targetId: THERE });
});

test("a button without another channel is about this one", () => {
  expect(readButtonId("v1:search:12:2", HERE)).toEqual({ buttonId: "v1:search:12:2", targetId: HERE });
  expect(readButtonId("v1:brief:user@example", HERE)).toEqual({ buttonId: "v1:brief:user@example", targetId: HERE });
});

test("links stay as they are", () => {
  const rows = [[{ kind: "link", label: "Source", url: "https://harborwire.example/" } as const]];
  expect(targetButtons(rows, THERE)).toEqual(rows);
});
