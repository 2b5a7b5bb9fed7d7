/** Three processes on one PostgreSQL, as anybody would start them: one is killed while news goes out, nothing is lost or doubled. */

import type { ChildProcess } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type DiscordEmulator, startDiscordEmulator } from "../helpers/discord/emulator.ts";
import { readEvents } from "../helpers/events.ts";
import { type NewsServer, startNewsServer } from "../helpers/news-server.ts";
import { runOnServer, startPostgres, type TestPostgres } from "../helpers/postgres.ts";
import { startCommand } from "../helpers/processes/command-line.ts";
import { startTelegramEmulator, type TelegramEmulator } from "../helpers/telegram/emulator.ts";
import { WAIT } from "../helpers/wait.ts";

const PERSON = 501;
/** Nothing in common, so that none joins another's story. */
const NEWS = [
  ["The swing bridge of Ellory closes for repairs", "Engineers found rust in both hinges", "Ines Marl"],
  ["Vessland bakers win the rye cup", "Forty loaves were tasted in the town hall", "Oskar Tveit"],
  ["A lighthouse keeper retires after nine winters", "The lamp will be tended by students", "Runa Feld"],
  ["Two otters return to the mill pond", "Cameras saw them at dawn on three days", "Pia Lorent"],
  ["Tram drivers of Quell accept a new contract", "The vote ended a strike of eleven days", "Emil Szabo"],
  ["Old school books found under a chapel floor", "They were wrapped in oilcloth and are dry", "Nadia Crewe"],
] as const;

interface Running {
  readonly child: ChildProcess;
  readonly lines: string[];
  readonly url: string;
}

let postgres: TestPostgres;
let discord: DiscordEmulator;
let telegram: TelegramEmulator;
let news: NewsServer;
let folder: string;
const running: Running[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "pullquote-several-"));
  [postgres, discord, telegram, news] = await Promise.all([
    startPostgres(),
    startDiscordEmulator(),
    startTelegramEmulator(),
    startNewsServer(),
  ]);
  const feed = { id: "harbor", title: "Harbor", url: `${news.url}/feed.xml`, homepage: `${news.url}/` };
  const feeds = [{ ...feed, topics: ["local"], region: "Vessland", language: "en" }];
  await writeFile(join(folder, "feeds.json"), JSON.stringify({ feeds }));
  show(0);
});
afterAll(async () => {
  for (const { child } of running) child.kill("SIGKILL");
  await Promise.all([discord.close(), telegram.stop(), news.close()]);
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
});

const urlOf = (index: number): string => `${news.url}/news/${index}`;

/** The feed with its first articles, one page each. */
function show(count: number): void {
  const items = NEWS.slice(0, count).map(([title, fact, who], index) => {
    const text = `<p>${fact}, the council of the town said on Tuesday.</p><p>“We did not expect that this year,” said ${who}.</p>`;
    const html = `<html lang="en"><head><title>${title}</title></head><body><article><h1>${title}</h1>${text}</article></body></html>`;
    news.set(`/news/${index}`, { body: html, contentType: "text/html" });
    const date = new Date().toUTCString();
    return `<item><guid>n${index}</guid><link>${urlOf(index)}</link><title>${title}</title><pubDate>${date}</pubDate><description>${fact}.</description></item>`;
  });
  const body = `<rss version="2.0"><channel><title>Harbor</title><link>${news.url}/</link>${items.join("")}</channel></rss>`;
  news.set("/feed.xml", { body, contentType: "application/rss+xml" });
}

async function startProcess(): Promise<Running> {
  const child = startCommand(["run"], {
    folder,
    environment: {
      DATABASE_URL: postgres.url,
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
      TELEGRAM_TOKEN: telegram.token,
      TELEGRAM_API_URL: telegram.url,
      FEEDS_FILE: join(folder, "feeds.json"),
      ALLOWED_HOSTS: news.host,
      WEB_PORT: "0",
      POLL_FEEDS: "all",
    },
  });
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => lines.push(...chunk.toString("utf8").split("\n")));
  const findUrl = () => /The page is at (\S+)/.exec(lines.join("\n"))?.[1];
  await vi.waitFor(() => expect(findUrl(), lines.join("\n")).toBeDefined(), WAIT);
  const started = { child, lines, url: findUrl() ?? "" };
  running.push(started);
  return started;
}

