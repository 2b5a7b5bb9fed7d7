/** What a page is about and who made it: blocks that share none of it, or talk of the makers, are seldom the article. */

import { toComparable } from "../clean.ts";
import { isProse } from "../page/places.ts";
import type { Facts } from "./line-features.ts";

/** Shorter words are mostly grammar. */
const WORD_LENGTH_MIN = 5;
const NAME_LENGTH_MIN = 5;
const NAMES_MAX = 10;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** Long words of a text, each once; pairs of characters where words are not parted. */
function telling(comparable: string): ReadonlySet<string> {
  const words = new Set<string>();
  for (const word of comparable.split(" ")) {
    if (word.length >= WORD_LENGTH_MIN && !UNSPACED.test(word)) words.add(word);
    else if (word.length > 1 && UNSPACED.test(word))
      for (let at = 0; at + 2 <= word.length; at++) words.add(word.slice(at, at + 2));
  }
  return words;
}

export interface Topic {
  /** Share of a block's telling words that other paragraphs have too; null when it has none. */
  shareOf(facts: Facts): number | null;
  /** 2 when the block opens with an author's name, 1 when it holds one. */
  namesAuthor(facts: Facts): number;
  /** True when the block holds the outlet's name. */
  namesOutlet(facts: Facts): boolean;
}

export function findTopic(all: readonly Facts[], byline: string | null, outlet: string | null): Topic {
  const counts = new Map<string, number>();
  const own = new Map<Facts, ReadonlySet<string>>();
  for (const facts of all) {
    if (!facts.isCandidate) continue;
    const words = telling(facts.comparable);
    own.set(facts, words);
    if (isProse(facts.block) && facts.isReadable)
      for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const authors = (byline ?? "")
    .split(/,|;|\band\b|&/)
    .slice(0, NAMES_MAX)
    .map(toComparable)
    .filter((name) => name.length >= NAME_LENGTH_MIN && name.includes(" "));
  const maker = toComparable((outlet ?? "").replace(/^www\.|\.(?:com|org|net|co\.uk)$/g, "")).replace(/^the /, "");
  return {
    shareOf(facts) {
      const words = own.get(facts);
      if (words === undefined || words.size === 0) return null;
      const isCounted = isProse(facts.block) && facts.isReadable;
      let shared = 0;
      for (const word of words) if ((counts.get(word) ?? 0) > (isCounted ? 1 : 0)) shared++;
      return shared / words.size;
    },
    namesAuthor({ comparable }) {
      let found = 0;
      for (const name of authors) {
        if (comparable.startsWith(name)) return 2;
        if (comparable.includes(name)) found = 1;
      }
      return found;
    },
    namesOutlet: ({ comparable }) =>
      maker.length >= NAME_LENGTH_MIN && comparable.includes(maker) && comparable !== maker,
  };
}
