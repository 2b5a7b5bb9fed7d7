/** The documents name what there is: files, npm scripts, arrows, packages; their lines can be read in any editor. */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const COLUMNS_MAX = 118;
/** Written by a program, of sentences as long as the articles have them. */
const PRINTED = "docs/briefs-read.md";

const read = (path: string): string => readFileSync(join(ROOT, path), "utf8");
const list = (folder: string): readonly string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length).replaceAll("\\", "/"));

const TOPS = ["bench", "commands", "docs", "ops", "samples", "src", "tests", "tools", "weights"];
const FILES: readonly string[] = [
  ...TOPS.flatMap(list),
  ...readdirSync(ROOT, { withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [entry.name] : [])),
];
const DOCUMENTS = FILES.filter((path) => /^(?:docs\/.+|[A-Z]+)\.md$/.test(path));
const { scripts, dependencies } = JSON.parse(read("package.json")) as Record<string, Record<string, string>>;

/** Names of files and folders as documents give them; what stands in capitals is for the reader to fill in. */
function listPaths(text: string): readonly string[] {
  const plain = text.replace(/https?:\/\/\S+/g, " ");
  const found =
    plain.match(/(?<![\w./@*-])(?:[\w@.*-]+\/)+[\w.*-]*|(?<![\w./@*-])[\w.-]+\.(?:ts|mjs|json|md)\b/g) ?? [];
  return [...new Set(found.map((path) => path.replace(/[./]+$/, "")))].filter(
    (path) => !/(?:^|[./])(?:[A-Z]{2,}|\*|dist)(?:[./]|$)/.test(path.replace(/\b[A-Z]+\.md$/, "")),
  );
}

/** A path from the top, or the end of one that stands for the whole: `feeds/xml.ts`, `xml.ts`. */
function isThere(path: string): boolean {
  const isFromTop = TOPS.includes(path.split("/")[0] ?? "");
  if (isFromTop) return existsSync(join(ROOT, path));
  return FILES.some((file) => file === path || file.endsWith(`/${path}`));
}

describe.each(DOCUMENTS)("%s", (path) => {
  const text = read(path);

  test("names files that exist", () => {
    const named = listPaths(text).filter(
      (each) => TOPS.includes(each.split("/")[0] ?? "") || /\.(?:ts|mjs|json|md)$/.test(each),
    );
    expect(named.filter((each) => !isThere(posix.normalize(each.replace(/^(?:\.\.?\/)+/, ""))))).toEqual([]);
  });

  test("links to what exists", () => {
    const links = [...text.matchAll(/\]\(([^)\s#]+)(?:#[^)]*)?\)/g)].map(([, target = ""]) => target);
    const local = links.filter((target) => !/^[a-z]+:/.test(target));
    expect(local.filter((target) => !existsSync(join(ROOT, dirname(path), target)))).toEqual([]);
  });

  test("names npm scripts that exist", () => {
    const named = [...text.matchAll(/\bnpm (?:run )((?:--?\S+ )*)([a-z][\w:-]*)/g)].map(([, , name = ""]) => name);
    expect(named.filter((name) => scripts?.[name] === undefined)).toEqual([]);
  });

  test(`has no line over ${COLUMNS_MAX} columns outside tables and code`, () => {
    if (path === PRINTED) return;
    const long = text
      .replace(/^```[\s\S]*?^```/gm, "")
      .split("\n")
      .filter((line) => !/^(?:\||!\[| {4})/.test(line) && [...line].length > COLUMNS_MAX);
    expect(long).toEqual([]);
  });
});

test("a file that is not there would be found, and what the reader fills in is no file", () => {
  expect(listPaths("see `src/gone.ts`, `gone.ts`, https://a.example/x.json, `commands/NAME.ts`, FOLDER/x.mjs")).toEqual(
    ["src/gone.ts", "gone.ts"],
  );
  expect(isThere("src/gone.ts")).toBe(false);
  expect(isThere("gone.ts")).toBe(false);
  expect(isThere("feeds/xml.ts")).toBe(true);
});

test("comments of the code name documents, tools and tests that exist", () => {
  const wrong = FILES.filter((path) => /^(?:bench|commands|src|tools)\/.*\.(?:ts|js|mjs)$/.test(path)).flatMap((path) =>
    [...read(path).matchAll(/(?<![\w./-])(?:bench|docs|tests|tools)\/[\w./-]+\.(?:md|ts|mjs)\b/g)]
      .filter(([named]) => !existsSync(join(ROOT, named)))
      .map(([named]) => `${path}: ${named}`),
  );
  expect(wrong).toEqual([]);
});

describe("docs/architecture.md", () => {
  const page = read("docs/architecture.md");

  test("draws the arrows that tidy.test.ts holds", () => {
    const table = /const ARROWS[^=]*= \{([\s\S]*?)\n\};/.exec(read("tests/unit/tidy.test.ts"))?.[1] ?? "";
    const toName = (folder: string): string => folder.split("/").at(-1) ?? "";
    const held = [...table.matchAll(/^ {2}"?([\w/]+)"?: \[([^\]]*)\]/gm)]
      .filter(([, from = ""]) => /^(?:src\/(?!platforms$|platforms\/web\/page)|commands)/.test(from))
      .flatMap(([, from = "", targets = ""]) =>
        [...targets.matchAll(/"([\w/]+)"/g)].map(([, to = ""]) => `${toName(from)} --> ${toName(to)}`),
      )
      .filter((arrow) => !/--> domain$|^(?:cli|app|answers|news) /.test(arrow));
    const picture = /```mermaid\n([\s\S]*?)```/.exec(page)?.[1] ?? "";
    const parts = /subgraph parts[^\n]*\n([\s\S]*?)\n {2}end/.exec(picture)?.[1] ?? "";
    const drawn = parts.split("\n").flatMap((line) => {
      const [from = "", targets] = line.trim().split(" --> ");
      return targets === undefined ? [] : targets.split(" & ").map((to) => `${from} --> ${to}`);
    });
    expect(held.length).toBeGreaterThan(20);
    expect([...drawn].sort()).toEqual([...new Set(held)].sort());
  });

  test("lists every folder of src and every package", () => {
    const folders = readdirSync(join(ROOT, "src"), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(folders.filter(({ name }) => !page.includes(`| \`src/${name}\``)).map(({ name }) => name)).toEqual([]);
    const homes = page.split("## Packages and their homes")[1] ?? "";
    expect(Object.keys(dependencies ?? {}).filter((name) => !homes.includes(name))).toEqual([]);
  });
});

describe("docs/figures.md", () => {
  const MONTHS = Array.from({ length: 12 }, (_, month) =>
    new Date(Date.UTC(2026, month, 1)).toLocaleDateString("en", { month: "long", timeZone: "UTC" }),
  );
  const sections = read("docs/figures.md").split(/^## /m).slice(1);

  test.each(sections.map((section) => [section.split("\n")[0] ?? "", section]))(
    "%s: says when and by what",
    (_, section) => {
      expect(section).toMatch(new RegExp(`\\d{1,2} (?:${MONTHS.join("|")}) 20\\d\\d|fall 2026`, "i"));
      expect(section).toMatch(/(?:node|npx|npm) (?:run |tsx |vitest |--)/);
    },
  );
});
