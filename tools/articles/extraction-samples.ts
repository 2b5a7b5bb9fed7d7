/** Turns pages with their text as people marked it into labeled blocks, for training and measuring. */

import { createReadStream, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { createGunzip, gunzipSync } from "node:zlib";
import { z } from "zod";
import { toText } from "../../src/articles/extract.ts";
import { readMetadata } from "../../src/articles/facts/metadata.ts";
import { type BlockFeatures, describeBlocks } from "../../src/articles/learned-features/block-features.ts";
import { findReadable } from "../../src/articles/learned-features/readable.ts";
import { findBlocks } from "../../src/articles/page/blocks.ts";
import { chooseByScore } from "../../src/articles/page/main-text.ts";
import { parsePage } from "../../src/articles/page/tree.ts";

export const SETS = ["zyte", "aed-dev", "wcxb-dev"];

const RowSchema = z.object({
  id: z.string(),
  url: z.string().nullish(),
  html: z.string(),
  articleBody: z.string(),
  title: z.string().nullish(),
  authors: z.string().nullish(),
  date: z.string().nullish(),
});
export type GoldRow = z.infer<typeof RowSchema>;

export function readRows(folder: string, name: string): readonly GoldRow[] {
  const plain = join(folder, `${name}.jsonl`);
  const text = existsSync(plain)
    ? readFileSync(plain, "utf8")
    : gunzipSync(readFileSync(`${plain}.gz`)).toString("utf8");
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => RowSchema.parse(JSON.parse(line)));
}

/** The same one by one, for measuring memory. */
export async function* streamRows(folder: string, name: string): AsyncGenerator<GoldRow> {
  const plain = join(folder, `${name}.jsonl`);
  const input = existsSync(plain) ? createReadStream(plain) : createReadStream(`${plain}.gz`).pipe(createGunzip());
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY }))
    if (line !== "") yield RowSchema.parse(JSON.parse(line));
}

export interface SamplePage {
  readonly set: string;
  readonly id: string;
  readonly site: string;
  readonly gold: string;
  /** The article's text when blocks have these scores. */
  readonly choose: (scores: ArrayLike<number>) => string;
  readonly described: readonly BlockFeatures[];
  /** Share of each block that is in the gold text. */
  readonly labels: readonly number[];
  /** How much each block counts: its words as a share of the article's. */
  readonly weights: readonly number[];
}

const GRAM = 4;
const tokenize = (text: string): readonly string[] => text.match(/[\p{L}\p{N}_]+/gu) ?? [];

/** The part of a host name that is one owner's: "news.example.co.uk" to "example.co.uk". */
function toSite(url: string | null | undefined, id: string): string {
  try {
    const parts = new URL(url ?? "").hostname.split(".");
    const isSecondLevel = /^(?:co|com|org|gov|net|edu|ac)$/.test(parts.at(-2) ?? "");
    return parts.slice(isSecondLevel ? -3 : -2).join(".");
  } catch {
    return id;
  }
}

/** Shares of blocks in the gold text; each piece of gold text is used once, by what Readability keeps first. */
function labelBlocks(
  tokens: readonly (readonly string[])[],
  gold: string,
  readable: ReadonlySet<number>,
): readonly number[] {
  const words = tokenize(gold);
  const grams = new Map<string, number>();
  for (let at = 0; at + GRAM <= words.length; at++) {
    const gram = words.slice(at, at + GRAM).join(" ");
    grams.set(gram, (grams.get(gram) ?? 0) + 1);
  }
  const labels = tokens.map(() => 0);
  const judge = (number: number): void => {
    const own = tokens[number] ?? [];
    if (own.length < GRAM) return;
    const used: string[] = [];
    for (let at = 0; at + GRAM <= own.length; at++) {
      const gram = own.slice(at, at + GRAM).join(" ");
      const left = grams.get(gram) ?? 0;
      if (left === 0) continue;
      used.push(gram);
      grams.set(gram, left - 1);
    }
    labels[number] = used.length / (own.length - GRAM + 1);
    if ((labels[number] ?? 0) < 0.5) for (const gram of used) grams.set(gram, (grams.get(gram) ?? 0) + 1);
  };
  tokens.forEach((_, number) => {
    if (readable.has(number)) judge(number);
  });
  tokens.forEach((_, number) => {
    if (!readable.has(number)) judge(number);
  });
  // A few words are too little to tell by: they count as gold where they stand beside it as in the gold.
  const text = ` ${words.join(" ")} `;
  tokens.forEach((own, number) => {
    if (own.length >= GRAM || own.length === 0) return;
    const key = own.join(" ");
    const before = tokens[number - 1] ?? [];
    const after = tokens[number + 1] ?? [];
    const follows =
      before.length >= GRAM &&
      (labels[number - 1] ?? 0) > 0.5 &&
      text.includes(` ${before.slice(-3).join(" ")} ${key} `);
    const precedes =
      after.length >= GRAM &&
      (labels[number + 1] ?? 0) > 0.5 &&
      text.includes(` ${key} ${after.slice(0, 3).join(" ")} `);
    labels[number] = follows || precedes ? 1 : 0;
  });
  return labels.map((label) => (label > 0.85 ? 1 : label < 0.15 ? 0 : label));
}

const WEIGHT_SCALE = 30;
const WEIGHT_MAX = 0.5;
/** Foreign text counts at most this many times the article's own, so that no page with a long tail rules the rest. */
const FOREIGN_MAX = 2;

export function toSample(set: string, row: GoldRow): SamplePage {
  const page = parsePage(row.html);
  const blocks = findBlocks(page);
  const metadata = readMetadata(page, blocks, row.url ?? null);
  const readable = findReadable(page, blocks, metadata.title);
  const tokens = blocks.map((block) => tokenize(block.text));
  const labels = labelBlocks(tokens, row.articleBody, readable);
  const total = Math.max(30, tokenize(row.articleBody).length);
  const foreign = tokens.reduce((sum, own, number) => sum + ((labels[number] ?? 0) < 0.5 ? own.length + 3 : 0), 0);
  const damping = Math.min(1, (FOREIGN_MAX * total) / Math.max(1, foreign));
  return {
    set,
    id: row.id,
    site: toSite(row.url, row.id),
    gold: row.articleBody,
    choose: (scores) => toText(chooseByScore(blocks, metadata, readable, scores)),
    described: describeBlocks(page, blocks, { ...metadata, readable }),
    labels,
    weights: tokens.map(
      (own, number) =>
        Math.min(WEIGHT_MAX, ((own.length + 3) / total) * ((labels[number] ?? 0) < 0.5 ? damping : 1)) * WEIGHT_SCALE,
    ),
  };
}
