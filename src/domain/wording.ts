/** Small pieces of wording that several commands share: lists of words, dates, the description of a subscription. */

import type { Feed } from "./feed.ts";
import type { FeedId } from "./id.ts";
import type { Subscription } from "./subscription.ts";

/** "a", "a and b", "a, b and c". */
export function toList(parts: readonly string[], joint: "and" | "or" = "and"): string {
  if (parts.length < 2) return parts[0] ?? "";
  return `${parts.slice(0, -1).join(", ")} ${joint} ${parts.at(-1)}`;
}

/** `1 post`, `2 posts`. */
export const toCount = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;

/** "21 Nov 2026", in UTC, so that every platform says the same. */
export function toDay(date: Date): string {
  return new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" }).format(
    date,
  );
}

export function titleOf(feeds: readonly Feed[], id: FeedId): string {
  return feeds.find((feed) => feed.id === id)?.title ?? id;
}

const inMarks = (text: string): string => `“${text}”`;

/** "Harbor Wire, with the words “ferry”, quoting Ada Lindqvist". */
export function describeSubscription(subscription: Subscription, feeds: readonly Feed[]): string {
  const { filter } = subscription;
  const parts: string[] = [];
  if (filter.feedIds.length > 0)
    parts.push(
      toList(
        filter.feedIds.map((id) => titleOf(feeds, id)),
        "or",
      ),
    );
  if (filter.topics.length > 0) parts.push(`news on ${toList(filter.topics, "or")}`);
  if (parts.length === 0) parts.push("all feeds");
  if (filter.words.length > 0) parts.push(`with ${toList(filter.words.map(inMarks), "or")}`);
  if (filter.excludedWords.length > 0) parts.push(`without ${toList(filter.excludedWords.map(inMarks), "or")}`);
  if (filter.speakers.length > 0) parts.push(`quoting ${toList(filter.speakers, "or")}`);
  if (filter.languages.length > 0) parts.push(`in ${toList(filter.languages, "or")}`);
  return parts.join(", ");
}
