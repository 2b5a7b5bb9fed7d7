/** Links to what was posted: as each platform writes them, and none where it has none. */

import { expect, test } from "vitest";
import { toMessageLink as toDiscordLink } from "../../../src/platforms/discord/channels.ts";
import { toMessageLink as toTelegramLink } from "../../../src/platforms/telegram/place.ts";
import { renderReply, toAnchor } from "../../../src/platforms/web/render.ts";

test("on Discord by server, channel and message; a forum's post lies in a thread of its own", () => {
  const guildId = "1111111111111111111";
  expect(toDiscordLink("22", "33", { kind: "text", guildId })).toBe(`https://discord.com/channels/${guildId}/22/33`);
  expect(toDiscordLink("22", "33", { kind: "forum", guildId })).toBe(`https://discord.com/channels/${guildId}/33/33`);
  expect(toDiscordLink("22", "33", { kind: "text", guildId: null })).toBe("https://discord.com/channels/@me/22/33");
  expect(toDiscordLink("22", "../33", { kind: "text", guildId })).toBeNull();
});

test.each([
  ["-1001234567890", "7", "https://t.me/c/1234567890/7"],
  ["-1001234567890/12", "7", "https://t.me/c/1234567890/12/7"],
  ["-1001234567890/1", "7", "https://t.me/c/1234567890/7"],
  ["-1000000000005", "7", "https://t.me/c/5/7"],
  ["-1009876543210", "x", null],
  // A basic group, and a private chat.
  ["-4123456789", "7", null],
  ["777000", "7", null],
  ["main", "7", null],
])("on Telegram %s has for message %s %s", (address, messageId, link) => {
  expect(toTelegramLink(address, messageId)).toBe(link);
});

test("on the page a post's anchor is a link in answers, and nothing that only looks like one is", () => {
  const toUrls = (url: string): readonly (string | null)[] => {
    const items = [{ text: "1. all feeds", url, detail: null }];
    const buttons = [[{ kind: "link" as const, label: "See the post", url }]];
    const shown = renderReply({ text: "", lists: [{ title: null, items }], buttons }, null);
    const links = shown.buttons.flat().map((each) => (each.kind === "link" ? each.url : null));
    return [shown.lists[0]?.items[0]?.url ?? null, ...links];
  };
  const anchor = toAnchor("main", "12");
  expect(toUrls(anchor)).toEqual([anchor, anchor]);
  for (const url of ["/?room=main#post-1x", "/api/press", "//evil.example/?room=main#post-1", "javascript:alert(1)"]) {
    expect(toUrls(url)).toEqual([null]);
  }
});
