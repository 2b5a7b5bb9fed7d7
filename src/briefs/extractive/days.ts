/** Dates the relative days of a sentence ("on Monday") when the article's own date is known and the day is sure. */

import type { Span } from "../../domain/article.ts";
import { findLanguage } from "../../languages/index.ts";
import type { Edit } from "./trim.ts";

const DAY_MS = 86_400_000;
const LANGUAGES_MAX = 50;
/** What a clause that tells of the past holds before its day, in English. */
const PAST_BEFORE =
  /\b(?:was|were|had|said|told|left|won|lost|died|met|began|came|went|took|made|gave|fell|rose|found|led|sent|struck|kept|\p{L}{2,}ed (?:the|an?|by|in|at|its|his|her|their|about|\d[\d,.]*|\p{Lu}))(?![\p{L}])/u;
const PAST =
  /\b(?:was|were|had|said|told|left|won|lost|died|met|held|began|came|went|took|made|gave|fell|rose|hit|shot|found|got|led|sent|put|cut|struck|kept|stood|broke|spoke|\p{L}{2,}ed|has|have)(?![\p{L}])/iu;
const CLAUSE_END = /[,;:–—]/;
const FRONTED_WORDS_MAX = 3;
const monthPatterns = new Map<string, RegExp>();

/** "3 March", "March 3", "3 de marzo" in the article's language. */
function monthPattern(language: string): RegExp {
  const known = monthPatterns.get(language);
  if (known !== undefined) return known;
  const names = (["long", "short"] as const).flatMap((month) =>
    Array.from({ length: 12 }, (_, index) =>
      new Intl.DateTimeFormat(language === "und" ? "en" : language, { day: "numeric", month, timeZone: "UTC" })
        .formatToParts(new Date(Date.UTC(2024, index, 2)))
        .flatMap((part) => (part.type === "month" ? [part.value.replace(/\W+$/u, "")] : [])),
    ).flat(),
  );
  const month = `(?:${[...new Set(names)].filter((name) => /^\p{L}{3,}$/u.test(name)).join("|")})`;
  const pattern = new RegExp(
    `(?<!\\d)\\d{1,2}(?:st|nd|rd|th|er|º|\\.)? (?:of |de )?${month}(?!\\p{L})|(?<!\\p{L})${month}\\.? \\d{1,2}(?!\\d)`,
    "iu",
  );
  if (monthPatterns.size < LANGUAGES_MAX) monthPatterns.set(language, pattern);
  return pattern;
}

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

/** "The bridge opens on Saturday": an English clause without a word of the past may tell of what is to come. */
function isTold(head: string, tail: string): boolean {
  const own = head.split(CLAUSE_END).at(-1) ?? "";
  const [rest = "", next = ""] = tail.split(CLAUSE_END);
  if (PAST.test(own) || PAST.test(rest)) return true;
  return own.trim().split(/\s+/).length <= FRONTED_WORDS_MAX && PAST.test(next);
}

/** At most one insertion a sentence: the first day that is sure. */
export function findDayEdit(text: string, span: Span, publishedAt: Date | null, language: string): Edit | null {
  if (publishedAt === null) return null;
  const phrases = findLanguage(language).asides;
  const shown = text.slice(span.start, span.end);
  // A sentence with a date of its own needs none.
  if (phrases.days.length === 0 || monthPattern(language).test(shown)) return null;
  const quoted = quotedSpans(shown);
  const low = shown.toLowerCase();
  const isFuture = (part: string): boolean => (part.match(/[\p{L}]+/gu) ?? []).some((word) => phrases.future.has(word));
  const parts = phrases.dayParts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");
  // "Dienstagabend", "Wednesday evening": the date stands behind the whole of it.
  const tail = parts === "" ? "" : `(?: ?(?:${parts}))?`;
  const candidates = [
    ...phrases.days.map((day, index) => ({ word: day, index })),
    ...Object.entries(phrases.relativeDays).map(([word, offset]) => ({ word, offset })),
  ];
  let found: Edit | null = null;
  for (const candidate of candidates) {
    const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${candidate.word}${tail}(?![\\p{L}\\p{N}])`, "giu");
    for (const match of shown.matchAll(pattern)) {
      const end = match.index + match[0].length;
      if (quoted.some((each) => match.index >= each.start && match.index < each.end)) continue;
      if (UNSURE_BEFORE.test(shown.slice(0, match.index)) || UNSURE_AFTER.test(shown.slice(end))) continue;
      let date: Date;
      if ("offset" in candidate) date = new Date(publishedAt.getTime() + candidate.offset * DAY_MS);
      else {
        // Told with a word of the future, the day may be the one to come: not sure.
        const head = low.slice(0, match.index);
        const isPast =
          language === "en" && PAST_BEFORE.test(shown.slice(0, match.index).split(CLAUSE_END).at(-1) ?? "");
        // A clause of the past has its day, whatever the next one tells of.
        const rest = isPast ? (low.slice(end).split(CLAUSE_END)[0] ?? "") : low.slice(end);
        if (isFuture(head) || isFuture(rest)) continue;
        const back = (publishedAt.getUTCDay() - candidate.index + 7) % 7;
        if (back > 0 && language === "en" && !isTold(shown.slice(0, match.index), shown.slice(end))) continue;
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
