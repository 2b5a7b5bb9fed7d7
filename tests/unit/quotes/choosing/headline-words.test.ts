/** The words that a headline quotes are the first key quote, whoever says more of them. */

import { expect, test } from "vitest";
import type { Quote } from "../../../../src/domain/article.ts";
import { chooseQuotes } from "../../../../src/quotes/choosing/choose-quotes.ts";
import { holdsMarked, readMarked } from "../../../../src/quotes/choosing/headline-words.ts";
import { findQuotes } from "../../../../src/quotes/find-quotes.ts";

const TEXT =
  "The ferry crew of Varen lost the autumn race on Monday.\n\n“The harbor of Varen has never seen such a race as this one,” said Joris Venn, the mayor.\n\n“Yes, we needed to win this race today,” said Ada Moor, the pilot. “The boat was slow.”";

const quotes: readonly Quote[] = findQuotes(TEXT, { language: "en" });
const choose = (headline: string): readonly string[] =>
  chooseQuotes(quotes, { headline, text: TEXT, language: "en", sentences: [], max: 1 }, () => ({
    fit: 0.9,
    key: 0.5,
  })).map(({ text }) => text);

test("comes first, though its opening answers somebody", () => {
  expect(choose("Ada Moor: “We needed to win this race”")).toEqual(["Yes, we needed to win this race today,"]);
  expect(choose("Ada Moor needed to win the race")).not.toEqual(["Yes, we needed to win this race today,"]);
});

test("is read from marks of any kind, apostrophes aside", () => {
  expect(readMarked("Moor calls it 'a race of boats': ‘The tide’s risen’")).toEqual([
    " a race of boats ",
    " the tide s risen ",
  ]);
  expect(readMarked("We're late, it's Moor's boat")).toEqual([]);
});

test("is not what the headline says already, nor what nobody named says", () => {
  const quote = quotes.find(({ text }) => text.startsWith("Yes")) as Quote;
  expect(holdsMarked(quote, [" we needed to win "])).toBe(true);
  expect(holdsMarked(quote, [" yes we needed to win this race today "])).toBe(false);
  expect(holdsMarked({ ...quote, speaker: null }, [" we needed to win "])).toBe(false);
});
