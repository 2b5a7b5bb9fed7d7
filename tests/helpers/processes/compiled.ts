/** The program compiled as it ships, once for a run of the tests: what starts processes and threads of it loads that, in half the time. */

import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const ROOT = new URL("../../../", import.meta.url);

/** Where a file of `src` lies compiled, under its name there: `main.js`. */
export const toCompiled = (name: string): URL => new URL(`dist/src/${name}`, ROOT);

/** Vitest's global set-up: compiles what has changed since it was compiled last. */
export function setup(): void {
  const program = fileURLToPath(new URL("tools/build.mjs", ROOT));
  execFileSync(process.execPath, [program, "--if-changed"], { stdio: ["ignore", "ignore", "inherit"] });
}
