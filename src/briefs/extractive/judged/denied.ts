/** Claims that the next sentences give to somebody and deny: "The army took Varno. So the ministry said. Orrin denied it." */

import { findLanguage } from "../../../languages/index.ts";
import { toListed } from "../../../languages/shared/words.ts";
import { changeUnit, type Unit } from "../../unit.ts";

/** Further down it is no longer the news that is denied. */
const UNITS_MAX = 10;
/** A denial with no more words says nothing without what it denies. */
const DENIAL_WORDS_MAX = 9;

const fold = (unit: Unit, text: string): string => toListed(text.slice(unit.start, unit.end));

/** The claim that a sentence speaks of: what stands before it in its paragraph, or the paragraph before. */
function listClaim(teller: Unit, units: readonly Unit[]): readonly Unit[] {
  const last = units[teller.index - 1];
  if (last === undefined) return [];
  return units.slice(0, teller.index).filter(({ paragraph }) => paragraph === last.paragraph);
}

/** The units that are denied, and what says nothing without them. */
function findDenied(units: readonly Unit[], text: string, language: string): ReadonlySet<number> {
  const { denied } = findLanguage(language).asides;
  const found = new Set<number>();
  const add = (...hidden: readonly Unit[]): void => {
    for (const { index } of hidden) found.add(index);
  };
  const lines = units.slice(0, UNITS_MAX).map((unit) => fold(unit, text));
  for (const [index, line] of lines.entries()) {
    const unit = units[index];
    const before = units[index - 1];
    if (unit === undefined || before === undefined || unit.quotedShare > 0) continue;
    const told = lines[index - 1] ?? "";
    if (denied.doubts.test(line)) add(unit, ...listClaim(unit, units));
    else if (denied.denials.test(line)) {
      const isReport = denied.reports.test(told);
      if (!isReport && !denied.media.test(told)) continue;
      add(before, ...(isReport ? listClaim(before, units) : []));
      if (unit.wordCount <= DENIAL_WORDS_MAX || isReport) add(unit);
    } else if (denied.withdrawals.test(line) && denied.announced.test(lines.slice(0, index).join("\n"))) {
      add(...units.slice(0, index));
    }
  }
  return found;
}

/** Denied claims as noise: whatever else is chosen, they are not. */
export function silenceDenied(units: readonly Unit[], text: string, language: string): readonly Unit[] {
  const denied = findDenied(units, text, language);
  if (denied.size === 0) return units;
  return units.map((unit) =>
    denied.has(unit.index) ? changeUnit(unit, { faults: { ...unit.faults, isNoise: true } }) : unit,
  );
}
