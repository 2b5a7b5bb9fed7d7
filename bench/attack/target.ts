/** The bot under attack: a process of its own on loopback, between emulators of Discord and Telegram and hostile servers. */

import { type ChildProcess, fork } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Feed } from "../../src/domain/feed.ts";
import { toFeedId } from "../../src/domain/id.ts";
import { type DiscordEmulator, startDiscordEmulator } from "../../tests/helpers/discord/emulator.ts";
import { startTelegramEmulator, type TelegramEmulator } from "../../tests/helpers/telegram/emulator.ts";

export type Handle = (request: IncomingMessage, response: ServerResponse) => void;

export interface Site {
  readonly host: string;
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

export async function openSite(handle: Handle, port = 0): Promise<Site> {
  const server = createServer(handle);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const { port: own } = server.address() as AddressInfo;
  return {
    host: `127.0.0.1:${own}`,
    url: `http://127.0.0.1:${own}`,
    port: own,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A page or feed under a path; `bytes` are sent as they are, packed where it says so. */
export interface Document {
  readonly body: string | Uint8Array;
  readonly type?: string;
  readonly isGzipped?: boolean;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Target {
  readonly telegram: TelegramEmulator;
  readonly discord: DiscordEmulator;
  /** Where strangers may be asked for pages. */
  readonly site: Site;
  /** The outlet of the catalog. */
  readonly outlet: Site;
  readonly outletFeed: Feed;
  /** On a private address that nothing opens; counts who comes. */
  readonly bait: Site;
  readonly baitHits: () => number;
  readonly webUrl: string;
  put(path: string, document: Document): string;
  putAtOutlet(path: string, document: Document): string;
  /** A line of somebody new, in a private chat of theirs on Telegram; resolves with what was said. */
  ask(line: string, person?: number): Promise<string>;
  newPerson(): number;
  askWeb(line: string, more?: object): Promise<{ readonly status: number; readonly text: string }>;
  /** The longest the main thread worked without a pause since the last call. */
  standStillMs(): Promise<number>;
  isAlive(): boolean;
  peakMb(): number;
  stop(): Promise<void>;
}

const BAIT_PORTS = [8080, 8443];

async function openBait(handle: Handle): Promise<Site> {
  for (const port of BAIT_PORTS) {
    const site = await openSite(handle, port).catch(() => null);
    if (site !== null) return site;
  }
  return openSite(handle);
}

function serve(documents: ReadonlyMap<string, Document>): Handle {
  return (request, response) => {
    const url = new URL(request.url ?? "/", "http://localhost");
    const to = url.searchParams.get("to");
    if (url.pathname === "/redirect" && to !== null) {
      response
        .writeHead(Number(url.searchParams.get("status") ?? 302), { location: Buffer.from(to).toString("latin1") })
        .end();
      return;
    }
    const found = documents.get(url.pathname);
    if (found === undefined) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(found.status ?? 200, {
      "content-type": found.type ?? "text/html; charset=utf-8",
      ...(found.isGzipped === true ? { "content-encoding": "gzip" } : {}),
      ...found.headers,
    });
    response.end(found.body);
  };
}

function startBot(feeds: readonly Feed[], env: Readonly<Record<string, string>>): ChildProcess {
  return fork(fileURLToPath(new URL("./bot.mjs", import.meta.url)), [JSON.stringify({ feeds })], {
    // As it is started in a container; the rest of its 512 MB is for its thread and what is young.
    execArgv: ["--max-semi-space-size=4", "--max-old-space-size=256"],
    env: { PATH: process.env["PATH"] ?? "", ...env },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
}

const readPeakMb = (pid: number): number => {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
};

export async function startTarget(): Promise<Target> {
  const folder = mkdtempSync(join(tmpdir(), "pullquote-attack-"));
  const documents = new Map<string, Document>();
  const ofOutlet = new Map<string, Document>();
  let hits = 0;
  const [telegram, discord, site, outlet, bait] = await Promise.all([
    startTelegramEmulator(),
    startDiscordEmulator(),
    openSite(serve(documents)),
    openSite(serve(ofOutlet)),
    openBait((_, response) => {
      hits += 1;
      response
        .writeHead(200, { "content-type": "text/html" })
        .end("<title>x</title><p>The marker of the inside. ".repeat(20));
    }),
  ]);
  const outletFeed: Feed = {
    id: toFeedId("vessland-tide"),
    title: "Vessland Tide",
    url: `${outlet.url}/feed.xml`,
    homepage: `${outlet.url}/`,
    topics: ["local"],
    region: null,
    language: "en",
    origin: "catalog",
  };
  ofOutlet.set("/feed.xml", {
    body: "<rss version='2.0'><channel><title>Vessland Tide</title></channel></rss>",
    type: "text/xml",
  });
  const bot = startBot([outletFeed], {
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
    TELEGRAM_TOKEN: telegram.token,
    TELEGRAM_API_URL: telegram.url,
    DATABASE_URL: `sqlite:${join(folder, "attack.sqlite")}`,
    WEB_PORT: "0",
    ALLOWED_HOSTS: outlet.host,
    ALLOWED_HOSTS_TYPED: [site.host, outlet.host].join(","),
    LOG_LEVEL: "silent",
  });
  const { pid = 0 } = bot;
  let peakMb = 0;
  const looking = setInterval(() => {
    peakMb = Math.max(peakMb, readPeakMb(pid));
  }, 200);
  const hear = <T>(): Promise<T> =>
    new Promise((resolve, reject) => {
      const onExit = (): void => reject(new Error("The bot has ended."));
      bot.once("exit", onExit);
      bot.once("message", (message) => {
        bot.off("exit", onExit);
        resolve(message as T);
      });
    });
  const { webUrl } = await hear<{ webUrl: string }>();
  let person = 1_000_000;
  const newPerson = (): number => {
    person += 1;
    return person;
  };
  return {
    telegram,
    discord,
    site,
    outlet,
    outletFeed,
    bait,
    baitHits: () => hits,
    webUrl,
    newPerson,
    put(path, document) {
      documents.set(path, document);
      return `${site.url}${path}`;
    },
    putAtOutlet(path, document) {
      ofOutlet.set(path, document);
      return `${outlet.url}${path}`;
    },
    async ask(line, given) {
      const id = given ?? newPerson();
      // What is said while a page is read is not the answer.
      return (await telegram.type(id, id, line, { where: ({ text }) => !/^Reading /.test(text) })).text;
    },
    async askWeb(line, more = {}) {
      const response = await fetch(`${webUrl}api/command`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ text: line, ...more }),
      });
      return { status: response.status, text: await response.text() };
    },
    async standStillMs() {
      const heard = hear<{ standStillMs: number }>();
      bot.send("reset");
      return (await heard).standStillMs;
    },
    isAlive: () => bot.exitCode === null && bot.signalCode === null,
    peakMb: () => Math.max(peakMb, readPeakMb(pid)),
    async stop() {
      clearInterval(looking);
      const ended = new Promise((resolve) => bot.once("exit", resolve));
      if (bot.exitCode === null && bot.signalCode === null) {
        bot.send("stop");
        await ended;
      }
      await Promise.all([telegram.stop(), discord.close(), site.close(), outlet.close(), bait.close()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
