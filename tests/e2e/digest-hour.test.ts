/** A digest comes at its hour, once, with what was published since, on every platform: the whole app on a clock of ours. */

import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { PLATFORM_NAMES } from "../../src/domain/subscription.ts";
import { type Conversation, createConversations } from "../helpers/conversation.ts";
import { startWholeApp, type WholeApp } from "../helpers/whole-app.ts";

const WAIT = { timeout: 20_000, interval: 50 };
/** An evening in Berlin; the digest is due at 06:30 UTC the next morning. */
const EVENING = Date.parse("2026-11-24T19:00:00Z");
const BEFORE_HOUR = Date.parse("2026-11-25T06:29:00Z");
const AFTER_HOUR = Date.parse("2026-11-25T06:31:00Z");
/** The first two of the newsroom tell of different things; the third joins the story of the second. */
const ARTICLES = 2;

let whole: WholeApp;
let channels: readonly Conversation[];
let headlines: readonly string[];
/** Goes on by itself from where a test sets it. */
let begun = { at: EVENING, real: Date.now() };
const setClock = (at: number): void => {
  begun = { at, real: Date.now() };
};

beforeAll(async () => {
  whole = await startWholeApp({ clock: () => new Date(begun.at + Date.now() - begun.real) });
  await vi.waitFor(async () => {
    for (const state of await whole.app.store.feeds.listStates()) expect(state.lastSuccessAt).not.toBeNull();
  }, WAIT);
  const open = createConversations(whole);
  channels = PLATFORM_NAMES.map((platform) => open(platform));
});
afterAll(() => whole.stop());

const listPosts = async (): Promise<readonly string[]> =>
  (await Promise.all(channels.map((channel) => channel.posts()))).flat();

test("what is published waits for the hour", async () => {
  for (const channel of channels) {
    const shown = await channel.type("/subscribe everything digest:daily at:07:30 zone:Europe/Berlin");
    await vi.waitFor(() => expect(shown?.text()).toContain("Subscribed to all feeds"), WAIT);
  }
  const urls = Array.from({ length: ARTICLES }, () => whole.newsroom.publishNext() ?? "");
  await vi.waitFor(async () => {
    const stored = await Promise.all(urls.map((url) => whole.app.store.articles.findByUrl(url)));
    headlines = stored.map((each) => each?.brief.headline ?? "");
    expect(headlines).not.toContain("");
  }, WAIT);
  setClock(BEFORE_HOUR);
  const polledAt = (await whole.app.store.feeds.listStates())[0]?.lastPollAt;
  await vi.waitFor(async () => {
    // The loops have gone round at the new time.
    expect((await whole.app.store.feeds.listStates())[0]?.lastPollAt).not.toEqual(polledAt);
  }, WAIT);
  expect(await listPosts()).toEqual([]);
});

test("at the hour it comes as one digest to each channel", async () => {
  setClock(AFTER_HOUR);
  await vi.waitFor(async () => {
    for (const channel of channels) expect(await channel.posts()).toHaveLength(1);
  }, WAIT);
  for (const post of await listPosts()) for (const headline of headlines) expect(post).toContain(headline);
});

test("after a restart it does not come again, and the next hour brings the next one", async () => {
  await whole.restart();
  whole.newsroom.publishNext();
  const url = whole.newsroom.publishNext() ?? "";
  await vi.waitFor(async () => expect(await whole.app.store.articles.findByUrl(url)).not.toBeNull(), WAIT);
  expect(await listPosts()).toHaveLength(channels.length);
  setClock(AFTER_HOUR + 24 * 60 * 60 * 1000);
  await vi.waitFor(async () => expect(await listPosts()).toHaveLength(2 * channels.length), WAIT);
});

test("an hour that passed while the bot was down comes once, at its start", async () => {
  const url = whole.newsroom.publishNext() ?? "";
  await vi.waitFor(async () => expect(await whole.app.store.articles.findByUrl(url)).not.toBeNull(), WAIT);
  const headline = (await whole.app.store.articles.findByUrl(url))?.brief.headline ?? "";
  await whole.app.stop();
  setClock(AFTER_HOUR + 3 * 24 * 60 * 60 * 1000);
  await whole.restart();
  await vi.waitFor(async () => expect(await listPosts()).toHaveLength(3 * channels.length), WAIT);
  for (const channel of channels) expect((await channel.posts()).at(-1)).toContain(headline);
  const { waiting, gathered, pending } = await whole.app.store.outbox.count();
  expect(waiting + gathered + pending).toBe(0);
});
