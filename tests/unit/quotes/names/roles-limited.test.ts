/** A role without the word that limits it is another, and the opposite: it is told with it or not at all. */

import { expect, test } from "vitest";
import { findQuotes } from "../../../../src/quotes/find-quotes.ts";

const roleOf = (clause: string) =>
  findQuotes(`“The clinic lied to all of us,” said ${clause}.`, { language: "en", title: "" })[0]?.speaker?.role ??
  null;

test.each([
  ["alleged fraudster Milo Krann", null],
  ["accused arsonist Milo Krann", null],
  ["alleged gang leader Milo Krann", null],
  ["self-styled prince Milo Krann", null],
  ["purported owner Milo Krann", null],
  ["then mayor Milo Krann", null],
  ["ousted president Milo Krann", null],
  ["failed candidate Milo Krann", null],
  ["former acting mayor Milo Krann", null],
  ["Milo Krann, the port's harbormaster until 2019", null],
  ["Milo Krann, the clinic's director from 2001 to 2010", null],
  // As they were.
  ["former mayor Milo Krann", "former mayor"],
  ["acting mayor Milo Krann", "acting mayor"],
  ["Milo Krann, a former mayor of Hale", "a former mayor of Hale"],
  ["Milo Krann, the clinic's director", "the clinic's director"],
  ["harbor master Milo Krann", "harbor master"],
])("said %s", (clause, role) => {
  expect(roleOf(clause)).toBe(role);
});

test("“the elder Krann” is told apart from another Krann, and is no elder of a church", () => {
  const text = (phrase: string) =>
    `Milo Krann runs a charity. ${phrase} gave it money. “I have no time left for all of that now,” Krann said.`;
  const roleIn = (phrase: string) => findQuotes(text(phrase), { language: "en", title: "" })[0]?.speaker?.role ?? null;
  expect(roleIn("The elder Krann")).toBeNull();
  expect(roleIn("A fund - the elder Krann's company -")).toBeNull();
  expect(roleIn("Church elder Milo Krann")).toBe("Church elder");
});
