/** Different events told by one formula were taken for one, and the second was never posted. */

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { isToldAgain } from "../../../src/stories/compare.ts";
import { toFingerprint } from "../../../src/stories/fingerprint.ts";
import { createStoryIndex } from "../../../src/stories/story-index.ts";

const NOW = new Date("2026-11-26T12:00:00Z");

interface Template {
  readonly language: string;
  readonly kind: string;
  readonly title: string;
  readonly text: string;
  readonly fills: readonly (readonly string[])[];
}
const templates = JSON.parse(
  readFileSync(new URL("../../fixtures/story-templates.json", import.meta.url), "utf8"),
) as readonly Template[];
const fill = (text: string, values: readonly string[]): string =>
  text.replace(/\{(\d)\}/g, (_whole, index: string) => values[Number(index)] ?? "");

test.each(templates.map((each) => [`${each.language} ${each.kind}`, each] as const))(
  "events of one kind stay apart: %s",
  (_name, { language, title, text, fills }) => {
    const index = createStoryIndex();
    const merged: string[] = [];
    for (const [id, values] of fills.entries()) {
      const article = { language, title: fill(title, values), text: fill(text, values), at: NOW };
      const match = index.find({ ...article, feedId: `feed-${id}` });
      if (match !== null) merged.push(`${article.title} | ${match.id}`);
      index.add({ ...article, id, feedId: `feed-${id}` });
    }
    expect(merged).toEqual([]);
  },
);

test("the same telling, cut, with another headline or with more in it, is still one event", () => {
  for (const { language, title, text, fills } of templates) {
    const [values = []] = fills;
    const article = { language, title: fill(title, values), text: fill(text, values), at: NOW };
    const index = createStoryIndex();
    index.add({ ...article, id: 1, feedId: "first" });
    const { length } = article.text;
    for (const copy of [
      { ...article, text: article.text.slice(0, length * 0.7) },
      { ...article, title: article.text.slice(length * 0.8) },
      { ...article, text: `${article.text} ${article.title}. 12 345.` },
    ]) {
      expect(index.find({ ...copy, feedId: "second" })?.id, copy.title).toBe(1);
    }
  }
});

test("an outlet's text is told again only when it is the same word for word", () => {
  const text =
    "The mill of Sundmark, which burned in May, will be built again as a school for forty children. Its owner gave the ground to the town, and the baker keeps his oven in the cellar until the first lessons begin.";
  const print = (title: string, of: string) => toFingerprint({ title, text: of, language: "en", at: NOW });
  const first = print("Mill to be a school", text);
  expect(isToldAgain(first, print("The mill to be a school", text))).toBe(true);
  expect(isToldAgain(first, print("Mill to be a school", text.replace("May", "June")))).toBe(false);
  expect(isToldAgain(first, print("Ferry stops", text))).toBe(false);
  expect(isToldAgain(print("Storm warning", "It storms."), print("Storm warning", "It storms."))).toBe(false);
});
