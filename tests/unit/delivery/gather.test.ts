/** When what waits leaves, and as what: with a clock that is moved by hand and a platform that writes down what it gets. */

import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type DeliveryDependencies, deliverDue } from "../../../src/delivery/deliver.ts";
import { BRIEFS_SHOWN_MAX } from "../../../src/delivery/digest-parts.ts";
import { gatherDue } from "../../../src/delivery/gather.ts";
import { type Digest, isDigest } from "../../../src/domain/digest.ts";
import type { ArticleId, DeliveryId } from "../../../src/domain/id.ts";
import type { SendOptions } from "../../../src/domain/platform.ts";
import type { Post } from "../../../src/domain/post.ts";
import type { Store } from "../../../src/domain/store.ts";
import {
  DEFAULT_DISPLAY,
  type Destination,
  type Display,
  type SendResult,
  type Subscription,
} from "../../../src/domain/subscription.ts";
import { buildArticle, buildFeed, buildPublication, buildSubscription } from "../../helpers/build.ts";
import { buildDelivering, buildPlatform } from "../../helpers/fake-platform.ts";
import { openMemoryStore } from "../../helpers/test-store.ts";

const CHAT: Destination = { platform: "telegram", address: "1" };
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const START = new Date("2026-11-20T12:00:00Z");

interface Sent {
  readonly at: string;
  readonly post: Post | Digest;
  readonly id: DeliveryId;
  readonly options: SendOptions | undefined;
}

let store: Store;
let now: Date;
let sent: Sent[];
let answers: SendResult[];
let count: number;
/** Entries of one message. */
let entriesMax: number;

beforeEach(async () => {
  store = await openMemoryStore();
  await store.feeds.save([buildFeed()], START);
  now = START;
  sent = [];
  answers = [];
  count = 0;
  entriesMax = 100;
});
afterEach(() => store.close());

const telegram = buildPlatform({
  fitsDigest: ({ groups }) => groups.flatMap((group) => group.entries).length <= entriesMax,
  async send(_destination, post, id, options) {
    sent.push({ at: now.toISOString(), post, id, options });
    return answers.shift() ?? { outcome: "sent", messageId: String(sent.length) };
  },
});

const dependencies = (): DeliveryDependencies => buildDelivering({ store, platform: telegram, clock: () => now });

/** What the app's loop does, until there is nothing left to do at this moment. */
async function step(at: Date = now): Promise<void> {
  now = at;
  await gatherDue(dependencies(), 10);
  while ((await deliverDue(dependencies(), 10)) > 0);
}

const subscribe = (display: Partial<Display>): Promise<Subscription> =>
  store.subscriptions.add(buildSubscription({ destination: CHAT, display: { ...DEFAULT_DISPLAY, ...display } }));

/** An article as the pipeline would publish it at this moment. */
async function publish(part: { readonly outlet?: string; readonly storyOf?: ArticleId } = {}): Promise<ArticleId> {
  count += 1;
  const url = `http://127.0.0.1:9/${count}`;
  const article = buildArticle({
    url,
    canonicalUrl: url,
    title: `News ${count}`,
    text: `Text of ${count}.`,
    fetchedAt: now,
    outlet: part.outlet ?? "Harbor Wire",
  });
  const publication = buildPublication({ article, entryKeys: [url], now });
  const matchable = {
    feedId: article.feedId,
    topics: ["local"],
    language: "en",
    brief: publication.brief,
    text: article.text,
    quotes: [],
  };
  const recipients = (await store.subscriptions.readStanding()).match(matchable, now);
  return store.articles.publish({ ...publication, recipients, storyOf: part.storyOf ?? null });
}

const at = (text: string): Date => new Date(text);
const later = (ms: number): Date => new Date(now.getTime() + ms);
const headlines = (post: Post | Digest | undefined): readonly string[] => {
  if (post === undefined) return [];
  return isDigest(post) ? post.groups.flatMap((group) => group.entries.map((each) => each.headline)) : [post.headline];
};
const shown = () => sent.map((each) => [each.at, isDigest(each.post) ? each.post.heading : each.post.headline]);

