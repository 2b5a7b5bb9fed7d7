/** What people type as a template: read, its mistakes named with what was meant, and put right. */

import { describe, expect, test } from "vitest";
import {
  completeTemplate,
  findPresetName,
  findTemplate,
  isPictureFirst,
  mendTemplate,
  PRESET_NAMES,
  PRESETS,
  parseTemplate,
  TEMPLATE_LENGTH_MAX,
  TEMPLATE_LINES_MAX,
} from "../../../src/domain/post-template.ts";

const mistakesOf = (typed: string) => parseTemplate(typed).mistakes;

test("lines of words and placeholders are read, however they are written", () => {
  const { lines, text, mistakes } = parseTemplate(" News: { Headline } \\n\\n{{summary}}\n{quotes:no-role}");
  expect(mistakes).toEqual([]);
  expect(text).toBe("News: { Headline }\n\n{{summary}}\n{quotes:no-role}");
  expect(lines).toEqual([[{ words: "News: " }, { part: "headline" }], [], [{ part: "summary" }], [{ part: "quotes" }]]);
  expect(parseTemplate("{quotes}").hasRoles).toBe(true);
  expect(parseTemplate("{quotes:no-role}").hasRoles).toBe(false);
});

test.each([
  ["{quote}", "quotes"],
  ["{QUOTES:few}", null],
  ["{qoutes}", "quotes"],
  ["{titel}", "headline"],
  ["{{title}}", "headline"],
  ["{image}", "picture"],
  ["{pubDate}", "age"],
  ["{hashtag}", "tags"],
  ["{buton}", "buttons"],
  ["{weather}", null],
  ["{x}", null],
])("%s is not known, and what may be meant is named", (typed, near) => {
  const name = typed.replace(/[{}]/g, "");
  expect(mistakesOf(`{headline} ${typed}`)).toEqual([
    { kind: "unknown", name, near: name === "QUOTES:few" ? "quotes" : near },
  ]);
});

test("every mistake is named at once", () => {
  expect(mistakesOf("{headline}{headline} {quote}\n{summary").map(({ kind }) => kind)).toEqual([
    "twice",
    "unknown",
    "open",
  ]);
  expect(mistakesOf("{age} · {outlet}")).toEqual([{ kind: "bare" }]);
  expect(mistakesOf("only words")).toEqual([{ kind: "bare" }]);
});

test("braces that hold no name are words", () => {
  expect(mistakesOf("{ } {} {1} :-{ {headline} }")).toEqual([]);
});

test("its length and its lines have an end", () => {
  const fill = (length: number): string => `{headline}{outlet}${"a".repeat(length - "{headline}{outlet}".length)}`;
  expect(mistakesOf(fill(TEMPLATE_LENGTH_MAX))).toEqual([]);
  expect(mistakesOf(fill(TEMPLATE_LENGTH_MAX + 1))).toEqual([{ kind: "long", length: TEMPLATE_LENGTH_MAX + 1 }]);
  expect(mistakesOf(fill(100_000))[0]).toEqual({ kind: "long", length: 100_000 });
  const lines = (count: number): string => `{headline}{outlet}${"\na".repeat(count - 1)}`;
  expect(mistakesOf(lines(TEMPLATE_LINES_MAX))).toEqual([]);
  expect(mistakesOf(lines(TEMPLATE_LINES_MAX + 1))).toEqual([{ kind: "lines", count: TEMPLATE_LINES_MAX + 1 }]);
});

test.each([
  [`{summary} ${"x".repeat(588)}`, { kind: "long", length: 616 }],
  [`{summary}${"\nx".repeat(29)}`, { kind: "lines", count: 31 }],
])("a look that grew too long by what was put at its end was shown as set, and lost", (typed, mistake) => {
  expect(mistakesOf(typed)).toEqual([mistake]);
  expect(findTemplate(completeTemplate(parseTemplate(typed)).text)).toBeNull();
  const shorter = completeTemplate(parseTemplate(typed.replace(/\s*x{1,20}$/, "")));
  expect(findTemplate(shorter.text)?.text).toBe(shorter.text);
});

test("who published it and the way to the page are in every look", () => {
  const complete = (typed: string): string => completeTemplate(parseTemplate(typed)).text;
  expect(complete("{summary}")).toBe("{summary}\n{outlet} · {link}");
  expect(complete("{headline}")).toBe("{headline}\n{outlet}");
  expect(complete("{quotes} {outlet}")).toBe("{quotes} {outlet}\n{link}");
  for (const name of PRESET_NAMES) expect(complete(PRESETS[name])).toBe(PRESETS[name]);
});

describe("put right", () => {
  test.each([
    ["{title}\n{quote}", "{headline}\n{quotes}"],
    ["{headline} {headline} now", "{headline} now"],
    ["{headline} {weather}", "{headline}"],
    ["{quote:no-role}", "{quotes:no-role}"],
  ])("%s", (typed, mended) => {
    expect(mendTemplate(typed)).toBe(mended);
    expect(findTemplate(mended)).not.toBeNull();
  });

  test("nothing is offered where nothing is left to read", () => {
    expect(mendTemplate("{weather}")).toBeNull();
    expect(mendTemplate("{headline} {open")).toBeNull();
  });
});

test("the looks known by name are templates without a mistake", () => {
  for (const name of PRESET_NAMES) {
    expect(mistakesOf(PRESETS[name]), name).toEqual([]);
    expect(findPresetName(PRESETS[name])).toBe(name);
  }
  expect(findPresetName("{headline} {outlet}")).toBeNull();
});

test("a picture is first where nothing is read before it", () => {
  const isFirst = (typed: string): boolean => isPictureFirst(parseTemplate(typed));
  expect(isFirst("{picture}\n{headline}")).toBe(true);
  expect(isFirst("{headline}\n{picture}")).toBe(false);
  expect(isFirst("Look: {picture} {headline}")).toBe(false);
});

test("what was stored and is none any more costs no post", () => {
  expect(findTemplate("{gone}")).toBeNull();
  expect(findTemplate(null)).toBeNull();
});
