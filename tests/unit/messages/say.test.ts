import { expect, test } from "vitest";
import { UserError } from "../../../src/domain/errors.ts";
import type { Language } from "../../../src/domain/say.ts";
import { findLanguage, LANGUAGES, toOwnName } from "../../../src/messages/languages.ts";
import { sayIn, toEnglish } from "../../../src/messages/say.ts";

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
  expect(toEnglish(error)).toBe(error.wording(english));
});

test("plural forms are those of the language", () => {
  const posts = (language: Language, count: number) => sayIn(language)("health.waiting", { count });
  expect([1, 3, 5, 11, 21, 22, 25].map((count) => posts("ru", count))).toEqual([
    "1 пост ждёт отправки.",
    "3 поста ждут отправки.",
    "5 постов ждут отправки.",
    "11 постов ждут отправки.",
    "21 пост ждёт отправки.",
    "22 поста ждут отправки.",
    "25 постов ждут отправки.",
  ]);
  expect([1, 4, 5, 21].map((count) => posts("uk", count))).toEqual([
    "1 допис чекає на відправлення.",
    "4 дописи чекають на відправлення.",
    "5 дописів чекають на відправлення.",
    "21 допис чекає на відправлення.",
  ]);
  expect([1, 2, 3, 11, 100, 102].map((count) => posts("ar", count))).toEqual([
    "منشور واحد في الانتظار.",
    "منشوران في الانتظار.",
    "3 منشورات في الانتظار.",
    "11 منشورًا في الانتظار.",
    "100 منشور في الانتظار.",
    "102 منشور في الانتظار.",
  ]);
});

test("days, lists and names of languages are those of the language", () => {
  const day = new Date("2026-11-21T12:00:00Z");
  expect(sayIn("de").day(day)).toBe("21. Nov. 2026");
  expect(sayIn("ru").list(["a", "b"], "or")).toBe("a или b");
  expect(sayIn("fr").languageName("de")).toBe("allemand");
  expect(sayIn("uk").age(ago(180 * MINUTE_MS), NOW)).toBe("3 години тому");
});

test("in a right-to-left language commands, options and names keep their own direction", () => {
  const arabic = sayIn("ar");
  expect(arabic("feed.unknown", { name: "Harbor Wire" })).toBe(
    "لا توجد خلاصة باسم \u2068Harbor Wire\u2069. يعرض \u2068/feeds\u2069 جميع الخلاصات.",
  );
  expect(arabic("search.nothingAsked")).toContain("\u2068/search speaker:minister\u2069");
  expect(arabic("brief.badAddress")).toContain("\u2068https://\u2069");
  // Digits are those one types.
  expect(arabic("option.notInRange", { option: "days", min: 1, max: 365 })).toMatch(/1 .*365/);
});

test("a French line does not break before a mark", () => {
  expect(sayIn("fr").inMarks("bac")).toBe("«\u00a0bac\u00a0»");
  expect(sayIn("fr")("brief.unreadable", { reason: "a : b" })).toBe("Impossible de lire cette page\u00a0: a : b");
});

test("a reason that was kept in English is said in the reader's language, a server's own words as they are", () => {
  const kept = "gone: the channel no longer exists";
  expect(sayIn("de")("health.paused", { reason: kept })).toBe("Angehalten: weg: den Kanal gibt es nicht mehr.");
  expect(sayIn("de")("feed.unreadable", { url: "x", reason: "news.example answered with status 404." })).toBe(
    "x war nicht zu lesen: news.example hat mit Status 404 geantwortet.",
  );
  expect(sayIn("de")("health.paused", { reason: "CHAT_WRITE_FORBIDDEN" })).toContain("CHAT_WRITE_FORBIDDEN");
  expect(english("health.paused", { reason: kept })).toBe("Paused: gone: the channel no longer exists.");
});

test("one failure was told as several, and two outlets in Arabic by a number and the dual, which says two already", () => {
  const tellFailures = (language: Language) => sayIn(language)("desk.failing", { count: 1 });
  expect((["en", "es", "fr", "pt"] as const).map(tellFailures)).toEqual([
    "Failed 1 time",
    "1 fallo",
    "1 échec",
    "1 falha",
  ]);
  expect([1, 3, 5].map((count) => sayIn("ru")("desk.failing", { count }))).toEqual([
    "1 неудача",
    "3 неудачи",
    "5 неудач",
  ]);
  expect(sayIn("ar")("top.outlets", { count: 2, outlets: "المينا" })).toMatch(/^وسيلتان: /);
  expect(sayIn("ar")("top.articles", { count: 2 })).toBe("في خبرين");
});
