import { expect, test } from "vitest";
import { findQuotes } from "../../../src/quotes/find-quotes.ts";

const speakersOf = (text: string) => findQuotes(text, { language: "en" }).map((quote) => quote.speaker?.name ?? null);

test("a statement that goes on is that of the organization just reported", () => {
  const text =
    "The Haldenmark Ferry Office said that “repairs to both engines” would take a week.\n\n“We ask all passengers to be patient until Friday,” the statement added.";
  expect(speakersOf(text).at(-1)).toBe("Haldenmark Ferry Office");
});

test("what a house is read in is no role of it", () => {
  const text =
    "Moor Sails denied the claims in a statement.\n\n“At no point did we sink a boat,” the statement read.\n\n“The boats are safe,” the statement from the harbor office said.";
  expect(findQuotes(text, { language: "en" }).map((quote) => quote.speaker?.role)).toEqual([null, null]);
});

test("a statement after a person's words is not given to that person", () => {
  const text =
    "“I have read it twice and I do not believe it,” Mara Tollan said.\n\n“We ask all passengers to be patient until Friday,” the statement added.";
  expect(speakersOf(text).at(-1)).toBe("the statement");
});
