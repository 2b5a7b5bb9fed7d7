/**
 * Prints the quote figures on the held-out fifth of train and on dev, and the errors by kind:
 * `node --import tsx tools/score-quotes.ts <path to eval/quotes> [--weights-en=FILE] [--weights-de=FILE] [--errors=N]`.
 */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { z } from "zod";
import { findQuotesWith, type Models, toModels } from "../src/quotes/find.ts";
import { readWeights } from "../src/quotes/model.ts";
import { isHeldOut } from "./quotes/gold.ts";

const [folder = "", ...flags] = process.argv.slice(2);
const option = (name: string): string | undefined =>
  flags.find((flag) => flag.startsWith(`--${name}=`))?.slice(name.length + 3);

interface Gold {
  readonly id: string;
  readonly lang: string;
  readonly text: string;
  readonly quotes: { speaker_start?: number; speaker_name?: string }[];
}
interface Scores {
  readonly direct: Record<string, unknown>;
}
interface Evaluator {
  readJsonl(file: string): Gold[];
  evaluate(gold: readonly Gold[], found: readonly unknown[], options: Record<string, unknown>): Scores;
  print(scores: Scores): void;
}

const evaluator = (await import(pathToFileURL(join(folder, "eval.mjs")).href)) as Evaluator;
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

function find(article: Gold, models: Models | null): unknown {
  const quotes = findQuotesWith(models, article.text, { language: article.lang }).map((quote) => ({
    start: quote.start,
    end: quote.end,
    type: quote.type,
    cue: quote.cue?.text,
    speaker_text: quote.speaker?.mention,
    speaker_start: quote.speaker?.start,
    speaker_end: quote.speaker?.end,
    speaker_name: quote.speaker?.name,
  }));
  return { id: article.id, quotes };
}

interface Miss {
  readonly kind: string;
  readonly gold?: string | null;
  readonly pred?: string | null;
  readonly quote: string;
  readonly ctx: string;
}

/** The kind of an error, from what is expected and what came. */
function kindOfMiss(miss: Miss): string {
  const words = miss.quote.split(/\s+/).length;
  if (miss.kind === "extra")
    return words <= 4 ? "span: short words taken for speech" : "span: longer words in no gold quote";
  if (miss.kind === "miss") return words <= 4 ? "span: short quote left out" : "span: longer quote left out";
  if (!miss.gold) return "speaker: given where gold has none";
  if (!miss.pred) return "speaker: none given";
  const pronoun = /^(?:he|she|they|we|i|it|you|who|er|sie|es|wir|ich)$/i;
  if (pronoun.test(miss.gold) !== pronoun.test(miss.pred)) return "speaker: pronoun and name taken for each other";
  if (pronoun.test(miss.gold)) return "speaker: another pronoun";
  return /^\p{Ll}/u.test(miss.gold) ? "speaker: unnamed (“a spokesman”)" : "speaker: another name";
}

function report(title: string, gold: readonly Gold[], models: Models | null): void {
  const sink: Miss[] = [];
  console.log(`\n# ${title}: ${gold.length} articles`);
  const found = gold.map((article) => find(article, models));
  evaluator.print(evaluator.evaluate(gold, found, { views: ["direct"], sink }));
  const counts = new Map<string, number>();
  for (const miss of sink) counts.set(kindOfMiss(miss), (counts.get(kindOfMiss(miss)) ?? 0) + 1);
  console.log("   errors by kind:");
  for (const [kind, count] of [...counts].sort((a, b) => b[1] - a[1]))
    console.log(`   ${String(count).padStart(5)}  ${kind}`);
  for (const miss of sink.slice(0, Number(option("errors") ?? 0))) console.log(JSON.stringify(miss));
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
      report(
        "PolNeAR train, held-out fifth",
        read("polnear_train.jsonl").filter((each) => isHeldOut(each.id)),
        english,
      ),
  ],
  [
    "en-dev",
    () => report("PolNeAR dev", withNames(read("polnear_dev.jsonl"), "polnear_dev_pronoun_names.jsonl"), english),
  ],
  [
    "de-train",
    () =>
      report(
        "German Wikinews train, held-out fifth",
        read("dewikinews_train.jsonl").filter((each) => isHeldOut(each.id)),
        german,
      ),
  ],
  ["de-dev", () => report("German Wikinews dev", read("dewikinews_dev.jsonl"), german)],
];
for (const [name, run] of reports) if (name.startsWith(only)) run();
