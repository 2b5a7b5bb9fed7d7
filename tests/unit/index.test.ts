/** What a program loads that wants the parts without the bot: nothing of what the bot says or reads from people. */

import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const IMPORT = /(?:^|\n)\s*(?:import|export)\b(?!\s+type\b)([^;"']*?)from\s+["'](\.[^"']+)["']/g;

/** `{ type Say, type Language }` is gone once it is compiled. */
const isErased = (names: string): boolean =>
  /^\s*\{/.test(names) &&
  names
    .replace(/[{}]/g, "")
    .split(",")
    .every((name) => name.trim() === "" || name.trim().startsWith("type "));

/** Every file that is loaded with this one, itself included. */
function listLoaded(start: string): readonly string[] {
  const loaded = new Set([join(ROOT, start)]);
  for (const path of loaded) {
    if (!existsSync(path)) throw new Error(`There is no ${path}.`);
    for (const [, names = "", specifier = ""] of readFileSync(path, "utf8").matchAll(IMPORT)) {
      if (!isErased(names)) loaded.add(join(dirname(path), specifier));
    }
  }
  return [...loaded].map((path) => relative(ROOT, path).replaceAll("\\", "/"));
}

const PARTS = [
  "src/index.ts",
  "src/articles/extract.ts",
  "src/briefs/create-brief.ts",
  "src/briefs/model/grounding.ts",
  "src/feeds/parse.ts",
  "src/quotes/find-quotes.ts",
];

test.each(PARTS)("%s loads no text of the bot and no reader of what people type", (part) => {
  const strange = listLoaded(part).filter((path) =>
    /^(?:src\/(?:messages|typed|answers|platforms|store)|commands)\//.test(path),
  );
  expect(strange).toEqual([]);
});

test("what answers people does load them", () => {
  expect(listLoaded("src/answers/answer.ts")).toContain("src/messages/catalogs.ts");
});
