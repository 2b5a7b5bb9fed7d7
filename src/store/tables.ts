/** The columns of every table, and rows turned into domain objects. JSON is checked when it is read. */

import { createHash } from "node:crypto";
import type { Generated, Insertable, Selectable } from "kysely";
import { z } from "zod";
import type { Article, Quote, Sentence } from "../domain/article.ts";
import { assert } from "../domain/errors.ts";
import type { Feed, FeedState } from "../domain/feed.ts";
import { toArticleId, toFeedId } from "../domain/id.ts";
import type { ProcessTables } from "./processes/process-tables.ts";
import type { FeedTables } from "./rows/feed-tables.ts";
import type { OwedTables } from "./rows/owed-tables.ts";
import type { TranslationTables } from "./translating/translation-tables.ts";

/** Moments are milliseconds since 1970, flags 0 or 1, lists and objects JSON text: what both engines can bind. */
type Moment = number;
type Flag = number;
type Json = string;

export interface Tables extends ProcessTables, OwedTables, FeedTables, TranslationTables {
  articles: {
    id: Generated<number>;
    feed_id: string;
    url: string;
    canonical_url: string;
    /** Of all forms of the url, and of the canonical one. */
    page_key: string;
    canonical_key: string;
    title: string;
    byline: string | null;
    categories: Generated<Json>;
    outlet: string;
    agency: string | null;
    published_at: Moment | null;
    fetched_at: Moment;
    /** What "newest" goes by: the article's own date, never later than when it was fetched. */
    dated_at: Moment;
    language: string;
    image_url: string | null;
    text: string;
    text_hash: string;
    basis: string;
    basis_reason: string | null;
    headline: string;
    sentences: Json;
    key_quotes: Json;
    summarizer: string;
    /** What its entry is known again by; empty where that was not kept yet. */
    entry_key: Generated<string>;
    /** The first edition's id on every later edition. */
    edition_of: number | null;
    /** 1 on the newest edition only; the others are kept but neither searched nor listed. */
    is_current: Flag;
    story_id: number | null;
    /** Of a feed that a person added. */
    is_added: Flag;
    /** The name of the feed that led to it, where that is another site's. */
    found_via: Generated<string | null>;
  };
  article_topics: { article_id: number; topic: string };
  quotes: { id: Generated<number>; article_id: number; position: number; dated_at: Moment; quote: Json };
  speakers: {
    id: Generated<number>;
    folded_name: string;
    name: string;
    heat: number;
    last_quoted_at: Moment;
    /** As the newest article that gives one has it. */
    role: string | null;
    role_at: Moment | null;
  };
  speaker_words: { beginning: string; speaker_id: number };
  speaker_role_words: { beginning: string; speaker_id: number };
  subscriptions: {
    id: Generated<number>;
    platform: string;
    address: string;
    filter: Json;
    display: Json;
    created_at: Moment;
    paused_reason: string | null;
    server: string | null;
    number: number;
  };
  /** Noted by the database itself. */
  subscription_changes: { version: Generated<number>; subscription_id: number };
  /** The highest number a subscription of a place ever had. */
  last_numbers: { platform: string; address: string; last_number: number };
  deliveries: {
    id: Generated<number>;
    article_id: number;
    subscription_id: number;
    platform: string;
    address: string;
    state: string;
    attempts: number;
    due_at: Moment;
    created_at: Moment;
    first_sent_at: Moment | null;
    /** 1 when an earlier try may have arrived: a crash or a lost answer left it so. */
    is_in_doubt: Flag;
    lease_owner: string | null;
    lease_until: Moment | null;
    lease_ms: number;
    settled_at: Moment | null;
    reason: string | null;
    /** Set while it waits for its story to have so many outlets; due_at is then when it is given up. */
    size_min: number | null;
    digest_id: number | null;
    /** Place in the digest; null for one that is only counted. */
    digest_position: number | null;
    /** On the delivery that carries a digest. */
    digest: Json | null;
    /** How often it left while an earlier send may have arrived. */
    doubt_count: Generated<number>;
    fault_count: Generated<number>;
    /** The platform's mark of when it left. */
    left_after: string | null;
    /** Of the message it was posted in; null once the place has moved, where it means nothing. */
    message_id: string | null;
  };
  sent_posts: { article_id: number; platform: string; address: string; message_id: string; sent_at: Moment };
  /** Places that refuse the bot for now. */
  holds: { platform: string; address: string; reason: string; since: Moment; until: Moment };
  /** A story is named after the article it began with. */
  mutes: { platform: string; address: string; story_key: number; muted_at: Moment };
  notes: { name: string; value: string; updated_at: Moment };
  kept_values: {
    id: Generated<number>;
    kind: string;
    /** Of the value and whom it is kept for. */
    value_hash: string;
    value: string;
    kept_at: Moment;
    platform: string | null;
    address: string | null;
    /** Null where everybody in the place may go on with it. */
    person_id: string | null;
  };
}

