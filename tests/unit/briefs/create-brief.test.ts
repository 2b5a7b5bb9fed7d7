/** A brief from an article: what a reader gets, and what never reaches one. */

import { describe, expect, test } from "vitest";
import { createBrief } from "../../../src/briefs/create-brief.ts";
import { createExtractiveSummarizer } from "../../../src/briefs/extractive/summarize.ts";
import type { Summarizer } from "../../../src/domain/article.ts";
import { findQuotes } from "../../../src/quotes/find-quotes.ts";

const TEXT = `(Port Ellory) The harbor council voted on Monday to keep the old swing bridge open for another year, ending months of argument over its cost.

Engineers had warned in March that the bridge, built in 1911, needs repairs worth 4.2 million crowns. But Mayor Ines Marl said the town could not do without it.

“The bridge is how our children get to school, and it stays until there is a better one,” Marl told reporters after the vote.

See also: Ten bridges to visit this summer

She promised a second report by autumn. “We will not wait for an accident,” she said.

Opponents, led by councilor Tom Vale, said the money should go to a new ferry instead. Vale called the decision “a gamble with public money”.

What happens if the repairs fail? The council did not say.`;

const article = { title: "Ellory keeps its swing bridge", text: TEXT, language: "en", publishedAt: null };
const quotes = findQuotes(TEXT, { language: "en" });
const options = { quotes, sentencesMax: 3, wordsMax: 90, quotesMax: 3, summarizer: createExtractiveSummarizer() };

describe("the default brief", () => {
  test("tells the news first, without the dateline", async () => {
    const brief = await createBrief(article, options);
    expect(brief.headline).toBe(article.title);
    expect(brief.sentences[0]?.text).toMatch(/^The harbor council voted on Monday to keep/);
    expect(brief.sentences.length).toBeLessThanOrEqual(3);
  });

  test("holds no question, no line of the site, no half quotation, no unnamed she", async () => {
    for (const wordsMax of [20, 40, 60, 200]) {
      const { sentences } = await createBrief(article, { ...options, wordsMax, sentencesMax: 6 });
      for (const { text } of sentences) {
        expect(text).not.toMatch(/\?$|^She\b|See also/);
        expect(text.split("“").length).toBe(text.split("”").length);
      }
    }
  });

  test("stays within its budget of words", async () => {
    const { sentences } = await createBrief(article, { ...options, wordsMax: 60, sentencesMax: 9 });
    expect(
      sentences
        .map(({ text }) => text)
        .join(" ")
        .split(/\s+/).length,
    ).toBeLessThanOrEqual(60);
  });

  test("copies what it does not mark as edited, with its place", async () => {
    const { sentences } = await createBrief(article, { ...options, sentencesMax: 8, wordsMax: 400 });
    expect(sentences.length).toBeGreaterThan(0);
    for (const sentence of sentences)
      if (!sentence.edited) expect(TEXT.slice(sentence.start, sentence.end)).toBe(sentence.text);
  });

  test("does not quote again what the summary holds", async () => {
    const brief = await createBrief(article, options);
    for (const quote of brief.quotes)
      for (const sentence of brief.sentences) expect(sentence.text).not.toContain(quote.text);
  });

  test("dates a weekday when the article's own date is known", async () => {
    // The 22nd of July 2026 is a Wednesday.
    const brief = await createBrief({ ...article, publishedAt: new Date("2026-07-22T10:00:00Z") }, options);
    expect(brief.sentences[0]?.text).toContain("on Monday (20 July)");
    expect(brief.sentences[0]?.edited).toBe(true);
  });

  test("gives nothing for nothing", async () => {
    const brief = await createBrief({ ...article, text: "" }, { ...options, quotes: [] });
    expect(brief).toMatchObject({ headline: article.title, sentences: [], quotes: [] });
  });

  test("does not pad a two-line item", async () => {
    const text = "The ferry to Ostrel is back in service. It had been out for a week.";
    const brief = await createBrief({ ...article, text }, { ...options, quotes: [] });
    expect(brief.sentences.map((sentence) => sentence.text).join(" ")).toMatch(
      /^The ferry to Ostrel is back in service\./,
    );
    expect(brief.sentences.length).toBeLessThanOrEqual(2);
  });
});

test("a summarizer that fails is replaced by the default, and that is counted", async () => {
  const failing: Summarizer = { name: "model", summarize: () => Promise.reject(new Error("no answer")) };
  const reasons: string[] = [];
  const brief = await createBrief(article, {
    ...options,
    summarizer: failing,
    onFallback: (reason) => reasons.push(reason),
  });
  expect(brief.summarizer).toBe("extractive");
  expect(brief.sentences.length).toBeGreaterThan(0);
  expect(reasons).toEqual(["no answer"]);
});

test("a quote that does not stand in the article stops the brief", async () => {
  const [quote] = quotes;
  if (quote === undefined) throw new Error("the sample has quotes");
  await expect(createBrief(article, { ...options, quotes: [{ ...quote, text: "Something else" }] })).rejects.toThrow(
    "Broken rule",
  );
});
