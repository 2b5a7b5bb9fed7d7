/** Many new entries at once: five posts, and what is beyond them as one digest for each channel. */

import { afterEach, beforeEach, expect, test } from "vitest";
import { type DeliveryDependencies, deliverDue } from "../../../src/delivery/deliver.ts";
import { gatherDue } from "../../../src/delivery/gather.ts";
import { type Digest, isDigest } from "../../../src/domain/digest.ts";
import type { Post } from "../../../src/domain/post.ts";
import type { Store } from "../../../src/domain/store.ts";
import { type Destination, EMPTY_FILTER } from "../../../src/domain/subscription.ts";
import type { Download } from "../../../src/net/download.ts";
import { type PipelineDependencies, pollFeed } from "../../../src/news/pipeline.ts";
import { buildFeed, buildSubscription, NOW } from "../../helpers/build.ts";
import { buildPolling } from "../../helpers/build-polling.ts";
import { buildDelivering, buildPlatform } from "../../helpers/fake-platform.ts";
import { openMemoryStore } from "../../helpers/test-store.ts";

const FEED = buildFeed();
const MAIN: Destination = { platform: "web", address: "main" };
const BELLS: Destination = { platform: "web", address: "bells" };
const MINUTE_MS = 60_000;

/** Twelve different towns, so that no two entries are one story. */
const NAMES = "Arlen Brume Corrow Dunmere Eskel Farrow Gildan Hollow Istra Jorvik Kelby Lindmere".split(" ");
const SUBJECTS = "bells bakers tramway orchard library harbor chess school beavers theater glass lantern".split(" ");

let store: Store;
let nowMs: number;
let entryCount: number;
let sent: { readonly address: string; readonly post: Post | Digest }[];

const titleOf = (n: number): string => `${NAMES[n]} plans for its ${SUBJECTS[n]}`;
const urlOf = (n: number): string => `http://127.0.0.1:9/${n}`;

function feedText(): string {
  const items = Array.from({ length: entryCount }, (_, n) => {
    const date = new Date(NOW.getTime() - (entryCount - n) * MINUTE_MS);
    return `<item><link>${urlOf(n)}</link><title>${titleOf(n)}</title><pubDate>${date.toUTCString()}</pubDate></item>`;
  });
  // Seen at the first poll, so that the feed has not renamed all it has.
  const old = `<item><link>${urlOf(99)}</link><title>An old story</title><pubDate>${new Date(0).toUTCString()}</pubDate></item>`;
  return `<rss version="2.0"><channel><title>Harbor Wire</title>${items.reverse().join("")}${old}</channel></rss>`;
}

function pageText(n: number): string {
  const [name, subject] = [NAMES[n], SUBJECTS[n]];
  return `<html lang="en"><head><title>${titleOf(n)}</title></head><body><article><h1>${titleOf(n)}</h1><p>The town of ${name} will spend ${n + 2} thousand crowns on its ${subject}, the council of ${name} decided. Work on the ${subject} begins after the summer, and people in ${name} may say what they think of the ${subject} until then.</p></article></body></html>`;
}

const download: Download = async (url) => ({
  status: "fresh",
  url,
  permanentUrl: null,
  body: new TextEncoder().encode(url === FEED.url ? feedText() : pageText(Number(url.split("/").at(-1)))),
  contentType: url === FEED.url ? "application/rss+xml" : "text/html",
  etag: null,
  lastModified: null,
  hints: { maxAgeMs: null, retryAfterMs: null },
  xRobotsTag: null,
  tdmReservation: null,
  link: null,
});

const polling = (): PipelineDependencies => buildPolling({ store, download, clock: () => new Date(nowMs) });

const web = buildPlatform({
  name: "web",
  async send({ address }, post) {
    sent.push({ address, post });
    return { outcome: "sent", messageId: String(sent.length) };
  },
});

const delivering = (): DeliveryDependencies => buildDelivering({ store, platform: web, clock: () => new Date(nowMs) });

