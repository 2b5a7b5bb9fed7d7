/** Pages that guide their reader, "You will need a mat": told by what they say of themselves before the first heading. */

import type { Unit } from "../unit.ts";
import type { Candidate } from "./combine.ts";
import { unitPlace } from "./unit-row.ts";

/** So many of the sentences speak to the reader; in news hardly any does. */
const READER_SHARE = 0.18;
const UNITS_MIN = 6;
/** What stands above the first heading: never less than so many units, nor more. */
const LEAD_MIN = 2;
const LEAD_MAX = 20;
const HEADING_WORDS_MAX = 14;
/** Fewer words tell nothing of a page. */
const WORDS_MIN = 20;

const SECOND_PERSON = unitPlace("isSecondPerson");

const speaksToReader = ({ row }: Candidate): boolean => row[SECOND_PERSON] === 1;

/** Where the first heading below the opening stands. */
function findLeadEnd(units: readonly Unit[]): number {
  const heading = units.findIndex(
    ({ faults, place, wordCount }, index) =>
      index >= LEAD_MIN && place === 0 && (faults.isFragment || faults.isQuestion) && wordCount <= HEADING_WORDS_MAX,
  );
  return Math.min(LEAD_MAX, heading < 0 ? units.length : heading);
}

/** Of what may be shown of a guide, its lead: not half of its list, and no step of it; all of it when the page is none. */
export function chooseGuideLead(
  candidates: readonly Candidate[],
  units: readonly Unit[],
  rows: readonly Float64Array[],
): readonly Candidate[] {
  const sentences = units.filter(({ faults }) => !faults.isFragment);
  const spokenTo = sentences.filter(({ index }) => rows[index]?.[SECOND_PERSON] === 1).length;
  if (sentences.length < UNITS_MIN || spokenTo < READER_SHARE * sentences.length) return candidates;
  const end = findLeadEnd(units);
  const lead = candidates.filter(({ unit }) => unit.index < end);
  const told = [lead, candidates].map((each) => each.filter((candidate) => !speaksToReader(candidate)));
  const isEnough = (list: readonly Candidate[]): boolean =>
    list.reduce((sum, { unit }) => sum + unit.wordCount, 0) >= WORDS_MIN;
  return [told[0] ?? [], lead, told[1] ?? []].find(isEnough) ?? candidates;
}
