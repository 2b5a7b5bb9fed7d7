/** Finds the headline among the lines of a pasted page. */

import { toComparable } from "../clean.ts";
import { type Line, wordCountOf } from "./pasted-lines.ts";

const TITLE_LENGTH_MAX = 300;
const TITLE_WORDS_MIN = 3;
const TITLE_WORDS_MAX = 32;
/** What a headline with byline, date or text right below it is ahead of others. */
const CLOSE_GAIN = 4;
const AFTER_TITLE: ReadonlySet<string> = new Set(["byline", "date", "body", "credit"]);
/** What a headline in a list is behind one that stands alone. */
const LISTED_COST = 6;
/** That many short lines in a row are a menu or a list of headlines, no part of the article. */
export const MENU_LINES = 3;

/** Words of four letters and more, to see whether a line speaks of what the body speaks of. */
const contentWords = (text: string): readonly string[] =>
  toComparable(text)
    .split(" ")
    .flatMap((word) =>
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(word)
        ? (word.match(/../gu) ?? [])
        : word.length > 3
          ? [word.slice(0, 6)]
          : [],
    );

/** The line that is the headline: before the body, headline-long, about the same things as the body. */
export function findTitle(lines: readonly Line[], box: ReadonlySet<number>): number {
  const firstBody = lines.findIndex((line, index) => line.kind === "body" && !box.has(index));
  const end = firstBody < 0 ? lines.length : firstBody;
  const body = lines
    .slice(end)
    .filter((line) => line.kind === "body")
    .slice(0, 12);
  const known = new Set(body.flatMap((line) => contentWords(line.text)));
  let best = -1;
  let bestScore = 0;
  const consider = (index: number, line: Line): void => {
    const count = wordCountOf(line.text);
    if (count < TITLE_WORDS_MIN || count > TITLE_WORDS_MAX || line.text.length > TITLE_LENGTH_MAX || box.has(index))
      return;
    const words = contentWords(line.text);
    const shared = words.filter((word) => known.has(word)).length;
    const score =
      shared * 2 + (shared / Math.max(1, words.length)) * 3 + Math.min(count, 12) / 6 - placeCost(lines, index);
    if (score > bestScore + (best < 0 ? 0 : 0.5)) {
      best = index;
      bestScore = score;
    }
  };
  for (let index = 0; index < end; index++) {
    const line = lines[index];
    if (line !== undefined && (line.kind === "short" || line.kind === "name")) consider(index, line);
  }
  if (best >= 0) return preferNeighbor(lines, best, known);
  // A headline may end as a sentence does: then it is the short one that opens the text.
  const opening = lines[end];
  const next = lines[end + 1];
  if (
    opening !== undefined &&
    next?.kind === "body" &&
    wordCountOf(opening.text) <= 18 &&
    /[?!]["”»]?$/.test(opening.text)
  )
    return end;
  return -1;
}

/** A breadcrumb ends in the headline itself; a deck stands below a headline that is about the same. */
function preferNeighbor(lines: readonly Line[], best: number, known: ReadonlySet<string>): number {
  const text = lines[best]?.text ?? "";
  const next = lines
    .slice(best + 1, best + 4)
    .findIndex((line) => wordCountOf(line.text) >= TITLE_WORDS_MIN && text.endsWith(line.text));
  if (next >= 0) return best + 1 + next;
  const above = lines[best - 1];
  if (isListed(lines, best) || above?.kind !== "short" || wordCountOf(above.text) <= TITLE_WORDS_MIN) return best;
  return contentWords(above.text).filter((word) => known.has(word)).length >= 2 ? best - 1 : best;
}

/** What stands right above byline, date or text is the headline; one in a list is another article's. */
function placeCost(lines: readonly Line[], index: number): number {
  if (AFTER_TITLE.has(lines[index + 1]?.kind ?? "short")) return -CLOSE_GAIN;
  if (isListed(lines, index)) return LISTED_COST;
  return AFTER_TITLE.has(lines[index + 2]?.kind ?? "short") ? -CLOSE_GAIN / 2 : 0;
}

/** True for a line in a run of headlines, such as a rail's: the article's own stands alone. */
function isListed(lines: readonly Line[], index: number): boolean {
  const isHeadline = (line: Line | undefined): boolean =>
    line?.kind === "short" && wordCountOf(line.text) > TITLE_WORDS_MIN;
  // So many are a list, however many more there are: every line of a long one asks this.
  let from = index;
  while (index - from < MENU_LINES && isHeadline(lines[from - 1])) from--;
  let to = index;
  while (to - index < MENU_LINES && isHeadline(lines[to + 1])) to++;
  return to - from + 1 >= MENU_LINES || lines[from - 1]?.kind === "rail";
}
