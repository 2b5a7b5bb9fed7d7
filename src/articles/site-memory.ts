/** Remembers which paragraphs a site repeats on its pages, in any language: what stands in two articles is in neither. */

import { createHash } from "node:crypto";
import { toComparable } from "./clean.ts";

/** Paragraphs remembered of one site; the longest unseen go first. */
export const SITE_PARAGRAPHS_MAX = 2_000;
/** Sites remembered; the one longest unseen goes first. */
export const SITES_MAX = 500;
/** Pages a paragraph must have stood on before this one to be the site's. */
const REPEATS_MIN = 1;
/** The share of an article that may be taken away: beyond it the page is the same article again. */
const REMOVED_SHARE_MAX = 0.4;

interface Memory {
  /** Paragraph to the addresses' hashes of the last pages it stood on. */
  readonly pages: Map<string, readonly string[]>;
}

/** Pages kept with a paragraph: enough to tell a repeat from the same page read again. */
const PAGES_KEPT = 3;

export interface SiteMemory {
  /**
   * The text without paragraphs that other pages of the site had too, and remembers this page's. The same page read again
   * changes nothing; a text that would lose too much is returned as it is.
   */
  clean(url: string, text: string): string;
  /** Sites remembered now. */
  readonly size: number;
}

const toHash = (text: string): string => createHash("sha256").update(text).digest("base64url").slice(0, 16);

function readSite(url: string): { readonly site: string; readonly page: string } | null {
  try {
    const { hostname, pathname, search } = new URL(url);
    return { site: hostname.replace(/^www\./, ""), page: toHash(pathname + search) };
  } catch {
    return null;
  }
}

/** Moves a key to the end of its map, where the newest stand, and drops the oldest beyond the limit. */
function touch<Value>(map: Map<string, Value>, key: string, value: Value, max: number): void {
  map.delete(key);
  map.set(key, value);
  for (const oldest of map.keys()) {
    if (map.size <= max) break;
    map.delete(oldest);
  }
}

/** An empty memory; it lives as long as the process and is bounded in sites and paragraphs. */
export function createSiteMemory(): SiteMemory {
  const sites = new Map<string, Memory>();
  return {
    get size() {
      return sites.size;
    },
    clean(url, text) {
      const place = readSite(url);
      if (place === null) return text;
      const memory: Memory = sites.get(place.site) ?? { pages: new Map() };
      touch(sites, place.site, memory, SITES_MAX);
      const paragraphs = text.split("\n\n");
      const kept = paragraphs.filter((paragraph) => {
        const key = toHash(toComparable(paragraph));
        const before = memory.pages.get(key) ?? [];
        const others = before.filter((page) => page !== place.page);
        touch(memory.pages, key, [...others, place.page].slice(-PAGES_KEPT), SITE_PARAGRAPHS_MAX);
        return others.length < REPEATS_MIN;
      });
      const result = kept.join("\n\n");
      return result.length < text.length * (1 - REMOVED_SHARE_MAX) ? text : result;
    },
  };
}
