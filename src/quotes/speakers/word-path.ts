/** Spells the way from a speaker to a quotation in few letters: phrases become X, what adds nothing is left out. */

import { classAt, type ItemClass } from "../../languages/reading.ts";
import type { Scene } from "../reading/read-text.ts";

const ITEMS_MAX = 44;
const LETTERS_MAX = 10;
const LEFT_OUT = "TynkHAux";

/** The letters of the items from `from` to `to`, `to` not included. "~" where the way is too long. */
export function spellPath(scene: Scene, from: number, to: number): string {
  if (to - from > ITEMS_MAX) return "~";
  let path = "";
  let last = "";
  let index = from;
  while (index < to) {
    const mention = scene.index.byFirst.get(index);
    const end = mention === undefined ? -1 : (scene.mentions[mention]?.last ?? -1);
    let letter: string;
    if (mention !== undefined && end < to && scene.mentions[mention]?.kind !== "relative") {
      letter = "X";
      index = end + 1;
      // A phrase after a preposition hangs on what stands before it.
      if (last === "p") {
        path = path.slice(0, -1);
        last = path.at(-1) ?? "";
        continue;
      }
    } else {
      const itemClass: ItemClass = classAt(scene.items, index);
      if (itemClass === "(") {
        let close = index + 1;
        while (close < to && classAt(scene.items, close) !== ")") close++;
        if (close < to) {
          index = close + 1;
          continue;
        }
      }
      index++;
      if (LEFT_OUT.includes(itemClass)) continue;
      letter = itemClass;
      const item = scene.items[index - 1];
      if (item?.isParticiple === true) letter = "G";
    }
    if (letter === last && letter !== "Q") continue;
    path += letter;
    last = letter;
  }
  return path.length <= LETTERS_MAX ? path : `${path.slice(0, 5)}~${path.slice(-5)}`;
}
