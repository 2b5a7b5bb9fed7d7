/** Words as the full-text indexes of the store hold them: what the matcher looks at besides a word itself, as words of their own. */

import { findLanguage, LANGUAGES } from "../languages/index.ts";
import { indexText } from "./indexed-text.ts";

/** Letters for private use: nobody can type a word with one, for no word has them. */
const FORM = "\uE001";
const CAPITALS = "\uE002";
const SIGNED = "\uE003";
const AUTHOR = "\uE004";
const CATEGORY = "\uE005";
const SIGNS: Readonly<Record<string, string>> = { "+": "\uE010", "#": "\uE011", ".": "\uE012" };

/** SQLite's index folds Latin capitals; what stands in capitals is told by one more letter. */
const BIG = "\uE013";

const toFormKey = (tag: string, form: string): string => `${FORM}${tag}${form}`;
export const toCapitalsKey = (word: string): string => `${CAPITALS}${word}`;
export const toSignedKey = (word: string): string =>
  `${SIGNED}${word === word.toLowerCase() ? "" : BIG}${word.toLowerCase().replace(/[+#.]/g, (sign) => SIGNS[sign] ?? "")}`;
export const toAuthorKey = (word: string): string => `${AUTHOR}${word}`;
export const toCategoryKey = (word: string): string => `${CATEGORY}${word}`;

/** A word's key in each language in which it has one: whoever searches does not say of which language a word is. */
export const listFormKeys = (word: string): readonly string[] =>
  LANGUAGES.map(({ tag, toForm }) => toFormKey(tag, toForm(word)));

/** What a text can be found by besides its words, each once. */
export function listKeys(text: string, language: string): readonly string[] {
  const indexed = indexText(text, language);
  const { tag, speech } = findLanguage(language);
  // Only rooms tell forms.
  const forms = speech === null ? [] : [...indexed.forms().keys()].map((form) => toFormKey(tag, form));
  return [
    ...forms,
    ...[...indexed.capitals().keys()].map(toCapitalsKey),
    ...[...indexed.signed().keys()].map(toSignedKey),
  ];
}
