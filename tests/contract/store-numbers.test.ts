/** Each channel numbers its own subscriptions, and gives no number twice: the same on every engine, also in older databases. */

import { sql } from "kysely";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { SILENT_LOG } from "../../src/domain/platform.ts";
import type { Store } from "../../src/domain/store.ts";
import { EMPTY_FILTER, type Subscription } from "../../src/domain/subscription.ts";
import { openPostgres, POSTGRES } from "../../src/store/dialects/postgres.ts";
import { openSqlite, SQLITE } from "../../src/store/dialects/sqlite.ts";
import { migrate, STEPS } from "../../src/store/migrations.ts";
import { openStore } from "../../src/store/open.ts";
import { buildSubscription, toWebRoom } from "../helpers/build.ts";
import { LASTING_ENGINES, openTestStores, TEST_ENGINES } from "../helpers/test-store.ts";

const LIMITS = { perDestinationMax: 100, perServerMax: 100 };

describe.each(TEST_ENGINES)("numbers of subscriptions on $name", (engine) => {
  const stores = openTestStores(engine);
  let store: Store;
  beforeEach(async () => {
    store = await stores.open();
  });
  afterAll(() => stores.closeAll());

  const add = (address: string): Promise<Subscription> =>
    store.subscriptions.add(buildSubscription({ destination: toWebRoom(address) }));
  const numbersIn = async (address: string): Promise<readonly number[]> =>
    (await store.subscriptions.findByDestination(toWebRoom(address))).map((each) => each.number);

  test("the first subscription of a channel was number 417", async () => {
    for (let count = 0; count < 3; count++) await add("busy");
    expect((await add("new")).number).toBe(1);
    expect((await add("new")).number).toBe(2);
    expect(await numbersIn("busy")).toEqual([1, 2, 3]);
  });

  test("the number of one that has ended is not given again", async () => {
    await add("a");
    const last = await add("a");
    await store.subscriptions.remove(last.id, last.destination);
    expect((await add("a")).number).toBe(3);
  });

  test("many at once get different numbers, and those refused get none", async () => {
    const results = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        store.subscriptions.addWithin(
          buildSubscription({ destination: toWebRoom("a"), filter: { ...EMPTY_FILTER, words: [`w${index}`] } }),
          { ...LIMITS, perDestinationMax: 5 },
        ),
      ),
    );
    expect(results.filter((each) => each.outcome === "added")).toHaveLength(5);
    expect([...(await numbersIn("a"))].sort()).toEqual([1, 2, 3, 4, 5]);
    expect((await add("a")).number).toBe(6);
  });

  test("a channel that moves takes its numbers along, and goes on after those of the place it comes to", async () => {
    await add("old");
    await add("old");
    await store.subscriptions.moveDestination(toWebRoom("old"), toWebRoom("empty"));
    expect(await numbersIn("empty")).toEqual([1, 2]);
    await add("full");
    await store.subscriptions.moveDestination(toWebRoom("empty"), toWebRoom("full"));
    expect([...(await numbersIn("full"))].sort()).toEqual([1, 2, 3]);
    expect((await add("full")).number).toBe(4);
  });
});

describe.each(LASTING_ENGINES)("subscriptions made before channels had numbers, on $name", (engine) => {
  test("keep the number people know, and new ones go on after it", async () => {
    const place = await engine.create();
    const isSqlite = place.url.startsWith("sqlite:");
    const { database, close } = isSqlite
      ? openSqlite(place.url.slice("sqlite:".length), false)
      : openPostgres(place.url, false, SILENT_LOG);
    const before = Object.entries(STEPS).filter(([name]) => name < "0013");
    await migrate(database, isSqlite ? SQLITE : POSTGRES, Object.fromEntries(before));
    await sql`insert into subscriptions (id, platform, address, filter, display, created_at)
      values (416, 'web', 'a', '{}', '{}', 0), (417, 'web', 'b', '{}', '{}', 0)`.execute(database);
    await close();

    const store = await openStore(place.url);
    const [standing] = await store.subscriptions.findByDestination(toWebRoom("b"));
    expect(standing).toMatchObject({ id: 417, number: 417 });
    expect((await store.subscriptions.add({ ...buildSubscription({ destination: toWebRoom("b") }) })).number).toBe(418);
    expect((await store.subscriptions.add({ ...buildSubscription({ destination: toWebRoom("c") }) })).number).toBe(1);
    await store.close();
    await place.remove();
  });
});
