/** Spells the way from a speaker to a quotation in few letters: phrases become X, what adds nothing is left out. */

import { classAt, classSet, type ItemClass } from "../../languages/reading.ts";
import type { ReadText } from "../reading/read-text.ts";

/** The letter of each class, as the weights spell paths and neighbors; their order is the order of CLASSES. */
export const CLASS_LETTERS: Readonly<Record<ItemClass, string>> = {
  reporting: "V",
  framing: "W",
  source: "D",
  complementizer: "t",
  relative: "w",
  pronoun: "P",
  otherPronoun: "o",
  quantifier: "u",
  determiner: "d",
  preposition: "p",
  conjunction: "c",
  auxiliary: "A",
  common: "k",
  time: "T",
  title: "H",
  role: "R",
  document: "N",
  sourceAfter: "z",
  quotation: "Q",
  break: "/",
  capital: "C",
  plain: "l",
  ed: "e",
  ing: "g",
  ly: "y",
  number: "n",
  possessive: "'",
  comma: ",",
  stop: ".",
  colon: ":",
  dash: "-",
  open: "(",
  close: ")",
  sign: "x",
};

const ITEMS_MAX = 44;
const LETTERS_MAX = 10;
const LEFT_OUT = classSet("time", "ly", "number", "common", "title", "auxiliary", "quantifier", "sign");

/** The letters of the items from `from` to `to`, `to` not included. "~" where the way is too long. */
export function spellPath(read: ReadText, from: number, to: number): string {
  if (to - from > ITEMS_MAX) return "~";
  let path = "";
  let last = "";
  let index = from;
  while (index < to) {
    const mention = read.index.byFirst.get(index);
    const end = mention === undefined ? -1 : (read.mentions[mention]?.last ?? -1);
    let letter: string;
    if (mention !== undefined && end < to && read.mentions[mention]?.kind !== "relative") {
      letter = "X";
      index = end + 1;
      // A phrase after a preposition hangs on what stands before it.
      if (last === "p") {
        path = path.slice(0, -1);
        last = path.at(-1) ?? "";
        continue;
      }
    } else {
      const itemClass: ItemClass = classAt(read.items, index);
      if (itemClass === "open") {
        let close = index + 1;
        while (close < to && classAt(read.items, close) !== "close") close++;
        if (close < to) {
          index = close + 1;
          continue;
        }
      }
      index++;
      if (LEFT_OUT.has(itemClass)) continue;
      letter = CLASS_LETTERS[itemClass];
      const item = read.items[index - 1];
      if (item?.isParticiple === true) letter = "G";
    }
    if (letter === last && letter !== "Q") continue;
    path += letter;
    last = letter;
  }
  return path.length <= LETTERS_MAX ? path : `${path.slice(0, 5)}~${path.slice(-5)}`;
}

/** The letter of the item at a place. */
export function letterAt(read: ReadText, index: number): string {
  return CLASS_LETTERS[classAt(read.items, index)];
}
