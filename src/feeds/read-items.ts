/** The XML tree of a feed of any kind to plain facts: one way to read RSS, RDF and Atom, however mixed. */

import type { FeedHints } from "../domain/feed.ts";
import { type DateRule, readDate } from "../languages/shared/dates/dates.ts";
import { mendMojibake } from "../net/decode.ts";
import { removeControls, toPlainText } from "./plain-text.ts";
import { readCategories } from "./read-categories.ts";
import { findLinkUrl, findUrl, isWebUrl, NATIVE, resolveUrl, toBase } from "./read-links.ts";
import { chooseOwnPicture, readOwnPictures, readPicture, withoutOwnPictures } from "./read-pictures.ts";
import { findChildren, findItems, type Space, toInnerHtml, toText, type XmlElement } from "./xml.ts";

const TITLE_LENGTH_MAX = 1000;
const BYLINE_LENGTH_MAX = 300;
const BYLINES_MAX = 10;
const GUID_LENGTH_MAX = 2000;
const HTML_LENGTH_MAX = 1_000_000;

/** One item as plain facts; the url may be empty when the feed gives none. */
export interface ItemFacts {
  readonly guid: string | null;
  readonly url: string;
  readonly title: string;
  readonly byline: string | null;
  readonly publishedAt: Date | null;
  readonly html: string;
  readonly imageUrl: string | null;
  readonly categories: readonly string[];
}

export interface FeedFacts {
  readonly title: string | null;
  readonly link: string | null;
  readonly language: string | null;
  readonly hints: FeedHints;
  readonly items: readonly ItemFacts[];
}

/** Text of the first of these that has any. */
function readText(element: XmlElement, names: readonly (readonly [string, ...Space[]])[]): string | null {
  for (const [name, ...spaces] of names) {
    for (const child of findChildren(element, name, ...spaces)) {
      const text = toText(child).trim();
      if (text !== "") return text;
    }
  }
  return null;
}

/** The HTML an Atom or RSS text element holds, by its type, or by its looks when it has none. */
function toHtml(element: XmlElement): string {
  const type = element.attributes.get("type")?.trim().toLowerCase() ?? "";
  const mode = element.attributes.get("mode")?.trim().toLowerCase() ?? "";
  const hasElements = element.children.some((child) => typeof child !== "string");
  if (hasElements) {
    const wrapper = element.children.find((child): child is XmlElement => typeof child !== "string");
    const isWrapped =
      type.includes("xhtml") &&
      wrapper?.name === "div" &&
      element.children.every((child) => child === wrapper || (typeof child === "string" && child.trim() === ""));
    return toInnerHtml(isWrapped && wrapper !== undefined ? wrapper : element);
  }
  const text = toText(element);
  if (mode === "base64" || (element.space === "atom" && type === "application/octet-stream")) {
    return Buffer.from(text, "base64").toString("utf8");
  }
  const isPlain = element.space === "atom" && (type === "text" || type === "text/plain") && mode !== "escaped";
  return isPlain ? text.replace(/&/g, "&amp;").replace(/</g, "&lt;") : text;
}

/** The first of these that has words; a picture alone is taken when none has. */
function readHtml(element: XmlElement, names: readonly (readonly [string, ...Space[]])[]): string {
  let wordless = "";
  for (const [name, ...spaces] of names) {
    for (const child of findChildren(element, name, ...spaces)) {
      const html = mendMojibake(removeControls(toHtml(child)).trim())
        .slice(0, HTML_LENGTH_MAX)
        .toWellFormed();
      if (/[\p{L}\p{N}]/u.test(html.replace(/<[^<>]{0,10000}>/g, ""))) return html;
      if (wordless === "") wordless = html;
    }
  }
  return wordless;
}

function readTitle(element: XmlElement, names: readonly (readonly [string, ...Space[]])[]): string | null {
  const html = readHtml(element, names);
  return html === "" ? null : toPlainText(html, TITLE_LENGTH_MAX);
}

/** "ann@site.example (Ann Lee)" and "Ann Lee <ann@site.example>" are Ann Lee; an address alone is nobody. */
function readName(text: string): string | null {
  const inside = /\(([^()]{2,100})\)\s*$/.exec(text)?.[1];
  const name = toPlainText(/@/.test(text) && inside !== undefined ? inside : text, BYLINE_LENGTH_MAX)
    .replace(/[<(]?[^\s<>()@]+@[^\s<>()@]+[>)]?/g, "")
    .trim();
  return name === "" || isWebUrl(name) ? null : name;
}

function readByline(item: XmlElement): string | null {
  const names = new Set<string>();
  const people = [...findChildren(item, "author", "atom", "core"), ...findChildren(item, "creator", "dc")];
  for (const person of people.length > 0 ? people : findChildren(item, "author", "itunes")) {
    const inner = findChildren(person, "name", ...NATIVE)[0];
    const hasParts = person.children.some((child) => typeof child !== "string");
    const name = inner === undefined && hasParts ? null : readName(mendMojibake(toText(inner ?? person)));
    if (name !== null && names.size < BYLINES_MAX) names.add(name);
  }
  return names.size === 0 ? null : [...names].join(", ").slice(0, BYLINE_LENGTH_MAX);
}

const DATE_NAMES: readonly (readonly [string, ...Space[]])[] = [
  ["published", ...NATIVE],
  ["pubdate", "core", "other"],
  ["issued", ...NATIVE],
  ["date", "dc"],
  ["issued", "dc"],
  ["created", ...NATIVE, "dc"],
  ["updated", ...NATIVE],
  ["modified", ...NATIVE, "dc"],
  ["date", "core", "other"],
];

