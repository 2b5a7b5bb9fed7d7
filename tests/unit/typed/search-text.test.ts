/** What people type into a search. */

import { describe, expect, test } from "vitest";
import { SEARCH_LENGTH_MAX, SEARCH_TERMS_MAX } from "../../../src/domain/store.ts";
import { sayIn } from "../../../src/messages/say.ts";
import { nameSearch, parseSearch } from "../../../src/typed/search-text.ts";

const word = (text: string) => ({ text, isPhrase: false, isExcluded: false });
const phrase = (text: string) => ({ text, isPhrase: true, isExcluded: false });
const not = (term: ReturnType<typeof word>) => ({ ...term, isExcluded: true });

describe("a search as typed", () => {
  test.each([
    ["", []],
    ["   \n\t ", []],
    ["ferry", [word("ferry")]],
    ["new  pier", [word("new"), word("pier")]],
    ['"new pier" harbor', [phrase("new pier"), word("harbor")]],
    ["“new pier”", [phrase("new pier")]],
    ["„neuer Pier“ «nouveau quai»", [phrase("neuer Pier"), phrase("nouveau quai")]],
    ["ferry -late", [word("ferry"), not(word("late"))]],
    ['ferry -"late again"', [word("ferry"), not(phrase("late again"))]],
    ['"never closed', [phrase("never closed")]],
    ['""', []],
    ["e-mail", [word("e-mail")]],
    ["ferry - late", [word("ferry"), word("-"), word("late")]],
    ["-", [word("-")]],
    ["AND OR NOT", [word("AND"), word("OR"), word("NOT")]],
    ['pier"new quay"', [word("pier"), phrase("new quay")]],
    ["O’Brien's", [word("O’Brien's")]],
    ["harbor −ferry", [word("harbor"), not(word("ferry"))]],
    ["harbor –ferry —toll", [word("harbor"), not(word("ferry")), not(word("toll"))]],
    ["harbor −“port strike”", [word("harbor"), not(phrase("port strike"))]],
    ["the quay —closed since May— opens", "the quay —closed since May— opens".split(" ").map(word)],
    ["ferry – harbor", [word("ferry"), word("–"), word("harbor")]],
    ["cold −10", [word("cold"), word("−10")]],
    ["harbor NOT ferry", [word("harbor"), not(word("ferry"))]],
    ['harbor AND NOT "port strike"', [word("harbor"), not(phrase("port strike"))]],
    ["harbor AND toll", [word("harbor"), word("toll")]],
    ["harbor and toll", [word("harbor"), word("and"), word("toll")]],
    ['"harbor NOT ferry"', [phrase("harbor NOT ferry")]],
    ["HARBOR NOT FERRY", [word("HARBOR"), word("NOT"), word("FERRY")]],
    ["this is NOT a drill", "this is NOT a drill".split(" ").map(word)],
    ["NOT ferry", [word("NOT"), word("ferry")]],
    ["‘harbor toll’ quay", [phrase("harbor toll"), word("quay")]],
    ["‘the harbor’s toll’", [phrase("the harbor’s toll")]],
    ["quay -‚neuer Pier‘ ‹nouveau quai›", [word("quay"), not(phrase("neuer Pier")), phrase("nouveau quai")]],
    ["the dogs’ home and Hawai‘i", "the dogs’ home and Hawai‘i".split(" ").map(word)],
    ["’tis the dogs’ home", "’tis the dogs’ home".split(" ").map(word)],
    ["北京 大学", [word("北京"), word("大学")]],
  ])("%j is read as meant", (text, terms) => {
    expect(parseSearch(text)).toEqual(terms);
  });

  test("what is too long or too much is left out, and half an emoji does no harm", () => {
    expect(parseSearch("a ".repeat(100))).toHaveLength(SEARCH_TERMS_MAX);
    const [cut] = parseSearch(`${"a".repeat(SEARCH_LENGTH_MAX - 1)}🚢`);
    expect(cut?.text).toHaveLength(SEARCH_LENGTH_MAX);
    expect(cut?.text.isWellFormed()).toBe(true);
    expect(parseSearch("fer\0ry")).toEqual([word("fer"), word("ry")]);
  });
});

describe("a search as a heading names it", () => {
  test.each([
    ["en", '"harbor toll"', "“harbor toll”"],
    ["en", "“harbor toll", "“harbor toll”"],
    ["en", 'ferry "harbor toll" -late -"in May"', "“ferry ‘harbor toll’ -late -‘in May’”"],
    ["en", "!!!", "“!!!”"],
    ["de", '"Neuer Pier" Hafen', "„‚Neuer Pier‘ Hafen“"],
    ["de", '"Neuer Pier"', "„Neuer Pier“"],
    ["fr", '"nouveau quai" port', "«\u00a0“nouveau quai” port\u00a0»"],
    ["es", '"muelle nuevo" puerto', "«“muelle nuevo” puerto»"],
    ["pt", '"cais novo" porto', "“‘cais novo’ porto”"],
    ["ru", '"новый причал" порт', "«„новый причал“ порт»"],
    ["uk", '"новий причал" порт', "«„новий причал“ порт»"],
  ] as const)("in %s, %s: never in double marks", (language, text, named) => {
    expect(nameSearch(text, sayIn(language))).toBe(named);
  });

  test("in Arabic each phrase keeps its direction", () => {
    const named = nameSearch('"رصيف جديد" ferry', sayIn("ar"));
    expect(named.replace(/[\u2066-\u2069]/g, "")).toBe("«“رصيف جديد” ferry»");
  });
});
