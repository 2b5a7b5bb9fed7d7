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
