/** Parts a quotation that holds its own attribution between dashes, as some languages print it: «…, — said X, — …». */

import type { Speech } from "../../languages/language.ts";
import { isSpaceAt, isWordAt } from "./characters.ts";
import type { Stretch } from "./stretch.ts";

const ATTRIBUTION_LENGTH_MAX = 120;
const DASHES = "—–";

/** The dash at or after a place that has a space before it, or -1. */
function nextDash(text: string, from: number, to: number): number {
  for (let index = from; index < to; index++) {
    if (DASHES.includes(text[index] ?? "x") && isSpaceAt(text, index - 1)) return index;
  }
  return -1;
}

function wordFrom(text: string, from: number, to: number): string {
  let start = from;
  while (start < to && !isWordAt(text, start)) start++;
  let end = start;
  while (end < to && isWordAt(text, end)) end++;
  return text.slice(start, end).toLowerCase();
}

function part(text: string, from: number, to: number, whole: Stretch): Stretch | null {
  let start = from;
  let end = to;
  while (start < end && (isSpaceAt(text, start) || DASHES.includes(text[start] ?? "x"))) start++;
  while (end > start && (isSpaceAt(text, end - 1) || DASHES.includes(text[end - 1] ?? "x"))) end--;
  return end > start ? { start, end, open: start, close: end, isClosed: true, isSingle: whole.isSingle } : null;
}

function partStretch(text: string, stretch: Stretch, speech: Speech): readonly Stretch[] {
  const first = nextDash(text, stretch.start, stretch.end);
  if (first < 0 || speech.words.get(wordFrom(text, first, stretch.end))?.class !== "reporting") return [stretch];
  const second = nextDash(text, first + 1, Math.min(stretch.end, first + ATTRIBUTION_LENGTH_MAX));
  const head = part(text, stretch.start, first, stretch);
  const tail = second < 0 ? null : part(text, second, stretch.end, stretch);
  return [head, tail].filter((each) => each !== null);
}

export function partAttributions(text: string, stretches: readonly Stretch[], speech: Speech): readonly Stretch[] {
  if (!speech.attributesBetweenDashes) return stretches;
  return stretches.flatMap((stretch) => partStretch(text, stretch, speech));
}
