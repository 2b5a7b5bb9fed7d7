/** Edits owed to posts already sent, and stories joined in publishing, the same on every engine. */

import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { type ArticleId, toFeedId } from "../../src/domain/id.ts";
import type { Publication, Store } from "../../src/domain/store.ts";
import type { Edit, SendResult } from "../../src/domain/subscription.ts";
import { buildNumberedPublication, buildRecipient, later, NOON, toWebRoom } from "../helpers/build.ts";
import { openTestStores, TEST_ENGINES } from "../helpers/test-store.ts";

const LEASE_MS = 60_000;
const HOUR_MS = 60 * 60 * 1000;

describe.each(TEST_ENGINES)("edits and stories on $name", (engine) => {
  const stores = openTestStores(engine);
  let store: Store;
  beforeEach(async () => {
    store = await stores.open();
  });
  afterAll(() => stores.closeAll());

  const owed = (...addresses: readonly string[]) => addresses.map((address) => buildRecipient(address));
  /** Sends whatever is due; the message is named after the room. */
  async function sendAll(now = NOON, result?: SendResult): Promise<void> {
    for (let count = 1; count > 0; ) {
      const claimed = await store.outbox.claim(now, LEASE_MS, 10, "me");
      for (const { id, destination } of claimed) {
        await store.outbox.markSending(id, "me", now);
        await store.outbox.settle(id, result ?? { outcome: "sent", messageId: `m-${destination.address}` }, now);
      }
      count = claimed.length;
    }
  }
  const claimEdits = (now = NOON, limit = 10) => store.outbox.claimEdits(now, LEASE_MS, limit);
  async function claimOne(now = NOON): Promise<Edit> {
    const [edit] = await claimEdits(now);
    if (edit === undefined) throw new Error("Expected an edit that is due.");
    return edit;
  }
  const correct = (publication: Publication, text: string, now = NOON): Promise<ArticleId> =>
    store.articles.publish({ ...publication, now, article: { ...publication.article, text } });
  const owedTo = async (address: string) => store.outbox.findByDestination(toWebRoom(address), 10);
  const publishIn = (feed: string, storyOf: ArticleId | null, rooms: readonly string[], now = NOON) =>
    store.articles.publish({
      ...buildNumberedPublication({
        article: { feedId: toFeedId(feed), outlet: feed },
        recipients: owed(...rooms),
        now,
      }),
      storyOf,
    });

  test("a corrected page is owed an edit wherever it was posted, and nothing else", async () => {
    const publication = buildNumberedPublication({ recipients: owed("a", "b") });
    await store.articles.publish(publication);
    await sendAll(later(1));
    expect(await claimEdits(later(2))).toEqual([]);
    const second = await correct(publication, "The ferry was on time.", later(3));
    const edits = await claimEdits(later(3));
    expect(edits.map((each) => [each.destination.address, each.messageId, each.articleId, each.attempts])).toEqual([
      ["a", "m-a", second, 1],
      ["b", "m-b", second, 1],
    ]);
    expect(edits[0]?.sentAt).toEqual(later(1));
    expect((await store.articles.get(second)).isUpdated).toBe(true);
    expect(await store.outbox.claim(later(3), LEASE_MS, 10, "me")).toEqual([]);
  });

  test("a corrected headline over the same text is a new edition", async () => {
    const publication = buildNumberedPublication({ recipients: owed("a") });
    const first = await store.articles.publish(publication);
    await sendAll();
    const title = "Ferry is not late";
    const second = await store.articles.publish({ ...publication, article: { ...publication.article, title } });
    expect(second).not.toBe(first);
    expect((await claimOne()).articleId).toBe(second);
  });

  test("the same page again owes no edit", async () => {
    const publication = buildNumberedPublication({ recipients: owed("a") });
    await store.articles.publish(publication);
    await sendAll();
    await store.articles.publish(publication);
    expect(await store.outbox.countEdits()).toBe(0);
  });

  test("what still waits shows the new edition and is owed no edit", async () => {
    const publication = buildNumberedPublication({ recipients: owed("a") });
    await store.articles.publish(publication);
    const second = await correct(publication, "Corrected.");
    expect(await owedTo("a")).toMatchObject([{ articleId: second }]);
    expect(await store.outbox.countEdits()).toBe(0);
  });

  test("a correction that comes while the post is being sent is owed once it was sent", async () => {
    const publication = buildNumberedPublication({ recipients: owed("a") });
    await store.articles.publish(publication);
    const [delivery] = await store.outbox.claim(NOON, LEASE_MS, 1, "me");
    if (delivery === undefined) throw new Error("Expected a delivery.");
    await store.outbox.markSending(delivery.id, "me", NOON);
    const second = await correct(publication, "Corrected.", later(1));
    expect(await claimEdits(later(2))).toEqual([]);
    await store.outbox.settle(delivery.id, { outcome: "sent", messageId: "m" }, later(3));
    expect(await claimOne(later(4))).toMatchObject({ articleId: second, messageId: "m" });
  });

  test("an edit is claimed once until its lease ends, and again after a crash", async () => {
    const publication = buildNumberedPublication({ recipients: owed("a") });
    await store.articles.publish(publication);
    await sendAll();
    await correct(publication, "Corrected.");
    await claimOne();
    expect(await claimEdits(later(LEASE_MS - 1))).toEqual([]);
    expect(await claimOne(later(LEASE_MS))).toMatchObject({ attempts: 2 });
  });

  test("an edit done is owed no more; one to be tried again is due then", async () => {
    const publication = buildNumberedPublication({ recipients: owed("a") });
    await store.articles.publish(publication);
    await sendAll();
    await correct(publication, "Corrected.");
    await store.outbox.settleEdit(await claimOne(), later(5_000));
    expect(await claimEdits(later(4_999))).toEqual([]);
    await store.outbox.settleEdit(await claimOne(later(5_000)), null);
    expect(await store.outbox.countEdits()).toBe(0);
  });

  test("a second correction that comes while the first is shown is not taken for done", async () => {
    const publication = buildNumberedPublication({ recipients: owed("a") });
    await store.articles.publish(publication);
    await sendAll();
    await correct(publication, "Corrected.");
    const first = await claimOne();
    const third = await correct(publication, "Corrected again.", later(1));
    expect(await claimEdits(later(2))).toEqual([]);
    await store.outbox.settleEdit(first, null);
    const next = await claimOne(later(3));
    expect(next).toMatchObject({ articleId: third, attempts: 1 });
    await store.outbox.settleEdit(next, null);
    expect(await store.outbox.countEdits()).toBe(0);
  });

  test("a post of yesterday stays as it is", async () => {
    const publication = buildNumberedPublication({ recipients: owed("a") });
    await store.articles.publish(publication);
    await sendAll();
    await correct(publication, "Corrected in time.", later(23 * HOUR_MS));
    expect(await store.outbox.countEdits()).toBe(1);
    expect(await claimEdits(later(24 * HOUR_MS))).toEqual([]);
    expect(await store.outbox.countEdits()).toBe(0);
    await correct(publication, "Corrected too late.", later(25 * HOUR_MS));
    expect(await store.outbox.countEdits()).toBe(0);
  });

  test("an edit of a post that never arrived is dropped", async () => {
    const publication = buildNumberedPublication({ recipients: owed("a") });
    await store.articles.publish(publication);
    const [delivery] = await store.outbox.claim(NOON, LEASE_MS, 1, "me");
    if (delivery === undefined) throw new Error("Expected a delivery.");
    await store.outbox.markSending(delivery.id, "me", NOON);
    await correct(publication, "Corrected.");
    await store.outbox.settle(delivery.id, { outcome: "refused", reason: "no" }, NOON);
    expect(await claimEdits()).toEqual([]);
    expect(await store.outbox.countEdits()).toBe(0);
  });

  test("an article of a known story is owed only where none of the story was, and names its outlet there", async () => {
    const first = await publishIn("harbor", null, ["a", "b"]);
    await sendAll();
    await publishIn("tide", null, ["c"]);
    const second = await publishIn("hill", first, ["a", "b", "c"], later(1));
    const [a, c] = [await owedTo("a"), await owedTo("c")];
    expect(a.map((each) => each.articleId)).toEqual([first]);
    expect(c.map((each) => each.articleId)).toContain(second);
    const edits = await claimEdits(later(2));
    expect(edits.map((each) => [each.destination.address, each.articleId])).toEqual([
      ["a", first],
      ["b", first],
    ]);
    const { alsoOutlets, isUpdated } = await store.articles.get(first);
    expect(alsoOutlets).toEqual(["hill"]);
    expect(isUpdated).toBe(false);
    expect((await store.articles.get(second)).alsoOutlets).toEqual(["harbor"]);
  });

  test("a third outlet joins the whole story, whichever article it was likest to", async () => {
    const first = await publishIn("harbor", null, ["a"]);
    const second = await publishIn("hill", first, ["b"]);
    await publishIn("tide", second, ["a", "b", "c"]);
    expect((await store.articles.get(first)).alsoOutlets).toEqual(["hill", "tide"]);
    expect((await owedTo("a")).length).toBe(1);
    expect((await owedTo("b")).length).toBe(1);
    expect((await owedTo("c")).length).toBe(1);
  });

  test("an article joins the newest edition of the one it is like", async () => {
    const publication = buildNumberedPublication({ recipients: owed("a") });
    const first = await store.articles.publish(publication);
    const second = await correct(publication, "Corrected.");
    await publishIn("hill", first, ["a"]);
    expect((await store.articles.get(second)).alsoOutlets).toEqual(["hill"]);
    expect((await owedTo("a")).length).toBe(1);
  });

  test("where an article of the story was refused, the next outlet's is posted", async () => {
    const first = await publishIn("harbor", null, ["a"]);
    await sendAll(NOON, { outcome: "refused", reason: "no" });
    const second = await publishIn("hill", first, ["a"]);
    expect((await owedTo("a"))[0]).toMatchObject({ articleId: second, state: "pending" });
  });

  test("another feed of the same outlet is posted nowhere again and edits nothing", async () => {
    const publication = buildNumberedPublication({ recipients: owed("a") });
    const first = await store.articles.publish(publication);
    await sendAll();
    const article = { ...publication.article, feedId: toFeedId("harbor-world") };
    await store.articles.publish({ ...publication, article, storyOf: first });
    expect((await owedTo("a")).length).toBe(1);
    expect(await store.outbox.countEdits()).toBe(0);
  });

  test("recent articles are listed by id, each in its newest edition, with the beginning of its text", async () => {
    const old = buildNumberedPublication({ now: later(-100 * HOUR_MS) });
    await store.articles.publish(old);
    const publication = buildNumberedPublication({ article: { title: "A", text: "x".repeat(9_000) } });
    const first = await store.articles.publish(publication);
    const second = await store.articles.publish(buildNumberedPublication({ article: { title: "B" } }));
    const third = await correct(publication, "Corrected.");
    const since = later(-72 * HOUR_MS);
    const listed = await store.articles.listRecent(since, 0, 10);
    expect(listed.map((each) => each.id)).toEqual([second, third]);
    expect(listed[1]).toMatchObject({ title: "A", text: "Corrected.", at: NOON, storyId: null, language: "en" });
    expect((await store.articles.listRecent(since, second, 10)).map((each) => each.id)).toEqual([third]);
    expect(await store.articles.listRecent(since, 0, 1)).toHaveLength(1);
    expect(first).toBeLessThan(second);
  });

  test("an article is found by its URL in the feed asked for", async () => {
    const publication = buildNumberedPublication();
    const first = await store.articles.publish(publication);
    const feedId = toFeedId("hill-post");
    const second = await store.articles.publish({ ...publication, article: { ...publication.article, feedId } });
    const { url } = publication.article;
    expect((await store.articles.findByUrl(url))?.article.id).toBe(second);
    expect((await store.articles.findByUrl(url, { feedId: publication.article.feedId }))?.article.id).toBe(first);
    expect(await store.articles.findByUrl(url, { feedId: toFeedId("tide-daily") })).toBeNull();
  });
});
