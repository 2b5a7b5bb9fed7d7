/** A sentence cut into words and the marks between them, with short forms, money and phrases written out. */

import type { ClaimWords } from "../../languages/shared/claims.ts";
import { findWords } from "../../languages/shared/words.ts";

const WORD = /\d+(?:[.,]\d+)*|\p{L}[\p{L}\p{M}]*(?:['’.-]\p{L}[\p{L}\p{M}]*)*['’]?/gu;
const MONEY = /([$€£¥])\s?(\d[\d.,]*(?:\s?(?:\p{L}*illion|bn|m|k)\b)?)/gu;
const MONEY_WORDS: Readonly<Record<string, string>> = { $: "dollar", "€": "euro", "£": "pound", "¥": "yen" };

/** "6-3" is "6 to 3". */
const SCORE = /(?<![\d–-])(\d{1,3})[–-](\d{1,3})(?![\d–-])/gu;

export function prepare(text: string, words: ClaimWords | null): string {
  let plain = text
    .replaceAll("’", "'")
    .replace(MONEY, (_whole, mark: string, number: string) => `${number} ${MONEY_WORDS[mark] ?? mark} `)
    .replaceAll("%", " percent ")
    .replace(SCORE, "$1 to $2");
  if (words === null) return plain;
  plain = plain.replace(/\p{L}+'\p{L}+/gu, (word) => words.contractions.get(word.toLowerCase()) ?? word);
  plain = plain.replace(/\bcannot\b/giu, (word) => words.contractions.get(word.toLowerCase()) ?? word);
  for (const [pattern, instead] of words.phrases) plain = plain.replace(pattern, instead);
  return plain;
}

export interface Raw {
  readonly text: string;
  /** "nurses'": the apostrophe behind it. */
  readonly isPossessive: boolean;
  readonly marks: string;
}

export function toRaws(text: string, words: ClaimWords | null, language: string): readonly Raw[] {
  const spans =
    words === null
      ? findWords(text, language)
      : [...text.matchAll(WORD)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
  return spans.map((span, index) => ({
    text: text.slice(span.start, span.end).replace(/'$/, ""),
    isPossessive: text[span.end - 1] === "'",
    marks: text.slice(spans[index - 1]?.end ?? 0, span.start).replace(/\s+/g, " "),
  }));
}

/** The mark that opened the quotation that is still open behind these marks, or none. */
export function readQuoted(marks: string, open: string): string {
  let opened = open;
  for (const mark of marks)
    if (mark === "“" && opened === "„") opened = "";
    else if ("“«„".includes(mark)) opened = mark;
    else if ("”»".includes(mark)) opened = "";
    else if (mark === '"') opened = opened === '"' ? "" : '"';
  return opened;
}

/** What is open before a text whose first mark closes: it begins inside a quotation. */
export function findOpening(text: string): string {
  const [mark] = /[“”"«»„]/u.exec(text) ?? [];
  if (mark === "”" || mark === "»") return mark === "»" ? "«" : "“";
  return mark === '"' && /^[^"]*[\p{L}\p{N},.!?]"(?:\s|$)/u.test(text) && (text.match(/"/g)?.length ?? 0) % 2 === 1
    ? '"'
    : "";
}
