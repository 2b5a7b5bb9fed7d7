/** Tells which mentions name the same one, how often each is named and how often it is the one who reports. */

import { classAt } from "../../languages/reading.ts";
import type { ReadText } from "../reading/read-text.ts";

export interface Entities {
  /** Entity of a mention; pronouns and quantifiers have none (-1). */
  readonly of: Int32Array;
  isSame(first: number, second: number): boolean;
  mentionCount(mention: number): number;
  reportedCount(mention: number): number;
  isFirstInSentence(mention: number): boolean;
}

/** Groups mentions by the last word of the name, or the head of the phrase: "Mr. Hale" and "Ivar Hale". */
export function findEntities(read: ReadText): Entities {
  const { mentions, items } = read;
  const of = new Int32Array(mentions.length).fill(-1);
  const ids = new Map<string, number>();
  const counts: number[] = [];
  const reported: number[] = [];
  const first = new Uint8Array(mentions.length);
  let sentence = -1;
  mentions.forEach((mention, index) => {
    const head = items[mention.last];
    if (head === undefined) return;
    if (head.sentence !== sentence) {
      sentence = head.sentence;
      first[index] = 1;
    }
    if (mention.kind === "pronoun" || mention.kind === "quantifier" || mention.kind === "relative") return;
    const isName = mention.kind === "name";
    const key = isName ? head.word : `the ${head.word}`;
    const id = ids.get(key) ?? counts.length;
    if (id === counts.length) {
      ids.set(key, id);
      counts.push(0);
      reported.push(0);
    }
    of[index] = id;
    counts[id] = (counts[id] ?? 0) + 1;
    const links = read.linksOf.get(index) ?? [];
    if (links.some((link) => link.kind !== "joined" && classAt(read.items, link.verb) === "reporting"))
      reported[id] = (reported[id] ?? 0) + 1;
  });
  const countOf = (table: readonly number[], mention: number): number => table[of[mention] ?? -1] ?? 0;
  return {
    of,
    isSame: (one, two) => one === two || ((of[one] ?? -1) >= 0 && of[one] === of[two]),
    mentionCount: (mention) => countOf(counts, mention),
    reportedCount: (mention) => countOf(reported, mention),
    isFirstInSentence: (mention) => first[mention] === 1,
  };
}
