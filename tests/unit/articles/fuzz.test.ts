/** Pages and texts that nobody would write: nothing but the documented error, and always an answer. */

import { describe, expect, test } from "vitest";
import { ArticleError, extractArticle } from "../../../src/articles/extract.ts";
import { findAgency } from "../../../src/articles/facts/agency.ts";
import { htmlToText } from "../../../src/articles/fragment-text.ts";
import { readPastedText } from "../../../src/articles/pasted/read-pasted.ts";
import { hasPrompt, isPointer, isRail, readByline } from "../../../src/articles/site-lines/site-phrases.ts";
import { findLanguage } from "../../../src/articles/text-language.ts";
import { isDateLine } from "../../../src/languages/shared/dates/date-lines.ts";
import { findDate, readDate } from "../../../src/languages/shared/dates/dates.ts";
import { fc } from "../../helpers/property.ts";

const RUNS = { numRuns: 150 };

const tag = fc.constantFrom(
  "p",
  "div",
  "span",
  "a",
  "b",
  "li",
  "ul",
  "h1",
  "h2",
  "table",
  "tr",
  "td",
  "article",
  "aside",
  "script",
  "style",
  "br",
  "img",
  "svg",
  "title",
  "template",
  "noscript",
  "html",
  "body",
  "head",
  "form",
  "time",
  "x-y",
  "p:q",
);
const attribute = fc.constantFrom(
  "",
  ' class="related promo"',
  " hidden",
  ' style="display:none"',
  ' itemprop="articleBody"',
  ' datetime="2031-99-99"',
  " class='",
  ' href="#"',
  ' type="application/ld+json"',
  ' ="x"',
);
const piece = fc.oneof(
  fc.tuple(tag, attribute).map(([name, rest]) => `<${name}${rest}>`),
  tag.map((name) => `</${name}>`),
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.constantFrom(
    "&amp;",
    "&#0;",
    "&#x110000;",
    "<!--",
    "-->",
    "<![CDATA[",
    "“quoted” text.",
    "\uD800",
    "\u202E",
    '{"@type":"Article","headline":[[]]}',
    "The harbor opened on Monday, the mayor said.",
  ),
);
const page = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(""));

function extractOrRefuse(html: string): string {
  try {
    return extractArticle(html, "https://gazette.example/a").text;
  } catch (error) {
    if (error instanceof ArticleError) return error.message;
    throw error;
  }
}

test("any page gives text or the documented error", () => {
  fc.assert(
    fc.property(page, (html) => {
      expect(extractOrRefuse(html)).not.toBe("");
    }),
    RUNS,
  );
});

test("any text pasted gives text or the documented error, and nothing that was not pasted", () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(piece, fc.constantFrom("\n", "\n\n", "Must read", "By Ann Lee", "(Reuters)")), {
        maxLength: 40,
      }),
      (pieces) => {
        try {
          const { text } = readPastedText(pieces.join(" "));
          expect(text).not.toBe("");
          expect(text).not.toMatch(/\n{3}|[\u200B\u202E]/);
        } catch (error) {
          expect(error).toBeInstanceOf(ArticleError);
        }
      },
    ),
    RUNS,
  );
});

test("any fragment reads as clean text", () => {
  fc.assert(
    fc.property(page, (html) => {
      const text = htmlToText(html);
      expect(text).toBe(text.trim());
      expect(text.isWellFormed()).toBe(true);
    }),
    RUNS,
  );
});

test("any line can be asked what it is", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (line) => {
      for (const ask of [isRail, isPointer, hasPrompt, isDateLine, readByline]) ask(line);
      for (const ask of [readDate, findDate]) ask(line, { language: null, hasShortYears: true });
      findAgency([line, line]);
      expect(findLanguage(line, "en-GB")).toMatch(/^[a-z]{2,3}$/);
    }),
    RUNS,
  );
});

describe("pages built to exhaust a reader are answered", () => {
  const wide = "<p>The harbor of Velmora opened on Monday.</p>";
  test.each([
    ["unclosed inline elements", `${"<b><i><p>".repeat(600)}deep ${wide}`],
    ["fifty thousand line breaks", `${wide}${"<br><br>".repeat(25_000)}${wide}`],
    ["an attribute of four megabytes", `<div class="${"a ".repeat(2_000_000)}">${wide}</div>`],
    ["a title of spaces", `<title>${" ".repeat(200_000)}</title>${wide}`],
    ["a paragraph of five megabytes", `<p>${"word ".repeat(1_000_000)}</p>`],
    ["ten thousand paragraphs", wide.repeat(10_000)],
    ["ten thousand links in a row", `<p>${'<a href="/x">link</a> '.repeat(10_000)}</p>${wide}`],
    ["tables in tables", `${"<table><tr><td>".repeat(300)}cell${"</td></tr></table>".repeat(300)}${wide}`],
    ["quotes without an end", `<p>${"“".repeat(100_000)}</p>${wide}`],
    [
      "structured data without an end",
      `<script type="application/ld+json">${'{"@graph":['.repeat(20_000)}</script>${wide}`,
    ],
    ["half a tag", `${wide}<a href="`],
  ])("%s", (_, html) => {
    expect(extractOrRefuse(html)).not.toBe("");
  });

  test("pasted text of one endless line and of endless lines", () => {
    expect(readPastedText("word ".repeat(400_000)).text).not.toBe("");
    expect(readPastedText("Must read\n".repeat(50_000)).text).not.toBe("");
    expect(readPastedText(`${"“ ".repeat(100_000)}`).text).not.toBe("");
  });
});
