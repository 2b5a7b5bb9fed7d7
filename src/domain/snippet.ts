/** A short piece of text round the first words that were searched for. */

import { foldWords } from "./fold.ts";
import type { SearchTerm } from "./store.ts";

export const SNIPPET_LENGTH_MAX = 180;
const LEAD_LENGTH = 50;
const WORD = /[\p{L}\p{N}]+/gu;

/** Where the first of the wanted words stands; null when none does. */
function findFirst(text: string, wanted: ReadonlySet<string>): number | null {
  for (const match of text.matchAll(WORD)) {
    if (foldWords(match[0]).some((word) => wanted.has(word))) return match.index;
  }
  return null;
}

function cutAt(text: string, index: number): string {
  const from = index <= LEAD_LENGTH ? 0 : text.indexOf(" ", index - LEAD_LENGTH) + 1;
  const start = Math.min(from, index);
  const rest = text.slice(start).replace(/\s+/g, " ").trim();
  if (rest.length <= SNIPPET_LENGTH_MAX) return `${start > 0 ? "… " : ""}${rest}`;
  const end = rest.lastIndexOf(" ", SNIPPET_LENGTH_MAX);
  return `${start > 0 ? "… " : ""}${rest.slice(0, end > LEAD_LENGTH ? end : SNIPPET_LENGTH_MAX).toWellFormed()} …`;
}

/** From the first of the texts that has a word searched for; else the beginning of the first text. */
export function cutSnippet(texts: readonly string[], terms: readonly SearchTerm[]): string {
  const wanted = new Set(terms.filter((term) => !term.isExcluded).flatMap((term) => foldWords(term.text)));
  for (const text of texts) {
    const index = findFirst(text, wanted);
    if (index !== null) return cutAt(text, index);
  }
  const first = texts.find((text) => text !== "");
  return first === undefined ? "" : cutAt(first, 0);
}
