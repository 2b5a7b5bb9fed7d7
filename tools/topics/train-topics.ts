/**
 * Learns which words tell what an article is about: `node --import tsx tools/topics/train-topics.ts FILE… [--all|--out=FOLDER]`.
 * Files are feeds, whose entries are labeled by their own categories, and lines of JSON (also packed) with `url`, `title`
 * and `html` or `text`, labeled by the section in the address or on the page. Prints what is right over ten folds by site.
 */

import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { extractArticle } from "../../src/articles/extract.ts";
import { articleFromEntry } from "../../src/articles/from-entry.ts";
import { CLASSIFIED, SCORE_MIN, toTopicWords } from "../../src/articles/topics/classify.ts";
import { findTopicOfAddress, findTopicsOfCategories } from "../../src/articles/topics/sections.ts";
import type { TopicName } from "../../src/articles/topics/topic-names.ts";
import { parseFeed } from "../../src/feeds/parse.ts";
import { scoreOf, trainWords } from "../learning/learn-words.ts";
import { findOut, spellWeights, writeOut } from "../learning/write-weights.ts";

interface Sample {
  readonly site: string;
  readonly topic: TopicName;
  readonly words: readonly string[];
}

const FOLDS = 10;
const SEED = 5;
/** A word of one site alone is that site's. */
const SITES_MIN = 2;
const WEIGHT_MIN = 0.15;
const OPTIONS = { rounds: 30, rate: 0.1, decay: 0.003, seed: SEED } as const;
const THRESHOLDS = [0, 0.5, 1, 1.5, 2] as const;

const toSite = (url: string): string =>
  URL.canParse(url) ? new URL(url).hostname.split(".").slice(-2).join(".") : url;
const toWords = (title: string, text: string): readonly string[] => {
  const { title: head, text: body } = toTopicWords(title, text);
  return [...head.map((word) => `title ${word}`), ...body.map((word) => `text ${word}`)];
};

async function readFeedSamples(file: string): Promise<readonly Sample[]> {
  const { entries } = await parseFeed(readFileSync(file), null, "").catch(() => ({ entries: [] }));
  return entries.flatMap((entry): Sample[] => {
    const [topic, ...others] = findTopicsOfCategories(entry.categories ?? []);
    const { title, text, language } = articleFromEntry(entry, "");
    if (topic === undefined || others.length > 0 || language !== "en") return [];
    return [{ site: toSite(entry.url || file), topic, words: toWords(title, text) }];
  });
}

