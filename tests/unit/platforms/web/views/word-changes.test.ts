/** What became of a sentence, word by word. */

import { expect, test } from "vitest";
import { findWordChanges } from "../../../../../src/platforms/web/views/word-changes.ts";

const show = (original: string, shown: string): string =>
  findWordChanges(original, shown)
    .map(({ text, kind }) =>
      kind === "kept" ? text : kind === "left-out" ? `[-${text.trim()}-]` : `[+${text.trim()}+]`,
    )
    .join("");

test.each([
  [
    "The ferry stopped, which surprised many, on Friday.",
    "The ferry stopped on Friday.",
    "The ferry stopped[-which surprised many,-] on Friday.",
  ],
  [
    "He said on Friday it would rain.",
    "Omar Vannick said on Friday (20 November) it would rain.",
    "[-He-][+Omar Vannick+] said on Friday[+(20 November)+] it would rain.",
  ],
  ["Nothing changed.", "Nothing changed.", "Nothing changed."],
  ["", "All new.", "[+All new.+]"],
])("%s", (original, shown, wanted) => {
  expect(show(original, shown)).toBe(wanted);
});

test("what is shown can be put together again, and so can the words of the article", () => {
  const [original, shown] = ["a b c d e f g", "a x c e y g h"];
  const pieces = findWordChanges(original, shown);
  const join = (kind: string) =>
    pieces
      .filter((piece) => piece.kind !== kind)
      .map(({ text }) => text)
      .join("");
  expect(join("left-out")).toBe(shown);
  expect(join("put-in")).toBe(original);
});

test("sentences without end are shown one after the other at once", () => {
  const long = "word ".repeat(5_000);
  expect(findWordChanges(long, "short").map(({ kind }) => kind)).toEqual(["left-out", "put-in"]);
});
