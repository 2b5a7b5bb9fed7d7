/** Which feeds are visited next: those that are due, oldest first, each leased to one process. */

import { sql } from "kysely";
import type { FeedState, FeedStore } from "../../domain/feed.ts";
import { type FeedId, toFeedId } from "../../domain/id.ts";
import type { Database, Dialect } from "../dialects/dialect.ts";
import { toFeedState, toMoment } from "../tables.ts";

/** So few are named in the statement. To name thousands for each visit takes longer than the visit. */
const NAMED_MAX = 300;
/** Of the others the due ones are looked at, oldest first, until there are enough wanted among them. */
const LOOKED_FIRST = 100;
const LOOKED_THEN = 2_000;

interface Due {
  readonly feed_id: string;
  readonly next_poll_at: number;
}

export async function claimDueFeeds(
  database: Database,
  dialect: Dialect,
  ...[now, leaseMs, limit, owner, among, isUnread]: Parameters<FeedStore["claimDue"]>
): Promise<readonly FeedState[]> {
  const moment = toMoment(now);
  const isOfThese = isUnread === undefined ? sql`` : sql`and is_unread = ${isUnread ? 1 : 0}`;
  const isDue = sql`next_poll_at <= ${moment} and disabled_reason is null
    and (lease_until is null or lease_until <= ${moment}) ${isOfThese}`;

  async function lease(count: number, named: readonly string[] | null): Promise<readonly string[]> {
    // As one value: there may be more of them than a statement can bind.
    const listed = dialect.listJson(JSON.stringify((named ?? []).map((id) => [id])));
    const isNamed = named === null ? sql`` : sql`and feed_id in (select e.value ->> 0 from ${listed} e)`;
    const { rows } = await sql<{ feed_id: string }>`
      with picked as (
        select feed_id from feed_states where ${isDue} ${isNamed}
        order by next_poll_at, feed_id limit ${count} ${dialect.hasSkipLocked ? sql`for update skip locked` : sql``}
      )
      update feed_states set lease_owner = ${owner}, lease_until = ${moment + leaseMs}
      from picked where feed_states.feed_id = picked.feed_id returning feed_states.feed_id as feed_id`.execute(
      database,
    );
    return rows.map((row) => row.feed_id);
  }

  async function listDue(after: Due | undefined, count: number): Promise<readonly Due[]> {
    const isLater =
      after === undefined ? sql`` : sql`and (next_poll_at, feed_id) > (${after.next_poll_at}, ${after.feed_id})`;
    const { rows } = await sql<Due>`select feed_id, next_poll_at from feed_states
      where ${isDue} ${isLater} order by next_poll_at, feed_id limit ${count}`.execute(database);
    return rows;
  }

  async function leaseWanted(wanted: ReadonlySet<FeedId>): Promise<readonly string[]> {
    const leased: string[] = [];
    let after: Due | undefined;
    for (let count = LOOKED_FIRST; leased.length < limit; count = LOOKED_THEN) {
      const due = await listDue(after, count);
      const ids = due.map((row) => row.feed_id).filter((id) => wanted.has(toFeedId(id)));
      // Another process may have taken some of them meanwhile.
      if (ids.length > 0) leased.push(...(await lease(limit - leased.length, ids)));
      if (due.length < count) break;
      after = due.at(-1);
    }
    return leased;
  }

  if (among?.size === 0) return [];
  const isNamed = among === undefined || among.size <= NAMED_MAX;
  const ids = isNamed ? await lease(limit, among === undefined ? null : [...among]) : await leaseWanted(among);
  if (ids.length === 0) return [];
  const states = database.selectFrom("feed_states").selectAll().where("feed_id", "in", ids);
  return (await states.orderBy("next_poll_at").orderBy("feed_id").execute()).map(toFeedState);
}
