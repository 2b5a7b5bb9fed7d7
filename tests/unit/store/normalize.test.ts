/** The one folding of text into words, and the bounds of what is indexed. */

import { describe, expect, test } from "vitest";
import {
  INDEXED_WORDS_MAX,
  PLACES_PER_WORD_MAX,
  toIndexedSections,
  toStorable,
  toStorableValue,
  toWords,
  WORD_LENGTH_MAX,
} from "../../../src/store/normalize.ts";

describe("words", () => {
  test.each([
    ["Łódź", ["lodz"]],
    ["Zürich Straße", ["zurich", "strasse"]],
    ["Dvořák İstanbul ıspanak", ["dvorak", "istanbul", "ispanak"]],
    ["Đorđe Þór Æsir œuvre", ["dorde", "thor", "aesir", "oeuvre"]],
    ["ﬁnal ＦＵＬＬ", ["final", "full"]],
    ["ΛΟΓΟΣ λόγος", ["λογοσ", "λογοσ"]],
    ["ёлка", ["елка"]],
    ["mi\u00ADnister ze\u200Bro", ["minister", "zero"]],
    ["don't e-mail", ["don", "t", "e", "mail"]],
    ["1,500 2026-03", ["1", "500", "2026", "03"]],
    ["北京大学", ["北京", "京大", "大学"]],
    ["京", ["京"]],
    ["iPhone手机", ["iphone", "手机"]],
    ["서울에서", ["서울", "울에", "에서"]],
    ["がっこう かっこう", ["がっ", "っこ", "こう", "かっ", "っこ", "こう"]],
    ["مُحَمَّد", ["محمد"]],
    ["हिन्दी", ["हिन्दी"]],
    ["!!! … 🚢", []],
  ])("%s", (text, words) => {
    expect(toWords(text)).toEqual(words);
  });

  test("vowel signs of Hindi make different words", () => {
    expect(toWords("की")).not.toEqual(toWords("का"));
  });

  test("a word of any length is cut to what both engines hold, without half a letter", () => {
    const [word] = toWords(`a${"𐐷".repeat(3_000)}`);
    expect(word?.length).toBeLessThanOrEqual(WORD_LENGTH_MAX);
    expect(word?.isWellFormed()).toBe(true);
  });
});

const name = (text: string) => ({ text, language: null });

describe("indexed sections", () => {
  test("no phrase runs from one section into the next", () => {
    const [title, text] = toIndexedSections([name("new pier"), name("opens")]);
    expect(title?.start).toBe(1);
    expect(text?.start).toBeGreaterThan(4);
  });

  test("the last letter of a run in pairs can be found alone, and makes no phrase", () => {
    const [section] = toIndexedSections([name("北京大学 it 減税")]);
    expect(section?.words).toEqual(["北京", "京大", "大学", "it", "減税", null, "学", null, "税"]);
  });

  test("what is past the places of PostgreSQL is left out on both engines", () => {
    const sections = toIndexedSections([
      name("title"),
      name(Array.from({ length: 30_000 }, (_, index) => `w${index}`).join(" ")),
    ]);
    const last = sections.at(-1);
    expect((last?.start ?? 0) + (last?.words.length ?? 0)).toBeLessThanOrEqual(INDEXED_WORDS_MAX);
    const [repeated] = toIndexedSections([name("the ".repeat(1_000))]);
    expect(repeated?.words.filter((word) => word !== null)).toHaveLength(PLACES_PER_WORD_MAX);
    expect(repeated?.words).toHaveLength(1_000);
  });
});

describe("storable text", () => {
  test("NUL and lone surrogates are replaced one for one, so offsets hold", () => {
    expect(toStorable("a\0b\uD800c🚢")).toBe("a\uFFFDb\uFFFDc🚢");
  });

  test("a value keeps its shape, its dates and its numbers", () => {
    const now = new Date(5);
    expect(toStorableValue({ list: ["\0"], now, count: 3, none: null })).toEqual({
      list: ["\uFFFD"],
      now,
      count: 3,
      none: null,
    });
  });
});
