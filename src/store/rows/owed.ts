/** The row of a brief owed to a destination, for a subscription that still stands. */

import { assert } from "../../domain/errors.ts";
import type { Recipient } from "../../domain/store.ts";
import type { Database, Dialect } from "../dialects/dialect.ts";
import { toStorable } from "../normalize.ts";
import { toMoment } from "../tables.ts";

/** A story that has not grown by then is not news any more. */
const STORY_WAIT_MS = 72 * 60 * 60 * 1000;

async function insertOwed(
  database: Database,
  articleId: number,
  { subscriptionId, destination, waitsUntil = null, sizeMin = 1 }: Recipient,
  now: Date,
  storySize: number,
): Promise<number | null> {
  const isSmall = storySize < sizeMin;
  const dueAt = isSmall ? toMoment(now) + STORY_WAIT_MS : toMoment(waitsUntil ?? now);
  const row = await database
    .insertInto("deliveries")
    .values({
      article_id: articleId,
      subscription_id: subscriptionId,
      platform: destination.platform,
      address: toStorable(destination.address),
      state: isSmall || waitsUntil !== null ? "waiting" : "pending",
      attempts: 0,
      due_at: dueAt,
      created_at: toMoment(now),
      first_sent_at: null,
      is_in_doubt: 0,
      lease_owner: null,
      lease_until: null,
      lease_ms: 0,
      settled_at: null,
      reason: null,
      size_min: isSmall ? sizeMin : null,
      digest_id: null,
      digest_position: null,
      digest: null,
      message_id: null,
    })
    .onConflict((conflict) => conflict.columns(["article_id", "platform", "address"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  return row?.id ?? null;
}

/**
 * False for a subscription that has ended since it was looked at; an id that was never given has not. One that stands is
 * held till the end of the transaction: whoever ends it meets what is owed to it.
 */
async function isStanding(database: Database, dialect: Dialect, id: number): Promise<boolean> {
  assert(Number.isSafeInteger(id), "a brief is owed for a subscription");
  const found = database.selectFrom("subscriptions").select("id").where("id", "=", id);
  const row = await found.$if(dialect.hasSkipLocked, (query) => query.forKeyShare()).executeTakeFirst();
  return row !== undefined || id > (await dialect.readLastId(database, "subscriptions"));
}

/**
 * Inside the caller's transaction. Null when the article is or was owed there already, and when the subscription has
 * ended. The outlets that carry its story decide whether it has to wait.
 */
export async function insertDelivery(
  database: Database,
  dialect: Dialect,
  articleId: number,
  recipient: Recipient,
  now: Date,
  storySize = 1,
): Promise<number | null> {
  if (!(await isStanding(database, dialect, recipient.subscriptionId))) return null;
  return insertOwed(database, articleId, recipient, now, storySize);
}

/** False for a place whose last subscription has ended since it was looked at: nothing is noted of it any more. */
export async function hasSubscriptions(
  database: Database,
  { platform, address }: { readonly platform: string; readonly address: string },
): Promise<boolean> {
  const all = database.selectFrom("subscriptions").select("id").where("platform", "=", platform);
  return (await all.where("address", "=", toStorable(address)).limit(1).executeTakeFirst()) !== undefined;
}
