/** Several processes on one store: seats one of them holds, what the dead leave, and what their pages tell one another. */

import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { Ring } from "../../src/domain/processes/process-store.ts";
import type { Store } from "../../src/domain/store.ts";
import { openStore } from "../../src/store/open.ts";
import {
  buildFeed,
  buildNumberedPublication,
  buildRecipient,
  HARBOR,
  later,
  NOON,
  toWebRoom,
} from "../helpers/build.ts";
import { openTestStores, POSTGRESQL, TEST_ENGINES } from "../helpers/test-store.ts";
import { WAIT } from "../helpers/wait.ts";

const TOKEN = ["gull:answers", "gull:sends"];
const WITHIN_A_MINUTE = 60_000;
/** Whoever was heard of before this very moment is dead. */
const AT_ONCE = -1;

describe.each(TEST_ENGINES)("processes on $name", (engine) => {
  const stores = openTestStores(engine);
  let store: Store;
  beforeEach(async () => {
    store = await stores.open();
    await store.feeds.save([buildFeed()], NOON);
  });
  afterAll(() => stores.closeAll());

  const held = async (id: string, ...wanted: readonly (readonly string[])[]) =>
    [...(await store.processes.beat(id, wanted)).seats].sort();

  test("one process holds a token, the others get it when that one leaves", async () => {
    expect(await held("anna", TOKEN)).toEqual(TOKEN);
    expect(await held("bert", TOKEN, ["gull:answers"], ["gull:sends"])).toEqual([]);
    expect(await held("anna", TOKEN)).toEqual(TOKEN);
    await store.processes.leave("anna");
    expect(await held("bert", TOKEN)).toEqual(TOKEN);
    expect(await held("anna", TOKEN)).toEqual([]);
  });

  test("two that do one side each share a token, and a third that does both stands by", async () => {
    expect(await held("anna", ["gull:answers"])).toEqual(["gull:answers"]);
    expect(await held("bert", ["gull:sends"])).toEqual(["gull:sends"]);
    const both = [TOKEN, ["gull:answers"], ["gull:sends"]];
    expect(await held("cora", ...both)).toEqual([]);
    await store.processes.leave("anna");
    expect(await held("cora", ...both)).toEqual(["gull:answers"]);
  });

  test("a seat that is wanted no more is given back", async () => {
    expect(await held("anna", TOKEN, ["tern:sends"])).toEqual([...TOKEN, "tern:sends"]);
    expect(await held("anna", ["tern:sends"])).toEqual(["tern:sends"]);
    expect(await held("bert", TOKEN)).toEqual(TOKEN);
  });

  test("who was heard of keeps its seats, who was not loses them and is told so", async () => {
    await held("anna", TOKEN);
    expect(await store.processes.bury(WITHIN_A_MINUTE)).toEqual([]);
    await vi.waitFor(async () => expect(await store.processes.bury(AT_ONCE)).toEqual(["anna"]), WAIT);
    expect(await held("bert", TOKEN)).toEqual(TOKEN);
    expect(await store.processes.beat("anna", [TOKEN])).toEqual({ seats: new Set(), wasBuried: true });
    expect(await store.processes.beat("anna", [])).toMatchObject({ wasBuried: false });
  });

  test("what a dead process had claimed is free, what it was sending is in doubt, and another's is left alone", async () => {
    for (const id of ["anna", "bert"]) await held(id);
    const recipients = ["a", "b", "c"].map((room) => buildRecipient(room));
    await store.articles.publish(buildNumberedPublication({ recipients }));
    const [first, second] = await store.outbox.claim(NOON, 600_000, 2, "anna");
    const [third] = await store.outbox.claim(NOON, 600_000, 1, "bert");
    if (first === undefined || second === undefined || third === undefined) throw new Error("Expected three.");
    await store.outbox.markSending(second.id, "anna", NOON);
    await store.processes.leave("bert");
    await vi.waitFor(async () => expect(await store.processes.bury(AT_ONCE)).toEqual(["anna"]), WAIT);

    expect(await store.outbox.markSending(first.id, "anna", NOON)).toBe(false);
    const again = await store.outbox.claim(NOON, 600_000, 9, "cora");
    expect(again.map(({ id, firstSentAt }) => [id, firstSentAt])).toEqual([
      [first.id, null],
      [second.id, NOON],
    ]);
    await store.outbox.settle(first.id, { outcome: "refused", reason: "late" }, NOON, "anna");
    const [kept] = await store.outbox.findByDestination(toWebRoom("a"), 1);
    expect(kept).toMatchObject({ state: "claimed" });
  });

  test("a feed a dead process was at is visited again, but not after a second death", async () => {
    for (const id of ["anna", "bert"]) {
      await held(id);
      expect(await store.feeds.claimDue(NOON, 3_600_000, 9, id)).toHaveLength(1);
      await vi.waitFor(async () => expect(await store.processes.bury(AT_ONCE)).toEqual([id]), WAIT);
    }
    expect(await store.feeds.claimDue(NOON, 3_600_000, 9, "cora")).toEqual([]);
  });

  test("what a poller left unread is for those who read, until its state is saved", async () => {
    const claim = (isUnread?: boolean) => store.feeds.claimDue(NOON, 60_000, 9, "anna", undefined, isUnread);
    expect(await claim(true)).toEqual([]);
    const [state] = await claim(false);
    if (state === undefined) throw new Error("Expected the feed.");
    await store.feeds.leaveUnread(HARBOR, NOON);
    expect(await claim(false)).toEqual([]);
    expect(await claim(true)).toHaveLength(1);
    await store.feeds.saveState(state);
    expect(await claim(true)).toEqual([]);
    expect(await claim()).toHaveLength(1);
  });

  test("a file that came with an answer is found by the page of another process, until its room is emptied", async () => {
    const { roomLog } = store;
    const file = { room: "main", name: "subscriptions.json", contentType: "application/json", text: "{}\n" };
    await roomLog.keepFile("a1", file, NOON);
    await roomLog.keepFile("b2", { ...file, room: "pier" }, NOON);
    expect(await roomLog.findFile("a1")).toEqual(file);
    await roomLog.replace("anna", { room: "main", event: "{}", onlyFor: null }, NOON);
    expect(await roomLog.findFile("a1")).toBeNull();
    expect(await roomLog.findFile("b2")).toMatchObject({ room: "pier" });
    for (let count = 0; count < 60; count += 1) await roomLog.keepFile(`c${count}`, file, later(count));
    expect(await roomLog.findFile("b2")).toBeNull();
    expect(await roomLog.findFile("c59")).toEqual(file);
    await roomLog.forget(later(59));
    expect([await roomLog.findFile("c58"), await roomLog.findFile("c59")]).toEqual([null, file]);
  });

  test("pages learn in order what happened on the others, and forget a room that was emptied", async () => {
    const { roomLog } = store;
    const note = (room: string, event: string, onlyFor: string | null = null) => ({ room, event, onlyFor });
    await roomLog.add("anna", [note("main", '"one"'), note("pier", '"two"', "tab-7")], NOON);
    await roomLog.add("bert", [note("main", '"three"')], NOON);
    const seen = await roomLog.listAfter(0, "bert", 9);
    expect(seen).toMatchObject([note("main", '"one"'), note("pier", '"two"', "tab-7")]);
    expect(await roomLog.listAfter(seen.at(-1)?.id ?? 0, "anna", 9)).toMatchObject([note("main", '"three"')]);
    const last = await roomLog.listLast(1);
    expect(last.notes.map(({ event }) => event)).toEqual(['"two"', '"three"']);

    await roomLog.replace("bert", note("main", '"emptied"'), NOON);
    expect((await roomLog.listAfter(0, "cora", 9)).map(({ event }) => event)).toEqual(['"two"', '"emptied"']);
    expect((await roomLog.listAfter(last.lastId, "anna", 9)).map(({ event }) => event)).toEqual(['"emptied"']);
    expect(await roomLog.forget(new Date(NOON.getTime() + 1))).toBe(2);
    const secret = await roomLog.getSecret("first", NOON);
    expect([secret, await roomLog.getSecret("second", NOON)]).toEqual(["first", "first"]);
  });
});

test("a ring in one process is heard in another", async () => {
  const place = await POSTGRESQL.createForStore();
  const [here, there] = [await openStore(place.url), await openStore(place.url)];
  const heard: Ring[] = [];
  const end = await there.bell.listen((ring) => heard.push(ring));
  heard.length = 0;
  await here.bell.ring("owed");
  await vi.waitFor(() => expect(heard).toEqual(["owed"]), WAIT);
  await end();
  await Promise.all([here.close(), there.close()]);
  await place.remove();
});

test("processes that start together on an empty database all find the schema made", async () => {
  const place = await POSTGRESQL.create();
  const opened = await Promise.all(Array.from({ length: 4 }, () => openStore(place.url)));
  for (const each of opened) expect(await each.feeds.list()).toEqual([]);
  await Promise.all(opened.map((each) => each.close()));
  await place.remove();
});
