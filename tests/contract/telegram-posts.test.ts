/** Posts on Telegram, against the emulator with the real telegraf: what is sent, how it is marked, how it is edited. */

import { describe, expect, test } from "vitest";
import { toDeliveryId } from "../../src/domain/id.ts";
import { ANA, useBot } from "../helpers/telegram/bot.ts";
import { buildPost, createFakeAnswer } from "../helpers/telegram/fakes.ts";

const bot = useBot();

describe("posts", () => {
  const here = { platform: "telegram", address: String(ANA) } as const;

  test("a post is one message with linked headline, quotes and who said them", async () => {
    await bot.start(createFakeAnswer());
    await bot.emulator.type(ANA, ANA, "/latest");
    const result = await bot.platform.send(here, buildPost(), toDeliveryId(1), { isSilent: true });
    const sent = bot.emulator.posts(ANA).at(-1);
    expect(result).toEqual({ outcome: "sent", messageId: String(sent?.message_id) });
    expect(sent?.text).toBe(
      "Harbor Wire · 23 Nov 2026\nFerry to Lindmere stops for the winter\n\nThe ferry to Lindmere will stop on Friday. It carried 40,000 people last year.\n\nWe have no choice this winter\n— Ada Lindqvist, harbor master · in the article",
    );
    expect(sent?.entities.filter((each) => each.type === "text_link").map((each) => each.url)).toEqual([
      "https://harborwire.example/ferry-stops",
      "https://harborwire.example/ferry-stops#:~:text=We%20have%20no%20choice",
    ]);
    expect(sent?.isSilent).toBe(true);
  });

  test("an edited post shows the new text, and showing it already is success", async () => {
    await bot.start(createFakeAnswer());
    await bot.emulator.type(ANA, ANA, "/latest");
    const result = await bot.platform.send(here, buildPost(), toDeliveryId(1));
    const messageId = result.outcome === "sent" ? result.messageId : "";
    const updated = buildPost({ headline: "Ferry sails after all", isUpdated: true });
    expect(await bot.platform.edit(here, messageId, updated)).toEqual({ outcome: "sent", messageId });
    expect(await bot.platform.edit(here, messageId, updated)).toEqual({ outcome: "sent", messageId });
    expect(bot.emulator.posts(ANA).at(-1)?.text).toContain("updated\nFerry sails after all");
  });

  test("as a rich message, when switched on: the same words, each quote with its credit", async () => {
    await bot.start(createFakeAnswer(), { hasRichPosts: true });
    await bot.emulator.type(ANA, ANA, "/latest");
    const result = await bot.platform.send(here, buildPost(), toDeliveryId(1));
    const sent = bot.emulator.posts(ANA).at(-1);
    expect(sent?.text).toBe(
      "Harbor Wire · 23 Nov 2026\nFerry to Lindmere stops for the winter\nThe ferry to Lindmere will stop on Friday. It carried 40,000 people last year.\nWe have no choice this winter\n— Ada Lindqvist, harbor master · in the article",
    );
    expect(sent?.entities.map((each) => each.type)).toEqual([
      "bold",
      "date_time",
      "text_link",
      "blockquote",
      "text_link",
    ]);
    const messageId = result.outcome === "sent" ? result.messageId : "";
    await bot.platform.edit(here, messageId, buildPost({ isUpdated: true }));
    expect(sent?.text).toContain("23 Nov 2026 · updated\n");
  });

  test("a long quote is folded in a rich message, whichever form the server's version takes it in", async () => {
    await bot.start(createFakeAnswer(), { hasRichPosts: true });
    await bot.emulator.type(ANA, ANA, "/latest");
    const words = `We have no choice ${"and no boat ".repeat(60)}this winter`;
    const quote = { text: words, speaker: "Ada Lindqvist", role: null, url: "https://harborwire.example/1" };
    const isFolded = async (id: number): Promise<boolean> => {
      expect((await bot.platform.send(here, buildPost({ quotes: [quote] }), toDeliveryId(id))).outcome).toBe("sent");
      return (
        bot.emulator
          .posts(ANA)
          .at(-1)
          ?.entities.some(({ type }) => type === "expandable_blockquote") ?? false
      );
    };
    expect(await isFolded(1)).toBe(true);
    bot.emulator.forget("folded text");
    expect([await isFolded(2), await isFolded(3)]).toEqual([true, true]);
    expect(bot.emulator.callsOf("sendRichMessage")).toHaveLength(4);
    expect(bot.emulator.callsOf("sendMessage").filter((call) => JSON.stringify(call).includes("no boat"))).toEqual([]);
  });

  test("a server that knows no rich messages gets HTML, and is not asked again", async () => {
    bot.emulator.forget("sendRichMessage");
    await bot.start(createFakeAnswer(), { hasRichPosts: true });
    await bot.emulator.type(ANA, ANA, "/latest");
    expect((await bot.platform.send(here, buildPost(), toDeliveryId(1))).outcome).toBe("sent");
    expect((await bot.platform.send(here, buildPost(), toDeliveryId(2))).outcome).toBe("sent");
    expect(bot.emulator.callsOf("sendRichMessage")).toHaveLength(1);
    expect(bot.emulator.posts(ANA).at(-1)?.raw).toContain("<blockquote>");
  });

  test("a server that knows no times gets the date as words, in posts and inline results, and is not asked again", async () => {
    bot.emulator.forget("tg-time");
    await bot.start(createFakeAnswer(() => ({ text: "", posts: [buildPost()] })));
    await bot.emulator.type(ANA, ANA, "/latest");
    expect(await bot.emulator.ask(ANA, "ferry")).toHaveLength(1);
    expect((await bot.platform.send(here, buildPost(), toDeliveryId(1))).outcome).toBe("sent");
    expect(bot.emulator.posts(ANA).at(-1)?.text).toContain("Harbor Wire · 23 Nov 2026\n");
    const marked = bot.emulator.calls.filter((call) => JSON.stringify(call.params).includes("<tg-time"));
    expect(marked).toHaveLength(1);
  });

  test("before the start and after the stop a post is to be tried again", async () => {
    await bot.start(createFakeAnswer());
    await bot.platform.stop();
    expect((await bot.platform.send(here, buildPost(), toDeliveryId(1))).outcome).toBe("retry");
    expect(bot.platform.health()).toBe("Telegram is stopped.");
  });
});
