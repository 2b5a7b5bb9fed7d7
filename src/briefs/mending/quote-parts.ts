/** Quotations of several sentences, shortened to the ones at one end, as an editor would. */

import type { Span } from "../../domain/article.ts";
import { splitSentences } from "../../languages/shared/sentences.ts";
import { QUOTED } from "../extractive/quotation.ts";

/** Sentences of one quotation that are looked at. */
const PARTS_MAX = 6;
const PART_WORDS_MIN = 4;
const WORD = /[\p{L}\p{N}]+/gu;

const countRoughly = (text: string): number => text.match(WORD)?.length ?? 0;

/**
 * What can be left out of a quotation that opens or ends the text, at the end that faces away from who says it: its last
 * sentences in “X said: “A. B. C.””, its first in “A. B. C,” X said.” What is left is the source with one stretch missing.
 */
export function findQuoteParts(text: string, language: string): readonly Span[] {
  const found: Span[] = [];
  for (const match of text.matchAll(QUOTED)) {
    const start = match.index + 1;
    const end = match.index + match[0].length - 1;
    const isHead = match.index === 0;
    const isTail = end >= text.length - 2;
    if (isHead === isTail) continue;
    const sentences = splitSentences(text.slice(start, end), language).slice(0, PARTS_MAX);
    for (const [at, sentence] of sentences.entries()) {
      if (at === 0) continue;
      const boundary = start + sentence.start;
      if (isHead) {
        if (countRoughly(text.slice(boundary, end)) >= PART_WORDS_MIN) found.push({ start, end: boundary });
        continue;
      }
      const kept = text.slice(start, boundary).trimEnd();
      if (countRoughly(kept) >= PART_WORDS_MIN) found.push({ start: start + kept.length, end });
    }
  }
  return found;
}
