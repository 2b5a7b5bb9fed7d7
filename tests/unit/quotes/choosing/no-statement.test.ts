/** What stands in marks and is nobody's statement on the news. */

import { describe, expect, test } from "vitest";
import type { Quote } from "../../../../src/domain/article.ts";
import { isNoStatement } from "../../../../src/quotes/choosing/no-statement.ts";
import { toWorthContext } from "../../../../src/quotes/choosing/worth-context.ts";

function judge(text: string, { isSaid = true, article = `Ada Moor said: “${text}”` } = {}): boolean {
  const start = article.indexOf(text);
  const speaker = { mention: "Ada Moor", start: 0, end: 8, name: "Ada Moor", role: null, kind: "person" } as const;
  const cue = { text: "said", start: 9, end: 13 };
  const said = isSaid ? { speaker, cue } : { speaker: null, cue: null };
  const quote: Quote = { text, start, end: start + text.length, type: "direct", group: 0, ...said };
  return isNoStatement(
    quote,
    toWorthContext([quote], { headline: "Pier closes", text: article, language: "en", sentences: [] }),
  );
}

describe("no statement is", () => {
  test.each([
    "Sharing my full letter on the closing of the pier.",
    "Book a trip with our crew today and see the island.",
    "Ready to boost your harbor? Our team can help.",
    "Nobody should cross in this fog pic.twitter.com/a1b2c3",
    "Read it all at https://harbor.example/letter",
  ])("a line above a link, or one that sells: %s", (text) => {
    expect(judge(text)).toBe(true);
  });

  test.each([
    "You were for the pier and I am for the bridge, so we are like a …",
    "Nobody should cross in this fog, and the harbor...",
    "…and nobody should cross in this fog.",
    "I am going to do well on the pier, the boats —.",
    "We are talking with people like you who -.",
  ])("what breaks off: %s", (text) => {
    expect(judge(text)).toBe(true);
    expect(judge(text.replace(/[…—]|\.{3}| -(?=\.)/gu, ""))).toBe(false);
  });

  test("a block that nobody says", () => {
    const text = "A pier is a promise to those who wait.";
    expect(judge(text, { isSaid: false, article: `The pier closes.\n\n“${text}”\n\nIt was old.` })).toBe(true);
  });

  test("what the text says elsewhere in its own words", () => {
    const text = "Every harbor on this coast has lost a pier since spring";
    expect(judge(text, { isSaid: false, article: `See “${text}”. ${text}, and more.` })).toBe(true);
  });
});

test("what tells of its speaker is somebody else's", () => {
  expect(judge("Moor saw the answers and went on with the pier.")).toBe(true);
});

test("the first part of a sentence that only says when", () => {
  const first = "If the boats stop before the winter,";
  const second = "we leave the island.";
  const article = `“${first}” Ada Moor said, “${second}”`;
  const speaker = { mention: "Ada Moor", start: 0, end: 8, name: "Ada Moor", role: null, kind: "person" } as const;
  const cue = { text: "said", start: 49, end: 53 };
  const quotes = [first, second].map((text): Quote => {
    const start = article.indexOf(text);
    return { text, start, end: start + text.length, type: "direct", group: 0, speaker, cue };
  });
  const context = toWorthContext(quotes, { headline: "Pier closes", text: article, language: "en", sentences: [] });
  expect(quotes.map((quote) => isNoStatement(quote, context))).toEqual([true, false]);
});

test.each(["We share everything on this island.", "Today we book a win for our harbor."])("a statement: %s", (text) => {
  expect(judge(text)).toBe(false);
});

test("a sentence that goes on behind the marks", () => {
  const text = "Every day is one on which nobody thinks of the boats";
  const at = (behind: string) => judge(text, { article: `“${text}”${behind}` });
  expect(at(" mutually owned by both towns, he warned.")).toBe(true);
  expect(at(" should be told to everybody.")).toBe(true);
  expect(at(" said Ada Moor.")).toBe(false);
  expect(at(", Ada Moor said.")).toBe(false);
});
