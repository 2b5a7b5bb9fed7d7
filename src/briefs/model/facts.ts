/** The hard facts of a text, normalized for comparing: numbers, calendar words, names, quotations, negations. */

import { foldWord } from "../../languages/shared/words.ts";

const UNITS: Readonly<Record<string, number>> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  dozen: 12,
  half: 0.5,
  twice: 2,
  double: 2,
  couple: 2,
};
const SCALES: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1e3,
  k: 1e3,
  million: 1e6,
  m: 1e6,
  mn: 1e6,
  billion: 1e9,
  bn: 1e9,
  trillion: 1e12,
  lakh: 1e5,
  crore: 1e7,
};
const CALENDAR = new Set(
  "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december".split(
    " ",
  ),
);
const NEGATIONS = new Set(
  "not no never none nobody nothing neither nor without cannot can't don't doesn't didn't won't wouldn't isn't aren't wasn't weren't hasn't haven't hadn't couldn't shouldn't".split(
    " ",
  ),
);
/** Capital words that name nobody. */
const NOT_NAMES = new Set(
  "the a an in on at for but and or mr mrs ms dr he she it they we i his her their its this that these those after before when while as if with by from to of is was were are has have had what who where why how there here not no some many most more all one two three new last next both another other police officials according".split(
    " ",
  ),
);
const NAME_WORD = /\p{Lu}[\p{L}\p{N}’'.-]*\p{L}|\p{Lu}{2,}/gu;

/** Whether a word is a number or part of one. */
export const isNumberWord = (word: string): boolean =>
  /\d/.test(word) || Object.hasOwn(UNITS, word) || Object.hasOwn(SCALES, word);

/** Values of the numbers in a text; "4.2 million", "4,200,000" and "three" each give one. */
export function findNumbers(text: string): readonly number[] {
  const numbers: number[] = [];
  const words = text.toLowerCase().match(/\d+(?:[.,]\d+)*|\p{L}+/gu) ?? [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? "";
    let value: number | null = null;
    if (/^\d/.test(word)) {
      const bare = /^\d{1,3}(?:[.,]\d{2,3})*[.,]\d{3}$/.test(word) ? word.replace(/[.,]/g, "") : word.replace(",", ".");
      value = Number.parseFloat(bare);
    } else if (Object.hasOwn(UNITS, word)) value = UNITS[word] ?? null;
    if (value === null || Number.isNaN(value)) continue;
    const next = words[index + 1] ?? "";
    if (Object.hasOwn(SCALES, next)) value *= SCALES[next] ?? 1;
    numbers.push(Math.round(value * 1000) / 1000);
  }
  return numbers;
}

export function findCalendarWords(text: string): readonly string[] {
  const words = text.match(/\p{L}+/gu) ?? [];
  return words
    .map((word) => word.toLowerCase())
    .filter((word, index) => CALENDAR.has(word) && /^\p{Lu}/u.test(words[index] ?? ""));
}

/** Runs of capital words as folded words; the first word of a sentence counts only when it goes on as a name. */
export function findNameRuns(text: string): readonly (readonly string[])[] {
  const runs: string[][] = [];
  let end = -2;
  for (const match of text.matchAll(NAME_WORD)) {
    const word = match[0].replace(/['’]s$/u, "");
    const low = foldWord(word);
    const before = text.slice(Math.max(0, match.index - 3), match.index);
    const isOpening = match.index === 0 || /[.!?…:]["”’]?\s+$|^["“‘]?$|["“‘]$/u.test(before);
    const isTied = match.index === end + 1 && text[end] === " ";
    end = match.index + match[0].length;
    if (NOT_NAMES.has(low) || CALENDAR.has(low) || low.length < 2) {
      end = -2;
      continue;
    }
    const run = runs.at(-1);
    if (isTied && run !== undefined) run.push(low);
    else runs.push(isOpening ? ["", low] : [low]);
  }
  return runs.flatMap((run) => (run[0] !== "" ? [run] : run.length > 2 ? [run.slice(1)] : []));
}

const QUOTATION = /“([^“”]+)”|"([^"]+)"|«([^«»]+)»|„([^„“”]+)[“”]/gu;

export function findQuotations(text: string): readonly string[] {
  return [...text.matchAll(QUOTATION)].map((match) => (match[1] ?? match[2] ?? match[3] ?? match[4] ?? "").trim());
}

/** One kind of mark and blank, for comparing quotations; words stay as they are. */
export const normalizeMarks = (text: string): string =>
  text
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/[–—]/g, "-")
    .replace(/\s+/g, " ");

export function countNegations(text: string): number {
  const words =
    text
      .toLowerCase()
      .replaceAll("’", "'")
      .match(/[\p{L}']+/gu) ?? [];
  return words.filter((word) => NEGATIONS.has(word)).length;
}
