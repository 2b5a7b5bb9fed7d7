/** Whether a brief passes a subscription's filter, and what it fails at. */

import type { Speaker } from "../domain/article.ts";
import { foldWords } from "../domain/fold.ts";
import type { Filter } from "../domain/subscription.ts";
import type { Matchable } from "../domain/subscription-store.ts";
import { type Document, hasWish, indexDocument } from "./document.ts";
import { readPhrase } from "./phrases.ts";

export type { Matchable } from "../domain/subscription-store.ts";

/** What stopped a brief, and the words, topics or names it was about. */
export interface Obstacle {
  readonly cause: "feed" | "topic" | "language" | "excluded" | "words" | "speaker" | "author" | "category";
  readonly about: readonly string[];
}

export type Verdict = { readonly isMatch: true } | { readonly isMatch: false; readonly obstacle: Obstacle };

const no = (cause: Obstacle["cause"], about: readonly string[]): Verdict => ({
  isMatch: false,
  obstacle: { cause, about },
});

/** A speaker is meant by name, by role or by the mention as printed. */
export const toSpeakerWords = (speaker: Speaker | null): string =>
  foldWords(speaker === null ? "" : [speaker.name, speaker.role, speaker.mention].join("\n")).join(" ");

function isQuoted(speaker: string, foldedNames: readonly string[]): boolean {
  const words = foldWords(speaker);
  return words.length > 0 && foldedNames.some((name) => words.every((word) => name.includes(` ${word} `)));
}

/** True when nobody was asked for, or one of them wrote it; the same for categories. */
function isOneOf(document: Document, field: "author" | "category", wanted: readonly string[]): boolean {
  return (
    wanted.length === 0 ||
    wanted.some((name) => {
      const phrase = readPhrase(name, field, false);
      return phrase !== null && hasWish(document, [phrase]);
    })
  );
}

/** Why a brief passes a filter or does not: the first limit it fails at. */
export function judge(filter: Filter, matchable: Matchable, document: Document): Verdict {
  if (filter.feedIds.length > 0 && !filter.feedIds.includes(matchable.feedId)) return no("feed", [matchable.feedId]);
  if (filter.topics.length > 0 && !filter.topics.some((topic) => matchable.topics.includes(topic))) {
    return no("topic", matchable.topics);
  }
  if (filter.languages.length > 0 && !filter.languages.includes(matchable.language)) {
    return no("language", [matchable.language]);
  }
  const excluded = filter.excludedWords.find((wish) => hasWish(document, wish));
  if (excluded !== undefined) return no("excluded", [excluded]);
  if (filter.words.length > 0 && !filter.words.some((wish) => hasWish(document, wish))) {
    return no("words", filter.words);
  }
  if (!isOneOf(document, "author", filter.authors)) return no("author", filter.authors);
  if (!isOneOf(document, "category", filter.categories)) return no("category", filter.categories);
  if (filter.speakers.length > 0) {
    const names = matchable.quotes.map((quote) => ` ${toSpeakerWords(quote.speaker)} `);
    if (!filter.speakers.some((speaker) => isQuoted(speaker, names))) return no("speaker", filter.speakers);
  }
  return { isMatch: true };
}

/** The same wishes, in whatever order they were written. */
export function isSameFilter(a: Filter, b: Filter): boolean {
  const toText = (filter: Filter): string =>
    JSON.stringify(
      Object.entries(filter)
        .map(([name, members]: readonly [string, readonly string[]]) => [name, [...new Set(members)].sort()] as const)
        .sort(([one], [other]) => (one < other ? -1 : 1)),
    );
  return toText(a) === toText(b);
}

/** Headline and text made ready once for every filter. */
export function toFoldedText({ brief, text, language, byline, categories }: Omit<Matchable, "feedId">): Document {
  return indexDocument({
    titles: [brief.headline],
    text,
    language,
    byline: byline ?? null,
    categories: categories ?? [],
  });
}
