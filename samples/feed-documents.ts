/** The sample newsroom's feeds as documents: RSS 2.0, Atom, RSS 1.0 (RDF) and JSON Feed. */

import { escapeHtml } from "./markup.ts";
import type { Outlet } from "./outlet.ts";

export interface FeedItem {
  readonly url: string;
  readonly title: string;
  readonly byline: string | null;
  readonly summary: string;
  readonly language: string;
  readonly topics: readonly string[];
  readonly publishedAt: Date;
}

export interface FeedDocument {
  readonly contentType: string;
  readonly text: string;
}

interface FeedInput {
  readonly outlet: Outlet;
  readonly feedUrl: string;
  readonly homepage: string;
  /** Newest first. */
  readonly items: readonly FeedItem[];
}

/** XML knows five entities; escapeHtml uses four of them. */
const escapeXml = escapeHtml;

function toRss({ outlet, feedUrl, homepage, items }: FeedInput): string {
  const entries = items.map(
    (item) => `<item>
<title>${escapeXml(item.title)}</title>
<link>${escapeXml(item.url)}</link>
<guid isPermaLink="true">${escapeXml(item.url)}</guid>
<pubDate>${item.publishedAt.toUTCString()}</pubDate>
${item.byline === null ? "" : `<dc:creator><![CDATA[${item.byline}]]></dc:creator>\n`}${item.topics.map((topic) => `<category>${escapeXml(topic)}</category>`).join("")}
<description><![CDATA[<p>${escapeHtml(item.summary)}</p>]]></description>
</item>`,
  );
  return `<?xml version="1.0" encoding="${outlet.feedCharset}"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
<title>${escapeXml(outlet.title)}</title>
<link>${escapeXml(homepage)}</link>
<description>${escapeXml(outlet.tagline)}</description>
${outlet.language === "mul" ? "" : `<language>${outlet.language}</language>\n`}
<atom:link href="${escapeXml(feedUrl)}" rel="self" type="application/rss+xml"/>
${entries.join("\n")}
</channel>
</rss>`;
}

function toAtom({ outlet, feedUrl, homepage, items }: FeedInput): string {
  const entries = items.map(
    (item) => `<entry>
<id>${escapeXml(item.url)}</id>
<title type="text">${escapeXml(item.title)}</title>
<link rel="alternate" type="text/html" href="${escapeXml(item.url)}"/>
<published>${item.publishedAt.toISOString()}</published>
<updated>${item.publishedAt.toISOString()}</updated>
${item.byline === null ? "" : `<author><name>${escapeXml(item.byline)}</name></author>\n`}${item.topics.map((topic) => `<category term="${escapeXml(topic)}"/>`).join("")}
<summary type="html">${escapeXml(`<p>${escapeHtml(item.summary)}</p>`)}</summary>
</entry>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${outlet.language}">
<id>${escapeXml(homepage)}</id>
<title>${escapeXml(outlet.title)}</title>
<subtitle>${escapeXml(outlet.tagline)}</subtitle>
<updated>${(items[0]?.publishedAt ?? new Date(0)).toISOString()}</updated>
<link rel="self" href="${escapeXml(feedUrl)}"/>
<link rel="alternate" type="text/html" href="${escapeXml(homepage)}"/>
<author><name>${escapeXml(outlet.title)}</name></author>
${entries.join("\n")}
</feed>`;
}

function toRdf({ outlet, feedUrl, homepage, items }: FeedInput): string {
  const entries = items.map(
    (item) => `<item rdf:about="${escapeXml(item.url)}">
<title>${escapeXml(item.title)}</title>
<link>${escapeXml(item.url)}</link>
<description>${escapeXml(item.summary)}</description>
<dc:date>${item.publishedAt.toISOString()}</dc:date>
${item.byline === null ? "" : `<dc:creator>${escapeXml(item.byline)}</dc:creator>\n`}${item.topics.map((topic) => `<dc:subject>${escapeXml(topic)}</dc:subject>`).join("")}
</item>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="${escapeXml(feedUrl)}">
<title>${escapeXml(outlet.title)}</title>
<link>${escapeXml(homepage)}</link>
<description>${escapeXml(outlet.tagline)}</description>
<dc:language>${outlet.language}</dc:language>
<items><rdf:Seq>${items.map((item) => `<rdf:li rdf:resource="${escapeXml(item.url)}"/>`).join("")}</rdf:Seq></items>
</channel>
${entries.join("\n")}
</rdf:RDF>`;
}

function toJsonFeed({ outlet, feedUrl, homepage, items }: FeedInput): string {
  return JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title: outlet.title,
    home_page_url: homepage,
    feed_url: feedUrl,
    language: outlet.language,
    items: items.map((item) => ({
      id: item.url,
      url: item.url,
      title: item.title,
      summary: item.summary,
      content_html: `<p>${escapeHtml(item.summary)}</p>`,
      date_published: item.publishedAt.toISOString(),
      tags: item.topics,
      ...(item.byline === null ? {} : { authors: [{ name: item.byline }] }),
    })),
  });
}

export function toFeedDocument(input: FeedInput): FeedDocument {
  switch (input.outlet.format) {
    case "rss":
      return { contentType: `application/rss+xml; charset=${input.outlet.feedCharset}`, text: toRss(input) };
    case "atom":
      return { contentType: "application/atom+xml; charset=utf-8", text: toAtom(input) };
    case "rdf":
      return { contentType: "application/rdf+xml", text: toRdf(input) };
    case "json":
      return { contentType: "application/feed+json; charset=utf-8", text: toJsonFeed(input) };
  }
}
