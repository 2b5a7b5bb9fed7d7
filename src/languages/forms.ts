/** The forms of a word: a room's forms.json as a function that gives all forms of one word the same key. */

import { existsSync } from "node:fs";
import { z } from "zod";
import { remember } from "../domain/bounded-map.ts";
import { fold } from "../domain/fold.ts";
import { lowerWord, readRoomFile } from "./shared/room-file.ts";

/** Each dot is a letter that must be left: "...en" is cut from "wahlen" and stays on "den". */
const ENDING = /^(\.*)([^.]+)$/;
const BEGINNING = /^([^.]+)(\.*)$/;
const endings = z.record(lowerWord.regex(ENDING), z.string()).readonly();

const formsSchema = z.strictObject({
  about: z.string(),
  /** Words that follow no rule, and words that look like a form and are none: each with what it is a form of. */
  whole: z.record(lowerWord, lowerWord).readonly().default({}),
  /** What is written together with a word before it: "ال...". */
  beginnings: z.array(lowerWord.regex(BEGINNING)).readonly().default([]),
  /** One after another; of each the longest that fits is put in place of itself. One that stays as it is guards a word. */
  rounds: z.array(endings).readonly(),
});

export type FormsFile = z.infer<typeof formsSchema>;
export type ToForm = (folded: string) => string;

interface Change {
  readonly leaves: number;
  readonly to: string;
}
interface Round {
  readonly byEnding: ReadonlyMap<string, Change>;
  readonly longest: number;
}

const WORDS_MAX = 60_000;

function toRound(file: FormsFile["rounds"][number]): Round {
  const byEnding = new Map<string, Change>();
  for (const [pattern, to] of Object.entries(file)) {
    const [, dots = "", ending = ""] = ENDING.exec(pattern) ?? [];
    byEnding.set(fold(ending), { leaves: dots.length, to: fold(to) });
  }
  return { byEnding, longest: Math.max(0, ...[...byEnding.keys()].map((each) => each.length)) };
}

function cutEnding(word: string, { byEnding, longest }: Round): string {
  for (let length = Math.min(longest, word.length); length > 0; length -= 1) {
    const change = byEnding.get(word.slice(-length));
    if (change !== undefined && word.length - length >= change.leaves) return word.slice(0, -length) + change.to;
  }
  return word;
}

/** The function of a file: it takes folded words. */
export function toForms({ whole, beginnings, rounds }: FormsFile): ToForm {
  const known = new Map(Object.entries(whole).map(([form, word]) => [fold(form), fold(word)]));
  const starts = beginnings
    .map((pattern) => BEGINNING.exec(pattern) ?? [])
    .map(([, start = "", dots = ""]) => ({ start: fold(start), leaves: dots.length }))
    .sort((a, b) => b.start.length - a.start.length);
  const steps = rounds.map(toRound);
  /** A word that is told to be its own form is no form of another, whatever it ends in. */
  const isWhole = (word: string): boolean => known.get(word) === word;
  return remember(WORDS_MAX, (folded: string): string => {
    const start = starts.find(
      (each) => folded.startsWith(each.start) && folded.length - each.start.length >= each.leaves,
    );
    const bare = start === undefined ? folded : folded.slice(start.start.length);
    return steps.reduce((word, step) => (isWhole(word) ? word : cutEnding(word, step)), known.get(bare) ?? bare);
  });
}

/** Null for a room that tells no forms: there each word has itself alone. */
export function readForms(tag: string): ToForm | null {
  if (!existsSync(new URL(`./${tag}/forms.json`, import.meta.url))) return null;
  return toForms(readRoomFile(tag, "forms.json", formsSchema));
}
