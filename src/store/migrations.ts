/** The schema, as numbered steps. A released step is never edited; a change is a new step at the end. */

import { type Kysely, type Migration, Migrator, sql } from "kysely";
import { toMessage } from "../domain/errors.ts";
import { toPageKey, toUrlKey } from "../domain/url-key.ts";
import type { Dialect } from "./dialects/dialect.ts";
import { addDoubts, createCrossposts, createHolds, createMutes } from "./steps/delivery-steps.ts";
import { addFoundVia, addPaces, addPages, addRegions } from "./steps/feed-steps.ts";
import { addKeepers, addOwners, addServers } from "./steps/owner-steps.ts";
import { addLeaseOwners, createProcesses, createRoomEvents, createRoomFiles } from "./steps/process-steps.ts";
import { addListed } from "./steps/search-steps.ts";
import { logSubscriptions } from "./steps/subscription-steps.ts";
import type { Tables } from "./tables.ts";
import { createTranslations } from "./translating/translations.ts";
import { addCategories, indexFacts } from "./words/article-words.ts";
import { noteRoles } from "./words/quote-words.ts";

const ROWS_AT_ONCE = 1_000;

type Step = (database: Kysely<Tables>, dialect: Dialect) => Promise<void>;

const createFeeds: Step = async (database, { types: { integer, text, key, tableEnd } }) => {
  await sql`create table feeds (
    id ${key} primary key, title ${text} not null, url ${key} not null, homepage ${text}, topics ${text} not null,
    region ${text}, language ${text} not null, origin ${text} not null) ${tableEnd}`.execute(database);
  await sql`create index feeds_url on feeds (url)`.execute(database);
  await sql`create table feed_states (
    feed_id ${key} primary key references feeds (id) on delete cascade, etag ${text}, last_modified ${text},
    body_hash ${text}, next_poll_at ${integer} not null, last_poll_at ${integer}, last_success_at ${integer},
    failure_count ${integer} not null, last_error ${text}, disabled_reason ${text}, memory ${text} not null,
    lease_owner ${text}, lease_until ${integer}) ${tableEnd}`.execute(database);
  await sql`create index feed_states_due on feed_states (next_poll_at, feed_id) where disabled_reason is null`.execute(
    database,
  );
  // Without a reference to feeds: a feed removed and added again still knows its old entries.
  await sql`create table seen (
    feed_id ${key} not null, key ${key} not null, last_met_at ${integer} not null, failure_count ${integer} not null,
    is_seen ${integer} not null, error ${text}, primary key (feed_id, key)) ${tableEnd}`.execute(database);
  await sql`create index seen_last_met on seen (last_met_at)`.execute(database);
};

const createArticles: Step = async (database, dialect) => {
  const { id, integer, real, text, key, tableEnd } = dialect.types;
  await sql`create table articles (
    id ${id}, feed_id ${key} not null, url ${key} not null, canonical_url ${key} not null, title ${text} not null,
    byline ${text}, outlet ${text} not null, agency ${text}, published_at ${integer}, fetched_at ${integer} not null,
    dated_at ${integer} not null, language ${key} not null, image_url ${text}, text ${text} not null,
    text_hash ${text} not null, basis ${text} not null, basis_reason ${text}, headline ${text} not null,
    sentences ${text} not null, key_quotes ${text} not null, summarizer ${text} not null, edition_of ${integer},
    is_current ${integer} not null, story_id ${integer}) ${tableEnd}`.execute(database);
  // One current edition of a page in a feed: of two processes that publish it, the second finds it there.
  await sql`create unique index articles_current on articles (feed_id, canonical_url) where is_current = 1`.execute(
    database,
  );
  await sql`create index articles_url on articles (url)`.execute(database);
  await sql`create index articles_canonical_url on articles (canonical_url)`.execute(database);
  await sql`create index articles_dated on articles (dated_at, id) where is_current = 1`.execute(database);
  await sql`create index articles_feed on articles (feed_id, dated_at)`.execute(database);
  await sql`create index articles_fetched on articles (fetched_at)`.execute(database);
  await sql`create index articles_edition on articles (edition_of) where edition_of is not null`.execute(database);
  await sql`create index articles_story on articles (story_id) where story_id is not null`.execute(database);
  await sql`create table article_topics (
    article_id ${integer} not null references articles (id) on delete cascade, topic ${key} not null,
    primary key (article_id, topic)) ${tableEnd}`.execute(database);
  await sql`create table quotes (
    id ${id}, article_id ${integer} not null references articles (id) on delete cascade, position ${integer} not null,
    dated_at ${integer} not null, quote ${text} not null) ${tableEnd}`.execute(database);
  await sql`create index quotes_article on quotes (article_id, position)`.execute(database);
  await sql`create index quotes_dated on quotes (dated_at, id)`.execute(database);
  await sql`create table speakers (
    id ${id}, folded_name ${key} not null unique, name ${text} not null, heat ${real} not null,
    last_quoted_at ${integer} not null) ${tableEnd}`.execute(database);
  await sql`create index speakers_last_quoted on speakers (last_quoted_at)`.execute(database);
  await sql`create table speaker_words (
    beginning ${key} not null, speaker_id ${integer} not null references speakers (id) on delete cascade,
    primary key (beginning, speaker_id)) ${tableEnd}`.execute(database);
  await sql`create index speaker_words_speaker on speaker_words (speaker_id)`.execute(database);
  await dialect.createWordTables(database);
};

