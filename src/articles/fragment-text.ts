/** HTML to plain text by blocks, for fragments such as a feed's summary; linear and bounded. */

import { cleanLine, joinParagraphs } from "./clean.ts";
import { findBlocks } from "./page/blocks.ts";
import { ArticleError, HTML_LENGTH_MAX, parsePage } from "./page/tree.ts";

export { cleanCharacters, cleanLine, joinParagraphs } from "./clean.ts";

/** Paragraphs of a fragment in order, nothing left out but scripts and the like. Never throws. */
export function htmlToParagraphs(html: string): readonly string[] {
  const bounded = html.length > HTML_LENGTH_MAX ? html.slice(0, HTML_LENGTH_MAX) : html;
  try {
    return findBlocks(parsePage(bounded)).map((block) => block.text);
  } catch (error) {
    if (!(error instanceof ArticleError)) throw error;
    // Beyond the tree's limits the tags are cut out as they stand.
    return [cleanLine(bounded.replace(/<[^<>]{0,2000}>/g, " "))].filter((text) => text !== "");
  }
}

/** Plain text, paragraphs parted by a blank line. Never throws. */
export function htmlToText(html: string): string {
  return joinParagraphs(htmlToParagraphs(html));
}
