/** Fills the gap an outage left: a feed's older pages (RFC 5005), read only while nothing on the newer ones is known. */

import type { Entry, ParsedFeed } from "../domain/feed.ts";
import type { Download } from "../net/download.ts";

/** A gap longer than this stays; most feeds hold a day and more on their first page. */
const PAGES_MAX = 3;

export interface OlderPagesDependencies {
  readonly download: Download;
  readonly parseFeed: (bytes: Uint8Array, contentType: string | null, url: string) => Promise<ParsedFeed>;
  /** True when any of these entries was met before. */
  readonly isAnyKnown: (entries: readonly Entry[]) => Promise<boolean>;
}

/**
 * Entries of the pages behind a document of which nothing is known, down to the first page with something that is. Empty
 * when no page has any, or one cannot be read: then it is no gap but another feed, or one that renamed all it has.
 */
export async function readOlderPages(
  parsed: ParsedFeed,
  url: string,
  { download, parseFeed, isAnyKnown }: OlderPagesDependencies,
): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  const visited = new Set([url]);
  let olderUrl = parsed.hints?.olderUrl ?? null;
  for (let count = 0; count < PAGES_MAX; count += 1) {
    if (olderUrl === null || visited.has(olderUrl)) return [];
    visited.add(olderUrl);
    const downloaded = await download(olderUrl, { accept: "feed" });
    if (downloaded.status !== "fresh") return [];
    let page: ParsedFeed;
    try {
      page = await parseFeed(downloaded.body, downloaded.contentType, downloaded.url);
    } catch {
      return [];
    }
    if (page.entries.length === 0) return [];
    entries.push(...page.entries);
    if (await isAnyKnown(page.entries)) return entries;
    olderUrl = page.hints?.olderUrl ?? null;
  }
  return [];
}
