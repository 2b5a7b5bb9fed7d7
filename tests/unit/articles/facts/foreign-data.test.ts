/** A page's data about other articles says nothing of this one; what is no name is no byline. */

import { describe, expect, test } from "vitest";
import { extractArticle } from "../../../../src/articles/extract.ts";

const URL = "https://valley.example/2031/mill";
const TITLE = "Mill of Ostrava Bridge grinds again";
const TEXT =
  "<p>The mill will grind again from May, its new owners told the parish council on Thursday night in the old school.</p>" +
  "<p>They paid for the roof and the two wheels themselves, and the council waived the fee for the water right.</p>";
const FOREIGN = {
  "@type": "NewsArticle",
  headline: "Museum shows a whale",
  url: "https://coast.example/whale",
  author: { name: "Otto Reiz" },
  publisher: { name: "Coast Daily" },
  datePublished: "2024-01-02T10:00:00Z",
  image: "https://coast.example/whale.jpg",
  articleBody: "The whale came by ship. ".repeat(60),
};
const pageOf = (...data: readonly unknown[]): string =>
  `<html lang="en"><head><title>${TITLE}</title>${data
    .map((each) => `<script type="application/ld+json">${JSON.stringify(each)}</script>`)
    .join("")}</head><body><article><h1>${TITLE}</h1>${TEXT}</article></body></html>`;

describe("structured data", () => {
  test.each([
    ["with another address and headline", FOREIGN],
    ["with another headline and no address", { ...FOREIGN, url: undefined }],
    ["in a list", [FOREIGN]],
    ["in a graph", { "@graph": [FOREIGN] }],
    ["with its address as the page it is on", { ...FOREIGN, url: undefined, mainEntityOfPage: { "@id": FOREIGN.url } }],
  ])("about another article, %s, says nothing of this one", (_, data) => {
    const article = extractArticle(pageOf(data), URL);
    expect(article).toMatchObject({ title: TITLE, byline: null, publishedAt: null, imageUrl: null });
    expect(article.outlet).not.toBe("Coast Daily");
    expect(article.text).not.toContain("whale");
  });

  test.each([
    ["this address", { headline: "Back to flour", url: `${URL}/?utm_source=feed#top` }],
    ["this headline", { headline: `${TITLE} after sixty years`, url: "https://valley.example/?p=81" }],
    ["this headline, escaped", { headline: TITLE.replace("M", "&#77;") }],
    ["nothing else", {}],
    ["what the text tells", { headline: "Owners pay for roof and wheels of mill" }],
  ])("about %s counts, wherever it stands", (_, data) => {
    const own = {
      "@type": "NewsArticle",
      author: { name: "Ada Moor" },
      datePublished: "2031-03-04T10:00:00Z",
      ...data,
    };
    expect(extractArticle(pageOf(FOREIGN, own), URL)).toMatchObject({
      byline: "Ada Moor",
      publishedAt: new Date("2031-03-04T10:00:00Z"),
    });
  });
});

test.each(["admin", "Unknown", "Administrator", "root", "Super User", "webmaster@valley.example"])(
  "%s is nobody's name",
  (name) => {
    const own = { "@type": "NewsArticle", headline: TITLE, author: { name } };
    expect(extractArticle(pageOf(own), URL).byline).toBeNull();
  },
);
