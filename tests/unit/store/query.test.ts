/** Search terms as queries of the engines: nothing typed reaches them as an operator. */

import { describe, expect, test } from "vitest";
import { SEARCH_TERMS_MAX } from "../../../src/domain/store.ts";
import { toHitWords } from "../../../src/messages/hits.ts";
import { LANGUAGES } from "../../../src/messages/languages.ts";
import { sayIn } from "../../../src/messages/say.ts";
import { toFts5, toSpeakerPhrases, toTsquery, toWordQuery } from "../../../src/store/query.ts";
import { nameSearch, parseSearch } from "../../../src/typed/search-text.ts";
import { createRandom, makeQuery } from "../../helpers/make-search.ts";

const build = (text: string) => {
  const query = toWordQuery(parseSearch(text));
  if (query === null) return null;
  return { fts5: toFts5(query.included, "and", null), tsquery: toTsquery(query.included, "and", null) };
};

describe("a query", () => {
  test.each([
    ["New pier", '"new" AND "pier"', "('new') & ('pier')"],
    ['"new pier"', '"new pier"', "('new' <-> 'pier')"],
    ["e-mail", '"e mail"', "('e' <-> 'mail')"],
    ["北京大学", '"北京 京大 大学"', "('北京' <-> '京大' <-> '大学')"],
    ["北", '"北" *', "('北':*)"],
    ['pier) OR "x" NEAR(', '"pier" AND "or" AND "x" AND "near"', "('pier') & ('or') & ('x') & ('near')"],
    ["it's a:b* !c", '"it s" AND "a b" AND "c"', "('it' <-> 's') & ('a' <-> 'b') & ('c')"],
  ])("%s", (text, fts5, tsquery) => {
    expect(build(text)).toEqual({ fts5, tsquery });
  });

  test("words without a letter or digit find nothing, but beside others they are left out", () => {
    expect(toWordQuery(parseSearch("!!! ?"))).toBeNull();
    expect(toWordQuery(parseSearch("!!! -ferry"))).toBeNull();
    expect(toWordQuery(parseSearch("-!!!"))).toBeNull();
    expect(build("ferry !!!")?.fts5).toBe('"ferry"');
    expect(toWordQuery([])).toEqual({ included: [], excluded: [] });
  });

  test("exclusions are kept apart", () => {
    expect(toWordQuery(parseSearch('ferry -late -"new pier"'))?.excluded.map((phrase) => phrase.words)).toEqual([
      ["late"],
      ["new", "pier"],
    ]);
  });

  test("one section is asked for by column and by weight", () => {
    const phrases = toSpeakerPhrases("Odile Tarn") ?? [];
    expect(toFts5(phrases, "and", ["speaker"])).toBe('speaker : ("odile" AND "tarn")');
    expect(toFts5(phrases, "and", ["speaker", "role"])).toBe('{speaker role} : ("odile" AND "tarn")');
    expect(toTsquery(phrases, "and", "AD")).toBe("('odile':AD) & ('tarn':AD)");
    expect(toTsquery(phrases, "and", "A")).toBe("('odile':A) & ('tarn':A)");
    expect(toSpeakerPhrases("…")).toBeNull();
  });
});

const SEED = 20_260_304;
const QUERIES = 20_000;
const WORD = "[\\p{L}\\p{N}\\p{M}]+";
const FTS5_PHRASE = `"${WORD}(?: ${WORD})*"(?: \\*)?`;
const TSQUERY_PHRASE = `\\('${WORD}'(?::\\*)?(?: <-> '${WORD}')*\\)`;
const FTS5 = new RegExp(`^${FTS5_PHRASE}(?: AND ${FTS5_PHRASE})*$`, "u");
const TSQUERY = new RegExp(`^${TSQUERY_PHRASE}(?: & ${TSQUERY_PHRASE})*$`, "u");

test(`${QUERIES} queries made of operators, quotation marks, NUL and half emoji become nothing but words (seed ${SEED})`, () => {
  const random = createRandom(SEED);
  const wrong: string[] = [];
  let searched = 0;
  for (let index = 0; index < QUERIES; index += 1) {
    const typed = makeQuery(random);
    const terms = parseSearch(typed);
    const areTermsSound =
      terms.length <= SEARCH_TERMS_MAX &&
      terms.every(({ text }) => text !== "" && text.isWellFormed() && !text.includes("\0"));
    const query = toWordQuery(terms);
    const lists = query === null ? [] : [query.included, query.excluded].filter((phrases) => phrases.length > 0);
    const areSound = lists.every(
      (phrases) => FTS5.test(toFts5(phrases, "and", null)) && TSQUERY.test(toTsquery(phrases, "and", null)),
    );
    const language = LANGUAGES[index % LANGUAGES.length] ?? "en";
    const isNamed = nameSearch(typed, sayIn(language)) !== "" && toHitWords(terms).every((words) => words !== "");
    if (!areTermsSound || !areSound || !isNamed) wrong.push(JSON.stringify(typed));
    searched += lists.length > 0 ? 1 : 0;
  }
  expect(wrong.slice(0, 5)).toEqual([]);
  // Otherwise it would be about nothing.
  expect(searched).toBeGreaterThan(QUERIES / 2);
});
