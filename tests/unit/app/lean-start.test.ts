/** What is loaded as the bot starts stays for years: what only the reading thread needs, or some settings, is not there. */

import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const SOURCE = fileURLToPath(new URL("../../../src", import.meta.url));
/** Types are gone when it runs, and what is imported within a function is not loaded before. */
const LOADED = /^(?:import|export)\s(?!type\b)[^;"']*?from\s+"([^"]+)"/gm;

/** Files and packages that come with a file. */
function listLoaded(start: string): ReadonlySet<string> {
  const loaded = new Set([start]);
  for (const each of loaded) {
    const path = join(SOURCE, each);
    if (!existsSync(path)) continue;
    for (const [, target = ""] of readFileSync(path, "utf8").matchAll(LOADED))
      loaded.add(target.startsWith(".") ? relative(SOURCE, join(dirname(path), target)) : target);
  }
  return loaded;
}

test("the main thread is not started with what reads pages or finds quotes", () => {
  const loaded = listLoaded("app/app.ts");
  expect(loaded.size).toBeGreaterThan(300);
  expect([...loaded].filter((each) => /^(?:@mozilla|openai)\b|^(?:quotes|briefs|articles\/page)\//.test(each))).toEqual(
    [],
  );
  expect(listLoaded("app/reading-worker.ts")).toContain("@mozilla/readability");
});
