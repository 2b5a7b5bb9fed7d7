/**
 * Learns which quotes an editor would print from the editor's sets, and prints what would be shown over folds by article:
 *
 *   node --import tsx tools/quotes/train-worth.ts EVAL/editor            # folds alone
 *   node --import tsx tools/quotes/train-worth.ts EVAL/editor --all      # and makes weights/quotes/worth.json
 */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { createExtractiveSummarizer } from "../../src/briefs/extractive/summarize.ts";
import { type Quote, type Sentence, SUMMARY_BUDGET } from "../../src/domain/article.ts";
import type { Weights } from "../../src/learned/linear.ts";
import { chooseQuotes, FIT_LIMITS, type FitLimits } from "../../src/quotes/choosing/choose-quotes.ts";
import { createJudge, type JudgeWorth } from "../../src/quotes/choosing/quote-worth.ts";
import { toWorthContext, type WorthContext } from "../../src/quotes/choosing/worth-context.ts";
import { WORTH_TEMPLATES, writeWorthFeatures } from "../../src/quotes/choosing/worth-features.ts";
import { findQuotes } from "../../src/quotes/find-quotes.ts";
import { createCollector, type Example, learnRanking, toTable } from "../learning/learn-ranking.ts";
import { findOut, spellWeights, writeOut } from "../learning/write-weights.ts";

const SETS = ["news-dev", "languages-dev"] as const;
const FOLDS = 10;
/** What else might be asked for. */
const LIMITS: readonly FitLimits[] = [
  FIT_LIMITS,
  { ...FIT_LIMITS, any: 0.8 },
  { ...FIT_LIMITS, any: 0.9 },
  { ...FIT_LIMITS, alone: 0.75 },
  { ...FIT_LIMITS, alone: FIT_LIMITS.any },
  { ...FIT_LIMITS, only: 0.5 },
  { ...FIT_LIMITS, only: 0.7 },
];
const LEARNING = { epochs: 60, rate: 0.05, decay: 0.1, countMin: 16 };
const WEIGHT_MIN = 0.01;
const SHOWN_MAX = 3;

const extractive = createExtractiveSummarizer();
const OUTPUTS = ["fit", "key"] as const;

const articleSchema = z.object({
  id: z.string(),
  text: z.string(),
  title: z.string().nullish(),
  language: z.string().nullish(),
});
const goldSchema = z.object({
  id: z.string(),
  quotes: z.array(z.object({ find: z.string(), worth: z.enum(["key", "fine", "poor"]) })),
});
type Worth = "key" | "fine" | "poor";

interface Case {
  readonly set: string;
  readonly title: string;
  readonly text: string;
  readonly language: string;
  readonly sentences: readonly Sentence[];
  readonly context: WorthContext;
  readonly quotes: readonly Quote[];
  /** What is no quotation to the editor is poor. */
  readonly worthOf: ReadonlyMap<Quote, Worth>;
}

const fold = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
const readLines = (path: string): readonly unknown[] =>
  readFileSync(path, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as unknown);

async function readCases(folder: string): Promise<readonly Case[]> {
  const cases: Case[] = [];
  for (const set of SETS) {
    const articles = new Map(
      readLines(join(folder, `${set}.jsonl`)).map((line) => {
        const article = articleSchema.parse(line);
        return [article.id, article] as const;
      }),
    );
    for (const line of readLines(join(folder, `${set}.gold.jsonl`))) {
      const gold = goldSchema.parse(line);
      const article = articles.get(gold.id);
      if (article === undefined) continue;
      const { text } = article;
      const [language, title] = [article.language ?? "en", article.title ?? ""];
      const quotes = findQuotes(text, { language, title });
      const worthOf = new Map(
        quotes.map((quote) => {
          const own = fold(quote.text);
          const found = gold.quotes.find(
            ({ find }) => own.includes(fold(find)) || (own.length > 12 && fold(find).includes(own)),
          );
          return [quote, found?.worth ?? "poor"] as const;
        }),
      );
      const sentences = await extractive.summarize(
        { title, text, language, publishedAt: null },
        quotes,
        SUMMARY_BUDGET,
      );
      const context = toWorthContext(quotes, { headline: title, text, language, sentences });
      cases.push({ set, title, text, language, sentences, context, quotes, worthOf });
    }
  }
  return cases;
}

