/** A page that is a list is told by what introduces it and by all its items, or as any other page. */

import { describe, expect, test } from "vitest";
import { createExtractiveSummarizer } from "../../../src/briefs/extractive/summarize.ts";
import { findListed, tellListed } from "../../../src/briefs/listed-items.ts";

const LEAD =
  "Varen has more piers than any town on the coast, and most of them can be walked in an afternoon. The harbor office counted 41 of them in spring, more than ever before.";
const BODY = "It was built by sailors from Ostrel, who wanted a place to mend their nets. Few people know it.";
const NAMES = ["Long Pier", "Lantern Pier", "Mill Pier", "Old Quay"];

const page = (headings: readonly string[], lead = LEAD): string =>
  [lead, ...headings.flatMap((heading) => [heading, BODY])].join("\n\n");
const numbered = NAMES.map((name, index) => `${index + 1}. ${name}`);
const itemsOf = (title: string, text: string): readonly string[] =>
  findListed({ title, text, language: "en" })?.items.map((item) => item.text) ?? [];

describe("a page is a list", () => {
  test.each([
    ["when it numbers as many as its headline counts", "4 piers worth a walk", numbered],
    ["counting down", "Our 4 favorite piers", NAMES.map((name, index) => `${4 - index}. ${name}`)],
    [
      "in steps",
      "How to build a pier",
      ["Step 1: Find a shore", "Step 2: Cut the planks", "Step 3: Wait for low tide"],
    ],
    ["when it seeks the best", "The best piers of 2030", numbered],
    ["without numbers, when its headline counts such a thing", "4 places to see the sea in Varen", NAMES],
  ])("%s", (_, title, headings) => {
    expect(itemsOf(title, page(headings))).toEqual(headings);
  });
});

test("a page is a list though it counts each of its two parts anew", () => {
  const more = ["1. Mend the nets", "2. Oil the winch", "3. Paint the hull"];
  expect(itemsOf("7 chores for the harbor", page([...numbered, "At sea", ...more]))).toEqual(
    [...numbered, ...more].map((line) => line.slice(3)),
  );
  expect(itemsOf("9 chores for the harbor", page([...numbered, "At sea", ...more]))).toEqual([]);
});

describe("a page is none", () => {
  test.each([
    ["where its headline counts more", "39 piers worth a walk", numbered],
    ["where its headline counts something else", "4 drown off Varen", NAMES],
    ["where its parts are numbered below news", "Varen council votes on piers", numbered],
    [
      "where some numbered line is no heading",
      "The best piers of 2030",
      [...numbered, "5. Hale Pier is the best of all."],
    ],
    [
      "where other headings stand between",
      "3 places to see the sea in Varen",
      ["Long Pier", "Mill Pier", "Old Quay", "Tides"],
    ],
    ["where the numbers have a gap", "4 piers worth a walk", numbered.filter((_item, index) => index !== 2)],
  ])("%s", (_, title, headings) => {
    expect(itemsOf(title, page(headings))).toEqual([]);
  });
});

describe("its summary", () => {
  const article = { title: "4 piers worth a walk", text: page(numbered), language: "en", publishedAt: null };
  const summarize = (budget: { sentencesMax: number; wordsMax: number }, text = article.text) =>
    createExtractiveSummarizer().summarize({ ...article, text }, [], budget);

  test("is its lead and all items in a line, which is marked as edited", async () => {
    const sentences = await summarize({ sentencesMax: 3, wordsMax: 120 });
    const last = sentences.at(-1);
    expect(last).toMatchObject({ text: `${numbered.join("; ")}.`, edited: true });
    expect(article.text.slice(last?.start, last?.end)).toBe("1. Long Pier");
    expect(sentences.length).toBeGreaterThan(1);
    for (const sentence of sentences.slice(0, -1)) expect(LEAD).toContain(sentence.text);
  });

  test("has no part of the items where there is no room for all", async () => {
    const short = { sentencesMax: 3, wordsMax: 12 };
    expect((await summarize(short)).map(({ text }) => text).join(" ")).not.toContain(";");
    const one = await summarize({ sentencesMax: 1, wordsMax: 120 });
    expect(one.map(({ text }) => text).join(" ")).not.toContain("1. Long Pier");
  });

  test("is introduced by what stands above the page's other parts only", async () => {
    const parts = `${LEAD}\n\nHow we chose\n\nThe jury of Ostrel walked all of them in the rain and fell ill.`;
    const sentences = await summarize({ sentencesMax: 3, wordsMax: 120 }, page(numbered, parts));
    expect(sentences.map(({ text }) => text).join(" ")).not.toContain("jury");
  });

  test("of too many words is not told", () => {
    const listed = findListed({ ...article, text: page(numbered) });
    expect(listed === null ? null : tellListed(listed, 5)).toBe(null);
  });
});
