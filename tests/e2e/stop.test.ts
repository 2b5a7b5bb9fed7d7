/** A stop takes less than five seconds, whatever hangs, and what it breaks off is no failure of anybody. */

import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import type { Store } from "../../src/domain/store.ts";
import { openStore } from "../../src/store/open.ts";
import { buildFeed } from "../helpers/build.ts";
import { type NewsServer, startNewsServer } from "../helpers/news-server.ts";
import { startCommand } from "../helpers/processes/command-line.ts";
import { startTelegramEmulator } from "../helpers/telegram/emulator.ts";
import { WAIT } from "../helpers/wait.ts";
import { startWholeApp, type WholeApp } from "../helpers/whole-app.ts";

const STOP_MS_MAX = 5_000;
const PERSON = 501;
const SENTENCE =
  "“The harbor wall of Vessland has waited for nine years,” said Mayor Ida Brandt on Tuesday, and the council of the town agreed.";

let server: NewsServer;
let folder: string;
let databaseUrl: string;
beforeAll(async () => {
  server = await startNewsServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "pullquote-stop-"));
  databaseUrl = `sqlite:${join(folder, "bot.sqlite")}`;
  server.clearRequests();
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const toFeed = () => buildFeed({ url: `${server.url}/feed.xml`, homepage: server.url });

/** A feed with one entry, whose page is set apart. */
function publish(path: string): void {
  const item = `<item><guid>${path}</guid><link>${server.url}${path}</link><title>Harbor wall sold</title><pubDate>${new Date().toUTCString()}</pubDate><description>The council sold the wall.</description></item>`;
  const body = `<?xml version="1.0"?><rss version="2.0"><channel><title>Harbor</title><link>${server.url}</link>${item}</channel></rss>`;
  server.set("/feed.xml", { body, contentType: "application/rss+xml" });
}

const startOnServer = (): Promise<WholeApp> =>
  startWholeApp({ feeds: [toFeed()], allowedHosts: [server.host], databaseUrl, pollEveryMs: 60_000 });

const waitForRequest = (path: string) =>
  vi.waitFor(() => expect(server.requestsTo(path).length).toBeGreaterThan(0), WAIT);

async function stopInTime(whole: WholeApp): Promise<void> {
  const startedAt = performance.now();
  await whole.app.stop();
  expect(performance.now() - startedAt).toBeLessThan(STOP_MS_MAX);
  await whole.stop();
}

async function withStore(look: (store: Store) => Promise<void>): Promise<void> {
  const store = await openStore(databaseUrl);
  try {
    await look(store);
  } finally {
    await store.close();
  }
}

/** The feed may be polled at once, as if this visit had never been. */
const expectUntouched = (): Promise<void> =>
  withStore(async (store) => {
    const { id } = toFeed();
    expect(await store.feeds.getState(id)).toMatchObject({ failureCount: 0, lastError: null, lastSuccessAt: null });
    expect(await store.feeds.claimDue(new Date(), 1_000, 5, "next")).toMatchObject([{ feedId: id }]);
    expect(await store.articles.count()).toBe(0);
    expect(await store.feeds.findSeenEntry("/1")).toBeNull();
  });

test("a feed that hangs does not hold up the stop, and can be polled again at once", async () => {
  server.set("/feed.xml", { fault: "hang" });
  const whole = await startOnServer();
  await waitForRequest("/feed.xml");
  await stopInTime(whole);
  await expectUntouched();
});

test("a page that hangs is not given up for the feed's own text by a stop", async () => {
  publish("/1");
  server.set("/1", { fault: "hang" });
  const whole = await startOnServer();
  await waitForRequest("/1");
  await stopInTime(whole);
  await expectUntouched();
});

test("a page that takes long to read does not hold up the stop", async () => {
  publish("/1");
  const paragraphs = `<p>${SENTENCE}</p>`.repeat(30_000);
  const body = `<!doctype html><html lang="en"><body><article><h1>Harbor wall sold</h1>${paragraphs}</article></body></html>`;
  server.set("/1", { body, contentType: "text/html; charset=utf-8" });
  const whole = await startOnServer();
  await waitForRequest("/1");
  await stopInTime(whole);
  await expectUntouched();
});

test("platforms that hang do not hold up the stop; after it each post stands once", async () => {
  const whole = await startWholeApp({ databaseUrl });
  await whole.waitForFirstPolls();
  const channel = whole.discord.addChannel(whole.discord.addGuild("Harbor talk"), { name: "news" });
  await whole.discord.runCommand(channel, whole.discord.addPerson({ isManager: true }), "subscribe", {
    what: "everything",
  });
  await whole.telegram.type(PERSON, PERSON, "/subscribe everything");
  whole.discord.inject("POST /channels/:channel/messages", { kind: "hang", times: 9 });
  whole.telegram.fault({ kind: "hang", method: "sendMessage", times: 9 });
  const { article } = await whole.publishNext();
  const sentTo = (calls: readonly unknown[]) => calls.filter((call) => JSON.stringify(call).includes(article.url));
  await vi.waitFor(() => {
    expect(sentTo(whole.discord.calls).length).toBeGreaterThan(0);
    expect(sentTo(whole.telegram.calls).length).toBeGreaterThan(0);
  }, WAIT);
  const startedAt = performance.now();
  await whole.app.stop();
  expect(performance.now() - startedAt).toBeLessThan(STOP_MS_MAX);
  whole.discord.heal();
  whole.telegram.clearFaults();
  await whole.restart();
  const onDiscord = () => whole.discord.messages(channel).filter((each) => each.askedBy === null);
  const onTelegram = () => whole.telegram.posts(PERSON).filter(({ raw }) => raw.includes(article.url));
  await vi.waitFor(async () => {
    expect(await whole.app.store.outbox.count()).toMatchObject({ pending: 0, claimed: 0, sending: 0, failed: 0 });
    expect([onDiscord().length, onTelegram().length]).toEqual([1, 1]);
  }, WAIT);
  await whole.stop();
});

test("a second signal ends the process at once", async () => {
  const telegram = await startTelegramEmulator();
  const environment = {
    TELEGRAM_TOKEN: telegram.token,
    TELEGRAM_API_URL: telegram.url,
    DATABASE_URL: databaseUrl,
    WEB_PORT: "0",
  };
  const child = startCommand(["run"], { environment, folder });
  let said = "";
  child.stdout.on("data", (chunk: Buffer) => {
    said += chunk.toString("utf8");
  });
  while (!/The page is at/.test(said)) await once(child.stdout, "data");
  // A command whose answer hangs is waited for, for some seconds.
  telegram.fault({ kind: "hang", method: "sendMessage", times: 9 });
  telegram.say(PERSON, PERSON, "/help");
  await vi.waitFor(() => expect(telegram.calls.some(({ method }) => method === "sendMessage")).toBe(true), WAIT);
  child.kill("SIGTERM");
  child.kill("SIGINT");
  const [code] = (await once(child, "close")) as [number | null];
  await telegram.stop();
  expect(code).toBe(1);
});
