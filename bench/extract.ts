/**
 * Puts our page extraction beside Readability on linkedom and Defuddle: quality, pages a second, peak memory.
 * `node --import tsx bench/extract.ts [DIR] [--set zyte]`; DIR holds gold data as for tools/articles/score-extraction.ts. Without
 * it the fixture pages are read again and again, and only speed and memory are told. Each system runs in a process of
 * its own, one after the other.
 */

import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { loadMetric } from "../tools/articles/extraction-metric.ts";
import { type GoldRow, streamRows } from "../tools/articles/extraction-samples.ts";

const SYSTEMS = ["ours", "readability on linkedom", "defuddle"] as const;
type System = (typeof SYSTEMS)[number];
const FIXTURE_ROUNDS = 100;
/** Pages read before the clock starts. */
const WARM_PAGES = 20;

const ResultSchema = z.object({
  pages: z.number(),
  wallMs: z.number(),
  cpuMs: z.number(),
  peakMegabytes: z.number(),
  slowestMs: z.number(),
  failures: z.number(),
  f1: z.number().nullable(),
  empty: z.number().nullable(),
  bad: z.number().nullable(),
});
type Result = z.infer<typeof ResultSchema>;

const require = createRequire(import.meta.url);

/** Text of a fragment with a line for each block, the same for every system. */
type Read = (html: string, url: string | null) => string | Promise<string>;

async function createReader(system: System): Promise<Read> {
  const { htmlToText } = await import("../src/articles/fragment-text.ts");
  switch (system) {
    case "ours": {
      const { extractArticle } = await import("../src/articles/extract.ts");
      return (html, url) => extractArticle(html, url).text;
    }
    case "readability on linkedom": {
      const { Readability } = await import("@mozilla/readability");
      const { parseHTML } = require("linkedom") as { parseHTML: (html: string) => { document: never } };
      return (html) => htmlToText(new Readability(parseHTML(html).document).parse()?.content ?? "");
    }
    case "defuddle": {
      const { Defuddle } = await import("defuddle/node");
      return async (html, url) => htmlToText((await Defuddle(html, url ?? undefined, { useAsync: false })).content);
    }
  }
}

async function* readPages(folder: string | null, set: string): AsyncGenerator<GoldRow> {
  if (folder !== null) {
    yield* streamRows(folder, set);
    return;
  }
  const root = fileURLToPath(new URL("../tests/fixtures/pages/", import.meta.url));
  for (let round = 0; round < FIXTURE_ROUNDS; round++)
    for (const name of readdirSync(root))
      yield { id: `${name}-${round}`, html: readFileSync(`${root}${name}/source.html`, "utf8"), articleBody: "" };
}

async function measure(system: System, folder: string | null, set: string): Promise<Result> {
  const read = await createReader(system);
  const gold: Record<string, { articleBody: string }> = {};
  const predicted: Record<string, { articleBody: string }> = {};
  let failures = 0;
  let slowestMs = 0;
  let wallMs = 0;
  let cpuMs = 0;
  let warmed = 0;
  const readOnce = async (row: GoldRow): Promise<string> => {
    const cpu = process.cpuUsage();
    const at = performance.now();
    try {
      return await read(row.html, row.url ?? null);
    } finally {
      const used = process.cpuUsage(cpu);
      cpuMs += (used.user + used.system) / 1000;
      wallMs += performance.now() - at;
      slowestMs = Math.max(slowestMs, performance.now() - at);
    }
  };
  for await (const row of readPages(folder, set)) {
    if (warmed++ >= WARM_PAGES) break;
    await readOnce(row).catch(() => "");
  }
  wallMs = 0;
  cpuMs = 0;
  slowestMs = 0;
  for await (const row of readPages(folder, set)) {
    gold[row.id] = { articleBody: row.articleBody };
    const text = await readOnce(row).catch(() => null);
    if (text === null) failures++;
    predicted[row.id] = { articleBody: text ?? "" };
  }
  const pages = Object.keys(gold).length;
  const peakMegabytes = process.resourceUsage().maxRSS / 1024;
  const base = { pages, wallMs, cpuMs, peakMegabytes, slowestMs, failures };
  if (folder === null) return { ...base, f1: null, empty: null, bad: null };
  const { f1, empty, bad } = (await loadMetric(folder)).evaluate(gold, predicted);
  return { ...base, f1, empty, bad };
}

const args = process.argv.slice(2);
const set = args.includes("--set") ? (args[args.indexOf("--set") + 1] ?? "zyte") : "zyte";
const folder = args[0] !== undefined && !args[0].startsWith("--") ? args[0] : null;
const child = SYSTEMS.find((system) => system === args[args.indexOf("--system") + 1]);
if (args.includes("--system") && child !== undefined) {
  process.stdout.write(`\n${JSON.stringify(await measure(child, folder, set))}`);
} else {
  console.table(
    SYSTEMS.map((system) => {
      const output = execFileSync(
        process.execPath,
        [
          "--import",
          "tsx",
          fileURLToPath(import.meta.url),
          ...(folder === null ? [] : [folder]),
          "--set",
          set,
          "--system",
          system,
        ],
        {
          encoding: "utf8",
          stdio: ["ignore", "pipe", "ignore"],
          maxBuffer: 64_000_000,
        },
      );
      const result = ResultSchema.parse(JSON.parse(output.split("\n").at(-1) ?? ""));
      return {
        system,
        pages: result.pages,
        F1: result.f1?.toFixed(4) ?? "-",
        empty: result.empty ?? "-",
        "under 0.5": result.bad ?? "-",
        failed: result.failures,
        "pages/s": (result.pages / (result.wallMs / 1000)).toFixed(1),
        "pages/s of cpu": (result.pages / (result.cpuMs / 1000)).toFixed(1),
        "slowest ms": result.slowestMs.toFixed(0),
        "peak MB": result.peakMegabytes.toFixed(0),
      };
    }),
  );
}
