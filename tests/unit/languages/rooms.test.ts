/** The rooms: each is in the list and can be read, and tags from outside find the right one or none. */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { findLanguage, joinLanguages, LANGUAGES } from "../../../src/languages/index.ts";
import { createLanguage } from "../../../src/languages/shared/create-language.ts";

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

  test("has no file that is refused", () => {
    const { text, asides, siteLines, claims, naming, dates, translated } = findLanguage(tag);
    expect([text.stopWords.size, asides, siteLines, claims, naming, dates, translated]).not.toContain(undefined);
  });

  test("has no mere endings among the forms of its verbs", () => {
    const file = JSON.parse(readFileSync(new URL(`${tag}/words.json`, FOLDER), "utf8"));
    const verbs = Object.entries<readonly string[]>({ ...file.reporting, ...file.framing });
    // A character of Chinese may be a whole verb, unlike a letter or two.
    const isEnding = (form: string, verb: string) =>
      form.length <= 2 && form[0] !== verb[0] && !/[\p{Script=Han}\p{Script=Hangul}]/u.test(form);
    expect(verbs.flatMap(([verb, forms]) => forms.filter((form) => isEnding(form, verb)))).toEqual([]);
  });
});

test("a language with a room may not stand among those known a little, which would hide the room", () => {
  const rooms = [createLanguage({ tag: "hu", speech: {} })];
  const known = [createLanguage({ tag: "is" }), createLanguage({ tag: "hu" })];
  expect(() => joinLanguages(rooms, known)).toThrow("hu has a room and stands in known-a-little.ts, too");
  expect(joinLanguages(rooms, known.slice(0, 1)).map(({ tag }) => tag)).toEqual(["hu", "is"]);
});

test("a regional tag finds its language", () => {
  expect(findLanguage("en-GB").tag).toBe("en");
  expect(findLanguage("PT_br").tag).toBe("pt");
});

test("a page in Malay took ten times as long: its language, which has no room, was made anew for every sentence", () => {
  expect(findLanguage("ms")).toBe(findLanguage("ms-MY"));
  expect(findLanguage("ms").tag).toBe("ms");
});

test.each(["", "und", "xx", "../en", "en/../../secret", "toolong", "x".repeat(10_000)])("%j has no speech", (tag) => {
  expect(findLanguage(tag).speech).toBeNull();
});
