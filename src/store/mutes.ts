/** Stories a place wants no more of: neither posts nor edits. */

import { type RawBuilder, type Selectable, sql } from "kysely";
import type { Mutes } from "../domain/delivery-reports.ts";
import { type ArticleId, toSubscriptionId } from "../domain/id.ts";
import type { Database, Dialect } from "./dialects/dialect.ts";
import { dissolveUnsent, NO_DIGEST, reconsiderWaiting, toOwedAt } from "./digests.ts";
import { toStorable } from "./normalize.ts";
import { toSubscription } from "./subscription-rows.ts";
import { type Tables, toMoment } from "./tables.ts";

const NO_LEASE = { lease_owner: null, lease_until: null };
const KEPT = { state: "muted", reason: null, ...NO_LEASE, ...NO_DIGEST };
/** News older than this is dropped rather than posted late. */
const LATE_MS_MAX = 48 * 60 * 60 * 1000;

interface Place {
  readonly platform: string;
  readonly address: string;
}

/** A story is named after the article it began with; so is an article without a story. */
async function findStoryKey(database: Database, articleId: number): Promise<number | null> {
  const { rows } = await sql<{ story_key: number }>`
    select coalesce(story_id, edition_of, id) as story_key from articles where id = ${articleId}`.execute(database);
  return rows[0]?.story_key ?? null;
}

/** Inside the caller's transaction: the places that muted the article's story, as `platform:address`. */
export async function findMuted(database: Database, articleId: number): Promise<readonly string[]> {
  const { rows } = await sql<{ platform: string; address: string }>`
    select m.platform as platform, m.address as address
    from articles a join mutes m on m.story_key = coalesce(a.story_id, a.edition_of, a.id)
    where a.id = ${articleId}`.execute(database);
  return rows.map((row) => `${row.platform}:${row.address}`);
}

/** True for deliveries `deliveries` of a story their place has not muted. */
export const isHeard = sql<boolean>`not exists (
  select 1 from mutes m join articles a on m.story_key = coalesce(a.story_id, a.edition_of, a.id)
  where a.id = deliveries.article_id and m.platform = deliveries.platform and m.address = deliveries.address)`;

/** Inside the caller's transaction. */
export async function moveMutes(database: Database, from: Place, to: Place): Promise<void> {
  await sql`delete from mutes where platform = ${from.platform} and address = ${from.address} and story_key in (
    select o.story_key from mutes o where o.platform = ${to.platform} and o.address = ${to.address})`.execute(database);
  await database
    .updateTable("mutes")
    .set({ platform: to.platform, address: to.address })
    .where("platform", "=", from.platform)
    .where("address", "=", from.address)
    .execute();
}

/**
 * Inside the caller's transaction: these deliveries leave the digests that have surely not begun to leave. What is left of
 * a digest goes on under its id, so that it keeps its place in the channel's line.
 */
async function takeOutOfDigests(
  database: Database,
  { hasSkipLocked }: Dialect,
  those: RawBuilder<unknown>,
  kept: typeof KEPT & { readonly settled_at: number },
): Promise<void> {
  const { rows: carriers } = await sql<Selectable<Tables["deliveries"]>>`
    select c.* from deliveries c where c.state in ('pending', 'claimed') and c.first_sent_at is null
      and c.id in (select digest_id from deliveries where ${those} and digest_id is not null)
    order by c.id ${hasSkipLocked ? sql`for update` : sql``}`.execute(database);
  for (const { id, ...carrier } of carriers) {
    // Whoever has composed it already loses the lease, and it is composed anew.
    const change = database.updateTable("deliveries").where("id", "=", id);
    await change.set({ state: "pending", ...NO_LEASE }).execute();
    const others = database.updateTable("deliveries").where("digest_id", "=", id).where("id", "<>", id);
    await others.set(kept).where(sql<boolean>`${those}`).execute();
    const isCarrier = await database
      .selectFrom("deliveries")
      .select("id")
      .where("id", "=", id)
      .where(sql<boolean>`${those}`)
      .executeTakeFirst();
    if (isCarrier === undefined) continue;
    const owedAt = carrier.digest === null ? carrier.created_at : toOwedAt(carrier.digest);
    const heir = await database
      .selectFrom("deliveries")
      .select(["id", "article_id", "digest_position"])
      .where("digest_id", "=", id)
      .where("id", "<>", id)
      .where("digest_position", "is not", null)
      .orderBy("digest_position")
      .limit(1)
      .executeTakeFirst();
    if (heir === undefined) {
      // Those that were only counted wait again, and are gathered anew.
      await others.set({ state: "waiting", due_at: 0, ...NO_DIGEST }).execute();
      await change.set({ ...kept, created_at: owedAt }).execute();
      continue;
    }
    await database.deleteFrom("deliveries").where("id", "=", heir.id).execute();
    await change.set({ article_id: heir.article_id, digest_position: heir.digest_position }).execute();
    await database
      .insertInto("deliveries")
      .values({ ...carrier, ...kept, created_at: owedAt })
      .execute();
  }
}

