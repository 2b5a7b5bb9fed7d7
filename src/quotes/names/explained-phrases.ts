/** Finds the phrase that a name behind a comma explains: "[the head of the coast council], Ada Moor,". */

import { classAt, classSet, DETERMINING, type Mention } from "../../languages/reading.ts";
import type { ReadText } from "../reading/read-text.ts";

const PLAIN_WORDS = classSet("plain", "number", "role");
const PHRASES_MAX = 3;
const PLAIN_WORDS_MAX = 4;

/** "The harbor master": a phrase of words that the lists do not know for a speaker; "of harbor services" has no article. */
function plainPhrase(read: ReadText, last: number): Mention | undefined {
  for (let first = last; first >= 0 && last - first <= PLAIN_WORDS_MAX; first--) {
    if (DETERMINING.has(classAt(read.items, first))) return first === last ? undefined : { first, last, kind: "noun" };
    // « le Centre international »: where adjectives follow, a capital opens the phrase.
    const isNamed = first < last && !read.speech.stacksNouns && classAt(read.items, first) === "capital";
    if (PLAIN_WORDS.has(classAt(read.items, first)) || isNamed) continue;
    const isOf = first < last && read.speech.describingPrepositions.has(read.items[first]?.word ?? "");
    return isOf ? { first: first + 1, last, kind: "noun" } : undefined;
  }
  return undefined;
}

/** "the [minister] of ports": somebody's office, who may be named behind as well as whoever belongs to them. */
const isOffice = ({ items, speech }: ReadText, { kind, last }: Mention): boolean => {
  const { word = "" } = items[last] ?? {};
  return (kind === "role" || kind === "title") && !speech.organizationWords.has(word) && !speech.cueNouns.has(word);
};

interface Explained {
  readonly phrase: Mention;
  /** "[A spokesman] for the minister, Ada Moor,": she is the one or the other. */
  readonly isUnclear: boolean;
}

/** Follows "the head of the coast council" back from a comma to "the head"; null when no phrase ends there. */
function findExplained(read: ReadText, name: Mention): Explained | null {
  if (classAt(read.items, name.first - 1) !== "comma") return null;
  let found = read.mentions[read.index.byLast.get(name.first - 2) ?? -1] ?? plainPhrase(read, name.first - 2);
  let isOfSomebody = false;
  for (let count = 0; count < PHRASES_MAX && found !== undefined; count++) {
    if (classAt(read.items, found.first - 1) !== "preposition") break;
    const before = read.mentions[read.index.byLast.get(found.first - 2) ?? -1] ?? plainPhrase(read, found.first - 2);
    if (before === undefined) break;
    isOfSomebody ||= isOffice(read, found);
    found = before;
  }
  if (found === undefined || found.kind === "name" || found.kind === "pronoun") return null;
  const isAny = read.speech.indefiniteArticles.has(read.items[found.first]?.word ?? "");
  return { phrase: found, isUnclear: isOfSomebody && isAny };
}

/** The phrase that a name behind a comma explains; null when none does for certain. */
export function explainedPhrase(read: ReadText, name: Mention): Mention | null {
  const found = findExplained(read, name);
  return found === null || found.isUnclear ? null : found.phrase;
}

/** "[A spokesman] for the minister, Ada Moor,": who is meant, where nobody can tell of whom the name is; else null. */
export function unclearPhrase(read: ReadText, name: Mention): Mention | null {
  const found = name.kind === "name" ? findExplained(read, name) : null;
  return found?.isUnclear === true ? found.phrase : null;
}

/** The same by mention; -1 where a name tells no doubt, or the phrase is no mention. */
export function unclearMention(read: ReadText, index: number): number {
  const mention = read.mentions[index];
  const phrase = mention === undefined ? null : unclearPhrase(read, mention);
  return phrase === null ? -1 : (read.index.byLast.get(phrase.last) ?? -1);
}
