/** The picture an entry is given by its feed, in any element, and what is no picture of it. */

import { expect, test } from "vitest";
import { articleFromEntry } from "../../../src/articles/from-entry.ts";
import { parseFeed } from "../../../src/feeds/parse.ts";

const SITE = "https://quayside.example";
const PICTURE = `${SITE}/pictures/quay-fire.jpg`;
const NAMES =
  'xmlns:media="http://search.yahoo.com/mrss/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:atom="http://www.w3.org/2005/Atom"';

const item = (inside: string, name = "a"): string =>
  `<item><title>Quay ${name}</title><link>${SITE}/${name}</link>${inside}</item>`;
const rss = (items: string, channel = ""): string =>
  `<rss version="2.0" ${NAMES}><channel><title>Quayside Post</title><link>${SITE}/</link>${channel}${items}</channel></rss>`;

async function picturesOf(document: string): Promise<readonly (string | null)[]> {
  const { entries } = await parseFeed(new TextEncoder().encode(document), null, `${SITE}/feed`);
  return entries.map((entry) => articleFromEntry(entry, "Quayside Post").imageUrl);
}
const pictureOf = async (inside: string): Promise<string | null> => (await picturesOf(rss(item(inside))))[0] ?? null;
const html = (inside: string): string => `<description><![CDATA[<p>Nets burn.</p>${inside}]]></description>`;

test.each([
  ["an enclosure", `<enclosure url="${PICTURE}" type="image/jpeg" length="0"/>`],
  ["an enclosure without a kind", `<enclosure url="${PICTURE}"/>`],
  ["a link to an enclosure", `<atom:link rel="enclosure" type="image/jpeg" href="${PICTURE}"/>`],
  ["media:content by its medium", `<media:content url="${PICTURE}" medium="image"/>`],
  ["media:content by its type", `<media:content url="${PICTURE}" type="image/webp"/>`],
  ["media:content by its name", `<media:content url="${PICTURE}"/>`],
  ["media:thumbnail", `<media:thumbnail url="${PICTURE}" width="240" height="135"/>`],
  ["a group", `<media:group><media:content url="${PICTURE}" medium="image"/></media:group>`],
  [
    "a film's still in its group",
    `<media:group><media:content url="${SITE}/a.mp4" medium="video"/><media:thumbnail url="${PICTURE}"/></media:group>`,
  ],
  [
    "a film's still in its element",
    `<media:content url="${SITE}/a.mp4" type="video/mp4"><media:thumbnail url="${PICTURE}"/></media:content>`,
  ],
  ["itunes:image", `<itunes:image href="${PICTURE}"/>`],
  ["an image with an address inside", `<image><url>${PICTURE}</url></image>`],
  ["an image with an address as its text", `<image>${PICTURE}</image>`],
  ["an image with an attribute", `<image href="${PICTURE}"/>`],
  ["a thumbnail element", `<thumbnail>${PICTURE}</thumbnail>`],
  ["a relative address", '<enclosure url="/pictures/quay-fire.jpg" type="image/jpeg"/>'],
  ["an img in the text", html(`<img src="${PICTURE}">`)],
  ["an img behind a pixel", html(`<img src="${SITE}/x.gif" width="1" height="1"><img src="${PICTURE}" width="600">`)],
  ["an img loaded late", html(`<img src="data:image/gif;base64,R0" data-src="${PICTURE}">`)],
  ["an img of several sizes", html(`<img srcset="${PICTURE} 600w, ${SITE}/b.jpg 1200w">`)],
  ["a relative img", html('<img src="/pictures/quay-fire.jpg">')],
  ["a film's poster in the text", html(`<video poster="${PICTURE}" src="${SITE}/a.mp4"></video>`)],
])("%s is shown", async (_, inside) => {
  expect(await pictureOf(inside)).toBe(PICTURE);
});

