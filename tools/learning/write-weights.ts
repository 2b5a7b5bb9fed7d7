/** Writes weights files. What ships is replaced only when the tool was told `--all`: fitted on all of the data. */

import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, isAbsolute, join } from "node:path";
import type { Weights } from "../../src/learned/linear.ts";
import type { TreeModel } from "../../src/learned/trees.ts";

/** One tree a line, so that a change of weights can be read. */
export function spellTrees({ about, base, trees }: TreeModel): string {
  const lines = trees.map((tree) => JSON.stringify(tree)).join(",\n");
  return `{\n"about": ${JSON.stringify(about)},\n"base": ${base},\n"trees": [\n${lines}\n]\n}\n`;
}

export const spellWeights = (weights: Weights): string => `${JSON.stringify(weights, null, 1)}\n`;

/**
 * The folder to write to: that of `--out=FOLDER`; with `--all`, `weights/` itself; null to write nothing. Weights fitted
 * on a part of the data never replace those that ship. A tool that writes one file takes `--out=FILE.json`, too.
 */
export function findOut(args: readonly string[]): string | null {
  const out = args.find((arg) => arg.startsWith("--out="))?.slice("--out=".length);
  if (out !== undefined) return isAbsolute(out) ? out : join(process.cwd(), out);
  return args.includes("--all") ? new URL("../../weights", import.meta.url).pathname : null;
}

/** Writes `name` ("quotes/en.json") under the folder and says so. */
export function writeOut(folder: string | null, name: string, text: string): void {
  if (folder === null) {
    console.log(`${name}: nothing written; --all fits on all data and writes weights/, --out=FOLDER writes there`);
    return;
  }
  const file = folder.endsWith(".json") ? folder : join(folder, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  console.log(`${file}: ${text.length} characters`);
}
