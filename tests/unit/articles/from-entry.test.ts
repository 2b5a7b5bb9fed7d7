/** An article made of a feed entry alone. */

import { expect, test } from "vitest";
import { articleFromEntry } from "../../../src/articles/from-entry.ts";

const ENTRY = {
  guid: "1",
  url: "https://gazette.example/a",
  title: "Port of Velmora reopens &amp; ferries wait",
  byline: "Ilan Korr",
  publishedAt: new Date("2031-03-04T07:15:00Z"),
  html: "",
};

test("the feed's summary becomes clean paragraphs without what blog software adds", () => {
  const article = articleFromEntry(
    {
      ...ENTRY,
      html: `<p><img src="https://gazette.example/port.jpg"> The port reopened on Tuesday, the harbor authority said. [&hellip;]</p><p>Read also: The storm in pictures</p><p>The post <a href="/a">Port of Velmora reopens</a> appeared first on <a href="/">Harbor Gazette</a>.</p>`,
    },
    "Harbor Gazette",
  );
  expect(article).toEqual({
    title: "Port of Velmora reopens & ferries wait",
    byline: "Ilan Korr",
    outlet: "Harbor Gazette",
    agency: null,
    publishedAt: ENTRY.publishedAt,
    language: "en",
    canonicalUrl: null,
    imageUrl: "https://gazette.example/port.jpg",
    text: "The port reopened on Tuesday, the harbor authority said.",
  });
});

test("an entry without a summary gives an empty text and keeps its title", () => {
  const article = articleFromEntry(ENTRY, "Harbor Gazette");
  expect(article.text).toBe("");
  expect(article.title).toBe("Port of Velmora reopens & ferries wait");
});

const textOf = (html: string, title = ENTRY.title): string =>
  articleFromEntry({ ...ENTRY, title, html }, "Harbor Gazette").text;

test.each([
  [
    "who submitted it",
    `<!-- SC_OFF --><div class="md"><p>The pier was closed at noon.</p></div><!-- SC_ON --> &#32; submitted by &#32; <a href="https://forum.example/user/tide_watcher"> /u/tide_watcher </a> <br/> <span><a href="https://news.example/a">[link]</a></span> &#32; <span><a href="https://forum.example/c">[comments]</a></span>`,
    "The pier was closed at noon.",
  ],
  [
    "counters",
    "<p>Article URL: <a href='https://a.example'>https://a.example</a></p><p>Comments URL: <a href='https://b.example'>https://b.example</a></p><p>Points: 31</p><p># Comments: 12</p>",
    "",
  ],
  ["a link to comments", '<a href="https://b.example/c">Comments</a>', ""],
  [
    "headlines of other outlets",
    '<ol><li><a href="https://x.example/1">Ferries wait as port reopens</a>&nbsp;&nbsp;<font color="#6f6f6f">Tide Daily</font></li><li><a href="https://x.example/2">Velmora harbor open again</a>&nbsp;&nbsp;<font color="#6f6f6f">Coast Post</font></li></ol>',
    "",
  ],
  [
    "a podcast's notices",
    "<p>Ada Moor tells how the port was lost. Learn more about your ad choices. Visit podhost.example/adchoices</p><p>Hosted on Acast. See acast.com/privacy for more information.</p>",
    "Ada Moor tells how the port was lost.",
  ],
  [
    "nothing of a text with links",
    '<p>The port <a href="https://a.example">reopened</a> on Tuesday, <a href="https://b.example">the harbor authority</a> said.</p>',
    "The port reopened on Tuesday, the harbor authority said.",
  ],
])("of an entry's text goes %s", (_, html, text) => {
  expect(textOf(html)).toBe(text);
});

test.each([
  ["admin", null],
  ["Unknown", null],
  ["quayside.example", null],
  ["www.quayside.example", null],
  ["Harbor Gazette", null],
  ["By Ilan Korr", "Ilan Korr"],
  ["Ilan Korr and Ada Moor", "Ilan Korr, Ada Moor"],
])("a feed's writer %s is %s", (byline, expected) => {
  expect(articleFromEntry({ ...ENTRY, byline }, "Harbor Gazette").byline).toBe(expected);
});
