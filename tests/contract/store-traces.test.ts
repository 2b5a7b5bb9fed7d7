/** What a place or a person leaves behind goes when they wish it, on every engine, and nothing under way brings it back. */

import Sqlite from "better-sqlite3";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { toFeedId } from "../../src/domain/id.ts";
import { SILENT_LOG } from "../../src/domain/platform.ts";
import { EMPTY_QUERY, type Store } from "../../src/domain/store.ts";
import { EMPTY_FILTER, type Subscription } from "../../src/domain/subscription.ts";
import { COPIED } from "../../src/store/copy.ts";
import { openEngine, openStore } from "../../src/store/open.ts";
import { buildArticle, buildFeed, buildPublication, buildSubscription, NOW } from "../helpers/build.ts";
import type { TestPlace } from "../helpers/postgres.ts";
import { LASTING_ENGINES, SQLITE_FILE } from "../helpers/test-store.ts";

const GONE = { platform: "telegram", address: "-100777123" } as const;
const STAYING = { platform: "telegram", address: "-100888456" } as const;
const OWN = toFeedId("choir-notes");
const SHARED = toFeedId("yard-notes");
const later = (ms: number): Date => new Date(NOW.getTime() + ms);

const addedFeed = (id: typeof OWN) =>
  buildFeed({ id, url: `https://${id}.example/feed`, title: `Notes ${id}`, origin: "added" });
const articleOf = (id: typeof OWN, path: string) => {
  const url = `https://${id}.example/${path}`;
  return buildArticle({ feedId: id, url, canonicalUrl: url, title: `${path} of ${id} sails` });
};

/** Everything the database holds, as one text. */
async function dump(url: string): Promise<string> {
  const opened = await openEngine(url, true, SILENT_LOG);
  try {
    const tables: unknown[] = [];
    for (const [table] of COPIED) tables.push([table, await opened.database.selectFrom(table).selectAll().execute()]);
    return JSON.stringify(tables);
  } finally {
    await opened.close();
  }
}

/** Tables that name places, but not this one: what follows would say nothing of them. */
function listTablesWithout(url: string, address: string): readonly string[] {
  const raw = new Sqlite(url.slice("sqlite:".length), { readonly: true });
  const tables = raw
    .prepare(
      "select m.name from sqlite_master m join pragma_table_info(m.name) c on c.name = 'address' where m.type = 'table'",
    )
    .pluck()
    .all() as readonly string[];
  const without = tables.filter(
    (table) => raw.prepare(`select 1 from ${table} where address = ?`).get(address) === undefined,
  );
  raw.close();
  return without;
}

