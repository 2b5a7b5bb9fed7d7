/** Sites without a feed, read by their own structure: each kind of page that sites have, and what is no news on them. */

import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { readSite } from "../../../../src/feeds/sites/read-site.ts";
import {
  ALL_URLS,
  CARDS,
  HEADLINES,
  PAGE_URL,
  pathOf,
  toCard,
  toData,
  toPage,
  urlOf,
} from "../../../helpers/site-pages.ts";

const read = (
  text: string | Uint8Array,
  headers: { xRobotsTag?: string; tdmReservation?: string } = {},
  url = PAGE_URL,
) =>
  readSite({
    body: typeof text === "string" ? Buffer.from(text) : text,
    contentType: "text/html; charset=utf-8",
    url,
    xRobotsTag: headers.xRobotsTag ?? null,
    tdmReservation: headers.tdmReservation ?? null,
  });

async function list(text: string | Uint8Array, url = PAGE_URL) {
  const answer = await read(text, {}, url);
  return "site" in answer ? answer.site.entries : answer.reason;
}
const listUrls = async (text: string | Uint8Array, url = PAGE_URL) => {
  const entries = await list(text, url);
  return typeof entries === "string" ? entries : entries.map((entry) => entry.url);
};
const NONE = "The page shows no list of linked headlines.";

describe("lists of linked headlines", () => {
  test.each([
    ["cards with a heading, a picture and a button", CARDS],
    [
      "a heading around each link",
      `<ul>${HEADLINES.map((title, n) => `<li><h2><a href="${pathOf(n)}">${title}</a></h2></li>`).join("")}</ul>`,
    ],
    [
      "a link around each card",
      HEADLINES.map(
        (title, n) => `<a class="teaser" href="${pathOf(n)}"><span>Town</span><h3>${title}</h3><p>More of it.</p></a>`,
      ).join(""),
    ],
    [
      "bare links in a list",
      `<ul class="list">${HEADLINES.map((title, n) => `<li><a href="${pathOf(n)}">${title}</a></li>`).join("")}</ul>`,
    ],
    [
      "rows of a table",
      `<table>${HEADLINES.map((title, n) => `<tr><td class="date">12.11.2026</td><td><a href="/item.php?id=47${n}1">${title}</a></td></tr>`).join("")}</table>`,
    ],
    [
      "a large one above two lists that look otherwise",
      `<div class="hero"><h1><a href="${pathOf(0)}">${HEADLINES[0]}</a></h1></div><div class="a">${[1, 2, 3].map((n) => toCard(n)).join("")}</div><div class="b">${[4, 5].map((n) => toCard(n)).join("")}</div>`,
    ],
    [
      "cards whose classes tell what they are filed under",
      HEADLINES.map(
        (title, n) =>
          `<article class="post-${n} post tag-related category-popular"><h2><a href="${pathOf(n)}">${title}</a></h2></article>`,
      ).join(""),
    ],
    ["a page laid out beside a sidebar", `<div class="has-sidebar layout-sidebar-right">${CARDS}</div>`],
  ])("%s", async (_kind, body) => {
    const entries = await list(toPage(body));
    if (typeof entries === "string") throw new Error(entries);
    expect(entries.map(({ title }) => title)).toEqual(HEADLINES);
  });

  test("headlines in a script without spaces", async () => {
    const titles = [
      "港の渡し船が一週間の運休へ",
      "市議会が路面電車の延伸を可決",
      "古い水門にビーバーが住みつく",
      "図書館が夜間も開館を続ける",
    ];
    const body = `<ul>${titles.map((title, n) => `<li><h3><a href="/news/10${n}">${title}</a></h3></li>`).join("")}</ul>`;
    expect(await listUrls(toPage(body))).toHaveLength(4);
  });

  test.each([
    ["a time element", '<time datetime="2026-11-19T08:30:00+01:00">yesterday</time>', "2026-11-19T07:30:00.000Z"],
    ["data", '<meta itemprop="datePublished" content="2026-11-19T07:30:00Z">', "2026-11-19T07:30:00.000Z"],
    ["words", '<span class="date">19 November 2026</span>', "2026-11-19T00:00:00.000Z"],
    ["nothing that is sure", '<span class="date">an hour ago</span>', undefined],
  ])("a date given by %s", async (_how, date, expected) => {
    const entries = await list(toPage(HEADLINES.map((_, n) => toCard(n, date)).join("")));
    if (typeof entries === "string") throw new Error(entries);
    expect(entries.map(({ publishedAt }) => publishedAt?.toISOString())).toEqual(HEADLINES.map(() => expected));
  });

  test("navigation, advertisements, what is read most and other hosts are no news", async () => {
    const sides = `<aside>${toCard(0).replaceAll(pathOf(0), "/2026/11/aside-of-the-page-one")}</aside>
      <div class="sponsored-content">${CARDS.replaceAll("/2026/", "/paid/2026/")}</div>
      <ul><li><h3><a rel="sponsored" href="/2026/11/buy-this-fine-boat-now">Buy this fine boat of ours before the winter</a></h3></li></ul>
      <ul>${[1, 2, 3].map((n) => `<li><h3><a href="https://elsewhere.example/2026/11/story-of-another-${n}">A story that another host has for us ${n}</a></h3></li>`).join("")}</ul>
      <ul>${[1, 2, 3].map((n) => `<li><h3><a href="javascript:open(${n})">A headline that only runs a script, number ${n}</a></h3></li>`).join("")}</ul>
      <div><p>Meistgelesen</p><div>${[1, 2, 3].map((n) => `<h4><a href="/2019/05/much-read-story-${n}">A much read story of years ago, number ${n}</a></h4>`).join("")}</div></div>
      <div hidden>${CARDS.replaceAll("/2026/", "/hidden/2026/")}</div>`;
    expect(await listUrls(toPage(CARDS + sides))).toEqual(ALL_URLS);
    expect(await listUrls(toPage(CARDS + sides).replaceAll(/<\/?main>/g, ""))).toEqual(ALL_URLS);
  });

  test.each([
    ["menus alone", toPage("<p>Welcome.</p>")],
    [
      "sections with headings",
      toPage(["Sport", "Culture", "Town", "Weather"].map((name) => `<h3><a href="/${name}">${name}</a></h3>`).join("")),
    ],
    [
      "authors",
      toPage(
        ["Ada Lindqvist", "Bo Halloran", "Cleo Marsh"]
          .map((name, n) => `<h3><a href="/people/${n}00">${name}</a></h3>`)
          .join(""),
      ),
    ],
    ["two headlines", toPage(toCard(0) + toCard(1))],
    ["a page filled by scripts", "<html><body><div id='root'></div><script src='/app.js'></script></body></html>"],
    ["nothing", ""],
  ])("a page of %s shows no list", async (_kind, html) => {
    expect(await list(html)).toBe(NONE);
  });

  test("an article is no list, whatever it shows below", async () => {
    const article = { "@type": "NewsArticle", headline: HEADLINES[0], url: urlOf(0) };
    expect(await list(toPage(`<h1>${HEADLINES[0]}</h1>${CARDS}${toData(article)}`), urlOf(0))).toBe(
      "This is an article, no list of them.",
    );
  });
});

