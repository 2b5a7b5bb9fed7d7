/**
 * Learns which sentences an editor posts right under the headline, and prints over folds by article how well it tells
 * them from others, and how many briefs hold nothing that an editor would not post:
 *
 *   node --import tsx tools/briefs/train-postable.ts LABELS.jsonl [--test=OTHER.jsonl]   # folds, or the other file
 *   node --import tsx tools/briefs/train-postable.ts LABELS.jsonl --all                   # and makes weights/briefs/postable-*.json
 *
 * A line is an article whose every sentence an editor labeled (docs/briefs.md says how): { title, language, publishedAt,
 * text, kind, sentences, codes }, one letter of `codes` for each of `sentences`.
 */

import { readFileSync } from "node:fs";
import { z } from "zod";
import {
  judgePostable,
  measurePostable,
  POSTABLE_FEATURE_NAMES,
  type Posted,
  type PostedByUnit,
} from "../../src/briefs/extractive/judged/postable.ts";
import type { Material } from "../../src/briefs/extractive/natural.ts";
import { chooseUnits, readMaterial } from "../../src/briefs/extractive/summarize.ts";
import { readNames } from "../../src/briefs/mending/full-names.ts";
import { SUMMARY_BUDGET, type SummarizerInput } from "../../src/domain/article.ts";
import { createScorer, type Scorer, type TreeModel } from "../../src/learned/trees.ts";
import { findQuotes } from "../../src/quotes/find-quotes.ts";
import { type BoostSettings, fitTrees } from "../learning/fit-trees.ts";
import { findOut, spellTrees, writeOut } from "../learning/write-weights.ts";

const FOLDS = 5;
const SETTINGS: BoostSettings = {
  trees: 200,
  depth: 2,
  shrinkage: 0.06,
  leafRowsMin: 20,
  featureShare: 0.4,
  rowShare: 0.6,
  loss: "logistic",
  ridge: 4,
  leafMassMin: 3,
};

/** How sure each label is of being posted: with nothing before it, and right behind the sentence before it. */
const POSTED: Readonly<Record<keyof Posted, Readonly<Record<string, number>>>> = {
  alone: { N: 1, A: 1, T: 0.7, n: 0.25, a: 0.15, t: 0, M: 0, R: 0, P: 0 },
  behind: { N: 1, A: 1, T: 0.7, n: 1, a: 1, t: 0.6, M: 0, R: 0, P: 0 },
};
const POSTED_MIN = 0.7;
const TELLING = "Nn";
const NEVER = "MRP";
const LEANING = "nat";
/** So many sentences before it, one that is shown explains what leans. */
const EXPLAINED_WITHIN = 2;

const lineSchema = z.object({
  title: z.string(),
  language: z.string(),
  publishedAt: z.string().nullish(),
  text: z.string(),
  kind: z.string(),
  sentences: z.array(z.string()),
  codes: z.string(),
});

interface Case {
  readonly kind: string;
  readonly language: string;
  readonly material: Material;
  readonly rows: readonly Float64Array[];
  /** By unit, the editor's letter. */
  readonly codes: ReadonlyMap<number, string>;
}

function readCases(path: string): readonly Case[] {
  return readFileSync(path, "utf8")
    .trim()
    .split("\n")
    .map((line): Case => {
      const { title, language, publishedAt, text, kind, sentences, codes } = lineSchema.parse(JSON.parse(line));
      const date = publishedAt === null || publishedAt === undefined ? null : new Date(publishedAt);
      const article: SummarizerInput = { title, language, text, publishedAt: date };
      const quotes = findQuotes(text, { language, title });
      const material = readMaterial(article, quotes, readNames(text, quotes, language));
      const letters = new Map<string, string>(sentences.map((sentence, at) => [sentence, codes.charAt(at)]));
      const byUnit = material.units.flatMap(({ index, sentence }): [number, string][] => {
        const letter = letters.get(sentence.text);
        return letter === undefined ? [] : [[index, letter]];
      });
      return {
        kind,
        language,
        material,
        rows: measurePostable(material, material.tells),
        codes: new Map(byUnit),
      };
    });
}

function learn(cases: readonly Case[], how: keyof Posted): TreeModel {
  const rows: Float64Array[] = [];
  const targets: number[] = [];
  for (const { material, rows: own, codes } of cases)
    own.forEach((row, at) => {
      const posted = POSTED[how][codes.get(material.candidates[at]?.unit.index ?? -1) ?? ""];
      if (posted === undefined) return;
      rows.push(row);
      targets.push(posted);
    });
  const weights = new Float64Array(rows.length).fill(1);
  const where = how === "alone" ? "right under the headline" : "right behind the one before it";
  const about = `How likely an editor posts one sentence ${where}. Made by tools/briefs/train-postable.ts.`;
  return fitTrees(rows, Float64Array.from(targets), weights, POSTABLE_FEATURE_NAMES, SETTINGS, about);
}

