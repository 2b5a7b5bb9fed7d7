/** Entries that share an address, a page or a title through a whole poll: each is posted, and no post becomes another's. */

import { afterEach, beforeEach, expect, test } from "vitest";
import { PASSED_OVER } from "../../../src/domain/feed.ts";
import type { Store } from "../../../src/domain/store.ts";
import type { Destination } from "../../../src/domain/subscription.ts";
import { toUrlEntryKey } from "../../../src/feeds/entry-key.ts";
import type { Download } from "../../../src/net/download.ts";
import { pollFeed } from "../../../src/news/pipeline.ts";
import { buildFeed, buildSubscription, NOW } from "../../helpers/build.ts";
import { buildPolling } from "../../helpers/build-polling.ts";
import { openMemoryStore } from "../../helpers/test-store.ts";

const FEED = buildFeed();
const ROOM: Destination = { platform: "web", address: "main" };
const SITE = "https://quay.example";
const HOUR_MS = 3_600_000;

interface Item {
  readonly guid: string;
  readonly title: string;
  readonly link: string;
  readonly text?: string;
  /** Hours after the start. */
  readonly hour?: number;
}

let store: Store;
let nowMs: number;
let items: readonly Item[];
let pages: Map<string, string>;
/** Addresses that send on to another. */
let redirects: Map<string, string>;

const toPage = (title: string, text: string, head = ""): string =>
  `<html lang="en"><head><title>${title}</title>${head}</head><body><article><h1>${title}</h1><p>${text}</p></article></body></html>`;
const toItem = ({ guid, title, link, text = "", hour = (nowMs - NOW.getTime()) / HOUR_MS }: Item): string =>
  `<item><guid isPermaLink="false">${guid}</guid><title>${title}</title>${link === "" ? "" : `<link>${link}</link>`}<description>${text}</description><pubDate>${new Date(NOW.getTime() + hour * HOUR_MS).toUTCString()}</pubDate></item>`;