const createOutbox: Step = async (database, { types: { id, integer, text, key, tableEnd } }) => {
  await sql`create table subscriptions (
    id ${id}, platform ${key} not null, address ${key} not null, filter ${text} not null, display ${text} not null,
    created_at ${integer} not null, paused_reason ${text}) ${tableEnd}`.execute(database);
  await sql`create index subscriptions_destination on subscriptions (platform, address)`.execute(database);
  // The unique key is what keeps anything from being posted twice to one place.
  await sql`create table deliveries (
    id ${id}, article_id ${integer} not null references articles (id) on delete cascade,
    subscription_id ${integer} not null, platform ${key} not null, address ${key} not null, state ${key} not null,
    attempts ${integer} not null, due_at ${integer} not null, created_at ${integer} not null, first_sent_at ${integer},
    is_in_doubt ${integer} not null, lease_owner ${text}, lease_until ${integer}, lease_ms ${integer} not null,
    settled_at ${integer}, reason ${text}, unique (article_id, platform, address)) ${tableEnd}`.execute(database);
  // Not partial indexes: without statistics SQLite passes them over and walks the whole history of a destination instead.
  await sql`create index deliveries_due on deliveries (state, due_at, id)`.execute(database);
  await sql`create index deliveries_destination on deliveries (platform, address, state, id)`.execute(database);
  await sql`create index deliveries_leased on deliveries (lease_until) where lease_until is not null`.execute(database);
  await sql`create index deliveries_subscription on deliveries (subscription_id)`.execute(database);
  await sql`create table sent_posts (
    article_id ${integer} not null references articles (id) on delete cascade, platform ${key} not null,
    address ${key} not null, message_id ${text} not null, sent_at ${integer} not null,
    primary key (article_id, platform, address)) ${tableEnd}`.execute(database);
  await sql`create index sent_posts_destination on sent_posts (platform, address)`.execute(database);
};

const createNotes: Step = async (database, { types: { id, integer, text, key, tableEnd } }) => {
  await sql`create table notes (
    name ${key} primary key, value ${text} not null, updated_at ${integer} not null) ${tableEnd}`.execute(database);
  await sql`create table kept_values (
    id ${id}, kind ${key} not null, value_hash ${key} not null, value ${text} not null, kept_at ${integer} not null,
    unique (kind, value_hash)) ${tableEnd}`.execute(database);
  await sql`create index kept_values_kept on kept_values (kept_at)`.execute(database);
};

const createEdits: Step = async (database, { types: { integer, tableEnd } }) => {
  await sql`create table edits (
    delivery_id ${integer} not null primary key references deliveries (id) on delete cascade,
    due_at ${integer} not null, attempts ${integer} not null, version ${integer} not null) ${tableEnd}`.execute(
    database,
  );
  await sql`create index edits_due on edits (due_at)`.execute(database);
};

const createDigests: Step = async (database, { types: { integer, text } }) => {
  for (const column of [
    sql`size_min ${integer}`,
    sql`digest_id ${integer}`,
    sql`digest_position ${integer}`,
    sql`digest ${text}`,
  ]) {
    await sql`alter table deliveries add column ${column}`.execute(database);
  }
  await sql`create index deliveries_digest on deliveries (digest_id) where digest_id is not null`.execute(database);
};

