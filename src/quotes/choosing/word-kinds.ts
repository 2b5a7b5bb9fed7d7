/** What kind of word a quote opens with: most quotes that lean on the text before show it there. */

import type { Gender, Speech } from "../../languages/language.ts";
import type { WordClass } from "../../languages/reading.ts";

export const WORD_KINDS = [
  "conjunction",
  "first person",
  "second person",
  "he or she",
  "it",
  "they",
  "relative",
  "complementizer",
  "preposition",
  "auxiliary",
  "determiner",
  "quantifier",
  "verb",
  "other",
  "none",
] as const;
export type WordKind = (typeof WORD_KINDS)[number];

const KIND_OF_CLASS: Readonly<Partial<Record<WordClass, WordKind>>> = {
  conjunction: "conjunction",
  relative: "relative",
  complementizer: "complementizer",
  preposition: "preposition",
  auxiliary: "auxiliary",
  determiner: "determiner",
  quantifier: "quantifier",
  reporting: "verb",
  framing: "verb",
};
const KIND_OF_GENDER: Readonly<Record<Gender, WordKind>> = {
  first: "first person",
  second: "second person",
  male: "he or she",
  female: "he or she",
  unsure: "he or she",
  person: "he or she",
  neuter: "it",
  plural: "they",
};

export function kindOf(word: string | undefined, speech: Speech | null): WordKind {
  if (word === undefined) return "none";
  const gender = speech?.pronouns.get(word);
  if (gender !== undefined) return KIND_OF_GENDER[gender];
  const found = speech?.words.get(word);
  return (found === undefined ? undefined : KIND_OF_CLASS[found.class]) ?? "other";
}

/** Stands for something said before. */
export const isPointing = (kind: WordKind): boolean => kind === "he or she" || kind === "it" || kind === "they";
