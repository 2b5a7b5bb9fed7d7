/** A quote by a last name alone, where somebody else of that name is shown, would be read as hers. */

import { expect, test } from "vitest";
import { isNobodyShown } from "../../../../src/quotes/choosing/shown-speaker.ts";
import { toWorthContext } from "../../../../src/quotes/choosing/worth-context.ts";
import { findQuotes } from "../../../../src/quotes/find-quotes.ts";

const SAID = "“This yard was built by our grandfather, and I will not sell it,”";

/** Whether a reader of `shown` would not know who speaks last in `text`. */
function isHidden(text: string, shown: string, headline = "Sale of a yard in Varen"): boolean {
  const quotes = findQuotes(text, { language: "en" });
  const last = quotes.at(-1);
  if (last === undefined) throw new Error("no quote");
  return isNobodyShown(last, toWorthContext(quotes, { headline, text, language: "en", sentences: [{ text: shown }] }));
}

test("a last name of two, of whom one is shown, tells nobody who speaks", () => {
  const text = `Tove Lind wants to sell. Greta Lind does not.\n\n${SAID} Lind said.`;
  expect(isHidden(text, "Tove Lind wants to sell.")).toBe(true);
  expect(isHidden(text, "A yard is to be sold.", "Tove Lind wants to sell")).toBe(true);
});

test("a last name that the headline gives to somebody else tells nobody who speaks", () => {
  const text = `Tove Lind wants to sell. Her sister does not.\n\n${SAID} Lind said.`;
  expect(isHidden(text, "Tove Lind wants to sell.", "Greta Lind refuses to sell")).toBe(true);
  expect(isHidden(text, "Tove Lind wants to sell.", "Tove Lind and Greta Lind fight over a yard")).toBe(false);
  expect(isHidden(text.replace("Lind said", "Tove Lind said"), "A sale.", "Greta Lind refuses to sell")).toBe(false);
});

test.each([
  ["nobody of that name is shown", `Tove Lind wants to sell. Greta Lind does not.\n\n${SAID} Lind said.`, "A sale."],
  ["only one has it", `Tove Lind wants to sell.\n\n${SAID} Lind said.`, "Tove Lind wants to sell."],
  ["no first name is known", `Minister Lind wants to sell.\n\n${SAID} Lind said.`, "Minister Lind wants to sell."],
  [
    "a word only opens a sentence",
    `Tove Lind wants to sell. Given Lind's wish, it is sold.\n\n${SAID} Lind said.`,
    "Given Lind's wish, it is sold.",
  ],
  ["a longer name only begins so", `Ada Moor came.\n\n${SAID} Lind said.`, "Tove Lindgren wants to sell."],
])("it stays where %s", (_, text, shown) => {
  expect(isHidden(text, shown)).toBe(false);
});
