/** What a translation has to keep, by the words of each language: what denies, and what counts. */

import { existsSync } from "node:fs";
import { z } from "zod";
import { readRoomFile } from "./room-file.ts";

const list = z.string().transform((text): readonly string[] => text.split(" ").filter((word) => word !== ""));
const byNumber = z.record(z.string().regex(/^\d{1,13}$/), list);

const translatedSchema = z.strictObject({
  about: z.string(),
  /** Words that deny what is said: "not"; with a ? those that may be said otherwise: "without". */
  denials: list,
  /** Numbers in words, from two on: "one" is an article in half of the languages. */
  numbers: byNumber,
  /** Words, and short forms, that multiply the number before them. */
  scales: byNumber,
  /** What percent is called besides its name in the platform's tables. */
  percent: list.optional(),
});

/** A word for a number; one that may mean something else is not missed where it is absent. */
export interface NumberWord {
  readonly value: number;
  readonly isSure: boolean;
}

/** Everything is asked by a word in lower case. */
export interface TranslatedWords {
  readonly findNumber: (word: string) => NumberWord | null;
  readonly findScale: (word: string) => NumberWord | null;
  /** Numbers that this language has a word for that means nothing else. */
  readonly sureNumbers: ReadonlySet<number>;
  readonly percent: readonly string[];
  /** "sure" for what every translation denies, "unsure" for what may be said otherwise; null for no denial. */
  readonly findDenial: (word: string) => "sure" | "unsure" | null;
}

const quoted = (text: string): string => text.replace(/[.+?^${}()|[\]\\]/g, "\\$&");
const toPattern = (words: readonly string[]): RegExp =>
  new RegExp(`^(?:${words.map((word) => quoted(word).replaceAll("*", "[\\p{L}\\p{M}'’-]*")).join("|")})$`, "u");

function toFind(table: Readonly<Record<string, readonly string[]>>): (word: string) => NumberWord | null {
  const rows = Object.entries(table).flatMap(([value, words]) =>
    words.map((word) => ({ value: Number(value), isSure: !word.startsWith("?"), word: word.replace(/^\?/, "") })),
  );
  const whole = new Map(rows.filter(({ word }) => !word.includes("*")).map((row) => [row.word, row]));
  const open = rows.filter(({ word }) => word.includes("*")).map((row) => ({ ...row, pattern: toPattern([row.word]) }));
  return (word) => whole.get(word) ?? open.find(({ pattern }) => pattern.test(word)) ?? null;
}

/** Null for a language nobody has told it of yet: nothing is translated from it or into it. */
export function readTranslatedWords(tag: string): TranslatedWords | null {
  if (!existsSync(new URL(`../${tag}/translated.json`, import.meta.url))) return null;
  const { denials, numbers, scales, percent = [] } = readRoomFile(tag, "translated.json", translatedSchema);
  const sureDenial = toPattern(denials.filter((word) => !word.startsWith("?")));
  const unsure = toPattern(denials.filter((word) => word.startsWith("?")).map((word) => word.slice(1)));
  const sure = Object.entries(numbers).filter(([, words]) => words.some((word) => !word.startsWith("?")));
  return {
    findNumber: toFind(numbers),
    findScale: toFind(scales),
    percent,
    sureNumbers: new Set(sure.map(([value]) => Number(value))),
    findDenial: (word) => (sureDenial.test(word) ? "sure" : unsure.test(word) ? "unsure" : null),
  };
}
