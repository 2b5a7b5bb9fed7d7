/** Small words inside names: "van" of "Ada van Moor", "of" of "Department of Harbors", "’t" of "Ada in ’t Veld". */

import type { Speech } from "../../languages/language.ts";
import { classAt, type Item, type Mention } from "../../languages/reading.ts";

/** "Ada in [’t] Veld": an article of which names keep the last letter, behind an apostrophe that is no item. */
const isElided = (items: readonly Item[], at: number): boolean =>
  items[at]?.word === "t" &&
  items[at].start === (items[at - 1]?.end ?? 0) + 2 &&
  !items[at].isUpper &&
  classAt(items, at + 1) === "capital" &&
  items[at].end + 1 === items[at + 1]?.start;

/** Whether the word at `index` joins a name: "Ada van Moor", "Department of Harbors". */
export function isParticle(
  items: readonly Item[],
  index: number,
  { first, last }: Pick<Mention, "first" | "last">,
  speech: Speech,
): boolean {
  const word = items[index]?.word ?? "";
  const isBeforeElided = classAt(items, index) === "preposition" || speech.nameParticles.has(word);
  if (isElided(items, index) || (isBeforeElided && isElided(items, index + 1))) return true;
  if (!speech.nameParticles.has(word)) return false;
  const next = items[index + 1]?.word ?? "";
  const isFollowed =
    classAt(items, index + 1) === "capital" ||
    (speech.nameParticles.has(next) && classAt(items, index + 2) === "capital");
  // "Council of Boat Builders [of] Varen": what one such word has joined another may go on with.
  const isOffice = speech.officeJoiners.has(word);
  if (isFollowed && isOffice && items.slice(first, last).some((item) => item.word === word)) return true;
  return isFollowed && speech.joinsName(word, items[last]?.word ?? "", next, speech);
}
