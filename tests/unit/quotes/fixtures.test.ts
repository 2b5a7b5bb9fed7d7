/** One short text for every pattern of quoting, in every language; tests/fixtures/quotes has one file each. */

import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { findQuotes } from "../../../src/quotes/find.ts";

const FOLDER = new URL("../../fixtures/quotes/", import.meta.url);

interface Fixture {
  readonly pattern: string;
  readonly text: string;
  readonly quotes: readonly { readonly text: string; readonly speaker: string | null }[];
}

const LANGUAGES = readdirSync(FOLDER).map((name) => name.replace(".json", ""));

test("every language the bot claims has fixtures", () => {
  expect(LANGUAGES.sort()).toEqual(["ar", "de", "en", "es", "fr", "it", "ja", "nl", "pl", "pt", "ru", "uk", "zh"]);
});

describe.each(LANGUAGES)("in %s, the bot reads", (language) => {
  const fixtures = JSON.parse(readFileSync(new URL(`${language}.json`, FOLDER), "utf8")) as readonly Fixture[];
  test.each(fixtures.map((fixture) => [fixture.pattern, fixture] as const))("%s", (_, { text, quotes }) => {
    const found = findQuotes(text, { language }).map((quote) => ({
      text: quote.text,
      speaker: quote.speaker?.name ?? null,
    }));
    expect(found).toEqual(quotes);
  });
});
