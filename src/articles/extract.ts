/** Page to article: its text as paragraphs, and what the page says of it. */

import type { ExtractedArticle } from "../domain/article.ts";
import { findAgency, readCreditLine } from "./agency.ts";
import { findBlocks } from "./blocks.ts";
import { joinParagraphs, toComparable } from "./clean.ts";
import { findLanguage } from "./language.ts";
import { readMetadata } from "./metadata.ts";
import { hasPrompt, isPointer, isRail } from "./phrases.ts";
import { findReadable } from "./readable.ts";
import { htmlToParagraphs } from "./text.ts";
import { ArticleError, parsePage } from "./tree.ts";

export { ArticleError } from "./tree.ts";

/** Throws only ArticleError: page too large, nested too deep, or without any text. Whatever it returns has text. */
export function extractArticle(html: string, url: string | null): ExtractedArticle {
  const page = parsePage(html);
  const blocks = findBlocks(page);
  const metadata = readMetadata(page, blocks, url);
  const readable = findReadable(page, blocks, metadata.title);
  const title = toComparable(metadata.title);
  let paragraphs = blocks
    .filter((block, index) => {
      if (!readable.has(index) || isRail(block.text) || isPointer(block.text)) return false;
      if (hasPrompt(block.text) && block.length < 250) return false;
      return toComparable(block.text) !== title;
    })
    .map((block) => block.text);
  if (paragraphs.length === 0) {
    const fallback = metadata.body ?? metadata.description;
    paragraphs = fallback === null ? blocks.map((block) => block.text) : [...htmlToParagraphs(fallback)];
  }
  const agency = findAgency(paragraphs, metadata.byline);
  const text = joinParagraphs(paragraphs.filter((paragraph) => readCreditLine(paragraph) === null));
  if (text === "") throw new ArticleError("no-text", "The page holds no text.");
  return {
    title: metadata.title === "" ? (paragraphs[0] ?? "").slice(0, 200) : metadata.title,
    byline: metadata.byline,
    outlet: metadata.outlet,
    agency,
    publishedAt: metadata.publishedAt,
    language: findLanguage(text, metadata.language),
    canonicalUrl: metadata.canonicalUrl,
    imageUrl: metadata.imageUrl,
    text,
  };
}
