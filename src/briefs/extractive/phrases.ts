/** The words a summary looks out for, by language: connectives, pronouns, speech, days, and what a site says to visitors. */

import { readFileSync } from "node:fs";
import { z } from "zod";

const list = z.array(z.string().min(1)).readonly();
const asidesSchema = z.object({
  relative: list,
  afterComma: list,
  participle: z.string(),
  bare: list,
  leansOn: list,
  negation: list,
  kept: list,
  verbs: list,
  opening: list,
});
const boundSchema = z.object({
  definite: list.default([]),
  indefinite: list.default([]),
  explained: list.default([]),
  events: list.default([]),
  openings: list.default([]),
  notOpenings: list.default([]),
  contrast: list.default([]),
  pairs: list.default([]),
  speakers: list.default([]),
  isSpeakerDropped: z.boolean().default(false),
  personal: list.default([]),
  people: list.default([]),
  peopleEndings: list.default([]),
  notPeople: list.default([]),
});
const languageSchema = z.object({
  asides: asidesSchema.optional(),
  bound: boundSchema.prefault({}),
  connectives: list,
  commaOnly: list,
  leaning: list,
  pronouns: list,
  firstPerson: list,
  secondPerson: list,
  speech: list,
  days: z.array(z.string().min(1)).length(7).readonly(),
  dayParts: list,
  relativeDays: z.record(z.string(), z.int()),
  future: list,
});
const phrasesSchema = z.object({ noise: list, languages: z.record(z.string(), languageSchema) });

/** Patterns of the parts a sentence can do without; see asides.ts. */
export interface Asides {
  readonly afterComma: RegExp;
  readonly bare: RegExp;
  readonly enclosed: RegExp;
  /** Words before which a circumstance is no aside: "shortly after". */
  readonly leansOn: RegExp;
  readonly negation: RegExp;
  /** Words that keep a part in: speech, denial, doubt. */
  readonly kept: RegExp;
  /** "…, police said."; the group is what follows the verb. */
  readonly credit: RegExp;
  /** A comma with the sentence's own verb behind it. */
  readonly resumed: RegExp;
  /** The sentence opens with a clause that its main clause follows. */
  readonly opensLow: RegExp;
  /** Commas also set off clauses that a sentence cannot do without. */
  readonly hasPlainCommas: boolean;
}

/** Patterns of subjects known only from before; see leaning.ts. Text is in lower case but for `pair` and `credit`. */
export interface BoundPhrases {
  /** "the episode", the noun as its group. */
  readonly definite: RegExp;
  readonly indefinite: RegExp;
  /** What follows a noun that is explained there: "of", "that". */
  readonly explained: RegExp;
  /** Nouns for the news as a whole: "decision". */
  readonly events: ReadonlySet<string>;
  readonly openings: RegExp;
  /** Connectives that answer the sentence before. */
  readonly contrast: RegExp;
  readonly pair: RegExp;
  /** A pronoun, or nobody, is said to speak behind a quotation. */
  readonly credit: RegExp;
  /** "him", "her", and a word for somebody whom it may stand for. */
  readonly personal: RegExp;
  readonly somebody: RegExp;
}

export interface Phrases {
  readonly bound: BoundPhrases;
  /** Null for a language whose commas say nothing of what can go. */
  readonly asides: Asides | null;
  readonly connectives: readonly string[];
  readonly commaOnly: ReadonlySet<string>;
  readonly leaning: readonly string[];
  readonly pronouns: ReadonlySet<string>;
  readonly firstPerson: ReadonlySet<string>;
  readonly secondPerson: ReadonlySet<string>;
  readonly speech: ReadonlySet<string>;
  /** From Sunday on, as Date counts. */
  readonly days: readonly string[];
  /** "evening": what may follow a day and belongs to it. */
  readonly dayParts: readonly string[];
  readonly daySet: ReadonlySet<string>;
  readonly relativeDays: Readonly<Record<string, number>>;
  readonly future: ReadonlySet<string>;
}

const DATA = phrasesSchema.parse(JSON.parse(readFileSync(new URL("./phrases.json", import.meta.url), "utf8")));

const oneOf = (words: readonly string[]): string =>
  words.length === 0 ? "(?!)" : `(?:${words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|")})`;
const END = "(?![\\p{L}\\p{N}])";
const BEGIN = "(?<![\\p{L}\\p{N}])";

