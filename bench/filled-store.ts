/**
 * Stores with very many briefs for the benchmarks: rows and words are written in bulk, past what publishing looks at.
 * `node --import tsx bench/filled-store.ts FILE COUNT [words an article] [seconds from one to the next]` makes an SQLite
 * file whose newest brief is of now.
 */

import { existsSync } from "node:fs";
import { type Kysely, sql } from "kysely";
import { SILENT_LOG } from "../src/domain/platform.ts";
import type { Publication, Store } from "../src/domain/store.ts";
import { toIndexedSections } from "../src/store/normalize.ts";
import type { Opened } from "../src/store/open.ts";
import { openEngine, toStore } from "../src/store/open.ts";
import type { Tables } from "../src/store/tables.ts";
import { listArticleKeys } from "../src/store/words/article-facts.ts";
import { toQuoteRows } from "../src/store/words/quote-words.ts";
import { createRandom } from "../tests/helpers/make-search.ts";
import { makePublication } from "./made-articles.ts";

export const FEEDS = 84;
const ROWS_AT_ONCE = 100;
const LANGUAGE_OF_FEW = "zh";
/** One in so many is in another language. */
const FEW = 20;

const INDEXES = ["article_words", "quote_words"];

function toRow({ article, brief, now }: Publication, index: number) {
  const [moment, url] = [now.getTime(), article.url];
  return {
    ...{ feed_id: `feed-${index % FEEDS}`, url, canonical_url: url, page_key: url, canonical_key: url },
    ...{ title: article.title, byline: null, outlet: article.outlet, agency: null, published_at: moment },
    ...{ fetched_at: moment, dated_at: moment, language: index % FEW === 0 ? LANGUAGE_OF_FEW : "en" },
    ...{ image_url: null, text: article.text, text_hash: url, basis: "page", basis_reason: null },
    ...{ headline: brief.headline, sentences: JSON.stringify(brief.sentences) },
    ...{ key_quotes: JSON.stringify(brief.quotes), summarizer: "bench", entry_key: url, edition_of: null },
    ...{ is_current: 1, story_id: null, is_added: 0 },
  };
}

/** Publishes so many made articles of so many words, a minute after one another. */
export async function fillStore({ database, dialect, ...rest }: Opened, size: number, words: number): Promise<Store> {
  const whole = database as Kysely<Tables>;
  const random = createRandom(size);
  const isPostgres = dialect.engine === "postgres";
  if (isPostgres) for (const name of INDEXES) await sql`drop index ${sql.ref(`${name}_words`)}`.execute(database);
  for (let from = 0; from < size; from += ROWS_AT_ONCE) {
    const count = Math.min(ROWS_AT_ONCE, size - from);
    const given = Array.from({ length: count }, (_, at) => makePublication(random, from + at, words));
    await whole.transaction().execute(async (trx) => {
      const rows = given.map((each, at) => toRow(each, from + at));
      const ids = await trx.insertInto("articles").values(rows).returning("id").execute();
      const all = given.flatMap((publication, at) => {
        const [id, row] = [ids[at]?.id, rows[at]];
        if (id === undefined || row === undefined) return [];
        const { feed_id: feedId, language, dated_at: datedAt } = row;
        return [{ publication, id, facts: { feedId, language, topics: publication.topics, isAdded: false, datedAt } }];
      });
      const topics = all.flatMap(({ id, facts }) => facts.topics.map((topic) => ({ article_id: id, topic })));
      await trx.insertInto("article_topics").values(topics).execute();
      const indexed = all.map(({ publication: { article, brief, quotes }, id, facts }) => {
        const summary = brief.sentences.map(({ text }) => text).join("\n");
        const keys = listArticleKeys(facts, quotes);
        return {
          id,
          sections: toIndexedSections([
            { text: article.title, language: null },
            { text: summary, language: null, facts: keys },
            { text: article.text, language: null },
          ]),
        };
      });
      await dialect.insertWords("article_words", indexed).execute(trx);
      const quotes = all.flatMap(({ publication, id, facts }) =>
        publication.quotes.map((quote, position) => ({ id, facts, quote, position })),
      );
      const values = quotes.map(({ id, facts, quote, position }) => ({
        ...{ article_id: id, position, dated_at: facts.datedAt, quote: JSON.stringify(quote) },
      }));
      const quoteIds = await trx.insertInto("quotes").values(values).returning("id").execute();
      const quoteRows = quotes.flatMap(({ facts, quote }, at) => {
        const id = quoteIds[at]?.id;
        return id === undefined ? [] : toQuoteRows([{ id, quote }], facts);
      });
      await dialect.insertWords("quote_words", quoteRows).execute(trx);
    });
    if ((from / ROWS_AT_ONCE) % 200 === 0) console.error(`${dialect.engine}: ${from + count} of ${size}`);
  }
  // Each takes longer than a statement of the bot may.
  if (isPostgres)
    await whole.connection().execute(async (held) => {
      await sql`set statement_timeout = 0`.execute(held);
      for (const name of INDEXES)
        await sql`create index ${sql.ref(`${name}_words`)} on ${sql.table(name)} using gin (words)
          with (fastupdate = off)`.execute(held);
      await sql`analyze`.execute(held);
      await sql`reset statement_timeout`.execute(held);
    });
  return toStore({ database, dialect, ...rest });
}

/** As if the last had just been stored, and the others one after another before it. */
async function bringToNow({ database }: Opened, secondsApart: number): Promise<void> {
  const age = sql`((select max(id) from articles) - id) * ${secondsApart * 1_000}`;
  const moment = sql`cast(${Date.now()} - ${age} as integer)`;
  await sql`update articles set fetched_at = ${moment}, dated_at = ${moment}, published_at = ${moment}`.execute(
    database,
  );
}

if (import.meta.filename === process.argv[1]) {
  const [path = "", size = "75000", words = "100", secondsApart = "60"] = process.argv.slice(2);
  const isThere = existsSync(path);
  const opened = await openEngine(`sqlite:${path}`, false, SILENT_LOG);
  const store = isThere ? toStore(opened) : await fillStore(opened, Number(size), Number(words));
  await bringToNow(opened, Number(secondsApart));
  // Else a bot that is started on it would look through the newest first.
  await store.articles.mendIndex();
  await store.close();
}