/** "2026" and "Nov 26" are written in feeds; where the language is not known, 03/04/2026 is American. */
export const feedDates = (language: string | null): DateRule => ({
  language,
  hasShortYears: true,
  hasMissingDays: true,
});

function readPublishedAt(item: XmlElement, dates: DateRule): Date | null {
  for (const [name, ...spaces] of DATE_NAMES) {
    for (const child of findChildren(item, name, ...spaces)) {
      const date = readDate(toText(child), dates);
      if (date !== null) return date;
    }
  }
  return null;
}

const CONTENT_NAMES: readonly (readonly [string, ...Space[]])[] = [
  ["encoded", "content"],
  ["content", ...NATIVE],
  ["body", "xhtml"],
  ["description", "core"],
  ["summary", ...NATIVE],
  ["description", "dc", "media"],
  ["summary", "itunes"],
];

function readItem(item: XmlElement, outerBase: string | null, feedByline: string | null, dates: DateRule): ItemFacts {
  const base = toBase(item, outerBase);
  const id =
    readText(item, [
      ["guid", "core"],
      ["id", ...NATIVE],
    ]) ??
    item.attributes.get("rdf:about")?.trim() ??
    readText(item, [["identifier", "dc"]]);
  const guid = id === null || id === "" ? null : removeControls(id).slice(0, GUID_LENGTH_MAX).toWellFormed();
  const group = findChildren(item, "group", "media")[0];
  const html = readHtml(item, CONTENT_NAMES);
  return {
    guid,
    url: findUrl(item, guid, base),
    title:
      readTitle(item, [
        ["title", ...NATIVE],
        ["title", "dc"],
        ["title", "media"],
      ]) ?? "",
    byline: readByline(item) ?? feedByline,
    publishedAt: readPublishedAt(item, dates),
    html: html === "" && group !== undefined ? readHtml(group, [["description", "media"]]) : html,
    imageUrl: readPicture(item, base),
    categories: readCategories(item),
  };
}

const PERIODS_MS: Readonly<Record<string, number>> = {
  hourly: 3_600_000,
  daily: 86_400_000,
  weekly: 604_800_000,
  monthly: 2_592_000_000,
  yearly: 31_536_000_000,
};
const DAYS: readonly string[] = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

const toWebUrl = (url: string | null): string | null => (url !== null && isWebUrl(url) ? url : null);

function readHints(channel: XmlElement, base: string | null): FeedHints {
  const minutes = Number(readText(channel, [["ttl", "core"]]) ?? Number.NaN);
  const period = PERIODS_MS[readText(channel, [["updateperiod", "sy"]])?.toLowerCase() ?? ""];
  const frequency = Math.max(1, Number(readText(channel, [["updatefrequency", "sy"]]) ?? 1) || 1);
  const skipHours = findChildren(channel, "skiphours", "core").flatMap((each) => findChildren(each, "hour", "core"));
  const skipDays = findChildren(channel, "skipdays", "core").flatMap((each) => findChildren(each, "day", "core"));
  const hours = skipHours.map((each) => Number(toText(each).trim() || Number.NaN) % 24);
  const days = skipDays.map((each) => DAYS.indexOf(toText(each).trim().toLowerCase()));
  return {
    ttlMs: minutes > 0 ? minutes * 60_000 : period === undefined ? null : period / frequency,
    skipHours: [...new Set(hours.filter((hour) => Number.isInteger(hour) && hour >= 0))],
    skipDays: [...new Set(days.filter((day) => day >= 0))],
    hubUrl: findLinkUrl(channel, "hub", base),
    selfUrl: findLinkUrl(channel, "self", base),
    olderUrl: toWebUrl(findLinkUrl(channel, "prev-archive", base) ?? findLinkUrl(channel, "next", base)),
  };
}

/** Null for an empty or oddly written tag: "en-us" is "en-us", "English" is null. */
export function readLanguage(text: string | null | undefined): string | null {
  const tag = text?.trim().replaceAll("_", "-").toLowerCase() ?? "";
  return /^[a-z]{2,3}(?:-[a-z0-9]{1,8}){0,4}$/.test(tag) ? tag : null;
}

/** The facts of a feed's tree. The url is where it was downloaded from; empty when that is unknown. */
export function readFeedFacts(root: XmlElement, url: string): FeedFacts {
  const isAtom = root.name === "feed";
  const channel = isAtom ? root : (findChildren(root, "channel", ...NATIVE)[0] ?? root);
  const documentUrl = isWebUrl(url) ? url : null;
  const rootBase = toBase(channel, toBase(root, documentUrl));
  const link = readText(channel, isAtom ? [] : [["link", "core"]]) ?? findLinkUrl(channel, "alternate", rootBase);
  const linkUrl = link === null ? null : resolveUrl(link, rootBase);
  // RSS has no rule for relative links. They are meant from the site, which need not be where the feed lies.
  const base = isAtom || rootBase === null || rootBase !== documentUrl || !isWebUrl(linkUrl ?? "") ? rootBase : linkUrl;
  const feedByline = isAtom ? readByline(channel) : null;
  const language = readLanguage(
    readText(channel, [
      ["language", "core"],
      ["language", "dc"],
    ]) ??
      channel.attributes.get("xml:lang") ??
      root.attributes.get("xml:lang"),
  );
  const dates = feedDates(language);
  const items = findItems(root).map((item) => readItem(item, base, feedByline, dates));
  const own = readOwnPictures(channel, base);
  return {
    title: readTitle(channel, [
      ["title", ...NATIVE],
      ["title", "dc"],
    ]),
    link: linkUrl !== null && isWebUrl(linkUrl) ? linkUrl : null,
    language,
    hints: { ...readHints(channel, rootBase), pictureUrl: chooseOwnPicture(own) },
    items: withoutOwnPictures(items, own),
  };
}
