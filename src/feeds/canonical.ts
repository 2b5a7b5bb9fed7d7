/** Facts to canonical RSS 2.0, the one form rss-parser reads without mistakes. */

import { removeControls } from "./plain-text.ts";
import type { FeedFacts, ItemFacts } from "./read-items.ts";

const escapeText = (text: string): string =>
  removeControls(text).toWellFormed().replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

const toCdata = (text: string): string =>
  `<![CDATA[${removeControls(text).toWellFormed().replaceAll("]]>", "]]]]><![CDATA[>")}]]>`;

const toElement = (name: string, text: string | null): string =>
  text === null || text === "" ? "" : `<${name}>${escapeText(text)}</${name}>`;

/**
 * The HTML goes into an element of our own: in `description` or `content:encoded` rss-parser would run its
 * contentSnippet expression over it, which takes quadratic time (500 kB: over a minute).
 */
function toItem(item: ItemFacts): string {
  return `<item>${[
    toElement("title", item.title),
    toElement("link", item.url),
    item.guid === null ? "" : `<guid isPermaLink="false">${escapeText(item.guid)}</guid>`,
    toElement("pubDate", item.publishedAt?.toISOString() ?? null),
    toElement("entryByline", item.byline),
    item.html === "" ? "" : `<entryHtml>${toCdata(item.html)}</entryHtml>`,
    toElement("entryImage", item.imageUrl),
    ...item.categories.map((category) => toElement("entryCategory", category)),
  ].join("")}</item>`;
}

export function toCanonicalRss(feed: FeedFacts): string {
  const head = [toElement("title", feed.title), toElement("link", feed.link), toElement("language", feed.language)];
  return `<?xml version="1.0"?><rss version="2.0"><channel>${head.join("")}${feed.items.map(toItem).join("")}</channel></rss>`;
}
