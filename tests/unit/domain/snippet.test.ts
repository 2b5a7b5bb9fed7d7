import fc from "fast-check";
import { expect, test } from "vitest";
import { cutSnippet, SNIPPET_LENGTH_MAX } from "../../../src/domain/snippet.ts";

const find = (text: string) => [{ text, isPhrase: false, isExcluded: false }];

test("the piece is cut round the first word found, accents aside", () => {
  const text = `${"Filler words go on. ".repeat(20)}The ferry to Łódź was late.`;
  expect(cutSnippet([text], find("lodz"))).toBe("… words go on. Filler words go on. The ferry to Łódź was late.");
});

test("a later text is used when the first has no word searched for", () => {
  expect(cutSnippet(["Nothing here.", "A ferry there."], find("ferry"))).toBe("A ferry there.");
});

test("without a hit the first text begins it", () => {
  expect(cutSnippet(["Nothing here."], find("ferry"))).toBe("Nothing here.");
  expect(cutSnippet(["", ""], [])).toBe("");
});

test("a snippet is short whatever the text", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 2000 }), fc.string({ maxLength: 5 }), (text, word) => {
      const snippet = cutSnippet([text], find(word));
      return snippet.length <= SNIPPET_LENGTH_MAX + 8 && snippet.isWellFormed();
    }),
  );
});
