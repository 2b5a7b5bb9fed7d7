/** Small pieces of wording that several commands share: the title of a feed, the description of a subscription. */

import type { Feed } from "../domain/feed.ts";
import { nameZone } from "../domain/local-time.ts";
import type { Say } from "../domain/say.ts";
import { DEFAULT_DISPLAY, type Display, type Filter, type Subscription } from "../domain/subscription.ts";
import { sayInEnglish } from "./say.ts";

/** `1 post`, `2 posts`: for the command line, which speaks English. */
export const toCount = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;

/** "21 Nov 2026", in UTC, so that every platform says the same. */
export const toDay = (date: Date): string => sayInEnglish.day(date);

/** Its title; a site that is read from its page is always told as such. */
export const nameFeed = ({ title, isPage }: Feed, say: Say): string =>
  isPage === true ? say("feed.page", { feed: title }) : title;

export function titleOf(feeds: readonly Feed[], id: string, say: Say): string {
  const feed = feeds.find((each) => each.id === id);
  return feed === undefined ? id : nameFeed(feed, say);
}

/** A wish as it was typed: “ferry”, and “‘port strike’” for what stands for itself alone. */
export function nameWish(wish: string, say: Say): string {
  return say.inMarks(wish.replace(/"([^"]*)"/g, (_, text: string) => say("marks.inner", { text })));
}

/** "Harbor Wire, with the words “ferry”, quoting Ada Lindqvist". */
export function describeSubscription(subscription: Subscription, feeds: readonly Feed[], say: Say): string {
  const { feedIds, topics, words, excludedWords, speakers, languages, authors, categories } = subscription.filter;
  const anyOf = (parts: readonly string[]): string => say.list(parts, "or");
  const parts: string[] = [];
  if (feedIds.length > 0) parts.push(anyOf(feedIds.map((id) => titleOf(feeds, id, say))));
  if (topics.length > 0) parts.push(say("subscription.topics", { topics: anyOf(topics) }));
  if (parts.length === 0) parts.push(say("subscription.allFeeds"));
  const inMarks = (wish: string): string => nameWish(wish, say);
  if (words.length > 0) parts.push(say("subscription.with", { words: anyOf(words.map(inMarks)) }));
  if (excludedWords.length > 0) {
    parts.push(say("subscription.without", { words: anyOf(excludedWords.map(inMarks)) }));
  }
  if (speakers.length > 0) parts.push(say("subscription.quoting", { speakers: anyOf(speakers) }));
  if (authors.length > 0) parts.push(say("subscription.by", { authors: anyOf(authors) }));
  if (categories.length > 0) parts.push(say("subscription.filed", { categories: anyOf(categories) }));
  if (languages.length > 0) {
    parts.push(say("subscription.in", { languages: anyOf(languages.map(say.languageName)) }));
  }
  return say.series(parts);
}

/** What differs from the default, "daily at 08:00 (Europe/Berlin), silent"; empty when nothing does. */
export function describeDisplay(display: Display, say: Say): string {
  const { rhythm, digestAt: time, timeZone, digestWeekday, quietFrom, quietTo, title } = display;
  const zone = nameZone(timeZone);
  const parts: string[] = [];
  if (rhythm === "daily") parts.push(say("display.daily", { time, zone }));
  if (rhythm === "weekly") parts.push(say("display.weekly", { day: say.weekday(digestWeekday), time, zone }));
  if (rhythm === "quotes") parts.push(say("display.quotesOfWeek", { day: say.weekday(digestWeekday), time, zone }));
  if (quietFrom !== null && quietTo !== null) {
    parts.push(say("display.quiet", { from: quietFrom, to: quietTo, zone }));
  }
  if (display.sizeMin > 1) parts.push(say("display.size", { count: display.sizeMin }));
  if (display.isCompact) parts.push(say("display.compact"));
  if (display.pictures === "photo") parts.push(say("display.photo"));
  if (display.pictures === "off") parts.push(say("display.noPictures"));
  if (display.hasWholeText) parts.push(say("display.whole"));
  if (display.hasHashtags) parts.push(say("display.hashtags"));
  if (display.isSilent) parts.push(say("display.silent"));
  if (display.quotesMax !== DEFAULT_DISPLAY.quotesMax) parts.push(say("display.quotes", { count: display.quotesMax }));
  if (display.sentencesMax !== DEFAULT_DISPLAY.sentencesMax) {
    parts.push(say("display.sentences", { count: display.sentencesMax }));
  }
  if (title !== null) parts.push(say("display.title", { title: say.inMarks(title) }));
  if (display.mentionRoleId !== null) parts.push(say("display.role"));
  if (display.sender === "outlet") parts.push(say("display.sender"));
  return say.series(parts);
}

/** A subscription with all that was wished of it. */
export function describeWhole(subscription: Subscription, feeds: readonly Feed[], say: Say): string {
  const parts = [describeSubscription(subscription, feeds, say), describeDisplay(subscription.display, say)];
  return say.series(parts.filter((part) => part !== ""));
}

/** Several words without marks, which may have been meant apart. */
export const isPhrase = (wish: string): boolean => /^[^":]*\S\s+\S[^":]*$/.test(wish);

/** Of wishes that nothing stored has; null where there are none. */
export function wordUnmet({ speakers, words }: Pick<Filter, "speakers" | "words">, say: Say): string | null {
  const wishes = words.map((wish) => nameWish(wish, say));
  const told = [
    ...(speakers.length === 0 ? [] : [say("subscribe.nobodyYet", { names: say.series(speakers) })]),
    ...(wishes.length === 0 ? [] : [say("subscribe.nowhereYet", { words: say.series(wishes) })]),
    ...(words.some(isPhrase) ? [say("subscribe.asOnePhrase")] : []),
  ];
  return told.length === 0 ? null : told.join(" ");
}

/** That another subscription brings what this one wants; null for none. */
export function wordFirst(first: Subscription | null, say: Say): string | null {
  if (first === null) return null;
  const id = String(first.number);
  return say("subscribe.covered", { id, command: `/unsubscribe ${id}` });
}
