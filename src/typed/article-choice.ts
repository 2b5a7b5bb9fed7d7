/** From what a person typed to the article they mean. */

import type { StoredBrief } from "../domain/article.ts";
import { UserError } from "../domain/errors.ts";
import { toArticleId } from "../domain/id.ts";
import { EMPTY_QUERY, type Store } from "../domain/store.ts";
import { findPageUrl } from "./addresses.ts";
import { nameSearch, parseSearch } from "./search-text.ts";

/** Addresses of articles may be long, and those under posts name a place in the text. */
export const ADDRESS_LENGTH_MAX = 2_000;

/** By address, by number, or the best match of words. Throws UserError when there is none. */
export async function readArticle(text: string, store: Pick<Store, "articles">): Promise<StoredBrief> {
  const url = findPageUrl(text);
  if (url !== null) {
    const found = await store.articles.findByUrl(url);
    if (found === null) throw new UserError("not-found", (say) => say("why.unknown", { url }));
    return found;
  }
  const id = /^#?([1-9]\d{0,14})$/.exec(text)?.[1];
  const byId = id === undefined ? null : await store.articles.find(toArticleId(Number(id)));
  if (byId !== null) return byId;
  const [best] = (
    await store.articles.search({ ...EMPTY_QUERY, terms: parseSearch(text, { isHeadline: true }), limit: 1 })
  ).briefs;
  if (best === undefined)
    throw new UserError("not-found", (say) => say("why.nothing", { words: nameSearch(text, say) }));
  return best;
}

/** The article of a button under its post, `article:12` or `article:12-KEY`; null for another button. Throws UserError when it is gone. */
export async function readPostButton(rest: string, store: Pick<Store, "articles">): Promise<StoredBrief | null> {
  const [, id, postKey = null] = /^article:([1-9]\d{0,14})(?:-([0-9a-f]{1,64}))?$/.exec(rest) ?? [];
  if (id === undefined) return null;
  const stored = await store.articles.find(toArticleId(Number(id)), { postKey });
  if (stored === null) throw new UserError("not-found", (say) => say("mute.gone"));
  return stored;
}
