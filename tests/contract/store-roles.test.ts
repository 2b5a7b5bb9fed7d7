/** Speakers by their roles: what `/quotes minister` and `speaker:minister` find, on every engine, also in older databases. */

import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Quote, Speaker } from "../../src/domain/article.ts";
import { SILENT_LOG } from "../../src/domain/platform.ts";
import { EMPTY_QUERY, type QuoteQuery, type Store } from "../../src/domain/store.ts";
import { openPostgres, POSTGRES } from "../../src/store/dialects/postgres.ts";
import { openSqlite, SQLITE } from "../../src/store/dialects/sqlite.ts";
import { migrate, STEPS } from "../../src/store/migrations.ts";
import { openStore } from "../../src/store/open.ts";
import { parseSearch } from "../../src/typed/search-text.ts";
import { buildNumberedPublication, buildQuote, later, NOON } from "../helpers/build.ts";
import { LASTING_ENGINES, openTestStores, TEST_ENGINES } from "../helpers/test-store.ts";

const HOUR_MS = 3_600_000;

function say(words: string, name: string, parts: Partial<Speaker> = {}): { text: string; quote: Quote } {
  const text = `“${words}” said ${parts.mention ?? name}.`;
  const quote = buildQuote(text, words, name);
  if (quote.speaker === null) throw new Error("a speaker was given");
  return { text, quote: { ...quote, speaker: { ...quote.speaker, ...parts } } };
}

const publishQuote = (store: Store, headline: string, said: ReturnType<typeof say>, hours: number) =>
  store.articles.publish(
    buildNumberedPublication({
      headline,
      article: { text: said.text },
      quotes: [said.quote],
      now: later(hours * HOUR_MS),
    }),
  );

const WEISS = say("We close the border,", "Clara Weiss", { role: "interior minister", mention: "Weiss" });
const MOEN = say("The engine failed,", "Tor Moen", { mention: "Harbor Master Moen" });
const MINISTER = say("I sell bread,", "Anna Minister");
const NOBODY = say("No comment,", "a ministerial aide", { kind: "unnamed" });

describe.each(TEST_ENGINES)("roles on $name", (engine) => {
  const stores = openTestStores(engine);
  let store: Store;
  beforeAll(async () => {
    store = await stores.open();
    await publishQuote(store, "Baker honored", MINISTER, 0);
    await publishQuote(store, "Border closed", WEISS, 1);
    await publishQuote(store, "Ferry stops", MOEN, 2);
    await publishQuote(store, "Border again", NOBODY, 3);
  });
  afterAll(() => stores.closeAll());

  const quoted = async (speaker: string | null, about = "", parts: Partial<QuoteQuery> = {}) => {
    const query = { speaker, terms: parseSearch(about), feedIds: [], since: null, limit: 50, offset: 0, ...parts };
    return (await store.articles.findQuotes(query)).map((found) => found.quote.text);
  };
  const searched = async (speaker: string, words = "") => {
    const page = await store.articles.search({ ...EMPTY_QUERY, speaker, terms: parseSearch(words) });
    return page.briefs.map((stored) => stored.brief.headline);
  };

  test("/quotes minister found nothing although posts show “Clara Weiss, interior minister”", async () => {
    expect(await quoted("interior minister")).toEqual(["We close the border,"]);
    expect(await quoted("MINISTER weiss")).toEqual(["We close the border,"]);
    expect(await quoted("harbor master")).toEqual(["The engine failed,"]);
    expect(await searched("interior minister", "border")).toEqual(["Border closed"]);
    expect(await searched("harbor")).toEqual(["Ferry stops"]);
  });

  test("a name comes before a role, however old, and words are whole", async () => {
    expect(await quoted("minister")).toEqual(["I sell bread,", "We close the border,"]);
    expect(await quoted("minist")).toEqual([]);
    expect(await quoted("moen minister")).toEqual([]);
  });

  test("words of a role are not words of the quote", async () => {
    expect(await quoted(null, "interior")).toEqual([]);
  });

  test("about: takes a quote's own words first, then quotes of articles about it by headline or summary", async () => {
    expect(await quoted(null, "border")).toEqual(["We close the border,", "No comment,"]);
    expect(await quoted(null, "border", { offset: 1, limit: 1 })).toEqual(["No comment,"]);
    expect(await quoted(null, "ferry")).toEqual(["The engine failed,"]);
    expect(await quoted("weiss", "border")).toEqual(["We close the border,"]);
    expect(await quoted("moen", "border")).toEqual([]);
    // Named in the text alone, an article is not about it.
    expect(await quoted(null, "said")).toEqual([]);
  });

  test("a role completes as it is typed, after the names, and only the newest one does", async () => {
    const complete = async (typed: string) => (await store.articles.findSpeakers(typed, 5)).map(({ name }) => name);
    expect(await complete("minis")).toEqual(["Anna Minister", "Clara Weiss"]);
    expect(await store.articles.findSpeakers("interior m", 5)).toEqual([
      { name: "Clara Weiss", role: "interior minister" },
    ]);
    const promoted = say("I am honored,", "Clara Weiss", { role: "chancellor" });
    await publishQuote(store, "Weiss promoted", promoted, 4);
    await publishQuote(store, "Found in an attic", say("I was young,", "Clara Weiss", { role: "student" }), -9);
    expect([await complete("interior"), await complete("chan"), await complete("student")]).toEqual([
      [],
      ["Clara Weiss"],
      [],
    ]);
    expect(await complete("minis")).toEqual(["Anna Minister"]);
  });
});

