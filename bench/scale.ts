/**
 * `npm run demo:scale [-- articles]`: four processes on one PostgreSQL, without Docker; one is killed while news goes out
 * and replaced. What was lost, what came twice and how late, and the page to look at while it goes on.
 */

import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startDiscordEmulator } from "../tests/helpers/discord/emulator.ts";
import { startNewsServer } from "../tests/helpers/news-server.ts";
import { runOnServer, startPostgres } from "../tests/helpers/postgres.ts";
import { startTelegramEmulator } from "../tests/helpers/telegram/emulator.ts";
import { createRandom } from "../tools/learning/random.ts";
import { tellDay } from "./day-news.ts";

const ARTICLES = Number(process.argv[2] ?? 60);
const PROCESSES = 4;
const FEEDS = 6;
const CHATS = [501, 502, 503];
/** A private chat takes one post a second. */
const EVERY_MS = 1_300;
const WAIT_MS_MAX = 180_000;
const MAIN = fileURLToPath(new URL("../dist/src/main.js", import.meta.url));

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const say = (line: string): void => void process.stdout.write(`${line}\n`);

interface Running {
  readonly name: string;
  readonly child: ChildProcess;
  readonly lines: string[];
}

async function until(what: string, isSo: () => Promise<boolean> | boolean): Promise<void> {
  for (const end = performance.now() + WAIT_MS_MAX; performance.now() < end; await sleep(200)) if (await isSo()) return;
  throw new Error(`Waited ${WAIT_MS_MAX / 1000} s for ${what}.`);
}

const findUrl = ({ lines }: Running): string | undefined => /The page is at (\S+)/.exec(lines.join("\n"))?.[1];
const has = ({ lines }: Running, event: string): boolean => lines.some((line) => line.includes(`"${event}"`));
const count = ({ lines }: Running, event: string): number => lines.filter((line) => line.includes(`"${event}"`)).length;

if (!existsSync(MAIN)) throw new Error("Expected the compiled program: npm run build.");
const folder = await mkdtemp(join(tmpdir(), "pullquote-scale-"));
const [postgres, discord, telegram, news] = await Promise.all([
  startPostgres(),
  startDiscordEmulator({ messageLimit: { count: 500, windowMs: 5_000 } }),
  startTelegramEmulator(),
  startNewsServer(),
]);
const started: Running[] = [];

const environment = {
  PATH: process.env["PATH"] ?? "",
  DATABASE_URL: postgres.url,
  DISCORD_TOKEN: discord.token,
  DISCORD_API_URL: discord.apiUrl,
  TELEGRAM_TOKEN: telegram.token,
  TELEGRAM_API_URL: telegram.url,
  FEEDS_FILE: join(folder, "feeds.json"),
  ALLOWED_HOSTS: news.host,
  POLL_FEEDS: "all",
};

async function startProcess(): Promise<Running> {
  const child = spawn(process.execPath, [MAIN, "run"], { cwd: folder, env: environment });
  const running: Running = { name: `process ${started.length + 1}`, child, lines: [] };
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => running.lines.push(...chunk.toString("utf8").split("\n")));
  started.push(running);
  await until(`${running.name} to start`, () => findUrl(running) !== undefined || child.exitCode !== null);
  if (child.exitCode !== null) throw new Error(`${running.name} ended: ${running.lines.slice(-3).join(" ")}`);
  say(`${running.name} runs, its page is at ${findUrl(running)}`);
  return running;
}

interface Published {
  readonly id: number;
  readonly url: string;
  readonly title: string;
  readonly text: string;
  readonly atMs: number;
}

const random = createRandom(20261130);
const told = tellDay(1, 0, ARTICLES * 2 * 45 * 60_000);
const out: Published[] = [];
const ofFeed = (feed: number): readonly Published[] => out.filter(({ id }) => id % FEEDS === feed).slice(-40);

function toRss(feed: number): string {
  const items = ofFeed(feed)
    .toReversed()
    .map(
      ({ id, url, title, text, atMs }) =>
        `<item><title>${title}</title><link>${url}</link><guid isPermaLink="false">n${id}</guid><pubDate>${new Date(atMs).toUTCString()}</pubDate><description>${text.slice(0, 120).replaceAll("<p>", "")}</description></item>`,
    );
  return `<rss version="2.0"><channel><title>Outlet ${feed}</title><link>${news.url}/</link>${items.join("")}</channel></rss>`;
}

const hasten = (): Promise<unknown> =>
  runOnServer(postgres.url, "update feed_states set next_poll_at = 0 where lease_until is null");

async function publish(id: number): Promise<void> {
  const { title = "", paragraphs = [] } = told[id] ?? {};
  const path = `/news/${id}.html`;
  const text = paragraphs.map((each) => `<p>${each}</p>`).join("");
  out.push({ id, url: `${news.url}${path}`, title, text, atMs: Date.now() });
  news.set(path, {
    body: `<html lang="en"><head><title>${title}</title></head><body><article><h1>${title}</h1>${text}</article></body></html>`,
    contentType: "text/html; charset=utf-8",
  });
  await hasten();
}