export type ArticleRow = Selectable<Tables["articles"]>;
export type NewArticleRow = Insertable<Tables["articles"]>;

export function toMoment(date: Date): Moment {
  const moment = date.getTime();
  assert(Number.isSafeInteger(moment), "a stored date is a valid date");
  return moment;
}
export const toMomentOrNull = (date: Date | null): Moment | null => (date === null ? null : toMoment(date));
export const toDate = (moment: Moment): Date => new Date(moment);
export const toDateOrNull = (moment: Moment | null): Date | null => (moment === null ? null : new Date(moment));
export const toHash = (text: string): string => createHash("sha256").update(text).digest("hex");

export const texts = z.array(z.string());
const span = { start: z.number().int(), end: z.number().int() };
const sentences = z.array(z.object({ text: z.string(), ...span, edited: z.boolean() }));
const speaker = z.object({
  mention: z.string(),
  ...span,
  name: z.string(),
  role: z.string().nullable(),
  kind: z.enum(["person", "organization", "document", "unnamed"]),
});
const quote = z.object({
  text: z.string(),
  ...span,
  type: z.enum(["direct", "mixed"]),
  speaker: speaker.nullable(),
  cue: z.object({ text: z.string(), ...span }).nullable(),
  group: z.number().int(),
});
const quotes = z.array(quote);
const memory = z.record(z.string(), z.unknown());

export const readJson = <T>(schema: z.ZodType<T>, json: Json): T => schema.parse(JSON.parse(json));

export const readSentences = (json: Json): readonly Sentence[] => readJson(sentences, json);
export const readQuotes = (json: Json): readonly Quote[] => readJson(quotes, json);
export const readQuote = (json: Json): Quote => readJson(quote, json);

export const readTopics = (json: Json): readonly string[] => readJson(texts, json);

export function toFeed(row: Selectable<Tables["feeds"]>): Feed {
  return {
    id: toFeedId(row.id),
    title: row.title,
    url: row.url,
    homepage: row.homepage,
    topics: readTopics(row.topics),
    region: row.region,
    ...(row.regions === "[]" ? {} : { regions: readTopics(row.regions) }),
    language: row.language,
    origin: row.origin === "catalog" ? "catalog" : "added",
    ...(row.poll_minutes_min === null ? {} : { pollMinutesMin: row.poll_minutes_min }),
    ...(row.is_page === 0 ? {} : { isPage: true }),
  };
}

export function toFeedState(row: Selectable<Tables["feed_states"]>): FeedState {
  return {
    feedId: toFeedId(row.feed_id),
    etag: row.etag,
    lastModified: row.last_modified,
    bodyHash: row.body_hash,
    nextPollAt: toDate(row.next_poll_at),
    lastPollAt: toDateOrNull(row.last_poll_at),
    lastSuccessAt: toDateOrNull(row.last_success_at),
    failureCount: row.failure_count,
    lastError: row.last_error,
    disabledReason: row.disabled_reason,
    memory: readJson(memory, row.memory),
  };
}

export function toArticle(row: ArticleRow): Article {
  return {
    id: toArticleId(row.id),
    feedId: toFeedId(row.feed_id),
    url: row.url,
    canonicalUrl: row.canonical_url,
    title: row.title,
    byline: row.byline,
    outlet: row.outlet,
    ...(row.found_via === null ? {} : { foundVia: row.found_via }),
    agency: row.agency,
    publishedAt: toDateOrNull(row.published_at),
    fetchedAt: toDate(row.fetched_at),
    language: row.language,
    imageUrl: row.image_url,
    ...(row.categories === "[]" ? {} : { categories: readTopics(row.categories) }),
    text: row.text,
    basis: row.basis === "feed" ? "feed" : "page",
    basisReason: row.basis_reason,
  };
}
