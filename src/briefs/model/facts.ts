/** The hard facts of a text, normalized for comparing: numbers, calendar words, names, quotations. */

import type { ClaimWords } from "../../languages/shared/claims.ts";
import { foldWord } from "../../languages/shared/words.ts";

const NAME_WORD = /\p{Lu}[\p{L}\p{N}’'.-]*\p{L}|\p{Lu}{2,}/gu;

/** Values of the numbers in a text; "4.2 million", "4,200,000" and "three" each give one. */
export function findNumbers(text: string, facts: ClaimWords | null): readonly number[] {
  const numbers: number[] = [];
  const words = text.toLowerCase().match(/\d+(?:[.,]\d+)*|\p{L}+/gu) ?? [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? "";
    let value: number | null = null;
    if (/^\d/.test(word)) {
      const bare = /^\d{1,3}(?:[.,]\d{2,3})*[.,]\d{3}$/.test(word) ? word.replace(/[.,]/g, "") : word.replace(",", ".");
      value = Number.parseFloat(bare);
    } else value = facts?.numbers.get(word) ?? null;
    if (value === null || Number.isNaN(value)) continue;
    const next = words[index + 1] ?? "";
    value *= facts?.scales.get(next) ?? 1;
    numbers.push(Math.round(value * 1000) / 1000);
  }
  return numbers;
}

export function findCalendarWords(text: string, facts: ClaimWords | null): readonly string[] {
  const words = text.match(/\p{L}+/gu) ?? [];
  return words
    .map((word) => word.toLowerCase())
    .filter((word, index) => facts?.calendar.has(word) === true && /^\p{Lu}/u.test(words[index] ?? ""));
}

/** Every capital word of a text, folded, as names are: "Qaeda" of "al-Qaeda", "Rs" of "Rs500". */
export const findCapitalWords = (text: string): readonly string[] =>
  [...text.matchAll(NAME_WORD)].map((match) => foldWord(match[0].replace(/['’]s$/u, "")));

/** Runs of capital words as folded words; the first word of a sentence counts only when it goes on as a name. */
export function findNameRuns(text: string, facts: ClaimWords | null): readonly (readonly string[])[] {
  const runs: string[][] = [];
  let end = -2;
  for (const match of text.matchAll(NAME_WORD)) {
    const word = match[0].replace(/['’]s$/u, "");
    const low = foldWord(word);
    const before = text.slice(Math.max(0, match.index - 3), match.index);
    const isOpening = match.index === 0 || /[.!?…:]["”’]?\s+$|^["“‘]?$|["“‘]$/u.test(before);
    const isTied = match.index === end + 1 && text[end] === " ";
    end = match.index + match[0].length;
    if (facts?.notNames.has(low) === true || facts?.calendar.has(low) === true || low.length < 2) {
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
