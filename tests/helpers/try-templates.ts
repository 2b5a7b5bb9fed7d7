/** Hostile templates on hostile posts through every platform's renderer: what must hold of each, thrown where it does not. */

import { expect } from "vitest";
import type { Post } from "../../src/domain/post.ts";
import type { PostTemplate } from "../../src/domain/post-template.ts";
import { keepIsolates } from "../../src/messages/direction.ts";
import { renderPost as renderOnDiscord } from "../../src/platforms/discord/render.ts";
import { CAPTION_LENGTH_MAX } from "../../src/platforms/telegram/posts/photo.ts";
import { renderPost as renderOnTelegram } from "../../src/platforms/telegram/posts/render.ts";
import { POST_LENGTH_MAX, renderPost as renderOnPage } from "../../src/platforms/web/render.ts";
import { checkMessage, findPings } from "./discord/rules.ts";
import { readShown } from "./discord/shown.ts";
import type { JsonObject } from "./discord/store.ts";
import { serveText } from "./telegram/text.ts";

const URL = "https://harborwire.example/a?b=1&c=2#d";
/** Marks nobody but the renderer may set. */
const OWN_MARKS = new Set(["quote", "link", "time", "bold"]);

export const buildHostilePost = (text: string, template: PostTemplate): Post => ({
  articleId: null,
  headline: text,
  url: URL,
  outlet: text,
  agency: text,
  publishedAt: new Date("2026-11-20T10:00:00Z"),
  languageShown: text,
  sentences: [text, text, text],
  quotes: [
    { text, speaker: text, role: text, url: URL },
    { text, speaker: null, role: null, url: URL },
  ],
  imageUrl: text,
  alsoOutlets: [text, text],
  isUpdated: true,
  isFeedSummary: true,
  topics: [text, "world"],
  template,
});

function tryOnDiscord(post: Post): void {
  for (const isPlain of [false, true]) {
    const body = renderOnDiscord(post, { isPlain });
    const json = body as unknown as JsonObject;
    checkMessage(json, 0, "message");
    expect(findPings({ ...json, allowed_mentions: undefined })).toEqual([]);
    const [embed] = body.embeds;
    const texts = [body.content ?? "", embed?.title ?? "", embed?.description ?? ""];
    expect(texts.join(""), "it is not empty").not.toBe("");
    const links = texts.flatMap((text) => {
      expect(text.isWellFormed()).toBe(true);
      expect(text).toBe(keepIsolates(text));
      const { marks } = readShown(text);
      for (const mark of marks) expect(OWN_MARKS, `${mark.kind} in ${JSON.stringify(text)}`).toContain(mark.kind);
      return marks.flatMap((mark) => (mark.kind === "link" ? [mark.value] : []));
    });
    for (const link of links) expect(link, JSON.stringify(texts)).toBe(URL);
    expect([...links, embed?.url]).toContain(URL);
    const { thumbnail: _, ...shown } = embed ?? {};
    expect(JSON.stringify([body.content, shown])).not.toMatch(/@(?:everyone|here)/i);
  }
}

function tryOnTelegram(post: Post): void {
  for (const lengthMax of [undefined, CAPTION_LENGTH_MAX]) {
    const piece = renderOnTelegram(post, lengthMax === undefined ? {} : { lengthMax });
    const served = serveText(piece.html, "HTML");
    // Topics are hashtags where the template wishes so; nothing else is found in the text.
    const found = served.found.map(({ offset, length }) => served.text.slice(offset, offset + length));
    expect(found.filter((each) => !/^#[\p{L}\p{M}\p{N}_\u200c]+$/u.test(each))).toEqual([]);
    expect(served.droppedLinks).toEqual([]);
    expect(served.text.trim()).not.toBe("");
    expect(served.text.length).toBeLessThanOrEqual(lengthMax ?? 4096);
    expect(served.entities.map((each) => each.url)).toContain(URL);
  }
}

/** The page makes text nodes of all of it: only what hides or turns text could do harm. */
function tryOnPage(post: Post): void {
  const shown = renderOnPage(post);
  expect(shown.layout).not.toBeNull();
  const words = (shown.layout ?? []).flat(2).flatMap((each) => ("words" in each ? [each.words] : []));
  for (const text of words) {
    expect(text.isWellFormed()).toBe(true);
    expect(text).toBe(keepIsolates(text));
    expect(text).not.toMatch(/(?![\n\t])\p{Cc}|[\u200b\u2028-\u202e\u2066\u2067\ufeff]/u);
  }
  const read = [shown.headline, ...shown.sentences, ...shown.quotes.map((quote) => quote.text), ...words].join("");
  expect(read.length).toBeLessThanOrEqual(POST_LENGTH_MAX + 1_000);
}

export function tryTemplate(text: string, template: PostTemplate): void {
  const post = buildHostilePost(text, template);
  tryOnDiscord(post);
  tryOnTelegram(post);
  tryOnPage(post);
}
