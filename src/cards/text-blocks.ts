/** Blocks of lines: a text at the largest size at which it has room. */

import { partWord } from "./break-text.ts";
import { fitText, measureText } from "./fit-text.ts";

export interface TextStyle {
  readonly size: number;
  readonly weight: 400 | 500 | 600 | 700;
}

export type MeasureStyled = (text: string, style: TextStyle) => number;

export interface Block {
  readonly lines: readonly string[];
  readonly style: TextStyle;
  readonly lineHeight: number;
}

export interface Room {
  /** The largest first. */
  readonly sizes: readonly number[];
  readonly weight: TextStyle["weight"];
  readonly widthMax: number;
  readonly heightMax?: number;
  readonly linesMax: (size: number) => number;
}

/** Letters that reach higher and lower than those of the Latin script. */
const TALL =
  /[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Thai}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Myanmar}\p{Script=Khmer}]/u;
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;
const OUTLET_LENGTH_MAX = 160;

/** By the first letter that has a direction. */
export function findDirection(text: string): "ltr" | "rtl" {
  const [letter = ""] = /\p{L}/u.exec(text) ?? [];
  return RIGHT_TO_LEFT.test(letter) ? "rtl" : "ltr";
}

const lineHeightOf = (text: string): number => (TALL.test(text) ? 1.6 : WIDE.test(text) ? 1.5 : 1.32);

export const heightOf = (block: Block | null): number => (block === null ? 0 : block.lines.length * block.lineHeight);

/** Null where it has no room at any of the sizes. */
export function fitBlock(text: string, room: Room, language: string, measure: MeasureStyled): Block | null {
  const { sizes, weight, linesMax, widthMax, heightMax = Number.POSITIVE_INFINITY } = room;
  const ratio = lineHeightOf(text);
  const pieceMax = widthMax / Math.min(...sizes);
  const measured = measureText(text, language, pieceMax, (words) => measure(words, { size: 100, weight }) / 100);
  for (const size of sizes) {
    const style = { size, weight };
    const lineHeight = Math.round(size * ratio);
    const most = Math.min(linesMax(size), Math.floor(heightMax / lineHeight));
    const lines = most < 1 ? null : fitText(measured, widthMax / size, most);
    // Letters set beside one another may be some pixels wider than each by itself.
    const isWithin = lines?.every((line) => measure(line, style) <= widthMax) === true;
    if (lines !== null && isWithin) return { lines, style, lineHeight };
  }
  return null;
}

/** An outlet's name is cut only where it is longer than any name should be. */
export function fitOutlet(text: string, room: Room, language: string, measure: MeasureStyled): Block {
  const letters = partWord(text, language);
  const whole = fitBlock(text, room, language, measure);
  if (whole !== null) return whole;
  for (let count = Math.min(letters.length - 1, OUTLET_LENGTH_MAX); count > 0; count -= 4) {
    const cut = fitBlock(`${letters.slice(0, count).join("").trimEnd()}…`, room, language, measure);
    if (cut !== null) return cut;
  }
  return { lines: ["…"], style: { size: Math.min(...room.sizes), weight: room.weight }, lineHeight: 24 };
}
