/** What the page shows of a post, at its limits and one past them. */

import { describe, expect, test } from "vitest";
import type { ArticleId } from "../../../../src/domain/id.ts";
import type { Post, PostQuote } from "../../../../src/domain/post.ts";
import {
  HEADLINE_LENGTH_MAX,
  measurePost,
  POST_LENGTH_MAX,
  QUOTES_MAX,
  REPLY_LENGTH_MAX,
  renderPost,
  renderReply,
  shorten,
  toSafeUrl,
} from "../../../../src/platforms/web/render.ts";
import { fc } from "../../../helpers/property.ts";

const quote = (text: string): PostQuote => ({ text, speaker: null, role: null, url: "https://a.example/#:~:text=b" });

function buildPost(parts: Partial<Post> = {}): Post {
  return {
    articleId: 1 as ArticleId,
    headline: "",
    url: "https://a.example/news",
    outlet: "",
    agency: null,
    publishedAt: null,
    languageShown: null,
    sentences: [],
    quotes: [],
    imageUrl: null,
    alsoOutlets: [],
    isUpdated: false,
    isFeedSummary: false,
    topics: [],
    ...parts,
  };
}

describe("a post is shortened by meaning", () => {
  test("at the limit it is shown whole", () => {
    const post = buildPost({ sentences: ["s".repeat(1000)], quotes: [quote("q".repeat(POST_LENGTH_MAX - 1000))] });
    const shown = renderPost(post);
    expect(measurePost(shown)).toBe(POST_LENGTH_MAX);
    expect(shown.isShortened).toBe(false);
  });

  test("one past the limit loses its last quote whole, never a part of one", () => {
    const long = quote("q".repeat(POST_LENGTH_MAX - 1000));
    const shown = renderPost(buildPost({ sentences: ["s".repeat(1000)], quotes: [long, quote("x")] }));
    expect(shown.quotes.map((each) => each.text)).toEqual([long.text]);
    expect(shown.sentences).toEqual(["s".repeat(1000)]);
    expect(shown.isShortened).toBe(true);
  });

  test("all quotes go before the first sentence of the summary does", () => {
    const post = buildPost({ sentences: ["a".repeat(2000), "b".repeat(2000)], quotes: [quote("c"), quote("d")] });
    expect(renderPost(post)).toMatchObject({ sentences: post.sentences, quotes: [], isShortened: true });
  });

  test("then sentences go from the end, and the first is cut between words", () => {
    const words = "word ".repeat(1000).trim();
    const shown = renderPost(buildPost({ sentences: [words, "The end."], quotes: [quote("c")] }));
    expect(shown.sentences).toHaveLength(1);
    expect(measurePost(shown)).toBeLessThanOrEqual(POST_LENGTH_MAX);
    expect(shown.sentences[0]).toMatch(/word…$/);
  });

  test("the link is never cut", () => {
    const url = `https://a.example/${"x".repeat(5000)}`;
    expect(renderPost(buildPost({ url, sentences: ["s".repeat(5000)] })).url).toBe(url);
  });

  test("a headline is whole at its limit and ends in an ellipsis one past it", () => {
    const fits = "h".repeat(HEADLINE_LENGTH_MAX);
    expect(renderPost(buildPost({ headline: fits })).headline).toBe(fits);
    const cut = renderPost(buildPost({ headline: `${fits}h` }));
    expect(cut.headline).toBe(`${"h".repeat(HEADLINE_LENGTH_MAX - 1)}…`);
    expect(cut.isShortened).toBe(true);
  });

  test("every part at its longest still fits", () => {
    const many = Array.from({ length: 20 }, () => quote("q".repeat(900)));
    const long = "n".repeat(10_000);
    const post = buildPost({ headline: long, outlet: long, agency: long, sentences: [long, long], quotes: many });
    expect(measurePost(renderPost(post))).toBeLessThanOrEqual(POST_LENGTH_MAX);
  });

  test("more quotes than fit on a card are left out", () => {
    const shown = renderPost(buildPost({ quotes: Array.from({ length: QUOTES_MAX + 1 }, () => quote("q")) }));
    expect(shown.quotes).toHaveLength(QUOTES_MAX);
  });

  test("a compact post keeps its headline and first sentence", () => {
    const post = buildPost({ headline: "H", sentences: ["One.", "Two."], quotes: [quote("q")] });
    expect(renderPost(post, true)).toMatchObject({ headline: "H", sentences: ["One."], quotes: [] });
  });
});

describe("shorten", () => {
  test("stays well formed and within the limit, whatever is cut", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 60 }),
        fc.integer({ min: 2, max: 40 }),
        (text, max) => shorten(text, max).length <= max && shorten(text, max).isWellFormed(),
      ),
    );
  });

  test("takes out characters that turn or hide text", () => {
    expect(shorten("a\u202eb\u0000c\u200bd\ud800", 100)).toBe("abcd\ufffd");
  });

  test("never leaves half a character behind", () => {
    expect(shorten("ab😀cd", 4)).toBe("ab…");
    expect(shorten("ab😀cd", 6)).toBe("ab😀cd");
  });
});

describe("links", () => {
  test.each([
    ["https://a.example/b#:~:text=c", "https://a.example/b#:~:text=c"],
    ["http://127.0.0.1:8080/", "http://127.0.0.1:8080/"],
    ["javascript:alert(1)", null],
    ["data:text/html,<b>", null],
    ["//a.example", null],
    ["not a link", null],
  ])("%s is shown as %s", (url, expected) => {
    expect(toSafeUrl(url)).toBe(expected);
  });
});

describe("a reply", () => {
  test("is whole at its limit and shortened one past it", () => {
    const text = "r".repeat(REPLY_LENGTH_MAX);
    expect(renderReply({ text }, null).text).toBe(text);
    expect(renderReply({ text: `${text}r` }, null).text).toHaveLength(REPLY_LENGTH_MAX);
  });

  test("keeps its buttons' ids and drops links that are none", () => {
    const shown = renderReply(
      {
        text: "",
        buttons: [
          [
            { kind: "action", label: "Next", id: "v1:search:12:2" },
            { kind: "link", label: "Bad", url: "javascript:alert(1)" },
          ],
        ],
      },
      null,
    );
    expect(shown.buttons).toEqual([[{ kind: "action", label: "Next", id: "v1:search:12:2" }]]);
  });

  test("names its file without carrying the file's text", () => {
    const file = { name: "feeds.opml", contentType: "text/xml", text: "<opml/>" };
    expect(renderReply({ text: "", file }, "/api/files/1").file).toEqual({ name: "feeds.opml", url: "/api/files/1" });
  });

  test("leads from somebody's name to their page, as /top's names led nowhere", () => {
    const item = { text: "Ines Calder, mayor", url: null, detail: null, speaker: "Ines Calder" };
    const shown = renderReply({ text: "", lists: [{ title: null, items: [item] }] }, null);
    expect(shown.lists[0]?.items[0]?.url).toBe("/speaker/Ines%20Calder");
  });
});

test("a post names its article, by which the page leads to its story and its marks", () => {
  expect(renderPost(buildPost()).articleId).toBe(1);
  expect(renderPost(buildPost({ articleId: null })).articleId).toBeNull();
});

test.each([
  ["The Port Herald", "PH"],
  ["Kestrel Daily", "KD"],
  ["La Gazette d’Orvel", "GD"],
  ["Harborwire", "H"],
  ["The", "T"],
  ["– ••", ""],
  ["ميناء اليوم", "ما"],
])("%s has the letters %s in the chat and on every page", (outlet, initials) => {
  expect(renderPost(buildPost({ outlet })).initials).toBe(initials);
});
