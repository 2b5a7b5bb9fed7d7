/** Makes an article of a feed entry alone, for when its page cannot be read. */

import type { ExtractedArticle } from "../domain/article.ts";
import type { Entry } from "../domain/feed.ts";
import { cleanLine, joinParagraphs, toComparable } from "./clean.ts";
import { findEntryPicture } from "./entry-picture.ts";
import { findAgency } from "./facts/agency.ts";
import { htmlToParagraphs } from "./fragment-text.ts";
import { opensPrompt } from "./pasted/pasted-lines.ts";
import { isPointer, isRail } from "./site-lines/site-phrases.ts";
import { findLanguage } from "./text-language.ts";

const TITLE_LENGTH_MAX = 400;
/** "The post … appeared first on …", "Continue reading", "[…]": what blog software adds to a summary. */
const FEED_TAIL =
  /^(?:the post .{1,300} (?:appeared )?first (?:appeared )?on .{1,120}|continue reading.{0,200}|\[?(?:…|\.\.\.)\]?)$/i;
const READ_MORE_TAIL = /\s*(?:\[(?:…|\.\.\.|&hellip;)\]|(?:continue reading|read more)\s*(?:→|»|…|\.\.\.)?)\s*$/i;

/** The feed's own summary as clean text. The text is empty when the entry holds none. */
export function articleFromEntry(entry: Entry, feedTitle: string): ExtractedArticle {
  const title = cleanLine(htmlToParagraphs(entry.title).join(" ")).slice(0, TITLE_LENGTH_MAX);
  const paragraphs = htmlToParagraphs(entry.html)
    .map((paragraph) => paragraph.replace(READ_MORE_TAIL, "").trim())
    .filter((paragraph, index) => {
      if (paragraph === "" || FEED_TAIL.test(paragraph) || isRail(paragraph) || isPointer(paragraph)) return false;
      if (opensPrompt(paragraph)) return false;
      return index > 0 || toComparable(paragraph) !== toComparable(title);
    });
  const text = joinParagraphs(paragraphs);
  const byline = cleanLine(entry.byline ?? "");
  return {
    title: title === "" ? (paragraphs[0] ?? "").slice(0, TITLE_LENGTH_MAX) : title,
    byline: byline === "" ? null : byline,
    outlet: cleanLine(feedTitle) === "" ? null : cleanLine(feedTitle),
    agency: findAgency(paragraphs, entry.byline),
    publishedAt: entry.publishedAt,
    language: findLanguage(`${title}\n${text}`, null),
    canonicalUrl: null,
    imageUrl: entry.imageUrl ?? findEntryPicture(entry.html, entry.url),
    text,
  };
}
