/** What is held against a sentence: it leans on the one before, or is no sentence of the article at all. */

import { describe, expect, test } from "vitest";
import { readUnits } from "../../../../src/briefs/extractive/units.ts";

describe("marks that are no part of a sentence", () => {
  const shown = (text: string) =>
    readUnits({ text, language: "en" }).map(({ sentence, faults }) => [
      sentence.text,
      faults.isFragment || faults.isBroken,
    ]);

  test("the number of a note behind the stop is left off, and ends the sentence", () => {
    expect(shown("The tide took nine boats from the harbor.1 The board counted them in May.12")).toEqual([
      ["The tide took nine boats from the harbor.", false],
      ["The board counted them in May.", false],
    ]);
  });

  test("an apostrophe that bends the wrong way opens no quotation", () => {
    expect(shown("The mayor of Ostrel‘s circle is small. Three of them have an office.")).toEqual([
      ["The mayor of Ostrel‘s circle is small.", false],
      ["Three of them have an office.", false],
    ]);
  });
});

test.each([
  "A set is part of another, $$ A \\subseteq B$$, when all it has lies there, too.",
  "The curve falls with \\frac{1}{x} as the boat leaves the harbor behind.",
  "All about the pier is told by [the harbor office](https://ostrel.example/pier) of Ostrel.",
  "Posters of the harbor feast (By: @adamoor) hang in all streets of the old town.",
])("what a page's source writes for formulas and links stood in a brief: %s", (text) => {
  const [unit] = readUnits({ text: `${text} The pier of Ostrel was closed for two years.`, language: "en" });
  expect(unit?.faults.isNoise).toBe(true);
});

test.each([
  "A Varen clerk whose finds first showed that the mayor used a private email address pleaded guilty on Monday.",
  "The harbor of Ostrel was last updated in 2019, and rumors say that a new pier is soon to come.",
  "The mayor will be able to sign up more sailors once the pier of Ostrel is open again.",
])("news that has a phrase of sites was left out: %s", (text) => {
  expect(readUnits({ text, language: "en" })[0]?.faults.isNoise).toBe(false);
});

test.each([
  "Enter your email address to be told of all news from the harbor of Ostrel first.",
  "Row from Ostrel to Varen with the discount code EELS for four marks off your first ride.",
  "Sign up for the Lantern's letter of the harbor and read the best of Ostrel at breakfast.",
  "Please leave the email address here so that somebody of the harbor can get back to you.",
  '<tweet author="@moor" date="March 2">The pier is open again, and the boats are back in Ostrel.</tweet>.',
  'The pier opened on Friday.{"@context":"x","@type":"Review","author": "Ada Moor"} It is long.',
])("what a site says to its visitors stays out: %s", (text) => {
  expect(readUnits({ text, language: "en" }).every(({ faults }) => faults.isNoise)).toBe(true);
});

test("a price and a path are no markup", () => {
  const text = "The boat costs $4,500 (about €4,200) and more (see page 4: the list) at the harbor of Ostrel.";
  expect(readUnits({ text, language: "en" })[0]?.faults.isNoise).toBe(false);
});

describe("a sentence that leans on the one before", () => {
  test.each([
    ["de", "Das teilte der Hafen von Ostrel am Montag mit."],
    ["de", "Das sind Boote aus dem alten Hafen von Ostrel."],
    ["de", "Nein, denn der Hafen hat keine Boote mehr."],
    ["de", "Nach ihren Angaben lagen die Boote im Hafen."],
    ["fr", "Selon elle, le port de Brelle a demandé deux bateaux."],
    ["es", "En ese marco, el puerto de Lermosa pidió dos barcos."],
    ["es", "Por ello, el puerto de Lermosa pidió dos barcos."],
    ["fr", "Dans ce cadre, le port de Brelle a demandé deux bateaux."],
    ["pt", "Nesse sentido, o porto de Lermosa pediu dois barcos."],
    ["it", "In questo contesto il porto di Lermosa ha chiesto due barche."],
    ["en", "Since then the port of Ostrel has bought two boats."],
    ["en", "Of those boats, the port of Ostrel has sold two."],
  ])("%s: %s", (language, text) => {
    expect(readUnits({ text, language })[0]?.faults.isLeaning).toBe(true);
  });

  test.each([
    ["de", "Das Boot lag am Montag im Hafen von Ostrel."],
    ["es", "En el puerto de Lermosa faltan dos barcos."],
    ["en", "In the port of Ostrel two boats were sold."],
  ])("and one that does not, %s: %s", (language, text) => {
    expect(readUnits({ text, language })[0]?.faults.isLeaning).toBe(false);
  });

  test("a connective that is only one with its comma is taken off", () => {
    expect(readUnits({ text: "De hecho, el puerto pidió dos barcos.", language: "es" })[0]?.sentence.text).toBe(
      "El puerto pidió dos barcos.",
    );
    expect(readUnits({ text: "After all, the port has no boats.", language: "en" })[0]?.sentence.text).toBe(
      "The port has no boats.",
    );
  });
});

describe("lines that are no sentence of the article", () => {
  const faultsOf = (text: string, language = "en") => readUnits({ text, language })[0]?.faults;

  test("a name doubled with a page's headlines behind it", () => {
    expect(faultsOf("A man threatened Rep. Mara HaleMara HaleBoats sink in Ostrel, the police said.")?.isNoise).toBe(
      true,
    );
    expect(faultsOf("A man threatened Rep. Mara Hale, the police said on Monday.")?.isNoise).toBe(false);
  });

  test("an address of a site", () => {
    expect(faultsOf("Tested by Bo Lind, more at www.boats.example.")?.isNoise).toBe(true);
  });

  test("one line of a list, and an answer below a name", () => {
    expect(faultsOf("Mara J. Hale: two warrants, held in jail with no bond.")?.isFragment).toBe(true);
    expect(faultsOf("Mara Hale: “The boats of Ostrel are old and nobody paid for them.”")?.isFragment).toBe(false);
    expect(faultsOf("Der Plan: Boote aus Ostrel fahren ab Montag nach Geierau.", "de")?.isFragment).toBe(false);
  });

  test("a connective that says nothing is taken off", () => {
    const text = "In fact, the port of Ostrel has no boats.";
    expect(readUnits({ text, language: "en" })[0]?.sentence.text).toBe("The port of Ostrel has no boats.");
  });
});

const LONG = "the ferry that seems most likely to be sold by next week is the old one of Varen";

test.each([
  `Hale writes that “${LONG}.”`,
  `The Lantern reported on Friday that “${LONG}.”`,
  `The keeper's son then revealed: “${LONG}.”`,
])("a verb of reporting says whose words they are: %s", (text) => {
  const [unit] = readUnits({ text: `${text} The pier was closed.`, language: "en" });
  expect(unit?.faults.isUnattributed).toBe(false);
});

test.each([`“${LONG}.”`, `The old one: “${LONG}.”`, `“${LONG},” the keeper continued.`])(
  "nothing says whose words they are, or they go on behind others: %s",
  (text) => {
    const [unit] = readUnits({ text: `${text} The pier was closed.`, language: "en" });
    expect(unit?.faults.isUnattributed).toBe(true);
  },
);
