/** The active subscriptions kept in memory, brought up to date by the log of changes that every process writes. */

import { sql } from "kysely";
import { type SubscriptionId, toSubscriptionId } from "../../domain/id.ts";
import type { Standing } from "../../domain/subscription-store.ts";
import { createStanding, type MutableStanding } from "../../matching/standing.ts";
import type { Database } from "../dialects/dialect.ts";
import { toSubscription } from "../subscription-rows.ts";
import { takeTurn } from "./turns.ts";

const ROWS_AT_ONCE = 500;
/** After more than this, or when the log does not reach so far back, all are read anew. */
const CHANGES_MAX = 5_000;

interface Kept {
  readonly standing: MutableStanding;
  /** Of the last change that is in it. */
  readonly version: number;
}

/** What changes while it is read stands in the log behind the version it began at. */
async function readAll(database: Database): Promise<Kept> {
  const { rows } = await sql<{
    version: number | null;
  }>`select max(version) as version from subscription_changes`.execute(database);
  const standing = createStanding();
  for (let last = 0, count = ROWS_AT_ONCE; count === ROWS_AT_ONCE; ) {
    const some = database.selectFrom("subscriptions").selectAll().where("id", ">", last);
    const page = await some.orderBy("id").limit(ROWS_AT_ONCE).execute();
    for (const row of page) standing.set(toSubscription(row));
    count = page.length;
    last = page.at(-1)?.id ?? last;
    await takeTurn();
  }
  return { standing, version: rows[0]?.version ?? 0 };
}

async function readThese(database: Database, ids: readonly number[], standing: MutableStanding): Promise<void> {
  for (let start = 0; start < ids.length; start += ROWS_AT_ONCE) {
    const some = ids.slice(start, start + ROWS_AT_ONCE);
    const rows = await database.selectFrom("subscriptions").selectAll().where("id", "in", some).execute();
    const left = new Set<SubscriptionId>(some.map(toSubscriptionId));
    for (const row of rows) {
      const subscription = toSubscription(row);
      standing.set(subscription);
      left.delete(subscription.id);
    }
    for (const id of left) standing.remove(id);
  }
}

async function readChanged(database: Database, { standing, version }: Kept): Promise<Kept> {
  const changes = await database
    .selectFrom("subscription_changes")
    .selectAll()
    .where("version", ">=", version)
    .orderBy("version")
    .limit(CHANGES_MAX + 1)
    .execute();
  const [oldest] = changes;
  const isCutOff = version > 0 && oldest?.version !== version;
  if (isCutOff || changes.length > CHANGES_MAX) return readAll(database);
  const ids = changes.filter((each) => each.version > version).map((each) => each.subscription_id);
  if (ids.length > 0) await readThese(database, [...new Set(ids)], standing);
  return { standing, version: changes.at(-1)?.version ?? version };
}

/** Each time as it stands when it is asked for, whichever process changed it. */
export function createStandingReader(database: Database): () => Promise<Standing> {
  let last: Promise<Kept | null> = Promise.resolve(null);
  return async () => {
    const next = last.then((kept) => (kept === null ? readAll(database) : readChanged(database, kept)));
    // After a fault it cannot be said how far it came.
    last = next.catch(() => null);
    return (await next).standing;
  };
}
