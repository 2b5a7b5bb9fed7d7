/** When what waits leaves, and as what. */

import { describe, expect, test } from "vitest";
import { BRIEFS_SHOWN_MAX } from "../../../src/delivery/digest-parts.ts";
import { isDigest } from "../../../src/domain/digest.ts";
import { buildArticle, buildPublication } from "../../helpers/build.ts";
import { at, CHAT, createGatheringBot, HOUR_MS, headlines, MINUTE_MS } from "../../helpers/gathering.ts";

const bot = createGatheringBot();

describe("a daily digest", () => {
  test("comes once at its hour with all briefs of the day, and nothing comes before", async () => {
    await bot.subscribe({ rhythm: "daily", digestAt: "18:00" });
    await bot.publish();
    await bot.step(bot.later(HOUR_MS));
    await bot.publish();
    await bot.step(at("2026-11-20T17:59:59Z"));
    expect(bot.sent).toEqual([]);
    await bot.step(at("2026-11-20T18:00:00Z"));
    await bot.step(at("2026-11-20T18:00:01Z"));
    expect(bot.shown()).toEqual([["2026-11-20T18:00:00.000Z", "Daily digest, 20 Nov 2026"]]);
    expect(headlines(bot.sent[0]?.post)).toEqual(["News 1", "News 2"]);
    expect(await bot.store.outbox.count()).toMatchObject({ sent: 2, waiting: 0, gathered: 0 });
  });

  test("comes at the hour of the place, also when its clock has changed", async () => {
    bot.now = at("2026-03-28T12:00:00Z");
    await bot.subscribe({ rhythm: "daily", digestAt: "08:00", timeZone: "Europe/Berlin" });
    await bot.publish();
    await bot.step(at("2026-03-29T05:59:00Z"));
    expect(bot.sent).toEqual([]);
    await bot.step(at("2026-03-29T06:00:00Z"));
    expect(bot.sent).toHaveLength(1);
  });

  test("lacked an article whose mute was undone before its hour", async () => {
    await bot.subscribe({ rhythm: "daily", digestAt: "18:00" });
    const [one, two] = [await bot.publish(), await bot.publish()];
    for (const each of [one, two]) await bot.store.outbox.mute(each, CHAT, bot.now);
    await bot.step(bot.later(HOUR_MS));
    await bot.store.outbox.unmute(one, CHAT, bot.now);
    await bot.step(at("2026-11-20T17:59:59Z"));
    expect(bot.sent).toEqual([]);
    await bot.step(at("2026-11-20T18:00:00Z"));
    expect(headlines(bot.sent[0]?.post)).toEqual(["News 1"]);
  });

  test("there is none when there is nothing to tell", async () => {
    await bot.subscribe({ rhythm: "daily", digestAt: "18:00" });
    await bot.step(at("2026-11-20T18:00:00Z"));
    expect(bot.sent).toEqual([]);
  });

  test("a brief alone is a digest, too", async () => {
    await bot.subscribe({ rhythm: "daily", digestAt: "18:00" });
    await bot.publish();
    await bot.step(at("2026-11-20T18:00:00Z"));
    expect(bot.sent[0] !== undefined && isDigest(bot.sent[0].post)).toBe(true);
  });

  test("hours missed while the bot was down come as one at its start", async () => {
    await bot.subscribe({ rhythm: "daily", digestAt: "18:00" });
    await bot.publish();
    bot.now = at("2026-11-21T12:00:00Z");
    await bot.publish();
    bot.now = at("2026-11-22T12:00:00Z");
    await bot.publish();
    await bot.step(at("2026-11-24T09:00:00Z"));
    await bot.step(at("2026-11-24T18:00:00Z"));
    // The days before the restart in one, though the last brief of them is days old.
    expect(bot.sent).toHaveLength(1);
    expect(headlines(bot.sent[0]?.post)).toHaveLength(3);
  });

  test("what is published after the hour comes the next day", async () => {
    await bot.subscribe({ rhythm: "daily", digestAt: "18:00" });
    await bot.publish();
    await bot.step(at("2026-11-20T18:00:00Z"));
    await bot.publish();
    await bot.step(at("2026-11-21T18:00:00Z"));
    expect(bot.shown().map(([time]) => time)).toEqual(["2026-11-20T18:00:00.000Z", "2026-11-21T18:00:00.000Z"]);
  });

  test("a new hour counts at once for what waits", async () => {
    const subscription = await bot.subscribe({ rhythm: "daily", digestAt: "18:00" });
    await bot.publish();
    await bot.store.subscriptions.update({ ...subscription, display: { ...subscription.display, digestAt: "14:00" } });
    await bot.step(at("2026-11-20T13:00:00Z"));
    expect(bot.sent).toEqual([]);
    await bot.step(at("2026-11-20T14:00:00Z"));
    expect(bot.sent).toHaveLength(1);
  });

  test("one that is too long is parted between briefs; only its first part is heard", async () => {
    bot.entriesMax = 3;
    await bot.subscribe({ rhythm: "daily", digestAt: "18:00", mentionRoleId: "77" });
    for (let each = 0; each < 12; each += 1) await bot.publish();
    await bot.step(at("2026-11-20T18:00:00Z"));
    expect(bot.shown().map(([, heading]) => heading)).toEqual([
      "Daily digest, 20 Nov 2026 (1 of 3)",
      "Daily digest, 20 Nov 2026 (2 of 3)",
      "Daily digest, 20 Nov 2026 (3 of 3)",
    ]);
    // The last takes the rest: a platform shortens it, and counts what it leaves out.
    expect(bot.sent.map((each) => headlines(each.post).length)).toEqual([3, 3, 6]);
    expect(bot.sent.map((each) => isDigest(each.post) && each.post.moreCount)).toEqual([0, 0, 0]);
    expect(bot.sent.map((each) => [each.options?.isSilent, each.options?.mentionRoleId])).toEqual([
      [false, "77"],
      [true, null],
      [true, null],
    ]);
    expect(await bot.store.outbox.count()).toMatchObject({ sent: 12 });
  });

  test("names at most so many briefs, and counts the others", async () => {
    await bot.subscribe({ rhythm: "daily", digestAt: "18:00" });
    for (let each = 0; each < BRIEFS_SHOWN_MAX + 5; each += 1) await bot.publish();
    await bot.step(at("2026-11-20T18:00:00Z"));
    expect(bot.sent).toHaveLength(1);
    expect(headlines(bot.sent[0]?.post)).toHaveLength(BRIEFS_SHOWN_MAX);
    expect(bot.sent[0]?.post).toMatchObject({ moreCount: 5 });
  });

  test("one whose answer was lost is sent again under the same id, and then is settled", async () => {
    await bot.subscribe({ rhythm: "daily", digestAt: "18:00" });
    await bot.publish();
    await bot.publish();
    bot.answers = [{ outcome: "uncertain", reason: "reset" }];
    await bot.step(at("2026-11-20T18:00:00Z"));
    await bot.step(at("2026-11-20T18:10:00Z"));
    expect(bot.sent.map((each) => each.id)).toEqual([bot.sent[0]?.id, bot.sent[0]?.id]);
    expect(bot.sent[1]?.options?.firstSentAt).toEqual(at("2026-11-20T18:00:00Z"));
    expect(await bot.store.outbox.count()).toMatchObject({ sent: 2 });
  });

  test("a pause that was over before the hour threw away what waited", async () => {
    const subscription = await bot.subscribe({ rhythm: "daily", digestAt: "18:00" });
    await bot.publish();
    await bot.store.subscriptions.update({ ...subscription, pausedReason: "paused" });
    await bot.step(bot.later(MINUTE_MS));
    expect(await bot.store.outbox.count()).toMatchObject({ failed: 0, waiting: 1 });
    await bot.store.subscriptions.update(subscription);
    await bot.step(bot.later(MINUTE_MS));
    await bot.step(at("2026-11-20T18:00:00Z"));
    expect(headlines(bot.sent[0]?.post)).toEqual(["News 1"]);
  });

  test("what waited came after an edit, though it fits no more", async () => {
    const subscription = await bot.subscribe({ rhythm: "daily", digestAt: "18:00" });
    await bot.publish();
    await bot.publish();
    const { filter } = subscription;
    await bot.store.subscriptions.update({ ...subscription, filter: { ...filter, words: ["text of 2"] } });
    await bot.step(bot.later(MINUTE_MS));
    expect(await bot.store.outbox.count()).toMatchObject({ failed: 1, waiting: 1 });
    expect((await bot.store.outbox.listHealth(CHAT))[0]?.lastFailure).toBeNull();
    await bot.step(at("2026-11-20T18:00:00Z"));
    expect(bot.sent.map(({ post }) => headlines(post))).toEqual([["News 2"]]);
  });

  test("what fits no more came in a digest that stood in line when the subscription was edited", async () => {
    const subscription = await bot.subscribe({ rhythm: "daily", digestAt: "18:00" });
    await bot.publish();
    await bot.publish();
    bot.answers = [{ outcome: "retry", afterMs: MINUTE_MS, reason: "busy" }];
    await bot.step(at("2026-11-20T18:00:00Z"));
    const { filter } = subscription;
    await bot.store.subscriptions.update({ ...subscription, filter: { ...filter, words: ["text of 2"] } });
    await bot.step(bot.later(2 * MINUTE_MS));
    expect(bot.sent.slice(1).map(({ post }) => headlines(post))).toEqual([["News 2"]]);
  });

  test("what an edit gives up goes to another subscription of the channel that wants it", async () => {
    const first = await bot.subscribe({ rhythm: "daily", digestAt: "18:00" });
    await bot.subscribe({ rhythm: "daily", digestAt: "20:00" });
    await bot.publish();
    await bot.store.subscriptions.update({ ...first, filter: { ...first.filter, words: ["zebra"] } });
    await bot.step(at("2026-11-20T18:00:00Z"));
    expect(bot.sent).toEqual([]);
    await bot.step(at("2026-11-20T20:00:00Z"));
    expect(headlines(bot.sent[0]?.post)).toEqual(["News 1"]);
  });

  test("a paused subscription gathers nothing, and what waited is given up", async () => {
    const subscription = await bot.subscribe({ rhythm: "daily", digestAt: "18:00" });
    await bot.publish();
    await bot.store.subscriptions.update({ ...subscription, pausedReason: "paused" });
    await bot.publish();
    await bot.step(at("2026-11-20T18:00:00Z"));
    expect(bot.sent).toEqual([]);
    expect(await bot.store.outbox.count()).toMatchObject({ failed: 1, waiting: 0 });
  });
});

