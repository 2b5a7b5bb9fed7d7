/** Whom a relative pronoun stands for: "Sen. Ada Moor of Varen, [who] said". */

import { classAt } from "../../languages/reading.ts";
import type { ReadText } from "../reading/read-text.ts";
import { isFirstName, OFFICES } from "./evidence.ts";
import type { Names } from "./names.ts";

const BEFORE_RELATIVE: ReadonlySet<string> = new Set(["comma", "dash"]);
const NOUNS: ReadonlySet<string> = new Set(["plain", "role", "document", "capital", "title"]);
const DESCRIBING_KINDS: ReadonlySet<string> = new Set(["role", "title", "noun"]);
/** "Ada Moor of Varen, the first pilot of the Coast Service, who": steps from the end of a phrase to its head. */
const STEPS_MAX = 5;

/** The mention that ends right before a relative, over a comma or a dash; -1 when none does. */
function endingBefore(read: ReadText, relative: number): number {
  const last = (read.mentions[relative]?.first ?? 0) - 1;
  return read.index.byLast.get(BEFORE_RELATIVE.has(classAt(read.items, last)) ? last - 1 : last) ?? -1;
}

/** "[Ada Moor] of", "[the pilot] of": what a mention belongs to by a preposition; -1 when it stands for itself. */
function heldBy(read: ReadText, index: number): number {
  const first = read.mentions[index]?.first ?? 0;
  return classAt(read.items, first - 1) === "preposition" ? (read.index.byLast.get(first - 2) ?? -1) : -1;
}

/** "[Ada Moor] of Varen, the pilot": the phrase that an apposition explains; -1 for none. */
function explainedAt(read: ReadText, index: number): number {
  const mention = read.mentions[index];
  if (mention === undefined) return -1;
  // "the first [pilot]"
  const first = [0, 1, 2].map((back) => mention.first - back).find((at) => classAt(read.items, at) === "determiner");
  if (first === undefined || read.items[first - 1]?.word !== ",") return -1;
  return read.index.byLast.get(first - 2) ?? -1;
}

/** A person; behind a preposition that something else holds for certain: "Ada Moor", "Sen. Moor", and no place or house. */
function isPerson(read: ReadText, names: Names, index: number, isHeld: boolean): boolean {
  const mention = read.mentions[index];
  if (mention?.kind !== "name") return false;
  const person = names.find(index);
  if (person?.kind !== "person" || !person.isSure) return false;
  return (
    !isHeld ||
    person.gender !== "unsure" ||
    isFirstName(read, person.first) ||
    [mention.first - 1, mention.first].some((at) => OFFICES.has(classAt(read.items, at)))
  );
}

/**
 * The mention whose words those of a relative are: a person, a house behind "which", or a phrase that describes. -1
 * where two could be meant ("the brother of Ada Moor, who said"), or nobody ("whose", "where").
 */
export function findAntecedent(read: ReadText, names: Names, relative: number): number {
  const { subjectRelatives, thingRelatives } = read.speech;
  const word = read.items[read.mentions[relative]?.last ?? -1]?.word ?? "";
  if (subjectRelatives.size > 0 && !subjectRelatives.has(word)) return -1;
  let index = endingBefore(read, relative);
  if (thingRelatives.has(word)) {
    const isThing = names.find(index)?.kind === "organization" || read.mentions[index]?.kind === "document";
    // "the county of Varen, which"
    const isOfOther = NOUNS.has(classAt(read.items, (read.mentions[index]?.first ?? 0) - 2));
    const isHeld = classAt(read.items, (read.mentions[index]?.first ?? 0) - 1) === "preposition" && isOfOther;
    return isThing && !isHeld ? index : -1;
  }
  for (let step = 0; step < STEPS_MAX && index >= 0; step++) {
    const holder = heldBy(read, index);
    const isOfPerson = holder >= 0 && isPerson(read, names, holder, false);
    if (!isOfPerson && isPerson(read, names, index, holder >= 0)) {
      // "the brother of Ada Moor, who said"
      return DESCRIBING_KINDS.has(read.mentions[holder]?.kind ?? "") ? -1 : index;
    }
    const next = holder >= 0 ? holder : explainedAt(read, index);
    if (next < 0) return DESCRIBING_KINDS.has(read.mentions[index]?.kind ?? "") ? index : -1;
    index = next;
  }
  return -1;
}
