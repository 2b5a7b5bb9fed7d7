/** From the address of a site without a feed to what of it is read instead: its news sitemap, or the page itself. */

import type { Download, FreshDownload } from "../../net/download.ts";
import type { ReadSite, SiteAnswer, SiteSource } from "./read-site.ts";

/** Sitemaps that are looked at; each is a request. */
const SITEMAPS_MAX = 3;

/** What a site lets the bot read. */
export interface SiteLeave {
  /** By its robots.txt. */
  readonly mayRead: (url: string) => Promise<boolean>;
  /** By the file in which it reserves its pages from text mining. */
  readonly isReserved: (url: string) => Promise<boolean>;
}

export interface SiteReading extends SiteLeave {
  readonly download: Download;
  /** In a thread of its own, killed when it takes too long. */
  readonly readSite: (source: SiteSource) => Promise<SiteAnswer>;
  /** Sitemaps that its robots.txt names. */
  readonly findSitemaps: (url: string) => Promise<readonly string[]>;
}

export interface FoundSite {
  /** Where it is read from now on. */
  readonly url: string;
  readonly site: ReadSite;
}

/** Why a page may not be read; null when it may. */
export async function findRefusal(url: string, { mayRead, isReserved }: SiteLeave): Promise<string | null> {
  if (!(await mayRead(url))) return "The site asks robots not to read this page.";
  return (await isReserved(url)) ? "The site reserves its pages from text mining." : null;
}

type Following = Pick<SiteReading, "download" | "readSite"> & SiteLeave;

/** What lies there; null when it may not be read, there or where it leads to, or did not come. */
async function reach(url: string, reading: Following): Promise<FreshDownload | null> {
  if ((await findRefusal(url, reading)) !== null) return null;
  const downloaded = await reading.download(url, { accept: "page" });
  if (downloaded.status !== "fresh") return null;
  const isElsewhere = downloaded.url !== url && (await findRefusal(downloaded.url, reading)) !== null;
  return isElsewhere ? null : downloaded;
}

/** Of an index the sitemap that is likeliest to hold news; anything else as it is. */
export async function followIndex(answer: SiteAnswer, reading: Following): Promise<SiteAnswer> {
  if (!("site" in answer) || answer.site.foundIn !== "index") return answer;
  for (const url of answer.site.sitemaps.slice(0, SITEMAPS_MAX)) {
    const downloaded = await reach(url, reading);
    if (downloaded === null) continue;
    const within = await reading.readSite(downloaded);
    if ("site" in within && within.site.entries.length > 0) return within;
  }
  return { reason: "The site's sitemaps hold no news.", feeds: [] };
}

/** Of the whole site: what its robots.txt leads to. */
async function findSitemap(url: string, reading: SiteReading): Promise<FoundSite | null> {
  const { host } = new URL(url);
  const named = (await reading.findSitemaps(url)).filter((each) => new URL(each).host === host);
  const isForNews = (each: string): number => Number(/news/i.test(each));
  for (const each of named.toSorted((a, b) => isForNews(b) - isForNews(a)).slice(0, SITEMAPS_MAX)) {
    const downloaded = await reach(each, reading);
    if (downloaded === null) continue;
    const answer = await followIndex(await reading.readSite(downloaded), reading);
    if ("site" in answer && answer.site.entries.length > 0) return { url: downloaded.url, site: answer.site };
  }
  return null;
}

const isWholeSite = (url: string): boolean => {
  const { pathname, search } = new URL(url);
  return pathname === "/" && search === "";
};

/** The page was found to offer no feed. One sentence on why nothing of it can be read, where nothing can. */
export async function findSite(given: string, reading: SiteReading): Promise<FoundSite | { readonly reason: string }> {
  const refusal = await findRefusal(given, reading);
  if (refusal !== null) return { reason: refusal };
  const downloaded: FreshDownload | { readonly status: string } = await reading.download(given, { accept: "page" });
  if (!("body" in downloaded)) return { reason: "The server did not send the page." };
  const { url } = downloaded;
  const elsewhere = url === given ? null : await findRefusal(url, reading);
  if (elsewhere !== null) return { reason: elsewhere };
  const read = await reading.readSite(downloaded);
  const answer = await followIndex(read, reading);
  // What a page says of itself holds for its sitemap, too.
  const isRefused = "reason" in read && read.isRefused === true;
  const sitemap = isWholeSite(url) && !isRefused ? await findSitemap(url, reading) : null;
  if (sitemap !== null) {
    const title = sitemap.site.title ?? ("site" in answer ? answer.site.title : null);
    return { ...sitemap, site: { ...sitemap.site, title } };
  }
  return "site" in answer ? { url, site: answer.site } : { reason: answer.reason };
}
