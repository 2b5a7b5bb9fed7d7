/**
 * `npx tsx bench/fairness.ts [seconds]`: twenty chats that take posts, beside one that answers late, never, or is owed
 * more than its pace allows. How long posts take to reach the twenty, and how that compares with the same without it.
 */

import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { createLoop } from "../src/app/loops.ts";
import { readSettings } from "../src/app/read-settings.ts";
import { createSending } from "../src/app/sending.ts";
import type { DeliveryDependencies } from "../src/delivery/deliver.ts";
import { type Platform, SILENT_LOG } from "../src/domain/platform.ts";
import { NO_FILES } from "../src/domain/sent-file.ts";
import type { Recipient } from "../src/domain/store.ts";
import type { Destination } from "../src/domain/subscription.ts";
import { createPlatforms } from "../src/platforms/index.ts";
import { openStore } from "../src/store/open.ts";
import { buildArticle, buildFeed, buildPublication, buildSubscription } from "../tests/helpers/build.ts";
import { startTelegramEmulator } from "../tests/helpers/telegram/emulator.ts";

const SECONDS = Number(process.argv[2] ?? 60);
const GOOD_CHATS = 20;
const BAD_CHATS = 3;
const EVERY_MS = 1_500;
const LATE_MS = 15_000;
/** For each article to all, so many more for the bad chats: 40 a minute beside the 15 a group may get. */
const MORE_FOR_BAD = 1;

const MANNERS = ["without", "answers after 15 s", "hangs", "is over its pace"] as const;
type Manner = (typeof MANNERS)[number];

/** Passes calls on to the emulator; those for the bad chats late, or not at all. */
async function startProxy(target: string, badChats: ReadonlySet<string>, manner: Manner) {
  const { hostname, port } = new URL(target);
  const timers = new Set<NodeJS.Timeout>();
  const server = createServer((incoming, answer) => {
    const chunks: Buffer[] = [];
    incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
    incoming.on("end", () => {
      const body = Buffer.concat(chunks);
      const pass = (): void => {
        const onward = request(
          { hostname, port, path: incoming.url, method: incoming.method, headers: incoming.headers },
          (given) => {
            answer.writeHead(given.statusCode ?? 500, given.headers);
            given.pipe(answer);
          },
        );
        onward.on("error", () => answer.destroy());
        onward.end(body);
      };
      const chat = /"chat_id":"?(-?\d+)/.exec(body.toString("utf8"))?.[1] ?? "";
      if (!badChats.has(chat) || (manner !== "answers after 15 s" && manner !== "hangs")) pass();
      else if (manner !== "hangs") timers.add(setTimeout(pass, LATE_MS));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop(): void {
      for (const timer of timers) clearTimeout(timer);
      server.closeAllConnections();
      server.close();
    },
  };
}

const NO_ANSWER = {
  reply: async () => ({ text: "" }),
  press: async () => ({ text: "" }),
  complete: async () => [],
  left: async () => {},
  moved: async () => {},
};

const toPercentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

/** Milliseconds from publishing to the answer, of the good chats, in order of size; and how many never came. */
async function measure(manner: Manner) {
  const store = await openStore("sqlite::memory:");
  const emulator = await startTelegramEmulator();
  const good = Array.from({ length: GOOD_CHATS }, (_, index) => {
    emulator.say(501 + index, 501 + index, "/start");
    return String(501 + index);
  });
  const bad = Array.from({ length: BAD_CHATS }, () => String(emulator.addChat({ type: "supergroup" })));
  const proxy = await startProxy(emulator.url, new Set(bad), manner);
  const clock = (): Date => new Date();
  const platforms = await createPlatforms(
    readSettings({ TELEGRAM_TOKEN: emulator.token, TELEGRAM_API_URL: proxy.url, WEB: "off" }),
    {
      commands: [],
      log: SILENT_LOG,
      clock,
      notes: store.notes,
      metrics: async () => "",
      fetchFile: NO_FILES,
      recall: async () => [],
    },
  );
  const telegram = platforms.get("telegram");
  if (telegram === undefined) throw new Error("Expected Telegram among the platforms.");
  await telegram.start(NO_ANSWER);
  await store.feeds.save([buildFeed()], clock());
  const recipients = new Map<string, Recipient>();
  for (const address of manner === "without" ? good : [...good, ...bad]) {
    const destination: Destination = { platform: "telegram", address };
    const { id } = await store.subscriptions.add(buildSubscription({ destination }));
    recipients.set(address, { subscriptionId: id, destination });
  }
  const publishedAt = new Map<number, number>();
  const waits: number[] = [];
  const timed: Platform = {
    ...telegram,
    async send(destination, post, id, options) {
      const result = await telegram.send(destination, post, id, options);
      const at = "articleId" in post && post.articleId !== null ? publishedAt.get(post.articleId) : undefined;
      if (result.outcome === "sent" && at !== undefined && good.includes(destination.address))
        waits.push(performance.now() - at);
      return result;
    },
  };
  const delivering = createLoop({ name: "delivery", pauseMs: 1_000, log: SILENT_LOG });
  const delivery: DeliveryDependencies = {
    store,
    platforms: new Map([["telegram", timed]]),
    language: "en",
    inDoubt: { web: "repeat", discord: "repeat", telegram: "resend" },
    owner: "bench",
    clock,
    log: SILENT_LOG,
    lastSentAt: new Map(),
  };
  delivering.start(createSending(delivery, { count: 8, onFree: delivering.wake }).sendDue);
  let count = 0;
  const publish = async (addresses: readonly string[]): Promise<void> => {
    count += 1;
    const url = `https://harborwire.example/${count}`;
    const now = clock();
    const article = buildArticle({ url, canonicalUrl: url, title: `News ${count}`, fetchedAt: now, publishedAt: now });
    const owed = addresses.flatMap((address) => recipients.get(address) ?? []);
    const at = performance.now();
    const id = await store.articles.publish(buildPublication({ article, entryKeys: [url], recipients: owed, now }));
    publishedAt.set(id, at);
    delivering.wake();
  };
  const rounds = Math.round((SECONDS * 1000) / EVERY_MS);
  for (let round = 0; round < rounds; round += 1) {
    const next = new Promise((resolve) => setTimeout(resolve, EVERY_MS));
    await publish([...good, ...bad]);
    if (manner === "is over its pace") for (let more = 0; more < MORE_FOR_BAD; more += 1) await publish(bad);
    await next;
  }
  const end = performance.now() + 30_000;
  while (waits.length < rounds * GOOD_CHATS && performance.now() < end)
    await new Promise((resolve) => setTimeout(resolve, 100));
  await delivering.stop();
  proxy.stop();
  await telegram.stop();
  await emulator.stop();
  await store.close();
  return { waits: waits.sort((a, b) => a - b), missing: rounds * GOOD_CHATS - waits.length };
}

console.log(`${GOOD_CHATS} chats, an article each ${EVERY_MS} ms for ${SECONDS} s, beside ${BAD_CHATS} that …`);
console.log("| beside them | posts | p50 ms | p95 ms | max ms | missing | p95 / without |");
console.log("|---|---|---|---|---|---|---|");
let base = Number.NaN;
for (const manner of MANNERS) {
  const { waits, missing } = await measure(manner);
  const [p50, p95, max] = [0.5, 0.95, 1].map((share) => Math.round(toPercentile(waits, share)));
  if (manner === "without") base = p95 ?? Number.NaN;
  const cells = [manner, waits.length, p50, p95, max, missing, ((p95 ?? 0) / base).toFixed(2)];
  console.log(`| ${cells.join(" | ")} |`);
}
process.exit(0);
