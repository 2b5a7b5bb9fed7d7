/** Anything typed into a search: no errors, and both engines find the same. */

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { EMPTY_QUERY, type Store } from "../../src/domain/store.ts";
import { parseSearch } from "../../src/typed/search-text.ts";
import { buildNumberedPublication, buildQuote, later } from "../helpers/build.ts";
import { createRandom, makeQuery, makeText } from "../helpers/make-search.ts";
import { openTestStores, POSTGRESQL, SQLITE_FILE } from "../helpers/test-store.ts";

const SEED = 20_260_304;
/** As many as one page can show, so that the order by relevance, which differs, does not matter. */
const ARTICLES = 100;
/** tests/unit/store/query.test.ts reads 20,000 without a database, bench/store.ts runs them with both. */
const QUERIES = 1_000;

describe("searches nobody thought of", () => {
  const sqliteStores = openTestStores(SQLITE_FILE);
  const postgresStores = openTestStores(POSTGRESQL);
  let stores: readonly [Store, Store];

  beforeAll(async () => {
    stores = [await sqliteStores.open(), await postgresStores.open()];
    const random = createRandom(SEED);
    for (let index = 0; index < ARTICLES; index += 1) {
      const text = `${makeText(random)} “${makeText(random)}”`;
      const quote = buildQuote(text, text.slice(0, 5), makeText(random).slice(0, 40));
      const now = later(index);
      const article = { text, title: makeText(random).slice(0, 60) };
      const publication = buildNumberedPublication({ article, quotes: index % 3 === 0 ? [quote] : [], now });
      for (const store of stores) await store.articles.publish(publication);
    }
  });
  afterAll(async () => {
    await sqliteStores.closeAll();
    await postgresStores.closeAll();
  });

  test(`${QUERIES} made of operators, quotation marks, NUL, half emoji and words (seed ${SEED})`, async () => {
    const random = createRandom(SEED + 1);
    let foundSome = 0;
    for (let index = 0; index < QUERIES; index += 1) {
      const typed = makeQuery(random);
      const query = { ...EMPTY_QUERY, terms: parseSearch(typed), limit: 100 };
      const [lite, postgres] = await Promise.all(stores.map((store) => store.articles.search(query)));
      const ids = [lite, postgres].map((page) => page?.briefs.map((stored) => stored.article.url).sort());
      expect(ids[0], `results of ${JSON.stringify(typed)} differ`).toEqual(ids[1]);
      if ((lite?.total ?? 0) > 0) foundSome += 1;
      if (index % 5 === 0) {
        const quoteQuery = { speaker: typed, terms: [], feedIds: [], since: null, limit: 50, offset: 0 };
        const quotes = await Promise.all(stores.map((store) => store.articles.findQuotes(quoteQuery)));
        expect(quotes[0]?.length, `quotes of ${JSON.stringify(typed)} differ`).toBe(quotes[1]?.length);
        const names = await Promise.all(stores.map((store) => store.articles.findSpeakers(typed.slice(0, 3), 25)));
        expect(names[0], `speakers of ${JSON.stringify(typed)} differ`).toEqual(names[1]);
      }
    }
    // Otherwise the agreement would be about nothing.
    expect(foundSome).toBeGreaterThan(QUERIES / 10);
  });
});
