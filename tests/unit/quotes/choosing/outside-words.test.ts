/** What the sentence of a quote says outside its marks, and the quote would be false without. */

import { expect, test } from "vitest";
import { chooseQuotes } from "../../../../src/quotes/choosing/choose-quotes.ts";
import { isFalseAlone } from "../../../../src/quotes/choosing/outside-words.ts";
import { toWorthContext } from "../../../../src/quotes/choosing/worth-context.ts";
import { findQuotes } from "../../../../src/quotes/find-quotes.ts";

const judge = (text: string, language = "en"): boolean | null => {
  const quotes = findQuotes(text, { language });
  const [quote] = quotes;
  const context = toWorthContext(quotes, { headline: "Pier", text, language, sentences: [] });
  return quote === undefined ? null : isFalseAlone(quote, context);
};

test.each([
  ["Without the second gate, “I do not see any hope for the old town,” said Ada Moor."],
  ["Unless the gate is mended, Ada Moor said, “the whole town will have to be left by March.”"],
  ["“We shall open the pier in May and stay open,” said Ada Moor, if the money comes."],
  ["Ada Moor said that only if the wind falls, “the evening ship will sail to the islands.”"],
  ["“They told us nothing for nine days, and then it was late,” another user said, reportedly."],
  ["Another said: “They told us nothing for nine days, and then it was too late.”"],
])("is no key quote: %s", (text) => {
  expect(judge(text)).toBe(true);
});

test.each([
  ["If the money comes, all is well. “We shall open the pier in May and stay open,” said Ada Moor."],
  ["Asked if the pier would open, Ada Moor said: “We shall open it in May and stay open.”"],
  ["Speaking without notes, Ada Moor said: “We shall open the pier in May and stay open.”"],
  ["The town provided the land. Ada Moor said: “We shall open the pier in May and stay open.”"],
  ["“We shall open the pier in May.” If it rains, the pier stays shut, Ada Moor said."],
  ["“We shall open the pier in May and stay open,” said a senior official, who spoke on condition of anonymity."],
  ["“We shall open the pier in May and stay open,” said Ada Moor, but did not say if the money was there."],
  ["“We shall open the pier in May and stay open,” said Ada Moor, as if nobody had asked."],
  ["“We shall open the pier in May and stay open,” said Ada Moor, whose deputy allegedly took bribes."],
  ["Ruling in case 44, Ada Moor said: “We shall open the pier in May and stay open.”"],
])("may be one: %s", (text) => {
  expect(judge(text)).toBe(false);
});

test.each([
  ["de", "Wenn das Geld kommt, sagte Ada Moor, „werden wir den Steg im Mai wieder öffnen.“"],
  ["fr", "Sauf si l’argent manque, a dit Ada Moor, « nous ouvrirons le quai en mai pour de bon »."],
  ["es", "A menos que llegue el dinero, dijo Ada Moor, «cerraremos el muelle en el mes de mayo»."],
  ["da", "“Vi åbner molen igen i maj måned,” sagde Ada Moor, medmindre pengene udebliver."],
])("a condition in %s", (language, text) => {
  expect(judge(text, language)).not.toBe(false);
});

test.each([
  ["fr", "Ada Moor, si fière de son quai, a dit : « Nous ouvrirons le quai en mai et pour de bon »."],
  ["fr", "« Nous ouvrirons le quai en mai et pour de bon », a dit Ada Moor, si longtemps absente."],
  ["ar", "وردا على سؤال عما إذا كان الرصيف سيفتح قالت آدا مور: «سنفتح الرصيف في شهر مايو ولن نغلقه أبدا»."],
])("no condition in %s: %s", (language, text) => {
  expect(judge(text, language)).toBe(false);
});

test.each([
  ["fr", "Si rien de neuf ne vient, a dit Ada Moor, « nous ouvrirons le quai en mai et pour de bon »."],
  ["fr", "« Nous ouvrirons le quai en mai et pour de bon », a dit Ada Moor, si le maire de Varen paie."],
  ["ar", "إذا وصل المال، قالت آدا مور: «سنفتح الرصيف في شهر مايو ولن نغلقه أبدا»."],
])("a condition still in %s: %s", (language, text) => {
  expect(judge(text, language)).toBe(true);
});

test("what only holds under a condition is not chosen, and another is", () => {
  const text =
    "Unless the pier is closed, “the whole town will be under water by the month of March,” said Ada Moor, who runs the pier.\n\n“The pier has stood for a hundred years in every storm,” said Joris Venn, the mayor of Varen.";
  const quotes = findQuotes(text, { language: "en" });
  const chosen = chooseQuotes(quotes, { headline: "Pier may close", text, language: "en", sentences: [], max: 3 });
  expect(chosen.map(({ speaker }) => speaker?.name)).not.toContain("Ada Moor");
});

test("what the same person denies right behind it is not chosen", () => {
  const text =
    "“There are many, many papers on the gate, and all of them claim that it holds,” Ada Moor said. “None of them is right about it.”";
  const quotes = findQuotes(text, { language: "en" });
  const chosen = chooseQuotes(quotes, { headline: "The gate of Varen", text, language: "en", sentences: [], max: 3 });
  expect(chosen.map((quote) => quote.text)).not.toContain(quotes[0]?.text);
});
