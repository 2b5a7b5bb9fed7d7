/** A downloaded feed to entries: decode, read leniently, make canonical, and let rss-parser read that. */

import Parser from "rss-parser";
import type { Entry, ParsedFeed } from "../domain/feed.ts";
import { decodeBytes } from "../net/decode.ts";
import { toCanonicalRss } from "./canonical.ts";
import { readJsonFeed } from "./json-feed.ts";
import { type FeedFacts, readFeedFacts } from "./read-items.ts";
import { readXml } from "./xml.ts";

/** The download limit is lower; this one guards whoever passes bytes from elsewhere. */
const BYTES_MAX = 20_000_000;

interface CanonicalItem {
  readonly entryByline?: string;
  readonly entryHtml?: string;
  readonly entryImage?: string;
  readonly entryCategory?: readonly string[];
}

/** Marks that the makers of such checks leave in their pages. */
const ROBOT_CHECK_PATTERN =
  /challenge-platform|cf[-_]chl|cf-browser-verification|_incapsula_resource|captcha-delivery|px-captcha|g-recaptcha|h-captcha|ddos-guard|awswafintegration|sucuri_cloudproxy/i;

/** What a document that is no feed looks like, for the sentence in the error. */
function describe(text: string): string {
  const start = text.slice(0, 2000).trimStart().toLowerCase();
  if (start === "") return "The document is empty.";
  if (ROBOT_CHECK_PATTERN.test(text.slice(0, 20_000))) {
    return "The site answers with a check for robots. Ask it to let the bot through, or name another feed of it.";
  }
  if (/^<(?:!doctype html|html|head|body|script)/.test(start) || start.includes("<html")) {
    return "The document is an HTML page, not a feed.";
  }
  if (/^[{[]/.test(start)) return "The document is JSON, but not a JSON Feed.";
  if (start.startsWith("<")) return "The document is XML, but neither RSS nor Atom.";
  return "The document is neither RSS, Atom nor JSON Feed.";
}

function readFacts(text: string, url: string): FeedFacts {
  if (/^\s*\{/.test(text.slice(0, 200))) {
    const feed = readJsonFeed(text, url);
    if (feed !== null) return feed;
  }
  const root = readXml(text);
  if (root === null) throw new Error(describe(text));
  return readFeedFacts(root, url);
}

/**
 * Reads a feed of any kind: RSS 0.9 to 2.0, RDF, Atom 0.3 and 1.0, JSON Feed, also damaged or mixed (docs/feeds.md).
 *
 * `bytes` are the document as it was downloaded, at most 20 MB; `contentType` is the HTTP header, which may name a
 * charset; `url` is where the document was found. Entries come in the document's order. An entry's url is absolute, or
 * empty when the feed gives it no link at all; relative links are resolved against xml:base, the feed's site, or the url.
 * Its html is untrusted; its date is null when there is none, or none that can be read without guessing.
 *
 * Rejects with an Error whose message is a sentence when the document is too large or no feed.
 */
export async function parseFeed(bytes: Uint8Array, contentType: string | null, url: string): Promise<ParsedFeed> {
  if (bytes.length > BYTES_MAX) throw new Error(`The document is larger than ${BYTES_MAX / 1_000_000} MB.`);
  const facts = readFacts(decodeBytes(bytes, contentType, "xml"), url);
  // A parser used twice accepts damaged documents silently (rss-parser 3.13), so each document has its own.
  const parser = new Parser<object, CanonicalItem>({
    customFields: {
      item: ["entryByline", "entryHtml", "entryImage", ["entryCategory", "entryCategory", { keepArray: true }]],
    },
  });
  const feed = await parser.parseString(toCanonicalRss(facts));
  const entries = feed.items.map(
    (item): Entry => ({
      guid: item.guid ?? null,
      url: item.link ?? "",
      title: item.title ?? "",
      byline: item.entryByline ?? null,
      publishedAt: item.isoDate === undefined ? null : new Date(item.isoDate),
      html: item.entryHtml ?? "",
      imageUrl: item.entryImage ?? null,
      categories: item.entryCategory ?? [],
    }),
  );
  return {
    title: feed.title ?? null,
    link: feed.link ?? null,
    language: facts.language,
    entries,
    hints: facts.hints,
  };
}
