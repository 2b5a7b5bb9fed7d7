import { expect, test } from "vitest";
import type { SearchTerm } from "../../../src/domain/store.ts";
import { cutSnippet, SNIPPET_LENGTH_MAX } from "../../../src/messages/snippet.ts";
import { parseSearch } from "../../../src/typed/search-text.ts";
import { fc } from "../../helpers/property.ts";

const cut = (texts: readonly string[], terms: readonly SearchTerm[]): string => cutSnippet(texts, terms, "en");

test("a phrase in quotation marks was cut round the first of its words alone", () => {
  const text = `The harbor is old. ${"Filler words go on. ".repeat(20)}A harbor toll of two crowns is planned.`;
  expect(cut([text], parseSearch('"harbor toll"'))).toContain("A harbor toll of two");
  // The whole phrase in the text comes before one word of it in the summary, and before another word.
  expect(cut(["The harbor.", text], parseSearch('old "harbor toll"'))).toContain("A harbor toll of two");
});

test("words that stand together come before the first of them", () => {
  const text = `A ferry came. ${"Filler words go on. ".repeat(20)}The ferry met a strike.`;
  expect(cut([text], parseSearch("ferry strike"))).toContain("The ferry met a strike.");
});

test("a text written without blanks is cut round the hit, too", () => {
  const snippet = cut([`${"新学期が始まる".repeat(60)}図書館が開く${"新学期が始まる".repeat(60)}`], find("図書館"));
  expect(snippet).toContain("図書館");
  expect(snippet.length).toBeLessThanOrEqual(SNIPPET_LENGTH_MAX + 8);
});

const find = (text: string) => [{ text, isPhrase: false, isExcluded: false }];

test("the piece is cut round the first word found, accents aside", () => {
  const text = `${"Filler words go on. ".repeat(20)}The ferry to Łódź was late.`;
  expect(cut([text], find("lodz"))).toBe("… words go on. Filler words go on. The ferry to Łódź was late.");
});

test("a later text is used when the first has no word searched for", () => {
  expect(cut(["Nothing here.", "A ferry there."], find("ferry"))).toBe("A ferry there.");
});

test("without a hit the first text begins it", () => {
  expect(cut(["Nothing here."], find("ferry"))).toBe("Nothing here.");
  expect(cut(["", ""], [])).toBe("");
});

test("a snippet is short whatever the text", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 2000 }), fc.string({ maxLength: 5 }), (text, word) => {
      const snippet = cut([text], find(word));
      return snippet.length <= SNIPPET_LENGTH_MAX + 8 && snippet.isWellFormed();
    }),
  );
});
