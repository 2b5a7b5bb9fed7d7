/** Splits pasted text into lines that are paragraphs, and says of each what kind of line it is. */

import { listSiteLines } from "../../languages/index.ts";
import { isDateLine, isTimeLine } from "../../languages/shared/dates/date-lines.ts";
import { oneOf } from "../../languages/shared/word-pattern.ts";
import { cleanCharacters } from "../clean.ts";
import { readCreditLine } from "../facts/agency.ts";
import {
  hasCaptionOpening,
  hasPrompt,
  isConsent,
  isPointer,
  isRail,
  isShareButton,
  opensWithPrompt,
  readByline,
} from "../site-lines/site-phrases.ts";

export type LineKind =
  | "date"
  | "rail"
  | "pointer"
  | "prompt"
  | "caption"
  | "byline"
  | "credit"
  | "name"
  | "body"
  | "short";

export interface Line {
  readonly text: string;
  readonly kind: LineKind;
}

export const PASTED_LENGTH_MAX = 5_000_000;
const LINES_MAX = 100_000;
/** Width at which mail and terminals wrap: a text whose lines all end near it is unfolded. */
const WRAP_MIN = 45;
const WRAP_MAX = 110;
const PROMPT_LENGTH_MAX = 240;
const BODY_WORDS_MIN = 6;
const BODY_LENGTH_MIN = 140;
/** Characters that make a body line in scripts without spaces. */
const BODY_UNSPACED_MIN = 18;

/** The end of a sentence, closing marks after it allowed; a colon or a closing mark alone is none. */
const FULL_STOP = /[.!?…。！？؟۔।][\s"”»’“」』)\]*]*$/;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const BULLET = /^(?:[-*•‣▪–—]|\d{1,2}[.)])\s+\S/u;

export const hasFullStop = (text: string): boolean => FULL_STOP.test(text);
export const hasBullet = (text: string): boolean => BULLET.test(text);
export const wordCountOf = (text: string): number => {
  const unspaced = text.match(UNSPACED)?.length ?? 0;
  return unspaced > text.length / 3
    ? Math.round(unspaced / 2)
    : text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
};

/** Two to five words that all begin with a capital, nothing else: how a person's name stands alone on a line. */
const NAME_LINE = new RegExp(
  "^\\p{Lu}[\\p{L}.'’-]*" +
    `(?:\\s+(?:${oneOf(listSiteLines(({ particles }) => particles))}\\s+)?\\p{Lu}[\\p{L}.'’-]*){1,4}$`,
  "u",
);

export function isBody(text: string): boolean {
  const unspaced = text.match(UNSPACED)?.length ?? 0;
  if (unspaced > text.length / 3)
    return unspaced >= BODY_UNSPACED_MIN && (hasFullStop(text) || unspaced >= BODY_LENGTH_MIN / 2);
  return text.length >= BODY_LENGTH_MIN || (hasFullStop(text) && wordCountOf(text) >= BODY_WORDS_MIN);
}

/** A sentence of the article may speak of members or a privacy policy; a prompt opens with what it wants. */
export const opensPrompt = (text: string): boolean =>
  text.length < PROMPT_LENGTH_MAX && (isBody(text) ? opensWithPrompt(text) : hasPrompt(text));

function toKind(text: string): LineKind {
  if (isDateLine(text) || isTimeLine(text)) return "date";
  if (isRail(text)) return "rail";
  if (isPointer(text)) return "pointer";
  if (isConsent(text) || isShareButton(text)) return "prompt";
  if (readCreditLine(text) !== null) return "credit";
  if (opensPrompt(text)) return "prompt";
  if (/^(?:©|\(c\)|copyright\b)/i.test(text) && text.length < 200) return "prompt";
  if (readByline(text) !== null) return "byline";
  if (
    hasCaptionOpening(text) &&
    text.length < 240 &&
    /^[^\s:：/|©]{2,14}(?:\s[^\s:：/|©]{2,10})?\s*[:：/|©]/u.test(text)
  )
    return "caption";
  if (
    /(?:\bGetty Images|\/\s?AFP|\bvia AP|\bAP Photo|\/\s?Reuters|\/\s?dpa|\bShutterstock|\biStock)\b[^.]{0,40}$/.test(
      text,
    ) &&
    text.length < 240
  )
    return "caption";
  if (isBody(text)) return "body";
  if (text.length < 60 && NAME_LINE.test(text)) return "name";
  return "short";
}

/** True when the text's lines are the wrapping of its paragraphs rather than paragraphs themselves. */
function isWrapped(chunks: readonly (readonly string[])[]): boolean {
  const inner = chunks.flatMap((chunk) => chunk.slice(0, -1));
  if (inner.length < 3) return false;
  const wide = inner.filter((line) => line.length >= WRAP_MIN && line.length <= WRAP_MAX);
  const ended = inner.filter((line) => hasFullStop(line));
  return wide.length > inner.length * 0.8 && ended.length < inner.length * 0.4;
}

/** Paragraphs of pasted text, one a line, cleaned, each with its kind. */
export function readLines(text: string): readonly Line[] {
  const chunks: string[][] = [];
  let chunk: string[] = [];
  for (const raw of cleanCharacters(text.slice(0, PASTED_LENGTH_MAX)).split("\n", LINES_MAX)) {
    const line = raw.replace(/\s+/g, " ").trim();
    if (line !== "") chunk.push(line);
    else if (chunk.length > 0) {
      chunks.push(chunk);
      chunk = [];
    }
  }
  if (chunk.length > 0) chunks.push(chunk);
  const lines = isWrapped(chunks) ? chunks.map((each) => (each.some(hasBullet) ? each : [each.join(" ")])) : chunks;
  return lines.flat().map((line) => ({ text: line, kind: toKind(line) }));
}
