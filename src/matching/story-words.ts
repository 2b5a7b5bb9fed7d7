/** The words by which later news of a story are known: what its headline names and its text keeps coming back to. */

import { findLanguage } from "../languages/index.ts";
import { listTokens } from "./tokens.ts";

const LETTERS_MIN = 3;
/** Of a headline; more is no headline. */
const UNITS_MAX = 12;
/** Counted so far: a word that is everywhere in a long text is no better for it. */
const COUNT_MAX = 5;

/** A name of one or several words, or a word. */
export interface StoryUnit {
  readonly text: string;
  readonly isName: boolean;
  /** How often the text has it. */
  readonly count: number;
}

export interface StoryText {
  readonly headline: string;
  readonly text: string;
  readonly language: string;
}

interface Seen {
  count: number;
  /** Found in small letters: then it is no name. */
  hasSmall: boolean;
}

/** What begins a sentence has a capital whatever it is; so many letters before it tell. */
const BEFORE_LENGTH = 20;
const BEGINS = /(?:^|[.!?…:\n]["“„«»”’)\s]*|["“„«»(])$/u;
const SMALL = /^\p{Ll}/u;

function countWords(text: string): ReadonlyMap<string, Seen> {
  const seen = new Map<string, Seen>();
  for (const { word, start } of listTokens(text)) {
    const known = seen.get(word) ?? { count: 0, hasSmall: false };
    known.count += 1;
    if (SMALL.test(text.slice(start))) known.hasSmall = true;
    seen.set(word, known);
  }
  return seen;
}

/** What stands before the first of these; nothing where it is not written so. */
function toBefore(text: string, printed: string): string {
  const at = text.indexOf(printed);
  return at < 0 ? "" : text.slice(Math.max(0, at - BEFORE_LENGTH), at);
}

/** In the order of the headline. Names that stand side by side are one. */
export function listStoryUnits({ headline, text, language }: StoryText): readonly StoryUnit[] {
  const { stopWords } = findLanguage(language).text;
  const seen = countWords(text);
  const units: (StoryUnit & { readonly end: number })[] = [];
  for (const { word, start, end } of listTokens(headline)) {
    const found = seen.get(word);
    const printed = headline.slice(start, end);
    // Small words are listed as they are written, marks and all.
    const isSmall = stopWords.has(printed.toLowerCase()) || stopWords.has(word);
    if (found === undefined || isSmall || [...word].length < LETTERS_MIN) continue;
    const isName = !found.hasSmall && !SMALL.test(printed) && !BEGINS.test(toBefore(text, printed));
    const before = units.at(-1);
    const count = Math.min(found.count, COUNT_MAX);
    if (isName && before?.isName === true && headline.slice(before.end, start) === " ") {
      units[units.length - 1] = {
        text: `${before.text} ${printed}`,
        isName,
        count: Math.min(before.count, count),
        end,
      };
    } else units.push({ text: printed, isName, count, end });
  }
  return units.slice(0, UNITS_MAX).map(({ end: _, ...unit }) => unit);
}

/** A wish of these: a name as it stands, one word in any form; all of them must be found. */
export function toStoryWish(units: readonly StoryUnit[]): string {
  const bare = units.find(({ isName }) => !isName);
  const quote = (text: string): string => `"${text.replace(/["“”„‟«»＂]/g, "")}"`;
  return [
    ...units.filter((unit) => unit !== bare).map(({ text }) => quote(text)),
    ...(bare === undefined ? [] : [bare.text]),
  ].join(" ");
}
