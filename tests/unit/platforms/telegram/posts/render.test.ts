/** A post on Telegram: what is in it, and what goes first when it does not fit. */

import { describe, expect, test } from "vitest";
import type { PostQuote } from "../../../../../src/domain/post.ts";
import { sayIn } from "../../../../../src/messages/say.ts";
import { fits, HTML_BYTES_MAX, TEXT_LENGTH_MAX } from "../../../../../src/platforms/telegram/posts/markup.ts";
import { choosePreview, renderPost } from "../../../../../src/platforms/telegram/posts/render.ts";
import { buildPost, NOW } from "../../../../helpers/telegram/fakes.ts";
import { serveText } from "../../../../helpers/telegram/text.ts";

const show = (post: Parameters<typeof renderPost>[0], isCompact = false) =>
  serveText(renderPost(post, { isCompact }).html, "HTML");

const quoteOf = (text: string): PostQuote => ({
  text,
  speaker: "Ada Lindqvist",
  role: "harbor master",
  url: "https://harborwire.example/ferry-stops#:~:text=x",
});

describe("what a post shows", () => {
  test("outlet, agency, day, language and that it was updated", () => {
    const post = buildPost({ agency: "Northern Press", languageShown: "de", isUpdated: true });
    expect(show(post).text.split("\n")[0]).toBe("Harbor Wire (Northern Press) · 23 Nov 2026 · German · updated");
  });

  test("when it was published is the reader's own date and time, never an age that stays as it was", () => {
    const { text, entities } = show(buildPost({ language: "de" }));
    const time = entities.find((each) => each.type === "date_time");
    expect(time).toMatchObject({ unixTime: Date.parse("2026-11-23T09:00:00Z") / 1000, format: "Dt" });
    expect(text.slice(time?.offset, (time?.offset ?? 0) + (time?.length ?? 0))).toBe("23. Nov. 2026");
  });

  test.each([null, new Date(Number.NaN), new Date(0), new Date("2040-01-01T00:00:00Z")])(
    "a date that Telegram takes for none is words only: %s",
    (publishedAt) => {
      expect(show(buildPost({ publishedAt })).entities.map((each) => each.type)).not.toContain("date_time");
    },
  );

  test("other outlets with the story, and that the feed's summary stands in", () => {
    const alsoOutlets = ["One", "Two", "Three", "Four", "Five", "Six", "Seven"];
    expect(show(buildPost({ alsoOutlets, isFeedSummary: true })).text).toMatch(
      /\n\nAlso: One, Two, Three, Four, Five and 2 more\nfrom the feed’s summary$/,
    );
  });

  test("a quote is set as a block, word for word; a long one is folded", () => {
    const long = "We have said so since spring. ".repeat(12).trim();
    const { entities, text } = show(buildPost({ quotes: [quoteOf("No choice"), quoteOf(long)] }));
    const shown = entities
      .filter((each) => each.type.includes("blockquote"))
      .map((each) => [each.type, text.slice(each.offset, each.offset + each.length)]);
    expect(shown).toEqual([
      ["blockquote", "No choice"],
      ["expandable_blockquote", long],
    ]);
  });

  test("a quote nobody is named for has no name, only its place", () => {
    const quotes = [{ ...quoteOf("No choice"), speaker: null, role: null }];
    expect(show(buildPost({ quotes, sentences: [] })).text).toMatch(/\nNo choice\n— in the article$/);
  });

  test("a quote of nothing but hidden characters leaves no name without words", () => {
    expect(show(buildPost({ quotes: [quoteOf("\u200b\u2060")], sentences: ["\u200b"] })).text).toBe(
      "Harbor Wire · 23 Nov 2026\nFerry to Lindmere stops for the winter",
    );
  });

  test("a compact post is the source, the headline and one sentence", () => {
    expect(show(buildPost(), true).text).toBe(
      "Harbor Wire · 23 Nov 2026\nFerry to Lindmere stops for the winter\nThe ferry to Lindmere will stop on Friday.",
    );
  });

  test("the picture of the article is the preview, else there is none", () => {
    expect(choosePreview(buildPost(), false)).toEqual({ is_disabled: true });
    const imageUrl = "https://harborwire.example/a.jpg";
    expect(choosePreview(buildPost({ imageUrl }), false)).toEqual({ url: imageUrl, prefer_small_media: true });
    expect(choosePreview(buildPost({ imageUrl }), true)).toEqual({ is_disabled: true });
  });

  test("an address Telegram would drop is shown, so that it is not lost", () => {
    const { text, droppedLinks } = show(buildPost({ url: "http://intranet/ferry" }));
    expect(droppedLinks).toEqual([]);
    expect(text.replaceAll("\u2060", "")).toContain("Ferry to Lindmere stops for the winter (http://intranet/ferry)");
  });

  test.each([
    ["2026-11-23T11:59:30Z", "just now"],
    ["2026-11-23T13:00:00Z", "just now"],
    ["2026-11-23T11:59:00Z", "1 minute ago"],
    ["2026-11-23T11:00:00Z", "1 hour ago"],
    ["2026-11-21T12:00:00Z", "2 days ago"],
    ["2026-11-02T12:00:00Z", "2 Nov 2026"],
    ["2027-01-02T12:00:00Z", "2 Jan 2027"],
  ])("%s is %s", (publishedAt, expected) => {
    expect(sayIn("en").age(new Date(publishedAt), NOW)).toBe(expected);
  });
});

