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

/** Follows "the head of the coast council" back from a comma to "the head"; null when no phrase ends there. */
export function explainedPhrase(read: ReadText, name: Mention): Mention | null {
  if (classAt(read.items, name.first - 1) !== "comma") return null;
  let found = read.mentions[read.index.byLast.get(name.first - 2) ?? -1] ?? plainPhrase(read, name.first - 2);
  for (let count = 0; count < PHRASES_MAX && found !== undefined; count++) {
    if (classAt(read.items, found.first - 1) !== "preposition") break;
    const before = read.mentions[read.index.byLast.get(found.first - 2) ?? -1] ?? plainPhrase(read, found.first - 2);
    if (before === undefined) break;
    found = before;
  }
  return found === undefined || found.kind === "name" || found.kind === "pronoun" ? null : found;
}
