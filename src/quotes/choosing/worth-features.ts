/** What tells an editor whether a quote is worth printing: how it opens and ends, what it leans on, what it brings. */

import type { Quote } from "../../domain/article.ts";
import { bucket, createWriters, flag, numbers, type Sink, type Templates, yesNo } from "../../learned/features.ts";
import { findLeaning } from "./leaning.ts";
import { isParagraph } from "./no-statement.ts";
import { isPointing, kindOf, WORD_KINDS } from "./word-kinds.ts";
import { stemsOf, toStems, type WorthContext, wordsOf } from "./worth-context.ts";

const SPEAKER_KINDS = ["person", "organization", "document", "unnamed", "none"] as const;
const LEANINGS = ["alone", "shown", "leans"] as const;
const ENDS = ["sentence", "question", "exclamation", "comma", "nothing"] as const;

const LENGTHS = [5, 7, 9, 12, 16, 22, 30, 45, 60];
const SHARES = [0, 0.06, 0.12, 0.2];
const PLACES = [0.05, 0.15, 0.3, 0.5, 0.75];
const CENTRALITIES = [0.2, 0.4, 0.6, 0.8, 1, 1.3];
const sizeOf = (limits: readonly number[]): readonly string[] => numbers(limits.length + 1);

export const WORTH_TEMPLATES = {
  bias: [["always"]],
  opening: [WORD_KINDS],
  second: [WORD_KINDS],
  openingPair: [WORD_KINDS, WORD_KINDS],
  begins: [["capital", "small", "bracket", "other"]],
  ends: [ENDS],
  whole: [yesNo, ENDS],
  length: [sizeOf(LENGTHS)],
  lengthWhole: [sizeOf(LENGTHS), yesNo],
  sentences: [numbers(5)],
  type: [["direct", "mixed"]],
  typeBegins: [
    ["direct", "mixed"],
    ["capital", "small", "bracket", "other"],
  ],
  speaker: [SPEAKER_KINDS],
  speakerRole: [yesNo],
  cue: [yesNo],
  speakerInHeadline: [yesNo],
  headline: [numbers(4)],
  place: [sizeOf(PLACES)],
  central: [sizeOf(CENTRALITIES)],
  firstPerson: [yesNo],
  pointing: [sizeOf(SHARES)],
  pointingEarly: [yesNo],
  capitals: [numbers(4)],
  digits: [yesNo],
  bracket: [yesNo],
  exclaims: [yesNo],
  longWords: [sizeOf(SHARES)],
  before: [["line", "announced", "sentence", "inside"]],
  fragment: [numbers(3), yesNo],
  heardBefore: [numbers(4)],
  leaning: [LEANINGS],
  leaningOpening: [LEANINGS, WORD_KINDS],
  alone: [yesNo, SPEAKER_KINDS, yesNo],
  shown: [numbers(5)],
} as const satisfies Templates;

const WRITE = createWriters(WORTH_TEMPLATES);

function endOf(text: string): (typeof ENDS)[number] {
  const last = /[.!?…,。！？]/.exec(text.at(-1) ?? "")?.[0];
  if (last === undefined) return "nothing";
  if (last === "?" || last === "？") return "question";
  if (last === "!" || last === "！") return "exclamation";
  return last === "," ? "comma" : "sentence";
}

