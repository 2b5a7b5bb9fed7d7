/** From a page's bytes to its article, or to the sentence that says why there is none. */

import type { ExtractedArticle } from "../../domain/article.ts";
import { decodeBytes } from "../../net/decode.ts";
import type { FreshDownload } from "../../net/download.ts";
import { findOptOut } from "../../net/robots.ts";
import { ArticleError, extractArticle } from "../extract.ts";

/** Characters of an article's text kept: more than any article has, less than would keep whoever works on it busy. */
const TEXT_LENGTH_MAX = 200_000;

/** The text up to its limit, cut between paragraphs where that can be. */
export function boundText(text: string): string {
  if (text.length <= TEXT_LENGTH_MAX) return text;
  const end = text.lastIndexOf("\n\n", TEXT_LENGTH_MAX);
  return text.slice(0, end > 0 ? end : TEXT_LENGTH_MAX).toWellFormed();
}

/** What is needed of a download; plain data, so that it can go to another thread. */
export type PageSource = Pick<FreshDownload, "body" | "contentType" | "url" | "xRobotsTag" | "tdmReservation">;

export type PageAnswer = { readonly article: ExtractedArticle } | { readonly reason: string };

/** In its own thread: rejects with WorkStoppedError. In this one: see readPage. */
export type ReadPage = (source: PageSource) => Promise<PageAnswer>;

/** A page that may not be worked on, or holds no article, is answered with the reason; throws only for a fault of ours. */
export async function readPage({ body, contentType, url, ...headers }: PageSource): Promise<PageAnswer> {
  const html = decodeBytes(body, contentType, "html");
  const reason = findOptOut(headers, html);
  if (reason !== null) return { reason };
  try {
    const article = extractArticle(html, url);
    return { article: { ...article, text: boundText(article.text) } };
  } catch (error) {
    if (error instanceof ArticleError) return { reason: error.message };
    throw error;
  }
}
