/** What goes wrong at the edges: platforms, outlets and the clock, one fault after another while news goes on. */

import { cloudflareBlock, rateLimited } from "../../tests/helpers/discord/emulator.ts";
import type { NewsRoute } from "../../tests/helpers/news-server.ts";
import { Refusal } from "../../tests/helpers/telegram/refusal.ts";
import { type Arena, sleep } from "./arena.ts";

const MESSAGES = "POST /channels/:channel/messages";
const THREADS = "POST /channels/:channel/threads";
const HISTORY = "GET /channels/:channel/messages";
const DAY_MS = 24 * 60 * 60 * 1000;
const SECOND_POLLER_MS = 6_000;
const JUMPED_MS = 3_000;
const BLOCKED_MS = 3_000;
const BLOCKED_DRAINED_MS_MAX = 15 * 60_000;

export interface Fault {
  readonly name: string;
  /** Takes long, or is much like another: in the long form only. */
  readonly isLong?: true;
  /** How long its news may take; five minutes when absent. */
  readonly drainedMsMax?: number;
  /** Begins before the news comes. */
  begin(arena: Arena): Promise<void> | void;
  /** Once the news is out, when it does not end by itself. */
  end?(arena: Arena): Promise<void> | void;
}

type DiscordFault = Parameters<Arena["discord"]["inject"]>[1];
type TelegramFault = Parameters<Arena["telegram"]["fault"]>[0];

/** Both ways of posting there. */
const atDiscord = (name: string, fault: DiscordFault, more: Pick<Fault, "isLong"> = {}): Fault => ({
  name: `Discord: ${name}`,
  ...more,
  begin({ discord }) {
    for (const route of [MESSAGES, THREADS]) discord.inject(route, fault);
  },
});

const atTelegram = (name: string, fault: Omit<TelegramFault, "method">, more: Pick<Fault, "isLong"> = {}): Fault => ({
  name: `Telegram: ${name}`,
  ...more,
  begin({ telegram }) {
    telegram.fault({ method: "sendMessage", ...fault });
  },
});

const status = (code: number, times: number): DiscordFault => ({ kind: "status", status: code, times });
const html = (code: number, times: number): DiscordFault => ({
  kind: "status",
  status: code,
  times,
  html: "<html><body><h1>502 Bad Gateway</h1></body></html>",
});

export const DISCORD_FAULTS: readonly Fault[] = [
  { name: "none", begin: () => undefined },
  atDiscord("429, one second", rateLimited(1)),
  atDiscord("429, twenty seconds", rateLimited(20), { isLong: true }),
  atDiscord("429, three minutes", rateLimited(180), { isLong: true }),
  atDiscord("429 for all of the bot", rateLimited(3, { isGlobal: true })),
  atDiscord("500 three times", status(500, 3)),
  atDiscord("502 in HTML three times", html(502, 3), { isLong: true }),
  {
    // It is left in peace for ten minutes then, over a restart, too.
    name: "Discord: Cloudflare's block, and an orderly restart",
    isLong: true,
    drainedMsMax: BLOCKED_DRAINED_MS_MAX,
    begin(arena) {
      const onMet = (): void => void sleep(BLOCKED_MS).then(() => arena.owner().kill("SIGTERM"));
      arena.discord.inject(MESSAGES, { ...cloudflareBlock(), onMet });
    },
  },
  atDiscord("hangs", { kind: "hang" }),
  atDiscord("hangs three times", { kind: "hang", times: 3 }, { isLong: true }),
  atDiscord("reset three times", { kind: "reset", times: 3 }),
  atDiscord("stored, the answer lost", { kind: "reset", isStored: true }),
  atDiscord("stored, the answer lost three times", { kind: "reset", isStored: true, times: 3 }, { isLong: true }),
  atDiscord("stored, 500 instead of the answer", { ...status(500, 2), isStored: true }),
  atDiscord("stored, the answer never comes", { kind: "hang", isStored: true }),
  {
    name: "Discord: stored, the answer lost, and the history says 500",
    begin({ discord }) {
      for (const route of [MESSAGES, THREADS]) discord.inject(route, { kind: "reset", isStored: true, times: 2 });
      discord.inject(HISTORY, status(500, 3));
    },
  },
  { name: "Discord: the gateway's connection is cut", begin: ({ discord }) => discord.gateway.drop() },
  { name: "Discord: the gateway asks to reconnect", begin: ({ discord }) => discord.gateway.reconnect() },
  { name: "Discord: the gateway closes, 4000", begin: ({ discord }) => discord.gateway.closeWith(4000) },
  { name: "Discord: the gateway closes, 4009", isLong: true, begin: ({ discord }) => discord.gateway.closeWith(4009) },
];