describe("a post that does not fit", () => {
  /** A post whose last quote is just long enough to make the whole so long. */
  function buildPostOf(length: number) {
    const sentences = ["x".repeat(900), "y".repeat(900), "z".repeat(900)];
    const build = (filler: string) => buildPost({ sentences, quotes: [quoteOf("No choice"), quoteOf(filler)] });
    const missing = length - renderPost(build("s")).length;
    return build("s".repeat(1 + missing));
  }

  test("a post of exactly 4,096 characters is whole", () => {
    const piece = renderPost(buildPostOf(TEXT_LENGTH_MAX));
    expect(piece.length).toBe(TEXT_LENGTH_MAX);
    expect(serveText(piece.html, "HTML").text).toHaveLength(TEXT_LENGTH_MAX);
  });

  test("one character more and the last quote goes, whole; the rest stays", () => {
    const { text } = show(buildPostOf(TEXT_LENGTH_MAX + 1));
    expect(text).toContain("No choice");
    expect(text).toContain("z".repeat(900));
    expect(text).not.toContain("ss");
  });

  test("quotes go first, then sentences from the end; headline and link stay", () => {
    const sentences = Array.from({ length: 5 }, (_, index) => `${index}`.repeat(950));
    const { text, entities } = show(buildPost({ sentences, quotes: [quoteOf("No choice")] }));
    expect(text).not.toContain("No choice");
    expect(text).toContain("3".repeat(950));
    expect(text).not.toContain("4444");
    expect(entities.find((each) => each.type === "text_link")?.url).toBe("https://harborwire.example/ferry-stops");
  });

  test("a quote too long to show whole is left out, never cut", () => {
    const { text } = show(buildPost({ quotes: [quoteOf("word ".repeat(500)), quoteOf("No choice")] }));
    expect(text).toContain("No choice");
    expect(text).not.toContain("word word");
  });

  test("markup counts in bytes too: many ampersands and long addresses stay within both limits", () => {
    const url = `https://harborwire.example/?${"a=1&".repeat(1_200)}`;
    const quotes = Array.from({ length: 6 }, (_, index) => ({ ...quoteOf(`Number ${index} & more`), url }));
    const piece = renderPost(buildPost({ url, quotes, sentences: ["&".repeat(900)] }));
    expect(fits(piece)).toBe(true);
    expect(Buffer.byteLength(piece.html)).toBeLessThanOrEqual(HTML_BYTES_MAX);
    expect(serveText(piece.html, "HTML").entities.some((each) => each.url === url)).toBe(true);
  });
});
