/** Whether a page is the one its entry promised: a log-in page, or one that stands for all entries, says nothing of it. */

import { foldWords } from "../domain/fold.ts";
import { stemWord, stopWords } from "../languages/shared/words.ts";

const TEXT_LENGTH_MAX = 40_000;
const WORD_LENGTH_MIN = 3;
/** One word alone proves nothing: it may be bent, or a name written otherwise. */
const TITLE_WORDS_MIN = 2;

function toTerms(text: string, language: string): ReadonlySet<string> {
  const small = stopWords(language);
  const words = foldWords(text).filter(
    (word) => !small.has(word) && (word.length >= WORD_LENGTH_MIN || /[^\p{ASCII}]/u.test(word)),
  );
  return new Set(words.map((word) => stemWord(word, language)));
}

/** False only when not one of the title's words stands on the page. */
export function meetsEntry(
  title: string,
  page: { readonly title: string; readonly text: string; readonly language: string },
): boolean {
  const terms = toTerms(title, page.language);
  if (terms.size < TITLE_WORDS_MIN) return true;
  const told = toTerms(`${page.title}\n${page.text.slice(0, TEXT_LENGTH_MAX)}`, page.language);
  return [...terms].some((term) => told.has(term));
}
