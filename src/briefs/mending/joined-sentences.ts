/** Sentences that only read together: those of one quotation, and few words that lead on to the next by dots. */

import type { Span } from "../../domain/article.ts";
import { splitSentences } from "../../languages/shared/sentences.ts";
import { countWords } from "../../languages/shared/words.ts";
import { isBalanced } from "../extractive/quotation.ts";

/** Sentences of one quotation are taken together up to this length. */
const JOINED_WORDS_MAX = 160;

/** "later in life.1": the number of a note behind the stop. */
const NOTE_NUMBER = /(?<=\p{Ll}{2}[.!?]["”]?)\d{1,2}$/u;

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

/** `Vale said."`: a mark that nothing opened is left off the end of the sentence, and so is the number of a note. */
function endWithoutStray(text: string, span: Span): number {
  const piece = text.slice(span.start, span.end);
  const note = isDigit(piece.charCodeAt(piece.length - 1)) ? NOTE_NUMBER.exec(piece) : null;
  if (note !== null) return endWithoutStray(text, { start: span.start, end: span.start + note.index });
  if (!/[.!?]["”]$/.test(piece) || isBalanced(piece) || !isBalanced(piece.slice(0, -1))) return span.end;
  // A quotation that opens the sentence may have lost its first mark.
  return /["“”]/.test(piece.slice(0, -1)) || piece.endsWith('"') ? span.end - 1 : span.end;
}

/** "A cousin tells The Lantern ... Milo fell": dots behind a few words lead on to what is told, which is nobody's without them. */
const LEADS_ON = /(?:\s(?:\.{3}|…)|[\p{L}\d](?:\.{3}|…))$/u;
const LEADING_WORDS_MAX = 12;

/** "ID.", "vs.": so short a word before a stop may be cut short. */
const CUT_SHORT = /(?<=^|\s)\p{L}{1,3}\.$/u;
const NEXT_WORD = /^[^\s]+/u;

/** "The Moor ID. LANTERN has two masts", below a headline with "Moor ID. LANTERN": no sentence ends within a name. */
function joinTitled(spans: readonly Span[], text: string, title: string): readonly Span[] {
  if (!title.includes(". ")) return spans;
  const joined: Span[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    const cut =
      last === undefined ? undefined : CUT_SHORT.exec(text.slice(Math.max(last.start, last.end - 5), last.end))?.[0];
    const next = NEXT_WORD.exec(text.slice(span.start, span.end))?.[0].replace(/[^\p{L}\p{N}]+$/u, "");
    const isName =
      last !== undefined &&
      cut !== undefined &&
      next !== undefined &&
      text.slice(last.end, span.start) === " " &&
      title.includes(`${cut} ${next}`);
    if (isName) joined[joined.length - 1] = { start: last.start, end: span.end };
    else joined.push(span);
  }
  return joined;
}

/** Sentences joined where a quotation, or a name of the headline, runs over several, so that none is cut in half. */
export function joinQuoted(
  text: string,
  language: string,
  title = "",
): readonly (Span & { readonly paragraph: number })[] {
  const spans = joinTitled(splitSentences(text, language), text, title);
  const joined: (Span & { readonly paragraph: number })[] = [];
  let paragraph = 0;
  let pending: { start: number; end: number } | null = null;
  const flush = (): void => {
    if (pending !== null) joined.push({ start: pending.start, end: pending.end, paragraph });
    pending = null;
  };
  for (const span of spans) {
    const gap = text.slice(pending?.end ?? joined.at(-1)?.end ?? 0, span.start);
    if (gap.includes("\n")) {
      flush();
      if (joined.length > 0) paragraph++;
    }
    pending =
      pending === null
        ? { start: span.start, end: endWithoutStray(text, span) }
        : { start: pending.start, end: endWithoutStray(text, { start: pending.start, end: span.end }) };
    const piece = text.slice(pending.start, pending.end);
    if (
      (piece.endsWith("...") || piece.endsWith("…")) &&
      LEADS_ON.test(piece) &&
      countWords(piece) <= LEADING_WORDS_MAX
    )
      continue;
    if (isBalanced(piece)) flush();
    else if (countWords(piece) > JOINED_WORDS_MAX) {
      // Never closed: each sentence stands alone again, and is found broken.
      const first = pending.start;
      pending = null;
      for (const each of spans)
        if (each.start >= first && each.end <= span.end) joined.push({ start: each.start, end: each.end, paragraph });
    }
  }
  flush();
  return joined;
}
