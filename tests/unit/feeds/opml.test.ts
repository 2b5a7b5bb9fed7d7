/** Lists of feeds come from other readers and go back to them. */

import { expect, test } from "vitest";
import { parseOpml, toOpml } from "../../../src/feeds/opml.ts";
import { fc } from "../../helpers/property.ts";

/** Machines that run the tests may be busy. */
test("feeds in folders carry the folders' names as topics", () => {
  const text = `<?xml version="1.0"?><opml version="1.0"><body>
    <outline text="World &amp; Trade"><outline text="Harbor Wire" type="rss" xmlUrl="https://harbor.example/feed?a=1&amp;b=2" htmlUrl="https://harbor.example/"/></outline>
    <outline title="Loose" text="x" XMLURL="http://loose.example/rss" category="/science/space,local">
    <outline text="Harbor again" xmlUrl="https://harbor.example/feed?a=1&amp;b=2"/>
    <outline text="bad" xmlUrl="javascript:alert(1)"/><outline text="bad" xmlUrl="feed.xml"/>
  </body></opml>`;
  expect(parseOpml(text)).toEqual([
    {
      title: "Harbor Wire",
      url: "https://harbor.example/feed?a=1&b=2",
      homepage: "https://harbor.example/",
      topics: ["world-trade"],
    },
    { title: "Loose", url: "http://loose.example/rss", homepage: null, topics: ["science", "space", "local"] },
  ]);
});

test("what is no OPML is refused in words", () => {
  expect(() => parseOpml("<html></html>")).toThrow("The file is no OPML");
});

test("an outline without a name is called by its host", () => {
  expect(parseOpml('<opml><outline xmlUrl="https://harbor.example/f"/></opml>')[0]?.title).toBe("harbor.example");
});

test("what is written is read back the same", () => {
  const title = fc.string({ minLength: 1, maxLength: 60 }).map((text) => text.replace(/[<>&\s]+/g, " ").trim() || "x");
  const feed = fc.record({
    title,
    url: fc.webUrl({ withQueryParameters: true }).map((url) => new URL(url).href),
    homepage: fc.option(fc.webUrl().map((url) => new URL(url).href)),
    topics: fc.uniqueArray(fc.constantFrom("world", "new-zealand", "science"), { maxLength: 3 }),
  });
  fc.assert(
    fc.property(fc.uniqueArray(feed, { maxLength: 8, selector: (each) => each.url }), (feeds) => {
      expect(parseOpml(toOpml(feeds)).map(({ url, homepage, topics }) => ({ url, homepage, topics }))).toEqual(
        feeds.map(({ url, homepage, topics }) => ({ url, homepage, topics })),
      );
    }),
  );
});

test("titles with markup stay what they are", () => {
  const feeds = [{ title: `"Tea" & <Harbor>'s`, url: "https://harbor.example/", homepage: null, topics: [] }];
  expect(parseOpml(toOpml(feeds))[0]?.title).toBe(`"Tea" & <Harbor>'s`);
});
