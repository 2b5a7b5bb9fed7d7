/** What a page sets apart as somebody's words keeps its marks: q, blockquote, the answers of an interview. */

import { describe, expect, test } from "vitest";
import { extractArticle } from "../../../src/articles/extract.ts";

const FILLER =
  "<p>The harbor board of Varen met on Monday to speak about the ferry, which has run late for nine weeks in a row.</p><p>A bus will go around the bay every twenty minutes until the new boat comes, and the town pays for it.</p>";
const textOf = (inner: string, lang = "en") =>
  extractArticle(
    `<html lang="${lang}"><head><title>Ferry runs late in Varen</title></head><body><article><h1>Ferry runs late in Varen</h1>${FILLER}${inner}</article></body></html>`,
    null,
  ).text;

describe("q", () => {
  test("gets marks where the page wrote none", () => {
    expect(textOf("<p><q>Nobody asked the crew of the boat</q>, said Otto Lind, the mayor.</p>")).toContain(
      "“Nobody asked the crew of the boat”, said",
    );
  });
  test("gets those of the language", () => {
    expect(textOf("<p><q>Niemand hat die Mannschaft gefragt</q>, sagte Otto Lind am Montag.</p>", "de")).toContain(
      "„Niemand hat die Mannschaft gefragt“",
    );
  });
  test("keeps the page's own", () => {
    expect(textOf("<p><q>“Nobody asked the crew of the boat”</q>, said Otto Lind.</p>")).not.toContain("““");
  });
});

describe("ruby", () => {
  const read = (inner: string) =>
    extractArticle(
      `<html lang="ja"><head><title>港の船</title></head><body><article><h1>港の船</h1><p>${inner}</p><p>船は来月から毎日三回、島と町の間を走ります。切符は今までと同じです。</p></article></body></html>`,
      null,
    ).text;
  test.each([
    [
      "with both ends",
      "<ruby>港<rt>みなと</rt></ruby>に<ruby>新<rt>あたら</rt></ruby>しい<ruby>船<rt>ふね</rt></ruby>が来ました。",
    ],
    ["with brackets for old readers", "<ruby>港<rp>（</rp><rt>みなと</rt><rp>）</rp></ruby>に新しい船が来ました。"],
    ["with ends left out", "<ruby>港<rt>みなと</ruby>に新しい船が来ました。"],
  ])("is read once, %s", (_title, inner) => {
    expect(read(inner)).toContain("港に新しい船が来ました。");
  });
});

describe("blockquote", () => {
  test("is marked where the page set it apart", () => {
    const text = textOf(
      "<p>The union wrote a letter. It reads:</p><blockquote><p>The ferry was safe on the day it was stopped by the board.</p></blockquote><p>The board did not answer the letter of the union by Tuesday.</p>",
    );
    expect(text).toContain("“The ferry was safe on the day it was stopped by the board.”");
  });
});

describe("an interview", () => {
  test("has its answers in marks", () => {
    const text = textOf(
      "<h3>When did you know?</h3><p>I knew in May that the ferry was lost, and the board knew it too.</p><h3>Why did you tell nobody?</h3><p>I was asked by the mayor to keep it quiet until the vote in June.</p>",
    );
    expect(text).toContain("“I knew in May that the ferry was lost, and the board knew it too.”");
    expect(text).toContain("“I was asked by the mayor to keep it quiet until the vote in June.”");
  });
  test("is none where readers ask", () => {
    const text = textOf(
      "<h3>How long is the bus ride?</h3><p>It takes forty minutes from the quay to the school and back.</p><h3>Who pays for it?</h3><p>The town pays for the bus until the end of March next year.</p>",
    );
    expect(text).not.toContain("“");
  });
});
