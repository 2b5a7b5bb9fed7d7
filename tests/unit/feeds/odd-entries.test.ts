/** Entries that hold what they tell in an unusual place: links, texts, titles about tags, and charsets said wrongly. */

import { expect, test } from "vitest";
import { parseFeed } from "../../../src/feeds/parse.ts";

const URL = "https://quay.example/feed.xml";
const read = async (document: string, contentType: string | null = null) =>
  (await parseFeed(new TextEncoder().encode(document), contentType, URL)).entries[0];
const rss = (item: string) =>
  read(`<rss version="2.0"><channel><title>Quay</title><item>${item}</item></channel></rss>`);
const atom = (entry: string) =>
  read(`<feed xmlns="http://www.w3.org/2005/Atom"><title>Quay</title><entry><id>urn:q:1</id>${entry}</entry></feed>`);

const PAGE = "https://quay.example/news/7";
test.each([
  [
    "a file before the page",
    rss(`<title>t</title><link rel="enclosure">https://quay.example/7.mp3</link><link>${PAGE}</link>`),
  ],
  [
    "a file written as a text",
    read(
      `<feed><entry><title>t</title><link rel="alternate" href="${PAGE}"/><link rel="enclosure">https://quay.example/7.jpg</link></entry></feed>`,
    ),
  ],
  ["the page of the content", atom(`<title>t</title><content type="text/html" src="/news/7"/>`)],
  ["a related page only", atom(`<title>t</title><link rel="related" href="/news/7"/>`)],
  ["the entry itself only", atom(`<title>t</title><link rel="self" href="/news/7"/>`)],
])("the link of an entry is its page: %s", async (_name, entry) => {
  expect((await entry)?.url).toBe(PAGE);
});

test.each([
  ["in CDATA", "<![CDATA[https://quay.example/news?id=7&amp;part=2]]>"],
  ["twice escaped", "https://quay.example/news?id=7&amp;amp;part=2"],
])("a link escaped once too often is mended: %s", async (_name, link) => {
  expect((await rss(`<title>t</title><link>${link}</link>`))?.url).toBe("https://quay.example/news?id=7&part=2");
});

test("a picture is no text while another element has words", async () => {
  const entry = await atom(
    `<title>t</title><summary>The mill of Sundmark burned down.</summary><content type="html">&lt;img src="m.jpg"/&gt;</content>`,
  );
  expect(entry?.html).toBe("The mill of Sundmark burned down.");
  const alone = await atom(`<title>t</title><content type="html">&lt;img src="m.jpg"/&gt;</content>`);
  expect(alone?.html).toContain("m.jpg");
});

test.each([
  ["Why <em> is not <i>", `<title type="text">Why &lt;em&gt; is not &lt;i&gt;</title>`],
  ["How the <nav> element came to be", `<title type="html"><![CDATA[How the &lt;nav&gt; element came to be]]></title>`],
  [
    "Mind the <hr> line",
    `<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Mind the <code>&lt;hr&gt;</code> line</div></title>`,
  ],
  ["A bold move", `<title type="html">A &lt;b&gt;bold&lt;/b&gt; move</title>`],
  [
    "Mill burned down",
    `<title type="html">&lt;svg viewBox="0 0 1 1"&gt;&lt;title&gt;icon&lt;/title&gt;&lt;/svg&gt;Mill burned down</title>`,
  ],
])("a title about tags keeps them, markup goes: %s", async (title, element) => {
  expect((await atom(`${element}<link href="/news/7"/>`))?.title).toBe(title);
});

test.each([
  ["Why the <table> tag turns forty", "Why the &lt;table&gt; tag turns forty"],
  ["Mill burned down at night", "Mill &lt;br&gt; burned down at night"],
  ["Mill burned down at night", "&lt;p&gt; Mill burned &lt;img src='a.png'&gt; down at night"],
  ["Mill burned down at night", "Mill &lt;b&gt; burned &lt;/b&gt; down at night"],
])("a tag that stands as a word of an RSS title is told of: %s", async (title, escaped) => {
  expect((await rss(`<title>${escaped}</title><link>${PAGE}</link>`))?.title).toBe(title);
});

test("a feed full of made-up entities does not leave others' entities unread", async () => {
  const madeUp = Array.from({ length: 6_000 }, (_, index) => `&amp;q${index}x;`);
  for (let from = 0; from < madeUp.length; from += 1_500)
    await rss(`<title>${madeUp.slice(from, from + 1_500).join("")}</title><link>${PAGE}</link>`);
  expect((await rss(`<title>Mill &amp;frac34; full</title><link>${PAGE}</link>`))?.title).toBe("Mill ¾ full");
});

test("markup escaped twice in a title goes as well, and so does a picture", async () => {
  expect((await rss(`<title>A &amp;lt;b&amp;gt;bold&amp;lt;/b&amp;gt; move</title><link>${PAGE}</link>`))?.title).toBe(
    "A bold move",
  );
  const picture = "&lt;picture&gt;&lt;source srcset='a'&gt;&lt;img src='a.png'&gt;&lt;/picture&gt;";
  expect((await rss(`<title>${picture}Mill burned down</title><link>${PAGE}</link>`))?.title).toBe("Mill burned down");
});

test("what is surely UTF-8 is read so, whatever charset it says it is", async () => {
  const document = `<?xml version="1.0" encoding="windows-1251"?><rss version="2.0"><channel><item><title>Мельница сгорела</title><link>${PAGE}</link></item></channel></rss>`;
  expect((await read(document))?.title).toBe("Мельница сгорела");
  expect((await read(document, "text/xml; charset=koi8-r"))?.title).toBe("Мельница сгорела");
});
