/** Lines of a text within a width: as few as it takes, and those about equally long. */

import { breakText, type Piece, partWord } from "./break-text.ts";

/** Width of a text in one line. */
export type Measure = (text: string) => number;

const BALANCE_STEPS = 12;

interface MeasuredPiece extends Piece {
  readonly width: number;
}

/** A text whose stretches were measured once, at a size of 1; wherever it is set, they scale. */
export interface MeasuredText {
  readonly pieces: readonly MeasuredPiece[];
  readonly spaceWidth: number;
}

/** Stretches wider than a line may be parted between letters; every other stays whole. */
export function measureText(text: string, language: string, widthMax: number, measure: Measure): MeasuredText {
  const pieces = breakText(text, language).flatMap((piece): readonly MeasuredPiece[] => {
    const width = measure(piece.text);
    if (width <= widthMax) return [{ ...piece, width }];
    const letters = partWord(piece.text, language);
    return letters.map((letter, index) => ({
      text: letter,
      hasSpace: index === letters.length - 1 && piece.hasSpace,
      width: measure(letter),
    }));
  });
  return { pieces, spaceWidth: measure(" ") };
}

/** Each line takes what it has room for; null when more than so many are needed. */
function fillLines({ pieces, spaceWidth }: MeasuredText, widthMax: number, linesMax: number): readonly string[] | null {
  const lines: string[] = [];
  let line = "";
  let width = 0;
  let hasGap = false;
  for (const piece of pieces) {
    const longer = width + (hasGap ? spaceWidth : 0) + piece.width;
    if (line === "" || longer <= widthMax) {
      line += (hasGap ? " " : "") + piece.text;
      width = longer;
    } else {
      lines.push(line);
      if (lines.length >= linesMax) return null;
      line = piece.text;
      width = piece.width;
    }
    hasGap = piece.hasSpace;
  }
  return line === "" ? lines : [...lines, line];
}

/** Null when it needs more than so many lines of this width, in sizes of the letters. */
export function fitText(text: MeasuredText, widthMax: number, linesMax: number): readonly string[] | null {
  const full = fillLines(text, widthMax, linesMax);
  if (full === null || full.length < 2) return full;
  // The narrowest width that takes no more lines makes them even.
  let balanced = full;
  let low = Math.max(...text.pieces.map(({ width }) => width), widthMax / full.length / 2);
  let high = widthMax;
  for (let step = 0; step < BALANCE_STEPS && low < high; step += 1) {
    const middle = (low + high) / 2;
    const lines = fillLines(text, middle, full.length);
    if (lines === null) low = middle;
    else {
      balanced = lines;
      high = middle;
    }
  }
  return balanced;
}
