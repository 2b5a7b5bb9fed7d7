/** Reads the development sets and prepares each article as the product would, with its reference for scoring. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gunzipSync } from "node:zlib";
import { readPastedText } from "../../src/articles/pasted/read-pasted.ts";
import { isUsable } from "../../src/briefs/extractive/reads-alone.ts";
import { type Measures, measureUnits } from "../../src/briefs/extractive/unit-features.ts";
import { readUnits } from "../../src/briefs/extractive/units.ts";
import type { Unit } from "../../src/briefs/unit.ts";
import type { ExtractedArticle } from "../../src/domain/article.ts";

export interface Scores {
  readonly r1: { readonly f: number };
  readonly r2: { readonly f: number };
  readonly rlsum: { readonly f: number };
}
export interface Rouge {
  tokenize(text: string, options: { stem: boolean; unicode: boolean }): readonly string[];
  score(reference: string, summary: readonly string[], options: { stem: boolean; unicode: boolean }): Scores;
  scoreMulti(
    references: readonly string[],
    summary: readonly string[],
    options: { stem: boolean; unicode: boolean },
  ): Scores;
}

export const loadRouge = async (folder: string): Promise<Rouge> =>
  (await import(pathToFileURL(join(folder, "rouge.mjs")).href)) as Rouge;

export interface Row {
  readonly id: string;
  readonly text: string;
  readonly lang: string;
  readonly title?: string;
  readonly reference: string;
  readonly references?: readonly string[];
}

export interface Sample {
  readonly set: string;
  readonly row: Row;
  readonly article: ExtractedArticle;
  readonly units: readonly Unit[];
  readonly measures: Measures;
  readonly usable: readonly number[];
  readonly options: { readonly stem: boolean; readonly unicode: boolean };
  /** Tokens of each unit and of the references, as the scorer sees them. */
  readonly tokens: readonly (readonly string[])[];
  readonly references: readonly (readonly string[])[];
  /** For each unit, the positions in the reference's tokens that its longest common subsequences cover, by reference. */
  readonly covered: readonly (readonly ReadonlySet<number>[])[];
}

export function readRows(folder: string, set: string): readonly Row[] {
  const path = join(folder, `${set}-dev.jsonl`);
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch {
    bytes = gunzipSync(readFileSync(`${path}.gz`));
  }
  return bytes
    .toString("utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Row);
}

/** The article as `pullquote brief --jsonl` reads it: text, title and language are given. */
export const toArticle = (row: Row): ExtractedArticle => ({
  ...readPastedText(row.text, row.title ?? null),
  language: row.lang,
});

/** Tokens of each sentence of each reference. */
const referenceTokens = (
  row: Row,
  rouge: Rouge,
  options: Sample["options"],
): readonly (readonly (readonly string[])[])[] =>
  (row.references ?? [row.reference]).map((reference) =>
    reference.split("\n").map((sentence) => rouge.tokenize(sentence, options)),
  );

export function prepare(set: string, row: Row, rouge: Rouge): Sample {
  const article = toArticle(row);
  const units = readUnits(article);
  const isEnglish = row.lang === "en";
  const options = { stem: isEnglish, unicode: !isEnglish };
  const tokens = units.map((unit) => rouge.tokenize(unit.sentence.text, options));
  const sentences = referenceTokens(row, rouge, options);
  return {
    set,
    row,
    article,
    units,
    measures: measureUnits(units, article.title, article.language),
    usable: units.filter(isUsable).map((unit) => unit.index),
    options,
    tokens,
    references: sentences.map((each) => each.flat()),
    covered: tokens.map((unit) => sentences.map((reference) => coveredBy(reference, unit))),
  };
}

function matchesOf(one: readonly string[], two: readonly string[], size: number): number {
  const counts = new Map<string, number>();
  for (let index = 0; index + size <= one.length; index++) {
    const gram = size === 1 ? (one[index] ?? "") : `${one[index] ?? ""} ${one[index + 1] ?? ""}`;
    counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  let matches = 0;
  for (let index = 0; index + size <= two.length; index++) {
    const gram = size === 1 ? (two[index] ?? "") : `${two[index] ?? ""} ${two[index + 1] ?? ""}`;
    const left = counts.get(gram) ?? 0;
    if (left === 0) continue;
    counts.set(gram, left - 1);
    matches++;
  }
  return matches;
}

/** Positions of the reference's tokens in the longest common subsequence of each of its sentences with the unit. */
function coveredBy(reference: readonly (readonly string[])[], unit: readonly string[]): ReadonlySet<number> {
  const covered = new Set<number>();
  let offset = 0;
  for (const sentence of reference) {
    const width = unit.length + 1;
    const table = new Uint16Array((sentence.length + 1) * width);
    for (let row = 1; row <= sentence.length; row++)
      for (let column = 1; column <= unit.length; column++)
        table[row * width + column] =
          sentence[row - 1] === unit[column - 1]
            ? (table[(row - 1) * width + column - 1] ?? 0) + 1
            : Math.max(table[(row - 1) * width + column] ?? 0, table[row * width + column - 1] ?? 0);
    let row = sentence.length;
    let column = unit.length;
    while (row > 0 && column > 0) {
      if (sentence[row - 1] === unit[column - 1]) {
        covered.add(offset + row - 1);
        row--;
        column--;
      } else if ((table[row * width + column - 1] ?? 0) > (table[(row - 1) * width + column] ?? 0)) column--;
      else row--;
    }
    offset += sentence.length;
  }
  return covered;
}

interface Piece {
  readonly tokens: readonly string[];
  /** Positions in each reference that it covers. */
  readonly covered: readonly ReadonlySet<number>[];
}

function scorePieces(references: Sample["references"], pieces: readonly Piece[]): number {
  const tokens = pieces.flatMap((piece) => piece.tokens);
  let best = 0;
  references.forEach((reference, index) => {
    const total = reference.length + tokens.length;
    if (total < 4) return;
    const union = new Set<number>();
    for (const { covered } of pieces) for (const position of covered[index] ?? []) union.add(position);
    const sum =
      (2 * matchesOf(reference, tokens, 1)) / total +
      (2 * matchesOf(reference, tokens, 2)) / (total - 2) +
      (2 * union.size) / total;
    best = Math.max(best, sum / 3);
  });
  return best;
}

/** Mean of ROUGE-1, ROUGE-2 and (nearly) ROUGE-Lsum F1 of these units, the best over the references. */
export const quickScore = (sample: Sample, units: readonly number[]): number =>
  scorePieces(
    sample.references,
    units.map((unit) => ({ tokens: sample.tokens[unit] ?? [], covered: sample.covered[unit] ?? [] })),
  );

/** The same for summaries of one article given as their sentences. */
export function createTextScore(sample: Sample, rouge: Rouge): (texts: readonly string[]) => number {
  const sentences = referenceTokens(sample.row, rouge, sample.options);
  const known = new Map<string, Piece>();
  const toPiece = (text: string): Piece => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const tokens = rouge.tokenize(text, sample.options);
    const piece = { tokens, covered: sentences.map((reference) => coveredBy(reference, tokens)) };
    known.set(text, piece);
    return piece;
  };
  return (texts) => scorePieces(sample.references, texts.map(toPiece));
}
