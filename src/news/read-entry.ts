/** From a feed's entry to its article: the page when it may and can be read, else the feed's own summary. */

import { boundText } from "../articles/bound-text.ts";
import type { ReadPage } from "../articles/page/read-page.ts";
import type { SiteMemory } from "../articles/site-lines/site-memory.ts";
import { isHeadedAs, meetsEntry, WALL_REASON } from "../articles/walls.ts";
import type { ExtractedArticle, NewArticle } from "../domain/article.ts";
import { toMessage } from "../domain/errors.ts";
import type { Entry, Feed } from "../domain/feed.ts";
import { fold } from "../domain/fold.ts";
import { canonicalUrl, isSameSite } from "../domain/url-key.ts";
import type { Download } from "../net/download.ts";
import { WorkStoppedError } from "../net/worker-pool.ts";

/** A page with less text than this, and less than the feed's own, is taken for a wall or an error page. */
const PAGE_TEXT_LENGTH_MIN = 200;

export interface ReadingDependencies {
  readonly download: Download;
  readonly mayRead: (url: string) => Promise<boolean>;
  /** In a thread of its own, killed when it takes too long or too much memory. */
  readonly readPage: ReadPage;
  /** The article of the entry alone, read in such a thread. */
  readonly readOwnText: (entry: Entry, feedTitle: string) => Promise<ExtractedArticle>;
  /** What an outlet may be called, by what a page of an added feed calls it; as it does where absent. */
  readonly toHonestOutlet?: (name: string, url: string) => Promise<string>;
  /** Whether a site reserves a page for itself by its file; asked where whole articles are shown. */
  readonly isReserved?: (url: string) => Promise<boolean>;
  /** What the sites repeat on their pages. */
  readonly siteMemory: Pick<SiteMemory, "clean" | "isRepeated">;
  readonly clock: () => Date;
}

interface Page {
  readonly article: ExtractedArticle;
  readonly url: string;
}

/** Why there is no page, in one sentence. */
interface NoPage {
  readonly reason: string;
  /** True for what may be over in some hours: a wall, a server that failed. */
  readonly isPassing: boolean;
}

/** An article as it was read; `mayComeBack` when its page was not to be had, and may be later. */
export type ReadArticle = NewArticle & { readonly mayComeBack: boolean };

const lasting = (reason: string): NoPage => ({ reason, isPassing: false });
const passing = (reason: string): NoPage => ({ reason, isPassing: true });

/** What a site's other pages are called, to which visitors are led instead of the article. */
const WALL_PATH =
  /\/(?:log-?in|sign-?in|consent|captcha|auth|sso|subscribe|paywall|cookie-?wall|404|error|not-?found|blocked|denied|maintenance)(?:[/.]|$)/i;

/** Whether an article's address led to the front page, or to one that asks something. */
function isLedAway(from: string, to: string): boolean {
  if (!URL.canParse(from) || !URL.canParse(to)) return false;
  const [asked, given] = [new URL(from), new URL(to)];
  const isHome = given.pathname === "/" && given.search === "" && (asked.pathname !== "/" || asked.search !== "");
  return isHome || (WALL_PATH.test(given.pathname) && !WALL_PATH.test(asked.pathname));
}

/** The page's article, or why there is none. Throws when it was not the page's fault. */
async function findPage(entry: Entry, { download, mayRead, readPage }: ReadingDependencies): Promise<Page | NoPage> {
  if (!(await mayRead(entry.url))) return lasting("The site asks robots not to read this page.");
  const downloaded = await download(entry.url, { accept: "page" });
  if (downloaded.status === "failed") return passing(downloaded.reason);
  if (downloaded.status !== "fresh") return passing("The server did not send the page.");
  if (isLedAway(entry.url, downloaded.url)) return passing("The article's address leads to another page of the site.");
  try {
    const answer = await readPage(downloaded);
    if ("article" in answer) return { article: answer.article, url: downloaded.url };
    return answer.reason === WALL_REASON ? passing(answer.reason) : lasting(answer.reason);
  } catch (error) {
    // The page was never looked at: the entry is tried again, not published with less than there is.
    if (error instanceof WorkStoppedError && (error.reason === "closed" || error.reason === "full")) throw error;
    return lasting(toMessage(error));
  }
}

