/** What limits a search besides words, as words of the indexes: feed, topic, language, day, who may see it, who speaks. */

import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Quote } from "../../domain/article.ts";
import type { Fact } from "../dialects/dialect.ts";
import { cutWord, isPairedLetter, toIndexedSections } from "../normalize.ts";
import { join, type Query } from "../query.ts";

/** A letter for private use, as the keys of the matcher begin with one: nobody can type a word with it. */
const FACT = "\uE006";
const HASH_LENGTH = 16;
const DAY_MS = 24 * 60 * 60 * 1000;
/** What is dated outside these years counts as of the nearest. */
const FIRST_DAY = Date.UTC(1990, 0, 1);
const LAST_DAY = Date.UTC(2069, 11, 31);

/** Ids may hold any letter; an index takes letters and digits. */
const toHashedKey = (kind: string, value: string): string =>
  `${FACT}${kind}${createHash("sha256").update(value).digest("hex").slice(0, HASH_LENGTH)}`;

const toFeedKey = (feedId: string): string => toHashedKey("f", feedId);
const toTopicKey = (topic: string): string => toHashedKey("t", topic.toLowerCase());
const toLanguageKey = (language: string): string => toHashedKey("l", language);
const EVERYBODYS = `${FACT}p`;
const ADDED = `${FACT}o`;
const toSpeakerKey = (word: string): string => `${FACT}s${cutWord(word)}`;
const toNameKey = (word: string): string => `${FACT}n${cutWord(word)}`;

const bind = (moment: number): number => Math.min(Math.max(moment, FIRST_DAY), LAST_DAY);
const toDay = (moment: number): string => new Date(moment).toISOString().slice(0, 10).replaceAll("-", "");
const toDayKey = (digits: string): string => `${FACT}d${digits}`;

/** A day is found by itself, by its month and by its year. */
function listDayKeys(datedAt: number): readonly string[] {
  const day = toDay(bind(datedAt));
  return [day, day.slice(0, 6), day.slice(0, 4)].map(toDayKey);
}

/** Years, months and days that are together the time from one moment to another; a key nothing has when it is none. */
function listSpanKeys(since: number, until: number): readonly string[] {
  const [from, to] = [toDay(since), toDay(until)];
  const keys = new Set<string>();
  for (let moment = since; toDay(moment) <= to; ) {
    const date = new Date(moment);
    const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
    const lasts = [Date.UTC(year + 1, 0, 1), Date.UTC(year, month + 1, 1), moment + DAY_MS];
    const firsts = [Date.UTC(year, 0, 1), Date.UTC(year, month, 1), moment];
    const digits = [4, 6, 8];
    const size = digits.findIndex(
      (_, index) => toDay(firsts[index] ?? moment) >= from && toDay((lasts[index] ?? 0) - DAY_MS) <= to,
    );
    keys.add(toDay(moment).slice(0, digits[size]));
    moment = lasts[size] ?? moment + DAY_MS;
  }
  return (keys.size === 0 ? ["never"] : [...keys]).map(toDayKey);
}

export interface ArticleFacts {
  readonly feedId: string;
  readonly language: string;
  readonly topics: readonly string[];
  readonly isAdded: boolean;
  readonly datedAt: number;
}

/** What an article, and each of its quotes, is found by for its own facts. */
const listOwnKeys = ({ feedId, isAdded, datedAt }: Omit<ArticleFacts, "topics" | "language">): readonly string[] => [
  toFeedKey(feedId),
  isAdded ? ADDED : EVERYBODYS,
  ...listDayKeys(datedAt),
];

/** With the last letters of names written without spaces. */
const listWords = (text: string): readonly string[] =>
  toIndexedSections([{ text, language: null }]).flatMap(({ words }) => words.flatMap((word) => word ?? []));

/** The words of the one who said it: name and role, and how the text calls them. */
const listSpeakerWords = ({ speaker }: Quote): readonly string[] =>
  speaker === null ? [] : [speaker.name, speaker.role ?? "", speaker.mention].flatMap(listWords);

export const listArticleKeys = (facts: ArticleFacts, quotes: readonly Quote[]): readonly string[] => [
  ...listOwnKeys(facts),
  toLanguageKey(facts.language),
  ...new Set(facts.topics.map(toTopicKey)),
  ...new Set(quotes.flatMap(listSpeakerWords).map(toSpeakerKey)),
];

export const listQuoteKeys = (facts: ArticleFacts, quote: Quote): readonly string[] => [
  ...listOwnKeys(facts),
  ...new Set(listSpeakerWords(quote).map(toSpeakerKey)),
  ...new Set(listWords(quote.speaker?.name ?? "").map(toNameKey)),
];

const isAnyOf = (keys: readonly string[]): Query =>
  join(
    "any",
    keys.map((key) => ({ type: "words", words: [key], isPrefix: false, sections: null })),
  );

export interface FactLimits {
  readonly feedIds: readonly string[];
  readonly topics: readonly string[];
  readonly languages: readonly string[];
  readonly ownFeedIds?: readonly string[];
  readonly since: number | null;
  readonly until: number | null;
}

const isIn = (column: string, values: readonly string[]) => sql`${sql.ref(column)} in (${sql.join([...values])})`;

/** One for each limit there is: all must be met. */
export function toFactLimits(limits: FactLimits): readonly Fact[] {
  const { feedIds, topics, languages, ownFeedIds, since, until } = limits;
  const facts: Fact[] = [];
  if (ownFeedIds !== undefined) {
    const isOwn = ownFeedIds.length === 0 ? sql`` : sql` or ${isIn("a.feed_id", ownFeedIds)}`;
    const query = isAnyOf([EVERYBODYS, ...ownFeedIds.map(toFeedKey)]);
    facts.push({ query, condition: sql`(a.is_added = 0${isOwn})` });
  }
  if (feedIds.length > 0) {
    facts.push({ query: isAnyOf(feedIds.map(toFeedKey)), condition: isIn("a.feed_id", feedIds) });
  }
  if (topics.length > 0) facts.push({ query: isAnyOf(topics.map(toTopicKey)), condition: null });
  if (languages.length > 0) {
    facts.push({ query: isAnyOf(languages.map(toLanguageKey)), condition: isIn("a.language", languages) });
  }
  if (since !== null || until !== null) {
    const query = isAnyOf(listSpanKeys(bind(since ?? FIRST_DAY), bind(until ?? LAST_DAY)));
    // The moments themselves, of which days are too coarse a measure, are a condition of every search already.
    facts.push({ query, condition: sql`true` });
  }
  return facts;
}

/** Every article and every quote has one of them. */
export const EVERYTHING: Query = isAnyOf([EVERYBODYS, ADDED]);

/** All of the words, the last perhaps only begun, each in the name, or in name, role or mention. */
export const toSpeakerFacts = (words: readonly string[], isOfName: boolean, isBegun = false): readonly Fact[] =>
  words.map((word, index) => ({
    query: {
      type: "words",
      words: [(isOfName ? toNameKey : toSpeakerKey)(word)],
      isPrefix: isPairedLetter(word) || (isBegun && index === words.length - 1),
      sections: null,
    },
    condition: null,
  }));
