/**
 * Prints the quote figures on the held-out fifth of train and on dev, and the errors by kind:
 * `node --import tsx tools/quotes/score-quotes.ts <path to eval/quotes> [--weights-en=FILE] [--weights-de=FILE] [--errors=N]`.
 */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { z } from "zod";
import { readWeights } from "../../src/learned/linear.ts";
import { type Models, toModels } from "../../src/quotes/find-quotes.ts";
import { isHeldOut } from "./gold.ts";
import { findForScoring, type Gold, loadEvaluator, report } from "./scoring.ts";

const [folder = "", ...flags] = process.argv.slice(2);
const option = (name: string): string | undefined =>
  flags.find((flag) => flag.startsWith(`--${name}=`))?.slice(name.length + 3);

const evaluator = await loadEvaluator(folder);
const names = z.object({ id: z.string(), speaker_start: z.number(), speaker_name: z.string() });

function withNames(gold: readonly Gold[], file: string): readonly Gold[] {
  const known = new Map<string, string>();
  for (const line of readFileSync(join(folder, file), "utf8").split("\n")) {
    if (line.trim() === "") continue;
    const name = names.parse(JSON.parse(line));
    known.set(`${name.id}@${name.speaker_start}`, name.speaker_name);
  }
  for (const article of gold) {
    for (const quote of article.quotes) {
      const name = known.get(`${article.id}@${quote.speaker_start}`);
      if (name !== undefined) quote.speaker_name = name;
    }
  }
  return gold;
}

function score(title: string, gold: readonly Gold[], models: Models | null): void {
  const found = gold.map((article) => findForScoring(article, models));
  report(evaluator, title, gold, found, Number(option("errors") ?? 0));
}

function modelsFrom(name: string): Models | null {
  const file = option(name);
  return file === undefined ? null : toModels(readWeights(pathToFileURL(file)));
}

const english = modelsFrom("weights-en");
const german = modelsFrom("weights-de");
const read = (file: string): Gold[] => evaluator.readJsonl(join(folder, file));
const only = option("only") ?? "";
const reports: readonly (readonly [string, () => void])[] = [
  [
    "en-train",
    () =>
      score(
        "PolNeAR train, held-out fifth",
        read("polnear_train.jsonl").filter((each) => isHeldOut(each.id)),
        english,
      ),
  ],
  [
    "en-dev",
    () => score("PolNeAR dev", withNames(read("polnear_dev.jsonl"), "polnear_dev_pronoun_names.jsonl"), english),
  ],
  [
    "de-train",
    () =>
      score(
        "German Wikinews train, held-out fifth",
        read("dewikinews_train.jsonl").filter((each) => isHeldOut(each.id)),
        german,
      ),
  ],
  ["de-dev", () => score("German Wikinews dev", read("dewikinews_dev.jsonl"), german)],
];
for (const [name, run] of reports) if (name.startsWith(only)) run();
