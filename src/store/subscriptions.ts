/** Standing wishes of destinations, and what happens to what is owed when they end, pause or move. */

import { type RawBuilder, sql } from "kysely";
import type { Destination, NewSubscription, Subscription } from "../domain/subscription.ts";
import type { SubscriptionStore } from "../domain/subscription-store.ts";
import { isSameFilter } from "../matching/filter.ts";
import type { Database, Dialect } from "./dialects/dialect.ts";
import { dissolveUnsent, dropGathered, reconsiderWaiting } from "./digests.ts";
import { dropHold, isWithin } from "./holds.ts";
import { moveMutes } from "./mutes.ts";
import { toStorable, toStorableValue } from "./normalize.ts";
import { createStandingReader } from "./rows/subscription-log.ts";
import { toSubscription } from "./subscription-rows.ts";
import { toMoment } from "./tables.ts";

/** How a pause begins that the platform caused; only such a one is lifted when the bot is back. */
const GONE = "gone";

function toValues(subscription: Pick<NewSubscription, "filter" | "display" | "pausedReason">) {
  const { filter, display, pausedReason } = toStorableValue(subscription);
  return {
    filter: JSON.stringify(filter),
    display: JSON.stringify(display),
    paused_reason: pausedReason,
  };
}

const toPlace = (destination: Destination) => ({
  platform: destination.platform,
  address: toStorable(destination.address),
});

type Place = ReturnType<typeof toPlace>;

/** A part of a place, such as a Telegram topic, is `whole/part`. */
const toWhole = (address: string): string => address.split("/")[0] ?? "";

/** Deletes the rows of one place whose article, or feed, the other place has too. */
async function deleteTwins(
  database: Database,
  table: "deliveries" | "sent_posts" | "notices",
  place: Place,
  other: Place,
  condition: RawBuilder<unknown> = sql``,
): Promise<void> {
  const subject = sql.ref(table === "notices" ? "feed_id" : "article_id");
  await sql`delete from ${sql.table(table)} where platform = ${place.platform} and address = ${place.address}
    and ${subject} in (
      select o.${subject} from ${sql.table(table)} o where o.platform = ${other.platform} and o.address = ${other.address})
    ${condition}`.execute(database);
}

/** `platform:server`, so that one column finds it; null where the platform names none. */
const toServer = ({ platform }: Destination, server: string | null | undefined): string | null =>
  server === undefined || server === null ? null : toStorable(`${platform}:${server}`);

