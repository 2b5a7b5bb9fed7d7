/** A short piece of text round what was searched for: where most of it stands together, phrases before words. */

import type { SearchTerm } from "../domain/store.ts";
import { type Hit, listHits, toHitWords } from "./hits.ts";

export const SNIPPET_LENGTH_MAX = 180;
const LEAD_LENGTH = 50;
/** Of each text; the rest of a very long one is not looked through. */
const SEARCHED_LENGTH_MAX = 100_000;
/** A phrase that stands whole says more than several of the other words. */
const PHRASE_WORTH = 4;

/** How much of what was searched for a piece that begins at this hit shows. */
function weigh(hits: readonly Hit[], index: number): number {
  const end = (hits[index]?.start ?? 0) + SNIPPET_LENGTH_MAX - LEAD_LENGTH;
  const shown = new Set<string>();
  for (let next = index; (hits[next]?.end ?? end + 1) <= end; next += 1) shown.add(hits[next]?.words ?? "");
  return [...shown].reduce((sum, words) => sum + (words.includes(" ") ? PHRASE_WORTH : 1), 0);
}

function findStart(text: string, index: number): number {
  if (index <= LEAD_LENGTH) return 0;
  const blank = text.indexOf(" ", index - LEAD_LENGTH);
  if (blank !== -1 && blank < index) return blank + 1;
  // Written without blanks: cut between letters.
  const start = index - LEAD_LENGTH;
  return /[\uDC00-\uDFFF]/.test(text[start] ?? "") ? start + 1 : start;
}

function cutAt(text: string, index: number): string {
  const start = findStart(text, index);
  const rest = text.slice(start).replace(/\s+/g, " ").trim();
  if (rest.length <= SNIPPET_LENGTH_MAX) return `${start > 0 ? "… " : ""}${rest}`;
  const end = rest.lastIndexOf(" ", SNIPPET_LENGTH_MAX);
  return `${start > 0 ? "… " : ""}${rest.slice(0, end > LEAD_LENGTH ? end : SNIPPET_LENGTH_MAX).toWellFormed()} …`;
}

/** From the first of the texts that shows as much as any; else the beginning of the first text. */
export function cutSnippet(texts: readonly string[], terms: readonly SearchTerm[], language: string): string {
  const searched = texts.map((text) => text.slice(0, SEARCHED_LENGTH_MAX));
  const hitWords = toHitWords(terms, searched, language);
  let best: { readonly text: string; readonly at: number; readonly worth: number } | null = null;
  for (const text of texts) {
    const hits = listHits(text.slice(0, SEARCHED_LENGTH_MAX), hitWords);
    for (const [index, { start }] of hits.entries()) {
      const worth = weigh(hits, index);
      if (best === null || worth > best.worth) best = { text, at: start, worth };
    }
  }
  if (best !== null) return cutAt(best.text, best.at);
  const first = texts.find((text) => text !== "");
  return first === undefined ? "" : cutAt(first, 0);
}
