/** Reads what a page says of its article: structured data first, then meta elements, then the visible page. */

import { isPictureOfArticle } from "../../domain/pictures/picture.ts";
import { readDate } from "../../languages/shared/dates/dates.ts";
import { cleanLine, toComparable } from "../clean.ts";
import type { Block } from "../page/blocks.ts";
import { type Page, type PageElement, textOf } from "../page/tree.ts";
import { chooseByline } from "./byline.ts";
import { findHeaderLines } from "./header-lines.ts";
import { betterName, readHostName } from "./host-name.ts";
import { findLinkedArticle } from "./json-ld.ts";
import { BYLINE_NAMES, MODIFIED_NAMES, PUBLISHED_NAMES } from "./meta-names.ts";
import { chooseOutletName, withItsCapitals } from "./outlet-name.ts";
import { isSiteHeading } from "./site-heading.ts";
import { chooseTitle } from "./title.ts";
import { chooseDate, findVisibleDate, pageDates } from "./visible-date.ts";

export interface Metadata {
  readonly title: string;
  /** What the page is headed and titled, as it stands; the most visible first. */
  readonly headings: readonly string[];
  readonly byline: string | null;
  readonly outlet: string | null;
  readonly publishedAt: Date | null;
  /** As the page declares it, unchecked. */
  readonly language: string | null;
  readonly canonicalUrl: string | null;
  readonly imageUrl: string | null;
  /** What it is filed under, as the page names it. */
  readonly categories: readonly string[];
  /** The publisher's own copy of the text, when the structured data holds one. */
  readonly body: string | null;
  readonly description: string | null;
  /** False when the page says that its text is for subscribers. */
  readonly isFree: boolean;
  /** True when the page opts out of machine use (robots noai, TDM reservation). */
  readonly isReserved: boolean;
}

const URL_LENGTH_MAX = 2_000;
const OUTLET_LENGTH_MAX = 80;

/** The first value of each meta element by lower-case name; several values of one name in order. */
export type MetaValues = ReadonlyMap<string, readonly string[]>;

function listMeta(page: Page): MetaValues {
  const values = new Map<string, string[]>();
  for (const { tag, attributes } of page.elements) {
    if (tag !== "meta") continue;
    const content = attributes["content"]?.trim();
    if (content === undefined || content === "") continue;
    for (const key of ["property", "name", "itemprop", "http-equiv"]) {
      for (const name of (attributes[key] ?? "").toLowerCase().split(/\s+/)) {
        if (name === "") continue;
        const list = values.get(name);
        if (list === undefined) values.set(name, [content]);
        else if (list.length < 20) list.push(content);
      }
    }
  }
  return values;
}

function toUrl(value: string | null | undefined, base: string | null): string | null {
  if (value === null || value === undefined || value === "" || value.length > URL_LENGTH_MAX) return null;
  try {
    const url = base === null ? new URL(value) : new URL(value, base);
    return url.protocol === "http:" || url.protocol === "https:" ? url.href : null;
  } catch {
    return null;
  }
}

function findCanonical(page: Page, meta: MetaValues, url: string | null): string | null {
  const link = page.elements.find(
    ({ tag, attributes }) => tag === "link" && /(?:^|\s)canonical(?:\s|$)/i.test(attributes["rel"] ?? ""),
  );
  for (const value of [link?.attributes["href"], meta.get("og:url")?.[0]]) {
    const canonical = toUrl(value, url);
    if (canonical === null) continue;
    // A canonical link to the home page is a template's mistake, not this article's address.
    const path = new URL(canonical).pathname;
    if (path !== "/" || url === null || new URL(canonical).search !== "") return canonical;
  }
  return null;
}

const hasReservation = (meta: MetaValues): boolean =>
  (meta.get("tdm-reservation")?.[0] ?? "0") === "1" ||
  [...(meta.get("robots") ?? []), ...(meta.get("googlebot-news") ?? [])].some((value) => /\bnoai\b/i.test(value));