const download: Download = async (given) => {
  const isFeed = given === FEED.url;
  const url = redirects.get(given) ?? given;
  const body = isFeed
    ? `<rss version="2.0"><channel><title>Quay Post</title>${items.map(toItem).join("")}</channel></rss>`
    : pages.get(url.replace(/[#?].*$/, ""));
  if (body === undefined) {
    return { status: "failed", kind: "http", httpStatus: 404, retryAfterMs: null, reason: "Nothing is here." };
  }
  return {
    status: "fresh",
    url,
    permanentUrl: null,
    body: new TextEncoder().encode(body),
    contentType: isFeed ? "application/rss+xml" : "text/html",
    etag: null,
    lastModified: null,
    hints: { maxAgeMs: null, retryAfterMs: null },
    xRobotsTag: null,
    tdmReservation: null,
    link: null,
  };
};

async function poll(...listed: readonly Item[]): Promise<void> {
  nowMs += HOUR_MS;
  items = listed.map((each) => ({ hour: (nowMs - NOW.getTime()) / HOUR_MS, ...each }));
  await pollFeed(await store.feeds.getState(FEED.id), buildPolling({ store, download, clock: () => new Date(nowMs) }));
}

/** Headlines as they would be posted now, oldest first. */
async function posted(): Promise<readonly string[]> {
  const headlines: string[] = [];
  for (const { articleId } of (await store.outbox.findByDestination(ROOM, 20)).toReversed()) {
    headlines.push((await store.articles.findNewest(articleId))?.brief.headline ?? "");
  }
  return headlines;
}

const TITLES = ["The ferry strike is over", "The council buys the old mill", "A tram line opens in Sundmark"] as const;
const OWN_TEXTS = TITLES.map((title) => `${title}, the harbor office of Port Halden told everybody on Monday evening.`);
const toItemOf = (n: number, link: string): Item => ({
  guid: `g-${n}`,
  title: TITLES[n] ?? "",
  link,
  text: OWN_TEXTS[n] ?? "",
  hour: n + 2,
});
const LONG =
  "Readers of the Quay Post can read all of it on any device, and get the letter of the morning as well. ".repeat(3);

beforeEach(async () => {
  store = await openMemoryStore();
  await store.feeds.save([FEED], NOW);
  await store.subscriptions.add(buildSubscription({ destination: ROOM }));
  [nowMs, items, pages, redirects] = [NOW.getTime(), [], new Map(), new Map()];
  await poll();
});
afterEach(() => store.close());

test.each([
  ["a status page with a fragment each", (n: number) => `${SITE}/status#r${n}`],
  ["the site's front page", () => `${SITE}/`],
  ["one page for all", () => `${SITE}/show`],
])("only the first entry was posted, and its post became the others: %s", async (_name, linkOf) => {
  for (const path of ["/status", "/", "/show"]) pages.set(`${SITE}${path}`, toPage("Quay Post", LONG));
  for (const n of [0, 1, 2]) await poll(toItemOf(n, linkOf(n)));
  expect(await posted()).toEqual(TITLES);
  expect(await store.outbox.countEdits()).toBe(0);
  // The page says nothing of them: the feed's own words are the brief.
  const [first] = (await store.outbox.findByDestination(ROOM, 20)).toReversed();
  const stored = first === undefined ? null : await store.articles.find(first.articleId);
  expect(stored?.article).toMatchObject({ basis: "feed", text: OWN_TEXTS[0] });
});

test("pages that all call themselves by their section are articles of their own", async () => {
  const head = `<link rel="canonical" href="${SITE}/news/">`;
  for (const [n, title] of TITLES.entries()) {
    pages.set(
      `${SITE}/n${n}`,
      toPage(title, `${OWN_TEXTS[n]} It is said to be so. ${"More will be known in May. ".repeat(n + 8)}`, head),
    );
    await poll(toItemOf(n, `${SITE}/n${n}`));
  }
  expect(await posted()).toEqual(TITLES);
  expect(await store.outbox.countEdits()).toBe(0);
});

test("pages that all send on to a log-in page are told by the feed", async () => {
  pages.set(`${SITE}/login`, toPage("Sign in", LONG));
  for (const n of [0, 1, 2]) {
    redirects.set(`${SITE}/n${n}`, `${SITE}/login`);
    await poll(toItemOf(n, `${SITE}/n${n}`));
  }
  expect(await posted()).toEqual(TITLES);
});

test("of entries at one address the one that changed is edited, and no other", async () => {
  const link = `${SITE}/status`;
  await poll(toItemOf(0, link));
  await poll(toItemOf(1, link), toItemOf(0, link));
  await poll(toItemOf(1, link), { ...toItemOf(0, link), title: "The ferry strike is over at last" });
  expect(await posted()).toEqual(["The ferry strike is over at last", TITLES[1]]);
});

test("the same text at another address of the outlet is not posted again, and /why can tell", async () => {
  const text = `${OWN_TEXTS[0]} The men of the night shift had asked for another hour of rest, and they get half of it from May on; the boats sail again on Tuesday.`;
  for (const path of ["/ferry", "/ferry-strike-over"]) pages.set(`${SITE}${path}`, toPage(TITLES[0], text));
  await poll(toItemOf(0, `${SITE}/ferry`));
  await poll({ ...toItemOf(0, `${SITE}/ferry-strike-over`), guid: "g-9", hour: 3 });
  expect(await posted()).toEqual([TITLES[0]]);
  expect(await store.feeds.findSeenEntry(toUrlEntryKey(`${SITE}/ferry-strike-over`))).toMatchObject({
    reason: PASSED_OVER.asRenamed,
  });
});

test("an entry without a link is told by its text, and leads to the site", async () => {
  await poll(toItemOf(0, ""));
  await poll(toItemOf(1, ""), toItemOf(0, ""));
  expect(await posted()).toEqual(TITLES.slice(0, 2));
  const [{ articleId } = { articleId: null }] = await store.outbox.findByDestination(ROOM, 1);
  const stored = articleId === null ? null : await store.articles.find(articleId);
  expect(stored?.article).toMatchObject({ url: FEED.homepage ?? FEED.url, basis: "feed", text: OWN_TEXTS[1] });
});
