/** How many articles a second PostgreSQL stores, and what each costs the bot and the server: `node --import tsx bench/publish-rate.ts [articles]`. */

import { readFileSync } from "node:fs";
import pg from "pg";
import { SILENT_LOG } from "../src/domain/platform.ts";
import type { Publication } from "../src/domain/store.ts";
import { createStoryLine } from "../src/news/publish-in-story.ts";
import { openEngine, toStore } from "../src/store/open.ts";
import { createRandom } from "../tests/helpers/make-search.ts";
import { startPostgres } from "../tests/helpers/postgres.ts";
import { makePublication } from "./made-articles.ts";
import { readCpuMs, watchGaps } from "./watch-gaps.ts";

const ARTICLES = Number(process.argv[2] ?? 300);
const FIRST = 100;
const TICK_MS = 10;

let roundTrips = 0;
const { query } = pg.Client.prototype;
pg.Client.prototype.query = function count(this: pg.Client, ...given: unknown[]) {
  roundTrips += 1;
  return Reflect.apply(query, this, given);
} as typeof query;

const server = await startPostgres([]);
const store = toStore(await openEngine(server.url, false, SILENT_LOG));
const watching = new pg.Client({ connectionString: server.url });
await watching.connect();

/** Of the server's processes for this bot, as the system counts it. */
async function readServerMs(): Promise<number> {
  const { rows } = await watching.query("select pid from pg_stat_activity where application_name = 'pullquote'");
  let ticks = 0;
  for (const { pid } of rows) {
    const [, , , , , , , , , , , user, system] =
      readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(1)?.split(" ") ?? [];
    ticks += Number(user) + Number(system);
  }
  return ticks * TICK_MS;
}

const random = createRandom(3);
let index = 0;
const makeNext = (): Publication => makePublication(random, index++);
const results: Record<string, string>[] = [];

async function measure(
  what: string,
  together: number,
  publish: (given: Publication) => Promise<unknown>,
): Promise<void> {
  const waiting = Array.from({ length: ARTICLES }, makeNext);
  const serverBefore = await readServerMs();
  const cpu = process.cpuUsage();
  roundTrips = 0;
  const endWatch = watchGaps(readCpuMs);
  const start = performance.now();
  const workers = Array.from({ length: together }, async () => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) await publish(next);
  });
  await Promise.all(workers);
  const tookMs = performance.now() - start;
  const gapMs = endWatch();
  const trips = roundTrips;
  const used = process.cpuUsage(cpu);
  const serverMs = (await readServerMs()) - serverBefore;
  results.push({
    what,
    "a second": ((ARTICLES / tookMs) * 1_000).toFixed(0),
    "round trips each": (trips / ARTICLES).toFixed(1),
    "CPU ms each, bot": ((used.user + used.system) / 1_000 / ARTICLES).toFixed(1),
    "CPU ms each, server": (serverMs / ARTICLES).toFixed(1),
    "longest standstill, CPU ms": gapMs.toFixed(0),
  });
}

const line = createStoryLine(store);
for (let count = 0; count < FIRST; count += 1) await line.publish(makeNext());
for (const together of [1, 4, 16, 64]) {
  await measure(`stored, ${together} at a time`, together, (given) => store.articles.publish(given));
}
for (const together of [4, 64]) {
  await measure(`in the story line, ${together} at a time`, together, (given) => line.publish(given));
}
console.table(results);
await watching.end();
await store.close();
await server.stop();
