/** Whether an article is somebody's opinion or a review, by where its outlet files it: certain, or nothing is said. */

import type { Postable } from "../domain/article.ts";
import { findSectionForm } from "../languages/shared/sections/section-words.ts";

/** The section stands first; further on are words that tell what it is about. */
const CATEGORIES_MAX = 4;
const PARTS_MAX = 6;
/** "Ada Moor", "Ada Moor and Joris Venn": no line about the author. */
const AUTHOR = /^\p{Lu}[\p{L}\p{M}.,’' -]{2,80}$/u;

const decode = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
};

/** The folders of an address: what stands last is the article. */
const toFolders = (url: string): readonly string[] =>
  URL.canParse(url) ? new URL(url).pathname.split("/").slice(1, -1).slice(0, PARTS_MAX).map(decode) : [];

export type ArticleForm = "opinion" | "review";

/** "opinion" of what stands below /opinion/ or is filed under "Commentary"; null for news. */
export function findForm({
  url,
  categories = [],
}: Pick<Postable["article"], "url" | "categories">): ArticleForm | null {
  const named = categories.slice(0, CATEGORIES_MAX).flatMap((each) => [each, ...each.split(/[/>|]/)]);
  for (const name of [...toFolders(url).map((part) => part.replaceAll("-", " ")), ...named]) {
    const form = findSectionForm(name);
    if (form !== null) return form;
  }
  return null;
}

/** Whose opinion it is, where the byline is a name and nothing else. */
export const findAuthor = ({ byline, outlet }: Pick<Postable["article"], "byline" | "outlet">): string | null =>
  byline !== null && byline !== outlet && AUTHOR.test(byline) ? byline : null;
