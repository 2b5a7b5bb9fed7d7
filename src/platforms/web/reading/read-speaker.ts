/** Who is quoted, and everything one speaker said: over time, by topic and by outlet. */

import { fold } from "../../../domain/fold.ts";
import { toFeedId } from "../../../domain/id.ts";
import type { FoundQuote } from "../../../domain/store.ts";
import { parseSearch } from "../../../typed/search-text.ts";
import { toSpeakerPage } from "../page-paths.ts";
import { shortenName } from "../render.ts";
import type { QuotesQuestion, SpeakerQuestion, SpeakersQuestion } from "./questions.ts";
import type { Count, FoundQuoteShape, QuotesShape, WholeSpeakerShape } from "./shapes.ts";
import { type Reader, toFoundQuoteShapes } from "./to-shapes.ts";

const PER_CALL = 100;
/** The newest that are looked at. */
const LOOKED_AT_MAX = 300;
const SHOWN_MAX = 100;
const NAMESAKES_MAX = 12;
const WEEK_MS = 7 * 24 * 60 * 60 * 1000;
/** The first Monday after 1970 began. */
const MONDAY_MS = Date.UTC(1970, 0, 5);
const WEEKS_MAX = 52;

const toWords = (name: string): readonly string[] => fold(name).match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
const toSpeakerShape = ({ name, role }: { readonly name: string; readonly role: string | null }) => ({
  name: shortenName(name) ?? "",
  page: toSpeakerPage(name),
  role: shortenName(role),
});

export async function readSpeakers({ begins, limit }: SpeakersQuestion, { archive }: Reader) {
  const found = await archive.articles.findSpeakers(begins, limit);
  return { speakers: found.map(toSpeakerShape) };
}

export async function readQuotes(question: QuotesQuestion, reader: Reader): Promise<QuotesShape> {
  const { q, speaker, feed, page, limit } = question;
  const found = await reader.archive.articles.findQuotes({
    speaker: speaker ?? null,
    terms: parseSearch(q),
    feedIds: feed === undefined ? [] : [toFeedId(feed)],
    since: null,
    limit: limit + 1,
    offset: (page - 1) * limit,
  });
  const quotes = [...(await toFoundQuoteShapes(found.slice(0, limit), reader))];
  return { quotes, page, hasMore: found.length > limit };
}

async function findAll(name: string, { archive }: Reader): Promise<readonly FoundQuote[]> {
  const all: FoundQuote[] = [];
  for (let offset = 0; offset < LOOKED_AT_MAX; offset += PER_CALL) {
    const found = await archive.articles.findQuotes({
      speaker: name,
      terms: [],
      feedIds: [],
      since: null,
      limit: PER_CALL,
      offset,
    });
    all.push(...found);
    if (found.length < PER_CALL) break;
  }
  return all;
}

function toCounts(values: readonly string[]): readonly Count[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].map(([value, count]) => ({ value, label: value, count })).sort((a, b) => b.count - a.count);
}

const toMoment = ({ article }: FoundQuoteShape): number =>
  article.publishedAt === null ? Number.NaN : Date.parse(article.publishedAt);
const toWeek = (moment: number): number => MONDAY_MS + Math.floor((moment - MONDAY_MS) / WEEK_MS) * WEEK_MS;
const toDay = (moment: number): string => new Date(moment).toISOString().slice(0, 10);

/** Weeks without a word are told, too: silence is seen. */
function countWeeks(quotes: readonly FoundQuoteShape[]): readonly Count[] {
  const weeks = quotes.map(toMoment).filter(Number.isFinite).map(toWeek);
  if (weeks.length === 0) return [];
  const last = Math.max(...weeks);
  const first = Math.max(Math.min(...weeks), last - (WEEKS_MAX - 1) * WEEK_MS);
  return Array.from({ length: (last - first) / WEEK_MS + 1 }, (_, index) => {
    const week = first + index * WEEK_MS;
    const value = toDay(week);
    return { value, label: value, count: weeks.filter((each) => each === week).length };
  });
}

/** The name most of these go by, as it is written most. */
function chooseName(names: readonly string[], asked: string): string {
  const exact = names.find((name) => name === asked) ?? names.find((name) => fold(name) === fold(asked));
  return exact ?? toCounts(names)[0]?.value ?? asked;
}

/**
 * By the words of a name. Several people may have them: the one called exactly so is shown, else the one quoted most;
 * the others are namesakes. Null when nobody is.
 */
export async function readSpeaker(
  asked: string,
  question: SpeakerQuestion,
  reader: Reader,
): Promise<WholeSpeakerShape | null> {
  const words = toWords(asked);
  if (words.length === 0) return null;
  const found = await toFoundQuoteShapes(await findAll(asked, reader), reader);
  const named = found.filter(({ speaker }) => {
    const own = new Set(speaker === null ? [] : toWords(speaker));
    return words.every((word) => own.has(word));
  });
  if (named.length === 0) return null;
  const name = chooseName(
    named.map(({ speaker }) => speaker ?? ""),
    asked,
  );
  const key = toWords(name).join(" ");
  const isOwn = ({ speaker }: FoundQuoteShape): boolean => toWords(speaker ?? "").join(" ") === key;
  const quotes = named.filter(isOwn).toSorted((a, b) => (toMoment(b) || 0) - (toMoment(a) || 0));
  const others = new Map(
    named.filter((quote) => !isOwn(quote)).map(({ speaker, role }) => [speaker ?? "", { name: speaker ?? "", role }]),
  );
  const shown = quotes.filter(
    (quote) =>
      (question.topic === undefined || quote.article.topics.includes(question.topic)) &&
      (question.outlet === undefined || quote.article.outlet === question.outlet) &&
      (question.week === undefined || toDay(toWeek(toMoment(quote) || 0)) === question.week),
  );
  return {
    ...toSpeakerShape({ name, role: quotes.find(({ role }) => role !== null)?.role ?? null }),
    namesakes: [...others.values()].slice(0, NAMESAKES_MAX).map(toSpeakerShape),
    total: quotes.length,
    topics: [...toCounts(quotes.flatMap(({ article }) => article.topics))],
    outlets: [...toCounts(quotes.map(({ article }) => article.outlet))],
    weeks: [...countWeeks(quotes)],
    quotes: shown.slice(0, SHOWN_MAX),
  };
}
