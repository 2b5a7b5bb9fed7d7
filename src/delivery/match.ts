/** Who is owed a brief: the subscriptions whose filter it passes, at most one for each destination. */

import type { Brief, Quote } from "../domain/article.ts";
import { foldWords } from "../domain/fold.ts";
import type { FeedId } from "../domain/id.ts";
import { toReleaseAt } from "../domain/rhythm.ts";
import type { Recipient } from "../domain/store.ts";
import { type Filter, type Subscription, toDestinationKey } from "../domain/subscription.ts";

/** What a filter looks at. */
export interface Matchable {
  readonly feedId: FeedId;
  readonly topics: readonly string[];
  readonly language: string;
  readonly brief: Brief;
  readonly text: string;
  readonly quotes: readonly Quote[];
}

export type Verdict = { readonly isMatch: true } | { readonly isMatch: false; readonly reason: string };

const no = (reason: string): Verdict => ({ isMatch: false, reason });

/** True when the folded words of the phrase stand one after another in the folded text. */
function hasPhrase(foldedText: string, phrase: string): boolean {
  const folded = foldWords(phrase).join(" ");
  return folded !== "" && foldedText.includes(` ${folded} `);
}

function isQuoted(speaker: string, foldedNames: readonly string[]): boolean {
  const words = foldWords(speaker);
  return words.length > 0 && foldedNames.some((name) => words.every((word) => name.includes(` ${word} `)));
}

/** Why a brief passes a filter or does not, in a sentence a person can act on. */
export function judge(filter: Filter, matchable: Matchable, foldedText: string): Verdict {
  if (filter.feedIds.length > 0 && !filter.feedIds.includes(matchable.feedId)) return no("It is from another feed.");
  if (filter.topics.length > 0 && !filter.topics.some((topic) => matchable.topics.includes(topic))) {
    return no(`Its topics are ${matchable.topics.join(", ") || "unknown"}.`);
  }
  if (filter.languages.length > 0 && !filter.languages.includes(matchable.language)) {
    return no(`Its language is ${matchable.language}.`);
  }
  const excluded = filter.excludedWords.find((words) => hasPhrase(foldedText, words));
  if (excluded !== undefined) return no(`It has the excluded words “${excluded}”.`);
  if (filter.words.length > 0 && !filter.words.some((words) => hasPhrase(foldedText, words))) {
    return no("It has none of the words asked for.");
  }
  if (filter.speakers.length > 0) {
    const names = matchable.quotes.map((quote) => ` ${foldWords(quote.speaker?.name ?? "").join(" ")} `);
    if (!filter.speakers.some((speaker) => isQuoted(speaker, names))) {
      return no(`It does not quote ${filter.speakers.join(" or ")}.`);
    }
  }
  return { isMatch: true };
}

/** Headline and text folded once for every filter: words parted by single blanks, one at each end. */
export function toFoldedText(matchable: Pick<Matchable, "brief" | "text">): string {
  return ` ${foldWords(`${matchable.brief.headline}\n${matchable.text}`).join(" ")} `;
}

function toRecipient({ id, destination, display }: Subscription, now: Date): Recipient {
  const releaseAt = toReleaseAt(display, now);
  const waitsUntil = releaseAt > now ? releaseAt : null;
  return { subscriptionId: id, destination, waitsUntil, sizeMin: display.sizeMin };
}

/** What may wait for its story to grow may never come, so it counts as later than any hour. */
function isSooner(a: Recipient, b: Recipient): boolean {
  const [aSize = 1, bSize = 1] = [a.sizeMin, b.sizeMin];
  return aSize === bSize ? (a.waitsUntil?.getTime() ?? 0) < (b.waitsUntil?.getTime() ?? 0) : aSize < bSize;
}

/**
 * One recipient for each destination: of the matching subscriptions the one that posts it soonest speaks for it, the
 * first one where several do.
 */
export function matchSubscriptions(
  matchable: Matchable,
  subscriptions: readonly Subscription[],
  now: Date,
): readonly Recipient[] {
  const foldedText = toFoldedText(matchable);
  const recipients = new Map<string, Recipient>();
  for (const subscription of subscriptions) {
    if (subscription.pausedReason !== null || !judge(subscription.filter, matchable, foldedText).isMatch) continue;
    const key = toDestinationKey(subscription.destination);
    const recipient = toRecipient(subscription, now);
    const known = recipients.get(key);
    if (known === undefined || isSooner(recipient, known)) recipients.set(key, recipient);
  }
  return [...recipients.values()];
}
