/** Reads a room's text.json, checked, an unknown list refused: small words, short forms, what tells sentences apart. */

import { z } from "zod";
import type { TextWords } from "../language.ts";
import { lowerWord, readRoomFile } from "./room-file.ts";

const words = z.array(lowerWord).readonly().default([]);

const textSchema = z.strictObject({
  /** A sentence for whoever opens the file. */
  about: z.string(),
  stopWords: words,
  abbreviations: z.strictObject({ titles: words, offices: words, common: words, enders: words }).prefault({}),
  hasOrdinalPoints: z.boolean().default(false),
  quotingWords: words,
  sayingWords: words,
});

/** What most languages have: nothing of their own. */
export const NO_TEXT_WORDS: TextWords = {
  stopWords: new Set(),
  abbreviations: { titles: [], offices: [], common: [], enders: [] },
  hasOrdinalPoints: false,
  quotingWords: [],
  sayingWords: [],
};

/** The text words of a language that has a room. Throws when the file is missing or wrong. */
export function readTextFile(tag: string): TextWords {
  const { about: _, stopWords, ...rest } = readRoomFile(tag, "text.json", textSchema);
  return { ...rest, stopWords: new Set(stopWords) };
}