function learn(cases: readonly Case[]): Weights {
  const outputs = OUTPUTS.map((output) => {
    const collector = createCollector(WORTH_TEMPLATES);
    const examples = cases.flatMap(({ quotes, context, worthOf }) =>
      quotes.map((quote): Example => {
        writeWorthFeatures(collector, quote, context);
        const worth = worthOf.get(quote) ?? "poor";
        const isRight = output === "key" ? worth === "key" : worth !== "poor";
        // Against an answer without features, whose score is 0: logistic regression.
        return { answers: [collector.take(), new Int32Array(0)], right: [isRight ? 0 : 1], weight: 1 };
      }),
    );
    const weights = learnRanking(examples, collector.names.length, LEARNING);
    return [output, toTable(collector.names, weights, WEIGHT_MIN)] as const;
  });
  return {
    about: "Whether an editor would print a quote (fit), and make it one of the few that carry the story (key).",
    outputs: Object.fromEntries(outputs),
  };
}

interface Tally {
  readonly shown: Record<Worth, number>;
  silent: number;
  /** Pairs of a fit and a poor quote of which the fit one is judged higher. */
  readonly pairs: { right: number; all: number };
}

function judgeCase(each: Case, judge: JudgeWorth, limits: FitLimits, tally: Tally): void {
  const { title, text, language, sentences, quotes, worthOf, context } = each;
  const chosen = chooseQuotes(quotes, { headline: title, text, language, sentences, max: SHOWN_MAX }, judge, limits);
  for (const quote of chosen) tally.shown[worthOf.get(quote) ?? "poor"] += 1;
  if (chosen.length === 0 && quotes.length > 0) tally.silent += 1;
  const fits = quotes.map((quote) => ({ isPoor: worthOf.get(quote) === "poor", fit: judge(quote, context).fit }));
  for (const good of fits.filter(({ isPoor }) => !isPoor)) {
    for (const poor of fits.filter(({ isPoor }) => isPoor)) {
      tally.pairs.all += 1;
      if (good.fit > poor.fit) tally.pairs.right += 1;
    }
  }
}

function printTally(name: string, { shown, silent, pairs }: Tally): void {
  const all = shown.key + shown.fine + shown.poor;
  const percent = (part: number, whole: number): string => `${((100 * part) / Math.max(1, whole)).toFixed(1)}%`;
  console.log(
    `${name}: shown ${all}, key ${shown.key}, fine ${shown.fine}, poor ${shown.poor} (${percent(shown.poor, all)}); articles without ${silent}; pairs of one article told apart ${percent(pairs.right, pairs.all)}`,
  );
}

const [folder, ...flags] = process.argv.slice(2);
if (folder === undefined) throw new Error("Expected the folder of the editor's sets.");
const cases = await readCases(folder);
const judges = Array.from({ length: FOLDS }, (_, part) =>
  createJudge(learn(cases.filter((_each, index) => index % FOLDS !== part))),
);
for (const limits of LIMITS) {
  for (const set of SETS) {
    const tally: Tally = { shown: { key: 0, fine: 0, poor: 0 }, silent: 0, pairs: { right: 0, all: 0 } };
    for (const [index, each] of cases.entries()) {
      const judge = judges[index % FOLDS];
      if (each.set !== set || judge === undefined) continue;
      judgeCase(each, judge, limits, tally);
    }
    printTally(`${set} from ${limits.any}, alone ${limits.alone}, only ${limits.only}`, tally);
  }
}
writeOut(findOut(flags), "quotes/worth.json", spellWeights(learn(cases)));
