/** The rooms: each is in the list and can be read, and tags from outside find the right one or none. */

import { existsSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { findLanguage, LANGUAGES } from "../../../src/languages/index.ts";

const FOLDER = new URL("../../../src/languages/", import.meta.url);
const ROOMS = readdirSync(FOLDER).filter((name) => existsSync(new URL(`${name}/index.ts`, FOLDER)));

test("every room is in the list", () => {
  expect(LANGUAGES.map((language) => language.tag).sort()).toEqual(ROOMS.sort());
});

describe.each(ROOMS)("the room of %s", (tag) => {
  test("is found by its tag and has reporting verbs", () => {
    const language = findLanguage(tag);
    expect(language.tag).toBe(tag);
    const words = [...(language.speech?.words.values() ?? [])];
    expect(words.filter((word) => word.class === "reporting").length).toBeGreaterThan(10);
  });
});

test("a regional tag finds its language", () => {
  expect(findLanguage("en-GB").tag).toBe("en");
  expect(findLanguage("PT_br").tag).toBe("pt");
});

test.each(["", "und", "xx", "../en", "en/../../secret", "toolong", "x".repeat(10_000)])("%j has no speech", (tag) => {
  expect(findLanguage(tag).speech).toBeNull();
});
