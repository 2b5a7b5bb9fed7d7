/** Which of an item's many links is its page, as an absolute address. */

import { removeControls } from "./plain-text.ts";
import { findChildren, type Space, toText, type XmlElement } from "./xml.ts";

const URL_LENGTH_MAX = 4000;

/** RSS of any version, and Atom. */
export const NATIVE: readonly Space[] = ["core", "atom"];

/**
 * An absolute http(s) URL. Without a base a relative one stays as given; anything else, such as `javascript:`, is "".
 */
export function resolveUrl(given: string, base: string | null): string {
  const text = removeControls(given)
    .replace(/[\t\r\n]/g, "")
    // Escaped once too often, as links in CDATA are.
    .replace(/&(?:amp;|#38;)+/gi, "&")
    .trim()
    .slice(0, URL_LENGTH_MAX);
  if (text === "") return "";
  if (URL.canParse(text, base ?? undefined)) {
    const url = new URL(text, base ?? undefined);
    return url.protocol === "http:" || url.protocol === "https:" ? url.href : "";
  }
  return base === null && !/^[a-z][a-z0-9+.-]*:/i.test(text) ? text : "";
}

export const isWebUrl = (text: string): boolean => /^https?:\/\/[^\s/]/i.test(text) && URL.canParse(text);

export function toBase(element: XmlElement, outer: string | null): string | null {
  const given = element.attributes.get("xml:base")?.trim();
  if (given === undefined || given === "") return outer;
  const resolved = resolveUrl(given, outer);
  return isWebUrl(resolved) ? resolved : outer;
}

/** Kinds of links that lead elsewhere, though they are written as RSS writes the page. */
const NO_PAGE: ReadonlySet<string> = new Set([
  "enclosure",
  "self",
  "hub",
  "edit",
  "replies",
  "license",
  "next",
  "prev",
]);

/** The kind of a link element: "alternate" when it does not say, as Atom has it. */
function toRel(link: XmlElement): string {
  const rel = link.attributes.get("rel")?.trim().toLowerCase() ?? "";
  return rel === "" ? "alternate" : (rel.split("/").at(-1) ?? rel);
}

/** The address of the first link of this kind, HTML before other types. */
export function findLinkUrl(element: XmlElement, rel: string, base: string | null): string | null {
  const links = findChildren(element, "link", ...NATIVE).filter(
    (link) => toRel(link) === rel && (link.attributes.get("href")?.trim() ?? "") !== "",
  );
  const isHtml = (link: XmlElement): boolean => /^$|html/i.test(link.attributes.get("type") ?? "");
  const link = links.find(isHtml) ?? links[0];
  return link === undefined ? null : resolveUrl(link.attributes.get("href") ?? "", toBase(link, base));
}

/** Where Atom keeps the text of an entry when it is a page of its own. */
function findContentSource(item: XmlElement, base: string | null): string | null {
  const content = findChildren(item, "content", ...NATIVE).find((each) => each.attributes.has("src"));
  if (content === undefined || !/^$|html/i.test(content.attributes.get("type") ?? "")) return null;
  return resolveUrl(content.attributes.get("src") ?? "", toBase(content, base));
}

export function findUrl(item: XmlElement, guid: string | null, base: string | null): string {
  for (const link of findChildren(item, "link", "core")) {
    const text = toText(link).trim();
    if (text !== "" && !NO_PAGE.has(toRel(link))) return resolveUrl(text, toBase(link, base));
  }
  const alternate = findLinkUrl(item, "alternate", base);
  if (alternate !== null) return alternate;
  if (guid !== null) {
    if (isWebUrl(guid)) return resolveUrl(guid, base);
    const permalink = findChildren(item, "guid", "core")[0]?.attributes.get("ispermalink");
    if (permalink?.trim().toLowerCase() === "true") return resolveUrl(guid, base);
  }
  const page = findContentSource(item, base) ?? findLinkUrl(item, "related", base) ?? findLinkUrl(item, "via", base);
  if (page !== null && page !== "") return page;
  const enclosure = findChildren(item, "enclosure", "core")[0]?.attributes.get("url");
  const media = findChildren(item, "content", "media")[0]?.attributes.get("url");
  const given = findLinkUrl(item, "self", base) ?? enclosure ?? findLinkUrl(item, "enclosure", base) ?? media ?? "";
  const file = resolveUrl(given, base);
  // A name that is no address still tells the entry from others; nothing is downloaded from it.
  return file === "" && guid !== null && /^(?:tag|urn):\S+$/i.test(guid) ? guid : file;
}
