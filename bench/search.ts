/**
 * Every kind of search on both engines at several sizes: `node --import tsx bench/search.ts [sizes] [words an article]
 * [engines] [rounds] [folder]`. SQLite's stores are kept in the folder, if one is told, and used again.
 */

import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { toFeedId } from "../src/domain/id.ts";
import { SILENT_LOG } from "../src/domain/platform.ts";
import { type BriefQuery, EMPTY_QUERY, type QuoteQuery, type Store } from "../src/domain/store.ts";
import { openEngine, toStore } from "../src/store/open.ts";
import { parseSearch } from "../src/typed/search-text.ts";
import { createRandom } from "../tests/helpers/make-search.ts";
import { runOnServer, startPostgres } from "../tests/helpers/postgres.ts";
import { FEEDS, fillStore } from "./filled-store.ts";
import { pickRank, START, toWord } from "./made-articles.ts";

const SIZES = (process.argv[2] ?? "1000,10000").split(",").map(Number);
const WORDS = Number(process.argv[3] ?? 400);
const ENGINES = (process.argv[4] ?? "sqlite,postgres").split(",");
const ROUNDS = Number(process.argv[5] ?? 30);
const KEPT = process.argv[6] ?? null;
const MINUTE_MS = 60_000;

interface Row {
  readonly what: string;
  readonly engine: string;
  readonly size: number;
  /** Of processor time, of the bot and its database, on the average. */
  readonly used: number;
  readonly p50: number;
  readonly p95: number;
  readonly found: number;
}
const rows: Row[] = [];

/** Milliseconds of processor time so far: this process, and the server's connections to the database of that size. */
function readUsedMs(size: number): number {
  const { user, system } = process.cpuUsage();
  let used = (user + system) / 1_000;
  for (const id of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    try {
      if (!readFileSync(`/proc/${id}/cmdline`, "utf8").includes(`size_${size} `)) continue;
      used += Number(readFileSync(`/proc/${id}/schedstat`, "utf8").split(" ")[0]) / 1e6;
    } catch {
      // It has ended.
    }
  }
  return used;
}

type Ask = (index: number) => Promise<{ readonly total: number } | readonly unknown[]>;

function listKinds(store: Store, size: number): readonly (readonly [string, Ask])[] {
  const random = createRandom(7);
  const common = (): string => toWord(pickRank(random, 20));
  const middling = (): string => toWord(300 + pickRank(random, 2_000));
  const rare = (): string => toWord(20_000 + Math.floor(random() * 9_000));
  const name = (rank: number): string => `${toWord(rank + 900)} ${toWord(rank * 7 + 2_000)}`;
  const find = (text: string, parts: Partial<BriefQuery> = {}) =>
    store.articles.search({ ...EMPTY_QUERY, ownFeedIds: [], ...parts, terms: parseSearch(text) });
  const quoted = (speaker: string | null, text: string) => {
    const limits: Omit<QuoteQuery, "terms"> = {
      speaker,
      feedIds: [],
      since: null,
      limit: 5,
      offset: 0,
      ownFeedIds: [],
    };
    return store.articles.findQuotes({ ...limits, terms: parseSearch(text) });
  };
  const feed = (index: number) => toFeedId(`feed-${index % FEEDS}`);
  const daysAgo = (days: number): Date => new Date(START + (size - days * 1_440) * MINUTE_MS);
  const latest = { topics: [], feedIds: [], limit: 5, offset: 0, ownFeedIds: [] };
  return [
    ["a common word", () => find(common())],
    ["a middling word", () => find(middling())],
    ["a rare word", () => find(rare())],
    ["two common words", () => find(`${common()} ${common()}`)],
    ["a common and a rare word", () => find(`${common()} ${rare()}`)],
    ["phrase of common words", () => find(`"${common()} ${common()}"`)],
    ["phrase of middling words", () => find(`"${middling()} ${middling()}"`)],
    ["common word in the headline", () => find(`${common()} in:title`)],
    ["common, without a common one", () => find(`${common()} -${common()}`)],
    ["without a common word alone", () => find(`-${common()}`)],
    ["without a rare word alone", () => find(`-${rare()}`)],
    ["beginning of words", () => find(`${middling().slice(0, 4)}*`)],
    ["common, one feed", (at) => find(common(), { feedIds: [feed(at)] })],
    ["middling, one feed", (at) => find(middling(), { feedIds: [feed(at)] })],
    ["common, topic", (at) => find(common(), { topics: [`topic-${at % 10}`] })],
    ["common, language of 5%", () => find(common(), { languages: ["zh"] })],
    ["middling, language of 5%", () => find(middling(), { languages: ["zh"] })],
    ["common, often quoted speaker", () => find(common(), { speaker: name(pickRank(random, 5)) })],
    ["middling, often quoted speaker", () => find(middling(), { speaker: name(pickRank(random, 5)) })],
    ["common, last day", () => find(common(), { since: daysAgo(1) })],
    ["common, in the oldest tenth", () => find(common(), { until: new Date(START + (size / 10) * MINUTE_MS) })],
    ["latest", () => store.articles.latest(latest)],
    ["latest of a feed", (at) => store.articles.latest({ ...latest, feedIds: [feed(at)] })],
    ["latest of a topic", (at) => store.articles.latest({ ...latest, topics: [`topic-${at % 10}`] })],
    ["quotes, often quoted speaker", () => quoted(name(pickRank(random, 5)), "")],
    ["quotes, rarely quoted speaker", (at) => quoted(name(2_000 + at), "")],
    ["quotes, common word", () => quoted(null, common())],
    ["quotes, speaker and common word", () => quoted(name(pickRank(random, 5)), common())],
    ["quotes, speaker and rare word", () => quoted(name(pickRank(random, 5)), rare())],
    ["speakers by a letter", (at) => store.articles.findSpeakers("kalomi"[at % 6] ?? "k", 25)],
  ];
}

