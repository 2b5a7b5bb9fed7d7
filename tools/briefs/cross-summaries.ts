/**
 * Scores the default summarizer on articles its natural rankers were not fitted to, through the whole of `createBrief`.
 *
 *   node --import tsx tools/briefs/cross-summaries.ts FOLDER [--folds N] [--only SET] [--unfiltered]
 *
 * FOLDER holds the development sets, rouge.mjs and defects.mjs. Each fold is scored with rankers fitted on the others;
 * French, never fitted to, is scored the same way. `--unfiltered` lets every sentence pass, to show what the filters cost.
 */

import { createBrief } from "../../src/briefs/create-brief.ts";
import { FOUND_SET_FEATURE_NAMES } from "../../src/briefs/extractive/found-sets.ts";
import { NEWS_FEATURE_NAMES } from "../../src/briefs/extractive/news.ts";
import { RANKERS } from "../../src/briefs/extractive/rankers.ts";
import { createExtractiveSummarizer } from "../../src/briefs/extractive/summarize.ts";
import { FEATURE_NAMES } from "../../src/briefs/extractive/unit-row.ts";
import type { SummaryBudget } from "../../src/domain/article.ts";
import { createScorer } from "../../src/learned/trees.ts";
import { findQuotes } from "../../src/quotes/find-quotes.ts";
import { fitNatural, NATURAL_SETS } from "./fit-natural.ts";
import { loadRouge, prepare, readRows, type Sample, toArticle } from "./summary-samples.ts";
import { createTally, loadDefects } from "./tally.ts";

const WORDS_60: SummaryBudget = { sentencesMax: 20, wordsMax: 60 };
const SETS = ["inshorts", "cnn-val", "orangesum-fr", "danewsroom-da", "norsumm-nb"];

const args = process.argv.slice(2);
const folder = args[0] ?? ".";
const readFlag = (flag: string): string | null => (args.includes(flag) ? (args[args.indexOf(flag) + 1] ?? null) : null);
const folds = Number(readFlag("--folds") ?? 5);
const only = readFlag("--only");
const isFiltered = !args.includes("--unfiltered");

const rouge = await loadRouge(folder);
const defects = await loadDefects(folder);
const samples = new Map<string, readonly Sample[]>();
for (const set of new Set([...SETS, ...Object.keys(NATURAL_SETS)]))
  samples.set(
    set,
    readRows(folder, set).map((row) => prepare(set, row, rouge)),
  );

const tallies = new Map(SETS.map((set) => [set, createTally(rouge, defects)]));
for (let fold = 0; fold < folds; fold++) {
  const seen = Object.keys(NATURAL_SETS).flatMap((set) =>
    (samples.get(set) ?? []).filter((_sample, index) => index % folds !== fold),
  );
  const models = fitNatural(seen, rouge);
  const summarizer = createExtractiveSummarizer(
    {
      ...RANKERS,
      naturalUnits: createScorer(models.units, FEATURE_NAMES),
      news: createScorer(models.news, NEWS_FEATURE_NAMES),
      naturalSets: createScorer(models.sets, FOUND_SET_FEATURE_NAMES),
    },
    { isFiltered },
  );
  for (const set of SETS) {
    if (only !== null && set !== only) continue;
    const rows = readRows(folder, set).filter((_row, index) => index % folds === fold);
    for (const row of rows) {
      const article = toArticle(row);
      const quotes = findQuotes(article.text, { language: article.language, title: article.title });
      const brief = await createBrief(article, { quotes, ...WORDS_60, quotesMax: 3, summarizer });
      tallies.get(set)?.add(row, article, brief.sentences);
    }
  }
}
console.log(`60 words, ${folds} folds${isFiltered ? "" : ", unfiltered"}: R-1/R-2/R-Lsum`);
for (const [set, tally] of tallies) if (tally.count > 0) console.log(`${set.padEnd(14)} ${tally.print()}`);
