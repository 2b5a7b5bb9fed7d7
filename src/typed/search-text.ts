/** What people type into a search, as terms: words, "phrases" and -exclusions. Anything typed can be read. */

import { UserError } from "../domain/errors.ts";
import type { Say } from "../domain/say.ts";
import { SEARCH_LENGTH_MAX, SEARCH_TERMS_MAX, type SearchTerm } from "../domain/store.ts";
import { readField } from "../matching/phrases.ts";
import { refuseBadBeginning } from "./wish-lists.ts";
import { hasAlternatives, readConnectives, toPlainSigns } from "./written.ts";

/** Phones and word processors write these for a straight quotation mark. */
const MARKS = /["“”„‟«»＂]/;
const BLANK = /\s/;

/** What a search of words cannot be asked is told: one word or another, and a beginning of one letter. */
export function refuseUnsearchable(text: string): void {
  refuseBadBeginning(text);
  if (!hasAlternatives(text)) return;
  const example = "/subscribe everything words:ferry, harbor";
  throw new UserError("bad-option", (say) => say("search.alternatives", { example }));
}

/** Bounded and total: what is past 256 characters or 16 terms is left out, an open quotation runs to the end. */
export function parseSearch(text: string, { isHeadline = false } = {}): readonly SearchTerm[] {
  const typed = text.slice(0, SEARCH_LENGTH_MAX).toWellFormed().replaceAll("\0", " ");
  // "It is NOT over": the capitals of a headline only stress.
  const letters = [...(isHeadline ? typed : readConnectives(toPlainSigns(typed)))];
  const terms: SearchTerm[] = [];
  let index = 0;
  let isOfTitle = false;
  const readWhile = (isPart: (letter: string) => boolean): string => {
    const start = index;
    while (index < letters.length && isPart(letters[index] ?? "")) index += 1;
    return letters.slice(start, index).join("");
  };
  const readQuoted = (): string => {
    index += 1;
    const quoted = readWhile((letter) => !MARKS.test(letter));
    index += 1;
    return quoted;
  };
  while (index < letters.length && terms.length < SEARCH_TERMS_MAX) {
    readWhile((letter) => BLANK.test(letter));
    if (index >= letters.length) break;
    const isExcluded = letters[index] === "-" && !BLANK.test(letters[index + 1] ?? " ");
    if (isExcluded) index += 1;
    const isMarked = MARKS.test(letters[index] ?? "");
    const part = isMarked ? readQuoted() : readWhile((letter) => !BLANK.test(letter) && !MARKS.test(letter));
    const isName = !isMarked && part.endsWith(":") && MARKS.test(letters[index] ?? "");
    const told = isMarked ? null : readField({ text: isName ? readQuoted() : part, isQuoted: isName, before: part });
    if (told?.field === "title") isOfTitle = true;
    else if (told !== null) addTo(terms, { text: told.text, field: told.field, isPhrase: isName, isExcluded });
    else addTo(terms, { text: part, isPhrase: isMarked, isExcluded });
  }
  return isOfTitle ? terms.map((term) => ({ field: "title", ...term })) : terms;
}

function addTo(terms: SearchTerm[], term: SearchTerm): void {
  const text = term.text.trim();
  if (text !== "") terms.push({ ...term, text });
}

/** What was searched for, in the marks of the reader's language: “ferry ‘port strike’ -late”, and “port strike” alone. */
export function nameSearch(text: string, say: Say): string {
  const terms = parseSearch(text);
  const [only] = terms;
  if (only === undefined) return say.inMarks(text);
  if (terms.length === 1 && only.field === undefined && only.isPhrase && !only.isExcluded)
    return say.inMarks(only.text);
  const parts = terms.map(({ text, field, isPhrase, isExcluded }) => {
    const part = isPhrase ? say("marks.inner", { text }) : text;
    const told = field === "author" || field === "category" ? `${field}:${part}` : part;
    return isExcluded ? `-${told}` : told;
  });
  if (terms.some(({ field }) => field === "title")) parts.push("in:title");
  return say.inMarks(parts.join(" "));
}
