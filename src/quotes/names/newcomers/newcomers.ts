/** Somebody without a name who comes up between whom a pronoun seems to mean and the pronoun: "His barber disagrees. “…,” he said". */

import type { Gender } from "../../../languages/language.ts";
import { classAt } from "../../../languages/reading.ts";
import type { ReadText } from "../../reading/read-text.ts";
import type { Person } from "../person.ts";
import { isNewHere, readActor } from "./unnamed-actor.ts";

/** Sentences with the pronoun for their subject that somebody is followed over. */
const SENTENCES_BACK_MAX = 4;

/** The first item of the sentence that an item stands in. */
function sentenceStart({ items }: ReadText, at: number): number {
  const sentence = items[at]?.sentence;
  let start = at;
  while (items[start - 1]?.sentence === sentence && start > 0) start--;
  return start;
}

/** The last word of the sentence before; -1 for none. */
function sentenceBefore({ items }: ReadText, start: number): number {
  let at = start - 1;
  while (at >= 0 && (items[at]?.class === "break" || items[at]?.class === "stop")) at--;
  return at;
}

/**
 * Whether the sentence right before the pronoun's, in its paragraph or the one before, has for its subject somebody unnamed
 * who is new there. "He has come for years" in between goes on with that one.
 */
export function isNewcomerBetween(
  read: ReadText,
  pronoun: number,
  seen: number,
  best: Person,
  gender: Gender,
): boolean {
  const { items, mentions, speech } = read;
  const own = mentions[pronoun];
  const lastSeen = mentions[seen]?.last ?? -1;
  if (own === undefined) return false;
  let paragraph = items[own.last]?.paragraph ?? 0;
  const behindWords = classAt(items, own.first - 1) === "quotation" ? own.first - 1 : own.first;
  let start = sentenceStart(read, behindWords);
  for (let count = 0; count < SENTENCES_BACK_MAX; count++) {
    const end = sentenceBefore(read, start);
    const item = items[end];
    if (item === undefined || end < lastSeen || paragraph - item.paragraph > 1) return false;
    start = sentenceStart(read, end);
    if (start <= lastSeen) return false;
    const opener = items[start];
    if (opener?.class !== "pronoun" || speech.pronouns.get(opener.word) !== gender) {
      const actor = readActor(read, start, end);
      return actor !== null && isNewHere(read, actor, best, gender);
    }
    paragraph = item.paragraph;
  }
  return false;
}
