/** One short text for every pattern of quoting, in every language; tests/fixtures/quotes has one file each. */

import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { findQuotes } from "../../../src/quotes/find-quotes.ts";

const FOLDER = new URL("../../fixtures/quotes/", import.meta.url);

interface Fixture {
  readonly pattern: string;
  readonly text: string;
  readonly quotes: readonly { readonly text: string; readonly speaker: string | null }[];
  /** The quotations are fragments of one utterance. */
  readonly isOneUtterance?: boolean;
}

const LANGUAGES = readdirSync(FOLDER).map((name) => name.replace(".json", ""));

test("every language the bot claims has fixtures", () => {
  expect(LANGUAGES.sort()).toEqual(["ar", "de", "en", "es", "fr", "it", "ja", "nl", "pl", "pt", "ru", "uk", "zh"]);
});

test("a language without a room gets its marks and no invented speaker", () => {
  const text = "„Sild avatakse mais, olgu ilm milline tahes“, ütles Ada Moor esmaspäeval.\n\n“Tere.”";
  const found = findQuotes(text, { language: "et" });
  expect(found.map((quote) => [quote.text, quote.speaker])).toEqual([
    ["Sild avatakse mais, olgu ilm milline tahes", null],
  ]);
});

describe.each(LANGUAGES)("in %s, the bot reads", (language) => {
  const fixtures = JSON.parse(readFileSync(new URL(`${language}.json`, FOLDER), "utf8")) as readonly Fixture[];
  test.each(fixtures.map((fixture) => [fixture.pattern, fixture] as const))(
    "%s",
    (_, { text, quotes, isOneUtterance }) => {
      const found = findQuotes(text, { language });
      expect(found.map((quote) => ({ text: quote.text, speaker: quote.speaker?.name ?? null }))).toEqual(quotes);
      if (isOneUtterance === true) expect(new Set(found.map((quote) => quote.group)).size).toBe(1);
    },
  );
});
