/** What a site allows the bot to read: its robots.txt, and its opt-outs of text mining. */

import robotsParser from "robots-parser";
import { createBoundedMap } from "../domain/bounded-map.ts";
import type { Download, FreshDownload } from "./download.ts";

/** A longer line, or rather what it forbids, is beyond any address; matching it takes as long as it is. */
const LINE_LENGTH_MAX = 2000;

interface ParsedRobots {
  isAllowed(url: string, userAgent: string): boolean | undefined;
}

/** The package's types describe an ES module; what Node gives is the function itself. */
const parseRobots = robotsParser as unknown as (url: string, text: string) => ParsedRobots;

/** Google's limit; what lies beyond is ignored. */
const ROBOTS_BYTES_MAX = 500 * 1024;
const ROBOTS_TIMEOUT_MS = 10_000;
const KEPT_MS = 24 * 60 * 60 * 1000;
/** After a server's failure the question is asked again sooner. */
const KEPT_AFTER_FAILURE_MS = 60 * 60 * 1000;
const SITES_MAX = 2000;
/** Of all files that are kept together: most have some thousand characters, a few a hundred times that. */
const KEPT_LENGTH_MAX = 8_000_000;
const SITEMAPS_MAX = 20;

/** Whether a robots.txt lets one with this name read an address of its site. */
export async function judgeRobots(text: string, robotsUrl: string, name: string, url: string): Promise<boolean> {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.length <= LINE_LENGTH_MAX);
  return parseRobots(robotsUrl, lines.join("\n")).isAllowed(url, name) ?? true;
}

export interface RobotsSettings {
  readonly download: Download;
  /** In a thread of its own, where a hostile file may take its time. */
  readonly judge?: typeof judgeRobots;
  /** As sent to servers; the part before the slash is the name looked for in robots.txt. */
  readonly userAgent: string;
  readonly clock: () => Date;
}

interface Rules {
  readonly allows: (url: string) => boolean | Promise<boolean>;
  readonly sitemaps: readonly string[];
  /** Characters that are kept for it. */
  readonly length: number;
}

function readSitemaps(text: string, robotsUrl: string): readonly string[] {
  const found = new Set<string>();
  for (const [, place = ""] of text.matchAll(/^[ \t]{0,20}sitemap[ \t]{0,20}:[ \t]{0,20}(\S{1,2000})/gim)) {
    if (found.size >= SITEMAPS_MAX) break;
    if (URL.canParse(place, robotsUrl)) found.add(new URL(place, robotsUrl).href);
  }
  return [...found];
}

interface Kept {
  readonly rules: Promise<Rules>;
  /** 0 until it has been read. */
  readonly length: number;
  until: number;
}

export interface Robots {
  /** False when the site's robots.txt forbids the page, or could not be asked because the server is in trouble. */
  mayRead(url: string): Promise<boolean>;
  /** Sitemaps that the robots.txt of a page's site names. */
  findSitemaps(url: string): Promise<readonly string[]>;
}