describe("a daily digest", () => {
  test("comes once at its hour with all briefs of the day, and nothing comes before", async () => {
    await subscribe({ rhythm: "daily", digestAt: "18:00" });
    await publish();
    await step(later(HOUR_MS));
    await publish();
    await step(at("2026-11-20T17:59:59Z"));
    expect(sent).toEqual([]);
    await step(at("2026-11-20T18:00:00Z"));
    await step(at("2026-11-20T18:00:01Z"));
    expect(shown()).toEqual([["2026-11-20T18:00:00.000Z", "Daily digest, 20 Nov 2026"]]);
    expect(headlines(sent[0]?.post)).toEqual(["News 1", "News 2"]);
    expect(await store.outbox.count()).toMatchObject({ sent: 2, waiting: 0, gathered: 0 });
  });

  test("comes at the hour of the place, also when its clock has changed", async () => {
    now = at("2026-03-28T12:00:00Z");
    await subscribe({ rhythm: "daily", digestAt: "08:00", timeZone: "Europe/Berlin" });
    await publish();
    await step(at("2026-03-29T05:59:00Z"));
    expect(sent).toEqual([]);
    await step(at("2026-03-29T06:00:00Z"));
    expect(sent).toHaveLength(1);
  });

  test("lacked an article whose mute was undone before its hour", async () => {
    await subscribe({ rhythm: "daily", digestAt: "18:00" });
    const [one, two] = [await publish(), await publish()];
    for (const each of [one, two]) await store.outbox.mute(each, CHAT, now);
    await step(later(HOUR_MS));
    await store.outbox.unmute(one, CHAT, now);
    await step(at("2026-11-20T17:59:59Z"));
    expect(sent).toEqual([]);
    await step(at("2026-11-20T18:00:00Z"));
    expect(headlines(sent[0]?.post)).toEqual(["News 1"]);
  });

  test("there is none when there is nothing to tell", async () => {
    await subscribe({ rhythm: "daily", digestAt: "18:00" });
    await step(at("2026-11-20T18:00:00Z"));
    expect(sent).toEqual([]);
  });

  test("a brief alone is a digest, too", async () => {
    await subscribe({ rhythm: "daily", digestAt: "18:00" });
    await publish();
    await step(at("2026-11-20T18:00:00Z"));
    expect(sent[0] !== undefined && isDigest(sent[0].post)).toBe(true);
  });

  test("hours missed while the bot was down come as one at its start", async () => {
    await subscribe({ rhythm: "daily", digestAt: "18:00" });
    await publish();
    now = at("2026-11-21T12:00:00Z");
    await publish();
    now = at("2026-11-22T12:00:00Z");
    await publish();
    await step(at("2026-11-24T09:00:00Z"));
    await step(at("2026-11-24T18:00:00Z"));
    // The days before the restart in one, though the last brief of them is days old.
    expect(sent).toHaveLength(1);
    expect(headlines(sent[0]?.post)).toHaveLength(3);
  });

  test("what is published after the hour comes the next day", async () => {
    await subscribe({ rhythm: "daily", digestAt: "18:00" });
    await publish();
    await step(at("2026-11-20T18:00:00Z"));
    await publish();
    await step(at("2026-11-21T18:00:00Z"));
    expect(shown().map(([time]) => time)).toEqual(["2026-11-20T18:00:00.000Z", "2026-11-21T18:00:00.000Z"]);
  });

  test("a new hour counts at once for what waits", async () => {
    const subscription = await subscribe({ rhythm: "daily", digestAt: "18:00" });
    await publish();
    await store.subscriptions.update({ ...subscription, display: { ...subscription.display, digestAt: "14:00" } });
    await step(at("2026-11-20T13:00:00Z"));
    expect(sent).toEqual([]);
    await step(at("2026-11-20T14:00:00Z"));
    expect(sent).toHaveLength(1);
  });

  test("one that is too long is parted between briefs; only its first part is heard", async () => {
    entriesMax = 3;
    await subscribe({ rhythm: "daily", digestAt: "18:00", mentionRoleId: "77" });
    for (let each = 0; each < 12; each += 1) await publish();
    await step(at("2026-11-20T18:00:00Z"));
    expect(shown().map(([, heading]) => heading)).toEqual([
      "Daily digest, 20 Nov 2026 (1 of 3)",
      "Daily digest, 20 Nov 2026 (2 of 3)",
      "Daily digest, 20 Nov 2026 (3 of 3)",
    ]);
    // The last takes the rest: a platform shortens it, and counts what it leaves out.
    expect(sent.map((each) => headlines(each.post).length)).toEqual([3, 3, 6]);
    expect(sent.map((each) => isDigest(each.post) && each.post.moreCount)).toEqual([0, 0, 0]);
    expect(sent.map((each) => [each.options?.isSilent, each.options?.mentionRoleId])).toEqual([
      [false, "77"],
      [true, null],
      [true, null],
    ]);
    expect(await store.outbox.count()).toMatchObject({ sent: 12 });
  });

  test("names at most so many briefs, and counts the others", async () => {
    await subscribe({ rhythm: "daily", digestAt: "18:00" });
    for (let each = 0; each < BRIEFS_SHOWN_MAX + 5; each += 1) await publish();
    await step(at("2026-11-20T18:00:00Z"));
    expect(sent).toHaveLength(1);
    expect(headlines(sent[0]?.post)).toHaveLength(BRIEFS_SHOWN_MAX);
    expect(sent[0]?.post).toMatchObject({ moreCount: 5 });
  });

  test("one whose answer was lost is sent again under the same id, and then is settled", async () => {
    await subscribe({ rhythm: "daily", digestAt: "18:00" });
    await publish();
    await publish();
    answers = [{ outcome: "uncertain", reason: "reset" }];
    await step(at("2026-11-20T18:00:00Z"));
    await step(at("2026-11-20T18:10:00Z"));
    expect(sent.map((each) => each.id)).toEqual([sent[0]?.id, sent[0]?.id]);
    expect(sent[1]?.options?.firstSentAt).toEqual(at("2026-11-20T18:00:00Z"));
    expect(await store.outbox.count()).toMatchObject({ sent: 2 });
  });

  test("a paused subscription gathers nothing, and what waited is given up", async () => {
    const subscription = await subscribe({ rhythm: "daily", digestAt: "18:00" });
    await publish();
    await store.subscriptions.update({ ...subscription, pausedReason: "paused" });
    await publish();
    await step(at("2026-11-20T18:00:00Z"));
    expect(sent).toEqual([]);
    expect(await store.outbox.count()).toMatchObject({ failed: 1, waiting: 0 });
  });
});

