/** The catalogs as a whole: nothing missing, nothing unused, the same gaps and the right plural forms, no text outside. */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { COMMANDS } from "../../../commands/index.ts";
import type { MessageKey, Template } from "../../../src/domain/say.ts";
import { CATALOGS } from "../../../src/messages/catalogs.ts";
import { keepIsolates } from "../../../src/messages/direction.ts";
import { ENGLISH } from "../../../src/messages/en/index.ts";
import { LANGUAGES, toLocale } from "../../../src/messages/languages.ts";
import { sayIn } from "../../../src/messages/say.ts";
import { listGaps } from "../../../src/messages/template.ts";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const KEYS = Object.keys(ENGLISH) as MessageKey[];
const ENGLISH_TEMPLATES: Readonly<Record<string, Template>> = ENGLISH;
const DESCRIPTION_LENGTH_MAX = 100;

interface Source {
  readonly path: string;
  readonly text: string;
}

/** Everything but the catalogs themselves. */
const SOURCES: readonly Source[] = ["src", "commands"].flatMap((top) =>
  readdirSync(join(ROOT, top), { recursive: true })
    .map((name) => `${top}/${String(name).replaceAll("\\", "/")}`)
    .filter((path) => /\.(?:ts|js|html)$/.test(path) && !/^src\/messages\/[a-z]{2}\//.test(path))
    .map((path) => ({ path, text: readFileSync(join(ROOT, path), "utf8") })),
);

const formsOf = (template: Template): readonly (readonly [string, string])[] =>
  typeof template === "string" ? [["", template]] : Object.entries(template);

describe.each(LANGUAGES.map((language) => [language, CATALOGS[language]] as const))("%s", (language, catalog) => {
  const templates: Readonly<Record<string, Template>> = catalog;
  const entries = Object.entries(templates);

  test("lacks no message", () => {
    expect(KEYS.filter((key) => !Object.hasOwn(templates, key))).toEqual([]);
  });

  test("has no key that English has not", () => {
    expect(Object.keys(templates).filter((key) => !Object.hasOwn(ENGLISH, key))).toEqual([]);
  });

  test("has the gaps that English has", () => {
    for (const [key, template] of entries) {
      const english = ENGLISH_TEMPLATES[key];
      if (english === undefined) continue;
      const allowed = new Set(formsOf(english).flatMap(([, text]) => listGaps(text)));
      for (const [form, text] of formsOf(template)) {
        const gaps = new Set(listGaps(text));
        // Of one thing, or none, a text may leave the number out: "The newest brief".
        const mayLeaveCount = form !== "" && form !== "other" && form !== "many" && form !== "few";
        const needed = [...allowed].filter((gap) => !(gap === "count" && mayLeaveCount));
        expect(
          [...gaps].filter((gap) => !allowed.has(gap) && gap !== "count"),
          `${key} ${form}`,
        ).toEqual([]);
        expect(
          needed.filter((gap) => !gaps.has(gap)),
          `${key} ${form}`,
        ).toEqual([]);
        expect(text.replace(/\{[A-Za-z]+\}/g, ""), `${key} ${form}`).not.toMatch(/[{}]/);
      }
    }
  });

  test("has every plural form its counts need, and no other", () => {
    const plurals = new Intl.PluralRules(toLocale(language));
    const needed = new Set(Array.from({ length: 1001 }, (_, count) => plurals.select(count)));
    needed.add("other");
    for (const [key, template] of entries) {
      if (typeof template === "string") continue;
      expect(Object.keys(template).sort(), key).toEqual([...needed].sort());
    }
  });

  test("has clean texts, and descriptions within the platforms' limits", () => {
    for (const [key, template] of entries) {
      for (const [, text] of formsOf(template)) {
        // The comma between parts of a list is the one text that ends in a space.
        if (key !== "comma") expect(text, key).toBe(text.trim());
        expect(text, key).not.toBe("");
        expect(text, key).toBe(keepIsolates(text));
        expect(text, key).not.toMatch(/ {2}|\n/);
      }
      if (key.startsWith("command.") || key === "discord.channel" || key === "telegram.channel") {
        expect([...String(template)].length, key).toBeLessThanOrEqual(DESCRIPTION_LENGTH_MAX);
        expect(String(template), key).not.toMatch(/\.$/);
      }
    }
  });

  test("keeps commands and options as they are typed", () => {
    const typed = (text: string): readonly string[] =>
      [...text.matchAll(/\/[a-z]{2,}|\b[a-z]+:(?=[a-z0-9])/g)].map(([match]) => match).sort();
    for (const [key, template] of entries) {
      const english = new Set(formsOf(ENGLISH_TEMPLATES[key] ?? "").flatMap(([, text]) => typed(text)));
      for (const [, text] of formsOf(template)) {
        const unknown = typed(text).filter((each) => !english.has(each));
        expect(unknown, key).toEqual([]);
      }
      for (const each of english)
        expect(
          formsOf(template).some(([, text]) => text.includes(each)),
          key,
        ).toBe(true);
    }
  });

  test("says every message without leaving a gap", () => {
    const say = sayIn(language);
    for (const key of KEYS) {
      const gaps = new Set(formsOf(ENGLISH_TEMPLATES[key] ?? "").flatMap(([, text]) => listGaps(text)));
      for (const count of [0, 1, 2, 3, 5, 11, 21, 100]) {
        const values = Object.fromEntries([...gaps, "count"].map((gap) => [gap, gap === "count" ? count : `<${gap}>`]));
        const text = (say as (key: MessageKey, values: object) => string)(key, values);
        expect(text, key).not.toMatch(/[{}]|undefined|NaN/);
        expect(keepIsolates(text), key).toBe(text);
      }
    }
  });
});

describe("the code", () => {
  const textOfCommands = new Set(
    COMMANDS.flatMap((command) => [
      `command.${command.name}`,
      ...Object.keys(command.options).map((option) => `command.${command.name}.${option}`),
    ]),
  );

  test("has a text for every command and option", () => {
    expect([...textOfCommands].filter((key) => !Object.hasOwn(ENGLISH, key))).toEqual([]);
  });

  test("uses every message", () => {
    const all = SOURCES.map((source) => source.text).join("\n");
    // A reason is written in English where it comes up, and recognized when it is shown.
    const isWritten = (key: string): boolean => {
      const parts = String(ENGLISH_TEMPLATES[key]).split(/\{[A-Za-z]+\}/);
      const escaped = parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
      return new RegExp(`["\`]${escaped.join("\\$\\{[^}]+\\}")}["\`]|: ${escaped.join("")}["\`]`).test(all);
    };
    const isUsed = (key: string): boolean =>
      key.startsWith("reason.")
        ? isWritten(key)
        : textOfCommands.has(key) || all.includes(`"${key}"`) || all.includes(`{{${key}}}`);
    expect(KEYS.filter((key) => !isUsed(key) && !USED_BY_THE_MECHANISM.has(key))).toEqual([]);
  });

  /** What a person would read, written into code. */
  const OUTSIDE: readonly (readonly [RegExp, RegExp])[] = [
    // An error for a person with a sentence of its own.
    [/^(?:commands|src\/domain|src\/platforms|src\/(?:answer|services)\.ts)/, /new UserError\(\s*"[a-z-]+",\s*["'`]/g],
    // A property that is shown, with a literal that begins like words.
    [
      /^(?:commands|src\/platforms|src\/(?:answer|services)\.ts)/,
      /\b(?:text|label|title|detail|summary|description|content|caption|placeholder)\s*(?::|=(?!=))\s*["'`](?=[^"'`\n]*[A-Za-z]{2})(?!v1:|\/)(?!Pullquote")[A-Z][^"'`\n]*/g,
    ],
    // Words in a command, but for its examples and its comments.
    [/^commands\//, /["'`][A-Z]?[a-z]+ [a-z]+(?: [a-z]+)*[.:…]?["'`]/g],
    // Words of the page.
    [/^src\/platforms\/web\/page\/.*\.js$/, /["'`][A-Z][a-z]+ [a-z]+[^"'`\n]*["'`]/g],
    [/^src\/platforms\/web\/page\/.*\.html$/, /(?:aria-label|title|placeholder|alt)="(?!\{\{)[^"]{2,}"/g],
  ];

  test.each(OUTSIDE.map(([where, pattern]) => [pattern.source, where, pattern] as const))(
    "has no text outside the catalogs: %s",
    (_name, where, pattern) => {
      const found = SOURCES.filter(({ path }) => where.test(path)).flatMap(({ path, text }) => {
        const code = text.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/[^\n]*|examples: \[[^\]]*\]/g, "");
        return [...code.matchAll(pattern)].map(([match]) => `${path}: ${match}`);
      });
      expect(found).toEqual([]);
    },
  );
});

/** Said by say itself. */
const USED_BY_THE_MECHANISM: ReadonlySet<string> = new Set(["marks", "comma", "time.now"]);
