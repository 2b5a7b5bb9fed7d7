/** Tells a page that shows a wall (a check, a log-in, consent, an error) from one that shows its article. */

import { shareOf, toWeightyWords } from "./facts/page-identity.ts";
import type { Block } from "./page/blocks.ts";
import { isWallLine, isWallTitle } from "./site-lines/wall-phrases.ts";

/** Longer pages have an article, whatever else they say. */
const WALL_LENGTH_MAX = 2_500;
/** Text besides the wall's own lines with which a page headed like a wall is one all the same. */
const REST_LENGTH_MAX = 700;
/** Less text than this is nobody's article where a wall speaks. */
const TEXT_LENGTH_MIN = 140;
/** Shorter lines are buttons. */
const BUTTON_LENGTH_MAX = 12;
/** Lines looked at: a wall says at once what it is. */
const BLOCKS_MAX = 200;
/** Share of a page's own headline that stands in its text when that is its article. */
const TOLD_MIN = 0.34;
/** Share of a text that is a wall's lines when the text is one. */
const WALL_SHARE_MIN = 0.4;

const MARKED = /["“„«»][^"“”„«»]+["“”«»]/gu;

export const WALL_REASON =
  "The page shows something else than its article: a check, a log-in, a request for consent or an error.";

const lengthOf = (lines: readonly string[]): number => lines.reduce((sum, line) => sum + line.length, 0);

/** The page's headings and what was chosen of its text decide; `blocks` are all that it shows. */
export function isWall(headings: readonly string[], paragraphs: readonly string[], blocks: readonly Block[]): boolean {
  const length = lengthOf(paragraphs);
  if (length > WALL_LENGTH_MAX) return false;
  const isButton = (line: string): boolean => line.length < BUTTON_LENGTH_MAX || headings.includes(line);
  const rest = paragraphs.filter((line) => !isWallLine(line) && !isWallTitle(line) && !isButton(line));
  // A wall may name, in marks, the article it stands before: that tells nothing of it.
  const unnamed = (line: string): string =>
    line.replace(MARKED, (marked) => (headings.includes(marked.slice(1, -1)) ? " " : marked));
  const told = new Set(rest.flatMap((line) => [...toWeightyWords(unnamed(line))]));
  if (headings.some((title) => shareOf(toWeightyWords(title), told) >= TOLD_MIN)) return false;
  const speaks = blocks.slice(0, BLOCKS_MAX).some(({ text }) => isWallLine(text));
  const [first = ""] = headings;
  if (isWallTitle(first)) return lengthOf(rest) <= REST_LENGTH_MAX && (speaks || length < TEXT_LENGTH_MIN * 2);
  if (!speaks) return false;
  return lengthOf(rest) < TEXT_LENGTH_MIN || length - lengthOf(rest) >= WALL_SHARE_MIN * length;
}

/** Words of a headline and a summary without which nothing can be said of a text. */
const ENTRY_WORDS_MIN = 3;
/** Share of them that an article has at least, in its own wording. */
const MET_MIN = 0.15;
/** Beyond this length a text is an article in other words, or in another language. */
const MEETING_LENGTH_MAX = 4_000;
/** Letters in which forms of one word agree. */
const STEM_LENGTH = 5;

const toStems = (text: string): ReadonlySet<string> =>
  new Set([...toWeightyWords(text)].map((word) => word.slice(0, STEM_LENGTH)));

/** Share of an entry's headline that stands in its page's own. */
const HEADED_MIN = 0.3;

/** Whether a page is headed as an entry is, in whatever words: "Service health" is not "Ferries stand still". */
export const isHeadedAs = (pageTitle: string, title: string): boolean =>
  shareOf(toStems(title), toStems(pageTitle)) >= HEADED_MIN;

/** Whether a page's text can be the article of an entry: some words of its headline or summary stand in it. */
export function meetsEntry(text: string, title: string, summary: string): boolean {
  if (text.length > MEETING_LENGTH_MAX) return true;
  const found = toStems(text);
  const [titleWords, summaryWords] = [toStems(title), toStems(summary.slice(0, 2_000))];
  const wanted = new Set([...titleWords, ...summaryWords]);
  if (wanted.size < ENTRY_WORDS_MIN) return true;
  return Math.max(shareOf(titleWords, found), shareOf(wanted, found)) >= MET_MIN;
}
