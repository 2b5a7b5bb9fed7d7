/**
 * Prints how often the key quotes chosen are the ones that people took up in a summary of the same article:
 * `node --import tsx tools/quotes/score-choice.ts EVAL/summaries`.
 */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Quote } from "../../src/domain/article.ts";
import { chooseQuotes } from "../../src/quotes/choosing/choose-quotes.ts";
import { findQuotes } from "../../src/quotes/find-quotes.ts";
import { halfOf } from "./gold.ts";

const FILES = ["inshorts-dev.jsonl", "cnn-val-dev.jsonl", "cnndm-truecased-dev.jsonl"] as const;
const articleSchema = z.object({
  id: z.string(),
  text: z.string(),
  reference: z.string(),
  title: z.string().optional(),
});
/** Words in a row that a summary shares with a quote it takes up. */
const RUN_WORDS = 3;
/** Fewer quotes than this leave nothing to choose. */
const QUOTES_MIN = 4;
const WORDS_MIN = 5;
const CHOSEN_MAX = 3;

interface Case {
  readonly half: 0 | 1;
  readonly title: string;
  readonly text: string;
  readonly quotes: readonly Quote[];
  readonly taken: ReadonlySet<Quote>;
}

const toWords = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

function toRuns(text: string): ReadonlySet<string> {
  const words = toWords(text);
  return new Set(words.slice(RUN_WORDS - 1).map((_, index) => words.slice(index, index + RUN_WORDS).join(" ")));
}

/** Whether a summary takes a quote up: a run of words, one of them long, that both have. */
function isTaken(quote: Quote, summary: ReadonlySet<string>): boolean {
  return [...toRuns(quote.text)].some((run) => summary.has(run) && /\p{L}{5}/u.test(run));
}

function readCases(folder: string): readonly Case[] {
  return FILES.flatMap((file) => readFileSync(join(folder, file), "utf8").split("\n"))
    .filter((line) => line.trim() !== "")
    .flatMap((line): readonly Case[] => {
      const { id, text, reference, title } = articleSchema.parse(JSON.parse(line));
      const quotes = findQuotes(text, { language: "en" });
      const whole = quotes.filter((quote) => toWords(quote.text).length >= WORDS_MIN);
      const runs = toRuns(reference);
      const taken = new Set(whole.filter((quote) => isTaken(quote, runs)));
      if (whole.length < QUOTES_MIN || taken.size === 0) return [];
      return [{ half: halfOf(id), title: title ?? "", text, quotes, taken }];
    });
}

type Rule = (each: Case) => readonly Quote[];

const byWorth: Rule = ({ quotes, title, text }) =>
  chooseQuotes(quotes, { headline: title, text, language: "en", sentences: [], max: CHOSEN_MAX });

const whole = ({ quotes }: Case): Quote[] => quotes.filter((quote) => toWords(quote.text).length >= WORDS_MIN);
const first: Rule = (each) => whole(each).slice(0, CHOSEN_MAX);
const longest: Rule = (each) =>
  whole(each)
    .sort((one, two) => two.text.length - one.text.length)
    .slice(0, CHOSEN_MAX);

/** Shares of articles whose first chosen quote, and of which any of three, was taken up. */
function score(cases: readonly Case[], rule: Rule): { readonly one: number; readonly any: number } {
  let one = 0;
  let any = 0;
  for (const each of cases) {
    const chosen = rule(each);
    if (chosen[0] !== undefined && each.taken.has(chosen[0])) one++;
    if (chosen.some((quote) => each.taken.has(quote))) any++;
  }
  return { one: one / cases.length, any: any / cases.length };
}

const [folder = "."] = process.argv.slice(2);
const cases = readCases(folder);
const halves = [cases.filter((each) => each.half === 0), cases.filter((each) => each.half === 1)] as const;
const percent = (share: number): string => (100 * share).toFixed(1).padStart(6);
console.log(`${halves[0].length} and ${halves[1].length} articles; first chosen taken up / any of three`);
const rules: readonly (readonly [string, Rule])[] = [
  ["the first in the text", first],
  ["the longest", longest],
  ["the rule", byWorth],
];
for (const [name, rule] of rules) {
  const [fitted, apart] = [score(halves[0], rule), score(halves[1], rule)];
  console.log(
    `${name.padEnd(24)}${percent(fitted.one)} ${percent(fitted.any)}   ${percent(apart.one)} ${percent(apart.any)}`,
  );
}
