/**
 * Scores the default summarizer beside plain baselines, and says how fast and how faithful it is.
 *
 *   node --expose-gc --import tsx bench/summarize.ts FOLDER [--limit N] [--only SET] [--speed] [--peers FOLDER]
 *
 * FOLDER holds `*-dev.jsonl[.gz]`, rouge.mjs and defects.mjs. Lead, TextRank and LexRank are written in this file; npm
 * packages are measured beside them when `--peers` names a folder where they are installed (summary-peers.ts).
 */

import { createBrief } from "../src/briefs/create-brief.ts";
import { createExtractiveSummarizer } from "../src/briefs/extractive/summarize.ts";
import type { Brief, ExtractedArticle, SummaryBudget } from "../src/domain/article.ts";
import { splitSentences } from "../src/languages/shared/sentences.ts";
import { countWords, findWords, stemWord, stopWords } from "../src/languages/shared/words.ts";
import { findQuotes } from "../src/quotes/find-quotes.ts";
import { loadRouge, readRows, toArticle } from "../tools/briefs/summary-samples.ts";
import { createTally, loadDefects } from "../tools/briefs/tally.ts";
import { loadPeers, summarizeWith } from "./summary-peers.ts";

interface Task {
  readonly set: string;
  readonly name: string;
  readonly budget: SummaryBudget;
}
const WORDS_60: SummaryBudget = { sentencesMax: 20, wordsMax: 60 };
const SENTENCES_3: SummaryBudget = { sentencesMax: 3, wordsMax: Number.MAX_SAFE_INTEGER };
const TASKS: readonly Task[] = [
  { set: "cnndm-lower", name: "CNN/DM, 3 sentences", budget: SENTENCES_3 },
  { set: "cnndm-lower", name: "CNN/DM, 60 words", budget: WORDS_60 },
  { set: "cnn-val", name: "CNN natural, 60 words", budget: WORDS_60 },
  { set: "inshorts", name: "Inshorts, 60 words", budget: WORDS_60 },
  { set: "orangesum-fr", name: "French, 60 words", budget: WORDS_60 },
  { set: "danewsroom-da", name: "Danish, 60 words", budget: WORDS_60 },
  { set: "norsumm-nb", name: "Norwegian, 60 words", budget: WORDS_60 },
];

const SPEED_ARTICLES = 300;
const SPEED_ROUNDS = 6;

const args = process.argv.slice(2);
const folder = args[0] ?? ".";
const readFlag = (flag: string): string | null => (args.includes(flag) ? (args[args.indexOf(flag) + 1] ?? null) : null);
const limit = Number(readFlag("--limit") ?? 1e6);
const only = readFlag("--only");
const peers = await loadPeers(readFlag("--peers"));
const summarizer = createExtractiveSummarizer();

function briefOf(article: ExtractedArticle, budget: SummaryBudget): Promise<Brief> {
  const quotes = findQuotes(article.text, { language: article.language, title: article.title });
  return createBrief(article, { quotes, ...budget, quotesMax: 3, summarizer });
}

/** Sentences of highest worth that fit, in reading order. */
function takeBest(sentences: readonly string[], worth: readonly number[], budget: SummaryBudget): readonly string[] {
  const order = sentences.map((_sentence, index) => index).sort((a, b) => (worth[b] ?? 0) - (worth[a] ?? 0));
  const taken: number[] = [];
  let words = 0;
  for (const index of order) {
    const cost = countWords(sentences[index] ?? "");
    if (taken.length >= budget.sentencesMax || words + cost > budget.wordsMax) continue;
    taken.push(index);
    words += cost;
  }
  return taken.sort((a, b) => a - b).map((index) => sentences[index] ?? "");
}

function rankByGraph(sentences: readonly string[], language: string, isCosine: boolean): readonly number[] {
  const small = stopWords(language);
  const bags = sentences.map(
    (sentence) =>
      new Set(
        findWords(sentence, language)
          .map((word) => sentence.slice(word.start, word.end))
          .filter((word) => !small.has(word.toLowerCase()))
          .map((word) => stemWord(word, language)),
      ),
  );
  const uses = new Map<string, number>();
  for (const bag of bags) for (const stem of bag) uses.set(stem, (uses.get(stem) ?? 0) + 1);
  const rarity = (stem: string): number => Math.log((bags.length + 1) / (uses.get(stem) ?? 1)) ** 2;
  const norms = bags.map((bag) => Math.sqrt([...bag].reduce((sum, stem) => sum + rarity(stem), 0)) || 1);
  const edges = bags.map((one, row) =>
    bags.map((two, column) => {
      if (row === column) return 0;
      let shared = 0;
      for (const stem of one) if (two.has(stem)) shared += isCosine ? rarity(stem) : 1;
      if (isCosine) return shared / ((norms[row] ?? 1) * (norms[column] ?? 1)) > 0.1 ? 1 : 0;
      return shared / (Math.log(one.size + 1) + Math.log(two.size + 1) || 1);
    }),
  );
  const totals = edges.map((row) => row.reduce((sum, edge) => sum + edge, 0) || 1);
  let worth = bags.map(() => 1);
  for (let round = 0; round < 30; round++)
    worth = worth.map(
      (_value, column) =>
        0.15 +
        0.85 *
          edges.reduce((sum, row, index) => sum + ((row[column] ?? 0) / (totals[index] ?? 1)) * (worth[index] ?? 0), 0),
    );
  return worth;
}

