/** Search terms as full-text queries of each engine, built from folded words and keys only, so that no typed operator survives. */

import { CJK } from "../domain/fold.ts";
import { SEARCH_TERMS_MAX, type SearchTerm } from "../domain/store.ts";
import { listFormKeys, toAuthorKey, toCapitalsKey, toCategoryKey, toSignedKey } from "../matching/keys.ts";
import { type Phrase, readTerm, type WordPattern } from "../matching/phrases.ts";
import { cutWord, isPairedLetter, toWords } from "./normalize.ts";

/** Words one after another, or several of that joined. */
export type Query =
  | {
      readonly type: "words";
      readonly words: readonly string[];
      /** The last word is the beginning of one. */
      readonly isPrefix: boolean;
      /** Where they stand, 0 being the first section of the index; null for anywhere. */
      readonly sections: readonly number[] | null;
    }
  | { readonly type: "all" | "any"; readonly parts: readonly Query[] };

export interface WordQuery {
  readonly included: Query | null;
  readonly excluded: Query | null;
  /** All that must be found. */
  readonly phrases: readonly Phrase[];
  /** What the index cannot decide for each article it finds; it is looked for in the article itself. */
  readonly looked: { readonly included: readonly Phrase[]; readonly excluded: readonly Phrase[] };
}

const TITLE = [0];

const words = (list: readonly string[], sections: readonly number[] | null, isPrefix = false): Query => ({
  type: "words",
  words: list,
  isPrefix,
  sections,
});

export function join(type: "all" | "any", parts: readonly Query[]): Query {
  const [only] = parts;
  return only !== undefined && parts.length === 1 ? only : { type, parts };
}

/** The key a field's words are indexed by. */
const KEY_OF_FIELD: Readonly<Record<Phrase["field"], (word: string) => string>> = {
  text: (word) => word,
  title: (word) => word,
  author: toAuthorKey,
  category: toCategoryKey,
};

function toPattern({ kind, word }: WordPattern, { field, isExact }: Phrase): Query {
  const sections = field === "title" ? TITLE : null;
  const toKey = KEY_OF_FIELD[field];
  if (kind === "beginning" || kind === "letter") return words([toKey(cutWord(word))], sections, true);
  const isOfText = field === "text" || field === "title";
  if (kind === "capitals" && isOfText) return words([toCapitalsKey(word)], sections);
  if (kind === "signed" && isOfText) return words([toSignedKey(word)], sections);
  const own = words([toKey(cutWord(word))], sections);
  if (isExact || CJK.test(word)) return own;
  const keys = isOfText ? listFormKeys(word) : listFormKeys(word).map(toKey);
  return join("any", [own, ...keys.map((key) => words([key], sections))]);
}

const isPlain = ({ kind }: WordPattern): boolean => kind === "word";

/** What every article has that has the phrase. */
function toCandidates(phrase: Phrase): Query {
  const { field, patterns, isExact } = phrase;
  if (patterns.every(isPlain) && (isExact || patterns.every(({ word }) => CJK.test(word)))) {
    const list = patterns.map(({ word }) => KEY_OF_FIELD[field](cutWord(word)));
    return words(list, field === "title" ? TITLE : null);
  }
  return join(
    "all",
    patterns.map((pattern) => toPattern(pattern, phrase)),
  );
}

/** Two East Asian letters may be parts of two words, which no index knows; the order of forms is not indexed. */
function isDecided({ patterns, isExact }: Phrase): boolean {
  const [first] = patterns;
  if (patterns.length > 1) return patterns.every(isPlain) && (isExact || patterns.every(({ word }) => CJK.test(word)));
  return first !== undefined && !(CJK.test(first.word) && first.kind === "word" && first.word.length === 2);
}

/** Null when words were asked for but nothing searchable is among them ("!!!"): then there are no results. */
export function toWordQuery(terms: readonly SearchTerm[]): WordQuery | null {
  const read = (isExcluded: boolean): readonly Phrase[] =>
    terms
      .slice(0, SEARCH_TERMS_MAX)
      .filter((term) => term.isExcluded === isExcluded)
      .flatMap((term) => readTerm(term) ?? []);
  const [included, excluded] = [read(false), read(true)];
  if (terms.length > 0 && included.length + excluded.length === 0) return null;
  if (included.length === 0 && terms.some((term) => !term.isExcluded)) return null;
  const decided = excluded.filter(isDecided);
  return {
    included: included.length === 0 ? null : join("all", included.map(toCandidates)),
    excluded: decided.length === 0 ? null : join("any", decided.map(toCandidates)),
    phrases: included,
    looked: {
      included: included.filter((phrase) => !isDecided(phrase)),
      excluded: excluded.filter((phrase) => !isDecided(phrase)),
    },
  };
}

/** A speaker matches by all words of the name, in any order; there may be none. */
export const listNames = (speaker: string): readonly string[] => toWords(speaker).slice(0, SEARCH_TERMS_MAX);

/** The last of them may be only begun. */
export const toNamesQuery = (names: readonly string[], isBegun = false): Query =>
  join(
    "all",
    names.map((word, index) => words([word], null, isPairedLetter(word) || (isBegun && index === names.length - 1))),
  );

/** What all that matches has, told by which words are there alone: neither in which order nor where. */
export function toLoose(query: Query): Query {
  if (query.type !== "words") return join(query.type, query.parts.map(toLoose));
  const last = query.words.length - 1;
  return join(
    "all",
    query.words.map((word, index) => words([word], null, query.isPrefix && index === last)),
  );
}

/** True when the order of words, or where they stand, says more than that they are there. */
export const isStrict = (query: Query): boolean =>
  query.type === "words" ? query.words.length > 1 || query.sections !== null : query.parts.some(isStrict);

const toColumns = (columns: readonly string[]): string =>
  columns.length === 1 ? (columns[0] ?? "") : `{${columns.join(" ")}}`;

/** The expression for SQLite's MATCH. Words hold letters, digits and marks only; quoting them is enough. */
export function toFts5(query: Query, columns: readonly string[], sections: readonly number[] | null = null): string {
  const narrow = (each: readonly number[] | null, expression: string): string =>
    each === null ? expression : `${toColumns(each.flatMap((section) => columns[section] ?? []))} : ${expression}`;
  const toText = (part: Query): string => {
    if (part.type === "words") {
      return narrow(part.sections, `"${part.words.join(" ")}"${part.isPrefix ? " *" : ""}`);
    }
    return `(${part.parts.map(toText).join(part.type === "all" ? " AND " : " OR ")})`;
  };
  const text = toText(query);
  return sections === null ? text : narrow(sections, query.type === "words" ? `(${text})` : text);
}

/** The text of a PostgreSQL tsquery. Weights ("AD") narrow it to some sections, A being the first. */
export function toTsquery(query: Query, toWeights: (sections: readonly number[]) => string, weights = ""): string {
  const toText = (part: Query): string => {
    if (part.type !== "words") return `(${part.parts.map(toText).join(part.type === "all" ? " & " : " | ")})`;
    const place = weights === "" && part.sections !== null ? toWeights(part.sections) : weights;
    const list = part.words.map((word, index) => {
      const marks = `${part.isPrefix && index === part.words.length - 1 ? "*" : ""}${place}`;
      return `'${word}'${marks === "" ? "" : `:${marks}`}`;
    });
    return `(${list.join(" <-> ")})`;
  };
  return toText(query);
}
