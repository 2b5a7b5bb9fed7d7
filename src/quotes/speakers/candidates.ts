/** Lists the mentions that could be a quotation's speaker: near ones, ones that report, and the speaker before. */

import { classAt } from "../../languages/reading.ts";
import type { ReadText } from "../reading/read-text.ts";

const BEFORE_MAX = 7;
const AFTER_MAX = 7;
const LINKED_BEFORE_MAX = 6;
const ITEMS_BACK_MAX = 260;
const ITEMS_AHEAD_MAX = 60;
const PARAGRAPHS_BACK_MAX = 2;
const NEXT_PARAGRAPH_MAX = 2;

/** Mention indexes, nearest first on each side, then the likely ones wherever they stand. Bounded for any text. */
export function findCandidates(read: ReadText, quote: number, likely: readonly number[]): readonly number[] {
  const at = read.quoteItems[quote] ?? -1;
  const item = read.items[at];
  if (item === undefined) return [];
  const found: number[] = [];
  const add = (mention: number): void => {
    if (mention >= 0 && !found.includes(mention)) found.push(mention);
  };
  let near = 0;
  let linked = 0;
  for (let index = (read.mentionFrom[at] ?? 0) - 1; index >= 0; index--) {
    const mention = read.mentions[index];
    const head = read.items[mention?.last ?? -1];
    if (mention === undefined || head === undefined || at - mention.last > ITEMS_BACK_MAX) break;
    const isSameParagraph = head.paragraph === item.paragraph;
    if (!isSameParagraph && item.paragraph - head.paragraph > PARAGRAPHS_BACK_MAX) break;
    const isLinked = read.linksOf.has(index);
    if (isSameParagraph && near < BEFORE_MAX) near++;
    else if (isLinked && linked < LINKED_BEFORE_MAX) linked++;
    else if (linked >= LINKED_BEFORE_MAX) break;
    else continue;
    add(index);
  }
  let after = 0;
  let following = 0;
  for (let index = read.mentionFrom[at] ?? 0; index < read.mentions.length; index++) {
    const mention = read.mentions[index];
    const head = read.items[mention?.last ?? -1];
    if (mention === undefined || head === undefined || mention.last - at > ITEMS_AHEAD_MAX) break;
    if (head.paragraph > item.paragraph + 1) break;
    if (head.paragraph > item.paragraph) {
      if (classAt(read.items, at + 1) !== "break" || following++ >= NEXT_PARAGRAPH_MAX) break;
    } else if (after++ >= AFTER_MAX) break;
    add(index);
  }
  for (const mention of likely) add(mention);
  return found;
}
