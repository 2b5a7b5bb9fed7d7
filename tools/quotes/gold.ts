/** Reads the gold articles for training and splits them the same way every time. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const quoteSchema = z.object({
  start: z.number(),
  end: z.number(),
  type: z.enum(["direct", "mixed", "indirect"]),
  speaker_text: z.string().nullish(),
  speaker_start: z.number().nullish(),
  speaker_end: z.number().nullish(),
  segments: z.array(z.tuple([z.number(), z.number()])).default([]),
  useSegments: z.boolean().default(false),
});
const articleSchema = z.object({ id: z.string(), lang: z.string(), text: z.string(), quotes: z.array(quoteSchema) });
export type GoldQuote = z.infer<typeof quoteSchema>;
export type GoldArticle = z.infer<typeof articleSchema>;

export const FOLDS = 5;
const EDGE = /[\s"“”„‟«»‹›'‘’`,.;:!?…—–\-()[\]]/u;
const PRONOUNS = new Set("i we you he she they it who him her them his their me us er sie es ich wir".split(" "));
const SUFFIXES = new Set(["jr", "sr", "ii", "iii", "iv"]);
const HEAD_CUT =
  /\s*[,(;:—–]|\s+(?:who|which|that|whose|of|at|from|for|in|with|on|to|by|and|speaking|von|vom|aus|im|der|des|bei|für|zum|zur|die|und|de|da|do|del|du)\s/iu;

export function readGold(folder: string, file: string): readonly GoldArticle[] {
  return readFileSync(join(folder, file), "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => articleSchema.parse(JSON.parse(line)));
}

/** Which of five equal parts an article belongs to, by its id alone. */
export function foldOf(id: string): number {
  return hashOf(id) % FOLDS;
}

function hashOf(id: string): number {
  let hash = 2_166_136_261;
  for (let index = 0; index < id.length; index++) hash = Math.imul(hash ^ id.charCodeAt(index), 16_777_619) >>> 0;
  return hash;
}

/** A fifth of the training articles, never trained on while figures are measured. */
export function isHeldOut(id: string): boolean {
  return foldOf(id) === 0;
}

/** One of two halves, independent of the folds. */
export function halfOf(id: string): 0 | 1 {
  return (hashOf(id) >>> 8) % 2 === 0 ? 0 : 1;
}

export function trimSpan(text: string, from: number, to: number): readonly [number, number] {
  let start = from;
  let end = to;
  while (start < end && EDGE.test(text[start] ?? "")) start++;
  while (end > start && EDGE.test(text[end - 1] ?? "")) end--;
  return [start, end];
}

/** Gold quotations by the trimmed span of each of their quoted segments. */
export function indexGold(article: GoldArticle): ReadonlyMap<string, GoldQuote> {
  const found = new Map<string, GoldQuote>();
  for (const quote of article.quotes) {
    if (quote.type === "indirect") continue;
    const whole: readonly (readonly [number, number])[] = [[quote.start, quote.end]];
    const spans = quote.type === "mixed" || quote.useSegments || quote.segments.length > 1 ? quote.segments : whole;
    for (const [from, to] of spans) {
      let start = from;
      while (start < to) {
        const newline = article.text.indexOf("\n", start);
        const end = newline < 0 || newline > to ? to : newline;
        const key = trimSpan(article.text, start, end).join();
        if (!found.has(key) || quote.type === "direct") found.set(key, quote);
        start = end + 1;
      }
    }
  }
  return found;
}

const toTokens = (text: string): readonly string[] =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/['’]s\b/g, "")
    .match(/[\p{L}\p{N}]+(?:[-'’][\p{L}\p{N}]+)*/gu) ?? [];

export function headOf(phrase: string): string {
  const cleaned = phrase.replace(/^\s*(?:the|a|an|der|die|das|ein|eine)\s+/iu, "");
  const match = HEAD_CUT.exec(cleaned);
  let tokens = match !== null && match.index > 0 ? toTokens(cleaned.slice(0, match.index)) : toTokens(phrase);
  if (tokens.length === 0) tokens = toTokens(phrase);
  while (tokens.length > 1 && SUFFIXES.has(tokens.at(-1) ?? "")) tokens = tokens.slice(0, -1);
  return tokens.at(-1) ?? "";
}

/** 2 when the mention lies on the gold one, 1 when it has the same head, 0 when it is another. */
export function matchSpeaker(gold: GoldQuote, mention: string, start: number, end: number): 0 | 1 | 2 {
  const text = gold.speaker_text ?? "";
  if (text === "") return 0;
  const overlaps =
    gold.speaker_start !== null &&
    gold.speaker_start !== undefined &&
    gold.speaker_end !== null &&
    gold.speaker_end !== undefined &&
    Math.min(gold.speaker_end, end) > Math.max(gold.speaker_start, start);
  const isPronoun = (word: string): boolean => PRONOUNS.has(word.toLowerCase().trim());
  if (isPronoun(text) || isPronoun(mention)) {
    if (overlaps) return 2;
    return text.toLowerCase().trim() === mention.toLowerCase().trim() ? 1 : 0;
  }
  const isSame = headOf(text) === headOf(mention) || toTokens(text).join(" ") === toTokens(mention).join(" ");
  return isSame ? (overlaps ? 2 : 1) : 0;
}
