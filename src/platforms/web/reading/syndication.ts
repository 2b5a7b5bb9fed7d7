/** A search as a feed that any news reader takes: RSS 2.0, Atom and JSON Feed. */

import { toCreditLine } from "../../../messages/post-lines.ts";
import type { BriefShape } from "./shapes.ts";

export const SYNDICATION_FORMATS = ["rss", "atom", "json"] as const;
export type SyndicationFormat = (typeof SYNDICATION_FORMATS)[number];
export const SYNDICATION_TYPES: Readonly<Record<SyndicationFormat, string>> = {
  rss: "application/rss+xml",
  atom: "application/atom+xml",
  json: "application/feed+json",
};

export interface Channel {
  readonly title: string;
  /** Absolute, of the search itself. */
  readonly pageUrl: string;
  readonly selfUrl: string;
  /** Of this server, with a slash at its end. */
  readonly baseUrl: string;
  readonly language: string;
  readonly items: readonly BriefShape[];
  readonly now: Date;
}

/** Characters that XML 1.0 forbids, however they are written. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out.
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

const toXml = (text: string): string =>
  text
    .toWellFormed()
    .replace(FORBIDDEN, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");

/** Never changes, whatever becomes of the article's address. */
const toKey = ({ id }: BriefShape): string => `urn:pullquote:article:${id}`;
const toDate = (brief: BriefShape): Date => new Date(brief.publishedAt ?? brief.fetchedAt);

function toHtml({ sentences, quotes, language }: BriefShape): string {
  const quoted = quotes.map(({ text, speaker, role }) => {
    const who = speaker === null ? "" : `<footer>— ${toXml(toCreditLine(speaker, role))}</footer>`;
    return `<blockquote><p>${toXml(text)}</p>${who}</blockquote>`;
  });
  return `<div lang="${toXml(language)}"><p>${sentences.map(toXml).join(" ")}</p>${quoted.join("")}</div>`;
}

function toRss({ title, pageUrl, selfUrl, baseUrl, language, items, now }: Channel): string {
  const entries = items.map(
    (brief) => `<item><title>${toXml(brief.headline)}</title>
<link>${toXml(brief.url ?? new URL(brief.page, baseUrl).href)}</link>
<guid isPermaLink="false">${toKey(brief)}</guid>
<pubDate>${toDate(brief).toUTCString()}</pubDate>
<dc:creator>${toXml(brief.outlet)}</dc:creator>
${brief.topics.map((topic) => `<category>${toXml(topic)}</category>`).join("")}
<description>${toXml(toHtml(brief))}</description></item>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>${toXml(title)}</title>
<link>${toXml(pageUrl)}</link>
<atom:link href="${toXml(selfUrl)}" rel="self" type="application/rss+xml"/>
<description>${toXml(title)}</description>
<language>${toXml(language)}</language>
<lastBuildDate>${now.toUTCString()}</lastBuildDate>
${entries.join("\n")}
</channel></rss>
`;
}

function toAtom({ title, pageUrl, selfUrl, baseUrl, items, now }: Channel): string {
  const newest = items.map(toDate).sort((a, b) => b.getTime() - a.getTime())[0] ?? now;
  const entries = items.map(
    (brief) => `<entry><title>${toXml(brief.headline)}</title>
<id>${toKey(brief)}</id>
<link href="${toXml(brief.url ?? new URL(brief.page, baseUrl).href)}"/>
<published>${toDate(brief).toISOString()}</published><updated>${toDate(brief).toISOString()}</updated>
<author><name>${toXml(brief.outlet)}</name></author>
${brief.topics.map((topic) => `<category term="${toXml(topic)}"/>`).join("")}
<content type="html">${toXml(toHtml(brief))}</content></entry>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<title>${toXml(title)}</title>
<id>${toXml(selfUrl)}</id>
<link href="${toXml(pageUrl)}"/><link href="${toXml(selfUrl)}" rel="self"/>
<updated>${newest.toISOString()}</updated>
${entries.join("\n")}
</feed>
`;
}

const toJsonFeed = ({ title, pageUrl, selfUrl, baseUrl, language, items }: Channel): string =>
  JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title,
    home_page_url: pageUrl,
    feed_url: selfUrl,
    language,
    items: items.map((brief) => ({
      id: toKey(brief),
      url: brief.url ?? new URL(brief.page, baseUrl).href,
      title: brief.headline,
      content_html: toHtml(brief),
      date_published: toDate(brief).toISOString(),
      authors: [{ name: brief.outlet }],
      tags: brief.topics,
      language: brief.language,
    })),
  });

const WRITERS: Readonly<Record<SyndicationFormat, (channel: Channel) => string>> = {
  rss: toRss,
  atom: toAtom,
  json: toJsonFeed,
};

export const toSyndication = (format: SyndicationFormat, channel: Channel): string => WRITERS[format](channel);
