/** Every feed in tests/fixtures/feeds says in its opening comment what is odd about it and what must come of it. */

import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseFeed } from "../../../src/feeds/parse.ts";

const FOLDER = new URL("../../fixtures/feeds/", import.meta.url);
const FEED_URL = "https://harbor.example/feeds/news.xml";

interface Expectation {
  readonly entries?: readonly Readonly<Record<string, unknown>>[];
}

function readFixture(name: string): {
  readonly sentence: string;
  readonly expected: Expectation;
  readonly bytes: Buffer;
} {
  const bytes = readFileSync(new URL(name, FOLDER));
  const match = /^<!-- ([^\n]+)\n([\s\S]*?)\n-->/.exec(bytes.toString("utf8"));
  if (match === null) throw new Error(`${name} does not open with a comment that says what is expected.`);
  return { sentence: match[1] ?? "", expected: JSON.parse(match[2] ?? "") as Expectation, bytes };
}

const names = readdirSync(FOLDER).filter((name) => name.endsWith(".xml"));

test("there are fixtures", () => {
  expect(names.length).toBeGreaterThan(20);
});

test.each(names.map((name) => [name, readFixture(name)] as const))("%s", async (_name, { expected, bytes }) => {
  const feed = JSON.parse(JSON.stringify(await parseFeed(bytes, "application/xml", FEED_URL)));
  expect(feed).toMatchObject({ ...expected });
  if (expected.entries !== undefined) expect(feed.entries.length).toBe(expected.entries.length);
});
