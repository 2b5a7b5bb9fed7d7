/** Asks the gold folder's own evaluator how good found quotes are, and prints its figures and the errors by kind. */

import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { findQuotesWith, type Models } from "../../src/quotes/find-quotes.ts";

export interface Gold {
  readonly id: string;
  readonly lang: string;
  readonly text: string;
  readonly quotes: { speaker_start?: number; speaker_name?: string }[];
}
interface Scores {
  readonly direct: Record<string, unknown>;
}
export interface Evaluator {
  readJsonl(file: string): Gold[];
  evaluate(gold: readonly Gold[], found: readonly unknown[], options: Record<string, unknown>): Scores;
  print(scores: Scores): void;
}

/** The evaluator of the gold folder, which is no part of this project. */
export async function loadEvaluator(folder: string): Promise<Evaluator> {
  return (await import(pathToFileURL(join(folder, "eval.mjs")).href)) as Evaluator;
}

export function findForScoring(article: Gold, models: Models | null): unknown {
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

/** Prints the figures of some articles and their errors by kind, the first `errorsMax` in full. */
export function report(
  evaluator: Evaluator,
  title: string,
  gold: readonly Gold[],
  found: readonly unknown[],
  errorsMax: number,
): void {
  const sink: Miss[] = [];
  console.log(`\n# ${title}: ${gold.length} articles`);
  evaluator.print(evaluator.evaluate(gold, found, { views: ["direct"], sink }));
  const counts = new Map<string, number>();
  for (const miss of sink) counts.set(kindOfMiss(miss), (counts.get(kindOfMiss(miss)) ?? 0) + 1);
  console.log("   errors by kind:");
  for (const [kind, count] of [...counts].sort((a, b) => b[1] - a[1]))
    console.log(`   ${String(count).padStart(5)}  ${kind}`);
  for (const miss of sink.slice(0, errorsMax)) console.log(JSON.stringify(miss));
}
