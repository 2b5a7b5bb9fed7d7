/** Page to article: its text as paragraphs, and what the page says of it. */

import type { ExtractedArticle } from "../domain/article.ts";
import { joinParagraphs } from "./clean.ts";
import { findAgency, readCreditLine } from "./facts/agency.ts";
import { readMetadata } from "./facts/metadata.ts";
import { addTitleLabel } from "./facts/title-label.ts";
import { markAnswers } from "./interview.ts";
import { type Block, findBlocks } from "./page/blocks.ts";
import { removeConsentBoxes } from "./page/consent-boxes.ts";
import { chooseParagraphs } from "./page/main-text.ts";
import { ArticleError, parsePage } from "./page/tree.ts";
import { findLanguage } from "./text-language.ts";
import { isWall, WALL_REASON } from "./walls.ts";

export { ArticleError } from "./page/tree.ts";

const TITLE_LENGTH_MAX = 200;

/** Lines above and below the text among which an agency's credit may stand alone. */
const CREDIT_LINES = 3;

/** The paragraphs, with the credits left out of them that stand right above and below. */
function withCredits(paragraphs: readonly string[], blocks: readonly Block[]): readonly string[] {
  const first = blocks.findIndex((block) => block.text === paragraphs[0]);
  const last = blocks.findLastIndex((block) => block.text === paragraphs.at(-1));
  if (first < 0 || last < first) return paragraphs;
  const creditsIn = (from: number, to: number): readonly string[] =>
    blocks.slice(Math.max(0, from), to).flatMap(({ text }) => (readCreditLine(text) === null ? [] : [text]));
  return [...creditsIn(first - CREDIT_LINES, first), ...paragraphs, ...creditsIn(last + 1, last + 1 + CREDIT_LINES)];
}

/** Paragraphs to one text, without the lines that only credit an agency. */
export const toText = (paragraphs: readonly string[]): string =>
  joinParagraphs(paragraphs.filter((paragraph) => readCreditLine(paragraph) === null));

/**
 * Reads the article of a web page (docs/articles.md): its text as paragraphs parted by a blank line, and what the page
 * says of it. Facts come from structured data, then meta elements, then the page as it is seen; what is printed near the
 * headline overrules data that contradicts it.
 *
 * `html` is the decoded page; `url` is where it was found, against which links are resolved, or null. What the page does
 * not tell is null; `language` is "und" where it cannot be told. Takes about as long as the page is large: whoever reads
 * pages from strangers does so in a thread that can be ended, as src/app/reader.ts does.
 *
 * Throws only ArticleError, whose message is a sentence and whose code is "too-large" (over 12,000,000 characters or
 * 120,000 elements or 360,000 pieces of text), "too-deep" (2,000 levels), "no-text" or "wall" (a log-in, an error and
 * the like instead of the article). Whatever it returns has text.
 */
export function extractArticle(html: string, url: string | null): ExtractedArticle {
  const page = parsePage(html);
  removeConsentBoxes(page);
  const blocks = findBlocks(page);
  const metadata = readMetadata(page, blocks, url);
  const paragraphs = chooseParagraphs(page, blocks, metadata);
  const plain = toText(paragraphs);
  if (plain === "") throw new ArticleError("no-text", "The page holds no text.");
  if (isWall(metadata.headings, paragraphs, blocks)) throw new ArticleError("wall", WALL_REASON);
  const language = findLanguage(plain, metadata.language);
  const text = toText(markAnswers(paragraphs, language));
  const categories = addTitleLabel(metadata.title, metadata.categories);
  return {
    title: metadata.title === "" ? (paragraphs[0] ?? "").slice(0, TITLE_LENGTH_MAX) : metadata.title,
    byline: metadata.byline,
    outlet: metadata.outlet,
    agency: findAgency(withCredits(paragraphs, blocks), metadata.byline),
    publishedAt: metadata.publishedAt,
    language,
    canonicalUrl: metadata.canonicalUrl,
    imageUrl: metadata.imageUrl,
    text,
    ...(categories.length === 0 ? {} : { categories }),
    ...(metadata.isFree ? {} : { isPartial: true }),
    ...(metadata.isReserved ? { isReserved: true } : {}),
  };
}
