/** The desk as it is drawn and pressed: facts in tables, no text as markup, and nobody presses from another site. */

import { afterAll, beforeAll, expect, test } from "vitest";
import { toDeliveryId, toFeedId } from "../../../../../src/domain/id.ts";
import type { DeskReport } from "../../../../../src/domain/reading/desk-report.ts";
import type { Store } from "../../../../../src/domain/store.ts";
import { buildFeed, NOW } from "../../../../helpers/build.ts";
import { type PageServer, servePage } from "../../../../helpers/page-server.ts";
import { openMemoryStore } from "../../../../helpers/test-store.ts";

const EVIL = '"><script>alert(1)</script>';
const ROOM = { platform: "web", address: "main" } as const;

let store: Store;
let page: PageServer;
let isHealthy = false;
const retried: number[] = [];

async function buildReport(): Promise<DeskReport> {
  const state = await store.feeds.getState(toFeedId("harbor-wire"));
  const failing = { ...state, failureCount: 7, lastError: EVIL };
  return {
    health: isHealthy ? { ok: true, reasons: [] } : { ok: false, reasons: [EVIL] },
    feeds: [{ feed: buildFeed({ title: EVIL }), state: failing, days: [0, 3, 1] }],
    hiddenFeeds: 12,
    resting: 4,
    queue: { waiting: 0, gathered: 0, pending: 3, claimed: 1, sending: 0, sent: 9, uncertain: 0, failed: 1, muted: 0 },
    oldestDueAt: NOW,
    days: ["2026-11-19", "2026-11-20"],
    outcomes: [{ day: "2026-11-20", state: "sent", count: 9 }],
    givenUp: [{ id: toDeliveryId(41), destination: ROOM, headline: EVIL, reason: EVIL, settledAt: NOW }],
    channels: [{ destination: ROOM, subscriptions: 2, paused: 1, waiting: 3, lastSentAt: NOW, trouble: EVIL }],
    database: { engine: "sqlite", bytes: 12_345_678, articles: 1_234 },
    settings: [{ name: "WEB_PORT", value: EVIL }],
    advice: ["contact"],
  };
}

beforeAll(async () => {
  store = await openMemoryStore();
  await store.feeds.save([buildFeed()], NOW);
  const retry = async (id: number): Promise<boolean> => retried.push(id) === 1;
  page = await servePage(store, { desk: { report: buildReport, retry } });
});
afterAll(async () => {
  await page.stop();
  await store.close();
});

const press = (body: object, headers: Readonly<Record<string, string>> = {}) =>
  fetch(new URL("/api/retry", page.web.url()), {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });

test("what stands there is told in words, and whatever it is called stays text", async () => {
  const desk = await page.readText("/desk");
  for (const part of [
    "Failed 7 times",
    "12.3 MB",
    "1,234 articles",
    "4 more feeds rest",
    "Feeds not shown: 12",
    "2, of them paused: 1",
  ]) {
    expect(desk).toContain(part);
  }
  expect(desk).toContain('<p class="figure">4</p>');
  expect(desk).toContain('href="/desk?feeds=all#feeds"');
  expect(desk).toContain("CONTACT_URL is as it came");
  expect(desk).toContain('data-room="main"');
  expect(desk).not.toContain("<script>alert");
  expect(await page.readText("/news")).toContain('href="/desk"');
});

test("all is not well while a feed fails, though database and platforms work", async () => {
  isHealthy = true;
  const desk = await page.readText("/desk");
  isHealthy = false;
  expect(desk).toContain("Feeds that fail: 1");
  expect(desk).not.toContain("All is well");
});

test("one press tries again what was given up; another site's press and another number do nothing", async () => {
  expect((await press({ delivery: 41 }, { origin: "https://evil.example" })).status).toBe(403);
  expect((await press({ delivery: "41" })).status).toBe(400);
  expect(retried).toEqual([]);
  expect(await (await press({ delivery: 41 })).json()).toEqual({ isRetried: true });
  expect(await (await press({ delivery: 41 })).json()).toEqual({ isRetried: false });
});

test("where nobody runs a desk there is none", async () => {
  const bare = await servePage(store);
  expect((await bare.get("/desk")).status).toBe(404);
  expect(await bare.readText("/news")).not.toContain('href="/desk"');
  await bare.stop();
});
