/** What is wished for and was in nothing that is stored: a slip of the pen is seen at once, not after a week. */

import { EMPTY_QUERY, type Store } from "../domain/store.ts";
import type { Filter } from "../domain/subscription.ts";
import { parseSearch } from "./search-text.ts";

export interface Unmet {
  readonly speakers: readonly string[];
  readonly words: readonly string[];
}

/** Others ask for more than a search can tell: beginnings of words, signs, fields. */
const PLAIN = /^[\p{L}\p{M}\p{N}\s'’-]+$/u;

/** Of a store without any article nothing can be told. */
export async function findUnmet({ speakers, words }: Filter, { articles }: Pick<Store, "articles">): Promise<Unmet> {
  const unmet: { speakers: string[]; words: string[] } = { speakers: [], words: [] };
  if (speakers.length + words.length === 0 || (await articles.count()) === 0) return unmet;
  for (const speaker of speakers) {
    const found = await articles.findQuotes({ speaker, terms: [], feedIds: [], since: null, limit: 1, offset: 0 });
    if (found.length === 0) unmet.speakers.push(speaker);
  }
  for (const word of words.filter((each) => PLAIN.test(each))) {
    const { total } = await articles.search({ ...EMPTY_QUERY, terms: parseSearch(word), limit: 1 });
    if (total === 0) unmet.words.push(word);
  }
  return unmet;
}
