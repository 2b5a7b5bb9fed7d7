/** Whoever a film, play or game invents: "Ada Moor stars as minister Bo Hale", "Hale, played by Ada Moor", says nothing. */

import { classAt, classSet, type Mention } from "../../languages/reading.ts";
import type { ReadText } from "../reading/read-text.ts";
import { endsWithAny, holdsAny, wordsOf } from "./clause.ts";

/** Items before a name that say what somebody is: "stars as [minister of power] Bo Hale". */
const OFFICE = classSet("role", "title", "plain", "preposition", "determiner", "capital", "comma");
const OFFICE_ITEMS_MAX = 5;
const BEFORE_ITEMS_MAX = 4;
const BEHIND_ITEMS_MAX = 5;

/** "stars as minister of power [Bo Hale]", "Villain [Bo Hale]", "its heroine, weaver [Annie Moor]" */
function isIntroducedAsOne({ items, speech }: ReadText, { first, last }: Mention): boolean {
  const { stars, invented } = speech.unsaid;
  if (last > first && invented.has(items[first]?.word ?? "")) return true;
  // "like the villain, Ada Moor": a comma parts two people.
  let isApposed = true;
  for (let start = first; first - start <= OFFICE_ITEMS_MAX; start--) {
    const line = wordsOf(items, Math.max(0, start - BEFORE_ITEMS_MAX), start);
    if (endsWithAny(line, stars) || (isApposed && endsWithAny(line, invented))) return true;
    const before = classAt(items, start - 1);
    if (!OFFICE.has(before)) return false;
    isApposed &&= before !== "preposition" && before !== "comma";
  }
  return false;
}

/** "[Hale] is played by Ada Moor", "[Hale], voiced by Ada Moor," */
const isPlayedBy = ({ items, speech }: ReadText, { last }: Mention): boolean =>
  holdsAny(wordsOf(items, last + 1, last + BEHIND_ITEMS_MAX), speech.unsaid.playedBy) &&
  ["auxiliary", "comma"].includes(classAt(items, last + 1));

/** Tells whether a mention is of somebody whom the text calls a part in a play, by the last word of the name. */
export function createCharacters(read: ReadText): (mention: number) => boolean {
  const { stars, invented, playedBy } = read.speech.unsaid;
  const names = new Set<string>();
  const lastWord = ({ last }: Mention): string => read.items[last]?.word ?? "";
  if (stars.size + invented.size + playedBy.size > 0)
    for (const mention of read.mentions)
      if (mention.kind === "name" && (isPlayedBy(read, mention) || isIntroducedAsOne(read, mention)))
        names.add(lastWord(mention));
  return (index) => {
    const mention = read.mentions[index];
    return mention?.kind === "name" && names.has(lastWord(mention));
  };
}
