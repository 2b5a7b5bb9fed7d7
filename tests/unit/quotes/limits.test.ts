/** The quote finder on texts made to break it: long, unbalanced, repetitive. All must be read, each part a bounded number of times. */

import { describe, expect, test } from "vitest";
import { findLanguage } from "../../../src/languages/index.ts";
import { findQuotes } from "../../../src/quotes/find-quotes.ts";
import { findStretches } from "../../../src/quotes/marks/find-stretches.ts";
import { readText } from "../../../src/quotes/reading/read-text.ts";
import { findCandidates } from "../../../src/quotes/speakers/candidates.ts";

/** What grows with the square of it would not end at this size either, and `bench/linear.ts` measures how it grows. */
const UNITS = 400_000;
const fill = (part: string): string => part.repeat(Math.ceil(UNITS / part.length)).slice(0, UNITS);

describe("400,000 letters of", () => {
  test.each([
    ["opening marks", fill("“")],
    ["closing marks", fill("”")],
    ["straight marks", fill('"')],
    ["opening marks and words on one line", fill("“a b ")],
    ["single marks", fill("‘a ")],
    ["apostrophes", fill("'")],
    ["straight single marks that open", fill("'a ")],
    ["single marks around double ones", fill("‘Yes, “we wait”,’ she said. ")],
    ["single marks that open lines", fill("‘We wait.\n")],
    [
      "organizations and what is short for them",
      fill("The Bank of Varen waited. “Yes,” the bank said. It added: “No.” "),
    ],
    ["names behind commas", fill("“We wait,” said the head of the council of the coast, Ada Moor, and Joris Venn. ")],
    ["short quotations on one line", fill("“a” ")],
    ["short quotations with a speaker on one line", fill("“We wait,” said Ada Moor, ")],
    ["names", fill("Ada Moor ")],
    [
      "different names",
      Array.from({ length: 24_000 }, (_, index) => `Ada Moor${index}`).join(" said “yes we will do it” "),
    ],
    ["commas behind a name", `Ada Moor${fill(", ")}said “yes”`],
    ["reporting verbs", fill("said ")],
    ["brackets", fill("( ")],
    ["dashes in a quotation", `«${fill("— ")}»`],
    ["one word", fill("a")],
    ["initials", fill("A.")],
    ["hyphens", fill("a-")],
    ["line ends", fill("“\n")],
    ["spaces behind a mark", `“yes”${fill(" ")}said`],
  ])("%s is read to its end", (_, text) => {
    const quotes = findQuotes(text, { language: text.startsWith("«") ? "ru" : "en" });
    for (const quote of quotes.slice(0, 50)) expect(text.slice(quote.start, quote.end)).toBe(quote.text);
  });
});

test.each([
  ["clauses joined by colons", "a, a, a: „ja“ "],
  ["passive verbs without a sign", "wurde von Moor gesagt "],
  ["relative clauses", "der Moor, der sah, "],
  ["reported speech in one sentence", "er sei „gut“ und "],
])("German %s for 200,000 letters are read to their end", (_, part) => {
  const text = `${part.repeat(Math.ceil(UNITS / 2 / part.length))}\n\n„Wir warten auf die Brücke“, sagte Ada Moor.\n`;
  expect(findQuotes(text, { language: "de" }).at(-1)?.speaker?.name).toBe("Ada Moor");
});

test("a quotation has a bounded number of candidates however long its line", () => {
  const { marks, speech } = findLanguage("en");
  if (speech === null) throw new Error("English has a speech");
  const text = "Ada Moor said “we will wait for it” and ".repeat(2000);
  const read = readText(text, findStretches(text, marks), speech);
  const counts = read.stretches.map((_, quote) => findCandidates(read, quote, []).length);
  expect(counts.length).toBe(2000);
  expect(Math.max(...counts)).toBeLessThanOrEqual(24);
});
