/** Whatever pages, lists and entries hold: discovery, OPML and keys answer with what they promise, and do not hang. */

import { expect, test } from "vitest";
import { canonicalUrl } from "../../../src/domain/url-key.ts";
import { discoverFeeds, findFeedLinks } from "../../../src/feeds/discover.ts";
import { chooseNew, entryKeys, toVersionKey } from "../../../src/feeds/entry-key.ts";
import { parseOpml, toOpml } from "../../../src/feeds/opml.ts";
import type { Download } from "../../../src/net/download.ts";
import { fc } from "../../helpers/property.ts";

/** Machines that run the tests may be busy; a hang is one all the same. */
const NOW = new Date("2026-11-23T12:00:00Z");
const PAGE_URL = "https://harbor.example/news/";
const WEB_PATTERN = /^https?:\/\//;

const anyText = fc.string({ maxLength: 30, unit: "binary" });
const anyUrl = fc.oneof(
  anyText,
  fc.webUrl(),
  fc.constantFrom(
    "javascript:alert(1)",
    "//x",
    "http://[",
    "/feed",
    "?a=1",
    "http://a@b:c@d/",
    "data:,x",
    "\0",
    "HTTP://X",
  ),
);
const attribute = (text: string): string => text.replace(/"/g, "&quot;");
const markup = fc.oneof(
  fc
    .tuple(
      fc.constantFrom("alternate", "feed", "ALTERNATE home", "x"),
      fc.constantFrom("application/rss+xml", ""),
      anyUrl,
    )
    .map(([rel, type, href]) => `<link rel="${rel}" type="${type}" href="${attribute(href)}" title="x&lt;b">`),
  anyUrl.map((href) => `<base href="${attribute(href)}">`),
  anyUrl.map((href) => `<a rel=alternate type=application/atom+xml href="${attribute(href)}">`),
  anyText,
  fc.constantFrom("<link", "<!--", "<title>", '"', "</head>", "<script>", "<![CDATA["),
);
const anyPage = fc.array(markup, { maxLength: 30 }).map((parts) => `<html><head>${parts.join("")}`);

test("links of any page are few, absolute and of the web", () => {
  fc.assert(
    fc.property(anyPage, (html) => {
      const links = findFeedLinks(html, PAGE_URL);
      expect(links.length).toBeLessThanOrEqual(10);
      expect(new Set(links.map(({ url }) => url)).size).toBe(links.length);
      for (const { url, title } of links) {
        expect(url).toMatch(/^[a-z][a-z0-9+.-]*:/i);
        expect(URL.canParse(url), url).toBe(true);
        expect(WEB_PATTERN.test(url), url).toBe(true);
        expect(title === null || (title.length > 0 && title.length <= 100)).toBe(true);
      }
    }),
    { numRuns: 400 },
  );
});

test("any site is discovered or not, in a bounded number of visits", async () => {
  const anyBody = fc.oneof(
    anyPage.map((html) => Buffer.from(html)),
    fc.uint8Array({ maxLength: 300 }),
  );
  const answer = fc.oneof(
    anyBody.map((body) => ({ status: "fresh" as const, body })),
    fc.constantFrom(404, 500, null).map((httpStatus) => ({ status: "failed" as const, httpStatus })),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(answer, { minLength: 1, maxLength: 4 }), async (answers) => {
      let visits = 0;
      const download: Download = async (url) => {
        const given = answers[visits++ % answers.length] ?? { status: "failed" as const, httpStatus: 404 };
        if (given.status === "failed") {
          const { httpStatus } = given;
          return { status: "failed", kind: "http", httpStatus, retryAfterMs: null, reason: "It failed." };
        }
        return {
          status: "fresh",
          url,
          permanentUrl: null,
          body: given.body,
          contentType: null,
          etag: null,
          lastModified: null,
          hints: { maxAgeMs: null, retryAfterMs: null },
          xRobotsTag: null,
          tdmReservation: null,
          link: null,
        };
      };
      const { feeds: found } = await discoverFeeds(PAGE_URL, download);
      expect(found.length).toBeLessThanOrEqual(10);
      expect(visits).toBeLessThanOrEqual(8);
    }),
    { numRuns: 150 },
  );
});

test("any list is read or refused in a sentence", () => {
  const outline = fc.oneof(
    fc
      .tuple(anyText, anyUrl, anyText)
      .map(([title, url, category]) =>
        [
          "<outline",
          ` text="${attribute(title)}"`,
          ` xmlUrl="${attribute(url)}"`,
          ` category="${attribute(category)}">`,
        ].join(""),
      ),
    fc.constantFrom(
      "</outline>",
      "<outline>",
      "<body>",
      "</body>",
      "<!ENTITY a 'b'>",
      "&a;",
      "<",
      "]]>",
      "<OUTLINE XMLURL='http://x/'/>",
    ),
    anyText,
  );
  const list = fc
    .tuple(fc.constantFrom("<opml>", "<opml version='2.0'><body>", ""), fc.array(outline, { maxLength: 40 }))
    .map(([start, parts]) => start + parts.join(""));
  fc.assert(
    fc.property(list, (text) => {
      try {
        for (const { title, url, homepage, topics } of parseOpml(text)) {
          expect(url).toMatch(WEB_PATTERN);
          expect(URL.canParse(url)).toBe(true);
          expect(title.length).toBeGreaterThan(0);
          expect(title.length).toBeLessThanOrEqual(300);
          expect(homepage === null || WEB_PATTERN.test(homepage)).toBe(true);
          // In any script, and never with what would part it from the next.
          expect(topics.filter((topic) => !/^\p{L}[\p{L}\p{M}\p{N}-]{0,31}$/u.test(topic))).toEqual([]);
        }
      } catch (error) {
        expect((error as Error).message).toBe("The file is no OPML: it has no opml element.");
      }
    }),
    { numRuns: 400 },
  );
});

