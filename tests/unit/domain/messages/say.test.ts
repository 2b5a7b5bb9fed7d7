import { expect, test } from "vitest";
import { UserError } from "../../../../src/domain/errors.ts";
import { findLanguage, LANGUAGES, toOwnName } from "../../../../src/domain/messages/languages.ts";
import { sayIn } from "../../../../src/domain/messages/say.ts";

const english = sayIn("en");
const NOW = new Date("2026-11-24T12:00:00Z");
const ago = (ms: number): Date => new Date(NOW.getTime() - ms);
const MINUTE_MS = 60_000;

test("gaps are filled and the count chooses the form", () => {
  expect(english("search.found", { count: 1, wanted: "about “ferry”" })).toBe("1 brief about “ferry”:");
  expect(english("search.found", { count: 1200, wanted: "about “ferry”" })).toBe("1,200 briefs about “ferry”:");
});

test("what is inserted is no template itself", () => {
  expect(english("feed.unknown", { name: "{name} $& {url}" })).toBe(
    "There is no feed called {name} $& {url}. /feeds lists them.",
  );
});

test("lists, days and ages are written as people write them", () => {
  expect(english.list([])).toBe("");
  expect(english.list(["a"])).toBe("a");
  expect(english.list(["a", "b", "c"], "or")).toBe("a, b or c");
  expect(english.day(new Date("2026-11-21T23:59:00Z"))).toBe("21 Nov 2026");
  expect(english.age(ago(30_000), NOW)).toBe("just now");
  expect(english.age(ago(MINUTE_MS), NOW)).toBe("1 minute ago");
  expect(english.age(ago(180 * MINUTE_MS), NOW)).toBe("3 hours ago");
  expect(english.age(ago(8 * 24 * 60 * MINUTE_MS), NOW)).toBe("16 Nov 2026");
  expect(english.age(ago(-2 * 24 * 60 * MINUTE_MS), NOW)).toBe("26 Nov 2026");
  expect(english.age(new Date(Number.NaN), NOW)).toBe("");
  expect(english.languageName("de")).toBe("German");
  expect(english.languageName("no tag!")).toBe("no tag!");
});

test("a name of the other direction is isolated, and marks that turn the line are not let in", () => {
  expect(english("feed.unknown", { name: "أخبار" })).toContain("called \u2068أخبار\u2069. /feeds");
  expect(english("feed.unknown", { name: "أخبار\u202e\u2069" })).toContain("called \u2068أخبار\u2069. /feeds");
});

test("a tag leads to the language it belongs to", () => {
  expect(findLanguage("pt-BR")).toBe("pt");
  expect(findLanguage("DE_at")).toBe("de");
  expect(findLanguage("tlh")).toBeNull();
  expect(findLanguage(null)).toBeNull();
  expect(LANGUAGES.map(toOwnName)).toContain("Deutsch");
});

test("an error for a person is worded for its reader, and in English for the log", () => {
  const error = new UserError("limit", (say) => say("subscribe.full", { count: 3 }));
  expect(error.message).toBe(error.wording(english));
});