function baseline(name: string, article: ExtractedArticle, budget: SummaryBudget): readonly string[] {
  const sentences = splitSentences(article.text, article.language).map((span) =>
    article.text.slice(span.start, span.end),
  );
  const places = sentences.map((_sentence, index) => -index);
  if (name === "lead")
    return takeBest(sentences.slice(0, 12), places, { ...budget, sentencesMax: Math.min(3, budget.sentencesMax) });
  return takeBest(sentences, rankByGraph(sentences.slice(0, 150), article.language, name === "lexrank"), budget);
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

async function score(task: Task): Promise<void> {
  const rouge = await loadRouge(folder);
  const defects = await loadDefects(folder);
  const articles = readRows(folder, task.set)
    .slice(0, limit)
    .map((row) => ({ row, article: toArticle(row) }));
  console.log(`\n${task.name}: R-1/R-2/R-Lsum`);
  const names = task.set === "cnndm-lower" ? ["lead", "pullquote"] : ["lead", "textrank", "lexrank", "pullquote"];
  const others = task.set.endsWith("-fr") || task.set.endsWith("-da") || task.set.endsWith("-nb") ? [] : peers;
  for (const peer of task.set === "cnndm-lower" ? [] : others) {
    const tally = createTally(rouge, defects);
    for (const { row, article } of articles) tally.addTexts(row, await summarizeWith(peer, article, task.budget));
    console.log(`  ${peer.name.padEnd(10)} ${tally.print()}`);
  }
  for (const name of names) {
    const tally = createTally(rouge, defects);
    for (const { row, article } of articles) {
      if (name === "pullquote") tally.add(row, article, (await briefOf(article, task.budget)).sentences);
      else tally.addTexts(row, baseline(name, article, task.budget));
    }
    console.log(`  ${name.padEnd(10)} ${tally.print()}`);
  }
}

/** Milliseconds of processor time an article. */
async function timeEach(articles: readonly ExtractedArticle[], make: (article: ExtractedArticle) => unknown) {
  const before = process.cpuUsage();
  for (const article of articles) await make(article);
  const used = process.cpuUsage(before);
  return (used.user + used.system) / 1000 / articles.length;
}

/** Rounds are interleaved, so that another program's load falls on all alike; the best round counts. */
async function measureSpeed(): Promise<void> {
  const articles = readRows(folder, "cnn-val").slice(0, SPEED_ARTICLES).map(toArticle);
  const words = mean(articles.map((article) => countWords(article.text)));
  const makers: Readonly<Record<string, (article: ExtractedArticle) => unknown>> = {
    "pullquote, quotes included": (article) => briefOf(article, SENTENCES_3),
    "quotes alone": (article) => findQuotes(article.text, { language: article.language, title: article.title }),
    lead: (article) => baseline("lead", article, SENTENCES_3),
    textrank: (article) => baseline("textrank", article, SENTENCES_3),
    lexrank: (article) => baseline("lexrank", article, SENTENCES_3),
    ...Object.fromEntries(
      peers.map((peer) => [
        `npm ${peer.name}`,
        (article: ExtractedArticle) => summarizeWith(peer, article, SENTENCES_3),
      ]),
    ),
  };
  const best = new Map<string, number>();
  const heapMb: string[] = [];
  for (let round = 0; round < SPEED_ROUNDS; round++) {
    for (const [name, make] of Object.entries(makers))
      best.set(name, Math.min(best.get(name) ?? Number.POSITIVE_INFINITY, await timeEach(articles, make)));
    globalThis.gc?.();
    heapMb.push((process.memoryUsage().heapUsed / 1e6).toFixed(0));
  }
  const own = best.values().next().value ?? 0;
  console.log(
    `\nspeed, articles per CPU second, best of ${SPEED_ROUNDS} rounds (${words.toFixed(0)} words an article)`,
  );
  for (const [name, ms] of best)
    console.log(
      `  ${name.padEnd(28)} ${(1000 / ms).toFixed(0).padStart(6)}  ${(ms / own).toFixed(2)} of pullquote's time`,
    );
  console.log(`  heap after each round: ${heapMb.join(", ")} MB`);
}

if (!args.includes("--speed")) for (const task of TASKS) if (only === null || task.set === only) await score(task);
await measureSpeed();
