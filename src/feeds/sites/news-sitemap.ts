/** Sitemaps for news (`news:news`), and the indexes that lead to them. */

import { Parser } from "htmlparser2";
import { readDate } from "../../languages/shared/dates/dates.ts";
import { decodeEntities, toPlainText } from "../plain-text.ts";
import { resolveUrl } from "../read-links.ts";
import { isOwnArticle, type ListedLink, TITLE_LENGTH_MAX } from "./site-entry.ts";

/** A news sitemap holds a thousand at most. */
const URLS_MAX = 3_000;
const SITEMAPS_MAX = 1_000;
const DEPTH_MAX = 20;
const STOP = new Error("stop");
const WANTED: ReadonlySet<string> = new Set(["loc", "lastmod", "title", "publication_date", "language", "name"]);

export interface NewsSitemap {
  /** With a headline in its news element, the newest first. */
  readonly links: readonly ListedLink[];
  readonly language: string | null;
  readonly name: string | null;
  /** Of an index: where the sitemaps are that may hold news, the likeliest first. */
  readonly sitemaps: readonly string[];
}

/** What may stand before a sitemap's first element: the XML declaration, style sheets, comments of any words. */
const PREFACES = [
  ["<?", "?>"],
  ["<!--", "-->"],
] as const;
const PREFACE_LENGTH_MAX = 65_536;

export function isSitemap(text: string): boolean {
  let rest = text.slice(0, PREFACE_LENGTH_MAX).trimStart();
  for (;;) {
    const preface = PREFACES.find(([opening]) => rest.startsWith(opening));
    if (preface === undefined) return /^<(?:\w{1,20}:)?(?:urlset|sitemapindex)\b/i.test(rest);
    const end = rest.indexOf(preface[1], preface[0].length);
    if (end < 0) return false;
    rest = rest.slice(end + preface[1].length).trimStart();
  }
}

/** Those that say so in their names, then the newest. */
function sortSitemaps(found: readonly { readonly url: string; readonly at: number }[]): readonly string[] {
  const isForNews = ({ url }: { readonly url: string }): number => Number(/news/i.test(new URL(url).pathname));
  return found.toSorted((a, b) => isForNews(b) - isForNews(a) || b.at - a.at).map(({ url }) => url);
}

export function readNewsSitemap(text: string, url: string): NewsSitemap {
  const links: ListedLink[] = [];
  const sitemaps: { url: string; at: number }[] = [];
  let language: string | null = null;
  let name: string | null = null;
  let facts: Record<string, string> = {};
  let current = "";
  let depth = 0;
  let count = 0;
  const parser = new Parser(
    {
      onopentagname(given) {
        depth += 1;
        if (depth > DEPTH_MAX) throw STOP;
        const local = given.toLowerCase().replace(/^.*:/, "");
        if (local === "url" || local === "sitemap") facts = {};
        // What a picture is called is no headline.
        current = WANTED.has(local) && !/^(?:image|video):/i.test(given) ? local : "";
        if (local === "news") facts["news"] = "1";
      },
      ontext(data) {
        if (current !== "" && (facts[current]?.length ?? 0) < 4_000) facts[current] = (facts[current] ?? "") + data;
      },
      onclosetag(given) {
        depth -= 1;
        current = "";
        const local = given.toLowerCase().replace(/^.*:/, "");
        if (local !== "url" && local !== "sitemap") return;
        if (++count > URLS_MAX) throw STOP;
        const loc = resolveUrl(decodeEntities(facts["loc"] ?? ""), url);
        const date = (facts["publication_date"] ?? facts["lastmod"] ?? "").trim();
        const at = readDate(date, { language: null });
        if (local === "sitemap") {
          const isNear = loc !== "" && new URL(loc).host === new URL(url).host;
          if (isNear && sitemaps.length < SITEMAPS_MAX) sitemaps.push({ url: loc, at: at?.getTime() ?? 0 });
          return;
        }
        const title = toPlainText(decodeEntities(facts["title"] ?? ""), TITLE_LENGTH_MAX);
        if (facts["news"] === undefined || title === "" || loc === "" || !isOwnArticle(loc, url)) return;
        language ??= facts["language"]?.trim() ?? null;
        name ??= toPlainText(decodeEntities(facts["name"] ?? ""), 100) || null;
        links.push({ url: loc, title, publishedAt: facts["publication_date"] === undefined ? null : at });
      },
    },
    { xmlMode: true, decodeEntities: false },
  );
  try {
    parser.end(text);
  } catch (error) {
    if (error !== STOP) throw error;
  }
  const timeOf = ({ publishedAt }: ListedLink): number => publishedAt?.getTime() ?? 0;
  return { links: links.toSorted((a, b) => timeOf(b) - timeOf(a)), language, name, sitemaps: sortSitemaps(sitemaps) };
}