test("a weekly digest comes on its day", async () => {
  await subscribe({ rhythm: "weekly", digestWeekday: 1, digestAt: "07:00" });
  await publish();
  await step(at("2026-11-22T23:00:00Z"));
  expect(sent).toEqual([]);
  await step(at("2026-11-23T07:00:00Z"));
  expect(shown()).toEqual([["2026-11-23T07:00:00.000Z", "Weekly digest, 23 Nov 2026"]]);
});

describe("quiet hours", () => {
  const QUIET = { quietFrom: "22:00", quietTo: "07:00" };

  test("what comes in them waits and comes as one digest at their end", async () => {
    await subscribe(QUIET);
    now = at("2026-11-20T23:00:00Z");
    await publish();
    await publish();
    await step(at("2026-11-21T06:59:00Z"));
    expect(sent).toEqual([]);
    await step(at("2026-11-21T07:00:00Z"));
    expect(shown()).toEqual([["2026-11-21T07:00:00.000Z", "From the quiet hours"]]);
    await publish();
    await step();
    expect(shown().at(-1)).toEqual(["2026-11-21T07:00:00.000Z", "News 3"]);
  });

  test("a single brief comes as an ordinary post", async () => {
    await subscribe(QUIET);
    now = at("2026-11-20T23:00:00Z");
    await publish();
    await step(at("2026-11-21T07:00:00Z"));
    expect(shown()).toEqual([["2026-11-21T07:00:00.000Z", "News 1"]]);
  });

  test("what was owed before and is late is held until their end", async () => {
    await subscribe(QUIET);
    now = at("2026-11-20T21:59:00Z");
    await publish();
    answers = [{ outcome: "retry", afterMs: 5 * MINUTE_MS, reason: "busy" }];
    await step();
    await step(at("2026-11-20T22:30:00Z"));
    expect(sent).toHaveLength(1);
    await step(at("2026-11-21T07:00:00Z"));
    expect(shown().map(([time]) => time)).toEqual(["2026-11-20T21:59:00.000Z", "2026-11-21T07:00:00.000Z"]);
    expect(await store.outbox.count()).toMatchObject({ sent: 1 });
  });

  test("parts of a digest that had not begun to leave came in them; now they come at their end, as one", async () => {
    entriesMax = 3;
    await subscribe({ ...QUIET, rhythm: "daily", digestAt: "21:59" });
    for (let each = 0; each < 8; each += 1) await publish();
    answers = [
      { outcome: "sent", messageId: "1" },
      { outcome: "retry", afterMs: 5 * MINUTE_MS, reason: "busy" },
    ];
    await step(at("2026-11-20T21:59:00Z"));
    await step(at("2026-11-20T22:30:00Z"));
    expect(sent).toHaveLength(2);
    await publish();
    await step(at("2026-11-21T06:59:00Z"));
    expect(sent).toHaveLength(2);
    await step(at("2026-11-21T07:00:00Z"));
    expect(shown().slice(2)).toEqual([
      ["2026-11-21T07:00:00.000Z", "Daily digest, 21 Nov 2026 (1 of 2)"],
      ["2026-11-21T07:00:00.000Z", "Daily digest, 21 Nov 2026 (2 of 2)"],
    ]);
    const first = headlines(sent[0]?.post);
    const rest = sent.slice(2).flatMap((each) => headlines(each.post));
    // The one published meanwhile has its own hour.
    expect([...first, ...rest].sort()).toEqual(["1", "2", "3", "4", "5", "6", "7", "8"].map((each) => `News ${each}`));
    expect(await store.outbox.count()).toMatchObject({ sent: 8, waiting: 1 });
  });

  test("a part that may have arrived is not held: its doubt is settled at once, under its own id", async () => {
    await subscribe({ ...QUIET, rhythm: "daily", digestAt: "21:59" });
    await publish();
    answers = [{ outcome: "uncertain", reason: "reset" }];
    await step(at("2026-11-20T21:59:00Z"));
    await step(at("2026-11-20T22:30:00Z"));
    expect(sent.map((each) => each.id)).toEqual([sent[0]?.id, sent[0]?.id]);
    expect(await store.outbox.count()).toMatchObject({ sent: 1 });
  });

  test("a digest whose hour was missed came in them when the bot was back", async () => {
    await subscribe({ ...QUIET, rhythm: "daily", digestAt: "20:00" });
    await publish();
    await step(at("2026-11-20T23:00:00Z"));
    expect(sent).toEqual([]);
    await step(at("2026-11-21T07:00:00Z"));
    expect(shown()).toEqual([["2026-11-21T07:00:00.000Z", "Daily digest, 21 Nov 2026"]]);
  });

  test("what was held came in them when the subscription was changed", async () => {
    const subscription = await subscribe(QUIET);
    now = at("2026-11-20T21:59:00Z");
    await publish();
    await step(at("2026-11-20T22:30:00Z"));
    await store.subscriptions.update({ ...subscription, display: { ...subscription.display, quotesMax: 1 } });
    await step(at("2026-11-20T22:31:00Z"));
    expect(sent).toEqual([]);
    await step(at("2026-11-21T07:00:00Z"));
    expect(shown()).toEqual([["2026-11-21T07:00:00.000Z", "News 1"]]);
  });

  test("what a person asks for in them comes at once", async () => {
    const { id } = await subscribe(QUIET);
    const article = await store.articles.publish(buildPublication());
    now = at("2026-11-20T23:00:00Z");
    await store.outbox.owe(article, { subscriptionId: id, destination: CHAT }, now);
    await step();
    expect(sent).toHaveLength(1);
  });
});

