/** Publishing on both engines: to 1, 1,000 and 10,000 recipients, how long others wait, and how many a second: `node --import tsx bench/publishing.ts`. */

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { toSubscriptionId } from "../src/domain/id.ts";
import { SILENT_LOG } from "../src/domain/platform.ts";
import type { Publication, Store } from "../src/domain/store.ts";
import { DEFAULT_DISPLAY, EMPTY_FILTER } from "../src/domain/subscription.ts";
import { createStoryLine } from "../src/news/publish-in-story.ts";
import { openEngine, toStore } from "../src/store/open.ts";
import { createRandom } from "../tests/helpers/make-search.ts";
import { startPostgres } from "../tests/helpers/postgres.ts";
import { makePublication } from "./made-articles.ts";
import { readCpuMs, watchGaps } from "./watch-gaps.ts";

const RECIPIENTS = [1, 1_000, 10_000];
const ROUNDS = 5;
const PUBLISHED = 300;
const SUBSCRIPTIONS = 10_000;

const random = createRandom(3);
let index = 0;
const makeNext = (count: number): Publication => {
  index += 1;
  const recipients = Array.from({ length: count }, (_, at) => ({
    subscriptionId: toSubscriptionId(at + 1),
    destination: { platform: "web" as const, address: `room-${at}` },
  }));
  return { ...makePublication(random, index), recipients };
};

const median = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[times.length >> 1] ?? 0;

const rows: Record<string, string | number>[] = [];

async function measure(engine: string, store: Store): Promise<void> {
  for (const count of RECIPIENTS) {
    const times: number[] = [];
    const gaps: number[] = [];
    const [cpuTimes, cpuGaps]: [number[], number[]] = [[], []];
    for (let round = 0; round < ROUNDS; round += 1) {
      const publication = makeNext(count);
      const endWatch = watchGaps();
      const endCpuWatch = watchGaps(readCpuMs);
      await new Promise((resolve) => setTimeout(resolve, 20));
      const start = performance.now();
      const cpuBefore = readCpuMs();
      await store.articles.publish(publication);
      times.push(performance.now() - start);
      cpuTimes.push(readCpuMs() - cpuBefore);
      await new Promise((resolve) => setTimeout(resolve, 5));
      gaps.push(endWatch());
      cpuGaps.push(endCpuWatch());
    }
    const taken = { "ms p50": median(times).toFixed(1), "CPU ms": median(cpuTimes).toFixed(1) };
    const still = { "longest standstill ms": median(gaps).toFixed(1), "standstill CPU ms": median(cpuGaps).toFixed(1) };
    rows.push({ engine, what: `to ${count} recipients`, ...taken, ...still });
  }
  const line = createStoryLine(store);
  const publications = Array.from({ length: PUBLISHED }, () => makeNext(2));
  const start = performance.now();
  const cpu = process.cpuUsage();
  await Promise.all(publications.map((each) => line.publish(each)));
  const seconds = (performance.now() - start) / 1_000;
  const used = process.cpuUsage(cpu);
  rows.push({
    engine,
    what: `${PUBLISHED} waiting in the story line`,
    "a second": (PUBLISHED / seconds).toFixed(0),
    "CPU ms each": ((used.user + used.system) / 1_000 / PUBLISHED).toFixed(2),
  });
}

async function open(url: string): Promise<Store> {
  const opened = await openEngine(url, false, SILENT_LOG);
  const wish = { filter: JSON.stringify(EMPTY_FILTER), display: JSON.stringify(DEFAULT_DISPLAY) };
  for (let from = 0; from < SUBSCRIPTIONS; from += 1_000) {
    const values = Array.from({ length: 1_000 }, (_, at) => ({
      ...{ platform: "web", address: `room-${from + at}`, number: 1, created_at: 0 },
      ...{ ...wish, paused_reason: null, server: null },
    }));
    await opened.database.insertInto("subscriptions").values(values).execute();
  }
  return toStore(opened);
}

const folder = mkdtempSync(join(tmpdir(), "pullquote-bench-"));
const sqlite = await open(`sqlite:${join(folder, "bot.db")}`);
await measure("SQLite", sqlite);
await sqlite.close();
rmSync(folder, { recursive: true });
const server = await startPostgres([]);
const postgres = await open(server.url);
await measure("PostgreSQL", postgres);
await postgres.close();
await server.stop();
console.table(rows);
