/** Patterns and questions by which a sentence is told otherwise: what is a name, a verb, a small word. */

import type { ClaimWords } from "../../../languages/shared/claims.ts";
import type { Reader } from "../claim-reader.ts";
import { readSentence } from "../claim-words.ts";

export const NAME = "\\p{Lu}[\\p{L}’'-]+(?: \\p{Lu}[\\p{L}’'.-]*\\p{L})*";
/** Small words of a phrase without a preposition: "the cooperative", "a retired plumber". */
export const SMALL_WORDS = "(?:\\p{Ll}[\\p{L}’'-]* ?){1,5}";

export const toWords = (text: string): readonly string[] => text.match(/[\p{L}\p{N}’'-]+/gu) ?? [];

/** A sentence told otherwise. */
export interface Told {
  readonly text: string;
  /** Words without which it is not told: who says it, and that he does. Empty where the writer does. */
  readonly needed: readonly string[];
}

/** What is asked of single words here. */
export interface Kinds {
  readonly words: ClaimWords;
  /** "is", and how a sentence says that somebody is something. */
  readonly be: string;
  isReporting(word: string): boolean;
  isPreposition(word: string): boolean;
  isDeterminer(word: string): boolean;
  isJoint(word: string): boolean;
  isNoName(word: string): boolean;
  /** Whether a phrase has a verb or a part of one: "has", "did not". */
  isAct(phrase: string): boolean;
  isPronoun(word: string): boolean;
  /** "that", "who", "after": what opens a clause. */
  isOpener(word: string): boolean;
  /** "nor", which denies what it joins. */
  isNegatedJoint(word: string): boolean;
  /** Whether a phrase denies something, or tells only what may be, will be, or would be. */
  isDenied(phrase: string): boolean;
  isOpen(phrase: string): boolean;
  /** Whether a phrase has a verb of the past. */
  isPast(phrase: string): boolean;
  /** Whether a phrase tells of something done, other than in a clause of its own. */
  hasVerb(phrase: string): boolean;
}

export function toKinds(reader: Reader): Kinds | null {
  const { words, lexicon } = reader;
  const [be] = words?.be ?? [];
  if (words === null || lexicon === null || be === undefined || words.isVerbSecond) return null;
  const classOf = (word: string) => lexicon.words.get(word.toLowerCase())?.class;
  const operatorsOf = (phrase: string): readonly string[] => [...readSentence(`x ${phrase} x`, reader).operators];
  return {
    words,
    be,
    isReporting: (word) => classOf(word) === "reporting" || words.credits.has(word.toLowerCase()),
    isPreposition: (word) => classOf(word) === "preposition" && !words.partitives.has(word.toLowerCase()),
    isDeterminer: (word) => classOf(word) === "determiner",
    isJoint: (word) => words.coordinators.has(word.toLowerCase()),
    isNoName: (word) => words.calendar.has(word.toLowerCase()) || words.notNames.has(word.toLowerCase()),
    isAct: (phrase) =>
      toWords(phrase.toLowerCase()).some(
        (word) =>
          words.be.has(word) || words.have.has(word) || words.operators.has(word) || classOf(word) === "auxiliary",
      ),
    isPronoun: (word) => lexicon.pronouns.has(word.toLowerCase()),
    isOpener: (word) => words.subordinators.has(word.toLowerCase()),
    isNegatedJoint: (word) => words.operators.has(word) && words.negations.has(words.operators.get(word) ?? ""),
    isDenied: (phrase) => operatorsOf(phrase).some((operator) => words.negations.has(operator)),
    isOpen: (phrase) => operatorsOf(phrase).some((operator) => words.openOperators.has(operator)),
    isPast: (phrase) =>
      readSentence(`x ${phrase}`, reader).words.some(
        (word) => word.isVerb && (word.isPast || word.hasBe || word.hasHave),
      ),
    hasVerb(phrase) {
      const found = readSentence(`x ${phrase}`, reader).words;
      const end = found.findIndex((word) => word.opener !== null);
      return (end < 0 ? found : found.slice(0, end)).some((word) => word.isVerb && !word.isName);
    },
  };
}
