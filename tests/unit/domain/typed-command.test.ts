import { expect, test } from "vitest";
import { search } from "../../../commands/search.ts";
import { subscribe } from "../../../commands/subscribe.ts";
import type { Command } from "../../../src/domain/command.ts";
import { readArguments, readTypedCommand } from "../../../src/domain/typed-command.ts";

const asCommand = (command: unknown): Command => command as Command;

test.each([
  ["/search ferry", { name: "search", rest: "ferry" }],
  ["/Search@TheBot ferry days:7", { name: "search", rest: "ferry days:7" }],
  ["  /help  ", { name: "help", rest: "" }],
  ["/search@other_bot ferry", null],
  ["hello /search", null],
  ["/sea-rch x", null],
  ["//", null],
])("%s is read", (text, expected) => {
  expect(readTypedCommand(text, "thebot")).toEqual(expected);
});

test.each([
  ["feed:harbor-wire days:7 port strike", { feed: "harbor-wire", days: "7", words: "port strike" }],
  ["re:invent", { words: "re:invent" }],
  ['"port authority" -football', { words: '"port authority" -football' }],
  ['speaker:"Ada Lindqvist" ferry', { speaker: "Ada Lindqvist", words: "ferry" }],
  ["FEED:x", { feed: "x" }],
  ["", {}],
])("arguments of /search %s", (rest, expected) => {
  expect(readArguments(asCommand(search), rest)).toEqual(expected);
});

test("an unbalanced quotation mark loses nothing", () => {
  expect(readArguments(asCommand(subscribe), 'everything words:"ferry, port')).toEqual({
    what: "everything",
    words: "ferry, port",
  });
});