const isPaywalled = (page: Page): boolean =>
  page.elements.some(
    ({ attributes }) => attributes["itemprop"] === "isAccessibleForFree" && /false/i.test(attributes["content"] ?? ""),
  );

/** WordPress plugins label pairs of values for previews: "Written by" and "Est. reading time". */
function findPreviewAuthor(meta: MetaValues): readonly string[] {
  for (const number of [1, 2])
    if (/by|author/i.test(meta.get(`twitter:label${number}`)?.[0] ?? ""))
      return meta.get(`twitter:data${number}`) ?? [];
  return [];
}

/** "Port reopens - Harbor Gazette" over the headline "Port reopens" leaves the outlet, which is never the headline. */
function findTitleRest(documentTitle: string, headings: readonly string[], stated: string): string | null {
  for (const heading of headings) {
    const at = heading.length < 8 ? -1 : documentTitle.toLowerCase().indexOf(heading.toLowerCase());
    if (at < 0) continue;
    const rest = `${documentTitle.slice(0, at)}${documentTitle.slice(at + heading.length)}`.replace(
      /^[\s|–—:·»•_-]+|[\s|–—:·»•_-]+$/gu,
      "",
    );
    // Of "Hale Notes: The pier" over the heading "Hale Notes", the rest is what the page is about.
    if (rest !== "" && toComparable(rest) === toComparable(stated) && heading.length <= OUTLET_LENGTH_MAX)
      return heading;
    if (rest !== "" && rest.length <= 40 && !/[|»]|\s[–—-]\s/u.test(rest)) return rest;
  }
  return null;
}

function findOutlet(
  meta: MetaValues,
  publisher: string | null,
  url: string | null,
  documentTitle: string,
  headings: readonly string[],
  lines: readonly string[],
): string | null {
  const candidates = [
    meta.get("og:site_name")?.[0],
    publisher,
    meta.get("application-name")?.[0],
    meta.get("apple-mobile-web-app-title")?.[0],
  ];
  const names = candidates
    .map((candidate) => cleanLine(candidate ?? "").replace(/^@/, ""))
    .filter((name) => name !== "" && name.length <= OUTLET_LENGTH_MAX && !/^https?:/i.test(name));
  const name = chooseOutletName(names, url);
  const ogTitle = cleanLine(meta.get("og:title")?.[0] ?? "");
  const own = readHostName(url, [documentTitle, ogTitle], lines);
  if (name !== null) return withItsCapitals(betterName(name, own), documentTitle);
  const rest = own?.name ?? findTitleRest(documentTitle, headings, ogTitle);
  if (rest !== null) return rest;
  const host = url === null ? null : toUrl(url, null);
  return host === null ? null : new URL(host).hostname.replace(/^www\./, "");
}

const IMAGE_NAMES = ["og:image:secure_url", "og:image", "og:image:url", "twitter:image", "twitter:image:src"] as const;

/** The first named picture that tells of the article: not the site's logo, nor what counts its readers. */
function findImage(meta: MetaValues, linked: string | null, pageUrl: string | null): string | null {
  const side = (name: string): number | null => Number.parseInt(meta.get(`og:image:${name}`)?.[0] ?? "", 10) || null;
  const shape = { width: side("width"), height: side("height") };
  const named = IMAGE_NAMES.map((name) => ({ given: meta.get(name)?.[0], ...(name.startsWith("og:") ? shape : {}) }));
  for (const { given, ...facts } of [...named, { given: linked }]) {
    const url = toUrl(given, pageUrl);
    if (url !== null && isPictureOfArticle({ url, ...facts })) return url;
  }
  return null;
}

const CATEGORY_NAMES = ["article:section", "section", "parsely-section", "article:tag", "news_keywords"] as const;
const CATEGORIES_MAX = 20;
const CATEGORY_LENGTH_MAX = 80;