/** Whether an address names a place on its page; what browsers look for in a text ("#:~:text=") is no place. */
const isPlaceOnPage = (url: string): boolean => URL.canParse(url) && /^#(?!:~:|!)[^=]{2,}$/.test(new URL(url).hash);

/** Whether the page gives more than the feed did: a wall or an error page has little text. */
function hasText(article: ExtractedArticle, own: ExtractedArticle): boolean {
  const { length } = article.text;
  if (article.isPartial === true && length < own.text.length) return false;
  return length >= PAGE_TEXT_LENGTH_MIN || length >= own.text.length;
}

/** The feed's own text of an entry, as an article has it when its page cannot be read. */
export const toFeedText = async (
  entry: Entry,
  feed: Feed,
  { readOwnText }: Pick<ReadingDependencies, "readOwnText">,
): Promise<string> => boundText((await readOwnText(entry, feed.title)).text);

/** The page when it holds the entry's article; else why the feed's own text stands in for it. */
async function findUsable(
  entry: Entry,
  own: ExtractedArticle,
  feed: Feed,
  dependencies: ReadingDependencies,
  { isPageShared = false, endedCount = 0 }: EntryReading,
): Promise<Page | NoPage> {
  if (endedCount > 0) return lasting("The bot ended while it read this page.");
  const page = await findPage(entry, dependencies);
  if ("reason" in page) return page;
  const { title, text } = page.article;
  if (!hasText(page.article, own)) return passing("The page has hardly any text; it may be for subscribers.");
  const headline = entry.title === "" ? title : entry.title;
  // "status#outage-7": a place on a page that tells of other things, too, and will tell of more.
  if (own.text !== "" && isPlaceOnPage(entry.url) && !isHeadedAs(title, headline))
    return lasting("The entry is a part of this page, which is headed otherwise.");
  if (own.text !== "" && isPageShared) return lasting("Several entries of the feed lead to this page.");
  if (own.text !== "" && !meetsEntry(text, headline, own.text))
    return passing("The page tells nothing of what the feed announced.");
  // What stands word for word under other headlines will stand there tomorrow.
  if (dependencies.siteMemory.isRepeated({ feedId: feed.id, url: page.url, title: headline, text }))
    return lasting("The page shows what other pages of its site show, too.");
  return page;
}

/** A page that names no outlet only gives its host; the feed's title is what people know it by, where it is the site's. */
function chooseOutlet(named: string | null, url: string, feed: Feed, isRead: boolean): string {
  const host = URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, "") : "";
  const name = named?.trim().replace(/^(?:https?:\/\/)?www\./i, "") ?? "";
  if (name !== "" && name.toLowerCase() !== host) return name;
  return isRead && host !== "" && !speaksFor(feed, url) ? host : feed.title;
}

/** What else is known of the entry. */
export interface EntryReading {
  /** True when other entries lead to its page, too: then its own text is what it tells. */
  readonly isPageShared?: boolean;
  /** How often the bot ended while it was read; after once its page is left alone. */
  readonly endedCount?: number;
}

/** The article of an entry without a link; a reader is sent to the site. */
const siteOf = (feed: Feed): string => feed.homepage ?? feed.url;

/** A page may say which of its site's addresses is the article's; it does not speak for another site. */
const chooseCanonical = (named: string | null, url: string): string =>
  named !== null && isSameSite(named, url) ? named : url;

/** Whether a feed is of the page's own site. What an added one calls its homepage is only its own word. */
const isOfSite = ({ origin, homepage, url }: Feed, pageUrl: string): boolean =>
  isSameSite(pageUrl, url) || (origin === "catalog" && homepage !== null && isSameSite(pageUrl, homepage));

/** Whether a feed speaks for a page: its publisher's own, or one that the administrator chose. */
const speaksFor = (feed: Feed, pageUrl: string): boolean => feed.origin === "catalog" || isOfSite(feed, pageUrl);

const toPlain = (name: string): string => fold(name).replace(/[^\p{L}\p{N}]+/gu, "");