const createNotices: Step = async (database, { types: { id, integer, key, tableEnd } }) => {
  // The unique key is what keeps anything from being said twice.
  await sql`create table notices (
    id ${id}, feed_id ${key} not null references feeds (id) on delete cascade, kind ${key} not null,
    platform ${key} not null, address ${key} not null, attempts ${integer} not null, due_at ${integer} not null,
    first_said_at ${integer}, in_doubt_since ${integer}, settled_at ${integer},
    unique (feed_id, platform, address)) ${tableEnd}`.execute(database);
  await sql`create index notices_due on notices (due_at) where settled_at is null`.execute(database);
  await sql`create index notices_destination on notices (platform, address)`.execute(database);
};

/** Speakers are found by their roles, too: those of the quotes stored before are indexed here. */
const addRoles: Step = async (database, dialect) => {
  const { integer, text, key, tableEnd } = dialect.types;
  await sql`alter table speakers add column role ${text}`.execute(database);
  await sql`alter table speakers add column role_at ${integer}`.execute(database);
  await sql`create table speaker_role_words (
    beginning ${key} not null, speaker_id ${integer} not null references speakers (id) on delete cascade,
    primary key (beginning, speaker_id)) ${tableEnd}`.execute(database);
  await sql`create index speaker_role_words_speaker on speaker_role_words (speaker_id)`.execute(database);
  await noteRoles(database, dialect);
};

/** A feed is found by any form of its address. */
const addFeedKeys: Step = async (database, { types: { key } }) => {
  await sql`alter table feeds add column url_key ${key} not null default ''`.execute(database);
  for (const { id, url } of await database.selectFrom("feeds").select(["id", "url"]).execute()) {
    await database
      .updateTable("feeds")
      .set({ url_key: toUrlKey(url) })
      .where("id", "=", id)
      .execute();
  }
  await sql`create index feeds_url_key on feeds (url_key)`.execute(database);
};

/** What a delivery was posted as, also in a digest: so that people are led to it. */
const addMessageIds: Step = async (database, { types: { text } }) => {
  await sql`alter table deliveries add column message_id ${text}`.execute(database);
  await sql`update deliveries set message_id = (
    select s.message_id from sent_posts s where s.article_id = deliveries.article_id
      and s.platform = deliveries.platform and s.address = deliveries.address) where state = 'sent'`.execute(database);
};

/** Each channel counts its own subscriptions; those there were keep the number people know, which was their id. */
const addNumbers: Step = async (database, { types: { integer, key, tableEnd } }) => {
  await sql`alter table subscriptions add column number ${integer} not null default 0`.execute(database);
  await sql`update subscriptions set number = id`.execute(database);
  await sql`create table last_numbers (
    platform ${key} not null, address ${key} not null, last_number ${integer} not null,
    primary key (platform, address)) ${tableEnd}`.execute(database);
  await sql`insert into last_numbers (platform, address, last_number)
    select platform, address, max(id) from subscriptions group by platform, address`.execute(database);
};

/** What a mute keeps is no failure, and comes back when the mute is undone. */
const keepMuted: Step = async (database) => {
  await sql`update deliveries set state = 'muted', reason = null where state = 'failed' and reason = 'muted'
    and exists (select 1 from mutes m join articles a on m.story_key = coalesce(a.story_id, a.edition_of, a.id)
      where a.id = deliveries.article_id and m.platform = deliveries.platform and m.address = deliveries.address)`.execute(
    database,
  );
  await sql`delete from deliveries where state = 'failed' and reason = 'muted'`.execute(database);
};

/** An article is found by any form of its address: with a place in its text, as its posts link to it, or with tracking. */
const addPageKeys: Step = async (database, { types: { key } }) => {
  for (const column of ["page_key", "canonical_key"]) {
    await sql`alter table articles add column ${sql.ref(column)} ${key} not null default ''`.execute(database);
  }
  for (let last = 0; ; ) {
    const some = database.selectFrom("articles").select(["id", "url", "canonical_url"]).where("id", ">", last);
    const rows = await some.orderBy("id").limit(ROWS_AT_ONCE).execute();
    for (const { id, url, canonical_url: canonicalUrl } of rows) {
      const keys = { page_key: toPageKey(url), canonical_key: toPageKey(canonicalUrl) };
      await database.updateTable("articles").set(keys).where("id", "=", id).execute();
      last = id;
    }
    if (rows.length < ROWS_AT_ONCE) break;
  }
  await sql`create index articles_page_key on articles (page_key)`.execute(database);
  await sql`create index articles_canonical_key on articles (canonical_key)`.execute(database);
  await sql`drop index articles_url`.execute(database);
  await sql`drop index articles_canonical_url`.execute(database);
};

