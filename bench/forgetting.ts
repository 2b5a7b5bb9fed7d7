/**
 * A sweep of many articles beside everything else, on SQLite: `node --import tsx bench/forgetting.ts [articles] [kept]`. So
 * many newer ones are kept, none when not told.
 */

import { mkdtempSync, rmSync, statSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { SILENT_LOG } from "../src/domain/platform.ts";
import { openEngine } from "../src/store/open.ts";
import { fillStore } from "./filled-store.ts";
import { START } from "./made-articles.ts";
import { readCpuMs, watchGaps } from "./watch-gaps.ts";

const [ARTICLES = 2_000, KEPT = 0] = process.argv.slice(2).map(Number);
const WORDS = 400;

const folder = mkdtempSync(join(tmpdir(), "pullquote-bench-"));
const path = join(folder, "bot.db");
const store = await fillStore(await openEngine(`sqlite:${path}`, false, SILENT_LOG), ARTICLES + KEPT, WORDS);
const end = new Date(START + ARTICLES * 60_000);
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
const cpuOfReclaiming = process.cpuUsage();
await store.reclaim();
const reclaiming = process.cpuUsage(cpuOfReclaiming);
isDone = true;
await beside;
console.table([
  {
    forgotten,
    "articles a second": (forgotten / seconds).toFixed(0),
    "CPU ms each": ((used.user + used.system) / 1_000 / forgotten).toFixed(2),
    "merging and giving back, CPU s": ((reclaiming.user + reclaiming.system) / 1e6).toFixed(1),
    "longest standstill ms": endWatch().toFixed(0),
    "of it CPU ms": endCpuWatch().toFixed(0),
    "longest wait of a claim ms": Math.max(...waits).toFixed(0),
    "file MB before": before,
    after: sizeMb(),
    load: (loadavg()[0] ?? 0).toFixed(0),
  },
]);
await store.close();
rmSync(folder, { recursive: true });
