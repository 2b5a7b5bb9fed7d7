/** Short forms of a language and of English, whose full stop ends no sentence. */

import { remember } from "../../../domain/bounded-map.ts";
import { findLanguage } from "../../index.ts";
import type { TextWords } from "../../language.ts";

/** Titles of English that other languages' news has too. */
const TITLES_ANYWHERE = ["dr", "prof", "st"];

/** A unit stands before a name as a title does, and behind a number it may end the sentence: "г. Осклов", "2027 г." */
export type AbbreviationKind = keyof TextWords["abbreviations"] | "unit";
const LANGUAGES_MAX = 64;

/** English ones are met in every language: "Inc.", "U.S."; of its titles some, of its offices none. */
function sharedOf(kind: keyof TextWords["abbreviations"], text: TextWords, english: TextWords): readonly string[] {
  if (kind === "offices") return [];
  return kind === "titles" && text !== english ? TITLES_ANYWHERE : english.abbreviations[kind];
}

/** Short forms whose full stop ends no sentence, by what they are. */
export const abbreviationsOf = remember(LANGUAGES_MAX, (text: TextWords): ReadonlyMap<string, AbbreviationKind> => {
  const english = findLanguage("en").text;
  const found = new Map<string, AbbreviationKind>();
  for (const kind of ["titles", "offices", "common", "enders"] as const) {
    for (const word of [...sharedOf(kind, text, english), ...text.abbreviations[kind]]) {
      found.set(word, kind === "enders" && found.get(word) === "titles" ? "unit" : kind);
    }
  }
  return found;
});
