/** From a feed's entry to its article: the page when it may and can be read, else the feed's own summary. */

import { articleFromEntry } from "../articles/from-entry.ts";
import { boundText, type ReadPage } from "../articles/page/read-page.ts";
import type { SiteMemory } from "../articles/site-lines/site-memory.ts";
import type { ExtractedArticle, NewArticle } from "../domain/article.ts";
import { toMessage } from "../domain/errors.ts";
import type { Entry, Feed } from "../domain/feed.ts";
import { canonicalUrl } from "../domain/url-key.ts";
import type { Download } from "../net/download.ts";
import { WorkStoppedError } from "../net/worker-pool.ts";
import { meetsEntry } from "./meets-entry.ts";

/** A page with less text than this, and less than the feed's own, is taken for a wall or an error page. */
const PAGE_TEXT_LENGTH_MIN = 200;

export interface ReadingDependencies {
  readonly download: Download;
  readonly mayRead: (url: string) => Promise<boolean>;
  /** In a thread of its own, killed when it takes too long or too much memory. */
  readonly readPage: ReadPage;
  /** What the sites repeat on their pages. */
  readonly siteMemory: Pick<SiteMemory, "clean">;
  readonly clock: () => Date;
}

interface Page {
  readonly article: ExtractedArticle;
  readonly url: string;
}

/** The page's article, or one sentence on why there is none. Throws when it was not the page's fault. */
async function findPage(entry: Entry, { download, mayRead, readPage }: ReadingDependencies): Promise<Page | string> {
  if (!(await mayRead(entry.url))) return "The site asks robots not to read this page.";
  const downloaded = await download(entry.url, { accept: "page" });
  if (downloaded.status !== "fresh")
    return downloaded.status === "failed" ? downloaded.reason : "The server did not send the page.";
  try {
    const answer = await readPage(downloaded);
    return "article" in answer ? { article: answer.article, url: downloaded.url } : answer.reason;
  } catch (error) {
    // The page was never looked at: the entry is tried again, not published with less than there is.
    if (error instanceof WorkStoppedError && (error.reason === "closed" || error.reason === "full")) throw error;
    return toMessage(error);
  }
}

/** Why a page that was read is not the entry's; null when it is. */
function findMismatch(page: ExtractedArticle, own: ExtractedArticle, title: string, isShared: boolean): string | null {
  if (own.text === "") return null;
  if (isShared) return "Several entries of the feed lead to this page.";
  return meetsEntry(title, page) ? null : "The page tells nothing of what the feed announced.";
}

/** Whether the page gives more than the feed did: a wall or an error page has little text. */
function hasText(article: ExtractedArticle, own: ExtractedArticle): boolean {
  const { length } = article.text;
  if (article.isPartial === true && length < own.text.length) return false;
  return length >= PAGE_TEXT_LENGTH_MIN || length >= own.text.length;
}

/** A page that names no outlet only gives its host; the feed's title is what people know it by. */
function chooseOutlet(named: string | null, url: string, feed: Feed): string {
  const host = URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, "") : "";
  return named === null || named === "" || named === host ? feed.title : named;
}

/** What else is known of the entry. */
export interface EntryReading {
  /** True when other entries lead to its page, too: then its own text is what it tells. */
  readonly isPageShared?: boolean;
}

/** The article of an entry without a link; a reader is sent to the site. */
const siteOf = (feed: Feed): string => feed.homepage ?? feed.url;

export async function readEntry(
  entry: Entry,
  feed: Feed,
  dependencies: ReadingDependencies,
  { isPageShared = false }: EntryReading = {},
): Promise<NewArticle> {
  const hasLink = /^https?:\/\//i.test(entry.url);
  const page = hasLink ? await findPage(entry, dependencies) : "The entry has no link; this is all it holds.";
  const own = articleFromEntry(entry, feed.title);
  const title = entry.title === "" && typeof page === "string" ? own.title : entry.title;
  const reason = typeof page === "string" ? page : findMismatch(page.article, own, title, isPageShared);
  const isUsable = typeof page !== "string" && reason === null && hasText(page.article, own);
  const read = isUsable ? page.article : own;
  const url = isUsable ? page.url : hasLink ? entry.url : siteOf(feed);
  // The feed's title is what the publisher calls the article; a page's may carry the site's name.
  const shownTitle = title === "" ? read.title : title;
  return {
    ...read,
    title: shownTitle,
    byline: read.byline ?? entry.byline,
    publishedAt: entry.publishedAt ?? read.publishedAt,
    language: read.language === "und" ? feed.language : read.language,
    text: dependencies.siteMemory.clean({ feedId: feed.id, url, title: shownTitle, text: boundText(read.text) }),
    outlet: chooseOutlet(read.outlet, url, feed),
    feedId: feed.id,
    url: hasLink ? entry.url : url,
    canonicalUrl: canonicalUrl(read.canonicalUrl ?? url),
    fetchedAt: dependencies.clock(),
    basis: isUsable ? "page" : "feed",
    basisReason: isUsable
      ? read.isPartial === true
        ? "The page is for subscribers; only its open part was read."
        : null
      : (reason ?? "The page has hardly any text; it may be for subscribers."),
  };
}
