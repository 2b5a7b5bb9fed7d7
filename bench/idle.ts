/**
 * `npm run build && npx tsx bench/idle.ts [briefs] [feeds] [seconds] [FILE]`: the program with Discord, Telegram and the
 * page, of which nobody asks anything: how long until it is ready, and the memory it has then, after its first polls and
 * at rest. With a FILE of bench/filled-store.ts on a copy of that, instead of so many briefs.
 */

import { spawn } from "node:child_process";
import { constants, copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { SILENT_LOG } from "../src/domain/platform.ts";
import { openEngine } from "../src/store/open.ts";
import { startDiscordEmulator } from "../tests/helpers/discord/emulator.ts";
import { startTelegramEmulator } from "../tests/helpers/telegram/emulator.ts";
import { fillStore } from "./filled-store.ts";

const STORE = process.argv[5];
const BRIEFS = STORE === undefined ? Number(process.argv[2] ?? 0) : 0;
const FEEDS = Number(process.argv[3] ?? 100);
const SECONDS = Number(process.argv[4] ?? 90);
const WORDS = 50;
const ENTRIES = 20;
/** Each has an address of its own, as sites do: one site is asked a little at a time. */
const SITES_MAX = 1_000;
const MAIN = fileURLToPath(new URL("../dist/src/main.js", import.meta.url));

const ITEMS = Array.from(
  { length: ENTRIES },
  (_, index) => `<item><title>News ${index} of the harbor</title><guid>${index}</guid>
    <pubDate>Mon, 01 Jan 2024 00:00:00 GMT</pubDate><description>The ferry sails.</description></item>`,
).join("");

/** Feeds of old entries only, so that nothing is published. */
async function serveFeeds() {
  const server = createServer((_request, response) => {
    response.setHeader("content-type", "application/rss+xml");
    response.end(`<rss version="2.0"><channel><title>Quay</title>${ITEMS}</channel></rss>`);
  });
  await new Promise<void>((resolve) => server.listen(0, "0.0.0.0", resolve));
  return { port: (server.address() as AddressInfo).port, server };
}

const readMb = (pid: number, field: string): string => {
  const [, kilobytes = "0"] = new RegExp(`${field}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return (Number(kilobytes) / 1_000).toFixed(0);
};

/** Of all threads; Linux counts in hundredths of a second. */
const readCpuMs = (pid: number): number => {
  const cells = readFileSync(`/proc/${pid}/stat`, "utf8")
    .replace(/^.*\) /, "")
    .split(" ");
  return 10 * (Number(cells[11]) + Number(cells[12]));
};

const folder = mkdtempSync(join(tmpdir(), "pullquote-idle-"));
const databaseUrl = `sqlite:${join(folder, "bot.db")}`;
if (STORE !== undefined) copyFileSync(STORE, join(folder, "bot.db"), constants.COPYFILE_FICLONE);
const filled = await fillStore(await openEngine(databaseUrl, false, SILENT_LOG), BRIEFS, WORDS);
await filled.close();
const [discord, telegram, { port, server }] = await Promise.all([
  startDiscordEmulator(),
  startTelegramEmulator(),
  serveFeeds(),
]);
const toHost = (index: number): string => `127.0.${2 + Math.floor(index / 250)}.${1 + (index % 250)}:${port}`;
const hosts = Array.from({ length: Math.min(FEEDS, SITES_MAX) }, (_, index) => toHost(index));
const feeds = Array.from({ length: FEEDS }, (_, index) => ({
  ...{ id: `feed-${index}`, title: `Feed ${index}`, url: `http://${hosts[index % hosts.length]}/${index}` },
  ...{ homepage: `http://${hosts[index % hosts.length]}/`, topics: ["harbors"], region: null, language: "en" },
}));
writeFileSync(join(folder, "feeds.json"), JSON.stringify({ feeds }));
const startedAt = performance.now();
// As in its container.
const child = spawn(process.execPath, ["--max-semi-space-size=4", MAIN, "run"], {
  stdio: ["ignore", "pipe", "pipe"],
  env: {
    ...{ PATH: process.env["PATH"] ?? "", LOG_LEVEL: "info", WEB_PORT: "0", POLL_FEEDS: "all" },
    ...{ DATABASE_URL: databaseUrl, FEEDS_FILE: join(folder, "feeds.json"), ALLOWED_HOSTS: hosts.join() },
    ...{ DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl },
    ...{ TELEGRAM_TOKEN: telegram.token, TELEGRAM_API_URL: telegram.url },
  },
});
let polled = 0;
const ready = new Promise<void>((resolve, reject) => {
  child.once("exit", (code) => reject(new Error(`It ended with ${code}.`)));
  // The log is on standard error.
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => {
      const text = chunk.toString("utf8");
      polled += text.split('"feed_polled"').length - 1;
      if (text.includes('"started"')) resolve();
    });
});
await ready;
const readyMs = performance.now() - startedAt;
const pid = child.pid ?? 0;
console.log(
  `${STORE ?? BRIEFS} briefs, ${FEEDS} feeds: ready after ${readyMs.toFixed(0)} ms, ${readCpuMs(pid)} of processor time`,
);
console.log("| s after the start | resident MB | most till then | feeds polled |");
console.log("|---|---|---|---|");
for (const share of [0, 0.33, 0.66, 1]) {
  const at = startedAt + readyMs + share * SECONDS * 1_000;
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, at - performance.now())));
  const cells = [(share * SECONDS).toFixed(0), readMb(pid, "VmRSS"), readMb(pid, "VmHWM"), polled];
  console.log(`| ${cells.join(" | ")} |`);
}
child.kill("SIGTERM");
await new Promise((resolve) => child.once("exit", resolve));
await Promise.all([discord.close(), telegram.stop()]);
server.close();
rmSync(folder, { recursive: true, force: true });
process.exit(0);