const isOfStory = (
  { platform, address }: Place,
  storyKey: number,
) => sql`platform = ${platform} and address = ${address}
  and article_id in (
    select id from articles where id = ${storyKey} or edition_of = ${storyKey} or story_id = ${storyKey})`;

/** Inside the caller's transaction: what a mute kept waits again. */
async function bringBack(database: Database, place: Place, those: RawBuilder<unknown>, now: number): Promise<void> {
  const kept = database.updateTable("deliveries").where(sql<boolean>`${those}`).where("state", "=", "muted");
  await kept
    .set({ state: "failed", reason: "too old to post", settled_at: now })
    .where("due_at", "<=", now)
    .where("settled_at", "<", now - LATE_MS_MAX)
    .execute();
  const restored = await kept.set({ state: "waiting", settled_at: null }).returning("subscription_id").execute();
  if (restored.length === 0) return;
  // With the others of its hour, when their digest has not left yet.
  await dissolveUnsent(database, [place]);
  for (const id of new Set(restored.map((row) => row.subscription_id))) {
    const row = await database.selectFrom("subscriptions").selectAll().where("id", "=", id).executeTakeFirst();
    const sizeMin = row === undefined ? 1 : toSubscription(row).display.sizeMin;
    await reconsiderWaiting(database, toSubscriptionId(id), sizeMin);
  }
}

export function createMutes(database: Database, dialect: Dialect): Mutes {
  return {
    async mute(articleId: ArticleId, destination, now) {
      const place = { platform: destination.platform, address: toStorable(destination.address) };
      return database.transaction().execute(async (trx) => {
        const storyKey = await findStoryKey(trx, articleId);
        if (storyKey === null) return false;
        await trx
          .insertInto("mutes")
          .values({ ...place, story_key: storyKey, muted_at: toMoment(now) })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
        const ofStory = isOfStory(place, storyKey);
        const kept = { ...KEPT, settled_at: toMoment(now) };
        await takeOutOfDigests(trx, dialect, ofStory, kept);
        await trx
          .updateTable("deliveries")
          .set(kept)
          .where(sql<boolean>`${ofStory}`)
          .where("state", "in", ["waiting", "pending", "claimed"])
          .where("first_sent_at", "is", null)
          .where("digest", "is", null)
          .execute();
        await sql`delete from edits where delivery_id in (select id from deliveries where ${ofStory})`.execute(trx);
        return true;
      });
    },

    async unmute(articleId, { platform, address }, now) {
      const place = { platform, address: toStorable(address) };
      return database.transaction().execute(async (trx) => {
        const storyKey = await findStoryKey(trx, articleId);
        if (storyKey === null) return false;
        const { numDeletedRows } = await trx
          .deleteFrom("mutes")
          .where("platform", "=", platform)
          .where("address", "=", place.address)
          .where("story_key", "=", storyKey)
          .executeTakeFirst();
        if (numDeletedRows === 0n) return false;
        await bringBack(trx, place, isOfStory(place, storyKey), toMoment(now));
        return true;
      });
    },

    async isMuted(articleId, { platform, address }) {
      return (await findMuted(database, articleId)).includes(`${platform}:${toStorable(address)}`);
    },
  };
}
