/** What a small box tells of other articles is never told as this one's; the article's own headed parts stay. */

import { describe, expect, test } from "vitest";
import { extractArticle } from "../../../../src/articles/extract.ts";

const OWN = [
  "The lock keeper Oona Petrak rowed around the island of Halden on Sunday in nine hours, the harbor office said.",
  "She had trained on the canal every morning since March, and two fishing boats went with her all the way.",
  "The row brought in four thousand crowns for the roof of the chapel, which lost its slates in the winter storms.",
];
const OTHER = "A lock keeper was jailed for the theft of lead from a roof in Velmora, the court heard on Monday.";

const read = (box: string): string =>
  extractArticle(
    `<!doctype html><html lang="en"><head><title>Lock keeper rows around island</title></head><body><main><article><h1>Lock keeper rows around island</h1><p>${OWN[0] ?? ""}</p>${box}<p>${OWN[1] ?? ""}</p><p>${OWN[2] ?? ""}</p></article></main></body></html>`,
    "https://halden.example/rows",
  ).text;

describe("a box between two paragraphs", () => {
  test.each([
    `<div class="promo-box"><h4>More from Halden</h4><p>${OTHER}</p></div>`,
    `<section class="related"><h3>Related</h3><p>${OTHER}</p></section>`,
    `<div><h4>Don't miss</h4><p>${OTHER}</p></div>`,
    `<div class="teaser"><h4>Related stories from the courts</h4><p>${OTHER}</p></div>`,
  ])("tells of another article: %s", (box) => {
    expect(read(box)).toBe(OWN.join("\n\n"));
  });

  test.each([
    `<div class="text"><h3>More from the canal</h3><p>${OTHER}</p></div>`,
    `<div class="text"><h3>What the court heard</h3><p>${OTHER}</p></div>`,
  ])("is the article's own: %s", (box) => {
    expect(read(box)).toContain(OTHER);
  });
});
