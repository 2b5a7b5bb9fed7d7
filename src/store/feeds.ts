/** Feeds, what is remembered between polls, and the entries met before. */

import { sql } from "kysely";
import { toMessage } from "../domain/errors.ts";
import type { Feed, FeedState, FeedStore } from "../domain/feed.ts";
import { toFeedId } from "../domain/id.ts";
import { toUrlKey } from "../domain/url-key.ts";
import type { Database, Dialect } from "./dialects/dialect.ts";
import { toStorable, toStorableValue } from "./normalize.ts";
import { claimDueFeeds } from "./rows/claim-feeds.ts";
import { deleteOld } from "./rows/forget.ts";
import { insertSeen, toChunks, toKeys, toStoredError } from "./rows/seen.ts";
import { toFeed, toFeedState, toMoment, toMomentOrNull } from "./tables.ts";
import { reindexFeed } from "./words/article-words.ts";

/** Nothing is known of what lies at the address, and it is due at once. */
const toFreshValues = (now: Date) => ({
  etag: null,
  last_modified: null,
  body_hash: null,
  next_poll_at: toMoment(now),
  failure_count: 0,
  last_error: null,
  disabled_reason: null,
  memory: "{}",
});

async function saveFeed(database: Database, given: Feed, now: Date): Promise<void> {
  const feed = toStorableValue(given);
  const before = await database.selectFrom("feeds").select("url").where("id", "=", feed.id).executeTakeFirst();
  const values = {
    title: feed.title,
    url: feed.url,
    homepage: feed.homepage,
    topics: JSON.stringify(feed.topics),
    region: feed.region,
    regions: JSON.stringify(feed.regions ?? []),
    language: feed.language,
    origin: feed.origin,
    url_key: toUrlKey(feed.url),
    poll_minutes_min: feed.pollMinutesMin ?? null,
    is_page: feed.isPage === true ? 1 : 0,
  };
  await database
    .insertInto("feeds")
    .values({ id: feed.id, ...values })
    .onConflict((conflict) => conflict.column("id").doUpdateSet(values))
    .execute();
  const fresh = toFreshValues(now);
  await database
    .insertInto("feed_states")
    .values({ feed_id: feed.id, ...fresh })
    .onConflict((conflict) => conflict.column("feed_id").doNothing())
    .execute();
  // Validators belong to an address: sent to another one they could hide everything it has.
  if (before !== undefined && before.url !== feed.url) {
    await database.updateTable("feed_states").set(fresh).where("feed_id", "=", feed.id).execute();
    await database.deleteFrom("notices").where("feed_id", "=", feed.id).execute();
  }
}

function toStateValues(given: FeedState) {
  const state = toStorableValue(given);
  return {
    etag: state.etag,
    last_modified: state.lastModified,
    body_hash: state.bodyHash,
    next_poll_at: toMoment(state.nextPollAt),
    last_poll_at: toMomentOrNull(state.lastPollAt),
    last_success_at: toMomentOrNull(state.lastSuccessAt),
    failure_count: state.failureCount,
    last_error: state.lastError,
    disabled_reason: state.disabledReason,
    memory: JSON.stringify(state.memory),
    lease_owner: null,
    lease_until: null,
    is_unread: 0,
  };
}

