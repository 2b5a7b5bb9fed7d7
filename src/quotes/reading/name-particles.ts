/** Small words inside names: "van" of "Ada van Moor", "of" of "Department of Harbors", "’t" of "Ada in ’t Veld". */

import type { Speech } from "../../languages/language.ts";
import { classAt, classSet, type Item, type Mention } from "../../languages/reading.ts";

const BEFORE_PARTICLE = classSet(
  "break",
  "stop",
  "quotation",
  "comma",
  "conjunction",
  "reporting",
  "framing",
  "auxiliary",
);

/** "Ada in [’t] Veld": an article of which names keep the last letter, behind an apostrophe that is no item. */
const isElided = (items: readonly Item[], at: number): boolean =>
  items[at]?.word === "t" &&
  items[at].start === (items[at - 1]?.end ?? 0) + 2 &&
  !items[at].isUpper &&
  classAt(items, at + 1) === "capital" &&
  items[at].end + 1 === items[at + 1]?.start;

/** Words of a particle such as "von und zu". */
const PARTICLE_WORDS = 3;

/** "Ada [von und zu] Moor": a word of a particle that is several. */
function isInLongParticle(items: readonly Item[], index: number, { nameParticles }: Speech): boolean {
  for (let first = index; first > index - PARTICLE_WORDS; first--) {
    const end = first + PARTICLE_WORDS;
    if (classAt(items, end) !== "capital") continue;
    const words = items.slice(Math.max(0, first), end).map(({ word }) => word);
    if (nameParticles.has(words.join(" "))) return true;
  }
  return false;
}

/** Where a name begins whose first name is not given: "[de la] Cruz said"; no word of the language itself. */
export function particleStart(items: readonly Item[], first: number, { nameParticles, stacksNouns }: Speech): number {
  let start = first;
  while (stacksNouns && classAt(items, start - 1) === "plain" && nameParticles.has(items[start - 1]?.word ?? ""))
    start--;
  return BEFORE_PARTICLE.has(classAt(items, start - 1)) ? start : first;
}

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
  if (isInLongParticle(items, index, speech)) return true;
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
