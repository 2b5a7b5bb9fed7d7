/** Pages made to hold the bot up, or to lead it elsewhere: read in bounds, and nothing of another host taken. */

import { describe, expect, test } from "vitest";
import { readSite } from "../../../../src/feeds/sites/read-site.ts";
import { CARDS, MOST_READ, PAGE_URL, toData, toPage } from "../../../helpers/site-pages.ts";

const NONE = "The page shows no list of linked headlines.";

const read = (text: string) =>
  readSite({
    body: Buffer.from(text),
    contentType: "text/html; charset=utf-8",
    url: PAGE_URL,
    xRobotsTag: null,
    tdmReservation: null,
  });

async function list(text: string) {
  const answer = await read(text);
  return "site" in answer ? answer.site.entries.map((entry) => entry.url) : answer.reason;
}

describe("hostile pages", () => {
  /** Of the processor: what else runs on the machine says nothing of it. */
  const timed = async (html: string): Promise<number> => {
    const before = process.cpuUsage();
    await read(html);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
  const many = (count: number, toText: (n: number) => string): string =>
    Array.from({ length: count }, (_, n) => toText(n)).join("");

  test("10,000 links give as many entries as are kept", async () => {
    const html = toPage(
      many(10_000, (n) => `<h2><a href="/2026/11/story-number-${n}">A headline of some length, number ${n}</a></h2>`),
    );
    expect(await list(html)).toHaveLength(200);
  });

  test.each([
    ["10,000 links in one another", many(10_000, (n) => `<div><a href="/a-b-c-${n}">A headline of some length ${n}`)],
    ["one address 5,000 times", many(5_000, () => `<a href="/a-b-c">A headline of some length again</a>`)],
    ["headings of side lists", many(10_000, () => "<h2>Most read</h2>") + CARDS],
    [
      "structured data of megabytes",
      toData(Array.from({ length: 20_000 }, (_, n) => ({ "@type": "NewsArticle", url: `/x-y-z-${n}` }))),
    ],
    ["structured data in great depth", `<script type="application/ld+json">${'{"@graph":['.repeat(10_000)}</script>`],
    ["deep nesting", "<div>".repeat(20_000) + CARDS],
    ["a sitemap in great depth", `<urlset>${"<a>".repeat(20_000)}`],
  ])("%s are read in bounds", async (_kind, html) => {
    expect(await timed(html)).toBeLessThan(4_000);
  });

  test("a page with base and links that climb stays on its host", async () => {
    const html = toPage(CARDS, '<title>Quay Post</title><base href="https://elsewhere.example/">');
    expect(await list(html)).toBe(NONE);
    expect(await list(toPage(MOST_READ))).toBe(NONE);
  });
});
