/** What a page says of itself: that it is no news or is taken back, and what its notes correct. */

import type { Span, SummarizerInput } from "../domain/article.ts";
import { findNoteKind, isNoNewsTitle, takesBack } from "../languages/page-notes.ts";
import { readParagraphs } from "./text-paragraphs.ts";

/** Where a page speaks of itself as a whole: in so many paragraphs at its head and foot. */
const HEAD_PARAGRAPHS = 3;
const FOOT_PARAGRAPHS = 3;

export interface Disowned {
  /** The page says that nothing of it is to be believed. */
  readonly isWhole: boolean;
  /** What says so, where it is not the headline. */
  readonly by: Span | null;
  /** Paragraphs that say what is or was wrong. */
  readonly notes: readonly Span[];
}

const NOTHING: Disowned = { isWhole: false, by: null, notes: [] };

/** "Brand post." of "Brand post. Quay Homes offers the best flats." */
const LABEL = /^[^.:|–—]{3,60}\.?/u;

/** What the page takes back: all of it, or what its notes are about. */
export function findDisowned({ title, text }: Pick<SummarizerInput, "title" | "text">): Disowned {
  if (isNoNewsTitle(title)) return { isWhole: true, by: null, notes: [] };
  const paragraphs = readParagraphs(text);
  const notes: Span[] = [];
  for (const [index, { text: line, start, end }] of paragraphs.entries()) {
    const kind = findNoteKind(line);
    if (kind === null) continue;
    const isAtEnd = index < HEAD_PARAGRAPHS || index >= paragraphs.length - FOOT_PARAGRAPHS;
    if (kind === "label") {
      const length = LABEL.exec(line)?.[0].trimEnd().length ?? line.length;
      if (index === 0) return { isWhole: true, by: { start, end: start + length }, notes: [] };
    } else if (kind === "retraction" || kind === "joke" || kind === "paid") {
      if (isAtEnd) return { isWhole: true, by: { start, end }, notes: [] };
    } else if (kind === "correction" || takesBack(line)) notes.push({ start, end });
  }
  return notes.length === 0 ? NOTHING : { isWhole: false, by: null, notes };
}

/** Whether a span lies in one of others. */
export const isWithin = (others: readonly Span[], { start, end }: Span): boolean =>
  others.some((other) => start < other.end && end > other.start);

/** The text above the notes that stand at its foot. */
export function textAboveNotes(text: string): string {
  let end = text.length;
  for (const { start, end: noteEnd } of [...findDisowned({ title: "", text }).notes].reverse()) {
    if (text.slice(noteEnd, end).trim() !== "") break;
    end = start;
  }
  return text.slice(0, end).trimEnd();
}
