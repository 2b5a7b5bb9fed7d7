/** WebSub against a hub on loopback, through the page's own port: asked, verified, renewed, called, and never trusted too far. */

import { createHmac } from "node:crypto";
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { FeedState } from "../../src/domain/feed.ts";
import { SILENT_LOG } from "../../src/domain/platform.ts";
import type { Store } from "../../src/domain/store.ts";
import { createDownload } from "../../src/net/download.ts";
import { createWebSub, type WebSub } from "../../src/news/hub-subscriptions.ts";
import { createWeb } from "../../src/platforms/web/platform.ts";
import { buildFeed, NOW } from "../helpers/build.ts";
import { createFakeAnswer } from "../helpers/telegram/fakes.ts";
import { openMemoryStore } from "../helpers/test-store.ts";

const FEED = buildFeed();
const TOPIC = "https://harbor.example/feed";
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

let store: Store;
let nowMs: number;
let webSub: WebSub;
let pings: number;
let origin: string;
let hubUrl: string;
/** What the hub was asked, and how it answers. */
let asked: URLSearchParams[];
let hubStatus: number;
const closers: (() => Promise<unknown> | unknown)[] = [];

const clock = (): Date => new Date(nowMs);

beforeEach(async () => {
  store = await openMemoryStore();
  await store.feeds.save([FEED], NOW);
  nowMs = NOW.getTime();
  [pings, asked, hubStatus] = [0, [], 202];
  const hub = createServer((incoming, response) => {
    let body = "";
    incoming.on("data", (chunk) => {
      body += String(chunk);
    });
    incoming.on("end", () => {
      asked.push(new URLSearchParams(body));
      response.writeHead(hubStatus).end();
    });
  });
  await new Promise<void>((resolve) => hub.listen(0, "127.0.0.1", resolve));
  const host = `127.0.0.1:${(hub.address() as AddressInfo).port}`;
  hubUrl = `http://${host}/hub`;
  const net = createDownload({ userAgent: "Pullquote/1", allowedHosts: [host], clock });
  const publicUrl = "https://bot.example/";
  const onPing = (): void => {
    pings += 1;
  };
  webSub = createWebSub({ store, sendFormFor: () => net.sendForm, publicUrl, clock, log: SILENT_LOG, onPing });
  const web = createWeb({ port: 0, commands: [], log: SILENT_LOG, clock, callback: webSub });
  await web.start(createFakeAnswer());
  origin = web.url().replace(/\/$/, "");
  closers.push(
    () => store.close(),
    () => net.close(),
    () => hub.close(),
    () => web.stop(),
  );
});
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

/** As a poll that went well leaves it. */
async function poll(memory: FeedState["memory"] = { hubUrl, selfUrl: TOPIC }): Promise<void> {
  const state = await store.feeds.getState(FEED.id);
  const lastPollAt = clock();
  const next = { ...state, memory, lastPollAt, lastSuccessAt: lastPollAt, nextPollAt: new Date(nowMs + DAY_MS) };
  await store.feeds.saveState(next);
  await webSub.consider(FEED, next);
}

