/** What is asked at every publish, claim, send and search finds its rows by an index: no statement walks a table that grows. */

import { CompiledQuery, type KyselyPlugin, sql } from "kysely";
import { afterAll, expect, test } from "vitest";
import { toFeedId } from "../../src/domain/id.ts";
import { SILENT_LOG } from "../../src/domain/platform.ts";
import { type BriefQuery, EMPTY_QUERY, type Store } from "../../src/domain/store.ts";
import { EMPTY_FILTER } from "../../src/domain/subscription.ts";
import type { Database } from "../../src/store/dialects/dialect.ts";
import { openEngine, toStore } from "../../src/store/open.ts";
import { parseSearch } from "../../src/typed/search-text.ts";
import {
  buildNumberedPublication,
  buildQuote,
  buildRecipient,
  buildSubscription,
  HARBOR,
  later,
  NOON,
  toWebRoom,
} from "../helpers/build.ts";
import { TEST_ENGINES } from "../helpers/test-store.ts";

/** A list given with the statement, what it picked before or a match just found, and tables of few rows for ever. */
const NO_TABLES = ["e", "m", "picked", "CONSTANT", "sqlite_sequence", "subscriptions_id_seq"];
const PEOPLE = { mention: "Ada Moor", start: 0, end: 0, name: "Ada Moor", role: "minister", kind: "person" as const };

const closing: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const close of closing.reverse()) await close();
});

/** A store that notes each statement it asks, as it was compiled. */
async function openNoting(engine: (typeof TEST_ENGINES)[number]) {
  const { url, remove } = await engine.createForStore();
  const opened = await openEngine(url, false, SILENT_LOG);
  const { database } = opened;
  const asked = new Map<string, CompiledQuery>();
  const answers: unknown[] = [];
  const plugin: KyselyPlugin = {
    transformQuery({ node, queryId }) {
      const compiled = database.getExecutor().compileQuery(node, queryId);
      asked.set(compiled.sql, compiled);
      return node;
    },
    transformResult: async ({ result }) => {
      answers.push(result);
      return result;
    },
  };
  const store = toStore({ ...opened, database: database.withPlugin(plugin) as Database });
  closing.push(remove, store.close);
  const { dialect } = opened;
  return { store, database, dialect, asked, answers, isSqlite: dialect.engine === "sqlite" };
}

/** A day's work: two articles of a story and a later edition, posts claimed, sent and edited. */
async function work(store: Store): Promise<void> {
  const { filter, ...rest } = buildSubscription({ destination: toWebRoom("a"), filter: EMPTY_FILTER });
  for (const words of [[], ["ferry"]]) await store.subscriptions.add({ ...rest, filter: { ...filter, words } });
  const recipients = [buildRecipient("a"), buildRecipient("b")];
  const given = buildNumberedPublication({ recipients });
  const quotes = given.quotes.map((quote) => ({ ...quote, speaker: PEOPLE }));
  const first = await store.articles.publish({ ...given, quotes });
  for (const after of [0, first]) await store.articles.listRecent(NOON, after, 500, after === 0 ? [first] : []);
  await Promise.all([1, 2, 3].map(() => store.articles.publish(buildNumberedPublication())));
  await store.subscriptions.readStanding();
  const claimed = await store.outbox.claim(later(1_000), 60_000, 10, "me", ["web"]);
  expect(claimed).toHaveLength(2);
  for (const { id } of claimed) {
    await store.outbox.markSending(id, "me", later(1_000));
    await store.outbox.settle(id, { outcome: "sent", messageId: `m${id}` }, later(1_000));
  }
  const other = buildNumberedPublication({ recipients, article: { outlet: "Quay Post" } });
  await store.articles.publish({ ...other, storyOf: first });
  await store.articles.publish({ ...given, article: { ...given.article, text: "The ferry sails again." }, quotes: [] });
  await store.outbox.claimEdits(later(2_000), 60_000, 10);
  await store.subscriptions.readStanding();
}

