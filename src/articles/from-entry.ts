/** Makes an article of a feed entry alone, for when its page cannot be read. */

import type { ExtractedArticle } from "../domain/article.ts";
import type { Entry } from "../domain/feed.ts";
import { cleanLine, joinParagraphs, toComparable } from "./clean.ts";
import { toOwnParagraphs } from "./entry-lines.ts";
import { findEntryPicture } from "./entry-picture.ts";
import { findAgency } from "./facts/agency.ts";
import { readFeedByline } from "./facts/byline.ts";
import { htmlToParagraphs } from "./fragment-text.ts";
import { opensPrompt } from "./pasted/pasted-lines.ts";
import { isPointer, isRail } from "./site-lines/site-phrases.ts";
import { findLanguage } from "./text-language.ts";

const TITLE_LENGTH_MAX = 400;
/** The feed's own summary as clean text. The text is empty when the entry holds none. */
export function articleFromEntry(entry: Entry, feedTitle: string): ExtractedArticle {
  const title = cleanLine(htmlToParagraphs(entry.title).join(" ")).slice(0, TITLE_LENGTH_MAX);
  const paragraphs = toOwnParagraphs(entry.html).filter((paragraph, index) => {
    if (isRail(paragraph) || isPointer(paragraph) || opensPrompt(paragraph)) return false;
    return index > 0 || toComparable(paragraph) !== toComparable(title);
  });
  const text = joinParagraphs(paragraphs);
  return {
    title: title === "" ? (paragraphs[0] ?? "").slice(0, TITLE_LENGTH_MAX) : title,
    byline: readFeedByline(entry.byline, feedTitle),
    outlet: cleanLine(feedTitle) === "" ? null : cleanLine(feedTitle),
    agency: findAgency(paragraphs, entry.byline),
    publishedAt: entry.publishedAt,
    language: findLanguage(`${title}\n${text}`, null),
    canonicalUrl: null,
    imageUrl: entry.imageUrl ?? findEntryPicture(entry.html, entry.url),
    ...((entry.categories ?? []).length === 0 ? {} : { categories: entry.categories }),
    text,
  };
}
