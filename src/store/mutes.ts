/** Stories a place wants no more of: neither posts nor edits. */

import { sql } from "kysely";
import type { ArticleId } from "../domain/id.ts";
import type { Mutes } from "../domain/inquiries.ts";
import type { Database } from "./dialects/dialect.ts";
import { toStorable } from "./normalize.ts";
import { toMoment } from "./tables.ts";

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
  const storyKey = await findStoryKey(database, articleId);
  if (storyKey === null) return [];
  const rows = await database
    .selectFrom("mutes")
    .select(["platform", "address"])
    .where("story_key", "=", storyKey)
    .execute();
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

export function createMutes(database: Database): Mutes {
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
        const ofStory = sql`platform = ${place.platform} and address = ${place.address} and article_id in (
          select id from articles where id = ${storyKey} or edition_of = ${storyKey} or story_id = ${storyKey})`;
        await sql`update deliveries set state = 'failed', reason = 'muted', settled_at = ${toMoment(now)},
          lease_owner = null, lease_until = null
          where ${ofStory} and state in ('waiting', 'pending', 'claimed') and first_sent_at is null
          and digest is null`.execute(trx);
        await sql`delete from edits where delivery_id in (select id from deliveries where ${ofStory})`.execute(trx);
        return true;
      });
    },

    async unmute(articleId, { platform, address }) {
      const storyKey = await findStoryKey(database, articleId);
      if (storyKey === null) return false;
      const { numDeletedRows } = await database
        .deleteFrom("mutes")
        .where("platform", "=", platform)
        .where("address", "=", toStorable(address))
        .where("story_key", "=", storyKey)
        .executeTakeFirst();
      return numDeletedRows > 0n;
    },
  };
}
