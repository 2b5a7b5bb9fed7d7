/** What feeds put around an entry's own text: who submitted it, counters, a podcast's notices, other outlets' headlines. */

import { htmlToParagraphs } from "./fragment-text.ts";
import { findBlocks } from "./page/blocks.ts";
import { ArticleError, parsePage } from "./page/tree.ts";

/** Whole lines. */
const LINES: readonly RegExp[] = [
  /^(?:the post .{1,300} (?:appeared )?first (?:appeared )?on .{1,120}|continue reading.{0,200}|\[?(?:…|\.\.\.)\]?)$/i,
  // forums and lists of links
  /^(?:submitted by\s+\/?u\/\S+)?(?:\s*to\s+\/?r\/\S+)?\s*(?:\[link\])?\s*(?:\[(?:\d+ )?comments?\])?$/i,
  /^(?:article url|comments url|original (?:article|link))\s*:\s*\S+$/i,
  /^(?:points|# ?comments|comments|score|votes)\s*:?\s*[\d.,]+$/i,
  /^(?:[\d.,]+ )?comments?(?: \([\d.,]+\))?$/i,
  // podcasts
  /^(?:learn more about your ad choices\b|hosted on acast\b|hosted by simplecast\b|see (?:our )?(?:privacy policy|acast\.com\/privacy|omnystudio\.com\/listener|pcm\.adswizz\.com)\b|our gdpr privacy policy\b|advertising inquiries\b|privacy & opt-out\b|support this podcast\b|become a supporter of this podcast\b|this podcast is (?:powered|hosted) by\b|visit \S+\/(?:ad-?choices|privacy)\S*$)/i,
];
/** The same at the end of a paragraph. */
const TAIL =
  /\s*(?:(?:learn more about your ad choices\.?(?:\s*visit \S+)?|hosted on acast\. see acast\.com\/privacy for more information\.?|see (?:the )?privacy policy at \S+(?: and california privacy notice at \S+)?|see omnystudio\.com\/listener for privacy information\.?|hosted by simplecast, an adswizz company\. see \S+ for information about \S.{0,120}|(?:submitted by\s+\/?u\/\S+)(?:\s*to\s+\/?r\/\S+)?\s*(?:\[link\])?\s*(?:\[(?:\d+ )?comments?\])?|\[link\]\s*\[(?:\d+ )?comments?\])\s*)+$/i;
const READ_MORE_TAIL = /\s*(?:\[(?:…|\.\.\.|&hellip;)\]|(?:continue reading|read more)\s*(?:→|»|…|\.\.\.)?)\s*$/i;

/** Share of a line that is a link's when the line is one headline with its outlet. */
const LINKED_MIN = 0.6;
const HEADLINE_LENGTH_MAX = 200;
const SENTENCE_END = /[.!?。！？…”"»]$/u;

/** Lines that are a link each, with hardly anything besides: headlines of others, none of them this entry's text. */
function isListOfLinks(html: string): boolean {
  if (!/<a\b/i.test(html)) return false;
  try {
    const blocks = findBlocks(parsePage(html)).filter(({ text }) => text !== "");
    return blocks.every(({ text, linkLength, length }) => {
      const isHeadline = text.length <= HEADLINE_LENGTH_MAX && !SENTENCE_END.test(text);
      return isHeadline && linkLength >= LINKED_MIN * length;
    });
  } catch (error) {
    if (error instanceof ArticleError) return false;
    throw error;
  }
}

/** The paragraphs that are the entry's own. */
export function toOwnParagraphs(html: string): readonly string[] {
  if (isListOfLinks(html)) return [];
  return htmlToParagraphs(html)
    .map((paragraph) => paragraph.replace(READ_MORE_TAIL, "").replace(TAIL, "").trim())
    .filter((paragraph) => paragraph !== "" && !LINES.some((line) => line.test(paragraph)));
}
