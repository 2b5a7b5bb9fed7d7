/** The paragraphs of a text, with where they stand in it. */

import type { Span } from "../domain/article.ts";

export interface TextParagraph extends Span {
  readonly text: string;
}

export function readParagraphs(text: string): readonly TextParagraph[] {
  return [...text.matchAll(/[^\n]+/gu)].map(({ 0: line, index }) => ({
    text: line,
    start: index,
    end: index + line.length,
  }));
}
