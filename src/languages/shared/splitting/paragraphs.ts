/** Cuts a text into paragraphs, where lines wrapped at a width are one and lines of their own are several. */

import type { Span } from "../../../domain/article.ts";
import { listMatches } from "../matches.ts";

export interface Paragraph extends Span {
  readonly text: string;
}

// Each field by name: a spread copy has a shape of its own, and reading it is slow.
const toParagraph = ({ start, end }: Span, text: string): Paragraph => ({ start, end, text: text.slice(start, end) });

/** Lines of a paragraph are joined when the text is wrapped at a width, and kept apart when each line is a paragraph. */
export function* paragraphsOf(text: string): Generator<Paragraph> {
  let pending: Span | null = null;
  for (const match of listMatches(/[^\n]+/g, text)) {
    const line = match[0];
    if (line.trim() === "") {
      if (pending !== null) yield toParagraph(pending, text);
      pending = null;
      continue;
    }
    const span: Span = { start: match.index, end: match.index + line.length };
    if (pending !== null) {
      const gap = text.slice(pending.end, span.start);
      const isBlank = gap.split("\n").length > 2;
      const before = text.slice(Math.max(pending.start, pending.end - 200), pending.end).trimEnd();
      const lineStart = text.lastIndexOf("\n", pending.end - 1) + 1;
      const width = pending.end - Math.max(pending.start, lineStart);
      const isWrapped = width >= 50 && width <= 90 && !/[.!?…:]["”’»)]?$/.test(before);
      if (!isBlank && isWrapped && !/^\s*[-•*–]\s/.test(line)) {
        pending = { start: pending.start, end: span.end };
        continue;
      }
      yield toParagraph(pending, text);
    }
    pending = span;
  }
  if (pending !== null) yield toParagraph(pending, text);
}
