/** Whatever comes, the parser answers with entries or with a sentence, and does not hang. */

import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseFeed } from "../../../src/feeds/parse.ts";
import { fc } from "../../helpers/property.ts";

/** Machines that run the tests may be busy; a hang is one all the same. */
const FOLDER = new URL("../../fixtures/feeds/", import.meta.url);
const fixtures = readdirSync(FOLDER).map((name) => readFileSync(new URL(name, FOLDER)));

/** Entries that hold what they promise, or an Error with one sentence. */
async function check(bytes: Uint8Array): Promise<void> {
  try {
    const feed = await parseFeed(bytes, null, "https://harbor.example/feed");
    for (const entry of feed.entries) {
      expect(entry.url === "" || /^(?:https?:\/\/|tag:|urn:)/i.test(entry.url), entry.url).toBe(true);
      expect(entry.title).toBe(entry.title.trim());
      expect(entry.title.length).toBeLessThanOrEqual(1000);
      expect((entry.title + entry.html).isWellFormed()).toBe(true);
      expect(entry.publishedAt === null || !Number.isNaN(entry.publishedAt.getTime())).toBe(true);
    }
  } catch (error) {
    expect(error).toBeInstanceOf(Error);
    expect((error as Error).message).toMatch(/^The document [^\n]{5,80}\.$/);
  }
}

test("any bytes", async () => {
  await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 500 }), check), { numRuns: 200 });
});

test("anything that looks like XML", async () => {
  const piece = fc.oneof(
    fc.constantFrom(
      ..."<rss version='2.0'>|<channel>|<item>|</item>|<title>|</title>|<link>|</link>|<guid isPermaLink='true'>|</guid>".split(
        "|",
      ),
      ..."<feed xmlns='http://www.w3.org/2005/Atom'>|<entry>|</entry>|<content type='xhtml'>|</content>|<![CDATA[|]]>".split(
        "|",
      ),
      ..."<!--|-->|<!DOCTYPE x [|]>|&amp;|&#55296;|&#x110000;|&nope;|<a:b xmlns:a=''>|<br>|<|>|&|\"|'|\0|\ufffe|{|xml:base='x:'".split(
        "|",
      ),
      "<pubDate>Mon, 23 Nov 2026</pubDate>",
      "<link href='http://[' rel='alternate'/>",
      "]]>]]&gt;",
    ),
    fc.string({ maxLength: 8, unit: "binary" }),
  );
  const document = fc
    .array(piece, { maxLength: 60 })
    .map((pieces) => Buffer.from(`<rss><channel><item>${pieces.join("")}`));
  await fc.assert(fc.asyncProperty(document, check), { numRuns: 200 });
});

test("real feeds with bytes lost, doubled and changed", async () => {
  const damage = fc.record({
    at: fc.nat(),
    length: fc.nat(60),
    insert: fc.uint8Array({ maxLength: 6 }),
    isDoubled: fc.boolean(),
  });
  const damaged = fc
    .tuple(fc.constantFrom(...fixtures), fc.array(damage, { minLength: 1, maxLength: 5 }))
    .map(([bytes, list]) =>
      list.reduce<Buffer>((result, { at, length, insert, isDoubled }) => {
        const start = at % (result.length + 1);
        const end = Math.min(result.length, start + length);
        const lost = result.subarray(start, end);
        return Buffer.concat([
          result.subarray(0, start),
          insert,
          ...(isDoubled ? [lost, lost] : []),
          result.subarray(end),
        ]);
      }, bytes),
    );
  await fc.assert(fc.asyncProperty(damaged, check), { numRuns: 150 });
});

test("any JSON that claims to be a feed", async () => {
  const item = fc.oneof(
    fc.jsonValue(),
    fc.dictionary(fc.constantFrom("id", "url", "title", "content_html", "date_published", "authors"), fc.jsonValue()),
  );
  const feed = fc.record({
    version: fc.constant("https://jsonfeed.org/version/1"),
    items: fc.oneof(fc.array(item, { maxLength: 5 }), fc.jsonValue()),
    title: fc.jsonValue(),
  });
  await fc.assert(
    fc.asyncProperty(
      feed.map((value) => Buffer.from(JSON.stringify(value))),
      check,
    ),
    { numRuns: 200 },
  );
});

const item = (inner: string): string =>
  `<rss version="2.0"><channel><item><title>x</title>${inner}</item></channel></rss>`;

test.each([
  ["elements nested 50,000 deep", item(`<description>${"<a>".repeat(50_000)}`)],
  [
    "entities that grow",
    `<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>${item("<description>&b;</description>")}`,
  ],
  ["100,000 tags that never end", item(`<description>${"&lt;p ".repeat(100_000)}</description>`)],
  ["100,000 comments that never end", item(`<title>${"&lt;!--".repeat(100_000)}</title>`)],
  ["a title of 5 MB", item(`<title>${"x&amp;lt;b&amp;gt;".repeat(300_000)}</title>`)],
  ["100,000 attributes", `<rss ${Array.from({ length: 100_000 }, (_, i) => `a${i}="1"`).join(" ")}>${item("")}</rss>`],
  ["100,000 namespaces", item(Array.from({ length: 100_000 }, (_, i) => `<a${i}:b xmlns:a${i}="x"/>`).join(""))],
  ["50,000 items", `<rss><channel>${"<item><title>x</title></item>".repeat(50_000)}`],
  ["50,000 items inside one another", `<rss><channel>${"<item><title>".repeat(50_000)}`],
  ["50,000 kinds of entities", item(`<title>${Array.from({ length: 50_000 }, (_, i) => `&e${i};`).join("")}</title>`)],
  ["addresses without end", item(`<link>${"http://a@".repeat(50_000)}</link><author>${"(a@".repeat(50_000)}</author>`)],
])("%s", async (_name, text) => {
  await check(Buffer.from(text));
});