test("a weekly digest comes on its day", async () => {
  await bot.subscribe({ rhythm: "weekly", digestWeekday: 1, digestAt: "07:00" });
  await bot.publish();
  await bot.step(at("2026-11-22T23:00:00Z"));
  expect(bot.sent).toEqual([]);
  await bot.step(at("2026-11-23T07:00:00Z"));
  expect(bot.shown()).toEqual([["2026-11-23T07:00:00.000Z", "Weekly digest, 23 Nov 2026"]]);
});

describe("a minimum size of the story", () => {
  test("the brief is posted once, when enough outlets carry its story", async () => {
    await bot.subscribe({ sizeMin: 2 });
    const first = await bot.publish();
    await bot.step();
    await bot.step(bot.later(HOUR_MS));
    expect(bot.sent).toEqual([]);
    await bot.publish({ outlet: "Tide Post", storyOf: first });
    await bot.publish({ outlet: "Inland Mail", storyOf: first });
    await bot.step();
    expect(bot.shown().map(([, headline]) => headline)).toEqual(["News 1"]);
    expect(bot.sent[0]?.post).toMatchObject({ alsoOutlets: ["Tide Post", "Inland Mail"] });
  });

  test("two stories that grow at once are two posts", async () => {
    await bot.subscribe({ sizeMin: 2 });
    const first = await bot.publish();
    const second = await bot.publish();
    await bot.publish({ outlet: "Tide Post", storyOf: first });
    await bot.publish({ outlet: "Tide Post", storyOf: second });
    await bot.step();
    expect(bot.shown().map(([, headline]) => headline)).toEqual(["News 1", "News 2"]);
  });

  test("with a digest, the brief comes in the first one after the story has grown", async () => {
    await bot.subscribe({ sizeMin: 2, rhythm: "daily", digestAt: "18:00" });
    const first = await bot.publish();
    await bot.step(at("2026-11-20T18:00:00Z"));
    expect(bot.sent).toEqual([]);
    await bot.publish({ outlet: "Tide Post", storyOf: first });
    await bot.step(at("2026-11-21T17:00:00Z"));
    expect(bot.sent).toEqual([]);
    await bot.step(at("2026-11-21T18:00:00Z"));
    expect(headlines(bot.sent[0]?.post)).toEqual(["News 1"]);
  });

  test("a story that stays small for three days is given up", async () => {
    await bot.subscribe({ sizeMin: 2 });
    await bot.publish();
    await bot.step(bot.later(72 * HOUR_MS));
    expect(await bot.store.outbox.count()).toMatchObject({ failed: 1, waiting: 0 });
  });
});

test("several briefs that wait a moment together come as one post", async () => {
  const { id } = await bot.subscribe({});
  const waitsUntil = bot.later(MINUTE_MS);
  for (let each = 1; each <= 3; each += 1) {
    const url = `http://127.0.0.1:9/rest-${each}`;
    const article = buildArticle({ url, canonicalUrl: url, title: `Rest ${each}`, text: `Text ${each}.` });
    const recipients = [{ subscriptionId: id, destination: CHAT, waitsUntil }];
    await bot.store.articles.publish(buildPublication({ article, entryKeys: [url], recipients }));
  }
  await bot.step();
  expect(bot.sent).toEqual([]);
  await bot.step(waitsUntil);
  expect(bot.shown().map(([, heading]) => heading)).toEqual(["More news"]);
  expect(headlines(bot.sent[0]?.post)).toHaveLength(3);
});
