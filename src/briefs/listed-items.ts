/** Pages that are a list, "7 piers worth a walk": their items stand in headings alone, and are told all or none. */

import type { Sentence, SummarizerInput } from "../domain/article.ts";
import { findLanguage, listSiteLines } from "../languages/index.ts";
import { quicken } from "../languages/shared/patterns/quicken.ts";
import type { PointPhrases } from "../languages/shared/points.ts";
import { toPartFinder } from "../languages/shared/word-pattern.ts";
import { countWords } from "../languages/shared/words.ts";

const ITEMS_MIN = 3;
const ITEMS_MAX = 30;
const PARTS_MAX = 4;
const ITEM_WORDS_MAX = 12;
const LEAD_WORDS_MIN = 25;
const WORDS_BEFORE_BEST_MAX = 2;
/** The number of an item: "1. ". */
const NUMBER = quicken(/^#?\d{1,2}(?:[.):]|(?= \p{L})) ?/u);
/** "1. Varen Pier", "Step 1: Varen Pier", "#1 Varen Pier". */
const NUMBERED = quicken(/^(?:(\p{L}+) )?#?(\d{1,2})(?:[.):]|(?= \p{L})) ?(\p{L}|\p{N}|["“‘¿¡(])/u);
/** A number of the headline that may say how many there are; years have four digits. */
const COUNT = /(?<![\p{L}\p{N}.,$€£%:-])(\d{1,2})(?![\p{N}.,:%]\p{N}|%|-\p{N})/gu;
const ENDS_SENTENCE = /[.!?:;,…。！？]["”»)]*$/u;
const NOISE = toPartFinder(listSiteLines(({ noise, newsyNoise }) => [...noise, ...newsyNoise]));

interface Line {
  readonly text: string;
  readonly start: number;
}

/** The items of a page in their order, and where what introduces them ends. */
export interface ListedItems {
  readonly items: readonly Line[];
  readonly leadEnd: number;
}

/** Lines that stand alone and end like no sentence. */
function listHeadings(text: string): readonly (Line & { readonly isOverText: boolean })[] {
  const lines: Line[] = [...text.matchAll(/[^\n]+/gu)].map((match) => ({ text: match[0].trim(), start: match.index }));
  const isHeading = ({ text: line }: Line): boolean =>
    line !== "" &&
    /^[\p{Lu}\p{Lo}\p{N}#"“‘¿¡]|^\p{Ll}+\p{Lu}/u.test(line) &&
    !ENDS_SENTENCE.test(line) &&
    !line.includes(" | ") &&
    countWords(line) <= ITEM_WORDS_MAX &&
    !NOISE.test(line);
  return lines.flatMap((line, index) => {
    const next = lines[index + 1];
    return isHeading(line) ? [{ ...line, isOverText: next !== undefined && ENDS_SENTENCE.test(next.text) }] : [];
  });
}

/** The first run of headings that count from one on, or down to one. */
function findNumbered(headings: readonly Line[]): readonly Line[] {
  const numbered = headings.flatMap((heading) => {
    const match = NUMBERED.exec(heading.text);
    return match === null ? [] : [{ heading, label: match[1] ?? "", number: Number(match[2]) }];
  });
  const read = (from: number, step: 1 | -1): readonly Line[] => {
    const first = numbered[from];
    if (first === undefined) return [];
    const run = [first];
    for (const each of numbered.slice(from + 1)) {
      const last = run.at(-1)?.number ?? 0;
      if (each.label !== first.label || each.number !== last + step) {
        if (each.number === last) continue;
        break;
      }
      run.push(each);
    }
    const isWhole = (step === 1 ? first.number : run.at(-1)?.number) === 1;
    return isWhole ? run.map(({ heading }) => heading) : [];
  };
  const up = read(
    numbered.findIndex(({ number }) => number === 1),
    1,
  );
  return up.length >= ITEMS_MIN ? up : read(0, -1);
}

/** All runs that count from one on, where a page counts each of its parts anew. */
function findNumberedParts(headings: readonly Line[]): readonly Line[] {
  const parts: (readonly Line[])[] = [];
  for (let rest = headings; parts.length < PARTS_MAX; ) {
    const run = findNumbered(rest);
    const last = run.at(-1);
    if (last === undefined) break;
    parts.push(run);
    rest = rest.filter(({ start }) => start > last.start);
  }
  // Which number of which part it was, nobody sees in one line.
  return parts.length > 1 ? parts.flat().map((line) => ({ ...line, text: line.text.replace(NUMBER, "") })) : [];
}

/** How many things the headline says there are; null where it says none, or where that may count something else. */
function findCounts(title: string): readonly number[] {
  return [...title.matchAll(COUNT)].map((match) => Number(match[1]));
}

/** Headings without numbers, when there are just as many over a text of their own as a headline of a list says. */
function findUnnumbered(headings: ReturnType<typeof listHeadings>, title: string, listed: RegExp): readonly Line[] {
  const count = listed.exec(title)?.groups?.["count"];
  if (count === undefined) return [];
  const first = headings.findIndex(({ isOverText }) => isOverText);
  const items = headings.slice(first, headings.findLastIndex(({ isOverText }) => isOverText) + 1);
  // Other headings between them would be other parts of the page.
  const isList =
    items.every(({ isOverText }) => isOverText) && new Set(items.map(({ text }) => text)).size === items.length;
  return isList && items.length === Number(count) ? items : [];
}

/** Above the items a page may have parts of their own ("Quick facts", "How we chose"): only what is above these introduces. */
function findLeadEnd(text: string, headings: readonly Line[], end: number): number {
  const first = headings.find(({ start }) => start < end && countWords(text.slice(0, start)) >= LEAD_WORDS_MIN);
  return first?.start ?? end;
}

/** A line with the next number ends like a sentence, or is too long for a heading: not all items were found. */
const goesOn = (text: string, count: number): boolean =>
  new RegExp(`(?:^|\\n)(?:\\p{L}+ )?#?${count + 1}[.):] ?\\S`, "u").test(text);

/** "The best boats of 2030", "How to build a boat": what the page numbers is what its headline promises. */
function isSought(title: string, { best, guide }: PointPhrases): boolean {
  const word = best.exec(title);
  return guide.test(title) || (word !== null && countWords(title.slice(0, word.index)) <= WORDS_BEFORE_BEST_MAX);
}

/** The items of a page that is a list for certain; null for all else. */
export function findListed({
  title,
  text,
  language,
}: Pick<SummarizerInput, "title" | "text" | "language">): ListedItems | null {
  const { points } = findLanguage(language).asides;
  const headings = listHeadings(text);
  if (headings.length < ITEMS_MIN) return null;
  const numbered = findNumbered(headings);
  const counts = findCounts(title).filter((count) => count >= ITEMS_MIN);
  // "39 best boats" of which the page numbers 28: the rest stands somewhere else.
  const isCounted =
    counts.includes(numbered.length) ||
    (counts.length === 0 && isSought(title, points) && !goesOn(text, numbered.length));
  // "11 ways to mend a net", three for the house and eight at sea.
  const parts = isCounted ? [] : findNumberedParts(headings);
  const items = isCounted ? numbered : counts.includes(parts.length) ? parts : [];
  const found = items.length >= ITEMS_MIN ? items : findUnnumbered(headings, title, points.listed);
  const [first] = found;
  if (first === undefined || found.length < ITEMS_MIN || found.length > ITEMS_MAX) return null;
  return { items: found, leadEnd: findLeadEnd(text, headings, first.start) };
}

/** All items in one line, as they are printed; null where they are more words than there is room for. */
export function tellListed({ items }: ListedItems, wordsMax: number): Sentence | null {
  const [first] = items;
  const text = `${items.map((item) => item.text).join("; ")}.`;
  if (first === undefined || countWords(text) > wordsMax) return null;
  return { text, start: first.start, end: first.start + first.text.length, edited: true };
}
