/** Tells what stands in marks because it is a name: a title, a nickname, a word that is spoken of. */

import { classAt, classSet } from "../../languages/reading.ts";
import type { QuoteView } from "../reading/quote-view.ts";
import type { ReadText } from "../reading/read-text.ts";
import { type Around, endsWithAny, isReporting, leadEnd, wordsOf } from "./clause.ts";

const NAME_WORDS_MAX = 10;
const TITLE_WORDS_MAX = 14;
const SCARE_WORDS_MAX = 3;
/** "he called “…”" says what somebody thinks, "the party called “…”" what it is named. */
const ACTS = classSet("pronoun", "capital", "role", "title", "quantifier", "relative");
const MARKED_ENTRY_ITEMS = 5;
const SHORT_WORD_LENGTH = 4;
const CAPITAL_WORDS_MIN = 2;

const wordsIn = (text: string): readonly string[] => text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu) ?? [];

/** "Queen of the Quay": every long word has a capital, and no sentence ends inside. */
function isTitleCased(text: string): boolean {
  const words = wordsIn(text);
  if (words.length > TITLE_WORDS_MAX || /[.!?…]\s/.test(text)) return false;
  const long = words.filter((word) => word.length >= SHORT_WORD_LENGTH);
  const isCapital = (word: string): boolean => /^[\p{Lu}\p{N}]/u.test(word);
  return (
    long.length >= CAPITAL_WORDS_MIN &&
    long.every(isCapital) &&
    isCapital(words[0] ?? "") &&
    isCapital(words.at(-1) ?? "")
  );
}

/** "called “Clean Quay”", "the film “Late Tide”". */
function isNamed(around: Around, { wordCount, isCapital }: QuoteView, text: string): boolean {
  const { items, speech, from, at } = around;
  if (wordCount > NAME_WORDS_MAX) return false;
  let end = leadEnd(around);
  if (at - end > 1) return false;
  if (endsWithAny(wordsOf(items, Math.max(from, end - 1), end), speech.unsaid.namedThings)) return isCapital;
  if (classAt(items, end - 1) === "determiner") end--;
  if (!endsWithAny(wordsOf(items, Math.max(from, end - MARKED_ENTRY_ITEMS), end), speech.unsaid.named)) return false;
  // "called “a disgrace”"
  if (speech.indefiniteArticles.has(wordsIn(text)[0]?.toLowerCase() ?? "")) return false;
  return !(isReporting(items[end - 1]) && ACTS.has(classAt(items, end - 2)));
}

/** “a “micro” size”, “a “runaway bride” story”: few words in marks in a sentence that reports nothing. */
function isScare({ items, at, verbBefore, verbAfter }: Around, { wordCount, isLower }: QuoteView): boolean {
  if (wordCount > SCARE_WORDS_MAX || !isLower) return false;
  if (verbBefore < 0 && verbAfter < 0) return true;
  return wordCount <= 1 && classAt(items, at - 1) === "determiner" && classAt(items, at + 1) === "plain";
}

export function isName(around: Around, read: ReadText, view: QuoteView): boolean {
  const { speech } = read;
  const stretch = read.stretches[view.quote];
  if (stretch === undefined) return false;
  const text = read.text.slice(stretch.start, stretch.end);
  if (isNamed(around, view, text)) return true;
  if (view.touchBefore >= 0 || view.touchAfter >= 0) return false;
  if (isScare(around, view)) return true;
  if (speech.hasCapitalNouns || speech.isCaseless) return false;
  return isTitleCased(text);
}
