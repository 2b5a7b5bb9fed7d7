/** What `npm pack` makes runs by itself: nothing but its own files and the packages it says it needs. */

import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const TEXT = `The harbor council of Tessick voted on Monday to keep the old swing bridge open for another year.

“The bridge is how our children get to school, and it stays until there is a better one,” mayor Ines Marl said.`;
/** Nothing of the developer's settings or tokens. */
const ENVIRONMENT = { PATH: process.env["PATH"] ?? "", HOME: tmpdir(), WEB_PORT: "0" };

let folder: string;
let program: string;

/** The package as npm lays it, beside the packages its own package.json names, and no others. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "pullquote-package-"));
  const { stdout } = await run("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", folder], {
    cwd: ROOT,
    maxBuffer: 1e8,
  });
  const [packed] = JSON.parse(stdout) as readonly { readonly filename: string }[];
  const modules = join(folder, "node_modules");
  await mkdir(join(modules, "pullquote"), { recursive: true });
  await run("tar", ["-xzf", join(folder, packed?.filename ?? ""), "-C", join(modules, "pullquote"), "--strip", "1"]);
  const { dependencies } = JSON.parse(await readFile(join(ROOT, "package.json"), "utf8")) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  for (const name of Object.keys(dependencies)) {
    await mkdir(dirname(join(modules, name)), { recursive: true });
    await symlink(join(ROOT, "node_modules", name), join(modules, name));
  }
  program = join(modules, "pullquote", "dist", "src", "main.js");
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test("its program makes a brief of a file", async () => {
  await writeFile(join(folder, "article.txt"), `Tessick keeps its swing bridge\n\n${TEXT}\n`);
  const { stdout } = await run(process.execPath, [program, "brief", "article.txt"], { cwd: folder, env: ENVIRONMENT });
  expect(stdout).toContain("voted on Monday to keep the old swing bridge");
  expect(stdout).toContain("Ines Marl");
});

test("its demo comes up with its own newsroom and shows its page", async () => {
  const child = spawn(process.execPath, [program, "demo"], { cwd: folder, env: ENVIRONMENT });
  const ended = once(child, "exit");
  const address = await new Promise<string>((resolve, reject) => {
    let said = "";
    const take = (data: Buffer): void => {
      said += String(data);
      const [found] = /http:\/\/127\.0\.0\.1:\d+\/?/.exec(said) ?? [];
      if (found !== undefined) resolve(found);
    };
    child.stdout.on("data", take);
    child.stderr.on("data", take);
    child.once("exit", () => reject(new Error(`the demo ended: ${said}`)));
  });
  const page = await (await fetch(address)).text();
  child.kill("SIGTERM");
  await ended;
  expect(page).toContain("Pullquote");
});

test("it is a library, whole and by its quotes alone, with types", async () => {
  const source = `
    import { createBrief } from "pullquote";
    import { findQuotes } from "pullquote/quotes";
    const text = ${JSON.stringify(TEXT)};
    const brief = await createBrief({ title: "Tessick keeps its bridge", text, language: "en", publishedAt: null });
    console.log(JSON.stringify([brief.sentences.length > 0, findQuotes(text, { language: "en" })[0]?.speaker?.name]));
  `;
  await writeFile(join(folder, "program.mjs"), source);
  const { stdout } = await run(process.execPath, ["program.mjs"], { cwd: folder, env: ENVIRONMENT });
  expect(JSON.parse(stdout)).toEqual([true, "Ines Marl"]);
  const types = await readFile(join(folder, "node_modules", "pullquote", "dist", "src", "index.d.ts"), "utf8");
  expect(types).toContain("createBrief");
});

test("it holds no tests, no tools and nothing of the developer's", async () => {
  const listed = await run("tar", ["-tf", join(folder, `pullquote-${await readVersion()}.tgz`)]);
  const strangers = listed.stdout.split("\n").filter((name) => /\/(?:tests|tools|bench|\.env$|\.tmp)/.test(name));
  expect(strangers).toEqual([]);
});

async function readVersion(): Promise<string> {
  return (JSON.parse(await readFile(join(ROOT, "package.json"), "utf8")) as { readonly version: string }).version;
}
