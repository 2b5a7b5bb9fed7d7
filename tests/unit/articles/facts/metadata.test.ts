/** What a page prints of its author and date around the headline, where structured data is silent or differs. */

import { describe, expect, test } from "vitest";
import { extractArticle } from "../../../../src/articles/extract.ts";

const BODY =
  "<p>The ferry to Port Halden will stop for a week, the harbor office said on Friday. It needs a new engine, and the old one cannot be mended before the end of the month.</p>";
const read = (below: string, head = "") =>
  extractArticle(
    `<html><head><title>Ferry stops</title>${head}</head><body><article><h1>Ferry stops</h1>${below}${BODY.repeat(3)}</article></body></html>`,
    "https://gazette.example/ferry",
  );
const day = (below: string, head = ""): string | null =>
  read(below, head).publishedAt?.toISOString().slice(0, 10) ?? null;
const stated = (value: string): string => `<meta property="article:published_time" content="${value}">`;

describe("the date", () => {
  test("stated twice is not given up for one that a line below prints of another article", () => {
    const linked = `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry stops","datePublished":"2031-12-15","dateModified":"2031-12-15"}</script>`;
    const other = "<div>December 7, 2031</div>";
    expect(day(other, `${linked}${stated("2031-12-15T18:23:38Z")}`)).toBe("2031-12-15");
    expect(day(other, stated("2031-12-15T18:23:38Z"))).toBe("2031-12-07");
    // Dated anew: the page says itself that it was modified on the day it prints.
    const modified = `<meta property="article:modified_time" content="2031-12-20T08:00:00Z">`;
    expect(day("<div>December 20, 2031</div>", `${linked}${stated("2031-12-15T18:23:38Z")}${modified}`)).toBe(
      "2031-12-20",
    );
  });

  test("printed close to the name, parted from it by styling alone, is read, and so is the name", () => {
    const article = read("<div><span>By Ann Lee</span><span>Dec 05, 2031</span><span>2</span> Shares</div>");
    expect(article.publishedAt?.toISOString().slice(0, 10)).toBe("2031-12-05");
    expect(article.byline).toBe("Ann Lee");
  });

  test("of publication is taken, not the change printed after it in the same line", () => {
    expect(day("<div>DECEMBER 22, 2031 Updated: JANUARY 02, 2032</div>")).toBe("2031-12-22");
    expect(day("<div><span>22. Dezember 2031</span><span>Aktualisiert am 2. Januar 2032</span></div>")).toBe(
      "2031-12-22",
    );
    expect(day("<div>22 décembre 2031, mis à jour le 2 janvier 2032</div>")).toBe("2031-12-22");
  });

  test("of a change is better than none", () => {
    expect(day("<div>Last updated: January 2, 2032</div>")).toBe("2032-01-02");
  });

  test("printed with day and month the other way round does not overrule the metadata", () => {
    expect(day("<div>09.10.2031</div>", stated("2031-09-10T16:07:00Z"))).toBe("2031-09-10");
  });

  test("printed in other words than the metadata's is the one readers see", () => {
    expect(day("<div>September 30, 2031</div>", stated("2031-09-10T16:07:00Z"))).toBe("2031-09-30");
  });

  test("is none where the page has none", () => {
    expect(day("<div>5 min read</div>")).toBe(null);
  });

  test("of a scholarly page stands in its citation elements", () => {
    expect(day("", '<meta name="citation_publication_date" content="2031/1/22">')).toBe("2031-01-22");
  });
});

describe("the names of people who wrote", () => {
  test("are not those in capitals that head other stories", () => {
    const names = ["Ann Lee", "BO CHAN", "CY DUNN"].map((name) => `<span class="byline">${name}</span>`).join("");
    expect(read(names).byline).toBe("Ann Lee");
  });

  test("are not what somebody is", () => {
    expect(read("", '<meta name="author" content="Ann Lee, Harbor Safety Expert">').byline).toBe("Ann Lee");
  });

  test.each([
    "Member Login",
    "Written By",
    "Jun 2 Written By",
    "Executive Content Editor",
    "design: Ann Lee, code: Bo Chan",
  ])("is nobody where the page has but “%s”", (value) => {
    expect(read("", `<meta name="author" content="${value}">`).byline).toBeNull();
  });

  test("is not whose claim an article looks at", () => {
    const claim = '<div class="statement"><h4 class="author">The Ministry of Ports</h4></div>';
    expect(read(claim).byline).toBeNull();
  });

  test("is without what stood between it and a date that was cut away, and without the outlet's desk", () => {
    const author = (value: string): string => `<meta name="author" content="${value}">`;
    expect(read("", author("Ann Lee on")).byline).toBe("Ann Lee");
    expect(read("", author("Maria de Sousa")).byline).toBe("Maria de Sousa");
    const site = '<meta property="og:site_name" content="Harbor Wire">';
    expect(read("", `${site}${author("Ann Lee, Harbor Wire Business")}`).byline).toBe("Ann Lee");
  });
});

test("a notice that the text was changed is no sentence of it", () => {
  const notice = "[UPDATED: Oct. 3, 2031] The following article and its title has been updated for clarity.";
  expect(read(`<p>${notice}</p>`).text).not.toContain("UPDATED");
});

describe("what it is filed under", () => {
  test.each([
    ["OpinionNewsArticle", ["Opinion", "Harbor"]],
    ["https://schema.org/ReviewNewsArticle", ["Review", "Harbor"]],
    ["NewsArticle", ["Harbor"]],
  ])("says so where its structured data calls it a %s", (type, categories) => {
    const linked = `<script type="application/ld+json">{"@type":"${type}","headline":"Ferry stops","articleSection":"Harbor"}</script>`;
    expect(read("", linked).categories).toEqual(categories);
  });
});

test.each([
  ["https://gazette.co.uk/n/1", "2031-11-03"],
  ["https://gazette.example/2031/11/pier", "2031-11-03"],
  ["https://gazette.example/n/1", "2031-03-11"],
])("03/11/2031 on %s was the eleventh of March", (url, day) => {
  const html = `<html lang="en"><body><article><h1>Pier to close</h1><p class="date">03/11/2031</p>${BODY}</article></body></html>`;
  expect(extractArticle(html, url).publishedAt?.toISOString().slice(0, 10)).toBe(day);
});
