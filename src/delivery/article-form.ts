/** Whether an article is somebody's opinion, a review or satire, by where its outlet files it: certain, or nothing is said. */

import type { Postable } from "../domain/article.ts";
import type { Post } from "../domain/post.ts";
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

export type ArticleForm = NonNullable<Post["form"]>;

/** "opinion" of what stands below /opinion/ or is filed under "Commentary"; null for news. */
export function findForm({
  url,
  categories = [],
}: Pick<Postable["article"], "url" | "categories">): ArticleForm | null {
  const named = categories.slice(0, CATEGORIES_MAX).flatMap((each) => [each, ...each.split(/[/>|]/)]);
  const forms = [...toFolders(url).map((part) => part.replaceAll("-", " ")), ...categories.slice(0, 1)].map(
    findSectionForm,
  );
  // What is filed under "Opinion" and "Satire" is not to be believed; further categories say what news is about.
  const isJoke = (form: ArticleForm | null): boolean => form === "satire" || form === "humor";
  const further = named.map(findSectionForm).filter((form) => form !== null && !isJoke(form));
  return forms.find((form) => form === "satire") ?? [...forms, ...further].find((form) => form !== null) ?? null;
}

/** Whose opinion it is, where the byline is a name and nothing else. */
export const findAuthor = ({ byline, outlet }: Pick<Postable["article"], "byline" | "outlet">): string | null =>
  byline !== null && byline !== outlet && AUTHOR.test(byline) ? byline : null;