describe("lists in structured data", () => {
  const listOf = (items: readonly unknown[], more = {}) =>
    toData({ "@context": "https://schema.org", "@type": "ItemList", itemListElement: items, ...more });

  test.each([
    [
      "addresses alone, titled by the page",
      listOf(ALL_URLS.map((url, n) => ({ "@type": "ListItem", position: n, url }))) + CARDS,
    ],
    [
      "articles as items",
      listOf(
        HEADLINES.map((headline, n) => ({
          "@type": "ListItem",
          item: { "@type": "NewsArticle", headline, url: pathOf(n), datePublished: "2026-11-19T10:00:00Z" },
        })),
      ),
    ],
    ["names and addresses", listOf(HEADLINES.map((name, n) => ({ "@type": "ListItem", name, item: pathOf(n) })))],
    [
      "articles in a graph",
      toData({
        "@graph": [
          { "@type": "WebSite" },
          ...HEADLINES.map((headline, n) => ({
            "@type": "BlogPosting",
            headline,
            mainEntityOfPage: { "@id": urlOf(n) },
          })),
        ],
      }),
    ],
    [
      "a list within its page",
      toData({
        "@type": "CollectionPage",
        mainEntity: {
          "@type": "ItemList",
          itemListElement: HEADLINES.map((name, n) => ({ "@type": "ListItem", name, url: pathOf(n) })),
        },
      }),
    ],
  ])("%s", async (_kind, body) => {
    const answer = await read(toPage(body));
    if (!("site" in answer)) throw new Error(answer.reason);
    expect(answer.site.foundIn).toBe("data");
    expect(answer.site.entries.map(({ url, title }) => [url, title])).toEqual(
      HEADLINES.map((title, n) => [urlOf(n), title]),
    );
  });

  test("trails, products, what is read most and broken data are no lists of news", async () => {
    const trail = toData({
      "@type": "BreadcrumbList",
      itemListElement: ALL_URLS.map((item, n) => ({ "@type": "ListItem", name: HEADLINES[n], item })),
    });
    const goods = listOf(
      HEADLINES.map((name, n) => ({ "@type": "ListItem", item: { "@type": "Product", name, url: pathOf(n) } })),
    );
    const most = listOf(
      HEADLINES.map((name, n) => ({ "@type": "ListItem", name, url: pathOf(n) })),
      { name: "Most read" },
    );
    const broken = '<script type="application/ld+json">{"@type":"ItemList","itemListElement":[</script>';
    expect(await list(toPage(trail + goods + most + broken))).toBe(NONE);
  });
});

