/** Units without a part they can do without: an aside, or sentences at one end of a quotation. */

import type { Span } from "../../domain/article.ts";
import { countWords } from "../../languages/shared/words.ts";
import { findFaults } from "../extractive/units.ts";
import { changeUnit, type Unit } from "../unit.ts";
import { type Edit, toSentence } from "./trim.ts";

/** The unit without an aside, as its text is shown; null when the aside cannot be placed in the source. */
export function shortenUnit(text: string, unit: Unit, aside: Span): Unit | null {
  const shown = unit.sentence.text;
  const closing = unit.edits.find((edit) => edit.kind === "quotation")?.text ?? "";
  // Other edits stand at the head, so that what follows them is the source moved by one number of characters.
  const shift = unit.end + closing.length - shown.length;
  if (text.slice(aside.start + shift, unit.end) + closing !== shown.slice(aside.start)) return null;
  if (unit.edits.some((edit) => edit.kind !== "quotation" && edit.end > aside.start + shift)) return null;
  const edits: readonly Edit[] = [
    ...unit.edits,
    { kind: "aside", start: aside.start + shift, end: aside.end + shift, text: "" },
  ];
  const sentence = toSentence(text, unit, edits);
  return changeUnit(unit, { edits, sentence, wordCount: countWords(sentence.text) });
}

/** The unit with a part of its quotation, when that reads by itself; null when it does not. */
export function shortenQuotation(text: string, unit: Unit, left: Span, language: string): Unit | null {
  const shown = shortenUnit(text, unit, left);
  if (shown === null) return null;
  const faults = findFaults(shown.sentence.text, unit.toldWords, language);
  return faults.isBroken || faults.isPronounLed || faults.isLeaning || faults.isFragment
    ? null
    : changeUnit(shown, { faults });
}