describe("a minimum size of the story", () => {
  test("the brief is posted once, when enough outlets carry its story", async () => {
    await subscribe({ sizeMin: 2 });
    const first = await publish();
    await step();
    await step(later(HOUR_MS));
    expect(sent).toEqual([]);
    await publish({ outlet: "Tide Post", storyOf: first });
    await publish({ outlet: "Inland Mail", storyOf: first });
    await step();
    expect(shown().map(([, headline]) => headline)).toEqual(["News 1"]);
    expect(sent[0]?.post).toMatchObject({ alsoOutlets: ["Tide Post", "Inland Mail"] });
  });

  test("two stories that grow at once are two posts", async () => {
    await subscribe({ sizeMin: 2 });
    const first = await publish();
    const second = await publish();
    await publish({ outlet: "Tide Post", storyOf: first });
    await publish({ outlet: "Tide Post", storyOf: second });
    await step();
    expect(shown().map(([, headline]) => headline)).toEqual(["News 1", "News 2"]);
  });

  test("with a digest, the brief comes in the first one after the story has grown", async () => {
    await subscribe({ sizeMin: 2, rhythm: "daily", digestAt: "18:00" });
    const first = await publish();
    await step(at("2026-11-20T18:00:00Z"));
    expect(sent).toEqual([]);
    await publish({ outlet: "Tide Post", storyOf: first });
    await step(at("2026-11-21T17:00:00Z"));
    expect(sent).toEqual([]);
    await step(at("2026-11-21T18:00:00Z"));
    expect(headlines(sent[0]?.post)).toEqual(["News 1"]);
  });

  test("a story that stays small for three days is given up", async () => {
    await subscribe({ sizeMin: 2 });
    await publish();
    await step(later(72 * HOUR_MS));
    expect(await store.outbox.count()).toMatchObject({ failed: 1, waiting: 0 });
  });
});

test("several briefs that wait a moment together come as one post", async () => {
  const { id } = await subscribe({});
  const waitsUntil = later(MINUTE_MS);
  for (let each = 1; each <= 3; each += 1) {
    const url = `http://127.0.0.1:9/rest-${each}`;
    const article = buildArticle({ url, canonicalUrl: url, title: `Rest ${each}`, text: `Text ${each}.` });
    const recipients = [{ subscriptionId: id, destination: CHAT, waitsUntil }];
    await store.articles.publish(buildPublication({ article, entryKeys: [url], recipients }));
  }
  await step();
  expect(sent).toEqual([]);
  await step(waitsUntil);
  expect(shown().map(([, heading]) => heading)).toEqual(["More news"]);
  expect(headlines(sent[0]?.post)).toHaveLength(3);
});
