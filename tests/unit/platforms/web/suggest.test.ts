/** What is offered while a line is typed. */

import { expect, test } from "vitest";
import { COMMANDS } from "../../../../commands/index.ts";
import type { Command } from "../../../../src/domain/command.ts";
import { sayIn } from "../../../../src/messages/say.ts";
import { suggest } from "../../../../src/platforms/web/suggest.ts";
import { defineCommand } from "../../../../src/typed/define-command.ts";
import { boolean, choice, feed, rest, role, text } from "../../../../src/typed/options/index.ts";
import { readArguments, readTypedCommand } from "../../../../src/typed/typed-command.ts";

const base = { access: "everyone", examples: [], run: async () => ({ text: "" }) } as const;
const commands: readonly Command[] = [
  defineCommand({
    ...base,
    name: "search",
    summary: "Search the briefs",
    options: {
      words: rest(text({ description: "Words to look for" })),
      feed: feed({ description: "Only this feed" }),
      sort: choice({ description: "Order", choices: ["newest", "best"] }),
    },
  }) as unknown as Command,
  defineCommand({
    ...base,
    name: "subscribe",
    summary: "Subscribe this channel",
    options: { feed: feed({ description: "A feed" }) },
  }) as unknown as Command,
];

const feeds = ["harbor-wire", "high tide"];
const complete = async (_command: string, _option: string, typed: string) =>
  feeds
    .map((feed) => typed.replace(/[^,]*$/, (last) => (feed.startsWith(last.trim()) ? ` ${feed}` : "")).trim())
    .filter((value) => feeds.some((feed) => value.endsWith(feed)))
    .map((value) => ({ label: value.toUpperCase(), value }));

async function lines(typed: string): Promise<readonly string[]> {
  return (await suggest(typed, commands, sayIn("en"), complete)).map((each) => each.line);
}

test.each([
  ["/", ["/search ", "/subscribe "]],
  ["/SU", ["/subscribe "]],
  ["/search ", ["/search words:", "/search feed:", "/search sort:"]],
  ["/search tides fe", ["/search tides feed:"]],
  ["/search feed:har", ["/search feed:harbor-wire "]],
  ['/search tides feed:"high t', ['/search tides feed:"high tide" ']],
  ["/search feed:harbor-wire, hi", ['/search feed:"harbor-wire, high tide" ']],
  ["/search ferry, so", ["/search ferry, sort:"]],
  ["/search sort:n", ["/search sort:newest "]],
  ["/search feed:harbor-wire ", ["/search feed:harbor-wire sort:"]],
  ["/subscribe har", ["/subscribe harbor-wire "]],
  ["/nothing ", []],
  ["/subscribe high t", ['/subscribe "high tide" ']],
  ["/subscribe feed:high t", ['/subscribe feed:"high tide" ']],
  ["/subscribe feed: har", ["/subscribe feed: harbor-wire "]],
  ["/search tides feed:high t", ['/search tides feed:"high tide" ']],
  ["/search tides feed:harbor-wire so", ["/search tides feed:harbor-wire sort:"]],
  ["hello", []],
])("after %s one may go on with %j", async (typed, expected) => {
  expect(await lines(typed)).toEqual(expected);
});

test("a line taken from the suggestions reads back as what was meant", async () => {
  const [line = ""] = await lines("/subscribe hi");
  const typed = readTypedCommand(line, null);
  const command = commands[1];
  expect(command && readArguments(command, typed?.rest ?? "")).toEqual({ feed: "high tide" });
});

test("an option for roles is not offered, as the page has none", async () => {
  const options = { role: role({ description: "" }), rate: boolean({ description: "" }) } as const;
  const watch = defineCommand({ ...base, name: "watch", summary: "Watches", options }) as unknown as Command;
  const offered = await suggest("/watch r", [watch], sayIn("en"), complete);
  expect(offered.map((each) => each.label)).toEqual(["rate:"]);
});

test("choices are shown in the reader's language, found by either word, and put in as they are typed everywhere", async () => {
  const suggestIn = (line: string) => suggest(line, COMMANDS, sayIn("de"), complete);
  const daily = { label: "täglich", detail: "daily", line: "/subscribe digest:daily " };
  expect(await suggestIn("/subscribe digest:tag")).toEqual([daily]);
  expect(await suggestIn("/subscribe digest:da")).toEqual([daily]);
});
