/** What the README and /help tell people to try finds something in the demo's own newsroom. */

import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { COMMANDS } from "../../commands/index.ts";
import type { Reply } from "../../src/domain/post.ts";
import { EMPTY_QUERY, type Store } from "../../src/domain/store.ts";
import { parseSearch } from "../../src/typed/search-text.ts";
import { ask } from "../helpers/ask.ts";
import { openSampleStore } from "../helpers/sample-store.ts";

const NOW = new Date("2026-11-20T08:00:00Z");
const FINDING = ["search", "quotes", "latest", "feeds"];
const readProjectFile = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

let store: Store;
beforeAll(async () => {
  store = await openSampleStore(NOW);
});
afterAll(() => store.close());

const commandOf = (line: string): string => /^\/(\w+)/.exec(line)?.[1] ?? "";
const examples = new Set([
  ...[...readProjectFile("README.md").matchAll(/`(\/[^`]+)`/g)].map(([, line = ""]) => line),
  ...(readProjectFile("src/cli/demo.ts").match(/\/(?:search|quotes|latest) ?[a-z]*/g) ?? []).map((line) => line.trim()),
  ...[...readProjectFile("commands/help.ts").matchAll(/"(\/[^"]+)"/g)].map(([, line = ""]) => line),
  ...COMMANDS.flatMap((command) => command.examples),
]);
const finding = [...examples].filter((line) => FINDING.includes(commandOf(line)));
const toCount = ({ posts = [], lists = [] }: Reply): number =>
  posts.length + lists.reduce((sum, list) => sum + list.items.length, 0);

describe("an example in the README, in /help or on the demo's first screen", () => {
  // A bare name stands for the command.
  test.each(finding.filter((line) => !["/search", "/quotes"].includes(line)))("%s finds something", async (line) => {
    const reply = await ask(line, { store, now: NOW });
    expect(toCount(reply), reply.text).toBeGreaterThan(0);
  });

  test("for a subscription has had something to bring in the last week", async () => {
    const subscribing = [...examples].filter((line) => /^\/subscribe .*(?:speaker|words):/.test(line));
    expect(subscribing.length).toBeGreaterThan(1);
    for (const [index, line] of subscribing.entries()) {
      const destination = { platform: "web", address: `room-${index}` } as const;
      const reply = await ask(line, { store, now: NOW, destination });
      expect(reply.text, line).toContain("Subscribed");
      expect(await store.outbox.findByDestination(destination, 1), line).toHaveLength(1);
    }
  });

  test("of the command line finds something", async () => {
    const [, words = "", speaker = ""] =
      /main\.js search (\w+) --speaker (\w+)/.exec(readProjectFile("README.md")) ?? [];
    const query = { ...EMPTY_QUERY, terms: parseSearch(words), speaker };
    expect((await store.articles.search(query)).total).toBeGreaterThan(0);
  });
});

describe.each(["docs/for-newsrooms.md", "docs/for-communities.md"])("%s", (guide) => {
  const lines = [...readProjectFile(guide).matchAll(/`(\/[^`\n]+)`/g)].map(([, line = ""]) => line);
  const destination = { platform: "web", address: `reader-of-${guide.replaceAll(/\W/g, "-")}` } as const;

  test("names commands that there are", () => {
    expect(lines.map(commandOf).filter((name) => !COMMANDS.some((command) => command.name === name))).toEqual([]);
  });

  test("can be typed line by line, and each line does what it says", async () => {
    expect(lines.length).toBeGreaterThan(10);
    for (const line of lines) {
      const name = commandOf(line);
      // Of a bare name nothing is promised but the command; what ends it all is tried elsewhere.
      if (line === `/${name}` && !["latest", "feeds"].includes(name)) continue;
      const reply = await ask(line, { store, now: NOW, destination });
      if (FINDING.includes(name)) expect(toCount(reply), line).toBeGreaterThan(0);
      if (name === "subscribe") expect(reply.text, line).toContain("Subscribed");
      if (name === "edit") expect(reply.text, line).toMatch(/^Subscription \d/);
      if (name === "why" || name === "mute") expect(toCount(reply) + reply.text.length, line).toBeGreaterThan(20);
    }
  });
});
