/** A site without a feed, by its own structure: a news sitemap, lists in structured data, or lists of linked headlines. */

import { gunzipSync } from "node:zlib";
import type { FeedHints, ParsedFeed } from "../../domain/feed.ts";
import { fold } from "../../domain/fold.ts";
import { listSiteLines } from "../../languages/index.ts";
import { decodeBytes } from "../../net/decode.ts";
import type { FreshDownload } from "../../net/download.ts";
import { findOptOut } from "../../net/robots.ts";
import { type FoundFeed, findFeedLinks } from "../discover.ts";
import { toPlainText } from "../plain-text.ts";
import { findListedHeadlines } from "./headline-lists.ts";
import { findLinkedLists } from "./linked-lists.ts";
import { isSitemap, readNewsSitemap } from "./news-sitemap.ts";
import { attributeOf, ownTextOf, type PageElement, readPageTree, textOf } from "./page-tree.ts";
import { joinLinks, LISTED_MIN, toEntry } from "./site-entry.ts";

const UNPACKED_BYTES_MAX = 10_000_000;
const NAME_LENGTH_MAX = 100;

/** What is needed of a download; plain data, so that it can go to another thread. */
export type SiteSource = Pick<FreshDownload, "body" | "contentType" | "url" | "xRobotsTag" | "tdmReservation">;

export interface ReadSite {
  readonly title: string | null;
  readonly language: string | null;
  readonly entries: ParsedFeed["entries"];
  /** Where they were found; an index has none, and leads to sitemaps. */
  readonly foundIn: "sitemap" | "index" | "data" | "headlines";
  /** The sitemaps an index leads to, the likeliest first. */
  readonly sitemaps: readonly string[];
  /** Feeds the page names: they win. */
  readonly feeds: readonly FoundFeed[];
}

/** What was found, the feeds the page names, or one sentence on why nothing is read of it. */
export type SiteAnswer =
  | { readonly site: ReadSite }
  | {
      readonly reason: string;
      readonly feeds: readonly FoundFeed[];
      /** The page says that machines are to leave it alone. */
      readonly isRefused?: boolean;
    };

let sideLists: ReadonlySet<string> | null = null;

/** By the words of all languages, each of which may stand on any page. */
function isSideList(name: string): boolean {
  sideLists ??= new Set(listSiteLines((lines) => lines.sideLists).map(fold));
  const plain = fold(name)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim();
  return plain !== "" && sideLists.has(plain);
}

function unpack(body: Uint8Array): Uint8Array {
  const isPacked = body[0] === 0x1f && body[1] === 0x8b;
  return isPacked ? gunzipSync(body, { maxOutputLength: UNPACKED_BYTES_MAX }) : body;
}

const findMeta = (elements: readonly PageElement[], name: string): string =>
  elements
    .filter(({ tag, attributes }) => tag === "meta" && [attributes["name"], attributes["property"]].includes(name))
    .map((element) => attributeOf(element, "content"))[0] ?? "";

function readPage(html: string, url: string): SiteAnswer {
  const feeds = findFeedLinks(html, url);
  const none = (reason: string): SiteAnswer => ({ reason, feeds });
  const elements = readPageTree(html);
  if (/\b(?:nofollow|none)\b/i.test(findMeta(elements, "robots")))
    return { reason: "The page asks machines not to follow its links.", feeds, isRefused: true };
  const scripts = elements
    .filter(({ tag, attributes }) => tag === "script" && /ld\+json/i.test(attributes["type"] ?? ""))
    .map(ownTextOf);
  const { lists, isArticle } = findLinkedLists(scripts, url, isSideList);
  if (isArticle || findMeta(elements, "article:published_time") !== "")
    return none("This is an article, no list of them.");
  const root = elements.find(({ tag }) => tag === "html");
  const language = /^[a-z]{2,3}/i.exec(root?.attributes["lang"] ?? "")?.[0].toLowerCase() ?? null;
  const listed = findListedHeadlines(elements, url, language, isSideList);
  const seen = new Map(listed.map((link) => [link.url, link]));
  // What a list leaves out the page shows: its title, its date.
  const linked = joinLinks(
    lists.flat().flatMap((link) => {
      const shown = seen.get(link.url);
      return shown === undefined ? [link] : [link, shown];
    }),
  );
  const links = linked.length >= LISTED_MIN ? linked : listed;
  if (links.length < LISTED_MIN) return none("The page shows no list of linked headlines.");
  const head = elements.find(({ tag }) => tag === "title");
  const name = findMeta(elements, "og:site_name") || (head === undefined ? "" : textOf(head, NAME_LENGTH_MAX));
  const title = toPlainText(name, NAME_LENGTH_MAX);
  return {
    site: {
      title: title === "" ? null : title,
      language,
      entries: links.map(toEntry),
      foundIn: links === linked ? "data" : "headlines",
      sitemaps: [],
      feeds,
    },
  };
}

/** Never throws for what a page may hold. */
export async function readSite({ body, contentType, url, ...headers }: SiteSource): Promise<SiteAnswer> {
  let bytes: Uint8Array;
  try {
    bytes = unpack(body);
  } catch {
    return { reason: "The document cannot be unpacked.", feeds: [] };
  }
  const text = decodeBytes(bytes, contentType, "html");
  const reason = findOptOut(headers, text);
  if (reason !== null) return { reason, feeds: [], isRefused: true };
  if (!isSitemap(text)) return readPage(text, url);
  const { links, language, name, sitemaps } = readNewsSitemap(text, url);
  const foundIn = links.length === 0 && sitemaps.length > 0 ? "index" : "sitemap";
  const entries = joinLinks(links).map(toEntry);
  return { site: { title: name, language, entries, foundIn, sitemaps, feeds: [] } };
}

/** As the line takes feeds in. */
export const toParsedFeed = ({ title, language, entries }: ReadSite, hints?: FeedHints): ParsedFeed => ({
  title,
  link: null,
  language,
  entries,
  ...(hints === undefined ? {} : { hints }),
});
