/** The machine's clock is days off for some minutes: news goes on, in and after it. */

import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import type { Article } from "../../src/domain/article.ts";
import { WAIT } from "../helpers/wait.ts";
import { startWholeApp, type WholeApp } from "../helpers/whole-app.ts";

const PERSON = 501;
const DAY_MS = 24 * 60 * 60 * 1000;

let whole: WholeApp;
let channel: string;
let offMs = 0;

beforeAll(async () => {
  const { now } = Date;
  vi.spyOn(Date, "now").mockImplementation(() => now.call(Date) + offMs);
  whole = await startWholeApp();
  await whole.waitForFirstPolls();
  channel = whole.discord.addChannel(whole.discord.addGuild("Harbor talk"), { name: "news" });
  await whole.discord.runCommand(channel, whole.discord.addPerson({ isManager: true }), "subscribe", {
    what: "everything",
  });
  await whole.telegram.type(PERSON, PERSON, "/subscribe everything");
});
afterEach(() => {
  offMs = 0;
});
afterAll(async () => {
  vi.restoreAllMocks();
  await whole.stop();
});

/** The next article that is owed: some tell what another outlet has told. */
async function publishOwed(): Promise<Article> {
  const countOwed = async (): Promise<number> =>
    Object.values(await whole.app.store.outbox.count()).reduce((sum, count) => sum + count, 0);
  for (;;) {
    const before = await countOwed();
    const { article } = await whole.publishNext();
    if ((await countOwed()) > before) return article;
  }
}

/** It stands everywhere, once. */
async function expectNextEverywhere(): Promise<void> {
  const article = await publishOwed();
  await vi.waitFor(() => {
    const onDiscord = whole.discord
      .messages(channel)
      .filter((each) => JSON.stringify(each.embeds).includes(article.url));
    const onTelegram = whole.telegram.posts(PERSON).filter(({ raw }) => raw.includes(article.url));
    expect([onDiscord.length, onTelegram.length]).toEqual([1, 1]);
  }, WAIT);
}

test.each([3, -3])("a clock %i days off stops no news, nor does its coming right", async (days) => {
  await expectNextEverywhere();
  offMs = days * DAY_MS;
  await expectNextEverywhere();
  await expectNextEverywhere();
  offMs = 0;
  await expectNextEverywhere();
  expect(await whole.app.store.outbox.count()).toMatchObject({ failed: 0, uncertain: 0, pending: 0 });
});

test("what was owed before the clock jumped is not dropped as too old", async () => {
  const postRoute = "POST /channels/:channel/messages";
  whole.discord.inject(postRoute, { kind: "status", status: 500, times: 4 });
  const article = await publishOwed();
  await vi.waitFor(() => {
    const tries = whole.discord.calls.filter((call) => JSON.stringify(call).includes(article.url));
    expect(tries.length).toBeGreaterThan(0);
  }, WAIT);
  offMs = 3 * DAY_MS;
  await vi.waitFor(() => {
    const posts = whole.discord.messages(channel).filter((each) => JSON.stringify(each.embeds).includes(article.url));
    expect(posts).toHaveLength(1);
  }, WAIT);
});
