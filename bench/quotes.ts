/**
 * Speed of the quote finder beside compromise's quotations: `node --import tsx bench/quotes.ts [articles.jsonl]`; with
 * `--memory`, heap and resident memory over 100,000 articles in its place. Without a file the articles are made up; with
 * one, each line's `text` is read.
 */

import { readFileSync } from "node:fs";
import compromise from "compromise";
import { findQuotes } from "../src/quotes/find-quotes.ts";

const ARTICLES = 200;
const SPEECH = [
  "“The bridge will open in May, whatever the weather brings,” said Ada Moor, the city engineer of Port Hale.",
  "Moor said the council had been warned twice. “Nobody listened,” she added. “Now they must pay for it.”",
  "The Harbor Ministry said in a statement that the talks would go on and called the delay “a matter of days.”",
  "Traffic along the coast was light on Monday, and the ferries kept to their winter timetable.",
  "According to Joris Venn, a spokesman for the ferry company, “the crossing has never been busier than this year.”",
];

function inventArticles(): readonly string[] {
  return Array.from({ length: ARTICLES }, (_, index) =>
    Array.from({ length: 24 }, (__, line) => SPEECH[(index + line) % SPEECH.length]).join("\n\n"),
  );
}

const file = process.argv.slice(2).find((each) => !each.startsWith("--"));
const isMemory = process.argv.includes("--memory");
const texts =
  file === undefined
    ? inventArticles()
    : readFileSync(file, "utf8")
        .split("\n")
        .filter((line) => line.trim() !== "")
        .map((line) => String((JSON.parse(line) as { text: unknown }).text));

function measure(name: string, part: readonly string[], run: (text: string) => number): void {
  for (const text of part.slice(0, 30)) run(text);
  // Processor time, so that other programs on the machine do not count.
  const started = process.cpuUsage();
  let found = 0;
  let units = 0;
  for (const text of part) {
    found += run(text);
    units += text.length;
  }
  const used = process.cpuUsage(started);
  const seconds = (used.user + used.system) / 1e6;
  const speed = (units / 1e6 / seconds).toFixed(2).padStart(8);
  const articles = (part.length / seconds).toFixed(0).padStart(8);
  console.log(`${name.padEnd(36)}${speed} MB/s ${articles} articles/s ${String(found).padStart(7)} quotes`);
}

const CYCLE_ARTICLES = 100_000;
const CYCLE_STEP = 10_000;

/** Prints what is held after every 10,000 articles, each text made anew so that nothing can be shared between rounds. */
function measureMemory(): void {
  console.log("articles   heap MB   resident MB");
  for (let count = 0; count <= CYCLE_ARTICLES; count++) {
    if (count % CYCLE_STEP === 0) {
      globalThis.gc?.();
      const { heapUsed, rss } = process.memoryUsage();
      const columns = [String(count).padStart(8), (heapUsed / 1e6).toFixed(1), (rss / 1e6).toFixed(0)];
      console.log(`${columns[0]}${columns[1]?.padStart(10)}${columns[2]?.padStart(14)}`);
    }
    findQuotes(`${texts[count % texts.length]}\n\nNumber ${count}.`, { language: "en" });
  }
}

function measureSpeed(): void {
  measure("pullquote, with speakers", texts, (text) => findQuotes(text, { language: "en" }).length);
  measure("compromise .quotations(), no speakers", texts.slice(0, 60), (text) => compromise(text).quotations().length);
}

if (isMemory) measureMemory();
else measureSpeed();