test("a list written is the list read, whatever the titles hold", () => {
  const feed = fc.record({
    title: fc.string({ minLength: 1, maxLength: 60, unit: "grapheme" }),
    url: fc.webUrl({ withQueryParameters: true }),
    homepage: fc.option(fc.webUrl()),
    topics: fc.uniqueArray(fc.constantFrom("world", "business", "science", "local-news"), { maxLength: 3 }),
  });
  const feeds = fc.uniqueArray(feed, { maxLength: 8, selector: ({ url }) => new URL(url).href });
  fc.assert(
    fc.property(feeds, (given) => {
      const read = parseOpml(toOpml(given));
      expect(read.map(({ url }) => url)).toEqual(given.map(({ url }) => new URL(url).href));
      expect(read.map(({ topics }) => topics)).toEqual(given.map(({ topics }) => topics));
      const isPlain = /^[\p{L}\p{N}]+$/u;
      for (const [index, { title }] of given.entries()) {
        if (isPlain.test(title)) expect(read[index]?.title.normalize("NFC")).toBe(title.normalize("NFC"));
      }
    }),
    { numRuns: 200 },
  );
});

test.each([
  ["100,000 outlines inside one another", `<opml><body>${'<outline text="x">'.repeat(100_000)}`],
  ["100,000 feeds", `<opml>${Array.from({ length: 100_000 }, (_, i) => `<outline xmlUrl="http://x/${i}"/>`).join("")}`],
  ["a title without end", `<opml><outline xmlUrl="http://x/" text="${"&amp;lt;".repeat(200_000)}"/>`],
  ["100,000 attributes", `<opml><outline ${Array.from({ length: 100_000 }, (_, i) => `a${i}="1"`).join(" ")}/>`],
])("a list with %s", (_name, text) => {
  const outlines = parseOpml(text);
  expect(outlines.length).toBeLessThanOrEqual(5000);
});

test.each([
  ["160,000 elements inside one another", "<b>".repeat(160_000)],
  ["elements that never end", "<link ".repeat(80_000)],
  ["comments that never end", "<!--".repeat(120_000)],
  ["9,000 feeds", '<link rel=alternate type="application/rss+xml" href=/a>'.repeat(9_000)],
])("a page with %s", (_name, html) => {
  expect(findFeedLinks(html, PAGE_URL).length).toBeLessThanOrEqual(10);
});

test("a feed named before nesting without end is found", () => {
  const html = `<link rel="alternate" type="application/rss+xml" href="/feed">${"<b>".repeat(5_000)}`;
  expect(findFeedLinks(html, PAGE_URL)).toEqual([{ url: "https://harbor.example/feed", title: null }]);
  const outlines = `<opml><outline xmlUrl="https://a.example/feed" text="A"/>${"<outline>".repeat(5_000)}`;
  expect(parseOpml(outlines).map(({ url }) => url)).toEqual(["https://a.example/feed"]);
});

test("a list of more than 5 million characters is refused", () => {
  expect(() => parseOpml(`<opml>${" ".repeat(5_000_001)}`)).toThrow("The file is longer than 5 MB.");
});

test("any entries have keys of their own, and are chosen once", () => {
  const entry = fc.record({
    guid: fc.option(fc.oneof(anyText, fc.constantFrom("1", "2"))),
    url: fc.oneof(anyUrl, fc.constantFrom("https://h.example/1", "https://h.example/1?utm_source=x", "")),
    title: fc.oneof(anyText, fc.constantFrom("Ferry", "")),
    byline: fc.constant(null),
    publishedAt: fc.option(fc.date({ noInvalidDate: true })),
    html: anyText,
  });
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 20 }), fc.boolean(), (entries, isFirstPoll) => {
      const keyed = entryKeys(entries);
      expect(keyed.length).toBeLessThanOrEqual(entries.length);
      expect(new Set(keyed.map(({ keys }) => keys[0])).size).toBe(keyed.length);
      for (const each of keyed) expect(toVersionKey(each)).toMatch(/^version:/);
      const seen = new Set<string>();
      const first = chooseNew(keyed, { seen, isFirstPoll, now: NOW });
      for (const { keys } of [...first.fresh, ...first.seeded]) for (const key of keys) seen.add(key);
      const again = chooseNew(keyed, { seen, isFirstPoll: false, now: NOW });
      const isChosen = new Set(first.fresh);
      expect(again.fresh.filter((each) => isChosen.has(each))).toEqual([]);
      for (const { entry: chosen } of first.fresh)
        expect(`${chosen.url} ${chosen.html}`).toMatch(/^https?:\/\/|.{40}/is);
    }),
    { numRuns: 300 },
  );
});

test("one page has one canonical address, however often it is asked for", () => {
  fc.assert(
    fc.property(anyUrl, (url) => {
      const once = canonicalUrl(url);
      expect(canonicalUrl(once)).toBe(once);
    }),
    { numRuns: 500 },
  );
});
