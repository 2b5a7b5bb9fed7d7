/** The architecture as a test: who may import whom, where packages live, how long files are, how they open. */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const LINES_MAX = 300;

/** What does one part of the work each; the wiring above may import all of them. */
const PARTS = [
  "src/domain",
  "src/net",
  "src/learned",
  "src/languages",
  "src/matching",
  "src/messages",
  "src/typed",
  "src/feeds",
  "src/articles",
  "src/quotes",
  "src/briefs",
  "src/stories",
  "src/cards",
  "src/store",
  "src/delivery",
  "src/platforms",
  "commands",
  "samples",
];

/** Folder -> folders it may import besides itself. */
const ARROWS: Readonly<Record<string, readonly string[]>> = {
  "src/domain": [],
  "src/net": ["src/domain"],
  "src/learned": ["src/domain"],
  "src/languages": ["src/domain"],
  "src/matching": ["src/domain", "src/languages"],
  "src/messages": ["src/domain", "src/matching"],
  "src/typed": ["src/domain", "src/languages", "src/matching", "src/messages"],
  "src/feeds": ["src/domain", "src/net", "src/languages"],
  "src/articles": ["src/domain", "src/net", "src/languages", "src/learned"],
  "src/quotes": ["src/domain", "src/languages", "src/learned"],
  "src/briefs": ["src/domain", "src/languages", "src/learned", "src/quotes"],
  "src/stories": ["src/domain", "src/languages"],
  "src/cards": ["src/domain", "src/languages"],
  "src/store": ["src/domain", "src/matching"],
  "src/delivery": ["src/domain", "src/languages", "src/matching", "src/messages"],
  "src/platforms": ["src/domain", "src/platforms/discord", "src/platforms/telegram", "src/platforms/web"],
  "src/platforms/discord": ["src/domain", "src/messages"],
  "src/platforms/telegram": ["src/domain", "src/messages", "src/typed"],
  "src/platforms/web": ["src/domain", "src/matching", "src/messages", "src/typed"],
  commands: ["src/domain", "src/matching", "src/messages", "src/typed"],
  samples: ["src/domain"],
  // The page's scripts run in the browser: they import one another only.
  "src/platforms/web/page": [],
  // Nothing that ships imports what measures or trains it.
  tools: [...PARTS, "src/answers", "src/news", "src/app", "src/cli", "tools/learning", "tests/helpers"],
  "tools/learning": ["src/learned"],
  bench: [
    ...PARTS,
    "src/answers",
    "src/news",
    "src/app",
    "src/cli",
    "tools",
    "tools/learning",
    "tests/helpers",
    "tests/helpers/discord",
    "tests/helpers/telegram",
    "bench/attack",
    "bench/kinds",
  ],
  "bench/kinds": PARTS,
  // Between the emulators of the platforms stands the bot that is attacked.
  "bench/attack": [...PARTS, "tests/helpers", "tests/helpers/discord", "tests/helpers/telegram"],
  // The wiring, from the bottom up: each may import what stands above it here.
  "src/news": PARTS,
  "src/answers": [...PARTS, "src/news"],
  "src/app": [...PARTS, "src/news", "src/answers"],
  "src/cli": [...PARTS, "src/news", "src/answers", "src/app"],
};

/** Package -> the only folders that may import it. */
const HOMES: Readonly<Record<string, readonly string[]>> = {
  "discord.js": ["src/platforms/discord"],
  telegraf: ["src/platforms/telegram"],
  kysely: ["src/store"],
  pg: ["src/store"],
  "better-sqlite3": ["src/store"],
  "rss-parser": ["src/feeds"],
  "@mozilla/readability": ["src/articles"],
  htmlparser2: ["src/feeds", "src/articles"],
  undici: ["src/net"],
  "iconv-lite": ["src/net"],
  "ipaddr.js": ["src/net"],
  "robots-parser": ["src/net"],
  openai: ["src/briefs"],
  "@napi-rs/canvas": ["src/cards"],
  commander: ["src"],
  pino: ["src/app"],
  "pino-pretty": ["src/app"],
  "prom-client": ["src/app"],
  zod: [
    "src",
    "src/feeds",
    "src/articles",
    "src/languages",
    "src/learned",
    "src/app",
    "src/cli",
    "src/news",
    "src/answers",
    "src/quotes",
    "src/briefs",
    "src/stories",
    "src/store",
    "src/platforms/discord",
    "src/platforms/telegram",
    "src/platforms/web",
  ],
};

/** Tags by which code would name a language; words of English that look like one ("it", "no") and tags of HTML ("tr") are left out. */
const TAG = "(?:ar|cs|da|de|en|es|fi|fr|hu|ja|ko|nb|nl|nn|pl|pt|ru|sv|uk|zh)";
/** A test for a tag, and a list or a table of tags. */
const NAMES_A_LANGUAGE = new RegExp(
  [
    `[=!]== "${TAG}"|case "${TAG}":`,
    `"${TAG}",\\s*"${TAG}"`,
    `[{,]\\s*"?${TAG}"?: [^;]{0,400}?[,\\n]\\s*"?${TAG}"?: `,
  ].join("|"),
);
/** Languages are named here: their rooms, and what the bot itself says. */
const TAG_FOLDERS = ["src/languages", "src/messages"];

