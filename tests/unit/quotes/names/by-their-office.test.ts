/** Speakers called by their office: the one who holds it, where one name does; and offices that a name follows at once. */

import { describe, expect, test } from "vitest";
import { findQuotes } from "../../../../src/quotes/find-quotes.ts";

const FR = "« Le port sera fermé pour trois ans au moins »";
const DE = "„Der Hafen wird für drei Jahre geschlossen“";
const ES = "«El puerto estará cerrado tres años al menos»";
const EN = "“The port will be closed for three years at least,”";

const lastSpeaker = (text: string, language: string) => {
  const speaker = findQuotes(text, { language }).at(-1)?.speaker;
  return [speaker?.name, speaker?.role];
};

describe("an office and what it is of stand right before the name", () => {
  test.each([
    ["fr", `${FR}, a dit le ministre de l’Intérieur Gérald Morvan.`, "Gérald Morvan", "ministre de l’Intérieur"],
    ["fr", `${FR}, a dit le maire de Sund Paul Morvan.`, "Paul Morvan", "maire de Sund"],
    ["fr", `${FR}, a dit le directeur du port, Paul Morvan.`, "Paul Morvan", "directeur du port"],
    [
      "fr",
      `${FR}, a dit la directrice du Centre national de recherche sur la mer, Jeanne Morvan.`,
      "Jeanne Morvan",
      "directrice du Centre national de recherche sur la mer",
    ],
    [
      "es",
      "«El puerto estará cerrado tres años», dijo la ministra de Puertos Juana Moral.",
      "Juana Moral",
      "ministra de Puertos",
    ],
    ["en", `${EN} said the head of harbor services, Ada Moor.`, "Ada Moor", "head of harbor services"],
  ])("%s: %s", (language, text, name, role) => {
    expect(lastSpeaker(text, language)).toEqual([name, role]);
  });

  test("whose lawyer somebody is, is no office of the one named behind", () => {
    expect(lastSpeaker(`${FR}, a dit l’avocat de la famille Jeanne Morvan.`, "fr")[1]).toBeNull();
  });
});

describe("who held an office once, or one beside it, is not the one who holds it", () => {
  test.each([
    ["en", "former"],
    ["en", "previous"],
    ["en", "one-time"],
    ["en", "deputy"],
    ["en", "shadow"],
    ["en", "would-be"],
    ["en", "junior"],
    ["en", "outgoing"],
    ["en", "sacked"],
    ["en", "acting"],
  ])("%s: the %s minister", (language, word) => {
    const text = `Ports Minister Ada Moor signed the deal. Piet Loon disagreed.\n\n${EN} the ${word} minister said.`;
    expect(lastSpeaker(text, language)[0]).not.toBe("Ada Moor");
    expect(lastSpeaker(text.replace(`${word} `, ""), language)[0]).toBe("Ada Moor");
  });

  test.each([
    ["fr", `La ministre des Ports, Anne Morvan, a signé. Paul Lenoir proteste. ${FR}, a dénoncé l’ancien ministre.`],
    ["fr", `La ministre des Ports, Anne Morvan, a signé. Paul Lenoir proteste. ${FR}, a dénoncé le vice-ministre.`],
    ["fr", `Le ministre des Ports, Jean Morvan, a signé. Paul Lenoir proteste. ${FR}, a dénoncé l’ex-ministre.`],
    ["de", `Hafenminister Paul Moral unterschrieb. Jan Vogt war dagegen. ${DE}, sagte der frühere Minister.`],
    ["de", `Hafenminister Paul Moral unterschrieb. Jan Vogt war dagegen. ${DE}, sagte der designierte Minister.`],
    ["de", `Hafenminister Paul Moral unterschrieb. Jan Vogt war dagegen. ${DE}, sagte der stellvertretende Minister.`],
    ["es", `El ministro de Puertos, Carlos Mora, firmó. Juan Vega protestó. ${ES}, dijo el entonces ministro.`],
    ["es", `El ministro de Puertos, Carlos Mora, firmó. Juan Vega protestó. ${ES}, dijo el exministro.`],
  ])("%s: %s", (language, text) => {
    expect(lastSpeaker(text, language)[0] ?? "").not.toMatch(/Mora|Morvan/);
  });

  test("the deputy is not the former one", () => {
    const text = `Former minister Piet Loon met minister Ada Moor. ${EN} the deputy minister said.`;
    expect(lastSpeaker(text, "en")[0]).toBe("the deputy minister");
  });
});

