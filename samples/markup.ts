/** The small pieces every sample page is made of: escaping, dates and blocks as HTML. */

import type { Block, SampleArticle } from "./article.ts";
import type { Outlet } from "./outlet.ts";

export interface Link {
  readonly title: string;
  readonly url: string;
}

/** All a page template may use. */
export interface PageInput {
  readonly article: SampleArticle;
  readonly outlet: Outlet;
  readonly url: string;
  readonly homepage: string;
  readonly publishedAt: Date;
  /** The page's clock: sites print today's date on every page. */
  readonly now: Date;
  /** Other articles of the newsroom, for rails and lists. */
  readonly others: readonly Link[];
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (char) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[char] ?? char);
}

/** Escaped text with its links made. */
export function toInline(text: string): string {
  return escapeHtml(text).replace(/\[([^[\]]{1,200})\]\(([^()\s]{1,200})\)/g, '<a href="$2">$1</a>');
}

export function toDay(date: Date, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: "full", timeZone: "UTC" }).format(date);
}

export function toTime(date: Date, language: string): string {
  const options = { dateStyle: "long", timeStyle: "short", timeZone: "UTC" } as const;
  return new Intl.DateTimeFormat(language, options).format(date);
}

export const toLinks = (links: readonly Link[]): string =>
  links.map((link) => `<li><a href="${escapeHtml(link.url)}">${escapeHtml(link.title)}</a></li>`).join("\n");

/** How one outlet words and wraps what is not the article. */
export interface Furniture {
  readonly see: (text: string) => string;
  readonly more: (text: string) => string;
  readonly ad: (text: string) => string;
  readonly newsletter: (text: string) => string;
}

export const PLAIN_FURNITURE: Furniture = {
  see: (text) => `<p><strong>See also</strong>&nbsp; <a href="#">${toInline(text)}</a></p>`,
  more: (text) => `<aside class="related-box"><h4>Read more</h4><p><a href="#">${toInline(text)}</a></p></aside>`,
  ad: (text) =>
    `<div class="ad-slot" aria-label="Advertisement"><span>Advertisement</span><p>${toInline(text)}</p></div>`,
  newsletter: (text) =>
    `<form class="newsletter-signup" action="#"><h3>Stay informed</h3><p>${toInline(text)}</p>` +
    `<input type="email" placeholder="Your email"><button type="button">Sign up</button></form>`,
};

function toBlockHtml(block: Block, furniture: Furniture): string {
  switch (block.kind) {
    case "paragraph":
      return `<p>${toInline(block.text)}</p>`;
    case "heading":
      return `<h2>${toInline(block.text)}</h2>`;
    case "blockquote":
      return `<blockquote><p>${toInline(block.text)}</p></blockquote>`;
    case "list":
      return `<ul>\n${block.items.map((item) => `<li>${toInline(item)}</li>`).join("\n")}\n</ul>`;
    case "time":
      return `<div class="live-entry"><time>${block.time}</time>\n<p>${toInline(block.text)}</p></div>`;
    case "pull":
      return `<aside class="pull-quote" aria-hidden="true"><p>${toInline(block.text)}</p></aside>`;
    case "caption":
      return `<figure><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt=""><figcaption>${toInline(block.text)}</figcaption></figure>`;
    case "credit":
      return `<p>${toInline(block.text)}</p>`;
    case "see":
      return furniture.see(block.text);
    case "more":
      return furniture.more(block.text);
    case "ad":
      return furniture.ad(block.text);
    case "newsletter":
      return furniture.newsletter(block.text);
  }
}

export const toBody = (article: SampleArticle, furniture: Furniture = PLAIN_FURNITURE): string =>
  article.blocks.map((block) => toBlockHtml(block, furniture)).join("\n");

/** JSON inside a script element, safe from an early end tag. */
export const toScriptJson = (value: unknown): string => JSON.stringify(value).replaceAll("<", "\\u003c");
