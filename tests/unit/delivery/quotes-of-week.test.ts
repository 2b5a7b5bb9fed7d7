/** The quotes of a week: what people were quoted with by name, what several outlets carry first, of everybody one. */

import { afterEach, beforeEach, expect, test } from "vitest";
import { deliverDue } from "../../../src/delivery/deliver.ts";
import { QUOTES_SHOWN_MAX } from "../../../src/delivery/digest-parts.ts";
import { gatherDue } from "../../../src/delivery/gather.ts";
import { type Digest, isDigest } from "../../../src/domain/digest.ts";
import type { ArticleId } from "../../../src/domain/id.ts";
import type { Store } from "../../../src/domain/store.ts";
import { DEFAULT_DISPLAY, type Destination } from "../../../src/domain/subscription.ts";
import { buildArticle, buildFeed, buildPublication, buildQuote, buildSubscription } from "../../helpers/build.ts";
import { buildDelivering, buildPlatform } from "../../helpers/fake-platform.ts";
import { openMemoryStore } from "../../helpers/test-store.ts";

const CHAT: Destination = { platform: "telegram", address: "1" };
const START = new Date("2026-11-20T12:00:00Z");
const MONDAY = new Date("2026-11-23T07:00:00Z");

let store: Store;
let now: Date;
let digests: Digest[];
let count: number;

beforeEach(async () => {
  store = await openMemoryStore();
  await store.feeds.save([buildFeed()], START);
  now = START;
  digests = [];
  count = 0;
  const display = { ...DEFAULT_DISPLAY, rhythm: "quotes", digestAt: "07:00", isCompact: true } as const;
  await store.subscriptions.add(buildSubscription({ destination: CHAT, display }));
});
afterEach(() => store.close());

const telegram = buildPlatform({
  fitsDigest: () => true,
  async send(_destination, post) {
    if (isDigest(post)) digests.push(post);
    return { outcome: "sent", messageId: "1" };
  },
});

async function step(moment: Date): Promise<void> {
  now = moment;
  const dependencies = buildDelivering({ store, platform: telegram, clock: () => now });
  await gatherDue(dependencies, 10);
  while ((await deliverDue(dependencies, 10)) > 0);
}

async function publish(
  words: string | null,
  speaker: string | null,
  { outlet = "Harbor Wire", storyOf }: { readonly outlet?: string; readonly storyOf?: ArticleId } = {},
): Promise<ArticleId> {
  count += 1;
  const said = words === null ? "Nobody spoke." : `“${words},” said ${speaker ?? "a visitor"} at the quay.`;
  const text = `The slipway of Torsholm was measured for the ${count}th time.\n\n${said}`;
  const url = `http://127.0.0.1:9/${count}`;
  const article = buildArticle({ url, canonicalUrl: url, title: `News ${count}`, text, fetchedAt: now, outlet });
  const quotes = words === null ? [] : [buildQuote(text, words, speaker)];
  const publication = buildPublication({ article, quotes, entryKeys: [url], now });
  const { feedId, language } = article;
  const matchable = { feedId, topics: ["local"], language, brief: publication.brief, text, quotes };
  const recipients = (await store.subscriptions.readStanding()).match(matchable, now);
  return store.articles.publish({ ...publication, recipients, storyOf: storyOf ?? null });
}

const speakers = ({ groups }: Digest) => groups.flatMap(({ entries }) => entries.map(({ quote }) => quote?.speaker));

test("come on their day with a name each, backed ones first, and say nothing of the rest", async () => {
  await publish(null, null);
  await publish("The slipway is too short for the new boat", null);
  await publish("We will measure it again before the winter", "Mats Brandt");
  const first = await publish("The slipway is too short for the new boat, and 40 families wait", "Ada Lindqvist");
  await publish("The slipway is too short for the new boat", "Lindqvist", { outlet: "Tide Daily", storyOf: first });
  await publish("Nobody asked us what we need at the quay", "Ada Lindqvist");
  await step(new Date("2026-11-22T23:00:00Z"));
  expect(digests).toEqual([]);
  await step(MONDAY);
  expect(digests).toHaveLength(1);
  expect(digests[0]).toMatchObject({ heading: "Quotes of the week, 23 Nov 2026", moreCount: 0 });
  expect(digests.map(speakers)).toEqual([["Ada Lindqvist", "Mats Brandt"]]);
  expect(digests[0]?.groups.map(({ topic }) => topic)).toEqual([null]);
});

test("are ten at most, and a week without any has no post", async () => {
  const names = ["Ada", "Bo", "Cleo", "Dora", "Emil", "Finn", "Gro", "Hugo", "Ida", "Jon", "Kai", "Lea"];
  for (const name of names) await publish("We will measure it again before the winter", `${name} Sund`);
  await step(MONDAY);
  expect(digests.map((each) => speakers(each).length)).toEqual([QUOTES_SHOWN_MAX]);
  await publish(null, null);
  await step(new Date("2026-11-30T07:00:00Z"));
  expect(digests).toHaveLength(1);
  expect(await store.outbox.count()).toMatchObject({ waiting: 0, failed: 1 });
});

test("come also where posts were to have no quotes, so that nobody waits for them in vain", async () => {
  const [standing] = await store.subscriptions.findByDestination(CHAT);
  if (standing === undefined) throw new Error("There is no subscription.");
  await store.subscriptions.update({ ...standing, display: { ...standing.display, quotesMax: 0 } });
  await publish("We will measure it again before the winter", "Mats Brandt");
  await step(MONDAY);
  expect(digests.map(speakers)).toEqual([["Mats Brandt"]]);
});
