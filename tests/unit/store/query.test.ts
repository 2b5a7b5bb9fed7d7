/** Search terms as queries of the engines: nothing typed reaches them as an operator. */

import { describe, expect, test } from "vitest";
import { parseSearch } from "../../../src/domain/search-text.ts";
import { toFts5, toSpeakerPhrases, toTsquery, toWordQuery } from "../../../src/store/query.ts";

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
