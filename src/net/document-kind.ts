/** What a document is that is no web page, by what it begins with and what its server calls it. */

import { decodeBytes, isBinary } from "./decode.ts";

/** A link to a feed is common: whoever asks can be told what to do with it. */
export const IS_FEED = "It is a feed, and no article.";

const HEAD_LENGTH_MAX = 4_000;
/** Declarations and comments that may stand before the first element. */
const PROLOG = /^\s*(?:<\?[^>]*\?>\s*|<!--[\s\S]*?-->\s*|<!DOCTYPE[^>[]*(?:\[[^\]]*\])?>\s*)*/i;
const FIRST_ELEMENT = /^<(?:[a-z][\w.-]*:)?([a-z][\w.-]*)/i;
const FEED_ELEMENTS: ReadonlySet<string> = new Set(["rss", "feed", "rdf"]);
/** Of XML that people do not read as it is. */
const OTHER_ELEMENTS: ReadonlySet<string> = new Set([
  "urlset",
  "sitemapindex",
  "opml",
  "svg",
  "kml",
  "gpx",
  "manifest",
]);
const OF_PAGE = /<(?:!doctype html|html|head|body|article|main|p|div|h1)[\s>]/i;
/** Servers call pages by these, or by nothing. */
const TYPES_OF_TEXT = /^(?:text\/(?:html|plain|xml)|application\/(?:xhtml\+xml|xml|octet-stream))$/;

const toType = (contentType: string | null): string =>
  /^\s*([a-z0-9.+-]{1,40}\/[a-z0-9.+-]{1,60})/i.exec(contentType ?? "")?.[1]?.toLowerCase() ?? "";

const nameFile = (type: string): string => `It is a file (${type}), and only web pages are read.`;

/** What JSON is: a feed by its version, else data; null for what only begins like it. */
function judgeJson(text: string): string | null {
  if (!/^\s*(?:\{\s*["}]|\[\s*[[{"\]\d-])/.test(text.slice(0, HEAD_LENGTH_MAX))) return null;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const version = typeof value === "object" && value !== null && "version" in value ? value.version : null;
  return String(version).includes("jsonfeed.org") ? IS_FEED : nameFile("JSON");
}

/** A sentence that says what it is in the place of a page; null for a page, and for what may be one. */
export function judgeDocument(body: Uint8Array, contentType: string | null): string | null {
  const type = toType(contentType);
  const start = String.fromCharCode(...body.subarray(0, 16)).trimStart();
  if (start.startsWith("%PDF-") || type === "application/pdf") return "It is a PDF, and only web pages are read.";
  const text = decodeBytes(body, contentType, "html");
  const head = text.slice(0, HEAD_LENGTH_MAX).replace(/^\ufeff/, "");
  if (isBinary(text)) return nameFile(type === "" || TYPES_OF_TEXT.test(type) ? "binary" : type);
  const element = FIRST_ELEMENT.exec(head.replace(PROLOG, ""))?.[1]?.toLowerCase() ?? "";
  if (FEED_ELEMENTS.has(element)) return IS_FEED;
  if (OTHER_ELEMENTS.has(element)) return nameFile("XML");
  const json = judgeJson(text.replace(/^\ufeff/, ""));
  if (json !== null) return json;
  const isText = type === "" || TYPES_OF_TEXT.test(type) || OF_PAGE.test(head);
  return isText ? null : nameFile(type);
}