describe.each(LASTING_ENGINES)("/forget on $name", (engine) => {
  const places: { readonly place: TestPlace; readonly store: Store }[] = [];
  let store: Store;
  let place: TestPlace;
  let gone: Subscription;

  beforeEach(async () => {
    place = await engine.create();
    const opened = await openEngine(place.url, false, SILENT_LOG);
    const row = { message_id: "4711", sent_at: 1, attempts: 0, due_at: 1, tried_at: null, settled_at: null };
    await opened.database
      .insertInto("crossposts")
      .values({ ...GONE, ...row })
      .execute();
    await opened.close();
    store = await openStore(place.url);
    places.push({ place, store });
    await store.feeds.save([buildFeed(), addedFeed(OWN), addedFeed(SHARED)], NOW);
    const filter = { ...EMPTY_FILTER, feedIds: [OWN, SHARED] };
    gone = await store.subscriptions.add(buildSubscription({ destination: GONE, filter, server: GONE.address }));
    const staying = await store.subscriptions.add(
      buildSubscription({ destination: STAYING, filter: { ...EMPTY_FILTER, feedIds: [SHARED] } }),
    );
    const toGone = { subscriptionId: gone.id, destination: GONE };
    const toStaying = { subscriptionId: staying.id, destination: STAYING };
    await store.articles.publish(buildPublication({ recipients: [toGone, toStaying] }));
    for (const id of [OWN, SHARED]) {
      await store.articles.publish(
        buildPublication({
          article: articleOf(id, "first"),
          entryKeys: [`first-${id}`],
          recipients: [toGone],
          isAdded: true,
        }),
      );
    }
    const muted = await store.articles.publish(
      buildPublication({
        article: articleOf(OWN, "second"),
        recipients: [toGone],
        isAdded: true,
        entryKeys: ["second"],
      }),
    );
    await store.outbox.mute(muted, GONE, NOW);
    const [first] = await store.outbox.claim(NOW, 60_000, 1, "me");
    if (first !== undefined) {
      await store.outbox.markSending(first.id, "me", NOW);
      await store.outbox.settle(first.id, { outcome: "sent", messageId: "4711" }, NOW, "me");
    }
    await store.holds.refuse(GONE, "not allowed", NOW);
    await store.notices.owe(SHARED, "feed-failed", [GONE, STAYING], NOW);
    for (const { platform, address } of [GONE, STAYING])
      await store.notes.set(`language:${platform}:${address}`, '"de"', NOW);
    await store.notes.set(`websub:${OWN}`, "{}", NOW);
    await store.notes.set(`reading ${OWN}`, "{}", NOW);
    await store.notes.keep("search", "herring", NOW, { destination: GONE, personId: "p-31" });
  });
  afterAll(async () => {
    for (const each of places) {
      await each.store.close();
      await each.place.remove();
    }
  });

  test("nothing of the place, nor of the feed only it had named, is left in any table", async () => {
    const before = await dump(place.url);
    for (const each of [GONE.address, OWN, "4711", "herring"]) expect(before).toContain(each);
    if (store.engine === "sqlite") expect(listTablesWithout(place.url, GONE.address)).toEqual([]);
    expect(await store.traces.forgetPlace(GONE)).toEqual({ subscriptions: 1, deliveries: 4, feeds: 1, kept: 1 });
    const after = await dump(place.url);
    for (const each of [GONE.address, OWN, "4711", "herring"]) expect(after).not.toContain(each);
    const terms = [{ text: "sails", isPhrase: false, isExcluded: false }];
    const found = await store.articles.search({ ...EMPTY_QUERY, terms });
    expect(found.briefs.map(({ article }) => article.feedId).sort()).toEqual(["harbor-wire", SHARED]);
    expect(await store.traces.forgetPlace(GONE)).toEqual({ subscriptions: 0, deliveries: 0, feeds: 0, kept: 0 });
  });

  test("what another place has stays", async () => {
    await store.traces.forgetPlace(GONE);
    expect(await store.subscriptions.findByDestination(STAYING)).toHaveLength(1);
    expect(await store.outbox.findByDestination(STAYING, 9)).toHaveLength(1);
    expect(await store.notes.get(`language:telegram:${STAYING.address}`)).toBe('"de"');
    expect(await store.feeds.find(SHARED)).not.toBeNull();
    expect(await store.notices.claim(later(1), 1_000, 9)).toHaveLength(1);
  });

  test("a post claimed before does not leave, and one that has left is not written down", async () => {
    const claimed = await store.outbox.claim(NOW, 60_000, 9, "me");
    const [own] = claimed.filter(({ destination }) => destination.address === GONE.address);
    expect(own).toBeDefined();
    if (own === undefined) return;
    await store.traces.forgetPlace(GONE);
    expect(await store.outbox.markSending(own.id, "me", NOW)).toBe(false);
    await store.outbox.settle(own.id, { outcome: "sent", messageId: "4712" }, NOW, "me");
    expect(await dump(place.url)).not.toContain(GONE.address);
  });

  test("news matched before, a refusal and a poll under way bring nothing back", async () => {
    await store.traces.forgetPlace(GONE);
    const late = { subscriptionId: gone.id, destination: GONE };
    const id = await store.articles.publish(
      buildPublication({ article: articleOf(SHARED, "late"), recipients: [late], isAdded: true, entryKeys: ["late"] }),
    );
    expect(await store.outbox.owe(id, late, NOW)).toBeNull();
    await store.holds.refuse(GONE, "not allowed", NOW);
    await store.articles.publish(
      buildPublication({ article: articleOf(OWN, "late"), isAdded: true, entryKeys: ["x"] }),
    );
    await store.notes.set(`reading ${OWN}`, "{}", NOW);
    await store.traces.forgetFeed(OWN);
    const after = await dump(place.url);
    expect(after).not.toContain(GONE.address);
    expect(after).not.toContain(OWN);
  });

  test("of a person only what they asked goes, wherever it was", async () => {
    const keeper = { destination: STAYING, personId: "p-31" };
    const other = { destination: STAYING, personId: "p-32" };
    const id = await store.notes.keep("search", "mackerel", NOW, keeper);
    const othersId = await store.notes.keep("search", "mackerel", NOW, other);
    expect(othersId).not.toBe(id);
    expect(await store.traces.forgetPerson("discord", "p-31")).toBe(0);
    expect(await store.traces.forgetPerson("telegram", "p-31")).toBe(2);
    expect(await store.notes.findKept("search", id, keeper)).toBeNull();
    expect(await store.notes.findKept("search", othersId, other)).toBe("mackerel");
    expect(await store.subscriptions.findByDestination(GONE)).toHaveLength(1);
  });

  test("what is kept is found by its keeper alone, and moves with the place", async () => {
    const keeper = { destination: STAYING, personId: "p-31" };
    const id = await store.notes.keep("search", "cod", NOW, keeper);
    expect(await store.notes.findKept("search", id, keeper)).toBe("cod");
    expect(await store.notes.findKept("search", id, { ...keeper, personId: "p-32" })).toBeNull();
    expect(await store.notes.findKept("search", id, { ...keeper, destination: GONE })).toBeNull();
    expect(await store.notes.findKept("search", id)).toBeNull();
    expect(await store.notes.isKept("search", id, STAYING)).toBe(true);
    expect(await store.notes.isKept("search", id, GONE)).toBe(false);
    const moved = { platform: "telegram", address: "-100999" } as const;
    await store.subscriptions.moveDestination(STAYING, moved);
    expect(await store.notes.findKept("search", id, { ...keeper, destination: moved })).toBe("cod");
  });
});

test("a fault in the middle of forgetting leaves everything as it was", async () => {
  const place = await SQLITE_FILE.create();
  const store = await openStore(place.url);
  await store.subscriptions.add(buildSubscription({ destination: GONE }));
  await store.notes.keep("search", "herring", NOW, { destination: GONE, personId: "p-31" });
  const before = await dump(place.url);
  const raw = new Sqlite(place.url.slice("sqlite:".length));
  raw.exec("create trigger fault before delete on kept_values begin select raise(abort, 'the disk is full'); end");
  raw.close();
  await expect(store.traces.forgetPlace(GONE)).rejects.toThrow("the disk is full");
  expect(await dump(place.url)).toBe(before);
  await store.close();
  await place.remove();
});
