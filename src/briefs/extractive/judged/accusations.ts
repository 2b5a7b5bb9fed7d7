/** What somebody is accused of, told as if it were so: "The charges were read. Lund emptied the till. He denies it all." */

import { findLanguage } from "../../../languages/index.ts";
import { changeUnit, type Unit } from "../../unit.ts";

/** So many sentences before it say that charges are told, and so many behind it that they are denied. */
const BEFORE_MAX = 3;
const BEHIND_MAX = 2;
const QUOTED = /["“”„«»]/u;

/** The first name in capitals: "Lund emptied the till". */
const HEAD_NAME = /^(\p{Lu}[\p{L}’'-]+)/u;

/** Units of charges that are told without whoever brings them. */
function findAccusations(units: readonly Unit[], language: string): ReadonlySet<number> {
  const { speech, outside, accusing } = findLanguage(language).asides;
  const isCharge = units.map(({ sentence }) => accusing.charges.test(sentence.text));
  const isTold = ({ index, sentence: { text }, toldWords }: Unit): boolean =>
    QUOTED.test(text) ||
    toldWords.some((word) => speech.has(word)) ||
    outside.hearsay.test(text) ||
    isCharge[index] === true ||
    accusing.procedure.test(text);
  const isAccused = (unit: Unit): boolean => {
    const start = Math.max(0, unit.index - BEFORE_MAX);
    // Few pages tell of charges: nothing else is asked of the others.
    if (!isCharge.slice(start, unit.index).includes(true)) return false;
    if (isTold(unit) || accusing.denials.test(unit.sentence.text)) return false;
    const behind = units.slice(unit.index + 1, unit.index + 1 + BEHIND_MAX);
    if (behind.some(({ sentence }) => accusing.denials.test(sentence.text))) return true;
    // What a witness or a prosecutor tells of the one who stands trial, whether or not that is answered.
    const name = HEAD_NAME.exec(unit.sentence.text)?.[1];
    const opened = units
      .slice(start, unit.index)
      .map(({ sentence }) => sentence.text)
      .join(" ");
    return name !== undefined && accusing.openings.test(opened) && opened.includes(` ${name}`);
  };
  return new Set(units.filter(isAccused).map(({ index }) => index));
}

/** Such accusations as noise: the outlet does not say that they are true. */
export function silenceAccusations(units: readonly Unit[], language: string): readonly Unit[] {
  const accusations = findAccusations(units, language);
  if (accusations.size === 0) return units;
  return units.map((unit) =>
    accusations.has(unit.index) ? changeUnit(unit, { faults: { ...unit.faults, isNoise: true } }) : unit,
  );
}
