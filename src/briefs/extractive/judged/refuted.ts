/** Claims that the page tells to say that they are false: "Claim: The pier was sold.", "All of this is made up." */

import { findLanguage } from "../../../languages/index.ts";
import { toListed } from "../../../languages/shared/words.ts";
import { changeUnit, type Unit } from "../../unit.ts";

/** With no more words, a verdict says nothing without what it is on: "All of this is false." */
const VERDICT_WORDS_MAX = 7;
/** So many sentences before it are meant by a verdict on all that was told. */
const ALL_UNITS_MAX = 8;

/** The words of the paragraph before a unit, with what was taken off its head. */
function labelOf(unit: Unit, text: string): string {
  const from = text.lastIndexOf("\n", unit.start - 1) + 1;
  return toListed(text.slice(from, unit.sentence.start ?? unit.start));
}

/** By unit, whether a label says that it is somebody's claim: in its line, or as the line before. */
function isLabeled(unit: Unit, before: Unit | undefined, text: string, label: RegExp): boolean {
  if (unit.place === 0 && label.test(toListed(text.slice(unit.start, unit.end)))) return true;
  if (unit.place === 0 && label.test(labelOf(unit, text))) return true;
  const isHead = before?.faults.isFragment === true && before.paragraph < unit.paragraph;
  return isHead && label.test(`${toListed(before.sentence.text).replace(/:\s*$/u, "")}: `);
}

/** The units that a verdict speaks of: those before it in its paragraph, or the paragraph before, or all so far. */
function listJudged(verdict: Unit, units: readonly Unit[], isOfAll: boolean): readonly Unit[] {
  const before = units.slice(0, verdict.index);
  if (isOfAll) return before.slice(-ALL_UNITS_MAX);
  if (verdict.place > 0) return before.filter(({ paragraph }) => paragraph === verdict.paragraph);
  const last = before.at(-1)?.paragraph;
  return before.filter(({ paragraph }) => paragraph === last);
}

/** The units that are refuted, and the verdicts that say nothing without them. */
function findRefuted(units: readonly Unit[], text: string, language: string): ReadonlySet<number> {
  const { claimLabel, verdict, verdictOnAll } = findLanguage(language).asides;
  const found = new Set<number>();
  for (const unit of units) {
    if (isLabeled(unit, units[unit.index - 1], text, claimLabel)) found.add(unit.index);
    const told = toListed(text.slice(unit.start, unit.end));
    const isOfAll = verdictOnAll.test(told);
    if (!isOfAll && !verdict.test(told)) continue;
    for (const { index } of listJudged(unit, units, isOfAll)) found.add(index);
    if (unit.wordCount <= VERDICT_WORDS_MAX) found.add(unit.index);
  }
  return found;
}

/** Refuted claims as noise: whatever else is chosen, they are not. */
export function silenceRefuted(units: readonly Unit[], text: string, language: string): readonly Unit[] {
  const refuted = findRefuted(units, text, language);
  if (refuted.size === 0) return units;
  return units.map((unit) =>
    refuted.has(unit.index) ? changeUnit(unit, { faults: { ...unit.faults, isNoise: true } }) : unit,
  );
}
