/** What a page's structure gives of one piece of news, and which links can be one at all. */

import type { Entry } from "../../domain/feed.ts";
import { canonicalUrl, toPageKey } from "../../domain/url-key.ts";

/** A link to an article, as a list tells of it. */
export interface ListedLink {
  readonly url: string;
  /** Empty when the list gives none. */
  readonly title: string;
  readonly publishedAt: Date | null;
}

/** As many as a page lists news; what stands below is old. */
export const ENTRIES_MAX = 200;
/** Fewer links are no list. */
export const LISTED_MIN = 3;
export const TITLE_LENGTH_MAX = 300;

/** Pages that every site has and that are no article. */
const OTHER_PAGE =
  /\/(?:tags?|categor(?:y|ies)|authors?|profiles?|users?|account|log-?in|sign-?(?:in|up)|register|subscribe|newsletters?|privacy|terms|cookies?|imprint|impressum|about(?:-us)?|contact|search|page|feed|rss|shop|cart|jobs|advertis\w{0,10})(?:\/[^/]{0,100})?\/?$/i;
const FILE = /\.(?:jpe?g|png|gif|webp|svg|pdf|zip|mp[34]|css|js|xml|json)$/i;

const hostOf = (url: string): string => new URL(url).host.toLowerCase().replace(/^www\./, "");

/** Whether a link may lead to an article of the page's own host. */
export function isOwnArticle(url: string, pageUrl: string): boolean {
  if (!URL.canParse(url) || hostOf(url) !== hostOf(pageUrl)) return false;
  const { pathname, search } = new URL(url);
  if (pathname === "/" && search === "") return false;
  return toPageKey(url) !== toPageKey(pageUrl) && !OTHER_PAGE.test(pathname) && !FILE.test(pathname);
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Whether an address names one thing among many: words in a row, a number, a day. Those of sections do not. */
export function isNamedAsArticle(url: string): boolean {
  const { pathname, search } = new URL(url);
  const path = decodePath(pathname);
  const slug = path.split("/").findLast((part) => part !== "") ?? "";
  return (slug.match(/[-_]/g) ?? []).length >= 2 || /\d{3}/.test(path + search) || slug.length >= 25;
}

/** A sign of a script without spaces between words says as much as two or three letters. */
const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/gu;

/** How much a line says, in letters. */
export const weigh = (text: string): number => text.length + (text.match(DENSE) ?? []).length * 1.5;

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Labels of sections are shorter than headlines. */
const HEADLINE_WEIGHT_MIN = 18;

/** Whether the lines of a list say as much as headlines do. Those of unknown words are judged by their addresses. */
export function areHeadlines(links: readonly ListedLink[]): boolean {
  const titled = links.filter(({ title }) => title !== "");
  if (titled.length * 2 >= links.length) return median(titled.map(({ title }) => weigh(title))) >= HEADLINE_WEIGHT_MIN;
  return links.filter(({ url }) => isNamedAsArticle(url)).length * 2 > links.length;
}

/** Each page once, by its best title and the date that any of its places gives. */
export function joinLinks(links: Iterable<ListedLink>): readonly ListedLink[] {
  const joined = new Map<string, ListedLink>();
  for (const link of links) {
    const key = canonicalUrl(link.url);
    const known = joined.get(key);
    if (known === undefined) {
      if (joined.size < ENTRIES_MAX) joined.set(key, link);
    } else {
      const title = known.title === "" ? link.title : known.title;
      joined.set(key, { ...known, title, publishedAt: known.publishedAt ?? link.publishedAt });
    }
  }
  return [...joined.values()];
}

/** The page's article tells all else. */
export const toEntry = ({ url, title, publishedAt }: ListedLink): Entry => ({
  guid: null,
  url,
  title: title.slice(0, TITLE_LENGTH_MAX),
  byline: null,
  publishedAt,
  html: "",
});