export const TELEGRAM_FAULTS: readonly Fault[] = [
  atTelegram("429, two seconds", { kind: "flood", retryAfter: 2, times: 2 }),
  atTelegram("429, twenty seconds", { kind: "flood", retryAfter: 20 }, { isLong: true }),
  atTelegram("429, three minutes", { kind: "flood", retryAfter: 180 }, { isLong: true }),
  atTelegram("500 three times", { kind: "refusal", times: 3, refusal: new Refusal(500, "Internal Server Error") }),
  atTelegram("502 in HTML three times", { kind: "status", status: 502, times: 3 }),
  atTelegram("hangs", { kind: "hang" }),
  atTelegram("hangs three times", { kind: "hang", times: 3 }, { isLong: true }),
  atTelegram("reset once", { kind: "reset" }, { isLong: true }),
  atTelegram("reset six times", { kind: "reset", times: 6 }, { isLong: true }),
  atTelegram("reset three times", { kind: "reset", times: 3 }),
  atTelegram("stored, the answer lost", { kind: "lost" }),
  atTelegram("stored, the answer lost twice in each chat", { kind: "lost", times: 4 }),
  {
    name: "Telegram: stored, the answer lost, and then 502",
    begin({ telegram }) {
      telegram.fault({ method: "sendMessage", kind: "lost", times: 2 });
      telegram.fault({ kind: "status", status: 502, times: 4 });
    },
  },
  {
    name: "Telegram: updates end in resets",
    begin: ({ telegram }) => telegram.fault({ kind: "reset", method: "getUpdates", times: 3 }),
  },
  {
    name: "Telegram: 409, another program asks for updates",
    async begin({ telegram }) {
      const url = `${telegram.url}/bot${telegram.token}/getUpdates?timeout=1`;
      for (const end = performance.now() + SECOND_POLLER_MS; performance.now() < end; )
        await fetch(url)
          .then((response) => response.text())
          .catch(() => "");
    },
  },
];

/** So many answers of these paths are bad, then they are as before. */
function atOutlets(
  name: string,
  toPaths: (arena: Arena) => readonly string[],
  route: NewsRoute,
  more: Pick<Fault, "isLong"> = {},
): Fault {
  return {
    name: `outlets: ${name}`,
    ...more,
    begin(arena) {
      for (const path of toPaths(arena)) arena.outlets.spoil(path, route);
    },
    end(arena) {
      arena.outlets.mend();
    },
  };
}

const feedPaths = (): readonly string[] => [0, 1, 2].map((feed) => `/feed-${feed}.xml`);
const pagePaths = ({ outlets }: Arena): readonly string[] => outlets.nextPaths(3);

/** The machine's clock is wrong from before the news to after it, and then right again. */
const clockFault = (name: string, days: number): Fault => ({
  name: `clock ${name}`,
  async begin({ programs }) {
    for (const each of programs) each.order({ aheadMs: days * DAY_MS });
    await sleep(JUMPED_MS);
  },
  end({ programs }) {
    for (const each of programs) each.order({ aheadMs: 0 });
  },
});

export const OUTSIDE_FAULTS: readonly Fault[] = [
  atOutlets("a feed says 500", feedPaths, { status: 500 }),
  atOutlets("a feed is reset", feedPaths, { fault: "reset" }),
  atOutlets("a feed breaks off", feedPaths, { fault: "cut", body: "<rss><channel><item>" }),
  atOutlets("a feed hangs", feedPaths, { fault: "hang" }, { isLong: true }),
  atOutlets("a page says 500", pagePaths, { status: 500 }),
  // A host that does not say for how long is left alone for ten minutes.
  atOutlets("a page says 429", pagePaths, { status: 429, headers: { "retry-after": "1" } }),
  atOutlets("a page is reset", pagePaths, { fault: "reset" }),
  atOutlets("a page hangs", pagePaths, { fault: "hang" }, { isLong: true }),
  clockFault("three days ahead", 3),
  clockFault("three days back", -3),
  {
    name: "out of memory as a post is stored by Discord",
    begin(arena) {
      arena.discord.inject(MESSAGES, {
        kind: "hang",
        isStored: true,
        onMet: () => arena.owner().order({ fillsMemory: true }),
      });
    },
  },
  {
    name: "out of memory as a post is stored by Telegram",
    begin(arena) {
      arena.telegram.fault({
        method: "sendMessage",
        kind: "lost",
        after: 2,
        onMet: () => arena.owner().order({ fillsMemory: true }),
      });
    },
  },
  {
    name: "an orderly stop while Discord and Telegram hang",
    begin(arena) {
      arena.discord.inject(MESSAGES, { kind: "hang", isStored: true, times: 2 });
      arena.telegram.fault({
        method: "sendMessage",
        kind: "hang",
        after: 2,
        onMet: () => arena.owner().kill("SIGTERM"),
      });
    },
  },
];
