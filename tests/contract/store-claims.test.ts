/** Edits, notices and what followers are owed, of a process that ended with them claimed: nobody waits for its leases. */

import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { Store } from "../../src/domain/store.ts";
import type { Destination } from "../../src/domain/subscription.ts";
import { buildFeed, buildNumberedPublication, buildSubscription, later, NOON } from "../helpers/build.ts";
import { openTestStores, TEST_ENGINES } from "../helpers/test-store.ts";
import { WAIT } from "../helpers/wait.ts";

const LEASE_MS = 600_000;
const PLACE: Destination = { platform: "discord", address: "100" };
/** Whoever was heard of before this very moment is dead. */
const AT_ONCE = -1;

describe.each(TEST_ENGINES)("claims on $name", (engine) => {
  const stores = openTestStores(engine);
  let store: Store;
  beforeEach(async () => {
    store = await stores.open();
    await store.feeds.save([buildFeed()], NOON);
    const { id } = await store.subscriptions.add(buildSubscription({ destination: PLACE }));
    const publication = buildNumberedPublication({ recipients: [{ subscriptionId: id, destination: PLACE }] });
    await store.articles.publish(publication);
    const [owed] = await store.outbox.claim(NOON, LEASE_MS, 1, "me");
    if (owed === undefined) throw new Error("Expected a delivery that is due.");
    await store.outbox.settle(owed.id, { outcome: "sent", messageId: "1001", isForFollowers: true }, NOON);
    await store.articles.publish({
      ...publication,
      article: { ...publication.article, text: "The ferry was on time." },
    });
    await store.notices.owe(buildFeed().id, "feed-gone", [PLACE], NOON);
  });
  afterAll(() => stores.closeAll());

  const claimAll = async (owner: string, now = NOON) => ({
    edits: await store.outbox.claimEdits(now, LEASE_MS, 9, ["discord"], owner),
    notices: await store.notices.claim(now, LEASE_MS, 9, ["discord"], owner),
    crossposts: await store.crossposts.claim(now, LEASE_MS, 9, ["discord"], owner),
  });
  const ALL = { edits: [{ messageId: "1001" }], notices: [{ kind: "feed-gone" }], crossposts: [{ messageId: "1001" }] };
  const NONE = { edits: [], notices: [], crossposts: [] };

  test("what a dead process had claimed is done by another at once", async () => {
    await store.processes.beat("anna", []);
    expect(await claimAll("anna")).toMatchObject(ALL);
    expect(await claimAll("bert", later(1_000))).toEqual(NONE);
    await vi.waitFor(async () => expect(await store.processes.bury(AT_ONCE)).toEqual(["anna"]), WAIT);
    const taken = await claimAll("bert", later(1_000));
    expect(taken).toMatchObject(ALL);
    expect(taken.notices).toMatchObject([{ inDoubtSince: NOON }]);
  });

  test("what was claimed at an orderly stop is due at once, and another's is left alone", async () => {
    await claimAll("anna");
    await store.outbox.release("bert");
    expect(await claimAll("cora", later(1_000))).toEqual(NONE);
    await store.outbox.release("anna");
    expect(await claimAll("cora", later(1_000))).toMatchObject(ALL);
  });

  test("the only process there is finds at its start what it had claimed before", async () => {
    await claimAll("anna");
    await store.outbox.recover(later(1_000), true);
    expect(await claimAll("bert", later(1_000))).toMatchObject(ALL);
  });

  test("what is to be tried again later is not hastened by the end of who tried", async () => {
    const { edits, notices, crossposts } = await claimAll("anna");
    if (edits[0] === undefined || notices[0] === undefined || crossposts[0] === undefined)
      throw new Error("Expected one of each.");
    await store.outbox.settleEdit(edits[0], later(300_000));
    await store.notices.settle(notices[0].id, { at: later(300_000), isInDoubt: false }, NOON);
    await store.crossposts.settle(crossposts[0], later(300_000), NOON);
    await store.outbox.release("anna");
    expect(await claimAll("bert", later(1_000))).toEqual(NONE);
    expect(await claimAll("bert", later(300_000))).toMatchObject(ALL);
  });
});