async function measure(engine: string, store: Store, size: number): Promise<void> {
  for (const [what, ask] of listKinds(store, size)) {
    const times: number[] = [];
    let found = 0;
    await ask(0);
    const usedBefore = readUsedMs(size);
    for (let round = 0; round < ROUNDS; round += 1) {
      const start = performance.now();
      const answer = await ask(round);
      times.push(performance.now() - start);
      found += "total" in answer ? answer.total : answer.length;
    }
    const used = Number(((readUsedMs(size) - usedBefore) / ROUNDS).toFixed(1));
    times.sort((a, b) => a - b);
    const at = (share: number): number => Number((times[Math.floor((ROUNDS - 1) * share)] ?? 0).toFixed(1));
    rows.push({ what, engine, size, used, p50: at(0.5), p95: at(0.95), found: Math.round(found / ROUNDS) });
  }
}

/** A row for each kind, a column for each engine and size; and how the first and last compare, as the power of the size. */
function printTable(): void {
  const columns = ENGINES.flatMap((engine) => SIZES.map((size) => ({ engine, size })));
  const head = columns.map(({ engine, size }) => `${engine} ${size.toLocaleString("en")}, ms`);
  console.log(`| CPU / p50 / p95 | ${head.join(" | ")} | growth |`);
  console.log(`|---|${columns.map(() => "---|").join("")}---|`);
  for (const what of new Set(rows.map((row) => row.what))) {
    const own = columns.map((each) =>
      rows.find((r) => r.what === what && r.engine === each.engine && r.size === each.size),
    );
    const growth = ENGINES.map((engine) => {
      const [first, last] = [SIZES[0], SIZES.at(-1)].map((size) =>
        rows.find((r) => r.what === what && r.engine === engine && r.size === size),
      );
      const power = Math.log((last?.used ?? 1) / (first?.used ?? 1)) / Math.log((SIZES.at(-1) ?? 1) / (SIZES[0] ?? 1));
      return Number.isFinite(power) ? power.toFixed(2) : "";
    });
    console.log(
      `| ${what} | ${own.map((row) => `${row?.used} / ${row?.p50} / ${row?.p95}`).join(" | ")} | ${growth.join(" / ")} |`,
    );
  }
}

const folder = mkdtempSync(join(tmpdir(), "pullquote-bench-"));
if (KEPT !== null) mkdirSync(KEPT, { recursive: true });
const server = ENGINES.includes("postgres") ? await startPostgres(["-c", "fsync=off", "-c", "max_wal_size=8GB"]) : null;
try {
  for (const size of SIZES) {
    for (const engine of ENGINES) {
      const path = join(KEPT ?? folder, `${size}x${WORDS}.db`);
      const isThere = existsSync(path);
      let url = `sqlite:${path}`;
      if (engine === "postgres" && server !== null) {
        await runOnServer(server.url, `create database size_${size}`);
        url = server.url.replace(/\/[^/]*$/, `/size_${size}`);
      }
      const opened = await openEngine(url, false, SILENT_LOG);
      const store = isThere ? toStore(opened) : await fillStore(opened, size, WORDS);
      await measure(engine, store, size);
      await store.close();
    }
  }
  printTable();
  console.table(rows);
} finally {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
}