describe("news sitemaps", () => {
  const toSitemap = (prefix = "news") =>
    `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:${prefix}="http://www.google.com/schemas/sitemap-news/0.9">
    ${HEADLINES.map((title, n) => `<url><loc>${urlOf(n)}</loc><image:image><image:title>Picture</image:title></image:image><${prefix}:news><${prefix}:publication><${prefix}:name>Quay Post</${prefix}:name><${prefix}:language>en</${prefix}:language></${prefix}:publication><${prefix}:publication_date>2026-11-1${n}T09:00:00Z</${prefix}:publication_date><${prefix}:title><![CDATA[${title}]]></${prefix}:title></${prefix}:news></url>`).join("")}
    <url><loc>${PAGE_URL}a-page-that-is-no-news</loc></url><url><loc>https://elsewhere.example/x-y-z</loc><${prefix}:news><${prefix}:title>Elsewhere</${prefix}:title></${prefix}:news></url></urlset>`;

  test.each([
    ["plain", toSitemap()],
    ["under another prefix", toSitemap("n")],
    ["packed", gzipSync(toSitemap())],
  ])("%s: the newest first, with dates, of its own host", async (_kind, sitemap) => {
    const answer = await read(sitemap, {}, `${PAGE_URL}news.xml`);
    if (!("site" in answer)) throw new Error(answer.reason);
    const { title, language, entries, foundIn } = answer.site;
    expect([title, language, foundIn]).toEqual(["Quay Post", "en", "sitemap"]);
    expect(entries.map((entry) => entry.url)).toEqual(ALL_URLS.toReversed());
    expect(entries[0]).toMatchObject({ title: HEADLINES[5], publishedAt: new Date("2026-11-15T09:00:00Z") });
  });

  test("one that begins with a style sheet and a license of ten lines was taken for a page", async () => {
    const license = `<!-- Made by Quay > Press. ${"All of it may be read by whoever asks. ".repeat(40)} -->`;
    const sitemap = toSitemap("news").replace("?>", `?>\n<?xml-stylesheet href="a.xsl"?>\n${license}\n`);
    expect(await listUrls(sitemap, `${PAGE_URL}news.xml`)).toEqual(await listUrls(toSitemap("news")));
  });

  test("an index leads to the likeliest first, and a sitemap without news has none", async () => {
    const child = (name: string, at: string) =>
      `<sitemap><loc>${PAGE_URL}${name}.xml</loc><lastmod>${at}</lastmod></sitemap>`;
    const answer = await read(
      `<sitemapindex>${child("pages", "2026-11-20")}${child("news", "2026-11-01")}${child("old", "2020-01-01")}</sitemapindex>`,
    );
    expect("site" in answer && answer.site.sitemaps).toEqual(
      ["news", "pages", "old"].map((name) => `${PAGE_URL}${name}.xml`),
    );
    expect(await list(`<urlset><url><loc>${urlOf(0)}</loc></url></urlset>`)).toEqual([]);
  });

  test("a bomb is refused", async () => {
    expect(await list(gzipSync(Buffer.alloc(12_000_000, 32)))).toBe("The document cannot be unpacked.");
  });
});

describe("what sites reserve", () => {
  test.each([
    ["a header for machines", CARDS, { xRobotsTag: "noai" }, "The site asks machines not to work on its pages."],
    ["a reservation in a header", CARDS, { tdmReservation: "1" }, "The site reserves its pages from text mining."],
    [
      "a sitemap's header",
      "<urlset></urlset>",
      { tdmReservation: "1" },
      "The site reserves its pages from text mining.",
    ],
  ])("%s", async (_kind, body, headers, reason) => {
    expect(await read(body.startsWith("<urlset") ? body : toPage(body), headers)).toMatchObject({
      reason,
      isRefused: true,
    });
  });

  test("elements of the page", async () => {
    const withMeta = (meta: string) => read(toPage(CARDS, `<title>Quay Post</title>${meta}`));
    expect(await withMeta('<meta name="tdm-reservation" content="1">')).toMatchObject({ isRefused: true });
    expect(await withMeta('<meta name="robots" content="index, nofollow">')).toMatchObject({ isRefused: true });
    expect(await withMeta('<meta name="robots" content="index, follow">')).toHaveProperty("site");
  });
});
