/** Quotes by who said them and by words: first those with the words, then those of articles that are about them. */

import { sql } from "kysely";
import type { FoundQuote, QuoteQuery } from "../../domain/store.ts";
import { findBriefs } from "../briefs.ts";
import type { Database, Dialect, Fact, QuotePlace } from "../dialects/dialect.ts";
import { listNames, toWordQuery, type WordQuery } from "../query.ts";
import { readQuote, readSentences } from "../tables.ts";
import { toFactLimits, toSpeakerFacts } from "../words/article-facts.ts";
import { isFound } from "../words/look.ts";
import { QUOTE_WORDS } from "../words/quote-words.ts";
import {
  type Condition,
  isIn,
  isOneOf,
  joinAll,
  listSpoken,
  MATCHES_MAX,
  PAGE_MAX,
  rank,
  toCount,
  toLimits,
  toListConditions,
  toRowConditions,
} from "./shared.ts";

/** The newest articles that are about the words: their headline or summary has all of them. */
async function findSubjects(
  database: Database,
  dialect: Dialect,
  { included, excluded, phrases }: WordQuery,
  facts: readonly Fact[],
  conditions: readonly Condition[],
): Promise<readonly number[]> {
  if (included === null) return [];
  const wanted = { facts, included, excluded, sections: null };
  const found = await dialect.findNewest(database, "article_words", wanted, conditions, MATCHES_MAX);
  if (found.length === 0) return [];
  const rows = await database
    .selectFrom("articles")
    .select(["id", "title", "headline", "sentences", "language"])
    .where("id", "in", [...found])
    .execute();
  return rows.flatMap(({ id, title, headline, sentences, language }) => {
    const texts = [title, headline, ...readSentences(sentences).map((each) => each.text)];
    return phrases.every((phrase) => isFound(texts, language, phrase)) ? [id] : [];
  });
}

const byPlace = (a: QuotePlace, b: QuotePlace): number =>
  b.dated_at - a.dated_at || b.article_id - a.article_id || a.position - b.position;

async function readPlaces(
  database: Database,
  dialect: Dialect,
  ids: readonly number[],
): Promise<readonly QuotePlace[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<QuotePlace>`
    select q.id as id, q.article_id as article_id, q.dated_at as dated_at, q.position as position
    from ${dialect.listed.quotes} where ${isOneOf(dialect, "q.id", ids)}`.execute(database);
  return [...rows].sort(byPlace);
}

async function listPlaces(database: Database, conditions: readonly Condition[]): Promise<readonly QuotePlace[]> {
  const { rows } = await sql<QuotePlace>`
    select q.id as id, q.article_id as article_id, q.dated_at as dated_at, q.position as position
    from quotes q join articles a on a.id = q.article_id where ${joinAll(conditions)}
    order by q.dated_at desc, q.article_id desc, q.position limit ${sql.lit(MATCHES_MAX)}`.execute(database);
  return rows;
}

/** The quotes of articles that are about the words. */
async function listAbout(
  database: Database,
  dialect: Dialect,
  words: WordQuery,
  facts: readonly Fact[],
  names: readonly string[],
  conditions: readonly Condition[],
): Promise<readonly QuotePlace[]> {
  const spokenFacts = [...facts, ...toSpeakerFacts(names, false)];
  const subjects = await findSubjects(database, dialect, words, spokenFacts, conditions);
  if (subjects.length === 0) return [];
  if (names.length === 0) return listPlaces(database, [isIn("q.article_id", subjects)]);
  const spoken = await listSpoken(database, dialect, subjects, names);
  const places = await readPlaces(
    database,
    dialect,
    spoken.map(({ id }) => id),
  );
  return places.slice(0, MATCHES_MAX);
}

/** The ids of all that match, the best first; null when what was asked for has no word to look for. */
async function rankQuotes(database: Database, dialect: Dialect, query: QuoteQuery): Promise<readonly number[] | null> {
  const words = toWordQuery(query.terms);
  const names = query.speaker === null ? [] : listNames(query.speaker);
  if (words === null || (query.speaker !== null && names.length === 0)) return null;
  const limits = toLimits({ ...query, speaker: null, topics: [], languages: [], until: null });
  const conditions = toRowConditions(limits, query);
  const facts = toFactLimits(limits);
  const { included, excluded } = words;
  if (included === null && excluded === null && names.length === 0) {
    const places = await listPlaces(database, [...conditions, ...toListConditions(facts)]);
    return places.map(({ id }) => id);
  }
  const list = async (isOfName: boolean): Promise<readonly QuotePlace[]> => {
    const spoken = [...facts, ...toSpeakerFacts(names, isOfName)];
    const wanted = { facts: spoken, included, excluded, sections: QUOTE_WORDS };
    return readPlaces(
      database,
      dialect,
      await dialect.findNewest(database, "quote_words", wanted, conditions, MATCHES_MAX),
    );
  };
  const rankPlaces = async (places: readonly QuotePlace[]): Promise<readonly QuotePlace[]> => {
    if (included === null || names.length > 0) return places;
    const ids = [...new Set(places.map((place) => place.article_id))];
    const ranked = await rank(database, dialect, ids, included, excluded);
    const order = new Map(ranked.map(({ id, place }) => [id, place]));
    // A stable sort: the newest stay first among those that fit as well.
    return [...places].sort((a, b) => (order.get(a.article_id) ?? 0) - (order.get(b.article_id) ?? 0));
  };
  const named = names.length === 0 ? [] : await list(true);
  // Whom all of them name needs no looking for those who are only called so.
  if (named.length >= MATCHES_MAX) return named.map(({ id }) => id);
  const spoken = [...named, ...(await rankPlaces(await list(false)))];
  const about = spoken.length >= MATCHES_MAX ? [] : await listAbout(database, dialect, words, facts, names, conditions);
  return [...new Set([...spoken, ...(await rankPlaces(about))].map((place) => place.id))].slice(0, MATCHES_MAX);
}

export async function findQuotes(
  database: Database,
  dialect: Dialect,
  query: QuoteQuery,
): Promise<readonly FoundQuote[]> {
  const start = toCount(query.offset, MATCHES_MAX);
  const ranked = (await rankQuotes(database, dialect, query)) ?? [];
  const ids = ranked.slice(start, start + toCount(query.limit, PAGE_MAX));
  if (ids.length === 0) return [];
  const rows = await database
    .selectFrom("quotes")
    .select(["id", "article_id", "quote"])
    .where("id", "in", ids)
    .execute();
  const quotes = new Map(rows.map((row) => [row.id, row]));
  const briefs = await findBriefs(database, [...new Set(rows.map((row) => row.article_id))]);
  const byId = new Map<number, (typeof briefs)[number]>(briefs.map((stored) => [stored.article.id, stored]));
  return ids.flatMap((id) => {
    const row = quotes.get(id);
    const stored = row === undefined ? undefined : byId.get(row.article_id);
    return row === undefined || stored === undefined ? [] : [{ quote: readQuote(row.quote), stored }];
  });
}
