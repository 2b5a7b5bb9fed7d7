/** What an entry can be known again by, each mark on its own: which of them prove identity, entry-key.ts decides. */

import { createHash } from "node:crypto";
import type { Entry } from "../domain/feed.ts";
import { canonicalUrl, toExactUrl, toPageKey } from "../domain/url-key.ts";

/** Each is a key as it is stored, or null when the entry has none of its own. */
export interface EntryMarks {
  readonly guid: string | null;
  /** The page it leads to; null when several entries of the document lead there, or it is the site's front page. */
  readonly page: string | null;
  /** The address with what the page's mark leaves out, where that may be the entry's name: a fragment, `partner`. */
  readonly link: string | null;
  /** Title and date together. */
  readonly dated: string | null;
  readonly title: string | null;
  /** A date with its hour; a day alone tells nothing apart. */
  readonly moment: string | null;
  /** Title and path, of an entry that is named by an address with a query and by nothing else. */
  readonly place: string | null;
  /** For an entry that has no other mark. */
  readonly text: string | null;
}

export const hash = (...parts: readonly string[]): string =>
  createHash("sha256").update(parts.join("\u0000")).digest("base64url").slice(0, 32);

/** The key of an entry that leads to a page. */
export const toUrlEntryKey = (url: string): string => `url:${hash(toPageKey(url))}`;

export const fold = (text: string): string => text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();

/** Values that several entries of one document share name none of them. */
function findRepeated(values: readonly (string | null)[]): ReadonlySet<string> {
  const met = new Set<string>();
  const repeated = new Set<string>();
  for (const value of values) {
    if (value === null || value === "") continue;
    if (met.has(value)) repeated.add(value);
    met.add(value);
  }
  return repeated;
}

/** "…/articles/ferry#3" for the third wording of …/articles/ferry: the number is no part of the name. */
function toSteadyGuid({ guid, url }: Entry): string {
  const text = guid ?? "";
  const bare = text.replace(/#\d{1,2}$/, "");
  return bare !== text && !url.includes("#") && canonicalUrl(bare) === canonicalUrl(url) ? bare : text;
}

const isFrontPage = (url: string): boolean => {
  const { pathname, search, hash: fragment } = new URL(url);
  return pathname === "/" && search === "" && fragment === "";
};

/** Of an entry whose guid, if it has one, is its address again: then a new query renames it. */
function findPlace({ guid, url, title }: Entry): string | null {
  if (!URL.canParse(url) || fold(title) === "") return null;
  const { host, pathname, search } = new URL(url);
  const isNamed = guid !== null && guid !== "" && !(URL.canParse(guid) && new URL(guid).pathname === pathname);
  return search === "" || isNamed ? null : `place:${hash(fold(title), host, pathname)}`;
}

export function toMarks(entries: readonly Entry[]): readonly EntryMarks[] {
  const guids = entries.map(toSteadyGuid);
  const pages = entries.map(({ url }) => canonicalUrl(url));
  const repeatedGuids = findRepeated(guids);
  const repeatedPages = findRepeated(pages);
  const repeatedLinks = findRepeated(entries.map(({ url }) => toExactUrl(url)));
  return entries.map((entry, index) => {
    const { url, publishedAt } = entry;
    const guid = guids[index] ?? "";
    const page = pages[index] ?? "";
    const title = fold(entry.title);
    const exact = toExactUrl(url);
    const link = exact === page || repeatedLinks.has(exact) ? null : `link:${hash(exact)}`;
    const isShared = url === "" || repeatedPages.has(page) || (URL.canParse(page) && isFrontPage(page));
    const hasHour = publishedAt !== null && publishedAt.getTime() % 86_400_000 !== 0;
    const marks = {
      guid: guid === "" ? null : repeatedGuids.has(guid) ? `guid+url:${hash(guid, page, title)}` : `guid:${hash(guid)}`,
      page: isShared ? (link ?? null) : toUrlEntryKey(url),
      link,
      dated: title === "" || publishedAt === null ? null : `title:${hash(title, publishedAt.toISOString())}`,
      title: title === "" ? null : `name:${hash(title)}`,
      moment: hasHour ? `date:${publishedAt.getTime()}` : null,
      place: findPlace(entry),
    };
    const isNameless = marks.guid === null && marks.page === null && marks.dated === null;
    return { ...marks, text: isNameless ? `text:${hash(title, url, entry.html)}` : null };
  });
}
