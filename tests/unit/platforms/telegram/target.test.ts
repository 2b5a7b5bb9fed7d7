/** Naming another channel in a command, carrying it in buttons, and links that run commands. */

import { describe, expect, test } from "vitest";
import { COMMANDS as OWN_COMMANDS } from "../../../../commands/index.ts";
import type { Command } from "../../../../src/domain/command.ts";
import { readStart, toStartPayload } from "../../../../src/platforms/telegram/chats/deep-link.ts";
import { readPlace, toDestination } from "../../../../src/platforms/telegram/place.ts";
import { readCallbackData, readTarget, toCallbackData } from "../../../../src/platforms/telegram/target.ts";
import { COMMANDS } from "../../../helpers/telegram/fakes.ts";

const byName = new Map<string, Command>(COMMANDS.map((command) => [command.name, command]));
const get = (name: string): Command => {
  const command = byName.get(name);
  if (command === undefined) throw new Error(`There is no ${name}.`);
  return command;
};

describe("readTarget", () => {
  test.each([
    ["subscribe", "@harbor everything", "@harbor", null, "everything"],
    ["subscribe", "-1001234567890 everything", "-1001234567890", null, "everything"],
    ["subscribe", "-1001234567890/7 everything", "-1001234567890", 7, "everything"],
    ["subscribe", "-1001234567890/1 everything", "-1001234567890", null, "everything"],
    ["subscribe", "https://t.me/harbor everything", "@harbor", null, "everything"],
    ["subscribe", "everything channel:@harbor words:x", "@harbor", null, "everything words:x"],
    ["search", "ferry channel:@harbor", "@harbor", null, "ferry"],
    ["subscriptions", "@harbor", "@harbor", null, ""],
    ["subscribe", "everything channel: @harbor", "@harbor", null, "everything"],
  ])("/%s %s", (name, text, chatName, threadId, rest) => {
    expect(readTarget(get(name), text)).toEqual({ target: { chatName, threadId }, rest });
  });

  test.each(OWN_COMMANDS.filter(({ access, isOfChannel }) => access === "managers" || isOfChannel === true))(
    "the channel may lead in /$name, which is about it",
    (command) => {
      expect(readTarget(command, "@harbor https://news.example/a")).toEqual({
        target: { chatName: "@harbor", threadId: null },
        rest: "https://news.example/a",
      });
    },
  );

  test("/why is about a channel, and /search is not", () => {
    const isOfChannel = (name: string) => OWN_COMMANDS.find((each) => each.name === name)?.isOfChannel === true;
    expect([isOfChannel("why"), isOfChannel("search")]).toEqual([true, false]);
  });

  test.each([
    ["search", "@harbor ferry"],
    ["search", "-football ferry"],
    ["subscribe", "everything @harbor"],
    ["subscribe", "@ab everything"],
    ["subscribe", "https://harborwire.example/feed"],
    ["subscribe", "everything channel:harbor"],
  ])("/%s %s names no channel", (name, text) => {
    expect(readTarget(get(name), text)).toEqual({ target: null, rest: text });
  });
});

describe("places", () => {
  test.each(["501", "-1001234567890", "-1001234567890/7"])("%s survives the way to a place and back", (address) => {
    const place = readPlace(address);
    expect(place === null ? null : toDestination(place).address).toBe(address);
  });

  test.each(["", "0", "abc", "12/", "12/x", "1e5", "-", "99999999999999999999"])("%j is no place", (address) => {
    expect(readPlace(address)).toBeNull();
  });

  test("a button carries its place in few bytes and gives it back", () => {
    const place = { chatId: -1001234567890, threadId: 77 };
    const data = toCallbackData("v1:search:12:2", place);
    expect(Buffer.byteLength(data)).toBeLessThanOrEqual(14 + 16);
    expect(readCallbackData(data)).toEqual({
      buttonId: "v1:search:12:2",
      target: { chatName: "-1001234567890", threadId: 77 },
    });
    expect(readCallbackData(toCallbackData("v1:help:", null))).toEqual({ buttonId: "v1:help:", target: null });
  });
});

describe("deep links", () => {
  test.each([
    ["subscribe", "harbor-wire"],
    ["search", "interest rates"],
    ["search", "Fähre & Hafen"],
    ["help", ""],
  ])("/%s %s survives the way through a link", (name, rest) => {
    const payload = toStartPayload({ name, rest });
    expect(payload).toMatch(/^[A-Za-z0-9_-]{1,64}$/);
    expect(readStart(payload ?? "", byName)).toEqual({ name, rest });
  });

  test("what does not fit has no link", () => {
    expect(toStartPayload({ name: "search", rest: "word ".repeat(20).trim() })).toBeNull();
  });

  test.each(["unknown_x", "<b>", "search_".padEnd(70, "x"), ""])("%j asks for help", (payload) => {
    expect(readStart(payload, byName)).toEqual({ name: "help", rest: "" });
  });
});