function readPageSamples(file: string): readonly Sample[] {
  const bytes = readFileSync(file);
  const lines = (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8").split("\n");
  return lines.flatMap((line): Sample[] => {
    if (line.trim() === "") return [];
    const given = JSON.parse(line) as Readonly<Record<string, string | undefined>>;
    const { url = "", html } = given;
    try {
      const page = html === undefined ? null : extractArticle(html, url);
      if (page !== null && page.language !== "en") return [];
      const named = findTopicsOfCategories(page?.categories ?? []);
      const topic = findTopicOfAddress(url) ?? (named.length === 1 ? named[0] : undefined);
      if (topic === undefined) return [];
      const [title, text] = [page?.title ?? given["title"] ?? "", page?.text ?? given["text"] ?? ""];
      return [{ site: toSite(url), topic, words: toWords(title, text) }];
    } catch {
      return [];
    }
  });
}

const args = process.argv.slice(2);
const files = args.filter((arg) => !arg.startsWith("--"));
const samples: Sample[] = [];
for (const file of files) {
  samples.push(...(/\.jsonl(?:\.gz)?$/.test(file) ? readPageSamples(file) : await readFeedSamples(file)));
}

const sitesOf = new Map<string, Set<string>>();
for (const { site, words } of samples) {
  for (const word of words) sitesOf.set(word, (sitesOf.get(word) ?? new Set()).add(site));
}
const vocabulary = [...sitesOf]
  .filter(([, sites]) => sites.size >= SITES_MIN)
  .map(([word]) => word)
  .sort();
const numberOf = new Map(vocabulary.map((word, index) => [word, index]));
const rows = samples.map(({ words }) => words.flatMap((word) => numberOf.get(word) ?? []));

/** Each site counts alike within bounds, so that one large feed does not decide. */
const sizes = new Map<string, number>();
for (const { site } of samples) sizes.set(site, (sizes.get(site) ?? 0) + 1);
const weights = Float64Array.from(samples, ({ site }) => 1 / Math.sqrt(sizes.get(site) ?? 1));

const learn = (topic: TopicName, among: readonly number[]): Float64Array =>
  trainWords(
    rows,
    vocabulary.length,
    Float64Array.from(samples, (sample) => (sample.topic === topic ? 1 : 0)),
    weights,
    among,
    OPTIONS,
  );

const sites = [...sizes.keys()].sort();
const foldOf = new Map(sites.map((site, index) => [site, index % FOLDS]));
const scores: Record<TopicName, number>[] = samples.map(() => ({}) as Record<TopicName, number>);
for (let fold = 0; fold < FOLDS; fold += 1) {
  const train = samples.flatMap(({ site }, index) => (foldOf.get(site) === fold ? [] : [index]));
  for (const topic of CLASSIFIED) {
    const learned = learn(topic, train);
    for (const [index, { site }] of samples.entries()) {
      if (foldOf.get(site) === fold)
        (scores[index] as Record<TopicName, number>)[topic] = scoreOf(learned, rows[index] ?? []);
    }
  }
}

console.log(`${samples.length} articles of ${sites.length} sites, ${vocabulary.length} words; held out by site:`);
console.log("| at least | given a topic | right |\n| --- | --- | --- |");
for (const threshold of THRESHOLDS) {
  const given = samples.flatMap(({ topic }, index) => {
    const sure = CLASSIFIED.filter((name) => (scores[index]?.[name] ?? -9) >= threshold);
    return sure.length === 1 ? [{ topic, guess: sure[0] }] : [];
  });
  const right = given.filter(({ topic, guess }) => topic === guess).length;
  const share = (count: number, of: number): string =>
    `${count} of ${of} (${((100 * count) / Math.max(1, of)).toFixed(1)}%)`;
  console.log(
    `| ${threshold}${threshold === SCORE_MIN ? " (used)" : ""} | ${share(given.length, samples.length)} | ${share(right, given.length)} |`,
  );
}
console.log("| topic | articles | given | of these right |\n| --- | --- | --- | --- |");
for (const name of CLASSIFIED) {
  const mine = samples.flatMap(({ topic }, index) => {
    const sure = CLASSIFIED.filter((each) => (scores[index]?.[each] ?? -9) >= SCORE_MIN);
    return sure.length === 1 && sure[0] === name ? [topic] : [];
  });
  const all = samples.filter(({ topic }) => topic === name).length;
  console.log(`| ${name} | ${all} | ${mine.length} | ${mine.filter((topic) => topic === name).length} |`);
}

const everything = samples.map((_, index) => index);
const outputs: Record<string, Record<string, Record<string, number>>> = {};
for (const topic of CLASSIFIED) {
  const learned = learn(topic, everything);
  const tables: Record<string, Record<string, number>> = {
    bias: { one: Number((learned.at(-1) ?? 0).toFixed(3)) },
    title: {},
    text: {},
  };
  for (const [index, word] of vocabulary.entries()) {
    const weight = learned[index] ?? 0;
    const [place = "", name = ""] = word.split(" ");
    const table = tables[place];
    if (table !== undefined && Math.abs(weight) >= WEIGHT_MIN) table[name] = Number(weight.toFixed(2));
  }
  outputs[topic] = tables;
}
writeOut(
  findOut(args),
  "topics/en.json",
  spellWeights({ about: "what an English article is about, by its words", outputs }),
);
