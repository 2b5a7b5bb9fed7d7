import fc from "fast-check";
import { expect, test } from "vitest";
import { toArticleId } from "../../../../src/domain/id.ts";
import type { Post } from "../../../../src/domain/post.ts";
import {
  cut,
  HEADLINE_LENGTH_MAX,
  POST_LENGTH_MAX,
  renderPost,
  renderReply,
  toLink,
} from "../../../../src/platforms/web/render.ts";

const POST: Post = {
  articleId: toArticleId(1),
  headline: "Ferry stops",
  url: "https://harbor.example/ferry",
  outlet: "Harbor Wire",
  agency: "Northmark Press",
  publishedAt: new Date("2026-11-20T09:00:00Z"),
  languageShown: null,
  sentences: ["The ferry will stop.", "Tickets are paid back."],
  quotes: [
    {
      text: "We cannot sail",
      speaker: "Ada Lindqvist",
      role: "harbor master",
      url: "https://harbor.example/ferry#:~:text=We",
    },
    { text: "A pity", speaker: null, role: "unused", url: "https://harbor.example/ferry#:~:text=A" },
  ],
  imageUrl: null,
  alsoOutlets: [],
  isUpdated: false,
  isFeedSummary: false,
  topics: [],
};

test("a post shows outlet and agency, linked headline, summary, and quotes with who said them", () => {
  expect(renderPost(POST, "7")).toEqual({
    id: "7",
    source: "Harbor Wire · Northmark Press",
    headline: "Ferry stops",
    url: "https://harbor.example/ferry",
    summary: "The ferry will stop. Tickets are paid back.",
    quotes: [
      {
        text: "We cannot sail",
        credit: "Ada Lindqvist, harbor master",
        url: "https://harbor.example/ferry#:~:text=We",
      },
      { text: "A pity", credit: null, url: "https://harbor.example/ferry#:~:text=A" },
    ],
    publishedAt: "2026-11-20T09:00:00.000Z",
    day: "20 Nov 2026",
    notes: [],
    isCompact: false,
  });
});

test("a foreign language, a correction, the feed's own summary and other outlets are said", () => {
  const { notes } = renderPost(
    { ...POST, languageShown: "de", isUpdated: true, isFeedSummary: true, alsoOutlets: ["Glen Post"] },
    "1",
  );
  expect(notes).toEqual(["in German", "updated", "from the feed’s own summary", "Also: Glen Post"]);
});

/** A post whose summary and quotes have exactly so many characters together. */
function postOf(length: number): Post {
  const quote = { text: "q".repeat(1000), speaker: null, role: null, url: POST.url };
  return { ...POST, sentences: ["s".repeat(length - 1000)], quotes: [quote] };
}

test("at the limit nothing is shortened; one past it the last quote goes, whole, and the link stays", () => {
  expect(renderPost(postOf(POST_LENGTH_MAX), "1").quotes).toHaveLength(1);
  const past = renderPost(postOf(POST_LENGTH_MAX + 1), "1");
  expect(past.quotes).toHaveLength(0);
  expect(past.summary).toHaveLength(POST_LENGTH_MAX + 1 - 1000);
  expect(past.url).toBe(POST.url);
});

test("when quotes are gone the summary gives way by sentences", () => {
  const view = renderPost({ ...POST, quotes: [], sentences: ["a".repeat(2000), "b".repeat(2000)] }, "1");
  expect(view.summary).toBe("a".repeat(2000));
});

test("a headline is cut at its limit", () => {
  expect(renderPost({ ...POST, headline: "h".repeat(HEADLINE_LENGTH_MAX) }, "1").headline).toHaveLength(
    HEADLINE_LENGTH_MAX,
  );
  expect(renderPost({ ...POST, headline: "h".repeat(HEADLINE_LENGTH_MAX + 1) }, "1").headline).toMatch(/^h{299}…$/);
});

test.each(["javascript:alert(1)", "data:text/html,x", "//x.example", "ftp://x.example", "https://"])(
  "%s is no link",
  (url) => {
    expect(toLink(url)).toBeNull();
  },
);

test("characters that turn or hide text are taken out", () => {
  expect(renderReply({ text: "a\u202eb\u0000c\u200bd\ud800" }).text).toBe("abcd\ufffd");
});

test("whatever is cut stays well formed and within the limit", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme", maxLength: 60 }),
      fc.integer({ min: 2, max: 40 }),
      (text, max) => cut(text, max).length <= max && cut(text, max).isWellFormed(),
    ),
  );
});