/** The section first; what stands in several places once. */
function findCategories(meta: MetaValues, sections: readonly string[]): readonly string[] {
  const named = CATEGORY_NAMES.flatMap((name) => meta.get(name) ?? []).flatMap((each) => each.split(/[,;]/));
  const cleaned = [...sections, ...named].map((each) => cleanLine(each));
  const fit = cleaned.filter((each) => each !== "" && each.length <= CATEGORY_LENGTH_MAX);
  return [...new Map(fit.map((each) => [each.toLowerCase(), each])).values()].slice(0, CATEGORIES_MAX);
}

/** Never throws; what the page does not say is null. */
export function readMetadata(page: Page, blocks: readonly Block[], url: string | null): Metadata {
  const pageUrl = toUrl(url, null);
  const meta = listMeta(page);
  const first = (...names: readonly string[]): string | null => {
    for (const name of names) {
      const value = meta.get(name)?.[0];
      if (value !== undefined) return value;
    }
    return null;
  };
  const isOf = (element: PageElement, tag: string): boolean => element.tag === tag;
  const documentTitle = page.elements.find((element) => isOf(element, "title"));
  const headings = page.elements.filter((element) => isOf(element, "h1")).slice(0, 5);
  const headingTexts = headings.map((heading) => cleanLine(textOf(heading)));
  const pageTitle = documentTitle === undefined ? "" : cleanLine(textOf(documentTitle));
  const canonicalUrl = findCanonical(page, meta, pageUrl);
  const metaTitles = [
    first("og:title"),
    first("twitter:title"),
    first("sailthru.title", "parsely-title", "dc.title", "title"),
  ];
  const shown = blocks.map(({ text }) => text);
  const linked = findLinkedArticle(page.jsonLd, {
    urls: [pageUrl, canonicalUrl].filter((each): each is string => each !== null),
    headlines: [...headingTexts, pageTitle, ...metaTitles].filter(
      (each): each is string => each !== null && each !== "",
    ),
    shown,
  });
  const outlet = findOutlet(meta, linked?.publisher ?? null, pageUrl, pageTitle, headingTexts, shown);
  const title = chooseTitle({
    linked: linked?.headline ?? null,
    meta: metaTitles,
    document: pageTitle,
    headings: headings
      .filter((heading) => !isSiteHeading(heading, pageUrl))
      .map((heading) => cleanLine(textOf(heading))),
    outlet,
    host: pageUrl === null ? null : new URL(pageUrl).hostname,
    shown,
  });
  const headerLines = findHeaderLines(blocks, title);
  const html = page.elements.find((element) => isOf(element, "html"));
  const language =
    html?.attributes["lang"] ??
    html?.attributes["xml:lang"] ??
    linked?.language ??
    first("content-language", "og:locale", "language");
  const dates = pageDates(language, pageUrl);
  const readDates = (values: readonly (string | null | undefined)[]): readonly Date[] =>
    values.flatMap((value) => readDate(value ?? "", { ...dates, hasShortYears: true }) ?? []);
  const stated = readDates([linked?.publishedAt, ...PUBLISHED_NAMES.map((name) => first(name))]);
  const modified = readDates([linked?.modifiedAt, ...MODIFIED_NAMES.map((name) => first(name))]);
  return {
    title,
    headings: [...headingTexts, pageTitle].filter((each) => each !== ""),
    byline: chooseByline(page, {
      linked: linked?.authors ?? [],
      meta: [...BYLINE_NAMES.map((name) => meta.get(name) ?? []), findPreviewAuthor(meta)],
      outlet,
      headerLines: [...headerLines.after, ...headerLines.before],
      told: shown,
    }),
    outlet,
    publishedAt: chooseDate(
      { published: stated, modified },
      [...headerLines.after, ...headerLines.before],
      stated.length === 0 ? findVisibleDate(page, pageUrl, dates) : null,
      dates,
    ),
    language,
    canonicalUrl,
    categories: findCategories(meta, linked?.sections ?? []),
    imageUrl: findImage(meta, linked?.imageUrl ?? null, pageUrl),
    body: linked?.body ?? null,
    description: first("og:description", "description", "twitter:description"),
    isFree: linked?.isAccessibleForFree !== false && !isPaywalled(page),
    isReserved: hasReservation(meta),
  };
}