/** The name of the feed that led to another site's page; null for a feed that goes by the outlet's own name. */
function findVia(feed: Feed, url: string, outlet: string): string | null {
  const [via, own] = [toPlain(feed.title), toPlain(outlet)];
  const isNamesake = via === "" || via.includes(own) || own.includes(via);
  return isOfSite(feed, url) || isNamesake ? null : feed.title;
}

/** Whether an outlet reserves its whole text: on the page, or for the site where that is asked. */
const isWithheld = async (
  { isForPartsOnly }: ExtractedArticle,
  url: string,
  { isReserved }: ReadingDependencies,
): Promise<boolean> => isForPartsOnly === true || (await isReserved?.(url)) === true;

const CATEGORIES_MAX = 20;

const DAY_MS = 24 * 60 * 60 * 1000;
/** Of a day further ahead than clocks and time zones differ it is not known when it was published. */
const orUndated = (date: Date | null, now: Date): Date | null =>
  date !== null && date.getTime() > now.getTime() + DAY_MS ? null : date;

/** The feed's first, then the page's; each once, whatever its case. */
function joinCategories(ofFeed: readonly string[], ofPage: readonly string[]): readonly string[] {
  const joined = new Map([...ofPage, ...ofFeed].map((name) => [name.toLowerCase(), name]));
  const order = [...ofFeed, ...ofPage].map((name) => name.toLowerCase());
  return [...new Set(order)].flatMap((key) => joined.get(key) ?? []).slice(0, CATEGORIES_MAX);
}

export async function readEntry(
  entry: Entry,
  feed: Feed,
  dependencies: ReadingDependencies,
  reading: EntryReading = {},
): Promise<ReadArticle> {
  const hasLink = /^https?:\/\//i.test(entry.url);
  const own = await dependencies.readOwnText(entry, feed.title);
  const page = hasLink
    ? await findUsable(entry, own, feed, dependencies, reading)
    : lasting("The entry has no link; this is all it holds.");
  const isRead = "article" in page;
  const read = isRead ? page.article : own;
  const url = isRead ? page.url : hasLink ? entry.url : siteOf(feed);
  // The feed's title is what the publisher calls the article, where it is the publisher's; a page's may carry the site's
  // name. Of a page of somebody else's a stranger's feed may say anything, and a list shortens.
  const isGiven = !isRead || read.title === "" || (feed.isPage !== true && speaksFor(feed, url));
  const isOwnTitle = entry.title !== "" && isGiven;
  const title = isOwnTitle ? entry.title : read.title;
  const named = chooseOutlet(read.outlet, url, feed, isRead);
  const outlet = feed.origin === "catalog" ? named : ((await dependencies.toHonestOutlet?.(named, url)) ?? named);
  const foundVia = hasLink ? findVia(feed, url, outlet) : null;
  const fetchedAt = dependencies.clock();
  const [ofEntry, ofPage] = [entry, read].map(({ publishedAt }) => orUndated(publishedAt, fetchedAt));
  // A list's date is often a day without an hour.
  const publishedAt = (feed.isPage === true ? (ofPage ?? ofEntry) : (ofEntry ?? ofPage)) ?? null;
  const categories = joinCategories(own.categories ?? [], read.categories ?? []);
  return {
    ...read,
    title,
    byline: read.byline ?? own.byline,
    publishedAt,
    language: read.language === "und" ? feed.language : read.language,
    ...((entry.categories ?? []).length === 0 ? {} : { categories: entry.categories ?? [] }),
    imageUrl: read.imageUrl ?? own.imageUrl,
    ...(categories.length === 0 ? {} : { categories }),
    text: dependencies.siteMemory.clean({ feedId: feed.id, url, title, text: boundText(read.text) }),
    outlet,
    ...(foundVia === null ? {} : { foundVia }),
    feedId: feed.id,
    url: hasLink ? entry.url : url,
    canonicalUrl: canonicalUrl(chooseCanonical(read.canonicalUrl, url)),
    fetchedAt,
    basis: isRead ? "page" : "feed",
    basisReason: !isRead
      ? page.reason
      : read.isPartial === true
        ? "The page is for subscribers; only its open part was read."
        : (await isWithheld(read, url, dependencies))
          ? "The outlet asks that its text be shown in parts only."
          : null,
    mayComeBack: !isRead && page.isPassing,
  };
}
