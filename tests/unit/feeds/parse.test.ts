/** Feeds of every kind come out as the same entries. */

import { expect, test } from "vitest";
import { parseFeed } from "../../../src/feeds/parse.ts";

const parse = (text: string, url = "https://harbor.example/feed") => parseFeed(Buffer.from(text), null, url);

const rss = (items: string, channel = "<title>Harbor Wire</title><link>https://harbor.example/</link>"): string =>
  `<rss version="2.0"><channel>${channel}${items}</channel></rss>`;

test("RSS, Atom, RDF and JSON Feed say the same", async () => {
  const documents = [
    rss(
      `<item><title>Port reopens</title><link>https://harbor.example/1</link><guid isPermaLink="false">n1</guid><author>desk@harbor.example (Ann Lee)</author><pubDate>Mon, 23 Nov 2026 08:00:00 +0100</pubDate><description>&lt;p&gt;Ships sail.&lt;/p&gt;</description></item>`,
    ),
    `<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbor Wire</title><link href="https://harbor.example/"/><entry><id>n1</id><title>Port reopens</title><link href="/1"/><author><name>Ann Lee</name></author><published>2026-11-23T07:00:00Z</published><content type="html">&lt;p>Ships sail.&lt;/p></content></entry></feed>`,
    `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Harbor Wire</title><link>https://harbor.example/</link></channel><item rdf:about="n1"><title>Port reopens</title><link>https://harbor.example/1</link><dc:creator>Ann Lee</dc:creator><dc:date>2026-11-23T07:00Z</dc:date><description>&lt;p&gt;Ships sail.&lt;/p&gt;</description></item></rdf:RDF>`,
    JSON.stringify({
      version: "https://jsonfeed.org/version/1.1",
      title: "Harbor Wire",
      home_page_url: "https://harbor.example/",
      items: [
        {
          id: "n1",
          url: "https://harbor.example/1",
          title: "Port reopens",
          authors: [{ name: "Ann Lee" }],
          date_published: "2026-11-23T07:00:00Z",
          content_html: "<p>Ships sail.</p>",
        },
      ],
    }),
  ];
  for (const document of documents) {
    expect(await parse(document)).toMatchObject({
      title: "Harbor Wire",
      link: "https://harbor.example/",
      entries: [
        {
          guid: "n1",
          url: "https://harbor.example/1",
          title: "Port reopens",
          byline: "Ann Lee",
          publishedAt: new Date("2026-11-23T07:00:00Z"),
          html: "<p>Ships sail.</p>",
        },
      ],
    });
  }
});

test.each([
  ["", "The document is empty."],
  ["<!doctype html><html><p>Log in<br>here</html>", "The document is an HTML page, not a feed."],
  ['{"version": "1"}', "The document is JSON, but not a JSON Feed."],
  ["<opml></opml>", "The document is XML, but neither RSS nor Atom."],
  ["\0\0\0 no feed", "The document is neither RSS, Atom nor JSON Feed."],
])("%j is refused with a sentence", async (text, message) => {
  await expect(parse(text)).rejects.toThrow(message);
});

test("an empty feed is a feed with no entries", async () => {
  expect((await parse(rss(""))).entries).toEqual([]);
});

test("a link is never a script", async () => {
  const feed = await parse(rss("<item><title>x</title><link>javascript:alert(1)</link></item>"));
  expect(feed.entries[0]?.url).toBe("");
});

test("a JSON Feed is read by what fits in it", async () => {
  const feed = await parse(
    JSON.stringify({
      version: "https://jsonfeed.org/version/1",
      title: "Harbor <Wire>",
      home_page_url: "/",
      language: "en_GB",
      author: { name: "Ann Lee" },
      hubs: [{ type: "WebSub", url: "https://hub.example/" }],
      items: [
        { id: 7, external_url: "/1", title: "Tea & <Harbor>", content_text: "1 < 2 & 3" },
        { id: "https://harbor.example/2", title: 9, summary: "Short.", date_published: "soon", authors: "nobody" },
        "no item",
        null,
      ],
    }),
  );
  expect(feed).toMatchObject({
    title: "Harbor <Wire>",
    link: "https://harbor.example/",
    language: "en-gb",
    hints: { hubUrl: "https://hub.example/" },
    entries: [
      {
        guid: "7",
        url: "https://harbor.example/1",
        title: "Tea & <Harbor>",
        byline: "Ann Lee",
        html: "1 &lt; 2 &amp; 3",
      },
      {
        guid: "https://harbor.example/2",
        url: "https://harbor.example/2",
        title: "",
        publishedAt: null,
        html: "Short.",
      },
    ],
  });
  expect(feed.entries.length).toBe(2);
});