interface Call {
  readonly method?: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Calls as a proxy passes it on: under the public name. */
function call(
  path: string,
  { method = "GET", body, headers = {} }: Call = {},
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(`${origin}${path}`, { method, headers: { host: "bot.example", ...headers } }, (response) => {
      let text = "";
      response.on("data", (chunk) => {
        text += String(chunk);
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, text }));
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

const lastAsked = (): URLSearchParams => {
  const last = asked.at(-1);
  if (last === undefined) throw new Error("The hub was not asked.");
  return last;
};
const pathOf = (form = lastAsked()): string => new URL(form.get("hub.callback") ?? "").pathname;
const verify = (part: Readonly<Record<string, string>> = {}, path = pathOf()) => {
  const query = { "hub.mode": "subscribe", "hub.topic": TOPIC, "hub.challenge": "c-1", "hub.lease_seconds": "864000" };
  return call(`${path}?${new URLSearchParams({ ...query, ...part })}`);
};
function ping(body: string, { secret = lastAsked().get("hub.secret") ?? "", method = "sha256", path = pathOf() } = {}) {
  const signature = `${method}=${createHmac(method, secret).update(body).digest("hex")}`;
  return call(path, { method: "POST", body, headers: { "x-hub-signature": signature } });
}
const nextPollAt = async (): Promise<number> => (await store.feeds.getState(FEED.id)).nextPollAt.getTime();

test("a feed with a hub is asked for once, and its lease is renewed when half of it is over", async () => {
  await poll();
  expect(Object.fromEntries(lastAsked())).toMatchObject({
    "hub.mode": "subscribe",
    "hub.topic": TOPIC,
    "hub.callback": expect.stringMatching(/^https:\/\/bot\.example\/websub\/harbor-wire\/[\w-]{43}$/),
    "hub.secret": expect.stringMatching(/^[0-9a-f]{64}$/),
    "hub.lease_seconds": "864000",
  });
  expect(await verify()).toEqual({ status: 200, text: "c-1" });
  nowMs += 4 * DAY_MS;
  await poll();
  expect(asked).toHaveLength(1);
  nowMs += DAY_MS + HOUR_MS;
  await poll();
  expect(asked).toHaveLength(2);
  for (const name of ["hub.callback", "hub.secret"]) expect(asked[1]?.get(name)).toBe(asked[0]?.get(name));
  expect((await verify()).status).toBe(200);
  nowMs += 4 * DAY_MS;
  await poll();
  expect(asked).toHaveLength(2);
});

test("a signed call makes the feed due at once, an unsigned one or one signed otherwise does not", async () => {
  await poll();
  await verify();
  nowMs += HOUR_MS;
  expect((await call(pathOf(), { method: "POST", body: "<rss/>" })).status).toBe(202);
  expect((await ping("<rss/>", { secret: "guessed" })).status).toBe(202);
  const headers = { "x-hub-signature": `sha256=${"0".repeat(64)}` };
  expect((await call(pathOf(), { method: "POST", body: "<rss/>", headers })).status).toBe(202);
  expect(pings).toBe(0);
  expect(await nextPollAt()).toBe(NOW.getTime() + DAY_MS);
  expect((await ping("<rss/>")).status).toBe(202);
  expect(await nextPollAt()).toBe(nowMs);
  expect(pings).toBe(1);
});

test.each(["sha1", "sha384", "sha512"])("a call signed with %s is believed, too", async (method) => {
  await poll();
  await verify();
  nowMs += HOUR_MS;
  await ping("news", { method });
  expect(await nextPollAt()).toBe(nowMs);
});

test("however often a hub calls, the feed is asked once a minute at most", async () => {
  await poll();
  await verify();
  nowMs += 1000;
  await ping("news");
  expect(await nextPollAt()).toBe(NOW.getTime() + 60_000);
});

test("a call changes nothing for a server in trouble, nor for a feed that was given up", async () => {
  await poll();
  await verify();
  nowMs += HOUR_MS;
  const state = await store.feeds.getState(FEED.id);
  await store.feeds.saveState({ ...state, failureCount: 1 });
  await ping("news");
  expect(pings).toBe(0);
  await store.feeds.saveState({ ...state, disabledReason: "It is gone." });
  await ping("news");
  expect(await store.feeds.claimDue(clock(), 1000, 10, "me")).toEqual([]);
});

test("an address nobody was given, another topic and what was not asked for are not there", async () => {
  await poll();
  const path = pathOf();
  const [own = "", other] = [path, path.replace(/.$/, (last) => (last === "A" ? "B" : "A"))];
  for (const wrong of [other, `${own}/more`, own.replace("harbor-wire", "no-such-feed"), "/websub/", "/websub/%00/x"]) {
    expect((await verify({}, wrong)).status, wrong).toBe(404);
    expect((await ping("news", { path: wrong })).status, wrong).toBe(404);
  }
  expect((await verify({ "hub.topic": "https://other.example/" })).status).toBe(404);
  expect((await verify({ "hub.mode": "unsubscribe" })).status).toBe(404);
  expect((await verify({ "hub.challenge": "<script>\n" })).status).toBe(404);
  expect((await verify({ "hub.challenge": "x".repeat(1001) })).status).toBe(404);
  expect((await call(path, { method: "PUT" })).status).toBe(405);
  nowMs += 2 * DAY_MS;
  expect((await verify()).status).toBe(404);
});

test("a call longer than a feed may be is refused before it is read", async () => {
  await poll();
  const headers = { "content-length": "5000001", "x-hub-signature": "sha256=0" };
  const status = await new Promise<number>((resolve, reject) => {
    const sent = request(`${origin}${pathOf()}`, { method: "POST", headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
      sent.destroy();
    });
    sent.on("error", reject);
    sent.flushHeaders();
  });
  expect(status).toBe(413);
});

test("the page itself is not opened by the public name", async () => {
  for (const path of ["/", "/events?room=main", "/page/app.js", "/websubs/x"]) {
    expect((await call(path)).status, path).toBe(403);
  }
});

test("a hub that fails or denies is asked again after a day; the feed is polled as ever", async () => {
  hubStatus = 500;
  await poll();
  nowMs += 2 * HOUR_MS;
  await poll();
  expect(asked).toHaveLength(1);
  nowMs += DAY_MS;
  hubStatus = 202;
  await poll();
  expect(asked).toHaveLength(2);
  expect((await call(`${pathOf()}?hub.mode=denied&hub.topic=${encodeURIComponent(TOPIC)}`)).status).toBe(200);
  nowMs += 2 * HOUR_MS;
  await poll();
  expect(asked).toHaveLength(2);
  expect(await nextPollAt()).toBe(nowMs + DAY_MS);
});

test("a feed without a hub asks nobody; one that changes its hub gets a new address and secret", async () => {
  await poll({});
  expect(asked).toEqual([]);
  await poll();
  await poll({ hubUrl: `${hubUrl}/other`, selfUrl: TOPIC });
  expect(asked).toHaveLength(2);
  expect(pathOf(asked[0])).not.toBe(pathOf(asked[1]));
  expect((await verify({}, pathOf(asked[0]))).status).toBe(404);
});

test("a hub within the house is not asked", async () => {
  await poll({ hubUrl: "http://127.0.0.1:1/hub", selfUrl: TOPIC });
  await poll({ hubUrl: "http://10.0.0.8/hub", selfUrl: TOPIC });
  await poll({ hubUrl: "javascript:alert(1)", selfUrl: TOPIC });
  expect(asked).toEqual([]);
  expect((await store.feeds.getState(FEED.id)).disabledReason).toBeNull();
});

test("a lease shorter than five minutes, longer than a month, or without a time is kept within bounds", async () => {
  await poll();
  for (const [seconds, days] of [
    ["1", 5 / (24 * 60)],
    ["99999999", 30],
    ["soon", 10],
  ] as const) {
    await verify({ "hub.lease_seconds": seconds });
    const lease = JSON.parse((await store.notes.get("websub:harbor-wire")) ?? "{}");
    expect((lease.leaseUntil - nowMs) / DAY_MS, seconds).toBeCloseTo(days);
  }
});
