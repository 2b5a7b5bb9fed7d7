/**
 * Compiles to dist/ and copies the data files that the compiled code reads beside itself. With `--if-changed` it does
 * nothing when dist/ was made of just these files.
 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const compiler = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin", "tsc");
const stamp = join(root, "dist", "built-from");
const SOURCES = ["src", "commands", "samples", "weights"];
const SETTINGS = ["package.json", "package-lock.json", "tsconfig.json", "tsconfig.build.json", "tools/build.mjs"];

/** One text that differs when a file was added, removed or changed. */
function describeSources() {
  const below = (folder) => readdirSync(join(root, folder), { recursive: true }).map((name) => join(folder, name));
  const hash = createHash("sha256");
  for (const name of [...SOURCES.flatMap(below), ...SETTINGS].sort()) {
    const { size, mtimeMs } = statSync(join(root, name));
    hash.update(`${name} ${size} ${mtimeMs}\n`);
  }
  return hash.digest("hex");
}

function build() {
  rmSync(join(root, "dist"), { recursive: true, force: true });
  execFileSync(process.execPath, [compiler, "-p", join(root, "tsconfig.build.json")], { stdio: "inherit", cwd: root });
  for (const name of readdirSync(join(root, "src"), { recursive: true })) {
    const from = join(root, "src", String(name));
    if (statSync(from).isFile() && !from.endsWith(".ts")) cpSync(from, join(root, "dist", "src", String(name)));
  }
  cpSync(join(root, "weights"), join(root, "dist", "weights"), { recursive: true });
  chmodSync(join(root, "dist", "src", "main.js"), 0o755);
}

const isAsked = process.argv.includes("--if-changed");
const sources = describeSources();
if (!isAsked || !existsSync(stamp) || readFileSync(stamp, "utf8") !== sources) {
  if (isAsked) process.stderr.write("Compiling Pullquote; this is done once and takes up to a minute and a half.\n");
  build();
  writeFileSync(stamp, sources);
}
