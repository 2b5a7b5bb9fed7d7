/** The words a summary looks out for, by language: connectives, pronouns, speech, days, and what a site says to visitors. */

import { readFileSync } from "node:fs";
import { z } from "zod";

const list = z.array(z.string().min(1)).readonly();
const languageSchema = z.object({
  connectives: list,
  commaOnly: list,
  leaning: list,
  pronouns: list,
  firstPerson: list,
  secondPerson: list,
  speech: list,
  days: z.array(z.string().min(1)).length(7).readonly(),
  relativeDays: z.record(z.string(), z.int()),
  future: list,
});
const phrasesSchema = z.object({ noise: list, languages: z.record(z.string(), languageSchema) });

export interface Phrases {
  readonly connectives: readonly string[];
  readonly commaOnly: ReadonlySet<string>;
  readonly leaning: readonly string[];
  readonly pronouns: ReadonlySet<string>;
  readonly firstPerson: ReadonlySet<string>;
  readonly secondPerson: ReadonlySet<string>;
  readonly speech: ReadonlySet<string>;
  /** From Sunday on, as Date counts. */
  readonly days: readonly string[];
  readonly relativeDays: Readonly<Record<string, number>>;
  readonly future: ReadonlySet<string>;
}

const DATA = phrasesSchema.parse(JSON.parse(readFileSync(new URL("./phrases.json", import.meta.url), "utf8")));

const EMPTY: Phrases = {
  connectives: [],
  commaOnly: new Set(),
  leaning: [],
  pronouns: new Set(),
  firstPerson: new Set(),
  secondPerson: new Set(),
  speech: new Set(),
  days: [],
  relativeDays: {},
  future: new Set(),
};

// Longest first, so that "in addition" is tried before "in".
const byLength = (words: readonly string[]): readonly string[] => [...words].sort((a, b) => b.length - a.length);

const PHRASES: ReadonlyMap<string, Phrases> = new Map(
  Object.entries(DATA.languages).map(([language, raw]) => [
    language,
    {
      connectives: byLength(raw.connectives),
      commaOnly: new Set(raw.commaOnly),
      leaning: byLength(raw.leaning),
      pronouns: new Set(raw.pronouns),
      firstPerson: new Set(raw.firstPerson),
      secondPerson: new Set(raw.secondPerson),
      speech: new Set(raw.speech),
      days: raw.days,
      relativeDays: raw.relativeDays,
      future: new Set(raw.future),
    },
  ]),
);

/** Empty lists for a language not known: nothing is then taken off or held against a sentence. */
export function phrasesOf(language: string): Phrases {
  return PHRASES.get(language === "no" || language === "nn" ? "nb" : language) ?? EMPTY;
}

const NOISE = new RegExp(DATA.noise.map((phrase) => phrase.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|"), "i");

/** Whether the site speaks to its visitors here rather than the article to its readers. */
export const isNoise = (text: string): boolean => NOISE.test(text);
