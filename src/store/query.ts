/** Search terms as full-text queries of each engine, built from folded words only, so that no typed operator survives. */

import { SEARCH_TERMS_MAX, type SearchTerm } from "../domain/store.ts";
import { isPairedLetter, toWords } from "./normalize.ts";

const WORDS_PER_TERM_MAX = 256;

/** Words that must stand one after another. */
export interface Phrase {
  readonly words: readonly string[];
  /** One East Asian letter alone: the index holds pairs, so it is looked for as the beginning of one. */
  readonly isPrefix: boolean;
}

export interface WordQuery {
  readonly included: readonly Phrase[];
  readonly excluded: readonly Phrase[];
}

/** A term of several words ("e-mail", 北京大学) is looked for as a phrase, as it was written. */
function toPhrase(text: string): Phrase | null {
  const words = toWords(text).slice(0, WORDS_PER_TERM_MAX);
  if (words.length === 0) return null;
  return { words, isPrefix: words.length === 1 && isPairedLetter(words[0] ?? "") };
}

/** Null when words were asked for but nothing searchable is among them ("!!!"): then there are no results. */
export function toWordQuery(terms: readonly SearchTerm[]): WordQuery | null {
  const included: Phrase[] = [];
  const excluded: Phrase[] = [];
  for (const term of terms.slice(0, SEARCH_TERMS_MAX)) {
    const phrase = toPhrase(term.text);
    if (phrase !== null) (term.isExcluded ? excluded : included).push(phrase);
  }
  if (terms.length > 0 && included.length + excluded.length === 0) return null;
  if (included.length === 0 && terms.some((term) => !term.isExcluded)) return null;
  return { included, excluded };
}

/** A speaker matches by all words of the name, in any order. Null when the name has none. */
export function toSpeakerPhrases(speaker: string): readonly Phrase[] | null {
  const words = toWords(speaker).slice(0, SEARCH_TERMS_MAX);
  if (words.length === 0) return null;
  return words.map((word) => ({ words: [word], isPrefix: isPairedLetter(word) }));
}

/** The expression for SQLite's MATCH. Folded words hold letters, digits and marks only; quoting them is enough. */
export function toFts5(phrases: readonly Phrase[], joint: "and" | "or", columns: readonly string[] | null): string {
  const parts = phrases.map((phrase) => `"${phrase.words.join(" ")}"${phrase.isPrefix ? " *" : ""}`);
  const joined = parts.join(joint === "and" ? " AND " : " OR ");
  if (columns === null) return joined;
  return `${columns.length === 1 ? columns[0] : `{${columns.join(" ")}}`} : (${joined})`;
}

/** The text of a PostgreSQL tsquery. Weights ("AD") narrow it to some sections, A being the first. */
export function toTsquery(phrases: readonly Phrase[], joint: "and" | "or", weights: string | null): string {
  const parts = phrases.map((phrase) => {
    const marks = `${phrase.isPrefix ? "*" : ""}${weights ?? ""}`;
    return `(${phrase.words.map((word) => `'${word}'${marks === "" ? "" : `:${marks}`}`).join(" <-> ")})`;
  });
  return parts.join(joint === "and" ? " & " : " | ");
}
