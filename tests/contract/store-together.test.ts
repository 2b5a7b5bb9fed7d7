/** Many articles that come at once: each is stored as it would be by itself, in their order, and one at fault holds up no other. */

import { sql } from "kysely";
import { afterAll, expect, test } from "vitest";
import { type Log, SILENT_LOG } from "../../src/domain/platform.ts";
import { EMPTY_QUERY, type Publication } from "../../src/domain/store.ts";
import { openEngine, toStore } from "../../src/store/open.ts";
import { buildNumberedPublication, buildQuote, buildRecipient, later } from "../helpers/build.ts";
import { TEST_ENGINES, type TestEngine } from "../helpers/test-store.ts";

const closing: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const close of closing.reverse()) await close();
});

async function open(engine: TestEngine, log: Log = SILENT_LOG) {
  const { url, remove } = await engine.createForStore();
  const opened = await openEngine(url, false, log);
  const store = toStore(opened, log);
  closing.push(remove, store.close);
  const read = async (statement: string) =>
    (await sql.raw<Record<string, unknown>>(statement).execute(opened.database)).rows;
  return { store, read };
}

const PEOPLE = ["Mira Oakes", "Tom Varga", "Lena Brandt"];
const ROLES = ["harbor master", "mayor", null, "captain", ""];

/** Its speakers are quoted in many of the others, in a role that changes, and its days go up and down. */
function buildVaried(number: number): Publication {
  const text = `“The ferry left the harbor late,” said somebody on run ${number}.`;
  const quotes = PEOPLE.slice(number % 2).map((name, at) =>
    buildQuote(text, "The ferry left the harbor late", null, {
      speaker: { mention: name, start: 0, end: 0, name, role: ROLES[(number + at) % 5] ?? null, kind: "person" },
    }),
  );
  return {
    ...buildNumberedPublication({
      article: { text, title: `Run ${number}` },
      now: later((number % 7) * 3_600_000),
      quotes,
    }),
    entryKeys: [`entry ${number}`],
    topics: number % 3 === 0 ? [] : ["harbors", `pier ${number}`],
    recipients: Array.from({ length: number % 4 }, (_, at) => buildRecipient(`room ${at}`)),
  };
}

const TABLES = [
  "select title, text_hash, dated_at, story_id, is_current, entry_key from articles order by id",
  "select article_id, topic from article_topics order by article_id, topic",
  "select article_id, position, dated_at, quote from quotes order by id",
  "select feed_id, key, is_seen, error from seen order by key",
  "select article_id, address, state, due_at, created_at from deliveries order by id",
  "select name, last_quoted_at, role, role_at from speakers order by name",
  "select beginning from speaker_words order by beginning",
  "select beginning from speaker_role_words order by beginning",
];

test.each(TEST_ENGINES)("together or one after another, the same is stored, on $name", async (engine) => {
  const [together, apart] = [await open(engine), await open(engine)];
  const given = Array.from({ length: 40 }, (_, number) => buildVaried(number));
  const ids = await Promise.all(given.map((each) => together.store.articles.publish(each)));
  for (const each of given) await apart.store.articles.publish(each);

  expect(ids).toEqual([...ids].sort((a, b) => a - b));
  for (const statement of TABLES)
    expect(await together.read(statement), statement).toEqual(await apart.read(statement));
  const heat = "select heat from speakers order by name";
  const heats = async (of: typeof apart) => (await of.read(heat)).map((row) => Number(row["heat"]).toFixed(6));
  expect(await heats(together)).toEqual(await heats(apart));
  const words = [{ text: "ferry", isPhrase: false, isExcluded: false }];
  for (const terms of [words, []]) {
    const found = (of: typeof apart) => of.store.articles.search({ ...EMPTY_QUERY, terms });
    expect((await found(together)).total).toBe((await found(apart)).total);
  }
});

test.each(TEST_ENGINES)(
  "what cannot be stored fails alone, and a page told twice is one article, on $name",
  async (engine) => {
    const warnings: unknown[] = [];
    const log = { ...SILENT_LOG, warn: (facts: object, event: string) => warnings.push([event, facts]) };
    const { store, read } = await open(engine, log);
    const good = Array.from({ length: 6 }, (_, number) => buildVaried(number));
    const [twin] = good;
    if (twin === undefined) throw new Error("Expected an article.");
    const corrected = { ...twin, article: { ...twin.article, text: `${twin.article.text} It came back.` } };
    const broken = { ...buildVaried(90), article: { ...buildVaried(90).article, outlet: null as never } };
    const given = [buildVaried(80), ...good, twin, broken, corrected, buildVaried(81)];
    const outcomes = await Promise.allSettled(given.map((each) => store.articles.publish(each)));

    // Told with its code alone: the words of a fault may quote the article.
    const told = { count: expect.any(Number), code: expect.stringMatching(/^(?:23502|SQLITE_CONSTRAINT_NOTNULL)$/) };
    expect(warnings).toEqual(store.engine === "postgres" ? [["articles_not_stored_together", told]] : []);
    expect(outcomes.map(({ status }) => status)).toEqual(
      given.map((each) => (each === broken ? "rejected" : "fulfilled")),
    );
    expect(await read("select title from articles where is_current = 1 order by title")).toEqual(
      ["Run 0", "Run 1", "Run 2", "Run 3", "Run 4", "Run 5", "Run 80", "Run 81"].map((title) => ({ title })),
    );
    const [edition] = await read("select count(*) as count from articles where title = 'Run 0'");
    expect(Number(edition?.["count"])).toBe(2);
  },
);