/** The next number of a place. */
async function takeNumber(trx: Database, place: Place): Promise<number> {
  const { last_number: number } = await trx
    .insertInto("last_numbers")
    .values({ ...place, last_number: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(["platform", "address"])
        .doUpdateSet((each) => ({ last_number: each("last_numbers.last_number", "+", 1) })),
    )
    .returning("last_number")
    .executeTakeFirstOrThrow();
  return number;
}

/** Where both places have numbered, those that come go on after those there are. */
async function moveNumbers(trx: Database, old: Place, next: Place): Promise<void> {
  const findLast = async ({ platform, address }: Place): Promise<number> => {
    const all = trx.selectFrom("last_numbers").select("last_number").where("platform", "=", platform);
    return (await all.where("address", "=", address).executeTakeFirst())?.last_number ?? 0;
  };
  const [oldLast, nextLast] = [await findLast(old), await findLast(next)];
  if (oldLast === 0) return;
  await trx
    .updateTable("subscriptions")
    .set((each) => ({ number: each("number", "+", nextLast) }))
    .where("platform", "=", old.platform)
    .where("address", "=", old.address)
    .execute();
  for (const { platform, address } of [old, next]) {
    await trx.deleteFrom("last_numbers").where("platform", "=", platform).where("address", "=", address).execute();
  }
  await trx
    .insertInto("last_numbers")
    .values({ ...next, last_number: oldLast + nextLast })
    .execute();
}

async function insert(trx: Database, subscription: NewSubscription): Promise<Subscription> {
  const place = toPlace(subscription.destination);
  const row = await trx
    .insertInto("subscriptions")
    .values({
      ...place,
      number: await takeNumber(trx, place),
      ...toValues(subscription),
      server: toServer(subscription.destination, subscription.server),
      created_at: toMoment(subscription.createdAt),
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return toSubscription(row);
}

async function findThere(database: Database, destination: Destination): Promise<readonly Subscription[]> {
  const { platform, address } = toPlace(destination);
  const all = database.selectFrom("subscriptions").selectAll().orderBy("id");
  const rows = await all.where("platform", "=", platform).where("address", "=", address).execute();
  return rows.map(toSubscription);
}

async function countInServer(database: Database, server: string): Promise<number> {
  const row = await database
    .selectFrom("subscriptions")
    .select((each) => each.fn.countAll<number>().as("count"))
    .where("server", "=", server)
    .executeTakeFirstOrThrow();
  return row.count;
}

export function createSubscriptionStore(database: Database, dialect: Dialect): SubscriptionStore {
  const select = () => database.selectFrom("subscriptions").selectAll().orderBy("id");
  return {
    add: (subscription) => database.transaction().execute((trx) => insert(trx, subscription)),

    async addWithin(subscription, { perDestinationMax, perServerMax }) {
      return database.transaction().execute(async (trx) => {
        await dialect.lockAdding(trx);
        const standing = await findThere(trx, subscription.destination);
        const { filter } = toStorableValue(subscription);
        const same = standing.find((each) => isSameFilter(each.filter, filter));
        if (same !== undefined) return { outcome: "known", subscription: same };
        if (standing.length >= perDestinationMax) return { outcome: "full" };
        const server = toServer(subscription.destination, subscription.server);
        if (server !== null && (await countInServer(trx, server)) >= perServerMax) return { outcome: "server-full" };
        return { outcome: "added", subscription: await insert(trx, subscription) };
      });
    },

    async update(subscription) {
      const { platform, address } = toPlace(subscription.destination);
      return database.transaction().execute(async (trx) => {
        const found = trx.selectFrom("subscriptions").selectAll().where("id", "=", subscription.id);
        const row = await found.where("platform", "=", platform).where("address", "=", address).executeTakeFirst();
        if (row === undefined) return false;
        const { numUpdatedRows } = await trx
          .updateTable("subscriptions")
          .set(toValues(subscription))
          .where("id", "=", subscription.id)
          .executeTakeFirst();
        if (numUpdatedRows === 0n) return false;
        // What fits no more leaves a digest that has surely not left, too.
        if (!isSameFilter(toSubscription(row).filter, subscription.filter)) {
          await dissolveUnsent(trx, [{ platform, address }]);
        }
        await reconsiderWaiting(trx, subscription.id, subscription.display.sizeMin);
        return true;
      });
    },

    async remove(id, destination, heirs = new Map()) {
      const { platform, address } = toPlace(destination);
      return database.transaction().execute(async (trx) => {
        const { numDeletedRows } = await trx
          .deleteFrom("subscriptions")
          .where("id", "=", id)
          .where("platform", "=", platform)
          .where("address", "=", address)
          .executeTakeFirst();
        if (numDeletedRows === 0n) return false;
        // What other subscriptions brought into a digest beside this one's is put together anew, and so is what goes to heirs.
        await dissolveUnsent(trx, [{ platform, address }]);
        for (const [articleId, heirId] of heirs) {
          const inherited = trx
            .updateTable("deliveries")
            .where("subscription_id", "=", id)
            .where("article_id", "=", articleId);
          await inherited.set({ subscription_id: heirId }).execute();
        }
        // Their hour, and how large their stories must be, are now for the heirs to say.
        for (const heirId of new Set(heirs.values())) {
          const heir = await trx.selectFrom("subscriptions").selectAll().where("id", "=", heirId).executeTakeFirst();
          if (heir !== undefined) await reconsiderWaiting(trx, heirId, toSubscription(heir).display.sizeMin);
        }
        // Nothing more comes after an unsubscribe. What never left may be owed again later; what may have, may not.
        await trx
          .deleteFrom("deliveries")
          .where("subscription_id", "=", id)
          .where("state", "in", ["pending", "claimed", "waiting", "muted"])
          .where("first_sent_at", "is", null)
          .execute();
        await trx
          .updateTable("deliveries")
          .set({ state: "failed", reason: "unsubscribed", lease_owner: null, lease_until: null })
          .where("subscription_id", "=", id)
          .where("state", "in", ["pending", "claimed"])
          .execute();
        await dropGathered(trx, id);
        return true;
      });
    },

    async find(id) {
      const row = await select().where("id", "=", id).executeTakeFirst();
      return row === undefined ? null : toSubscription(row);
    },

    findByDestination: (destination) => findThere(database, destination),

    async countServer(platform, server) {
      return countInServer(database, toStorable(`${platform}:${server}`));
    },

    async findActive() {
      return (await select().where("paused_reason", "is", null).execute()).map(toSubscription);
    },

    readStanding: createStandingReader(database),

    async listNamedFeeds() {
      const standing = (await select().execute()).map(toSubscription);
      return new Set(standing.flatMap(({ filter }) => filter.feedIds));
    },

    async pauseDestination(destination, reason) {
      const { platform, address } = toPlace(destination);
      return database.transaction().execute(async (trx) => {
        const { numUpdatedRows } = await trx
          .updateTable("subscriptions")
          .set({ paused_reason: toStorable(reason) })
          .where("platform", "=", platform)
          .where("address", "=", address)
          .where("paused_reason", "is", null)
          .executeTakeFirst();
        await trx
          .updateTable("deliveries")
          .set({ state: "failed", reason: toStorable(reason), lease_owner: null, lease_until: null })
          .where("platform", "=", platform)
          .where("address", "=", address)
          .where("state", "in", ["waiting", "gathered", "pending", "claimed", "sending"])
          .execute();
        return Number(numUpdatedRows);
      });
    },

    async resumeDestination(destination) {
      const { numUpdatedRows } = await database
        .updateTable("subscriptions")
        .set({ paused_reason: null })
        .where(isWithin(toPlace(destination)))
        .where(sql<boolean>`substr(paused_reason, 1, 4) = ${GONE}`)
        .executeTakeFirst();
      return Number(numUpdatedRows);
    },

    async moveDestination(from, to) {
      const [old, next] = [toPlace(from), toPlace(to)];
      if (old.platform === next.platform && old.address === next.address) return;
      await database.transaction().execute(async (trx) => {
        // Owed or sent under both addresses: what surely has not left yet gives way, so that nothing is posted twice.
        const isUnsent = sql`and state in ('waiting', 'gathered', 'pending', 'claimed', 'muted') and first_sent_at is null`;
        await dissolveUnsent(trx, [old, next]);
        await deleteTwins(trx, "deliveries", next, old, isUnsent);
        await deleteTwins(trx, "deliveries", old, next);
        await deleteTwins(trx, "sent_posts", old, next);
        await deleteTwins(trx, "notices", old, next);
        await moveMutes(trx, old, next);
        for (const place of [old, next]) await dropHold(trx, place);
        await moveNumbers(trx, old, next);
        const ofOld = trx.updateTable("deliveries").where("platform", "=", old.platform);
        await ofOld.set({ message_id: null }).where("address", "=", old.address).execute();
        for (const table of ["deliveries", "sent_posts", "subscriptions", "notices", "kept_values"] as const) {
          await trx
            .updateTable(table)
            .set(next)
            .where("platform", "=", old.platform)
            .where("address", "=", old.address)
            .execute();
        }
        await trx
          .updateTable("subscriptions")
          .set({ server: `${next.platform}:${toWhole(next.address)}` })
          .where("server", "=", `${old.platform}:${toWhole(old.address)}`)
          .execute();
      });
    },
  };
}
