import { expect, test } from "vitest";
import { findQuotes } from "../../../../src/quotes/find-quotes.ts";

const speakerOf = (text: string): string | null | undefined =>
  findQuotes(`The pier was closed early. ${text}`, { language: "en" })[0]?.speaker?.name;

test.each([
  ["“We had no choice left at all,” said Jan van den Hoorn, the harbor master.", "Jan van den Hoorn"],
  ["“We had no choice left at all,” said Jan Vorle, the harbor master.", "Jan Vorle"],
  ["Jan de Quist said: “We had no choice left at all.”", "Jan de Quist"],
])("a first name that is a month's short form, too, is whole: %s", (text, name) => {
  expect(speakerOf(text)).toBe(name);
});

test.each([
  ["In Jan 2025 Ida Brandt said: “We had no choice left at all.”", "Ida Brandt"],
  ["Ida Brandt said in Jan Vorle would hear of it: “We had no choice left at all.”", "Ida Brandt"],
])("a day or month in its short form is no name: %s", (text, name) => {
  expect(speakerOf(text)).toBe(name);
});
