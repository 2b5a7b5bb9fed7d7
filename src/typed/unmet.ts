/** What is wished for and was in nothing that is stored: a slip of the pen is seen at once, not after a week. */

import { EMPTY_QUERY, type Store } from "../domain/store.ts";
import type { Filter } from "../domain/subscription.ts";
import { hasWish } from "../matching/document.ts";
import { toFoldedText } from "../matching/filter.ts";
import { createPauses } from "../matching/pauses.ts";
import { readWish } from "../matching/phrases.ts";
import { toMatchables } from "../matching/recent-matches.ts";
import { parseSearch } from "./search-text.ts";

export interface Unmet {
  readonly speakers: readonly string[];
  readonly words: readonly string[];
}

/** Of articles that have all the words, so many are looked through for the phrase; of more nothing is said. */
const LOOKED_MAX = 150;
const PAGE = 25;

/** A search knows words apart: whether they stand as they are wished is looked for in what it finds. */
async function isNowhere(wish: string, { articles }: Pick<Store, "articles">): Promise<boolean> {
  const phrases = readWish(wish);
  if (phrases === null) return true;
  const query = { ...EMPTY_QUERY, terms: parseSearch(wish), limit: PAGE };
  const pause = createPauses();
  for (let offset = 0; ; offset += PAGE) {
    const { briefs, total } = await articles.search({ ...query, offset });
    if (total > LOOKED_MAX) return false;
    for (const matchable of await toMatchables({ articles }, briefs)) {
      if (hasWish(toFoldedText(matchable), phrases)) return false;
      await pause();
    }
    if (briefs.length < PAGE) return true;
  }
}

/** Of a store without any article nothing can be told. */
export async function findUnmet({ speakers, words }: Filter, store: Pick<Store, "articles">): Promise<Unmet> {
  const { articles } = store;
  const unmet: { speakers: string[]; words: string[] } = { speakers: [], words: [] };
  if (speakers.length + words.length === 0 || (await articles.count()) === 0) return unmet;
  for (const speaker of speakers) {
    const found = await articles.findQuotes({ speaker, terms: [], feedIds: [], since: null, limit: 1, offset: 0 });
    if (found.length === 0) unmet.speakers.push(speaker);
  }
  for (const word of words) if (await isNowhere(word, store)) unmet.words.push(word);
  return unmet;
}