function beginOf(text: string): "capital" | "small" | "bracket" | "other" {
  if (/^\p{Ll}/u.test(text)) return "small";
  if (/^[[(]/.test(text)) return "bracket";
  return /^\p{Lu}/u.test(text) ? "capital" : "other";
}

/** What leads up to the opening mark: a new line, words that announce speech, the end of a sentence, or its middle. */
function beforeOf(text: string, start: number): "line" | "announced" | "sentence" | "inside" {
  const before = text
    .slice(Math.max(0, start - 12), start)
    .replace(/["“”„«»‹›‘’'「『]\s*$/u, "")
    .replace(/[ \t]+$/, "");
  if (before === "" || before.endsWith("\n")) return "line";
  if (/[,:]$/.test(before)) return "announced";
  return /[.!?…”"»]$/.test(before) ? "sentence" : "inside";
}

/** How often the article says a quote's words, on average: 0 for words said once, 1 and more for its catchwords. */
function centrality(stems: ReadonlySet<string>, counts: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const stem of stems) sum += Math.log(Math.max(1, counts.get(stem) ?? 1));
  return sum / Math.max(1, stems.size);
}

const placeIn = <T extends string>(list: readonly T[], value: T): number => list.indexOf(value);
const BEGINS = WORTH_TEMPLATES.begins[0];
const TYPES = WORTH_TEMPLATES.type[0];
const BEFORES = WORTH_TEMPLATES.before[0];

export function writeWorthFeatures(sink: Sink, quote: Quote, context: WorthContext): void {
  const { text, speaker, type, group, start } = quote;
  const words = wordsOf(quote);
  const kinds = words.map((word) => kindOf(word, context.speech));
  const stems = stemsOf(quote);
  const [opening, second] = [placeIn(WORD_KINDS, kinds[0] ?? "none"), placeIn(WORD_KINDS, kinds[1] ?? "none")];
  const [begins, ends] = [placeIn(BEGINS, beginOf(text)), placeIn(ENDS, endOf(text))];
  const length = bucket(words.length, LENGTHS);
  const isWhole = begins !== placeIn(BEGINS, "small") && endOf(text) !== "nothing";
  const share = (count: number): number => count / Math.max(1, words.length);
  let shared = 0;
  for (const stem of stems) if (context.headline.has(stem)) shared++;
  const isInHeadline = [...toStems(speaker?.name ?? "")].some((stem) => context.headline.has(stem));
  const fragments = context.quotes.filter((each) => each.group === group);
  const heard = context.quotes.filter((each) => each.start < start && each.speaker?.name === speaker?.name);
  WRITE.bias(sink, 0);
  WRITE.opening(sink, opening);
  WRITE.second(sink, second);
  WRITE.openingPair(sink, opening, second);
  WRITE.begins(sink, begins);
  WRITE.ends(sink, ends);
  WRITE.whole(sink, flag(isWhole), ends);
  WRITE.length(sink, length);
  WRITE.lengthWhole(sink, length, flag(isWhole));
  WRITE.sentences(sink, Math.min(4, text.match(/[.!?]+(?:\s|$)/g)?.length ?? 0));
  WRITE.type(sink, placeIn(TYPES, type));
  WRITE.typeBegins(sink, placeIn(TYPES, type), begins);
  WRITE.speaker(sink, placeIn(SPEAKER_KINDS, speaker?.kind ?? "none"));
  WRITE.speakerRole(sink, flag((speaker?.role ?? null) !== null));
  WRITE.cue(sink, flag(quote.cue !== null));
  WRITE.speakerInHeadline(sink, flag(isInHeadline));
  WRITE.headline(sink, Math.min(3, shared));
  WRITE.place(sink, bucket(start / Math.max(1, context.text.length), PLACES));
  WRITE.central(sink, bucket(centrality(stems, context.counts), CENTRALITIES));
  WRITE.firstPerson(sink, flag(kinds.includes("first person")));
  WRITE.pointing(sink, bucket(share(kinds.filter(isPointing).length), SHARES));
  WRITE.pointingEarly(sink, flag(kinds.slice(0, 6).some(isPointing)));
  WRITE.capitals(sink, Math.min(3, text.match(/(?<=\s)\p{Lu}[\p{L}’'-]+/gu)?.length ?? 0));
  WRITE.digits(sink, flag(/\p{N}/u.test(text)));
  WRITE.bracket(sink, flag(text.includes("[")));
  WRITE.exclaims(sink, flag(text.includes("!")));
  WRITE.longWords(sink, bucket(share(words.filter((word) => word.length > 6).length) / 3, SHARES));
  WRITE.before(sink, placeIn(BEFORES, beforeOf(context.text, start)));
  WRITE.fragment(
    sink,
    Math.min(2, fragments.length - 1 < 0 ? 0 : fragments.length - 1),
    flag(fragments.some((each) => each.start < start)),
  );
  WRITE.heardBefore(sink, Math.min(3, heard.length));
  const leaning = placeIn(LEANINGS, findLeaning(quote, context));
  WRITE.leaning(sink, leaning);
  WRITE.leaningOpening(sink, leaning, opening);
  WRITE.alone(
    sink,
    flag(isParagraph(context.text, quote)),
    placeIn(SPEAKER_KINDS, speaker?.kind ?? "none"),
    flag(quote.cue !== null),
  );
  const told = [...stems].filter((stem) => context.shown.has(stem)).length;
  WRITE.shown(sink, Math.min(4, Math.floor((5 * told) / Math.max(1, stems.size))));
}
