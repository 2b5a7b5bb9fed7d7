/** What people type into a search, as terms: words, "phrases" and -exclusions. Anything typed can be read. */

import type { Say } from "../domain/say.ts";
import { SEARCH_LENGTH_MAX, SEARCH_TERMS_MAX, type SearchTerm } from "../domain/store.ts";

/** Phones and word processors write these for a straight quotation mark. */
const MARKS = /["“”„‟«»＂]/;
const BLANK = /\s/;

/** Bounded and total: what is past 256 characters or 16 terms is left out, an open quotation runs to the end. */
export function parseSearch(text: string): readonly SearchTerm[] {
  const letters = [...text.slice(0, SEARCH_LENGTH_MAX).toWellFormed().replaceAll("\0", " ")];
  const terms: SearchTerm[] = [];
  let index = 0;
  const readWhile = (isPart: (letter: string) => boolean): string => {
    const start = index;
    while (index < letters.length && isPart(letters[index] ?? "")) index += 1;
    return letters.slice(start, index).join("");
  };
  while (index < letters.length && terms.length < SEARCH_TERMS_MAX) {
    readWhile((letter) => BLANK.test(letter));
    if (index >= letters.length) break;
    const isExcluded = letters[index] === "-" && !BLANK.test(letters[index + 1] ?? " ");
    if (isExcluded) index += 1;
    const isPhrase = MARKS.test(letters[index] ?? "");
    if (isPhrase) index += 1;
    const part = isPhrase
      ? readWhile((letter) => !MARKS.test(letter))
      : readWhile((letter) => !BLANK.test(letter) && !MARKS.test(letter));
    if (isPhrase) index += 1;
    if (part.trim() !== "") terms.push({ text: part.trim(), isPhrase, isExcluded });
  }
  return terms;
}

/** What was searched for, in the marks of the reader's language: “ferry ‘port strike’ -late”, and “port strike” alone. */
export function nameSearch(text: string, say: Say): string {
  const terms = parseSearch(text);
  const [only] = terms;
  if (only === undefined) return say.inMarks(text);
  if (terms.length === 1 && only.isPhrase && !only.isExcluded) return say.inMarks(only.text);
  const parts = terms.map(({ text, isPhrase, isExcluded }) => {
    const part = isPhrase ? say("marks.inner", { text }) : text;
    return isExcluded ? `-${part}` : part;
  });
  return say.inMarks(parts.join(" "));
}
