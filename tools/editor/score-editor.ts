/**
 * What readers would see, against what whole articles tell: quotes and briefs of the built program over the editor's
 * sets, scored by the set's own scorer; and what was added to sentences, to be read by eye.
 *
 *   npm run build && node --import tsx tools/editor/score-editor.ts EVAL/editor [--errors N] [--additions]
 */

import { execFileSync } from "node:child_process";
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";

const PROGRAM = fileURLToPath(new URL("../../dist/src/main.js", import.meta.url));
const OUTPUT_BYTES_MAX = 256 * 1024 * 1024;

const briefSchema = z.object({
  id: z.string(),
  article: z.object({ text: z.string() }),
  sentences: z.array(z.object({ text: z.string(), start: z.number(), end: z.number(), edited: z.boolean() })),
});

const [folder, ...flags] = process.argv.slice(2);
if (folder === undefined) throw new Error("Expected the folder of the editor's sets.");
if (!existsSync(PROGRAM)) throw new Error("There is no built program: run npm run build first.");
const errorsAt = flags.indexOf("--errors");
const errors = errorsAt < 0 ? [] : ["--errors", flags[errorsAt + 1] ?? "20"];

const run = (command: string, input: Buffer): Buffer =>
  execFileSync(process.execPath, [PROGRAM, command, "--jsonl"], { input, maxBuffer: OUTPUT_BYTES_MAX });

/** Into a file: the scorer ends itself with what a pipe has not taken yet, which on a busy machine is half of it. */
function readInput(scorer: string, articles: string, path: string): Buffer {
  const file = openSync(path, "w");
  try {
    execFileSync(process.execPath, [scorer, "input", articles], { stdio: ["ignore", file, "inherit"] });
  } finally {
    closeSync(file);
  }
  return readFileSync(path);
}

const toLines = (text: string): readonly string[] => text.split("\n").filter((line) => line !== "");

/** Each sentence that is not the article's own to the letter, above what stands in the article. */
function printAdditions(output: string): void {
  for (const line of toLines(output)) {
    const { id, article, sentences } = briefSchema.parse(JSON.parse(line));
    for (const sentence of sentences.filter(({ edited }) => edited)) {
      console.log(`${id}\n  shown   ${sentence.text}\n  article ${article.text.slice(sentence.start, sentence.end)}`);
    }
  }
}

const work = mkdtempSync(join(tmpdir(), "pullquote-editor-"));
try {
  for (const set of ["news-dev", "languages-dev"]) {
    const articles = join(folder, `${set}.jsonl`);
    const scorer = join(folder, "score.mjs");
    const input = readInput(scorer, articles, join(work, `${set}-input.jsonl`));
    const made = ["quotes", "brief"].map((command) => {
      const path = join(work, `${set}-${command}.jsonl`);
      writeFileSync(path, run(command, input));
      return path;
    });
    const gold = join(folder, `${set}.gold.jsonl`);
    console.log(`\n${set}`);
    process.stdout.write(execFileSync(process.execPath, [scorer, "score", articles, gold, ...made, ...errors]));
    if (flags.includes("--additions")) printAdditions(readFileSync(made[1] ?? "", "utf8"));
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