const has = ({ lines }: Running, event: string): boolean => lines.some((line) => line.includes(`"${event}"`));
const readyOf = async ({ url }: Running) => (await fetch(`${url}readyz`)).json();

async function shownOn({ url }: Running): Promise<readonly string[]> {
  const events = await readEvents(`${url}events?room=main`);
  const urls: string[] = [];
  for (let event = await events.next(); event.event !== "ready"; event = await events.next())
    if (event.event === "post") urls.push((event.data as { readonly url: string }).url);
  events.close();
  return urls.toSorted();
}

test("a killed process's work goes on elsewhere, once, and all pages show the same", async () => {
  const first = await startProcess();
  const [second, third] = await Promise.all([startProcess(), startProcess()]);
  expect(await readyOf(first)).toEqual({ ok: true, reasons: [] });
  for (const each of [second, third])
    expect(await readyOf(each)).toEqual({ ok: true, reasons: [], standingBy: ["discord", "telegram"] });
  const all = "select count(*)::int as count from feed_states where last_success_at is not null";
  await vi.waitFor(async () => expect(await runOnServer(postgres.url, all)).toEqual([{ count: 1 }]), WAIT);

  const channel = discord.addChannel(discord.addGuild(), { name: "news" });
  await discord.runCommand(channel, discord.addPerson(), "subscribe", { what: "everything" });
  await telegram.type(PERSON, PERSON, "/subscribe everything");
  const ask = async (text: string) => {
    const body = JSON.stringify({ room: "main", text });
    const headers = { "content-type": "application/json" };
    return (await fetch(`${second.url}api/command`, { method: "POST", headers, body })).json();
  };
  await ask("/subscribe everything");
  // The next request of a browser may reach another process.
  const exported = (await ask("/export")) as { readonly file: { readonly url: string } };
  const file = await fetch(new URL(exported.file.url, third.url));
  expect([file.status, await file.text()]).toEqual([200, expect.stringContaining('"pullquote": 1')]);

  const urls = NEWS.map((_, index) => urlOf(index));
  const publish = async (count: number): Promise<void> => {
    show(count);
    await runOnServer(postgres.url, "update feed_states set next_poll_at = 0 where lease_until is null");
  };
  await publish(NEWS.length / 2);
  await vi.waitFor(() => expect(has(first, "delivery_sent")).toBe(true), WAIT);
  first.child.kill("SIGKILL");
  await publish(NEWS.length);

  const stored = async () => {
    await runOnServer(postgres.url, "update feed_states set next_poll_at = 0 where lease_until is null");
    return (await runOnServer(postgres.url, "select url from articles")).map(({ url }) => String(url));
  };
  await vi.waitFor(async () => expect(await stored()).toEqual(expect.arrayContaining(urls)), {
    ...WAIT,
    interval: 500,
  });
  const onDiscord = () => discord.messages(channel).flatMap(({ embeds }) => embeds.map(({ url }) => String(url)));
  const onTelegram = () =>
    urls.filter((url) => telegram.posts(PERSON).filter(({ raw }) => raw.includes(url)).length === 1);
  await vi.waitFor(() => {
    expect(onDiscord().toSorted()).toEqual(expect.arrayContaining(urls));
    expect(onTelegram()).toEqual(urls);
  }, WAIT);
  for (const url of urls) expect(onDiscord().filter((each) => each === url)).toEqual([url]);
  expect([second, third].filter((each) => has(each, "token_owned")).length).toBeGreaterThan(0);

  await vi.waitFor(async () => {
    const shown = await shownOn(second);
    expect(shown).toEqual(expect.arrayContaining(urls));
    expect(new Set(shown).size).toBe(shown.length);
    expect(await shownOn(third)).toEqual(shown);
  }, WAIT);

  // At an orderly stop the other has it at once, without waiting to hear nothing.
  const [owner, other] = has(second, "token_owned") ? [second, third] : [third, second];
  const stoppedAt = performance.now();
  owner.child.kill("SIGTERM");
  await vi.waitFor(() => expect(has(other, "token_owned")).toBe(true), WAIT);
  await vi.waitFor(async () => expect(await readyOf(other)).toEqual({ ok: true, reasons: [] }), WAIT);
  expect(performance.now() - stoppedAt).toBeLessThan(60_000);
  await telegram.type(PERSON, PERSON, "/help");
});