describe("the only one who holds an office is meant by it", () => {
  test.each([
    ["fr", `La ministre des Ports Jeanne Morvan a reconnu une erreur. ${FR}, a déclaré la ministre.`, "Jeanne Morvan"],
    ["de", `Bürgermeister Paul Moral räumte einen Fehler ein. ${DE}, sagte der Bürgermeister.`, "Paul Moral"],
    ["de", `Die Hafenministerin Jane Moral räumte einen Fehler ein. ${DE}, sagte die Ministerin.`, "Jane Moral"],
    ["en", `Former mayor Ivar Hale met mayor Ada Moor. ${EN} the mayor said.`, "Ada Moor"],
    ["en", `Former mayor Ivar Hale came to the pier. ${EN} the former mayor said.`, "Ivar Hale"],
    ["en", `Former president Ivar Hale and mayor Ada Moor came. ${EN} the former president said.`, "Ivar Hale"],
    ["en", `Deputy mayor Ivar Hale met mayor Ada Moor. ${EN} the deputy mayor said.`, "Ivar Hale"],
    ["en", `Deputy mayor Ivar Hale met mayor Ada Moor. ${EN} the mayor said.`, "Ada Moor"],
    ["en", `Acting mayor Ivar Hale came to the pier. ${EN} the acting mayor said.`, "Ivar Hale"],
    ["fr", `L’ancien maire Paul Morvan a vu la maire Claire Morel. ${FR}, a dit l’ancien maire.`, "Paul Morvan"],
    ["de", `Der frühere Bürgermeister Paul Moral kam. ${DE}, sagte der frühere Bürgermeister.`, "Paul Moral"],
    ["en", `Ada Moor, a spokeswoman for Hale, came. ${EN} the former mayor's spokeswoman said.`, "Ada Moor"],
  ])("%s: %s", (language, text, name) => {
    expect(lastSpeaker(text, language)[0]).toBe(name);
  });

  test.each([
    [
      "one of two",
      "de",
      `Hafenministerin Jane Moral und Finanzministerin Ada Hell kamen. ${DE}, sagte die Ministerin.`,
    ],
    ["another office", "de", `Ministerpräsident Paul Moral kam. ${DE}, sagte der Präsident.`],
    ["who held it once", "de", `Der damalige Bürgermeister Paul Moral kam. ${DE}, sagte der Bürgermeister.`],
    [
      "another country's",
      "de",
      `Hafenministerin Jane Moral traf ihre Kollegin. ${DE}, sagte die ostrelische Ministerin.`,
    ],
    ["the new one", "de", `Bürgermeisterin Jane Moral verlor die Wahl. ${DE}, sagte die neue Bürgermeisterin.`],
    ["a club's", "de", `Vereinspräsident Paul Moral begrüßte den Präsidenten. ${DE}, sagte der Präsident.`],
    [
      "one of two houses'",
      "de",
      `Polizeisprecher Paul Moral und der Sprecher der Feuerwehr kamen. ${DE}, sagte der Sprecher.`,
    ],
    ["a deputy", "de", `Die stellvertretende Bürgermeisterin Jane Moral kam. ${DE}, sagte die Bürgermeisterin.`],
    [
      "of something else",
      "fr",
      `La ministre des Ports Claire Morvan et la ministre des Finances sont venues. ${FR}, a déclaré la ministre des Finances.`,
    ],
    [
      "one of two",
      "fr",
      `La ministre des Ports Claire Morvan et la ministre des Finances sont venues. ${FR}, a déclaré la ministre.`,
    ],
    ["the new one", "fr", `La maire Claire Morvan a perdu. ${FR}, a déclaré le nouveau maire.`],
    [
      "a club's",
      "es",
      "El presidente del club, Carlos Mora, recibió al presidente del Gobierno. «El puerto estará cerrado tres años al menos», dijo el presidente.",
    ],
    [
      "another country's",
      "en",
      `Foreign Minister Ada Moor met her colleague in Ostrel. ${EN} the Ostrelian minister said.`,
    ],
    ["the new one", "en", `Mayor Ada Moor lost the vote. ${EN} the new mayor said.`],
    ["whose wife is told of", "en", `Ada Moor, wife of the mayor, came to the pier. ${EN} the mayor said.`],
    [
      "whose spokeswoman is told of",
      "en",
      `Ada Moor, a spokeswoman for the president, came to the pier. ${EN} the president said.`,
    ],
    ["who would hold it", "en", `Ada Moor, a candidate for mayor, came to the pier. ${EN} the mayor said.`],
    ["who held it once", "en", `Former mayor Ivar Hale came to the pier. ${EN} the mayor said.`],
    ["who held it once", "fr", `L’ancien maire de Sund, Paul Morvan, est venu. ${FR}, a dit le maire.`],
  ])("not %s, %s: %s", (_what, language, text) => {
    expect(lastSpeaker(text, language)[0]).toMatch(/^(?:the|le|la|el|der|die) /u);
  });
});

test.each([
  [
    `${EN} said Jill Moor, vice president and assistant general counsel for the Hale Works.`,
    "vice president and assistant general counsel for the Hale Works",
  ],
  [`${EN} said general counsel Jill Moor.`, "general counsel"],
  [`The presumptive Varen party nominee Jill Moor came. ${EN} Moor said.`, "presumptive Varen party nominee"],
])("an office that ends in a verb's form or begins with a rare word was cut: %s", (text, role) => {
  expect(lastSpeaker(text, "en")).toEqual(["Jill Moor", role]);
});

test("whom somebody met had both names and the verb for a role", () => {
  expect(lastSpeaker(`Ivar Hale met mayor Ada Moor on Tuesday. ${EN} Moor said.`, "en")).toEqual(["Ada Moor", "mayor"]);
});

test("who acts next was the one named before the comma", () => {
  const text = `Devant les mots de Paul Morvan, le magistrat, au bord des larmes, se tait. ${FR}, a dit Paul Morvan.`;
  expect(lastSpeaker(text, "fr")).toEqual(["Paul Morvan", null]);
  const own = `Il est venu avec Paul Morvan, le maire de Sund. ${FR}, a dit Paul Morvan.`;
  expect(lastSpeaker(own, "fr")).toEqual(["Paul Morvan", "le maire de Sund"]);
});
