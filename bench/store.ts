/** Ingest, search, names, claims and 20,000 fuzzed queries on both engines: `node --import tsx bench/store.ts [articles]`. */

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { toFeedId } from "../src/domain/id.ts";
import { EMPTY_QUERY, type Store } from "../src/domain/store.ts";
import { openStore } from "../src/store/open.ts";
import { parseSearch } from "../src/typed/search-text.ts";
import { createRandom, makeQuery, makeText } from "../tests/helpers/make-search.ts";
import { runOnServer, startPostgres } from "../tests/helpers/postgres.ts";
import { makePublication, pickRank, START, toWord } from "./made-articles.ts";

const ARTICLES = Number(process.argv[2] ?? 2_000);
const FUZZED_QUERIES = Number(process.argv[3] ?? 20_000);
const FUZZED_ARTICLES = 100;
const QUERIES_PER_KIND = 60;
const SEED = 11;

const rows: Record<string, string | number>[] = [];

async function measure(
  engine: string,
  what: string,
  times: number,
  run: (index: number) => Promise<void>,
): Promise<void> {
  const each: number[] = [];
  const begin = performance.now();
  for (let index = 0; index < times; index += 1) {
    const start = performance.now();
    await run(index);
    each.push(performance.now() - start);
  }
  const seconds = (performance.now() - begin) / 1_000;
  each.sort((a, b) => a - b);
  const at = (share: number): string => (each[Math.floor((each.length - 1) * share)] ?? 0).toFixed(2);
  rows.push({
    engine,
    what,
    times,
    "per second": (times / seconds).toFixed(0),
    "p50 ms": at(0.5),
    "p95 ms": at(0.95),
    "max ms": at(1),
  });
}

async function benchEngine(engine: string, store: Store): Promise<void> {
  const random = createRandom(SEED);
  await measure(engine, "publish (400 words, 3 quotes, 2 deliveries)", ARTICLES, async (index) => {
    await store.articles.publish(makePublication(random, index));
  });
  const search = (text: string, parts = {}) =>
    store.articles.search({ ...EMPTY_QUERY, ...parts, terms: parseSearch(text) });
  const kinds: readonly (readonly [string, () => Promise<unknown>])[] = [
    ["search: 1 frequent word", () => search(toWord(pickRank(random, 20)))],
    ["search: 2 frequent words", () => search(`${toWord(pickRank(random, 20))} ${toWord(pickRank(random, 20))}`)],
    ["search: 1 mid word", () => search(toWord(300 + pickRank(random, 2_000)))],
    ["search: phrase of 2", () => search(`"${toWord(pickRank(random, 30))} ${toWord(pickRank(random, 30))}"`)],
    ["search: word in one feed", () => search(toWord(pickRank(random, 200)), { feedIds: [toFeedId("feed-7")] })],
    ["search: exclusion only", () => search(`-${toWord(0)}`)],
    ["latest of a topic", () => store.articles.latest({ feedIds: [], topics: ["topic-3"], limit: 5, offset: 0 })],
    [
      "quotes by speaker",
      () =>
        store.articles.findQuotes({
          speaker: toWord(pickRank(random, 100) + 900),
          terms: [],
          feedIds: [],
          since: null,
          limit: 5,
          offset: 0,
        }),
    ],
    [
      "quotes by frequent word",
      () =>
        store.articles.findQuotes({
          speaker: null,
          terms: parseSearch(toWord(2)),
          feedIds: [],
          since: null,
          limit: 5,
          offset: 0,
        }),
    ],
    [
      "speaker names, 1 letter",
      () => store.articles.findSpeakers("kalomitersandorvenirubel"[Math.floor(random() * 10)] ?? "k", 25),
    ],
    [
      "speaker names, 3 letters",
      () => store.articles.findSpeakers(toWord(900 + pickRank(random, 900)).slice(0, 3), 25),
    ],
  ];
  for (const [what, run] of kinds) {
    await measure(engine, what, QUERIES_PER_KIND, async () => void (await run()));
  }
  const now = new Date(START + ARTICLES * 60_000);
  await measure(engine, "claim 10, mark, settle each", 20, async (index) => {
    const claimed = await store.outbox.claim(now, 60_000, 10, `owner-${index}`);
    for (const { id } of claimed) {
      await store.outbox.markSending(id, `owner-${index}`, now);
      await store.outbox.settle(id, { outcome: "sent", messageId: "m" }, now);
    }
  });
}

async function fuzz(stores: readonly Store[]): Promise<void> {
  const random = createRandom(SEED);
  const publications = Array.from({ length: FUZZED_ARTICLES }, (_, index) => {
    const given = makePublication(random, index);
    return {
      ...given,
      article: { ...given.article, text: makeText(random) },
      brief: { ...given.brief, quotes: [] },
      quotes: [],
    };
  });
  for (const store of stores) for (const publication of publications) await store.articles.publish(publication);
  let [errors, differing, found] = [0, 0, 0];
  for (let index = 0; index < FUZZED_QUERIES; index += 1) {
    const query = { ...EMPTY_QUERY, terms: parseSearch(makeQuery(random)), limit: FUZZED_ARTICLES };
    try {
      const pages = await Promise.all(stores.map((store) => store.articles.search(query)));
      const [lite, postgres] = pages.map((page) =>
        page.briefs
          .map((each) => each.article.url)
          .sort()
          .join(" "),
      );
      if (lite !== postgres) differing += 1;
      if (lite !== "") found += 1;
    } catch {
      errors += 1;
    }
  }
  console.log(
    `fuzzed queries: ${FUZZED_QUERIES}, errors ${errors}, engines differ ${differing}, with results ${found}`,
  );
}

const folder = mkdtempSync(join(tmpdir(), "pullquote-bench-"));
// With fsync on: these are durable commits, as in use.
const postgres = await startPostgres([]);
try {
  const open = async (name: string): Promise<readonly [Store, Store]> => {
    await runOnServer(postgres.url, `create database ${name}`);
    const url = new URL(postgres.url);
    url.pathname = `/${name}`;
    return [await openStore(`sqlite:${join(folder, `${name}.db`)}`), await openStore(url.href)];
  };
  const [lite, full] = await open("bench");
  await benchEngine("SQLite", lite);
  await benchEngine("PostgreSQL", full);
  console.table(rows);
  const pair = await open("fuzz");
  await fuzz(pair);
  for (const store of [lite, full, ...pair]) await store.close();
} finally {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}
