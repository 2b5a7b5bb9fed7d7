/** A thousand hostile texts through every rendering: no ping, no broken markup, no lost link, within the limits. */

import { describe, expect, test } from "vitest";
import type { Post, Reply } from "../../../../src/domain/post.ts";
import { renderReply } from "../../../../src/platforms/telegram/chats/render-reply.ts";
import { renderPost } from "../../../../src/platforms/telegram/posts/render.ts";
import { renderRichPost } from "../../../../src/platforms/telegram/posts/rich.ts";
import { makeHostileTexts, TELEGRAM_PIECES } from "../../../helpers/hostile.ts";
import { buildPost } from "../../../helpers/telegram/fakes.ts";
import { serveRich } from "../../../helpers/telegram/rich.ts";
import { serveText } from "../../../helpers/telegram/text.ts";

const SEED = 20261123;
const COUNT = 1_000;
const URL = "https://harborwire.example/a?b=1&c=<2>#d";

const hostile = makeHostileTexts(TELEGRAM_PIECES, COUNT, SEED);

function toPost(text: string): Post {
  return buildPost({
    headline: text,
    url: URL,
    outlet: text,
    agency: text,
    languageShown: text,
    sentences: [text, text, text],
    quotes: [
      { text, speaker: text, role: text, url: URL },
      { text, speaker: null, role: null, url: text },
    ],
    imageUrl: text,
    alsoOutlets: [text, text],
  });
}

const toReply = (text: string): Reply => ({
  text,
  lists: [
    {
      title: text,
      items: [
        { text, url: URL, detail: text },
        { text, url: text, detail: null },
      ],
    },
  ],
  posts: [toPost(text), toPost(text)],
  buttons: [
    [
      { kind: "action", label: text, id: text },
      { kind: "link", label: text, url: text },
      { kind: "link", label: "Source", url: URL },
    ],
  ],
});

/** The address as a browser writes it. */
const LINKED = "https://harborwire.example/a?b=1&c=%3C2%3E#d";

/** Throws as the server would when the markup is broken or too long. */
function check(html: string): { readonly links: readonly string[] } {
  const served = serveText(html, "HTML");
  expect(served.found.map(({ offset, length }) => served.text.slice(offset, offset + length))).toEqual([]);
  expect(served.droppedLinks).toEqual([]);
  return { links: served.entities.flatMap((each) => (each.url === undefined ? [] : [each.url])) };
}

describe(`${COUNT} hostile texts, seed ${SEED}`, () => {
  test("in posts, full and compact", () => {
    for (const text of hostile) {
      for (const isCompact of [false, true]) {
        expect(check(renderPost(toPost(text), { isCompact }).html).links).toContain(LINKED);
      }
    }
  });

  test("in rich posts", () => {
    for (const text of hostile) {
      const served = serveRich(renderRichPost(toPost(text)));
      expect(served.droppedLinks).toEqual([]);
      expect(served.entities.map((each) => each.url)).toContain(LINKED);
    }
  });

  test("in replies with lists, posts and buttons", () => {
    const ownCommands = new Set<string>();
    for (const text of hostile) {
      const messages = renderReply(toReply(text), { ownCommands, placeTitle: text });
      const links = messages.flatMap((message) => check(message.html).links);
      expect(links.filter((link) => link === LINKED).length).toBeGreaterThanOrEqual(2);
      const buttons = messages.flatMap((message) => message.keyboard.flat());
      expect(buttons).toContainEqual({ text: "Source", url: LINKED });
      for (const button of buttons) {
        expect(button.text.trim()).not.toBe("");
        if (!("callback_data" in button)) continue;
        expect(Buffer.byteLength(button.callback_data)).toBeLessThanOrEqual(64);
        expect(button.callback_data.isWellFormed()).toBe(true);
      }
    }
  });
});