export function createRobots({ download, userAgent, clock, judge = judgeRobots }: RobotsSettings): Robots {
  const name = userAgent.split(/[/\s]/)[0] || "Pullquote";
  const sites = createBoundedMap<string, Kept>(SITES_MAX, {
    weightMax: KEPT_LENGTH_MAX,
    weigh: ({ length }) => length,
  });

  async function readRules(origin: string, kept: { until: number }): Promise<Rules> {
    const robotsUrl = `${origin}/robots.txt`;
    const downloaded = await download(robotsUrl, {
      accept: "page",
      bytesMax: ROBOTS_BYTES_MAX,
      timeoutMs: ROBOTS_TIMEOUT_MS,
    });
    if (downloaded.status === "fresh") {
      const text = new TextDecoder().decode(downloaded.body);
      return {
        allows: (url) => judge(text, robotsUrl, name, url),
        sitemaps: readSitemaps(text, robotsUrl),
        length: text.length,
      };
    }
    const status = downloaded.status === "failed" ? downloaded.httpStatus : null;
    // RFC 9309: no file (4xx) allows everything; a server in trouble forbids everything until it is better.
    if (status !== null && status >= 400 && status < 500 && status !== 429)
      return { allows: () => true, sitemaps: [], length: 0 };
    kept.until = clock().getTime() + KEPT_AFTER_FAILURE_MS;
    const isTooLarge = downloaded.status === "failed" && downloaded.kind === "too-large";
    return { allows: () => isTooLarge, sitemaps: [], length: 0 };
  }

  /** Null for what is no address of the Web, and where nothing could be asked. */
  async function findRules(given: string): Promise<Rules | null> {
    if (!URL.canParse(given)) return null;
    const { origin, protocol } = new URL(given);
    if (protocol !== "http:" && protocol !== "https:") return null;
    const now = clock().getTime();
    let kept = sites.get(origin);
    if (kept === undefined || kept.until <= now) {
      const state = { until: now + KEPT_MS, length: 0 };
      kept = Object.assign(state, { rules: readRules(origin, state) });
      sites.set(origin, kept);
    }
    try {
      const rules = await kept.rules;
      // Its length is known now; the oldest make room.
      if (rules.length > 0 && sites.get(origin) === kept && kept.length === 0)
        sites.set(origin, { ...kept, length: rules.length });
      return rules;
    } catch {
      sites.delete(origin);
      return null;
    }
  }

  return {
    async mayRead(given) {
      const rules = await findRules(given);
      // A file that cannot be judged allows nothing; it is not asked for again and again.
      return rules !== null && Promise.resolve(rules.allows(given)).catch(() => false);
    },
    findSitemaps: async (given) => (await findRules(given))?.sitemaps ?? [],
  };
}

const PARTS_ONLY = /(?:^|[\s,;:])(?:nosnippet|noarchive|max-snippet\s*:\s*\d{1,9})(?:$|[\s,;])/i;
const OPT_OUT_PATTERN = /(?:^|[\s,;:])noai(?:$|[\s,;])/i;
/** Meta elements are looked for in the head only. */
const HEAD_LENGTH_MAX = 100_000;

/** Whether a page asks that its text be shown in parts only, or not at all: `nosnippet`, `max-snippet:50`, `noarchive`. */
export function isForPartsOnly({ xRobotsTag }: Pick<FreshDownload, "xRobotsTag">, html: string): boolean {
  if (PARTS_ONLY.test(xRobotsTag ?? "")) return true;
  return [...html.slice(0, HEAD_LENGTH_MAX).matchAll(/<meta\b[^<>]{0,500}>/gi)].some(([tag]) => {
    const content = /\bcontent\s*=\s*["']?([^"'<>]{0,200})/i.exec(tag)?.[1] ?? "";
    return /\bname\s*=\s*["']?(?:robots|googlebot(?:-news)?|bingbot)\b/i.test(tag) && PARTS_ONLY.test(content);
  });
}

/**
 * Why a page may not be worked on by machines, by its `X-Robots-Tag`, its TDM reservation (W3C TDMRep) or its meta
 * elements; null when it may.
 */
export function findOptOut(headers: Pick<FreshDownload, "xRobotsTag" | "tdmReservation">, html: string): string | null {
  if (headers.tdmReservation?.trim() === "1") return "The site reserves its pages from text mining.";
  if (OPT_OUT_PATTERN.test(headers.xRobotsTag ?? "")) return "The site asks machines not to work on its pages.";
  for (const [tag] of html.slice(0, HEAD_LENGTH_MAX).matchAll(/<meta\b[^<>]{0,500}>/gi)) {
    const name = /\bname\s*=\s*["']?([\w-]{1,40})/i.exec(tag)?.[1]?.toLowerCase();
    const content = /\bcontent\s*=\s*["']?([^"'<>]{0,200})/i.exec(tag)?.[1] ?? "";
    if (name === "tdm-reservation" && content.trim() === "1") return "The site reserves its pages from text mining.";
    if (name === "robots" && OPT_OUT_PATTERN.test(content)) return "The page asks machines not to work on it.";
  }
  return null;
}
