/**
 * Learns which sentence tells the news from the editor's sets, and prints how many briefs tell it over folds by article:
 *
 *   node --import tsx tools/briefs/train-tells-news.ts EVAL/editor            # folds alone
 *   node --import tsx tools/briefs/train-tells-news.ts EVAL/editor --all      # and makes weights/briefs/tells-news.json
 */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { readPastedText } from "../../src/articles/pasted/read-pasted.ts";
import type { Material } from "../../src/briefs/extractive/natural.ts";
import { RANKERS, type Rankers } from "../../src/briefs/extractive/rankers.ts";
import { chooseUnits, readMaterial } from "../../src/briefs/extractive/summarize.ts";
import { judgeTelling, measureTelling, TELLS_FEATURE_NAMES } from "../../src/briefs/extractive/tells-news.ts";
import { readNames } from "../../src/briefs/mending/full-names.ts";
import { SUMMARY_BUDGET, type SummarizerInput } from "../../src/domain/article.ts";
import { createWeighedScorer, type WeighedModel } from "../../src/learned/weighed-rows.ts";
import { findQuotes } from "../../src/quotes/find-quotes.ts";
import { fitLogistic } from "../learning/fit-logistic.ts";
import { findOut, writeOut } from "../learning/write-weights.ts";

const SETS = ["news-dev", "languages-dev"] as const;
const FOLDS = 10;
/** Sentences further down are hardly ever the news, and would outweigh the others by their number. */
const UNITS_READ_MAX = 60;
/** A sentence tells the news when it has this share of the words of one that does. */
const ALIKE_MIN = 0.7;
const RIDGE = 0.5;

const articleSchema = z.object({
  id: z.string(),
  text: z.string(),
  title: z.string().nullish(),
  language: z.string().nullish(),
});
const goldSchema = z.object({ id: z.string(), news: z.array(z.string()) });

interface Case {
  readonly set: string;
  readonly id: string;
  readonly material: Material;
  readonly rows: readonly Float64Array[];
  /** By unit. */
  readonly isNews: readonly boolean[];
}

const readLines = (path: string): readonly unknown[] =>
  readFileSync(path, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as unknown);

const toWords = (text: string): ReadonlySet<string> =>
  new Set(
    text
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu),
  );

function isAlike(one: ReadonlySet<string>, two: ReadonlySet<string>): boolean {
  const both = [...one].filter((word) => two.has(word)).length;
  return both >= ALIKE_MIN * Math.max(1, Math.min(one.size, two.size));
}

function readCases(folder: string): readonly Case[] {
  return SETS.flatMap((set) => {
    const golds = new Map(
      readLines(join(folder, `${set}.gold.jsonl`)).map((line) => {
        const { id, news } = goldSchema.parse(line);
        return [id, news.map(toWords)] as const;
      }),
    );
    return readLines(join(folder, `${set}.jsonl`)).flatMap((line): readonly Case[] => {
      const { id, text, title, language } = articleSchema.parse(line);
      const news = golds.get(id);
      if (news === undefined) return [];
      const article: SummarizerInput = {
        ...readPastedText(text, title ?? null),
        language: language ?? "en",
        publishedAt: null,
      };
      const quotes = findQuotes(article.text, { language: article.language, title: article.title });
      const material = readMaterial(article, quotes, readNames(article.text, quotes, article.language));
      const isNews = material.units.map(({ sentence }) => news.some((each) => isAlike(each, toWords(sentence.text))));
      return [{ set, id, material, rows: measureTelling(material), isNews }];
    });
  });
}

function learn(cases: readonly Case[]): WeighedModel {
  const rows: Float64Array[] = [];
  const targets: number[] = [];
  for (const { material, rows: own, isNews } of cases) {
    own.slice(0, UNITS_READ_MAX).forEach((row, at) => {
      rows.push(row);
      targets.push(isNews[material.candidates[at]?.unit.index ?? -1] === true ? 1 : 0);
    });
  }
  return {
    about: "How likely one sentence tells by itself what the headline says. Made by tools/briefs/train-tells-news.ts.",
    ...fitLogistic(rows, targets, TELLS_FEATURE_NAMES, RIDGE),
  };
}

/** Whether the brief that these rankers make tells the news. */
function isTold({ material, isNews }: Case, rankers: Rankers): boolean {
  const tells = material.measures.hasTitle ? judgeTelling(material, rankers.tells) : material.tells;
  return chooseUnits({ ...material, rankers, tells }, SUMMARY_BUDGET).some(({ index }) => isNews[index] === true);
}

const rankersBy = (model: WeighedModel): Rankers => ({
  ...RANKERS,
  tells: createWeighedScorer(model, TELLS_FEATURE_NAMES),
});

const [folder = ".", ...flags] = process.argv.slice(2);
const cases = readCases(folder);
const told = new Map<string, number>();
const missed: string[] = [];
for (let fold = 0; fold < FOLDS; fold++) {
  const rankers = rankersBy(learn(cases.filter((_case, index) => index % FOLDS !== fold)));
  cases.forEach((each, index) => {
    if (index % FOLDS !== fold) return;
    if (isTold(each, rankers)) told.set(each.set, (told.get(each.set) ?? 0) + 1);
    else missed.push(each.id);
  });
}
for (const set of SETS) {
  const count = cases.filter((each) => each.set === set).length;
  console.log(`${set}: ${told.get(set) ?? 0} of ${count} briefs tell the news, by weights from other articles`);
}
if (flags.includes("--errors")) console.log(missed.join("\n"));
const model = learn(cases);
writeOut(findOut(flags), "briefs/tells-news.json", `${JSON.stringify(model, null, 1)}\n`);
