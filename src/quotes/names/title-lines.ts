/** Finds the lines of a text whose long words all have capitals: headings, where a name has no end. */

import type { ReadText } from "../reading/read-text.ts";

const TITLE_WORDS_MIN = 4;
const LONG_WORD_LENGTH = 4;
/** Paragraphs whose long words all have capitals: headings, where a name has no end. */
export function findTitleLines(read: ReadText): ReadonlySet<number> {
  const found = new Set<number>();
  let paragraph = -1;
  let count = 0;
  let isTitle = true;
  const close = (): void => {
    if (isTitle && count >= TITLE_WORDS_MIN) found.add(paragraph);
  };
  for (const item of read.items) {
    if (item.paragraph !== paragraph) {
      close();
      paragraph = item.paragraph;
      count = 0;
      isTitle = true;
    }
    if (item.class === "quotation") isTitle = false;
    if (item.word === "" || item.class === "number") continue;
    count++;
    if (!item.isUpper && item.word.length >= LONG_WORD_LENGTH) isTitle = false;
  }
  close();
  return found;
}
