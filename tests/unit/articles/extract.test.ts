/** Pages to articles: the fixture pages with what is expected of them, and pages that are hardly pages. */

import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { ArticleError, extractArticle } from "../../../src/articles/extract.ts";

const PAGES = fileURLToPath(new URL("../../fixtures/pages/", import.meta.url));
const ExpectedSchema = z.object({
  url: z.string(),
  title: z.string(),
  byline: z.string().nullable(),
  outlet: z.string().nullable(),
  agency: z.string().nullable(),
  publishedAt: z.string().nullable(),
  language: z.string(),
  canonicalUrl: z.string().nullable(),
  imageUrl: z.string().nullable(),
  isPartial: z.boolean().optional(),
  isReserved: z.boolean().optional(),
  holds: z.array(z.string()),
  lacks: z.array(z.string()),
});

describe.each(readdirSync(PAGES))("the page %s", (name) => {
  const html = readFileSync(`${PAGES}${name}/source.html`, "utf8");
  const expected = ExpectedSchema.parse(JSON.parse(readFileSync(`${PAGES}${name}/expected.json`, "utf8")));
  const article = extractArticle(html, expected.url);

  test("says who wrote it, where, when and in which language", () => {
    const { title, byline, outlet, agency, language, canonicalUrl, imageUrl } = article;
    expect({ title, byline, outlet, agency, language, canonicalUrl, imageUrl }).toEqual({
      title: expected.title,
      byline: expected.byline,
      outlet: expected.outlet,
      agency: expected.agency,
      language: expected.language,
      canonicalUrl: expected.canonicalUrl,
      imageUrl: expected.imageUrl,
    });
    expect([article.isPartial, article.isReserved]).toEqual([expected.isPartial, expected.isReserved]);
    expect(article.publishedAt?.toISOString() ?? null).toBe(expected.publishedAt);
  });

  test("keeps the article's text, in order", () => {
    let from = 0;
    for (const part of expected.holds) {
      const at = article.text.indexOf(part, from);
      expect(at, part).toBeGreaterThanOrEqual(from);
      from = at;
    }
  });

  test("leaves out what the site put around it", () => {
    for (const part of expected.lacks) expect(article.text).not.toContain(part);
  });

  test("has paragraphs parted by a blank line and no other white space", () => {
    for (const paragraph of article.text.split("\n\n")) {
      expect(paragraph).toBe(paragraph.trim());
      expect(paragraph).not.toMatch(/\n|\t| {2}|\u00A0/);
      expect(paragraph).not.toBe("");
    }
  });
});

function readError(html: string): ArticleError {
  try {
    extractArticle(html, null);
  } catch (error) {
    if (error instanceof ArticleError) return error;
    throw error;
  }
  throw new Error("Expected an ArticleError.");
}

test.each([
  ["", "no-text"],
  ["<html><body><script>var text = 'not shown';</script></body></html>", "no-text"],
  ["<div>".repeat(5_000), "too-deep"],
  ["x".repeat(12_000_001), "too-large"],
  ["<br>".repeat(130_000), "too-large"],
  [`<p>${"<".repeat(400_000)}</p>`, "too-large"],
  [`<p>${"a&amp;".repeat(200_000)}</p>`, "too-large"],
] as const)("a page that cannot be read is refused with a sentence (%#)", (html, code) => {
  const error = readError(html);
  expect(error.code).toBe(code);
  expect(error.message).toMatch(/^[A-Z].+\.$/);
});

test("a page of one line is that line", () => {
  expect(extractArticle("<p>Rain is expected in Velmora tonight.</p>", null).text).toBe(
    "Rain is expected in Velmora tonight.",
  );
});

test("a text longer than any that was learned from keeps its paragraphs to the end", () => {
  const places = ["Velmora", "Port Halden", "Marena", "Oosterwyk", "Brannfjord", "Calder Bay", "Tessaly"];
  const things = ["a new pier", "its old lighthouse", "the fish market", "a school of boats", "twelve ferries"];
  const paragraphs = Array.from(
    { length: 400 },
    (_, at) =>
      `In ${places[at % 7]} the council voted on ${things[at % 5]} in ${1600 + at}, and the ${at % 2 === 0 ? "harbor master" : "mayor"} wrote that nobody in the town had expected it to last for more than ${at + 2} years.`,
  );
  const html = `<title>A history of the coast</title><article><h1>A history of the coast</h1>${paragraphs.map((each) => `<p>${each}</p>`).join("")}</article>`;
  expect(extractArticle(html, null).text).toBe(paragraphs.join("\n\n"));
});
