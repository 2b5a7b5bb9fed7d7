/** Dates the relative days of a sentence ("on Monday") when the article's own date is known and the day is sure. */

import type { Span } from "../domain/article.ts";
import { phrasesOf } from "./phrases.ts";
import type { Edit } from "./trim.ts";

const DAY_MS = 86_400_000;
const MONTH =
  /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|janv|févr|mars|avr|mai|juin|juil|août|déc|enero|abril|mayo|agosto|märz|okt|dez|maj|des)[\p{L}]*\.?\b/iu;
/** Words before a weekday that make it another week's, or no day at all: "le dimanche" is every Sunday. */
const UNSURE_BEFORE =
  /(?:next|last|every|each|most|previous|following|black|good|easter|ash|cyber|super|holy|until|since|before|by|le|les|los|du|au|prochain|dernier|chaque|nächsten|letzten|jeden|próximo|pasado|cada|neste|forrige|næste|sidste|\d)\s*$/iu;
const UNSURE_AFTER =
  /^(?:s\b|['’]s\b|\s+(?:next|last|week|mail|times|night football|prochain|dernier|passé|pasado)|,?\s*\(?\d)/iu;

function toDate(date: Date, language: string): string {
  return new Intl.DateTimeFormat(language === "und" ? "en" : language === "en" ? "en-GB" : language, {
    day: "numeric",
    month: "long",
    timeZone: "UTC",
  }).format(date);
}

/** Spans of quoted text, where nothing is ever added. */
function quotedSpans(text: string): readonly Span[] {
  return [...text.matchAll(/“[^”]*”?|"[^"]*"?|«[^»]*»?/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** At most one insertion a sentence: the first day that is sure. */
export function findDayEdit(text: string, span: Span, publishedAt: Date | null, language: string): Edit | null {
  if (publishedAt === null) return null;
  const phrases = phrasesOf(language);
  const shown = text.slice(span.start, span.end);
  // A sentence with a date of its own needs none.
  if (phrases.days.length === 0 || (/\b\d{1,2}\b/.test(shown) === true && MONTH.test(shown))) return null;
  const quoted = quotedSpans(shown);
  const low = shown.toLowerCase();
  const words = new Set(low.match(/[\p{L}]+/gu) ?? []);
  const isFuture = [...phrases.future].some((word) => words.has(word));
  const candidates = [
    ...phrases.days.map((day, index) => ({ word: day, index })),
    ...Object.entries(phrases.relativeDays).map(([word, offset]) => ({ word, offset })),
  ];
  let found: Edit | null = null;
  for (const candidate of candidates) {
    const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${candidate.word}(?![\\p{L}\\p{N}])`, "giu");
    for (const match of shown.matchAll(pattern)) {
      const end = match.index + match[0].length;
      if (quoted.some((each) => match.index >= each.start && match.index < each.end)) continue;
      if (UNSURE_BEFORE.test(shown.slice(0, match.index)) || UNSURE_AFTER.test(shown.slice(end))) continue;
      let date: Date;
      if ("offset" in candidate) date = new Date(publishedAt.getTime() + candidate.offset * DAY_MS);
      else {
        // Told with a word of the future, the day may be the one to come: not sure.
        if (isFuture) continue;
        const back = (publishedAt.getUTCDay() - candidate.index + 7) % 7;
        date = new Date(publishedAt.getTime() - back * DAY_MS);
      }
      const at = span.start + end;
      if (found === null || at < found.start)
        found = { kind: "date", start: at, end: at, text: ` (${toDate(date, language)})` };
      break;
    }
  }
  return found;
}
