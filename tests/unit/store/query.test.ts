/** Search terms as queries of the engines: nothing typed reaches them as an operator. */

import { describe, expect, test } from "vitest";
import { SEARCH_TERMS_MAX } from "../../../src/domain/store.ts";
import { toHitWords } from "../../../src/messages/hits.ts";
import { LANGUAGES } from "../../../src/messages/languages.ts";
import { sayIn } from "../../../src/messages/say.ts";
import {
  isStrict,
  listNames,
  type Query,
  toFts5,
  toLoose,
  toNamesQuery,
  toTsquery,
  toWordQuery,
} from "../../../src/store/query.ts";
import { nameSearch, parseSearch } from "../../../src/typed/search-text.ts";
import { createRandom, makeQuery } from "../../helpers/make-search.ts";

const COLUMNS = ["title", "brief", "body"];
const toWeights = (sections: readonly number[]): string => sections.map((each) => "ABD"[each]).join("");

/** As it would be if no word had another form: of those that may stand for a word, the word itself. */
function leaveForms(query: Query): Query {
  if (query.type === "words") return query;
  const parts = query.parts.map(leaveForms);
  const [own] = parts;
  return query.type === "any" && own !== undefined ? own : { ...query, parts };
}

/** The same below the first join, where words that are looked for or kept out stand beside one another. */
const leaveWords = (query: Query): Query =>
  query.type === "words" ? query : { ...query, parts: query.parts.map(leaveForms) };

const build = (text: string) => {
  const included = toWordQuery(parseSearch(text))?.included ?? null;
  if (included === null) return null;
  const query = leaveForms(included);
  return { fts5: toFts5(query, COLUMNS), tsquery: toTsquery(query, toWeights) };
};

describe("a query", () => {
  test.each([
    ["New pier", '("new" AND "pier")', "(('new') & ('pier'))"],
    ['"new pier"', '"new pier"', "('new' <-> 'pier')"],
    ["e-mail", '("e" AND "mail")', "(('e') & ('mail'))"],
    ["pie*", '"pie" *', "('pie':*)"],
    ["pier in:title", 'title : "pier"', "('pier':A)"],
    ["北京大学", '"北京 京大 大学"', "('北京' <-> '京大' <-> '大学')"],
    ["北", '"北" *', "('北':*)"],
    ['pier) or "x" near(', '("pier" AND "or" AND "x" AND "near")', "(('pier') & ('or') & ('x') & ('near'))"],
    [
      "it's ab:cd* !c",
      '(("it" AND "s") AND ("ab" AND "cd" *) AND "c")',
      "((('it') & ('s')) & (('ab') & ('cd':*)) & ('c'))",
    ],
  ])("%s", (text, fts5, tsquery) => {
    expect(build(text)).toEqual({ fts5, tsquery });
  });

  test("words without a letter or digit find nothing, but beside others they are left out", () => {
    expect(toWordQuery(parseSearch("!!! ?"))).toBeNull();
    expect(toWordQuery(parseSearch("!!! -ferry"))).toBeNull();
    expect(toWordQuery(parseSearch("-!!!"))).toBeNull();
    expect(build("ferry !!!")?.fts5).toBe('"ferry"');
    expect(toWordQuery([])).toMatchObject({ included: null, excluded: null });
  });

  test("exclusions are kept apart", () => {
    const { excluded = null } = toWordQuery(parseSearch('ferry -late -"new pier"')) ?? {};
    expect(excluded === null ? "" : toFts5(leaveWords(excluded), COLUMNS)).toBe('("late" OR "new pier")');
  });

  test("one section is asked for by column and by weight", () => {
    const query = toNamesQuery(listNames("Odile Tarn"));
    const columns = ["speaker", "words", "role"];
    expect(toFts5(query, columns, [0])).toBe('speaker : ("odile" AND "tarn")');
    expect(toFts5(query, columns, [0, 2])).toBe('{speaker role} : ("odile" AND "tarn")');
    expect(toTsquery(query, toWeights, "AD")).toBe("(('odile':AD) & ('tarn':AD))");
    expect(toTsquery(query, toWeights, "A")).toBe("(('odile':A) & ('tarn':A))");
    expect(listNames("…")).toEqual([]);
  });

  test.each([
    ["pier ferry", false, '("pier" AND "ferry")'],
    ['"new pier" ferry', true, '(("new" AND "pier") AND "ferry")'],
    ["pier in:title", true, '"pier"'],
    ["pie*", false, '"pie" *'],
  ])("what all that matches %s has: its words, wherever they stand", (text, strict, loose) => {
    const query = leaveForms(toWordQuery(parseSearch(text))?.included ?? { type: "all", parts: [] });
    expect(isStrict(query)).toBe(strict);
    expect(toFts5(toLoose(query), COLUMNS)).toBe(loose);
  });
});

const SEED = 20_260_304;
/** Each becomes some hundred words by the forms of all languages, on both engines. */
const QUERIES = 2_000;
/** Letters for private use mark keys. */
const WORD = "[\\p{L}\\p{N}\\p{M}\\uE001-\\uE013]+";
const FTS5_PHRASE = `(?:title : )?"${WORD}(?: ${WORD})*"(?: \\*)?`;
const TSQUERY_PHRASE = `\\('${WORD}'(?::\\*?A?)?(?: <-> '${WORD}'(?::\\*?A?)?)*\\)`;
const FTS5 = new RegExp(`^[(]*${FTS5_PHRASE}[)]*(?: (?:AND|OR) [(]*${FTS5_PHRASE}[)]*)*$`, "u");
const TSQUERY = new RegExp(`^[(]*?${TSQUERY_PHRASE}[)]*(?: [&|] [(]*?${TSQUERY_PHRASE}[)]*)*$`, "u");

test(`${QUERIES} queries made of operators, quotation marks, NUL and half emoji become nothing but words (seed ${SEED})`, {
  timeout: 60_000,
}, () => {
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
    const lists = query === null ? [] : [query.included, query.excluded].filter((each) => each !== null);
    const areSound = lists.every(
      (each) => FTS5.test(toFts5(each, COLUMNS)) && TSQUERY.test(toTsquery(each, toWeights)),
    );
    const language = LANGUAGES[index % LANGUAGES.length] ?? "en";
    const isNamed =
      nameSearch(typed, sayIn(language)) !== "" && toHitWords(terms, [typed], "en").every((words) => words !== "");
    if (!areTermsSound || !areSound || !isNamed) wrong.push(JSON.stringify(typed));
    searched += lists.length > 0 ? 1 : 0;
  }
  expect(wrong.slice(0, 5)).toEqual([]);
  // Otherwise it would be about nothing.
  expect(searched).toBeGreaterThan(QUERIES / 2);
});
