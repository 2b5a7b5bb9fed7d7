/** Metadata, bytes and repeated paragraphs that nobody would write: an answer or the documented refusal, never a throw. */

import { expect, test } from "vitest";
import { ArticleError, extractArticle } from "../../../src/articles/extract.ts";
import { readPage } from "../../../src/articles/page/read-page.ts";
import { isAsk } from "../../../src/articles/site-lines/prompts.ts";
import { createSiteMemory } from "../../../src/articles/site-lines/site-memory.ts";
import { opensWithPrompt } from "../../../src/articles/site-lines/site-phrases.ts";
import { fc } from "../../helpers/property.ts";

const RUNS = { numRuns: 200 };
const BODY = "<p>The harbor of Velmora opened on Monday, the mayor said.</p>";

const word = fc.constantFrom(
  "@type",
  "@graph",
  "@id",
  "author",
  "name",
  "headline",
  "datePublished",
  "articleBody",
  "publisher",
  "image",
  "url",
  "mainEntity",
  "isAccessibleForFree",
  "NewsArticle",
  "Person",
  "2031-13-45T99:99",
  "2031-03-04",
  "By Ann Lee",
  "http://[bad",
  "\uD800",
);
const leaf = fc.oneof(word, fc.string({ maxLength: 30 }), fc.integer(), fc.boolean(), fc.constant(null), fc.double());
const data = fc.letrec((tie) => ({
  node: fc.oneof({ depthSize: "small" }, leaf, fc.array(tie("node"), { maxLength: 4 }), tie("object")),
  object: fc.dictionary(fc.oneof(word, fc.string({ maxLength: 6 })), tie("node"), { maxKeys: 6 }),
})).object;

test("structured data of any shape leaves an article with facts of the promised kinds", () => {
  fc.assert(
    fc.property(fc.array(data, { maxLength: 4 }), fc.boolean(), (scripts, isBroken) => {
      const html = scripts
        .map((each) =>
          JSON.stringify({ "@type": "NewsArticle", ...(each as object) }).slice(0, isBroken ? -2 : undefined),
        )
        .map((each) => `<script type="application/ld+json">${each}</script>`)
        .join("");
      const article = extractArticle(`${html}${BODY}`, "https://gazette.example/a");
      expect(typeof article.title).toBe("string");
      for (const value of [article.byline, article.outlet, article.agency, article.imageUrl, article.canonicalUrl])
        expect(value === null || (typeof value === "string" && value !== "")).toBe(true);
      expect(article.publishedAt === null || !Number.isNaN(article.publishedAt.getTime())).toBe(true);
      expect(article.language).toMatch(/^[a-z]{2,3}$/);
    }),
    RUNS,
  );
});

const meta = fc.record({
  name: fc.oneof(
    fc.constantFrom(
      "author",
      "article:published_time",
      "og:title",
      "og:image",
      "og:url",
      "robots",
      "og:locale",
      "date",
    ),
    fc.string({ maxLength: 12 }),
  ),
  content: fc.oneof(word, fc.string({ unit: "binary", maxLength: 60 })),
});

test("meta elements with any content are read or passed over", () => {
  fc.assert(
    fc.property(fc.array(meta, { maxLength: 12 }), fc.option(fc.string({ maxLength: 40 })), (elements, url) => {
      const toAttribute = (text: string): string => text.replace(/["<>]/g, "");
      const head = elements
        .map(
          ({ name, content }) =>
            `<meta name="${toAttribute(name)}" property="${toAttribute(name)}" content="${toAttribute(content)}">`,
        )
        .join("");
      const article = extractArticle(`${head}${BODY}`, url);
      expect(article.text).toContain("harbor of Velmora");
      expect(article.imageUrl === null || /^https?:/.test(article.imageUrl)).toBe(true);
    }),
    RUNS,
  );
});

test("any bytes called a page in any charset give an article or a reason", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 400 }),
      fc.option(fc.oneof(fc.constantFrom("text/html; charset=utf-16", "text/html; charset=x", "gbk"), fc.string())),
      async (body, contentType) => {
        const answer = await readPage({
          body,
          contentType,
          url: "https://gazette.example/a",
          xRobotsTag: null,
          tdmReservation: null,
        });
        if ("reason" in answer) expect(answer.reason).toMatch(/\.$/);
        else expect(answer.article.text).not.toBe("");
      },
    ),
    RUNS,
  );
});

test("what a site repeats is only ever taken out: the rest stays in order, and most of the text with it", () => {
  const paragraph = fc.oneof(fc.constantFrom("Read our letter.", "“Quoted words of somebody here.”", "A"), fc.string());
  const page = fc.record({
    feedId: fc.constantFrom("a", "b"),
    url: fc.oneof(fc.webUrl(), fc.constantFrom("https://x.example/1", "https://x.example/2", "no address")),
    title: fc.string({ maxLength: 40 }),
    text: fc.array(paragraph, { minLength: 1, maxLength: 8 }).map((each) => each.join("\n\n")),
  });
  fc.assert(
    fc.property(fc.array(page, { maxLength: 12 }), (pages) => {
      const memory = createSiteMemory();
      for (const each of pages) {
        const cleaned = memory.clean(each);
        expect(cleaned.length).toBeGreaterThanOrEqual(each.text.length * 0.6);
        const before = each.text.split("\n\n");
        let at = 0;
        for (const kept of cleaned.split("\n\n")) {
          at = before.indexOf(kept, at) + 1;
          expect(at).toBeGreaterThan(0);
        }
      }
      const next = createSiteMemory();
      next.load(memory.save());
      expect(next.save()).toBe(memory.save());
    }),
    RUNS,
  );
});

test("bait for patterns is answered, however long it goes on", () => {
  const bait = [
    "Sign up for ",
    "have a tip ",
    "the views expressed ",
    "(reporting by ",
    "contributed ",
    "follow on ",
    "a, ",
    "Подпишитесь на ",
    "订阅",
    "“",
    "1 ",
    "x",
  ];
  for (const piece of bait) {
    const line = piece.repeat(Math.ceil(50_000 / piece.length));
    for (const length of [200, 280, 400, 500, 50_000]) {
      const cut = line.slice(0, length);
      expect(typeof isAsk(cut)).toBe("boolean");
      expect(typeof opensWithPrompt(cut)).toBe("boolean");
    }
    try {
      expect(extractArticle(`<title>${line}</title><p>${line}</p>${BODY}`, null).text).not.toBe("");
    } catch (error) {
      expect(error).toBeInstanceOf(ArticleError);
    }
  }
});
