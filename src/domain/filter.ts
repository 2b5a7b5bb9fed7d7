/** Whether a brief passes a subscription's filter, and what it fails at. */

import type { Brief, Quote, Speaker } from "./article.ts";
import { foldWords } from "./fold.ts";
import type { FeedId } from "./id.ts";
import type { Filter } from "./subscription.ts";

/** What a filter looks at. */
export interface Matchable {
  readonly feedId: FeedId;
  /** Its feed was added by a person: it is for the channels that name the feed. False when absent. */
  readonly isAdded?: boolean;
  readonly topics: readonly string[];
  readonly language: string;
  readonly brief: Brief;
  readonly text: string;
  readonly quotes: readonly Quote[];
}

/** What stopped a brief, and the words, topics or names it was about. */
export interface Obstacle {
  readonly cause: "feed" | "topic" | "language" | "excluded" | "words" | "speaker";
  readonly about: readonly string[];
}

export type Verdict = { readonly isMatch: true } | { readonly isMatch: false; readonly obstacle: Obstacle };

const no = (cause: Obstacle["cause"], about: readonly string[]): Verdict => ({
  isMatch: false,
  obstacle: { cause, about },
});

/** True when the folded words of the phrase stand one after another in the folded text. */
function hasPhrase(foldedText: string, phrase: string): boolean {
  const folded = foldWords(phrase).join(" ");
  return folded !== "" && foldedText.includes(` ${folded} `);
}

/** A speaker is meant by name, by role or by the mention as printed. */
const toSpeakerWords = (speaker: Speaker | null): string =>
  foldWords(speaker === null ? "" : [speaker.name, speaker.role, speaker.mention].join("\n")).join(" ");

function isQuoted(speaker: string, foldedNames: readonly string[]): boolean {
  const words = foldWords(speaker);
  return words.length > 0 && foldedNames.some((name) => words.every((word) => name.includes(` ${word} `)));
}

/** Why a brief passes a filter or does not: the first limit it fails at. */
export function judge(filter: Filter, matchable: Matchable, foldedText: string): Verdict {
  if (filter.feedIds.length > 0 && !filter.feedIds.includes(matchable.feedId)) return no("feed", [matchable.feedId]);
  if (filter.topics.length > 0 && !filter.topics.some((topic) => matchable.topics.includes(topic))) {
    return no("topic", matchable.topics);
  }
  if (filter.languages.length > 0 && !filter.languages.includes(matchable.language)) {
    return no("language", [matchable.language]);
  }
  const excluded = filter.excludedWords.find((words) => hasPhrase(foldedText, words));
  if (excluded !== undefined) return no("excluded", [excluded]);
  if (filter.words.length > 0 && !filter.words.some((words) => hasPhrase(foldedText, words))) {
    return no("words", filter.words);
  }
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

/** Headline and text folded once for every filter: words parted by single blanks, one at each end. */
export function toFoldedText(matchable: Pick<Matchable, "brief" | "text">): string {
  return ` ${foldWords(`${matchable.brief.headline}\n${matchable.text}`).join(" ")} `;
}
