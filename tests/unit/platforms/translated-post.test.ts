/** A translated post on each platform: marked, each quote in its own words below, and nothing of a model's text is markup. */

import { expect, test } from "vitest";
import { COMMANDS } from "../../../commands/index.ts";
import { translatePost } from "../../../src/delivery/translated-post.ts";
import type { Post } from "../../../src/domain/post.ts";
import { parseTemplate } from "../../../src/domain/post-template.ts";
import { toPostButtons } from "../../../src/messages/post-buttons.ts";
import { renderPost as renderOnDiscord } from "../../../src/platforms/discord/render.ts";
import { renderPost as renderOnTelegram } from "../../../src/platforms/telegram/posts/render.ts";
import { renderRichPost } from "../../../src/platforms/telegram/posts/rich.ts";
import { renderPost as renderOnPage } from "../../../src/platforms/web/render.ts";
import { buildPost, buildQuote } from "../../helpers/discord/samples.ts";

const SAID = "We will not sell the pier";
const HOSTILE = "*Wir* @everyone <b>verkaufen</b> [nicht](https://x.example)";

function build(translation = "Wir verkaufen den Pier nicht", by = "tiny"): Post {
  const post = buildPost({
    headline: "Pier stays",
    sentences: [],
    quotes: [buildQuote({ text: SAID })],
    language: "de",
  });
  return translatePost(post, { by, lines: { "Pier stays": "Der Pier bleibt", [SAID]: translation } }, "en");
}

test("Discord shows both, the original in italics, and says who translated", () => {
  const [embed] = renderOnDiscord(build()).embeds;
  expect(embed?.title).toBe("Der Pier bleibt");
  expect(embed?.description).toContain(`> Wir verkaufen den Pier nicht\n> *${SAID}*\n`);
  expect(embed?.description).toContain("übersetzt von tiny, Original: Englisch");
  const [hostile] = renderOnDiscord(build(HOSTILE, "**m** [x](https://x.example)")).embeds;
  expect(hostile?.description).toContain("> \\*Wir\\*");
  expect(hostile?.description).not.toMatch(/(?<!\\)\[(?:nicht|x)\]/);
});

test("Telegram shows both, the original in italics, and says who translated", () => {
  const { html } = renderOnTelegram(build());
  expect(html).toContain(`<blockquote>Wir verkaufen den Pier nicht\n<i>${SAID}</i></blockquote>`);
  expect(html).toContain("übersetzt von tiny, Original: Englisch");
  const hostile = renderOnTelegram(build(HOSTILE, "<i>m</i>")).html;
  const seen = hostile.replaceAll("\u2060", "");
  expect(seen).toContain("&lt;b&gt;verkaufen&lt;/b&gt;");
  expect(seen).toContain("von &lt;i&gt;m&lt;/i&gt;");
  expect(hostile).not.toContain("@everyone");
});

test("a rich message of Telegram has both as paragraphs, folded ones too", () => {
  const blocks = [
    { type: "paragraph", text: "Wir verkaufen den Pier nicht" },
    { type: "paragraph", text: { type: "italic", text: SAID } },
  ];
  expect(renderRichPost(build()).blocks).toContainEqual(expect.objectContaining({ type: "blockquote", blocks }));
  const long = build("Wir verkaufen ihn nicht. ".repeat(15).trim());
  const folded = renderRichPost(long, { folded: "blocks" }).blocks.find(({ type }) => type === "expandable_blockquote");
  expect(folded).toMatchObject({ blocks: [{ type: "paragraph" }, { text: { type: "italic", text: SAID } }] });
});

test("the page is sent both, with who translated and from what", () => {
  const shown = renderOnPage(build("Wir\u202e verkaufen", "x".repeat(300)));
  expect(shown.quotes[0]).toMatchObject({ text: SAID, translation: "Wir verkaufen" });
  expect(shown.translated?.from).toBe("en");
  expect(shown.translated?.by.length).toBeLessThanOrEqual(160);
});

test("the button for the original stands under translated posts alone", () => {
  const labelsOf = (post: Post): readonly string[] =>
    toPostButtons(COMMANDS, { ...post, language: "en" }).map(({ label }) => label);
  expect(labelsOf(build())).toContain("Original");
  expect(labelsOf(buildPost())).not.toContain("Original");
});

test("compact posts, and a look without buttons, had no way to the original", () => {
  const template = parseTemplate("{headline}\n{outlet}");
  const bare = (post: Post, isCompact: boolean): readonly string[] =>
    toPostButtons(COMMANDS, { ...post, language: "en" }, isCompact).map(({ label }) => label);
  expect(bare(build(), true)).toEqual(["Original"]);
  expect(bare({ ...build(), template }, false)).toEqual(["Original"]);
  expect(bare(buildPost(), true)).toEqual([]);
});

test("half a translation is none", () => {
  const post = buildPost({ headline: "Pier stays", sentences: ["One.", "Two."], quotes: [] });
  expect(translatePost(post, { by: "tiny", lines: { "Pier stays": "Der Pier bleibt", "One.": "Eins." } }, "en")).toBe(
    post,
  );
  expect(translatePost({ ...post, headline: "constructor" }, { by: "tiny", lines: {} }, "en").headline).toBe(
    "constructor",
  );
});
