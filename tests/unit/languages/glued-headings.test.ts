/** A heading that a page glued to the sentence below it ends where that sentence begins. */

import { expect, test } from "vitest";
import { splitSentences } from "../../../src/languages/shared/sentences.ts";

const split = (text: string, language: string): readonly string[] =>
  splitSentences(text, language).map(({ start, end }) => text.slice(start, end));

test.each([
  ["fr", "Le quai reste fermé.", "Quarante bateaux samedi, selon le port", "Ce n'est pas la première fois."],
  ["fr", "La vitesse baisse.", "Le quai passe à 10km/h", "Le maire l'a promis."],
  ["en", "The pier stays shut.", "Forty boats at the new pier", "The council meets on it."],
  ["es", "El muelle sigue cerrado.", "Cuarenta barcos esperan", "La alcaldesa calla."],
])("%s: %s %s", (language, first, heading, next) => {
  expect(split(`${first} ${heading}${next}`, language)).toEqual([first, heading, next]);
});

test.each([
  ["en", "Moor sold her eBay shares and the macOS app of deLand."],
  ["en", "Moor wrote of it under #harborThe walk."],
  ["fr", "La ville utilise iPhone et YouTube pour le port."],
  ["de", "Mit der BahnCard und im InterCity kam Alm an."],
])("%s: a word with a capital inside is one: %s", (language, sentence) => {
  expect(split(sentence, language)).toEqual([sentence]);
});

test("an endless word is read to its end", () => {
  const word = "aB".repeat(100_000);
  expect(split(`${word} le port.`, "fr")).toEqual([`${word} le port.`]);
});