/** Several entries of a feed may share one address, and are articles of their own. */
const addEntryKeys: Step = async (database, { types: { key } }) => {
  await sql`alter table articles add column entry_key ${key} not null default ''`.execute(database);
  await sql`drop index articles_current`.execute(database);
  // Of two processes that publish the same entry, the second finds it there.
  await sql`create unique index articles_current on articles (feed_id, canonical_url, entry_key)
    where is_current = 1`.execute(database);
  await sql`create index articles_entry on articles (feed_id, entry_key) where is_current = 1`.execute(database);
};

export const STEPS: Readonly<Record<string, Step>> = {
  "0001-feeds": createFeeds,
  "0002-articles": createArticles,
  "0003-outbox": createOutbox,
  "0004-notes": createNotes,
  "0005-edits": createEdits,
  "0006-digests": createDigests,
  "0007-notices": createNotices,
  "0008-mutes": createMutes,
  "0009-servers": addServers,
  "0010-roles": addRoles,
  "0011-feed-keys": addFeedKeys,
  "0012-message-ids": addMessageIds,
  "0013-numbers": addNumbers,
  "0014-muted": keepMuted,
  "0015-page-keys": addPageKeys,
  "0016-entry-keys": addEntryKeys,
  "0017-paces": addPaces,
  "0018-owners": addOwners,
  "0019-doubts": addDoubts,
  "0020-holds": createHolds,
  "0021-forms": addCategories,
  "0022-regions": addRegions,
  "0023-crossposts": createCrossposts,
  "0024-keepers": addKeepers,
  "0025-found-via": addFoundVia,
  "0026-processes": createProcesses,
  "0027-room-events": createRoomEvents,
  "0029-subscription-log": logSubscriptions,
  "0030-lease-owners": addLeaseOwners,
  "0030-room-files": createRoomFiles,
  "0031-facts": indexFacts,
  "0038-pages": addPages,
  "0039-translations": createTranslations,
  "0040-gathered-words": (database, dialect) => dialect.gatherWords(database),
  "0041-listed": addListed,
  "0042-beginnings": (database, dialect) => dialect.indexBeginnings(database),
};

export type Steps = typeof STEPS;

function createMigrator(database: Kysely<Tables>, dialect: Dialect, steps: Steps): Migrator {
  const migrations: Record<string, Migration> = {};
  for (const [name, step] of Object.entries(steps)) migrations[name] = { up: (each) => step(each, dialect) };
  return new Migrator({ db: database, provider: { getMigrations: async () => migrations } });
}

/** Brings the schema up to date, all of it or nothing. Throws with a sentence. */
export async function migrate(database: Kysely<Tables>, dialect: Dialect, steps: Steps = STEPS): Promise<void> {
  // Kysely's own lock begins after it has made its tables: processes that start together would both make them.
  const { error } = await dialect.alone(database, () => createMigrator(database, dialect, steps).migrateToLatest());
  // The list of results calls steps "Success" that were rolled back; only the error says how it went.
  if (error === undefined) return;
  const message = toMessage(error);
  if (/corrupted migrations/i.test(message)) {
    throw new Error(`the database was made by a newer Pullquote (${message}). Use that version or another database`, {
      cause: error,
    });
  }
  throw new Error(`the schema could not be brought up to date and was left as it was: ${message}`, { cause: error });
}

/** For a store opened to be read only: throws with a sentence when steps are missing. */
export async function checkSchema(database: Kysely<Tables>, dialect: Dialect): Promise<void> {
  const known = await createMigrator(database, dialect, STEPS).getMigrations();
  const missing = known.filter((each) => each.executedAt === undefined);
  if (missing.length > 0) throw new Error("the database has not been set up by this version yet. Start the bot once");
}
