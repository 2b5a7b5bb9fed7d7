/** From a site's address to its feeds: the page may be one, may link to some, or may have them at a usual place. */

import { Parser } from "htmlparser2";
import { decodeBytes } from "../net/decode.ts";
import type { Download, FreshDownload } from "../net/download.ts";
import { WorkStoppedError } from "../net/worker-pool.ts";
import { parseFeed } from "./parse.ts";
import { decodeEntities, toPlainText } from "./plain-text.ts";
import { resolveUrl } from "./read-links.ts";

const LINKS_MAX = 10;
/** Pages name their feeds in the head. */
const HEAD_LENGTH_MAX = 500_000;
const TITLE_LENGTH_MAX = 100;
/** Deeper nesting ends the reading: htmlparser2 gets slow with depth, and no head means it. */
const DEPTH_MAX = 1000;
const STOP = new Error("stop");
/** Where feeds usually lie, tried one after the other when the page names none. */
const USUAL_PATHS: readonly string[] = [
  "/feed",
  "/rss",
  "/feed.xml",
  "/rss.xml",
  "/atom.xml",
  "/index.xml",
  "/feed.json",
];

const FEED_TYPES: ReadonlySet<string> = new Set([
  "application/rss+xml",
  "application/atom+xml",
  "application/rdf+xml",
  "application/feed+json",
  "application/json+feed",
  "text/rss+xml",
  "application/x-rss+xml",
]);

export interface FoundFeed {
  readonly url: string;
  readonly title: string | null;
}

/** Links of a page that say they are feeds; feeds of comments come last. */
export function findFeedLinks(html: string, pageUrl: string): readonly FoundFeed[] {
  const found = new Map<string, FoundFeed>();
  let base = pageUrl;
  let depth = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth += 1;
        if (depth > DEPTH_MAX) throw STOP;
        const href = decodeEntities(attributes["href"] ?? "");
        if (name === "base" && href !== "") base = resolveUrl(href, pageUrl) || pageUrl;
        if (name !== "link" && name !== "a") return;
        const rels = (attributes["rel"] ?? "").toLowerCase().split(/\s+/);
        const type = (attributes["type"] ?? "").toLowerCase().split(";")[0]?.trim() ?? "";
        const isFeed =
          (rels.includes("alternate") && FEED_TYPES.has(type)) || (name === "link" && rels.includes("feed"));
        const url = isFeed ? resolveUrl(href, base) : "";
        if (url === "" || found.has(url)) return;
        const title = toPlainText(decodeEntities(attributes["title"] ?? ""), TITLE_LENGTH_MAX);
        found.set(url, { url, title: title === "" ? null : title });
      },
      onclosetag() {
        depth -= 1;
      },
    },
    { decodeEntities: false },
  );
  try {
    parser.end(html.slice(0, HEAD_LENGTH_MAX));
  } catch (error) {
    if (error !== STOP) throw error;
  }
  const isOfComments = ({ url, title }: FoundFeed): boolean =>
    /\/comments\b|[?&]comments/i.test(url) || /\bcomments?\b/i.test(title ?? "");
  return [...found.values()].sort((a, b) => Number(isOfComments(a)) - Number(isOfComments(b))).slice(0, LINKS_MAX);
}

export interface Discovery {
  /** Empty when the site has none or cannot be read. */
  readonly feeds: readonly FoundFeed[];
  /** Why the page could not be read; null when it could. */
  readonly reason: string | null;
}

/** How documents are read: in other threads where they are strangers'. */
export interface DocumentReading {
  readonly parseFeed: typeof parseFeed;
  readonly findLinksIn: typeof findLinksIn;
}

/** Links of a page as it was downloaded. */
export async function findLinksIn(
  body: Uint8Array,
  contentType: string | null,
  url: string,
): Promise<readonly FoundFeed[]> {
  return findFeedLinks(decodeBytes(body, contentType, "html"), url);
}

const HERE: DocumentReading = { parseFeed, findLinksIn };

/** Links are not visited; the usual places are. */
export async function discoverFeeds(url: string, download: Download, reading = HERE): Promise<Discovery> {
  try {
    return await discover(url, download, reading);
  } catch (error) {
    if (error instanceof WorkStoppedError) return { feeds: [], reason: error.message };
    throw error;
  }
}

/** Folders above an article that are looked into, the nearest first. */
const FOLDERS_MAX = 3;

function listFolders(url: string): readonly string[] {
  const parts = new URL(url).pathname.split("/").filter((part) => part !== "");
  return parts
    .map(
      (_, index) =>
        new URL(
          `/${parts
            .slice(0, index)
            .map((part) => `${part}/`)
            .join("")}`,
          url,
        ).href,
    )
    .reverse()
    .slice(0, FOLDERS_MAX);
}

/** What the folders above an article lead to: few name their feed on every page. */
export async function discoverAbove(url: string, download: Download, reading = HERE): Promise<readonly FoundFeed[]> {
  for (const folder of listFolders(url)) {
    const page = await download(folder, { accept: "page" });
    if (page.status !== "fresh") continue;
    const own = await readAsFeed(page, reading);
    if (own !== null) return [own];
    const links = await reading.findLinksIn(page.body, page.contentType, page.url);
    if (links.length > 0) return links;
  }
  return [];
}

async function readAsFeed(page: FreshDownload, reading: DocumentReading): Promise<FoundFeed | null> {
  try {
    const feed = await reading.parseFeed(page.body, page.contentType, page.url);
    return { url: page.permanentUrl ?? page.url, title: feed.title?.slice(0, TITLE_LENGTH_MAX) ?? null };
  } catch (error) {
    if (error instanceof WorkStoppedError) throw error;
    return null;
  }
}

async function discover(url: string, download: Download, reading: DocumentReading): Promise<Discovery> {
  const page = await download(url, { accept: "page" });
  const reason = page.status === "failed" ? page.reason : null;
  if (page.status === "fresh") {
    const own = await readAsFeed(page, reading);
    if (own !== null) return { feeds: [own], reason };
    const links = await reading.findLinksIn(page.body, page.contentType, page.url);
    if (links.length > 0) return { feeds: links, reason };
  } else if (page.status === "failed" && page.httpStatus === null) return { feeds: [], reason };
  const site = page.status === "fresh" ? page.url : url;
  for (const path of USUAL_PATHS) {
    const guess = await download(new URL(path, site).href, { accept: "feed" });
    if (guess.status === "failed" && guess.kind === "rate-limited") break;
    const found = guess.status === "fresh" ? await readAsFeed(guess, reading) : null;
    if (found !== null) return { feeds: [found], reason };
  }
  return { feeds: [], reason };
}
