/** What is left behind by places and people, deleted at once when they wish it. */

import { type RawBuilder, sql } from "kysely";
import type { ForgottenPlace, TraceStore } from "../domain/note-store.ts";
import type { Destination } from "../domain/subscription.ts";
import type { Database, Dialect } from "./dialects/dialect.ts";
import { toStorable } from "./normalize.ts";
import { deleteArticles } from "./rows/forget.ts";
import { toSubscription } from "./subscription-rows.ts";

const ARTICLES_AT_ONCE = 200;

interface Place {
  readonly platform: string;
  readonly address: string;
}

const isThere = ({ platform, address }: Place) => sql<boolean>`(platform = ${platform} and address = ${address})`;

/** Named by the subscriptions that pass. */
async function listNamed(database: Database, condition: RawBuilder<boolean>): Promise<ReadonlySet<string>> {
  const rows = await database.selectFrom("subscriptions").selectAll().where(condition).execute();
  return new Set(rows.map(toSubscription).flatMap(({ filter }) => filter.feedIds));
}

/** Feeds that people added, which the place names or was sent news of, and which no other place names. */
async function findOwnFeeds(database: Database, place: Place): Promise<readonly string[]> {
  const { rows: sent } = await sql<{ id: string }>`
    select distinct a.feed_id as id from deliveries d join articles a on a.id = d.article_id
    where d.platform = ${place.platform} and d.address = ${place.address} and a.is_added = 1`.execute(database);
  const ids = new Set([...(await listNamed(database, isThere(place))), ...sent.map(({ id }) => id)]);
  if (ids.size === 0) return [];
  const named = await listNamed(database, sql<boolean>`not ${isThere(place)}`);
  const added = await database.selectFrom("feeds").select("id").where("origin", "=", "added").execute();
  return added.map(({ id }) => id).filter((id) => ids.has(id) && !named.has(id));
}

/** What another place was sent of it stays there: its buttons go on. */
async function deleteFeedArticles(database: Database, dialect: Dialect, feedId: string): Promise<void> {
  for (let count = ARTICLES_AT_ONCE; count === ARTICLES_AT_ONCE; ) {
    const { rows } = await sql<{ id: number }>`
      select a.id as id from articles a where a.feed_id = ${feedId} and not exists (
        select 1 from articles e join deliveries d on d.article_id = e.id
        where e.id = coalesce(a.edition_of, a.id) or e.edition_of = coalesce(a.edition_of, a.id))
      order by a.id limit ${ARTICLES_AT_ONCE}`.execute(database);
    await deleteArticles(
      database,
      dialect,
      rows.map(({ id }) => id),
    );
    count = rows.length;
  }
}

/** Their names end in the key of what they are about. */
async function deleteNotes(database: Database, keys: readonly string[]): Promise<void> {
  const notes = await database.selectFrom("notes").select("name").execute();
  const isOfThese = (name: string): boolean => keys.some((key) => name.endsWith(`:${key}`) || name.endsWith(` ${key}`));
  for (const { name } of notes.filter((each) => isOfThese(each.name))) {
    await database.deleteFrom("notes").where("name", "=", name).execute();
  }
}

async function deleteFeed(database: Database, dialect: Dialect, id: string): Promise<void> {
  await deleteFeedArticles(database, dialect, id);
  await database.deleteFrom("feeds").where("id", "=", id).execute();
  await database.deleteFrom("seen").where("feed_id", "=", id).execute();
}

/** A digest that another process puts together just now gets rows of its own: they are met at the next turn. */
async function deleteDeliveries(database: Database, place: Place): Promise<number> {
  let all = 0;
  for (let count = 1; count > 0; ) {
    const { numDeletedRows } = await database.deleteFrom("deliveries").where(isThere(place)).executeTakeFirst();
    count = Number(numDeletedRows);
    all += count;
  }
  return all;
}

async function deletePlace(database: Database, dialect: Dialect, place: Place): Promise<ForgottenPlace> {
  // Nobody subscribes the place meanwhile, nor names one of its feeds.
  await dialect.lockAdding(database);
  const feedIds = await findOwnFeeds(database, place);
  const count = async (table: "subscriptions" | "kept_values"): Promise<number> =>
    Number((await database.deleteFrom(table).where(isThere(place)).executeTakeFirst()).numDeletedRows);
  // Subscriptions first: who publishes for one holds it, and who comes later finds none.
  const subscriptions = await count("subscriptions");
  const deliveries = await deleteDeliveries(database, place);
  for (const table of ["sent_posts", "crossposts", "notices", "holds", "mutes", "last_numbers"] as const) {
    await database.deleteFrom(table).where(isThere(place)).execute();
  }
  // Other processes are still to learn that the room was emptied.
  if (place.platform === "web") {
    const told = database.deleteFrom("room_events").where("room", "=", place.address);
    await told.where("event", "!=", '{"type":"emptied"}').execute();
    await database.deleteFrom("room_files").where("room", "=", place.address).execute();
  }
  for (const id of feedIds) await deleteFeed(database, dialect, id);
  await deleteNotes(database, [`${place.platform}:${place.address}`, ...feedIds]);
  return { subscriptions, deliveries, feeds: feedIds.length, kept: await count("kept_values") };
}

export function createTraceStore(database: Database, dialect: Dialect): TraceStore {
  return {
    forgetPlace: ({ platform, address }: Destination) =>
      database.transaction().execute((trx) => deletePlace(trx, dialect, { platform, address: toStorable(address) })),

    forgetFeed: (id) =>
      database.transaction().execute(async (trx) => {
        await deleteFeed(trx, dialect, id);
        await deleteNotes(trx, [id]);
      }),

    async forgetPerson(platform, personId) {
      const { numDeletedRows } = await database
        .deleteFrom("kept_values")
        .where("platform", "=", platform)
        .where("person_id", "=", toStorable(personId))
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}