const poll = async (): Promise<void> => pollFeed(await store.feeds.getState(FEED.id), polling());
async function deliver(): Promise<void> {
  while ((await gatherDue(delivering(), 10)) + (await deliverDue(delivering(), 10)) > 0);
}
const sentTo = ({ address }: Destination) => sent.filter((each) => each.address === address).map(({ post }) => post);
const headlineOf = (post: Post | Digest | undefined): string | null =>
  post === undefined || isDigest(post) ? null : post.headline;

beforeEach(async () => {
  store = await openMemoryStore();
  await store.feeds.save([FEED], NOW);
  await store.subscriptions.add(buildSubscription({ destination: MAIN }));
  const filter = { ...EMPTY_FILTER, words: ["bells"] };
  await store.subscriptions.add(buildSubscription({ destination: BELLS, filter }));
  nowMs = NOW.getTime();
  sent = [];
  entryCount = 0;
  await poll();
});
afterEach(() => store.close());

test("of six new entries each is posted: one left over for a digest would only come late", async () => {
  entryCount = 6;
  await poll();
  await deliver();
  expect(sentTo(MAIN).map(headlineOf)).toEqual([0, 1, 2, 3, 4, 5].map(titleOf));
});

test("of twelve new entries the newest five are posted, and the other seven are one digest", async () => {
  entryCount = 12;
  await poll();
  await deliver();
  expect(sentTo(MAIN).map(headlineOf)).toEqual([7, 8, 9, 10, 11].map(titleOf));
  nowMs += 11 * MINUTE_MS;
  await deliver();
  const [digest, ...others] = sentTo(MAIN).slice(5);
  expect(others).toEqual([]);
  if (digest === undefined || !isDigest(digest)) throw new Error("Expected a digest.");
  expect(digest.heading).toBe("More news");
  const entries = digest.groups.flatMap((group) => group.entries);
  expect(entries.map(({ headline }) => headline).sort()).toEqual([0, 1, 2, 3, 4, 5, 6].map(titleOf).sort());
  expect(entries.map(({ url }) => url).sort()).toEqual([0, 1, 2, 3, 4, 5, 6].map(urlOf).sort());
  nowMs += 60 * MINUTE_MS;
  await poll();
  await deliver();
  expect(sentTo(MAIN)).toHaveLength(6);
});

test("a channel that wants only one of those beyond the five gets it as a post", async () => {
  entryCount = 12;
  await poll();
  nowMs += 11 * MINUTE_MS;
  await deliver();
  expect(sentTo(BELLS).map(headlineOf)).toEqual([titleOf(0)]);
});

test("five new entries are five posts, and nothing waits", async () => {
  entryCount = 5;
  await poll();
  await deliver();
  expect(sentTo(MAIN)).toHaveLength(5);
  expect((await store.outbox.count()).waiting).toBe(0);
});

test("a crash in the middle of such a poll loses none and repeats none", async () => {
  entryCount = 12;
  const { saveState } = store.feeds;
  store.feeds.saveState = () => Promise.reject(new Error("The power went."));
  await expect(poll()).rejects.toThrow("The power went.");
  store.feeds.saveState = saveState;
  nowMs += 60 * MINUTE_MS;
  await poll();
  await deliver();
  const digests = sentTo(MAIN).filter(isDigest);
  expect(sentTo(MAIN)).toHaveLength(6);
  expect(digests.flatMap(({ groups }) => groups.flatMap(({ entries }) => entries))).toHaveLength(7);
});

test("of a feed that was just added only the newest is posted, and the rest is no digest", async () => {
  const added = buildFeed({ id: "tide-post" as never, url: "http://127.0.0.1:9/tide.xml" });
  await store.feeds.save([added], new Date(nowMs));
  entryCount = 12;
  const state = await store.feeds.getState(added.id);
  await pollFeed(state, { ...polling(), download: (url) => download(url === added.url ? FEED.url : url) });
  nowMs += 11 * MINUTE_MS;
  await deliver();
  expect(sentTo(MAIN).map(headlineOf)).toEqual([titleOf(11)]);
});
