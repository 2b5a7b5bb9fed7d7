/** The lexicons: every file can be read, and tags from outside find the right one or none. */

import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { findLexicon } from "../../../src/languages/lexicon.ts";

const FOLDER = new URL("../../../src/languages/", import.meta.url);
const LANGUAGES = readdirSync(FOLDER).filter((name) => /^[a-z]{2}$/.test(name));

describe.each(LANGUAGES)("the lexicon of %s", (language) => {
  test("says its own language and has reporting verbs", () => {
    const lexicon = findLexicon(language);
    expect(lexicon?.language).toBe(language);
    expect([...(lexicon?.words.values() ?? [])].filter((word) => word.class === "V").length).toBeGreaterThan(10);
  });
});

test("a regional tag finds its language", () => {
  expect(findLexicon("en-GB")?.language).toBe("en");
  expect(findLexicon("PT_br")?.language).toBe("pt");
});

test.each(["", "und", "xx", "../en", "en/../../secret", "toolong", "x".repeat(10_000)])("%j has no lexicon", (tag) => {
  expect(findLexicon(tag)).toBeNull();
});
