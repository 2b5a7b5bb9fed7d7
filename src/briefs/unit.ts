/** A unit of an article: the smallest piece a summary may take, with what is measured of it once. */

import type { Sentence, Span } from "../domain/article.ts";
import type { Bound } from "./extractive/leans-on.ts";
import type { Edit } from "./mending/trim.ts";

export interface Unit extends Span {
  readonly index: number;
  readonly paragraph: number;
  /** Place within its paragraph, from 0. */
  readonly place: number;
  readonly edits: readonly Edit[];
  readonly sentence: Sentence;
  readonly wordCount: number;
  /** Stems of all words in order, and of the content words without repeats. */
  readonly stems: readonly string[];
  readonly content: readonly string[];
  /** For each word: 1 when it is written with a capital; 1 when it is a small word that carries no news. */
  readonly capitals: Uint8Array;
  readonly smalls: Uint8Array;
  /** Where each word ends in the sentence as shown. */
  readonly wordEnds: Int32Array;
  /** Words outside quotation marks, in lower case. */
  readonly toldWords: readonly string[];
  /** Share of the characters inside quotation marks. */
  readonly quotedShare: number;
  readonly faults: Faults;
  /** What must be shown before it; null when it stands alone. */
  readonly bound: Bound | null;
}

export interface Faults {
  readonly isNoise: boolean;
  readonly isQuestion: boolean;
  readonly isFirstPerson: boolean;
  /** Quotation marks are not in pairs. */
  readonly isBroken: boolean;
  /** A long quotation without anyone who says it. */
  readonly isUnattributed: boolean;
  /** Opens with a pronoun. */
  readonly isPronounLed: boolean;
  /** Opens with a word that leans on the sentence before. */
  readonly isLeaning: boolean;
  /** No sentence: a heading, a list line. */
  readonly isFragment: boolean;
}

/** The unit shown otherwise; by name, too: what is made by spreading has a shape of its own each time. */
export function changeUnit(
  unit: Unit,
  changes: Partial<Pick<Unit, "edits" | "sentence" | "wordCount" | "faults">>,
): Unit {
  const { edits = unit.edits, sentence = unit.sentence, wordCount = unit.wordCount, faults = unit.faults } = changes;
  return {
    index: unit.index,
    paragraph: unit.paragraph,
    place: unit.place,
    start: unit.start,
    end: unit.end,
    edits,
    sentence,
    wordCount,
    stems: unit.stems,
    content: unit.content,
    capitals: unit.capitals,
    smalls: unit.smalls,
    wordEnds: unit.wordEnds,
    toldWords: unit.toldWords,
    quotedShare: unit.quotedShare,
    faults,
    bound: unit.bound,
  };
}
