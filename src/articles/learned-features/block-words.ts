/** Lists the words that tell a block's kind: names of the elements around it, and how its text begins. */

import type { Setting } from "../page/places.ts";
import type { PageElement } from "../page/tree.ts";
import type { Facts } from "./line-features.ts";

/** Words with a prefix that says where they stand: "near:related", "first:subscribe". */
export interface BlockWords {
  readonly words: readonly string[];
  /** Words of elements further out; one list for all blocks in one place. */
  readonly farWords: readonly string[];
}

/** What stands before a word's colon. */
const WORD_KINDS: ReadonlySet<string> = new Set(["near", "far", "tag", "in", "first", "open", "last", "word", "long"]);
export const isBlockWord = (word: string): boolean => WORD_KINDS.has(word.slice(0, Math.max(0, word.indexOf(":"))));

/** Levels from a block's element up whose words count as near. */
const NEAR_LEVELS = 3;

/** Words of the elements further out than NEAR_LEVELS, each once; the same for all blocks in one place. */
function farWordsOf(
  element: PageElement | null,
  settingOf: (element: PageElement) => Setting,
  cache: Map<number, readonly string[]>,
): readonly string[] {
  if (element === null || element.index < 0) return [];
  const cached = cache.get(element.index);
  if (cached !== undefined) return cached;
  const outer = farWordsOf(element.parent, settingOf, cache);
  const own = settingOf(element).words.far.filter((word) => !outer.includes(word));
  const words = own.length === 0 ? outer : [...outer, ...own];
  cache.set(element.index, words);
  return words;
}

/** The words of one block. */
export function blockWords(
  facts: Facts,
  settingOf: (element: PageElement) => Setting,
  cache: Map<number, readonly string[]>,
): BlockWords {
  const { element } = facts.block;
  const words: string[] = [`tag:${element.tag}`];
  let each: PageElement | null = element;
  for (let up = 0; each !== null && each.index >= 0 && up < NEAR_LEVELS; each = each.parent, up++) {
    for (const word of settingOf(each).words.near) words.push(word);
  }
  for (const kind of settingOf(element).kinds) words.push(`in:${kind}`);
  const parts = facts.comparable.split(" ");
  if (facts.words <= 30) {
    words.push(`first:${parts[0]}`, `open:${parts[0]}_${parts[1] ?? ""}`, `last:${parts.at(-1)}`);
    if (facts.words <= 12) for (const part of parts) if (!/\d/.test(part)) words.push(`word:${part}`);
  } else words.push(`long:${parts[0]}_${parts[1] ?? ""}`);
  return { words: [...new Set(words)], farWords: farWordsOf(each, settingOf, cache) };
}
