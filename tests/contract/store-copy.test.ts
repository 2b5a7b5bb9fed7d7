/** A whole store copied into an empty one, between engines: nothing is lost, and the copy goes on where it stood. */

import { sql } from "kysely";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { SILENT_LOG } from "../../src/domain/platform.ts";
import { EMPTY_QUERY, type Store } from "../../src/domain/store.ts";
import { COPIED, copyStore } from "../../src/store/copy.ts";
import { openPostgres } from "../../src/store/dialects/postgres.ts";
import { openSqlite } from "../../src/store/dialects/sqlite.ts";
import { openStore } from "../../src/store/open.ts";
import { parseSearch } from "../../src/typed/search-text.ts";
import {
  buildFeed,
  buildNumberedPublication,
  buildQuote,
  buildRecipient,
  buildSubscription,
  HARBOR,
  later,
  NOON,
} from "../helpers/build.ts";
import type { TestPlace } from "../helpers/postgres.ts";
import { LASTING_ENGINES } from "../helpers/test-store.ts";

const TARN = "The mayor spoke.\n\n“We kept our word on the pier,” said Odile Tarn.";
/** More than are read at once. */
const COUNT = 260;
const places: TestPlace[] = [];
afterEach(async () => {
  for (const place of places.splice(0)) await place.remove();
});

async function fill(url: string): Promise<void> {
  const store = await openStore(url);
  await store.feeds.save([buildFeed({ id: HARBOR })], NOON);
  await store.subscriptions.add(buildSubscription());
  for (let index = 0; index < COUNT; index += 1) {
    const isQuoted = index === 0;
    await store.articles.publish(
      buildNumberedPublication({
        headline: isQuoted ? "Pier reopens" : `Ferry ${index} sails`,
        article: { text: isQuoted ? TARN : `Ferry number ${index} sailed.` },
        ...(isQuoted ? { quotes: [buildQuote(TARN, "We kept our word on the pier,", "Odile Tarn")] } : {}),
        recipients: [buildRecipient(`room-${index}`)],
        now: later(index * 1000),
      }),
    );
  }
  await store.close();
}

const facts = async (store: Store) => ({
  articles: await store.articles.count(),
  feeds: await store.feeds.list(),
  subscriptions: await store.subscriptions.findByDestination(buildSubscription().destination),
  pier: (await store.articles.search({ ...EMPTY_QUERY, limit: 5, terms: parseSearch("pier") })).briefs.map(
    ({ article, brief }) => [article.id, brief.headline, brief.quotes],
  ),
  last: (await store.articles.search({ ...EMPTY_QUERY, limit: 5, terms: parseSearch(`"ferry ${COUNT - 1}"`) })).total,
});

describe.each(LASTING_ENGINES)("from $name", (from) => {
  let source: TestPlace;
  beforeAll(async () => {
    source = await from.create();
    await fill(source.url);
  });
  afterAll(() => source.remove());

  test.each(LASTING_ENGINES)("to $name: all is there, is found, and new ids go on behind the old", async (to) => {
    const target = await to.create();
    places.push(target);
    expect(await copyStore({ from: source.url, to: target.url })).toBeGreaterThan(3 * COUNT);
    const before = await openStore(source.url, { isReadOnly: true });
    const after = await openStore(target.url);
    try {
      expect(await facts(after)).toEqual(await facts(before));
      expect((await facts(after)).last).toBe(1);
      expect(await after.outbox.claim(later(10_000_000), 60_000, 2 * COUNT, "copy")).toHaveLength(COUNT);
      const id = await after.articles.publish(buildNumberedPublication({ headline: "Later", now: later(9_000_000) }));
      expect(Number(id)).toBe(COUNT + 1);
    } finally {
      await Promise.all([before.close(), after.close()]);
    }
    await expect(copyStore({ from: source.url, to: target.url })).rejects.toThrow(/Expected an empty database/);
  });
});

/** Full text is made anew; the log of changes, who runs now and what their pages tell one another are each database's own. */
const NOT_COPIED =
  /^(?:article|quote)_words|^kysely_|^(?:subscription_changes|processes|seats|room_events|room_files)$/;

test.each(LASTING_ENGINES)("every table of the schema is copied, on $name", async (engine) => {
  const place = await engine.create();
  places.push(place);
  await (await openStore(place.url)).close();
  const isSqlite = place.url.startsWith("sqlite:");
  const { database, close } = isSqlite
    ? openSqlite(place.url.slice("sqlite:".length), true)
    : openPostgres(place.url, true, SILENT_LOG);
  const { rows } = isSqlite
    ? await sql<{
        name: string;
      }>`select name from sqlite_master where type = 'table' and name not like 'sqlite%'`.execute(database)
    : await sql<{ name: string }>`select table_name as name from information_schema.tables
        where table_schema = 'public'`.execute(database);
  await close();
  const made = rows.map(({ name }) => name).filter((name) => !NOT_COPIED.test(name));
  expect(made.sort()).toEqual(COPIED.map(([name]) => String(name)).sort());
});