interface SourceFile {
  readonly path: string;
  readonly folder: string;
  readonly text: string;
  readonly imports: readonly string[];
}

function folderOf(path: string): string {
  const folder = posix.dirname(path);
  const known = Object.keys(ARROWS)
    .filter((each) => folder === each || folder.startsWith(`${each}/`))
    .sort((a, b) => b.length - a.length)[0];
  return known ?? folder;
}

function readSources(): readonly SourceFile[] {
  return ["src", "commands", "samples", "tools", "bench"]
    .filter((top) => existsSync(join(ROOT, top)))
    .flatMap((top) =>
      readdirSync(join(ROOT, top), { recursive: true })
        .map((name) => posix.join(top, String(name).replaceAll("\\", "/")))
        .filter((path) => /\.(?:ts|mjs|js)$/.test(path))
        .map((path) => {
          const text = readFileSync(join(ROOT, path), "utf8");
          const imports = [
            ...text.matchAll(
              /(?:^|\n)\s*(?:import|export)\b[^;"']*?from\s+["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']\s*\)/g,
            ),
          ].map((match) => match[1] ?? match[2] ?? "");
          return { path, folder: folderOf(path), text, imports };
        }),
    );
}

const packageOf = (specifier: string): string =>
  specifier.startsWith("@") ? specifier.split("/").slice(0, 2).join("/") : (specifier.split("/")[0] ?? "");

describe.each(readSources().map((file) => [file.path, file] as const))("%s", (path, file) => {
  test("opens with a sentence saying what it is for", () => {
    const opening = /^(?:#![^\n]*\n)?\/\*\*\s*([\s\S]*?)\*\//.exec(file.text)?.[1] ?? "";
    expect(opening.replace(/(?:^|\s*\n\s*)\*\s?/g, " ").trim()).toMatch(/^[A-Z`/].{15,}[.:?]/);
  });

  test(`has at most ${LINES_MAX} lines`, () => {
    expect(file.text.split("\n").length - 1).toBeLessThanOrEqual(LINES_MAX);
  });

  test("imports only what its folder may", () => {
    const wrong: string[] = [];
    for (const specifier of file.imports) {
      if (!specifier.startsWith(".")) {
        if (specifier.startsWith("node:")) {
          if (file.folder === "src/domain") wrong.push(`${specifier}: src/domain imports nothing outside itself`);
          continue;
        }
        // What the bot is compared with is installed for that alone.
        if (/^(?:tools|bench)(?:\/|$)/.test(file.folder)) continue;
        const home = HOMES[packageOf(specifier)];
        if (home === undefined) wrong.push(`${specifier}: has no home in tidy.test.ts`);
        else if (!home.includes(file.folder)) wrong.push(`${specifier}: lives in ${home.join(", ")} only`);
        continue;
      }
      const target = relative(ROOT, join(ROOT, dirname(path), specifier)).replaceAll("\\", "/");
      if (file.folder === "src") continue;
      const targetFolder = folderOf(target);
      if (targetFolder !== file.folder && !(ARROWS[file.folder] ?? []).includes(targetFolder)) {
        wrong.push(`${target}: ${file.folder} may not import ${targetFolder}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test("names no language", () => {
    if (!path.startsWith("src/") || TAG_FOLDERS.includes(file.folder)) return;
    expect(NAMES_A_LANGUAGE.exec(file.text)?.[0]).toBeUndefined();
  });

  test("joins no signals with AbortSignal.any, whose time-out may be collected before it fires (Node 20)", () => {
    expect(path.startsWith("src/") && /AbortSignal\.any\((?!\[…)/.test(file.text)).toBe(false);
  });

  test("lies in a folder of the layout", () => {
    expect([...Object.keys(ARROWS), "src"]).toContain(file.folder);
  });
});

test("nothing imports main.ts", () => {
  const importers = readSources().filter((file) => file.imports.some((each) => /(^|\/)main\.ts$/.test(each)));
  expect(importers.map((file) => file.path)).toEqual([]);
});

/** Rooms of one make: the same thing for each platform, each language, each kind of option. */
const PARALLEL_ROOMS = /^src\/(?:platforms|languages|messages|typed\/options)\//;

test("no two files of src have one name, but in rooms of one make", () => {
  const names = readSources()
    .filter(({ path }) => path.startsWith("src/") && !PARALLEL_ROOMS.test(path))
    .map(({ path }) => posix.basename(path))
    .filter((name) => name !== "index.ts");
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

test("no folder of src holds more than 25 files, and only main.ts and index.ts stand loose in it", () => {
  const counts = new Map<string, number>();
  // Data, pages and pictures count like code: who opens the folder sees them all.
  for (const entry of readdirSync(join(ROOT, "src"), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const folder = relative(ROOT, entry.parentPath).replaceAll("\\", "/");
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  expect([...counts].filter(([, count]) => count > 25)).toEqual([]);
  expect(counts.get("src")).toBe(2);
});
