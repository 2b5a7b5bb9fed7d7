/** What the sample newsroom promises those who test or show the bot with it. */

import { describe, expect, test } from "vitest";
import { parseSample, readSamples } from "../../../samples/article.ts";
import { encodeText } from "../../../samples/charset.ts";
import { listSamples } from "../../../samples/list.ts";
import { escapeHtml } from "../../../samples/markup.ts";
import { OUTLETS } from "../../../samples/outlet.ts";

const samples = listSamples();

describe.each(samples.map((sample) => [sample.id, sample] as const))("sample %s", (_id, sample) => {
  test("its page holds every paragraph and quote expected of it", () => {
    const page = sample.html.replace(/<a href="[^"]*">([^<]*)<\/a>/g, "$1");
    for (const paragraph of sample.expected.text.split("\n\n")) expect(page).toContain(escapeHtml(paragraph));
    for (const quote of sample.expected.quotes) expect(sample.expected.text).toContain(quote.text);
  });

  test("its markup leaves no trace in what is published", () => {
    expect(sample.expected.text).not.toMatch(/[{}]|^@/m);
    expect(sample.expected.text).not.toMatch(/\]\(/);
  });

  test("its quotes carry no outer marks", () => {
    for (const { text } of sample.expected.quotes) expect(text.trim()).toBe(text);
    for (const { text } of sample.expected.quotes) expect(text).not.toMatch(/^[“«„「‘]|[»」]$/);
  });
});

test("every outlet of the table has articles, and every article an outlet", () => {
  const used = new Set(readSamples().map((article) => article.outletId));
  expect([...used].sort()).toEqual(OUTLETS.map((outlet) => outlet.id).sort());
});

test("a file with a mistake is named together with the mistake", () => {
  expect(() => parseSample("03-x.md", "no front matter")).toThrow("03-x.md: expected front matter");
  expect(() => parseSample("03-x.md", "---\noutlet: a\n---\ntext")).toThrow("03-x.md: language is missing.");
  expect(() => parseSample("03-x.md", "---\noutlet: a\ntitle\n---\n")).toThrow('expected "key: value", got "title"');
});

test("old charsets are the bytes old sites send", () => {
  expect([...encodeText("„é“", "iso-8859-1")]).toEqual([0x84, 0xe9, 0x93]);
  expect([...encodeText("Їжак", "windows-1251")]).toEqual([0xaf, 0xe6, 0xe0, 0xea]);
  expect(encodeText("ж", "iso-8859-1").toString("ascii")).toBe("&#1078;");
  expect(encodeText("日本", "utf-8").toString("utf8")).toBe("日本");
});

test("the newsroom speaks several languages and is large enough to watch for a while", () => {
  const languages = samples.map((sample) => sample.language);
  expect(languages.length).toBeGreaterThanOrEqual(36);
  expect(languages.filter((language) => language === "en").length).toBeGreaterThanOrEqual(24);
  expect(new Set(languages)).toEqual(new Set(["en", "de", "fr", "es", "pt", "uk", "pl", "ar", "ja"]));
});

test("each article says which kind of mess it is an example of", () => {
  const messes = readSamples().map((article) => article.mess);
  expect(new Set(messes).size).toBe(messes.length);
});
