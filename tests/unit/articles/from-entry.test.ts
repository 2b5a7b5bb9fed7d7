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