test.each([
  ["a pixel", `<media:content url="${SITE}/a.gif" medium="image" width="1" height="1"/>`],
  ["a sound", `<enclosure url="${SITE}/a.mp3" type="audio/mpeg"/>`],
  ["a film", `<media:content url="${SITE}/a.mp4" medium="video"/>`],
  ["a drawing", `<enclosure url="${SITE}/a.svg" type="image/svg+xml"/>`],
  ["the logo", `<media:thumbnail url="${SITE}/img/logo.png"/>`],
  ["the author", html(`<img class="avatar" src="${SITE}/ilan.jpg">`)],
  ["a smiley", html(`<img class="wp-smiley" src="${SITE}/1f600.png">`)],
  ["what counts readers", html('<img src="https://feeds.feedburner.com/~r/quayside/~4/x">')],
  ["a program", '<enclosure url="javascript:alert(1)" type="image/png"/>'],
])("%s is not", async (_, inside) => {
  expect(await pictureOf(inside)).toBeNull();
});

test("of several sizes the large one is shown, not the one for print", async () => {
  const sizes = [140, 1200, 5000].map(
    (width) => `<media:content medium="image" width="${width}" url="${SITE}/w${width}.jpg"/>`,
  );
  expect(await pictureOf(sizes.join(""))).toBe(`${SITE}/w1200.jpg`);
});

test("the channel's own picture, and one that stands on every item, are the outlet's", async () => {
  const own = `<itunes:image href="${SITE}/cover.jpg"/>`;
  expect(await picturesOf(rss(item(own), own))).toEqual([null]);
  const same = `<media:thumbnail url="${SITE}/stock.jpg"/>`;
  const items = ["a", "b", "c"].map((name) => item(same, name)).join("");
  expect(await picturesOf(rss(`${items}${item(`<media:thumbnail url="${PICTURE}"/>`, "d")}`))).toEqual([
    null,
    null,
    null,
    PICTURE,
  ]);
});

test("Atom and JSON feeds give pictures and categories, too", async () => {
  const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Q</title><entry><title>A</title><id>1</id><link href="${SITE}/a"/>
    <link rel="enclosure" type="image/png" href="${PICTURE}"/><category term="kommunalpolitik" label="Kommunalpolitik"/></entry></feed>`;
  expect(await picturesOf(atom)).toEqual([PICTURE]);
  const json = JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title: "Q",
    items: [
      { id: "1", url: `${SITE}/a`, content_html: "x", image: "/pictures/quay-fire.jpg", tags: ["Hafen", "hafen", ""] },
      { id: "2", url: `${SITE}/b`, content_html: "x", attachments: [{ url: PICTURE, mime_type: "image/jpeg" }] },
      {
        id: "3",
        url: `${SITE}/c`,
        content_html: "x",
        image: 7,
        tags: "none",
        attachments: [{ url: `${SITE}/c.mp3`, mime_type: "audio/mpeg" }],
      },
    ],
  });
  expect(await picturesOf(json)).toEqual([PICTURE, PICTURE, null]);
  const { entries } = await parseFeed(new TextEncoder().encode(json), null, `${SITE}/feed`);
  expect(entries.map(({ categories }) => categories)).toEqual([["Hafen"], [], []]);
  const [entry] = (await parseFeed(new TextEncoder().encode(atom), null, `${SITE}/feed`)).entries;
  expect(entry?.categories).toEqual(["Kommunalpolitik"]);
});

test("categories come from every vocabulary, each once, and addresses are none", async () => {
  const inside = `<category>Politics &amp; Law</category><category domain="x">harbor</category><category>Harbor</category>
    <category>https://quayside.example/tags/1</category><category><![CDATA[ ]]></category><dc:subject>Fishing, Nets</dc:subject><media:keywords>أخبار, 海</media:keywords>`;
  const { entries } = await parseFeed(new TextEncoder().encode(rss(item(inside))), null, `${SITE}/feed`);
  expect(entries[0]?.categories).toEqual(["Politics & Law", "harbor", "Fishing", "Nets", "أخبار", "海"]);
});
