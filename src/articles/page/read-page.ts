/** From a page's bytes to its article, or to the sentence that says why there is none. */

import type { ExtractedArticle } from "../../domain/article.ts";
import { decodeBytes } from "../../net/decode.ts";
import { judgeDocument } from "../../net/document-kind.ts";
import type { FreshDownload } from "../../net/download.ts";
import { findOptOut, isForPartsOnly } from "../../net/robots.ts";
import { boundText, hasEndlessWord, WORD_LENGTH_MAX } from "../bound-text.ts";
import { ArticleError, extractArticle } from "../extract.ts";

/** What is needed of a download; plain data, so that it can go to another thread. */
export type PageSource = Pick<FreshDownload, "body" | "contentType" | "url" | "xRobotsTag" | "tdmReservation">;

export type PageAnswer = { readonly article: ExtractedArticle } | { readonly reason: string };

/** In its own thread: rejects with WorkStoppedError. In this one: see readPage. */
export type ReadPage = (source: PageSource) => Promise<PageAnswer>;

/** A page that may not be worked on, or holds no article, is answered with the reason; throws only for a fault of ours. */
export async function readPage({ body, contentType, url, ...headers }: PageSource): Promise<PageAnswer> {
  const other = judgeDocument(body, contentType);
  if (other !== null) return { reason: other };
  const html = decodeBytes(body, contentType, "html");
  const reason = findOptOut(headers, html);
  if (reason !== null) return { reason };
  try {
    const article = extractArticle(html, url);
    const text = boundText(article.text);
    if (hasEndlessWord(text))
      return {
        reason: `The page has a word of more than ${WORD_LENGTH_MAX} letters; those of an article are shorter.`,
      };
    return { article: { ...article, text, ...(isForPartsOnly(headers, html) ? { isForPartsOnly: true } : {}) } };
  } catch (error) {
    if (error instanceof ArticleError) return { reason: error.message };
    throw error;
  }
}
