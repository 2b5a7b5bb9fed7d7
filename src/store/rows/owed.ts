/** The rows of a brief owed to destinations, for subscriptions that still stand. */

import { type RawBuilder, sql } from "kysely";
import { assert } from "../../domain/errors.ts";
import type { Recipient } from "../../domain/store.ts";
import type { Database, Dialect } from "../dialects/dialect.ts";
import { toStorable } from "../normalize.ts";
import { toMoment } from "../tables.ts";
import { takeTurn } from "./turns.ts";

/** A story that has not grown by then is not news any more. */
const STORY_WAIT_MS = 72 * 60 * 60 * 1000;

/** Rows of one statement. */
const ROWS_AT_ONCE = 500;

/** An article owed to these. */
export interface Owed {
  readonly articleId: number;
  readonly recipients: readonly Recipient[];
  readonly now: Date;
  /** The outlets that carry its story decide whether it has to wait; 1 when absent. */
  readonly storySize?: number | undefined;
}

/** In the order the statement below reads them. */
function toValues(
  { subscriptionId, destination, waitsUntil = null, sizeMin = 1 }: Recipient,
  { articleId, now, storySize: size = 1 }: Owed,
) {
  assert(Number.isSafeInteger(subscriptionId), "a brief is owed for a subscription");
  const isSmall = size < sizeMin;
  const dueAt = isSmall ? toMoment(now) + STORY_WAIT_MS : toMoment(waitsUntil ?? now);
  const state = isSmall || waitsUntil !== null ? "waiting" : "pending";
  const { platform, address } = destination;
  const least = isSmall ? sizeMin : null;
  return [subscriptionId, platform, toStorable(address), state, dueAt, least, articleId, toMoment(now)];
}

/**
 * Statements, of which each gives the ids of what is owed now; run where subscriptions are held. Not owed is what is or
 * was owed there already, and what would be for a subscription that has ended since it was looked at. An id that was
 * never given has not ended.
 */
export function toOwedStatements(
  dialect: Dialect,
  owed: readonly Owed[],
  lastId: number,
): readonly RawBuilder<{ readonly id: number }>[] {
  const subscription = sql`cast(e.value ->> 0 as bigint)`;
  const chunks: RawBuilder<{ readonly id: number }>[] = [];
  const all = owed.flatMap((each) => each.recipients.map((recipient) => [recipient, each] as const));
  for (let start = 0; start < all.length; start += ROWS_AT_ONCE) {
    const rows = all.slice(start, start + ROWS_AT_ONCE).map((pair) => toValues(...pair));
    chunks.push(sql`
      insert into deliveries (article_id, created_at, subscription_id, platform, address, state, due_at, size_min,
        attempts, is_in_doubt, lease_ms)
      select cast(e.value ->> 6 as bigint), cast(e.value ->> 7 as bigint), ${subscription}, e.value ->> 1, e.value ->> 2,
        e.value ->> 3, cast(e.value ->> 4 as bigint), cast(e.value ->> 5 as bigint), 0, 0, 0
      from ${dialect.listJson(JSON.stringify(rows))} e
      where ${subscription} > ${lastId} or exists (select 1 from subscriptions s where s.id = ${subscription})
      on conflict (article_id, platform, address) do nothing returning id`);
  }
  return chunks;
}

/**
 * Inside the caller's transaction: none ends from here to its end, so that whoever ends one meets what is owed to it.
 * Resolves with the ids of what is owed now.
 */
export async function insertDeliveries(database: Database, dialect: Dialect, owed: Owed): Promise<readonly number[]> {
  if (owed.recipients.length === 0) return [];
  await dialect.holdSubscriptions(database);
  const lastId = await dialect.readLastId(database, "subscriptions");
  return runInTurns(database, toOwedStatements(dialect, [owed], lastId));
}

/** Between two of them others have their turn; resolves with all ids they give. */
export async function runInTurns(
  database: Database,
  statements: readonly RawBuilder<{ readonly id: number }>[],
): Promise<readonly number[]> {
  const ids: number[] = [];
  for (const [index, each] of statements.entries()) {
    if (index > 0) await takeTurn();
    for (const { id } of (await each.execute(database)).rows) ids.push(id);
  }
  return ids;
}

/** False for a place whose last subscription has ended since it was looked at: nothing is noted of it any more. */
export async function hasSubscriptions(
  database: Database,
  { platform, address }: { readonly platform: string; readonly address: string },
): Promise<boolean> {
  const all = database.selectFrom("subscriptions").select("id").where("platform", "=", platform);
  return (await all.where("address", "=", toStorable(address)).limit(1).executeTakeFirst()) !== undefined;
}