function toAsides(language: string, raw: z.infer<typeof asidesSchema>, speech: readonly string[]): Asides {
  const relative = oneOf(raw.relative);
  return {
    afterComma: new RegExp(`, (?:(?:${relative}|${oneOf(raw.afterComma)})${END}|${raw.participle})`, "gu"),
    bare: new RegExp(` (?=${oneOf(raw.bare)}${END})`, "gu"),
    // A clause between commas with the sentence's own verb after it; an explanation in brackets; a pair of dashes.
    enclosed: new RegExp(
      `, ${relative} [^,“”"();]{5,120},(?= ${oneOf(raw.verbs)}${END})| \\((?![\\p{Lu}\\d.&-]+\\))[^()“”"]{6,120}\\)| ([–—]|--?) [^–—“”"();]{5,120} \\1(?= )`,
      "gu",
    ),
    leansOn: new RegExp(`${BEGIN}(?:\\d+|${oneOf(raw.leansOn)})$`, "iu"),
    negation: new RegExp(`${BEGIN}${oneOf(raw.negation)}${END}`, "iu"),
    kept: new RegExp(`${BEGIN}${oneOf([...raw.kept, ...raw.negation, ...speech])}${END}`, "iu"),
    credit: new RegExp(`, (?:[^,“”"]{2,60} )?${oneOf(speech)}${END}([^,“”"]*)\\.$`, "iu"),
    resumed: new RegExp(`,(?= ${oneOf([...raw.verbs, ...speech])}${END})`, "u"),
    opensLow: new RegExp(`^["“«]?${oneOf(raw.opening)}${END}`, "iu"),
    hasPlainCommas: language !== "en",
  };
}

function toBound(raw: z.infer<typeof boundSchema>, speech: readonly string[]): BoundPhrases {
  const who = oneOf(raw.speakers);
  const verb = oneOf(speech);
  return {
    definite: new RegExp(`^${oneOf(raw.definite)}[ ']?(\\p{L}{3,})(?![\\p{L}\\p{N}-])`, "u"),
    indefinite: new RegExp(`${BEGIN}${oneOf(raw.indefinite)}[ '](\\p{L}{3,})${END}`, "gu"),
    explained: new RegExp(`^ ${oneOf(raw.explained)}${END}`, "u"),
    events: new Set(raw.events),
    openings: new RegExp(`^(?!${oneOf(raw.notOpenings)}${END})${oneOf(raw.openings)}${END}`, "u"),
    contrast: new RegExp(`^${oneOf(raw.contrast)}${END}`, "u"),
    pair: new RegExp(`${BEGIN}${oneOf(raw.pairs)}${END}`, "iu"),
    // "she said", "said she", "a-t-elle dit"; where the subject is left out, the verb ends the sentence.
    credit: new RegExp(
      `["”»“][ \\u00a0]?[,.]?[ \\u00a0]?(?:[–—-] )?(?:${who} ${verb}${END}|${verb} ${who}${END}|\\p{L}+(?:-t)?-${who}${END}|${raw.isSpeakerDropped ? verb : "(?!)"}\\.$)`,
      "iu",
    ),
    personal: new RegExp(`${BEGIN}${oneOf(raw.personal)}${END}`, "iu"),
    somebody: new RegExp(
      `${BEGIN}(?!${oneOf(raw.notPeople)}${END})(?:${oneOf(raw.people)}|\\p{Ll}+${oneOf(raw.peopleEndings)})(?:s|['’]s)?${END}`,
      "u",
    ),
  };
}

const EMPTY: Phrases = {
  bound: toBound(boundSchema.parse({}), []),
  asides: null,
  connectives: [],
  commaOnly: new Set(),
  leaning: [],
  pronouns: new Set(),
  firstPerson: new Set(),
  secondPerson: new Set(),
  speech: new Set(),
  days: [],
  dayParts: [],
  daySet: new Set(),
  relativeDays: {},
  future: new Set(),
};

// Longest first, so that "in addition" is tried before "in".
const byLength = (words: readonly string[]): readonly string[] => [...words].sort((a, b) => b.length - a.length);

const PHRASES: ReadonlyMap<string, Phrases> = new Map(
  Object.entries(DATA.languages).map(([language, raw]) => [
    language,
    {
      bound: toBound(raw.bound, raw.speech),
      asides: raw.asides === undefined ? null : toAsides(language, raw.asides, raw.speech),
      connectives: byLength(raw.connectives),
      commaOnly: new Set(raw.commaOnly),
      leaning: byLength(raw.leaning),
      pronouns: new Set(raw.pronouns),
      firstPerson: new Set(raw.firstPerson),
      secondPerson: new Set(raw.secondPerson),
      speech: new Set(raw.speech),
      days: raw.days,
      dayParts: byLength(raw.dayParts),
      daySet: new Set(raw.days),
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
