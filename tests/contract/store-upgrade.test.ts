/** A database of an earlier version: what it holds is brought up to date with its schema, on every engine. */

import { sql } from "kysely";
import { expect, test } from "vitest";
import { SILENT_LOG } from "../../src/domain/platform.ts";
import { EMPTY_QUERY, type Publication } from "../../src/domain/store.ts";
import { openPostgres, POSTGRES } from "../../src/store/dialects/postgres.ts";
import { openSqlite, SQLITE } from "../../src/store/dialects/sqlite.ts";
import { migrate, STEPS } from "../../src/store/migrations.ts";
import { toIndexedSections } from "../../src/store/normalize.ts";
import { type Opened, openEngine, openStore, toStore } from "../../src/store/open.ts";
import { toSections } from "../../src/store/words/article-words.ts";
import { parseSearch } from "../../src/typed/search-text.ts";
import { buildNumberedPublication, buildQuote, NOON, toWebRoom } from "../helpers/build.ts";
import { LASTING_ENGINES, TEST_ENGINES } from "../helpers/test-store.ts";

test.each(LASTING_ENGINES)(
  "what was muted comes back by undo, and articles are found by any form of their address, on $name",
  async (engine) => {
    const place = await engine.create();
    const isSqlite = place.url.startsWith("sqlite:");
    const { database, close } = isSqlite
      ? openSqlite(place.url.slice("sqlite:".length), false)
      : openPostgres(place.url, false, SILENT_LOG);
    const before = Object.entries(STEPS).filter(([name]) => name < "0014");
    await migrate(database, isSqlite ? SQLITE : POSTGRES, Object.fromEntries(before));
    for (const id of [101, 102]) {
      await sql`insert into articles (id, feed_id, url, canonical_url, title, outlet, fetched_at, dated_at, language, text,
      text_hash, basis, headline, sentences, key_quotes, summarizer, is_current) values (${id}, 'harbor-wire',
      ${`https://a.example/${id}?utm_source=rss`}, ${`https://b.example/${id}`}, 't', 'o', 0, 0, 'en', 't', 'h', 'page', 't',
      '[]', '[]', 's', 1)`.execute(database);
      await sql`insert into deliveries (article_id, subscription_id, platform, address, state, attempts, due_at, created_at,
      is_in_doubt, lease_ms, settled_at, reason) values (${id}, 1, 'web', 'a', 'failed', 0, ${NOON.getTime()}, 0, 0, 0,
      ${NOON.getTime()}, 'muted')`.execute(database);
    }
    await sql`insert into mutes (platform, address, story_key, muted_at) values ('web', 'a', 101, 0)`.execute(database);
    await close();

    const store = await openStore(place.url);
    const muted = await store.articles.findByUrl("http://www.a.example/101#:~:text=t");
    const heard = await store.articles.findByUrl("https://b.example/102/");
    if (muted === null || heard === null) throw new Error("Expected both articles.");
    const stateOf = async ({ article }: typeof muted) =>
      (await store.outbox.findOwed(article.id, toWebRoom("a")))?.state;
    expect([await stateOf(muted), await stateOf(heard)]).toEqual(["muted", undefined]);
    await store.outbox.unmute(muted.article.id, toWebRoom("a"), NOON);
    expect(await stateOf(muted)).toBe("waiting");
    await store.close();
    await place.remove();
  },
);

/** As a process of the release before files an article: by its words alone. */
async function indexAsBefore({ database, dialect }: Opened, id: number, publication: Publication): Promise<void> {
  const quotes = await database.selectFrom("quotes").select("id").where("article_id", "=", id).execute();
  const ids = quotes.map((quote) => quote.id);
  await dialect.deleteWords(database, "quote_words", ids);
  await dialect.deleteWords(database, "article_words", [id]);
  const sections = toIndexedSections(toSections(publication));
  await dialect.insertWords("article_words", [{ id, sections }]).execute(database);
  const words = toIndexedSections([
    { text: "", language: null },
    { text: publication.article.text, language: "en" },
  ]);
  const rows = ids.map((each) => ({ id: each, sections: words }));
  await dialect.insertWords("quote_words", rows).execute(database);
}

test.each(TEST_ENGINES)(
  "what a process of the release before stored beside a new one is found by searches of a channel, on $name",
  async (engine) => {
    const place = await engine.createForStore();
    const opened = await openEngine(place.url, false, SILENT_LOG);
    const store = toStore(opened);
    const terms = parseSearch("ferry");
    const search = async (): Promise<readonly number[]> => {
      const { briefs } = await store.articles.search({ ...EMPTY_QUERY, ownFeedIds: [], terms });
      return briefs.map(({ article }) => article.id).sort((a, b) => a - b);
    };
    const countQuotes = async (): Promise<number> => {
      const asked = { speaker: null, terms, feedIds: [], since: null, limit: 9, offset: 0, ownFeedIds: [] };
      return (await store.articles.findQuotes(asked)).length;
    };
    const make = (): Publication => {
      const given = buildNumberedPublication();
      return { ...given, quotes: [buildQuote(given.article.text, "The ferry left the harbor", null)] };
    };
    const [first, second, third] = [make(), make(), make()];
    const ids: number[] = [];
    for (const each of [first, second, third]) ids.push(await store.articles.publish(each));
    await indexAsBefore(opened, ids[0] ?? 0, first);
    // SQLite may ask the row instead of the index.
    expect(await search()).toEqual(expect.arrayContaining(ids.slice(1)));
    expect(await store.articles.mendIndex()).toBe(1);
    expect(await search()).toEqual(ids);
    expect(await countQuotes()).toBe(3);
    // It goes on for a while beside the new one.
    await indexAsBefore(opened, ids[1] ?? 0, second);
    await indexAsBefore(opened, ids[2] ?? 0, third);
    expect(await search()).toContain(ids[0]);
    expect(await store.articles.mendIndex()).toBe(2);
    expect(await store.articles.mendIndex()).toBe(0);
    expect(await search()).toEqual(ids);
    await store.close();
    await place.remove();
  },
);