/** Every kind of search there is, of briefs and of quotes. */
async function look(store: Store): Promise<void> {
  const limits: readonly Partial<BriefQuery>[] = [
    {},
    { ownFeedIds: [] },
    { ownFeedIds: [HARBOR], feedIds: [HARBOR, toFeedId("hill")], topics: ["harbors"], languages: ["en"] },
    { speaker: "Ada Moor", since: NOON },
    { until: NOON, isPerStory: true },
  ];
  for (const text of ["", "ferry", '"ferry sails" again', "ferry -pier", "-pier", "fer*", "ferry in:title"]) {
    const terms = parseSearch(text);
    for (const each of limits) await store.articles.search({ ...EMPTY_QUERY, ...each, terms });
    const asked = { feedIds: [], since: null, limit: 5, offset: 0, ownFeedIds: [], terms };
    for (const speaker of [null, "Ada Moor"]) await store.articles.findQuotes({ ...asked, speaker });
  }
  await store.articles.latest({ feedIds: [HARBOR], topics: [], limit: 5, offset: 0, ownFeedIds: [] });
}

/** The tables that are walked from end to end, by their names or what the statement calls them. */
function findWalked(plan: string): readonly string[] {
  return [...plan.matchAll(/(?:SCAN|Seq Scan on) (\w+)(.*)/g)].flatMap(([, name = "", rest = ""]) =>
    NO_TABLES.includes(name) || /USING (?:COVERING )?INDEX|VIRTUAL TABLE INDEX \d+:[=M]/.test(rest) ? [] : [name],
  );
}

test("a plan that walks a table is told from one that does not", () => {
  expect(findWalked("SCAN a\nSEARCH d USING INDEX deliveries_due (state=?)")).toEqual(["a"]);
  expect(findWalked("Limit\n  ->  Seq Scan on articles a  (cost=0.00..1.01)")).toEqual(["articles"]);
  expect(findWalked("SCAN e VIRTUAL TABLE INDEX 0:\nSEARCH a USING INTEGER PRIMARY KEY (rowid>?)")).toEqual([]);
});