/** How often one that is posted is judged likelier than one that is not. */
function measureOrder(judged: readonly { readonly isPosted: boolean; readonly likely: number }[]): number {
  const sorted = [...judged].sort((a, b) => a.likely - b.likely);
  let [ranks, posted] = [0, 0];
  sorted.forEach(({ isPosted }, at) => {
    if (!isPosted) return;
    ranks += at + 1;
    posted++;
  });
  return (ranks - (posted * (posted + 1)) / 2) / Math.max(1, posted * (sorted.length - posted));
}

interface Tally {
  briefs: number;
  sentences: number;
  telling: number;
  good: number;
}

/** Whether a sentence is one that an editor would not post beside the others. */
const isBad = (index: number, shown: readonly number[], letter: string): boolean =>
  NEVER.includes(letter) ||
  (LEANING.includes(letter) && !shown.some((other) => other < index && other >= index - EXPLAINED_WITHIN));

function tally(cases: readonly Case[], postsOf: (each: Case) => PostedByUnit): Tally {
  const found: Tally = { briefs: 0, sentences: 0, telling: 0, good: 0 };
  for (const each of cases) {
    const shown = chooseUnits({ ...each.material, posts: postsOf(each) }, SUMMARY_BUDGET).map(({ index }) => index);
    const letters = shown.map((index) => each.codes.get(index) ?? "");
    const isTelling = letters.some((letter) => letter !== "" && TELLING.includes(letter));
    const bad = shown.filter((index, at) => letters[at] !== "" && isBad(index, shown, letters[at] ?? ""));
    found.briefs++;
    found.sentences += shown.length;
    if (isTelling) found.telling++;
    if (isTelling && bad.length === 0) found.good++;
  }
  return found;
}

const [path = "", ...flags] = process.argv.slice(2);
const cases = readCases(path);
const test = flags.find((each) => each.startsWith("--test="))?.slice("--test=".length);
const asked = test === undefined ? cases : readCases(test);
const NOTHING_POSTED: PostedByUnit = new Map();
const posts = new Map<Case, PostedByUnit>();
const judge = (part: readonly Case[], from: readonly Case[]): void => {
  const scorerOf = (how: keyof Posted): Scorer => createScorer(learn(from, how), POSTABLE_FEATURE_NAMES);
  const scorers = { alone: scorerOf("alone"), behind: scorerOf("behind") };
  for (const each of part) posts.set(each, judgePostable(each.material, each.material.tells, scorers));
};
if (test !== undefined) judge(asked, cases);
else
  for (let fold = 0; fold < FOLDS; fold++)
    judge(
      cases.filter((_, at) => at % FOLDS === fold),
      cases.filter((_, at) => at % FOLDS !== fold),
    );
const judged = asked.flatMap((each) =>
  each.material.candidates.flatMap(({ unit: { index } }) => {
    const posted = POSTED.alone[each.codes.get(index) ?? ""];
    const likely = posts.get(each)?.get(index)?.alone;
    return posted === undefined || likely === undefined ? [] : [{ isPosted: posted >= POSTED_MIN, likely }];
  }),
);
console.log(`${judged.length} sentences of ${asked.length} articles: in order ${measureOrder(judged).toFixed(3)}`);
const isNews = ({ kind }: Case): boolean => kind === "news";
for (const [name, part] of [
  ["news, English", asked.filter((each) => isNews(each) && each.language === "en")],
  ["news, others", asked.filter((each) => isNews(each) && each.language !== "en")],
  ["no news", asked.filter((each) => !isNews(each))],
] as const) {
  for (const [how, postsOf] of [
    ["unjudged", () => NOTHING_POSTED],
    ["judged", (each: Case) => posts.get(each) ?? NOTHING_POSTED],
  ] as const) {
    const { briefs, sentences, telling, good } = tally(part, postsOf);
    const each = (sentences / Math.max(1, briefs)).toFixed(2);
    console.log(
      `${name}, ${how}: ${briefs} briefs of ${each} sentences; ${telling} tell the news, ${good} and all good`,
    );
  }
}
for (const how of ["alone", "behind"] as const)
  writeOut(findOut(flags), `briefs/postable-${how}.json`, spellTrees(learn(cases, how)));