for (let feed = 0; feed < FEEDS; feed += 1)
  news.set(`/feed-${feed}.xml`, () => ({ body: toRss(feed), contentType: "application/rss+xml" }));
await writeFile(
  join(folder, "feeds.json"),
  JSON.stringify({
    feeds: Array.from({ length: FEEDS }, (_, feed) => ({
      id: `feed-${feed}`,
      title: `Outlet ${feed}`,
      url: `${news.url}/feed-${feed}.xml`,
      homepage: `${news.url}/`,
      topics: ["local"],
      region: "Vessland",
      language: "en",
    })),
  }),
);

/** Where each article was seen, how often, and how long after it was published it was seen first. */
const seen = new Map<string, { times: number; firstMs: number }>();

function look(place: string, urls: readonly string[]): void {
  for (const { id, url, atMs } of out) {
    const times = urls.filter((each) => each === url).length;
    if (times === 0) continue;
    const key = `${place} ${id}`;
    seen.set(key, { times, firstMs: seen.get(key)?.firstMs ?? Date.now() - atMs });
  }
}

say(`PostgreSQL runs. ${PROCESSES} processes begin, each with all roles and the same two tokens.`);
for (let index = 0; index < PROCESSES; index += 1) await startProcess();
const channels = ["harbor", "quay", "market"].map((name) => discord.addChannel(discord.addGuild(), { name }));
for (let id = 0; id < FEEDS; id += 1) await publish(id);
const isRead = "select count(*)::int as count from feed_states where last_success_at is not null";
await until("the first polls", async () => (await runOnServer(postgres.url, isRead))[0]?.["count"] === FEEDS);
for (const channel of channels)
  await discord.runCommand(channel, discord.addPerson(), "subscribe", { what: "everything" });
for (const chat of CHATS) await telegram.type(chat, chat, "/subscribe everything");
const page = findUrl(started.at(-1) as Running) ?? "";
const body = JSON.stringify({ room: "main", text: "/subscribe everything" });
await fetch(`${page}api/command`, { method: "POST", headers: { "content-type": "application/json" }, body });
await sleep(3_000);
const before = out.length;

const watching = setInterval(() => {
  for (const channel of channels)
    look(
      `discord ${channel}`,
      discord.messages(channel).flatMap(({ embeds }) => embeds.map(({ url }) => String(url))),
    );
  for (const chat of CHATS) {
    const posts = telegram.posts(chat).map(({ raw }) => raw);
    look(
      `telegram ${chat}`,
      posts.flatMap((raw) => out.filter(({ url }) => raw.includes(url)).map(({ url }) => url)),
    );
  }
}, 100);

const killAfter = before + Math.floor(ARTICLES / 3);
for (let id = before; id < before + ARTICLES; id += 1) {
  await publish(id);
  if (id === killAfter) {
    const owner = started.findLast((each) => has(each, "token_owned"));
    if (owner === undefined) throw new Error("Expected a process that owns the tokens.");
    owner.child.kill("SIGKILL");
    say(`${owner.name}, which owned both tokens, is killed; article ${id - before + 1} of ${ARTICLES} is just out.`);
    void startProcess().then((next) => say(`${next.name} took its place in the row.`));
  }
  await sleep(EVERY_MS * (0.5 + random()));
}
const places = channels.length + CHATS.length;
const fresh = out.slice(before);
const countSeen = (): number => [...seen.keys()].filter((key) => Number(key.split(" ").at(-1)) >= before).length;
await until("the last posts", async () => {
  await hasten();
  return countSeen() >= fresh.length * places;
}).catch((error: unknown) => say(String(error)));
clearInterval(watching);

const late = [...seen].filter(([key]) => Number(key.split(" ").at(-1)) >= before).map(([, value]) => value);
const sorted = late.map(({ firstMs }) => firstMs).sort((a, b) => a - b);
const at = (share: number): string => ((sorted[Math.floor((sorted.length - 1) * share)] ?? 0) / 1000).toFixed(1);
for (const each of started) {
  const state = each.child.exitCode !== null || each.child.signalCode !== null ? "killed" : "runs";
  const polls = count(each, "feed_polled");
  say(
    `${each.name}: ${polls} polls, ${count(each, "delivery_sent")} posts, ${count(each, "token_owned")} tokens owned, ${state}`,
  );
}
const lost = fresh.length * places - late.length;
const twice = late.filter(({ times }) => times > 1).length;
say(
  `scale: ${fresh.length} articles to ${places} channels, 1 kill: lost ${lost}, twice ${twice}, delay p50 ${at(0.5)} s, p95 ${at(0.95)} s, most ${at(1)} s`,
);

async function stop(code: number): Promise<never> {
  for (const { child } of started) child.kill("SIGTERM");
  await sleep(2_000);
  for (const { child } of started) child.kill("SIGKILL");
  await Promise.all([discord.close(), telegram.stop(), news.close()]);
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
  process.exit(code);
}

if (process.stdout.isTTY) {
  say(`Every page shows the same; look at ${page}, and stop with Ctrl+C.`);
  process.on("SIGINT", () => void stop(0));
  for (let id = out.length; ; id += 1) {
    await sleep(5_000);
    await publish(id);
  }
}
await stop(lost + twice === 0 ? 0 : 1);
