/** A sweep of many articles beside everything else, on SQLite: `node --import tsx bench/forgetting.ts [articles]`. */

import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore } from "../src/store/open.ts";
import { createRandom } from "../tests/helpers/make-search.ts";
import { makePublication, START } from "./made-articles.ts";
import { readCpuMs, watchGaps } from "./watch-gaps.ts";

const ARTICLES = Number(process.argv[2] ?? 2_000);

const folder = mkdtempSync(join(tmpdir(), "pullquote-bench-"));
const path = join(folder, "bot.db");
const store = await openStore(`sqlite:${path}`);
const random = createRandom(5);
for (let index = 0; index < ARTICLES; index += 1) await store.articles.publish(makePublication(random, index));
const end = new Date(START + ARTICLES * 60_000);
await store.outbox.dropOld(end, end);
const sizeMb = (): string => (statSync(path).size / 1e6).toFixed(1);
await store.reclaim();
const before = sizeMb();
const endWatch = watchGaps();
const endCpuWatch = watchGaps(readCpuMs);
const waits: number[] = [];
let isDone = false;
const beside = (async () => {
  while (!isDone) {
    const start = performance.now();
    await store.outbox.claim(end, 60_000, 8, "bench");
    waits.push(performance.now() - start);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
})();
const start = performance.now();
const cpu = process.cpuUsage();
const forgotten = await store.articles.forget(end);
const used = process.cpuUsage(cpu);
const seconds = (performance.now() - start) / 1_000;
await store.reclaim();
isDone = true;
await beside;
console.table([
  {
    forgotten,
    "articles a second": (forgotten / seconds).toFixed(0),
    "CPU ms each": ((used.user + used.system) / 1_000 / forgotten).toFixed(2),
    "longest standstill ms": endWatch().toFixed(0),
    "of it CPU ms": endCpuWatch().toFixed(0),
    "longest wait of a claim ms": Math.max(...waits).toFixed(0),
    "file MB before": before,
    after: sizeMb(),
  },
]);
await store.close();
rmSync(folder, { recursive: true });