export function createFeedStore(database: Database, dialect: Dialect): FeedStore {
  return {
    async save(feeds, now) {
      await database.transaction().execute(async (trx) => {
        for (const feed of feeds) await saveFeed(trx, feed, now);
      });
    },

    async list() {
      return (await database.selectFrom("feeds").selectAll().orderBy("id").execute()).map(toFeed);
    },

    async find(id) {
      const row = await database.selectFrom("feeds").selectAll().where("id", "=", id).executeTakeFirst();
      return row === undefined ? null : toFeed(row);
    },

    async findByUrl(url) {
      const row = await database
        .selectFrom("feeds")
        .selectAll()
        .where("url_key", "=", toUrlKey(toStorable(url)))
        // Where a feed stands in several forms: the catalog's, which is everybody's, else the very one.
        .orderBy((each) => each.case().when("origin", "=", "catalog").then(0).else(1).end())
        .orderBy((each) => each.case().when("url", "=", toStorable(url)).then(0).else(1).end())
        .orderBy("id")
        .limit(1)
        .executeTakeFirst();
      return row === undefined ? null : toFeed(row);
    },

    async remove(id) {
      const { numDeletedRows } = await database.deleteFrom("feeds").where("id", "=", id).executeTakeFirst();
      return numDeletedRows > 0n;
    },

    async promote(id) {
      return database.transaction().execute(async (trx) => {
        const { numUpdatedRows } = await trx
          .updateTable("feeds")
          .set({ origin: "catalog", unwanted_since: null })
          .where("id", "=", id)
          .executeTakeFirst();
        if (numUpdatedRows === 0n) return false;
        await trx.updateTable("articles").set({ is_added: 0 }).where("feed_id", "=", id).execute();
        await reindexFeed(trx, dialect, id);
        return true;
      });
    },

    async removeUnwanted(wanted, now, before) {
      const added = await database
        .selectFrom("feeds")
        .select(["id", "unwanted_since"])
        .where("origin", "=", "added")
        .execute();
      let count = 0;
      for (const { id, unwanted_since: since } of added) {
        const isWanted = wanted.has(toFeedId(id));
        if (isWanted !== (since === null)) {
          const noted = { unwanted_since: isWanted ? null : toMoment(now) };
          await database.updateTable("feeds").set(noted).where("id", "=", id).execute();
        } else if (since !== null && since <= toMoment(before)) {
          await database.deleteFrom("feeds").where("id", "=", id).where("unwanted_since", "=", since).execute();
          count += 1;
        }
      }
      return count;
    },

    async revive(id, now) {
      return database.transaction().execute(async (trx) => {
        const { numUpdatedRows } = await trx
          .updateTable("feed_states")
          .set({ ...toFreshValues(now), last_success_at: null })
          .where("feed_id", "=", id)
          .where("disabled_reason", "is not", null)
          .executeTakeFirst();
        if (numUpdatedRows === 0n) return false;
        await trx.deleteFrom("notices").where("feed_id", "=", id).execute();
        return true;
      });
    },

    async hasten(id, at) {
      await database
        .updateTable("feed_states")
        .set({ next_poll_at: toMoment(at) })
        .where("feed_id", "=", id)
        .where("next_poll_at", ">", toMoment(at))
        .where("disabled_reason", "is", null)
        .execute();
    },

    claimDue: (...given) => claimDueFeeds(database, dialect, ...given),

    async leaveUnread(id, now) {
      const unread = { is_unread: 1, next_poll_at: toMoment(now), lease_owner: null, lease_until: null };
      await database.updateTable("feed_states").set(unread).where("feed_id", "=", id).execute();
    },

    async release(owner, ids) {
      const ofOwner = database.updateTable("feed_states").where("lease_owner", "=", owner);
      const leased = ids === undefined ? ofOwner : ofOwner.where("feed_id", "in", ids.length > 0 ? ids : [""]);
      await leased.set({ lease_owner: null, lease_until: null }).execute();
    },

    async releaseOthers(owner, ids) {
      await database
        .updateTable("feed_states")
        .set({ lease_owner: null, lease_until: null })
        .where("lease_owner", "=", owner)
        .where("feed_id", "not in", ids.length > 0 ? [...ids] : [""])
        .execute();
    },

    async rest(wanted) {
      const read = await database
        .selectFrom("feed_states")
        .select("feed_id")
        .where("last_success_at", "is not", null)
        .where("disabled_reason", "is", null)
        .execute();
      const ids = read.map((row) => row.feed_id).filter((id) => !wanted.has(toFeedId(id)));
      for (const chunk of toChunks(ids)) {
        await database
          .updateTable("feed_states")
          .set({ last_success_at: null })
          .where("feed_id", "in", chunk)
          .execute();
      }
    },

    async getState(id) {
      const row = await database.selectFrom("feed_states").selectAll().where("feed_id", "=", id).executeTakeFirst();
      if (row === undefined) throw new Error(`Expected the state of feed ${id}; there is no such feed.`);
      return toFeedState(row);
    },

    async listStates() {
      return (await database.selectFrom("feed_states").selectAll().orderBy("feed_id").execute()).map(toFeedState);
    },

    async saveState(state) {
      await database.updateTable("feed_states").set(toStateValues(state)).where("feed_id", "=", state.feedId).execute();
    },

    async findSeen(feedId, keys, now) {
      const stored = new Set<string>();
      for (const chunk of toChunks(toKeys(keys))) {
        const rows = await database
          .updateTable("seen")
          .set({ last_met_at: toMoment(now) })
          .where("feed_id", "=", feedId)
          .where("key", "in", chunk)
          .where("is_seen", "=", 1)
          .returning("key")
          .execute();
        for (const row of rows) stored.add(row.key);
      }
      return new Set(keys.filter((key) => stored.has(toStorable(key))));
    },

    async markSeen(feedId, keys, now, error) {
      await database.transaction().execute((trx) => insertSeen(trx, dialect, { feedId, keys, now }, error));
    },

    async countFailure(feedId, key, now, error) {
      const values = { last_met_at: toMoment(now), error: toStoredError(toMessage(error)) };
      const row = await database
        .insertInto("seen")
        .values({ feed_id: feedId, key: toStorable(key), failure_count: 1, is_seen: 0, ...values })
        .onConflict((conflict) =>
          conflict.columns(["feed_id", "key"]).doUpdateSet((each) => ({
            ...values,
            failure_count: each("seen.failure_count", "+", 1),
          })),
        )
        .returning("failure_count")
        .executeTakeFirstOrThrow();
      return row.failure_count;
    },

    async findSeenEntry(key) {
      // By feed, for entries are kept by feed and key.
      const { rows } = await sql<{ feed_id: string; is_seen: number; error: string | null }>`
        select s.feed_id as feed_id, s.is_seen as is_seen, s.error as error
        from feeds f cross join seen s where s.feed_id = f.id and s.key = ${toStorable(key)}
        order by case when s.error is null then 1 else 0 end, s.last_met_at desc limit 1`.execute(database);
      const [row] = rows;
      if (row === undefined) return null;
      return { feedId: toFeedId(row.feed_id), isSettled: row.is_seen === 1, reason: row.error };
    },

    forgetSeen: (before) => deleteOld(database, "seen", toMoment(before)),
  };
}
