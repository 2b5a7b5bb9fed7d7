/** What is left of a template where a post lacks a part: no label without its part, no mark between nothing. */

import { expect, test } from "vitest";
import { type Placeholder, parseTemplate } from "../../../src/domain/post-template.ts";
import { shapeTemplate } from "../../../src/messages/shape-template.ts";

function shape(typed: string, ...missing: readonly Placeholder[]): string {
  const paragraphs = shapeTemplate(parseTemplate(typed), (part) => missing.includes(part));
  const toText = (lines: (typeof paragraphs)[number]): string =>
    lines.map((line) => line.map((each) => ("part" in each ? `<${each.part}>` : each.words)).join("")).join("\n");
  return paragraphs.map(toText).join("\n\n");
}

test.each<[string, readonly Placeholder[], string]>([
  ["{outlet} · {age}", ["age"], "<outlet>"],
  ["{age} · {outlet}", ["age"], "<outlet>"],
  ["{outlet} · {age} · {tags}", ["age"], "<outlet> · <tags>"],
  ["{outlet} · {age} · {tags}", ["age", "tags"], "<outlet>"],
  ["{headline} ({age})", ["age"], "<headline>"],
  ["{headline} ({age}) by {outlet}", ["age"], "<headline> by <outlet>"],
  ["Tags: {tags}\n{headline}", ["tags"], "<headline>"],
  ["They said: {quotes}\n{headline}", ["quotes"], "<headline>"],
  ["{headline}\n\n{summary}\n\n{also}", ["summary", "also"], "<headline>"],
  ["Morning!\n{headline}", ["summary"], "Morning!\n<headline>"],
])("%s without %s", (typed, missing, expected) => {
  expect(shape(typed, ...missing)).toBe(expected);
});

test("quotes stand in lines of their own, with the words around them before and after", () => {
  expect(shape("They said: {quotes} Read {link}")).toBe("They said:\n<quotes>\nRead <link>");
});

test("pictures and buttons have no place in the text", () => {
  expect(shape("{picture}\n{headline}\nPress: {buttons}")).toBe("<headline>");
});
