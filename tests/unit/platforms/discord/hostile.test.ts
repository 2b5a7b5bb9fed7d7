import { describe, expect, test } from "vitest";
import type { Post, Reply } from "../../../../src/domain/post.ts";
import { keepIsolates } from "../../../../src/messages/direction.ts";
import { cleanLine } from "../../../../src/platforms/discord/markdown.ts";
import { renderPost, renderReply } from "../../../../src/platforms/discord/render.ts";
import { checkMessage, findPings } from "../../../helpers/discord/rules.ts";
import { buildPost, buildQuote } from "../../../helpers/discord/samples.ts";
import { readShown } from "../../../helpers/discord/shown.ts";
import type { JsonObject } from "../../../helpers/discord/store.ts";
import { DISCORD_PIECES } from "../../../helpers/hostile.ts";
import { fc } from "../../../helpers/property.ts";

/** Each post is made of about a dozen hostile texts. */
const POSTS = 300;
const ANSWERS = 150;

const hostileText = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.array(fc.constantFrom(...DISCORD_PIECES), { maxLength: 60 }).map((pieces) => pieces.join("")),
  },
  { weight: 2, arbitrary: fc.string({ unit: "binary", maxLength: 400 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(...DISCORD_PIECES).map((piece) => piece.repeat(Math.ceil(10_000 / piece.length))),
  },
);

const hostilePost = fc
  .record({
    headline: hostileText,
    outlet: hostileText,
    agency: fc.option(hostileText),
    sentences: fc.array(hostileText, { maxLength: 4 }),
    quotes: fc.array(
      fc.record({ text: hostileText, speaker: fc.option(hostileText), role: fc.option(hostileText) }).map(buildQuote),
      { maxLength: 4 },
    ),
    alsoOutlets: fc.array(hostileText, { maxLength: 8 }),
    languageShown: fc.option(hostileText),
    isUpdated: fc.boolean(),
    isFeedSummary: fc.boolean(),
    imageUrl: fc.option(hostileText),
    topics: fc.array(hostileText, { maxLength: 3 }),
  })
  .map((fields) => buildPost(fields));

/** Marks nobody but the renderer may set, in content and in an embed's text. */
const OWN_MARKS = new Set(["quote", "link", "time", "bold"]);
const linksOf = (post: Post) => new Set([post.url, ...post.quotes.map((quote) => quote.url)]);

function checkTexts(texts: readonly string[], links: ReadonlySet<string>): void {
  for (const text of texts) {
    expect(text.isWellFormed()).toBe(true);
    // Isolates reach to their own end only, and are let through in pairs.
    expect(text).toBe(keepIsolates(text));
    expect(text.replace(/[\n\u2068\u2069]/g, "")).not.toMatch(/[\p{Bidi_Control}\p{Cc}]/u);
    for (const mark of readShown(text).marks) {
      expect(OWN_MARKS).toContain(mark.kind);
      if (mark.kind === "link") expect(links).toContain(mark.value);
    }
  }
}

function checkPost(post: Post, isPlain: boolean): void {
  const body = renderPost(post, { isPlain });
  const json = body as unknown as JsonObject;
  checkMessage(json, 0, "message");
  expect(findPings({ ...json, allowed_mentions: undefined })).toEqual([]);
  const embed = body.embeds[0];
  checkTexts([body.content ?? "", embed?.title ?? "", embed?.description ?? ""], linksOf(post));
  const { thumbnail: _, ...texts } = embed ?? {};
  expect(JSON.stringify([body.content, texts])).not.toMatch(/@(?:everyone|here)/i);
  if (isPlain) {
    const links = readShown(body.content ?? "").marks.filter((mark) => mark.kind === "link");
    expect(links[0]?.value).toBe(post.url);
    return;
  }
  expect(embed?.url).toBe(post.url);
  expect(embed?.author?.name.trim()).not.toBe("");
  const title = readShown(embed?.title ?? "");
  expect(title.marks).toEqual([]);
  const headline = cleanLine(post.headline);
  if (headline !== "") expect(headline.startsWith(title.text.replaceAll("\u200B", "").replace(/…$/, ""))).toBe(true);
}

describe("thousands of hostile texts", () => {
  test("a post pings nobody, shows what the article says, keeps its link and stays within the limits", () => {
    fc.assert(
      fc.property(hostilePost, (post) => checkPost(post, false)),
      { numRuns: POSTS },
    );
  });

  test("so does a post without embeds", () => {
    fc.assert(
      fc.property(hostilePost, (post) => checkPost(post, true)),
      { numRuns: POSTS },
    );
  });

  test("so does an answer with lists, posts and buttons", () => {
    const items = fc.array(
      fc.record({
        text: hostileText,
        url: fc.constant("https://harborwire.example/a"),
        detail: fc.option(hostileText),
      }),
      { maxLength: 4 },
    );
    const label = hostileText;
    const arbitrary: fc.Arbitrary<Reply> = fc.record({
      text: hostileText,
      lists: fc.array(fc.record({ title: fc.option(hostileText), items }), { maxLength: 2 }),
      posts: fc.array(hostilePost, { maxLength: 4 }),
      buttons: fc.array(
        fc.array(fc.record({ kind: fc.constant("action" as const), label, id: hostileText }), { maxLength: 3 }),
        { maxLength: 3 },
      ),
    });
    const property = fc.property(arbitrary, (reply) => {
      const links = new Set([
        "https://harborwire.example/a",
        ...(reply.posts ?? []).flatMap((post) => [...linksOf(post)]),
      ]);
      for (const message of renderReply(reply)) {
        const body = {
          content: message.content,
          embeds: message.embeds,
          components: message.components,
        } as unknown as JsonObject;
        checkMessage(body, 0, "message");
        expect(findPings(body)).toEqual([]);
        const texts = message.embeds.flatMap((embed) => [embed.title ?? "", embed.description ?? ""]);
        checkTexts([message.content, ...texts], links);
      }
    });
    fc.assert(property, { numRuns: ANSWERS });
  });
});
