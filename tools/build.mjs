/** Compiles to dist/ and copies the data files that the compiled code reads beside itself. */
import { execFileSync } from "node:child_process";
import { chmodSync, cpSync, readdirSync, rmSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const compiler = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin", "tsc");

rmSync(join(root, "dist"), { recursive: true, force: true });
execFileSync(process.execPath, [compiler, "-p", join(root, "tsconfig.build.json")], { stdio: "inherit", cwd: root });
for (const name of readdirSync(join(root, "src"), { recursive: true })) {
  const from = join(root, "src", String(name));
  if (statSync(from).isFile() && !from.endsWith(".ts")) cpSync(from, join(root, "dist", "src", String(name)));
}
cpSync(join(root, "weights"), join(root, "dist", "weights"), { recursive: true });
chmodSync(join(root, "dist", "src", "main.js"), 0o755);
