/** The date that one sentence of an article gets behind its day: "(17 November)"; undefined where it gets none. */

import { findDayEdits } from "../../src/briefs/dating/days.ts";

/** The sentence is looked for in the text from its beginning. */
export function findDateIn(text: string, sentence: string, publishedAt: Date, language: string): string | undefined {
  const start = text.indexOf(sentence);
  return findDayEdits(text, { start, end: start + sentence.length }, publishedAt, language)[0]?.text.trim();
}
