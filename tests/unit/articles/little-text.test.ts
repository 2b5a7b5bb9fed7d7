/** Honest when there is little: what a post holds of a two-line item, a list, a live report, a page that failed. */

import { describe, expect, test } from "vitest";
import { READING_TASKS } from "../../../src/answers/reading-tasks.ts";
import { readPage } from "../../../src/articles/page/read-page.ts";
import { createSiteMemory } from "../../../src/articles/site-lines/site-memory.ts";
import { createBrief } from "../../../src/briefs/create-brief.ts";
import { createExtractiveSummarizer } from "../../../src/briefs/extractive/summarize.ts";
import { composePost } from "../../../src/delivery/compose.ts";
import type { Post } from "../../../src/domain/post.ts";
import type { Download } from "../../../src/net/download.ts";
import { readEntry } from "../../../src/news/read-entry.ts";
import { findQuotes } from "../../../src/quotes/find-quotes.ts";
import { buildFeed, NOW } from "../../helpers/build.ts";

const FAILED: Download = async () => ({ status: "failed", reason: "The server is gone.", hints: {} as never }) as never;
const pageOf =
  (body: string): Download =>
  async (url) =>
    ({
      status: "fresh",
      url,
      body: new TextEncoder().encode(`<html lang="en"><title>T</title><article>${body}</article></html>`),
      contentType: "text/html; charset=utf-8",
    }) as never;

/** The post a destination gets of an entry: read, summarized, composed. */
async function post(title: string, summary: string, download: Download): Promise<Post> {
  const url = "https://gazette.example/entry";
  const entry = { guid: null, url, title, byline: null, publishedAt: NOW, html: summary };
  const article = await readEntry(entry, buildFeed(), {
    download,
    mayRead: async () => true,
    readPage,
    readOwnText: READING_TASKS.readOwnText,
    siteMemory: createSiteMemory(),
    clock: () => NOW,
  });
  const quotes = findQuotes(article.text, { language: article.language, title: article.title });
  const budget = { sentencesMax: 3, wordsMax: 120, quotesMax: 3 };
  const brief = await createBrief(article, { quotes, ...budget, summarizer: createExtractiveSummarizer() });
  return composePost({ article: { ...article, id: 1 }, brief, alsoOutlets: [], isUpdated: false } as never, {
    languageShown: null,
  });
}
const paragraphs = (...texts: readonly string[]): string => texts.map((text) => `<p>${text}</p>`).join("");

describe("a post of little text", () => {
  test("a two-line item gives its two lines", async () => {
    const page = pageOf(paragraphs("The harbor bridge is closed until noon.", "Drivers should use Mill Lane instead."));
    const { sentences, isFeedSummary } = await post("Bridge closed", "", page);
    expect(sentences).toEqual(["The harbor bridge is closed until noon.", "Drivers should use Mill Lane instead."]);
    expect(isFeedSummary).toBe(false);
  });

  test("a page that failed gives the feed's summary, marked as such", async () => {
    const { sentences, isFeedSummary } = await post("Bridge closed", "<p>The bridge is shut for a week.</p>", FAILED);
    expect(sentences).toEqual(["The bridge is shut for a week."]);
    expect(isFeedSummary).toBe(true);
  });

  test.each([
    ["nothing", ""],
    ["the headline again", "<p>Bridge closed to all</p>"],
    ["another headline in capitals", "<p>SHOCK CLAIM ABOUT THE OLD BRIDGE</p>"],
    ["a call to read on", "<p>READ MORE: TEN WORST BRIDGES</p>"],
    ["clickbait", "<p>You won’t believe what the mayor did next.</p>"],
    ["a question", "<p>Will the old bridge ever open again?</p>"],
    ["a line of a wall", "<p>Already a subscriber to the Gazette? Sign in.</p>"],
  ])("a feed that gives %s leaves the headline alone", async (_name, summary) => {
    const { headline, sentences, quotes } = await post("Bridge closed to all", summary, FAILED);
    expect(headline).toBe("Bridge closed to all");
    expect(sentences).toEqual([]);
    expect(quotes).toEqual([]);
  });

  test("a headline in capitals stays as it is, and the text says what happened", async () => {
    const title = "YOU WON’T BELIEVE WHAT THIS MAYOR DID";
    const page = pageOf(
      `<h1>${title}</h1>${paragraphs("Mayor Ines Calder painted a lighthouse on Thursday, and the town had not asked her to.")}`,
    );
    const { headline, sentences } = await post(title, "", page);
    expect(headline).toBe(title);
    expect(sentences).toHaveLength(1);
    expect(sentences[0]).toContain("Ines Calder painted a lighthouse");
  });

  test("a live report gives whole entries without their times", async () => {
    const page = pageOf(
      paragraphs(
        "19:42 Both sides have left the building without a deal.",
        "19:15 The transit authority has put out a statement on the talks.",
        "06:00 The first tram of the day has not left the depot.",
      ),
    );
    const { sentences } = await post("Live: tram strike in Ostrel", "", page);
    expect(sentences.length).toBeGreaterThan(0);
    for (const sentence of sentences) expect(sentence).toMatch(/^(?:Both|The) .+\.$/);
  });

  test("a list gives its sentences, and no item is made into one", async () => {
    const page = pageOf(
      `${paragraphs("The strait bridge opens to people on foot this weekend.")}<ul><li>Tickets: 4 marks</li><li>Dogs: welcome</li></ul>`,
    );
    const { sentences } = await post("Two things to know", "", page);
    expect(sentences).toEqual(["The strait bridge opens to people on foot this weekend."]);
  });
});