test.each(TEST_ENGINES)("on $name", async (engine) => {
  const { store, database, asked, isSqlite } = await openNoting(engine);
  await work(store);
  await look(store);
  const walking: string[] = [];
  let count = 0;
  let listedCount = 0;
  await database.connection().execute(async (connection) => {
    // A table this small would be walked all the same.
    if (!isSqlite) await sql`set enable_seqscan = off`.execute(connection);
    for (const { sql: text, parameters } of asked.values()) {
      if (!/^\s*(?:select|update|delete|insert|with)/i.test(text)) continue;
      const explain = CompiledQuery.raw(`${isSqlite ? "explain query plan" : "explain"} ${text}`, [...parameters]);
      const { rows } = await connection.executeQuery<{ detail?: string; "QUERY PLAN"?: string }>(explain);
      const plan = rows.map((row) => row.detail ?? row["QUERY PLAN"] ?? "").join("\n");
      const walked = findWalked(plan);
      // By their ids from the first of three days, or the last one read; a small table tells nothing of PostgreSQL's choice.
      if (isSqlite && /substr\(a\.text/.test(text)) expect(plan).toContain("SEARCH a USING INTEGER PRIMARY KEY");
      // Not all articles of the feed, of which there are thousands.
      if (isSqlite && /^select "id", "title".*union all/s.test(text)) {
        expect(plan).toContain("(feed_id=? AND canonical_url=?)");
        expect(plan).toContain("(feed_id=? AND entry_key=?)");
        expect(plan).toMatch(/SEARCH articles USING INTEGER PRIMARY KEY/);
        count += 1;
      }
      // Neither a whole row for each match nor one for each article of a feed: what is rare lies all over the file.
      if (isSqlite && /^\s*select (?:m\.id|a\.id as id, a\.story_id)/.test(text)) {
        expect(plan).not.toMatch(/ [aq] USING (?:INTEGER PRIMARY KEY|INDEX articles_feed)/);
        listedCount += 1;
      }
      // The range and each word by itself: as one query the index walks all that has the rarest of them.
      if (!isSqlite && /cross join lateral/.test(text) && parameters.length > 4) {
        expect(plan).toMatch(/Index Cond: \(\(words @@ [^\n]*\) AND \(words @@ /);
        listedCount += 1;
      }
      if (walked.length > 0) walking.push(`${walked.join(", ")}: ${text}\n${plan}`);
    }
  });
  expect(asked.size).toBeGreaterThan(20);
  expect(count).toBe(isSqlite ? 1 : 0);
  expect(listedCount).toBeGreaterThan(5);
  expect(walking).toEqual([]);
});

test.each(TEST_ENGINES)(
  "an article is stored in as few statements whatever hangs from it, on $name",
  async (engine) => {
    const { store, answers, isSqlite } = await openNoting(engine);
    const countFor = async (speakers: number, rooms: number): Promise<number> => {
      const recipients = Array.from({ length: rooms }, (_, index) => buildRecipient(`room ${index}`));
      const given = buildNumberedPublication({ recipients });
      const quotes = Array.from({ length: speakers }, (_, index) =>
        buildQuote(given.article.text, "The ferry left", null, { speaker: { ...PEOPLE, name: `Ada Moor ${index}` } }),
      );
      answers.length = 0;
      await store.articles.publish({ ...given, quotes });
      return answers.length;
    };
    const few = await countFor(1, 1);
    expect(await countFor(9, 90)).toBe(few);
    // Each is a round trip: what stands already, the ids, all rows together, the words of speakers.
    if (!isSqlite) expect(few).toBe(4);
    answers.length = 0;
    await Promise.all(Array.from({ length: 32 }, () => store.articles.publish(buildNumberedPublication())));
    // The first goes by itself, the others in two or three transactions.
    if (!isSqlite) expect(answers.length).toBeLessThanOrEqual(4 * few);
  },
);

test.each(TEST_ENGINES)("a speaker quoted very often is looked for once, on $name", async (engine) => {
  const { store, answers, isSqlite } = await openNoting(engine);
  const publish = (count: number, name: string) => {
    const given = buildNumberedPublication();
    const quote = buildQuote(given.article.text, "The ferry left", null, { speaker: { ...PEOPLE, name } });
    return store.articles.publish({ ...given, quotes: Array.from({ length: count }, () => quote) });
  };
  await publish(1, "Bo Fenn");
  await Promise.all([1, 2, 3, 4, 5, 6].map(() => publish(100, "Ada Moor")));
  const countFor = async (speaker: string): Promise<number> => {
    answers.length = 0;
    const asked = { feedIds: [], since: null, limit: 5, offset: 0, ownFeedIds: [], terms: parseSearch("ferry") };
    expect((await store.articles.findQuotes({ ...asked, speaker })).length).toBeGreaterThan(0);
    return answers.length;
  };
  expect(await countFor("Bo Fenn")).toBeGreaterThan(10);
  // Two statements and more for each way that is looked.
  expect(await countFor("Ada Moor")).toBeLessThanOrEqual(isSqlite ? 6 : 8);
});

test.each(TEST_ENGINES)(
  "what is rare is found in as few statements among very many articles, on $name",
  async (engine) => {
    const { store, database, dialect, answers } = await openNoting(engine);
    const publish = () => {
      const given = buildNumberedPublication();
      const quote = buildQuote(given.article.text, "The ferry left", null, { speaker: PEOPLE });
      return store.articles.publish({ ...given, quotes: [quote] });
    };
    const look = async () => {
      answers.length = 0;
      const found = await store.articles.search({ ...EMPTY_QUERY, ownFeedIds: [], terms: parseSearch("ferry") });
      const asked = { feedIds: [], since: null, limit: 5, offset: 0, ownFeedIds: [], terms: parseSearch("") };
      const quoted = await store.articles.findQuotes({ ...asked, speaker: "Ada Moor" });
      return { ids: found.briefs.map(({ article }) => article.id), quoteCount: quoted.length, count: answers.length };
    };
    const first = await publish();
    const { count } = await look();
    // As if a million had come between, which have other words.
    for (const table of ["articles", "quotes"] as const) await dialect.passIds(database, table, 1_000_000);
    const second = await publish();
    expect(await look()).toEqual({ ids: [second, first], quoteCount: 2, count });
  },
);