describe.each(LASTING_ENGINES)("what was stored before the update, on $name", (engine) => {
  test("is found by what was added: quotes by role, of the current edition only, and feeds by any form of their address", async () => {
    const place = await engine.create();
    const isSqlite = place.url.startsWith("sqlite:");
    const opened = isSqlite
      ? openSqlite(place.url.slice("sqlite:".length), false)
      : openPostgres(place.url, false, SILENT_LOG);
    const before = Object.entries(STEPS).filter(([name]) => name < "0010");
    await migrate(opened.database, isSqlite ? SQLITE : POSTGRES, Object.fromEntries(before));
    const { database } = opened;
    const { article, brief } = buildNumberedPublication({ article: { text: WEISS.text } });
    for (const [id, isCurrent] of [
      [1, 0],
      [2, 1],
    ]) {
      await sql`insert into articles (id, feed_id, url, canonical_url, title, outlet, fetched_at, dated_at, language, text,
          text_hash, basis, headline, sentences, key_quotes, summarizer, is_current)
        values (${id}, ${article.feedId}, ${article.url}, ${article.url}, ${article.title}, ${article.outlet},
          ${NOON.getTime()}, ${NOON.getTime()}, 'en', ${article.text}, 'hash', 'page', ${brief.headline}, '[]', '[]',
          'extractive', ${isCurrent})`.execute(database);
      await sql`insert into quotes (id, article_id, position, dated_at, quote)
        values (${id}, ${id}, 0, ${NOON.getTime()}, ${JSON.stringify(WEISS.quote)})`.execute(database);
    }
    await sql`insert into speakers (folded_name, name, heat, last_quoted_at)
      values ('clara weiss', 'Clara Weiss', 1, ${NOON.getTime()})`.execute(database);
    await sql`insert into feeds (id, title, url, topics, language, origin)
      values ('old', 'Old', 'http://www.old.example/rss/', '[]', 'en', 'added')`.execute(database);
    await opened.close();

    const store = await openStore(place.url);
    const found = await store.articles.findQuotes({
      speaker: "minister",
      terms: parseSearch("border"),
      feedIds: [],
      since: null,
      limit: 5,
      offset: 0,
    });
    expect(found).toMatchObject([{ quote: { text: "We close the border," }, stored: { article: { id: 2 } } }]);
    expect(await store.articles.findSpeakers("minis", 5)).toEqual([{ name: "Clara Weiss", role: "interior minister" }]);
    expect(await store.feeds.findByUrl("https://old.example/rss")).toMatchObject({ id: "old" });
    await store.close();
    await place.remove();
  });
});
