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

test.each([
  ["written otherwise in a caption", "A post shared by Ada Moorr (@adamoorr) on Monday.", "Ada Moor"],
  ["named only later", "Ada Hale was there.", "Ada Moor"],
  ["who speaks as well", "“It was short,” said Ada Hale.", "Ada"],
])("a first name that means one person so far is hers, though there is another %s", (_, other, name) => {
  const text = `Ada Moor rowed. Ada won the race.\n\n${other}\n\n“It was a race like no other,” Ada said.\n`;
  expect(findQuotes(text, { language: "en" }).at(-1)?.speaker?.name).toBe(name);
});

test("a first name that is somebody's last name as well is not hers who is called so first", () => {
  const text =
    "A Howard Moor picture hangs there. Ada Howard won. Howard spoke.\n\n“It was a race like no other,” Howard said.\n";
  expect(findQuotes(text, { language: "en" }).at(-1)?.speaker?.name).toBe("Ada Howard");
});
