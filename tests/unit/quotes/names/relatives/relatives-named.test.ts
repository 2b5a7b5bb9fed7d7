/** A last name behind "His brother Tim": his words must not go to the one told of. */

import { describe, expect, test } from "vitest";
import { findQuotes } from "../../../../../src/quotes/find-quotes.ts";

const EN = "“My family is the most honest one I know,”";
const TOLD = "Rider Nils Hale was banned for two years.\n\n";

const last = (text: string, language = "en"): string | null =>
  findQuotes(text, { language }).at(-1)?.speaker?.name ?? null;

describe("a relative called by the first name only may be called by the last name next", () => {
  test.each([
    "His brother Tim rides for the same stable.",
    "His younger brother, Tim, rides for the same stable.",
    "Hale's brother Tim rides for the same stable.",
    "His wife, Ada, a vet, told the panel of a needle.",
    "His twin Tim gave evidence on Tuesday.",
  ])("%s", (relative) => {
    expect(last(`${TOLD}${relative}\n\n${EN} Hale said.`)).toBeNull();
    expect(last(`${TOLD}${relative}\n\n${EN} said Hale. ${EN} Hale told the panel.`)).toBeNull();
  });

  test.each([
    [
      "de",
      "Der Reiter Nils Hale wurde gesperrt.\n\nSein Bruder Tim reitet auch.\n\n„Mein Bruder ist der beste Mann, den ich kenne“, sagte Hale.",
    ],
    [
      "fr",
      "Le jockey Paul Morvan a été suspendu.\n\nSon frère Luc monte aussi.\n\n« Mon frère est l’homme le plus honnête », a dit Morvan.",
    ],
    [
      "es",
      "El jinete Carlos Mora fue suspendido.\n\nSu hermano Juan monta también.\n\n«Mi hermano es el hombre más honrado», dijo Mora.",
    ],
    [
      "it",
      "Il fantino Carlo Mora è stato squalificato.\n\nSuo fratello Luca corre anche.\n\n«Mio fratello è l’uomo più onesto», ha detto Mora.",
    ],
  ])("%s", (language, text) => {
    expect(last(text, language)).toBeNull();
  });
});

describe("the one told of is still called by the last name", () => {
  test.each([
    ["of whom something is told behind", "His brother Tim rides too. Hale won the cup in 2012.", "Hale"],
    ["whose relative is a child", "His son Tim, 9, rides too.", "Hale"],
    ["whose relative is dead", "His late wife, Ada, rode too.", "Hale"],
    ["whose relative has another last name", "His sister Ada Riis rides too.", "Hale"],
    ["whose relative is only there", "He lives on a farm with his wife, Ada.", "Hale"],
    ["who is named in full", "His brother Tim rides too.", "Nils Hale"],
    ["while the relative is another's", "His trainer is Ida Kern. Kern's brother Tim rides too.", "Hale"],
    ["long after", "His brother Tim rides too.\n\nThe ban began.\n\nThe stable is closed.", "Hale"],
  ])("%s", (_, relative, name) => {
    expect(last(`${TOLD}${relative}\n\n${EN} ${name} said.`)).toBe("Nils Hale");
  });
});
