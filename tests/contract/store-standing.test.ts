/** The subscriptions a process keeps in memory follow whatever any process changes: the same on every engine. */

import { sql } from "kysely";
import { afterAll, describe, expect, test } from "vitest";
import { SILENT_LOG } from "../../src/domain/platform.ts";
import type { Store } from "../../src/domain/store.ts";
import { EMPTY_FILTER } from "../../src/domain/subscription.ts";
import { CHANGES_KEPT, CHANGES_TRIMMED } from "../../src/store/dialects/dialect.ts";
import { openEngine, openStore, toStore } from "../../src/store/open.ts";
import { buildPublication, buildSubscription, HARBOR, NOW, toWebRoom } from "../helpers/build.ts";
import { openTestStores, POSTGRESQL, TEST_ENGINES } from "../helpers/test-store.ts";

const { article, brief, quotes } = buildPublication();
const matchable = { feedId: HARBOR, topics: ["local"], language: "en", brief, text: article.text, quotes };
const add = (store: Store, room: string, words: readonly string[] = []) =>
  store.subscriptions.add(buildSubscription({ destination: toWebRoom(room), filter: { ...EMPTY_FILTER, words } }));
const findRooms = async (store: Store): Promise<readonly string[]> =>
  (await store.subscriptions.readStanding()).match(matchable, NOW).map(({ destination }) => destination.address);

describe.each(TEST_ENGINES)("subscriptions in memory on $name", (engine) => {
  const stores = openTestStores(engine);
  afterAll(() => stores.closeAll());

  test("follow what is added, changed, paused, moved, brought back and ended", async () => {
    const store = await stores.open();
    expect(await findRooms(store)).toEqual([]);
    const first = await add(store, "a");
    const second = await add(store, "b", ["ferry"]);
    expect(await findRooms(store)).toEqual(["a", "b"]);
    await store.subscriptions.update({ ...second, filter: { ...EMPTY_FILTER, words: ["tram"] } });
    expect(await findRooms(store)).toEqual(["a"]);
    await store.subscriptions.update(second);
    await store.subscriptions.pauseDestination(toWebRoom("a"), "gone: the room is closed");
    expect(await findRooms(store)).toEqual(["b"]);
    await store.subscriptions.resumeDestination(toWebRoom("a"));
    await store.subscriptions.moveDestination(toWebRoom("b"), toWebRoom("c"));
    expect(await findRooms(store)).toEqual(["a", "c"]);
    await store.subscriptions.remove(first.id, toWebRoom("a"));
    expect(await findRooms(store)).toEqual(["c"]);
  });

  test("a change that was taken back is none", async () => {
    const store = await stores.open();
    const { id } = await add(store, "a");
    expect(await findRooms(store)).toEqual(["a"]);
    await expect(
      store.subscriptions.add({ ...buildSubscription(), createdAt: new Date(Number.NaN) }),
    ).rejects.toThrow();
    await store.subscriptions.remove(id, toWebRoom("a"));
    await add(store, "b");
    expect(await findRooms(store)).toEqual(["b"]);
  });
});

describe("two processes on one PostgreSQL", () => {
  const opened: (() => Promise<void>)[] = [];
  afterAll(async () => {
    for (const close of opened.reverse()) await close();
  });

  async function openTwo(): Promise<{ readonly here: Store; readonly there: Store }> {
    const { url, remove } = await POSTGRESQL.createForStore();
    const [here, there] = [await openStore(url), await openStore(url)];
    opened.push(remove, here.close, there.close);
    return { here, there };
  }

  test("each sees at once what the other changed, many changing side by side", async () => {
    const { here, there } = await openTwo();
    expect([await findRooms(here), await findRooms(there)]).toEqual([[], []]);
    const rooms = Array.from({ length: 24 }, (_, index) => `room-${index}`);
    const readers = Array.from({ length: 6 }, () => findRooms(there));
    const added = await Promise.all(rooms.map((room, index) => add(index % 2 === 0 ? here : there, room)));
    await Promise.all(readers);
    for (const store of [here, there]) expect([...(await findRooms(store))].sort()).toEqual([...rooms].sort());
    await Promise.all(added.slice(1).map(({ id, destination }) => here.subscriptions.remove(id, destination)));
    expect(await findRooms(there)).toEqual(["room-0"]);
  });
});

test.each(TEST_ENGINES)(
  "a log that does not reach back is followed by reading all anew, and does not grow for ever, on $name",
  async (engine) => {
    const { url, remove } = await engine.createForStore();
    const opened = await openEngine(url, false, SILENT_LOG);
    const store = toStore(opened);
    const { database } = opened;
    const ended = await add(store, "ended");
    expect(await findRooms(store)).toEqual(["ended"]);
    await store.subscriptions.remove(ended.id, ended.destination);
    await add(store, "stays");
    const [written, kept] = [CHANGES_KEPT + 2 * CHANGES_TRIMMED, CHANGES_KEPT + CHANGES_TRIMMED];
    await sql`insert into subscription_changes (subscription_id)
      with recursive n (i) as (select 1 union all select i + 1 from n where i < ${written})
      select 0 from n`.execute(database);
    expect(await findRooms(store)).toEqual(["stays"]);
    const { rows } = await sql<{ count: number }>`select count(*) as count from subscription_changes`.execute(database);
    expect(rows[0]?.count).toBeGreaterThanOrEqual(CHANGES_KEPT);
    expect(rows[0]?.count).toBeLessThan(kept);
    await store.close();
    await remove();
  },
);
