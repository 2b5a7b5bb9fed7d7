/** Which days of the week a whole text tells of as over, or as to come. */

import { splitSentences } from "../../languages/shared/sentences.ts";
import type { DayReader } from "./told-days.ts";

/** No brief has a longer sentence. */
export const SENTENCE_LENGTH_MAX = 2000;
const TEXT_LENGTH_MAX = 60_000;

export interface TextDays {
  readonly over: ReadonlySet<number>;
  readonly ahead: ReadonlySet<number>;
  /** Those of which anything is said to come, whatever else. */
  readonly toCome: ReadonlySet<number>;
  /** Those on which anything was, whatever else. */
  readonly past: ReadonlySet<number>;
}

/**
 * Which weekdays the whole text tells of as over, or as to come, and never otherwise: what one sentence leaves unsure
 * ("Monday's vote", "the speech on Monday") is so, too.
 */
export function readTextDays(text: string, language: string, reader: DayReader): TextDays {
  const over = new Set<number>();
  const ahead = new Set<number>();
  const toCome = new Set<number>();
  const past = new Set<number>();
  if (text.length > TEXT_LENGTH_MAX) return { over, ahead, toCome, past };
  const days = splitSentences(text, language)
    .filter(({ start, end }) => end - start <= SENTENCE_LENGTH_MAX)
    .flatMap(({ start, end }) => {
      const sentence = text.slice(start, end);
      const isAhead = reader.looksAhead(sentence);
      return reader.findDays(sentence).map((day) => ({ ...day, isAhead }));
    });
  for (const day of days) {
    if (day.kind === "weekday" || day.kind === "behind") over.add(day.weekday);
    if (day.kind === "weekday" || day.kind === "behind" || day.kind === "recent") past.add(day.weekday);
    if (day.kind === "coming") ahead.add(day.weekday);
    if (day.kind === "coming" || (day.kind === "other" && day.isAhead)) toCome.add(day.weekday);
  }
  for (const day of days) {
    if (day.kind === "coming" || day.kind === "other") over.delete(day.weekday);
    if (day.kind === "weekday" || day.kind === "recent") ahead.delete(day.weekday);
  }
  return { over, ahead, toCome, past };
}
