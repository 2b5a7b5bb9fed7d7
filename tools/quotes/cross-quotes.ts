/**
 * Prints the quote figures on all of train, each fifth found with weights learned on the other four; for languages with
 * little gold: `node --import tsx tools/quotes/cross-quotes.ts <path to eval/quotes> <en|de> [--errors=N]`.
 */

import { join } from "node:path";
import { toModels } from "../../src/quotes/find-quotes.ts";
import { FOLDS, foldOf, readGold } from "./gold.ts";
import { findForScoring, loadEvaluator, report } from "./scoring.ts";
import { planOf, readArticle, train } from "./training.ts";

const [folder = ".", language = "de", ...flags] = process.argv.slice(2);
const errorsMax = Number(flags.find((flag) => flag.startsWith("--errors="))?.slice(9) ?? 0);
const plan = planOf(language);
const evaluator = await loadEvaluator(folder);
const articles = evaluator.readJsonl(join(folder, plan.file));
const readings = readGold(folder, plan.file).flatMap((article) => readArticle(article) ?? []);
const found = Array.from({ length: FOLDS }, (_, fold) => {
  const training = readings.filter((reading) => foldOf(reading.article.id) !== fold);
  const models = toModels(train(training, plan).weights);
  return articles.filter(({ id }) => foldOf(id) === fold).map((article) => findForScoring(article, models));
}).flat();
report(evaluator, `${plan.file}, ${FOLDS} folds`, articles, found, errorsMax);
