/** What words are compared by: the stem of the base form, or the word that stands for a group of equals. */

import type { ClaimWords } from "../../languages/shared/claims.ts";
import { foldWord, stemWord } from "../../languages/shared/words.ts";
import type { Reader } from "./claim-reader.ts";

/** Letters a word has before an ending that tells its kind: "fly" is no adverb, "red" no verb. */
const LETTERS_BEFORE_ENDING_MIN = 2;

export const hasEnding = (word: string, endings: readonly string[]): boolean =>
  endings.some((ending) => word.endsWith(ending) && word.length >= ending.length + LETTERS_BEFORE_ENDING_MIN);

const LETTERS_BEFORE_SILENT_MIN = 5;

/** Doubled letters before an ending go: "stopp" of "stopped" is "stop"; so does a last letter that endings take the place of. */
function toBare(stem: string, silent: ReadonlySet<string> = new Set()): string {
  const bare = stem.replace(/([bdgklmnprt])\1$/, "$1");
  return bare.length > LETTERS_BEFORE_SILENT_MIN && silent.has(bare.at(-1) ?? "") ? bare.slice(0, -1) : bare;
}

/** "fined" is of "fine", since of "fin" it were "finned": one vowel between consonants, and the last not doubled. */
const NEEDS_SILENT = /^[^aeiou]*[aeiouy](?:[^aeiouwxy])$|[uvz]$|[^aeiou][cl]$/;

function toBase(word: string, words: ClaimWords): string {
  const known = words.verbs.get(word)?.base;
  if (known !== undefined) return known;
  const [silent] = words.silentLetters;
  const ending = [...words.pastEndings, ...words.goingOnEndings].find((each) => hasEnding(word, [each]));
  if (silent === undefined || ending === undefined) return word;
  const rest = word.slice(0, -ending.length);
  return NEEDS_SILENT.test(rest) ? rest + silent : word;
}

export function toKey(low: string, reader: Reader): string {
  const known = reader.keys.get(low);
  if (known !== undefined) return known;
  const { words, language } = reader;
  const bare = foldWord(low);
  const base = words === null ? bare : toBase(bare, words);
  const stem = toBare(stemWord(base, language), words?.silentLetters);
  let key = stem;
  if (words?.attributive.has(bare)) key = "=say";
  else if (words !== null) {
    const same = words.same.get(bare) ?? words.same.get(base) ?? findSame(stem, reader);
    if (same !== undefined) key = `=${same}`;
  }
  reader.keys.set(low, key);
  return key;
}

const stemsOfSame = new WeakMap<ClaimWords, ReadonlyMap<string, string>>();

function findSame(stem: string, { words, language }: Reader): string | undefined {
  if (words === null) return undefined;
  let stems = stemsOfSame.get(words);
  if (stems === undefined) {
    stems = new Map(
      [...words.same].map(([word, same]) => [
        toBare(stemWord(toBase(word, words), language), words.silentLetters),
        same,
      ]),
    );
    stemsOfSame.set(words, stems);
  }
  return stems.get(stem);
}
