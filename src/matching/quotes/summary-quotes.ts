/** Quotes that stand in a brief's own sentences: no key quotes, as the summary has them, but a look without it lacks them. */

import type { Quote, Span, StoredBrief } from "../../domain/article.ts";

/** UTF-16 units: less is a word or two in marks, which says nothing alone. */
const LENGTH_MIN = 20;

const isWithin = (inner: Span, outer: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;
const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** Key quotes first, then those of the summary, up to a number; told in the article's order. */
export function withSummaryQuotes<T extends Pick<StoredBrief, "brief">>(
  stored: T,
  all: readonly Quote[],
  quotesMax: number,
): T {
  const { quotes, sentences } = stored.brief;
  const told = all.filter(
    (quote) =>
      quote.type === "direct" &&
      quote.speaker !== null &&
      quote.end - quote.start >= LENGTH_MIN &&
      sentences.some((sentence) => isWithin(quote, sentence)) &&
      !quotes.some((key) => overlap(key, quote)),
  );
  const room = Math.max(0, quotesMax - quotes.length);
  if (room === 0 || told.length === 0) return stored;
  const more = [...quotes, ...told.slice(0, room)].sort((a, b) => a.start - b.start);
  return { ...stored, brief: { ...stored.brief, quotes: more } };
}
