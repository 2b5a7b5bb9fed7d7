/** Sentences that tell what a page of a certain shape is about: a verdict, a winner, a review's end, what a house announces, a thesis. */

import type { SummarizerInput } from "../../domain/article.ts";
import { findLanguage } from "../../languages/index.ts";
import type { PointPhrases } from "../../languages/shared/points.ts";
import type { Unit } from "../unit.ts";
import { isUsable } from "./reads-alone.ts";

/** A verdict, a winner, an announcement and a thesis are what the page is for. */
const POINT_TELLS = 0.95;
/** What has the words of the headline then tells less. */
const BESIDE_SHARE = 0.5;
const THESIS_WORDS_MIN = 8;
/** A house says what is new at the head. */
const ANNOUNCED_PLACE_MAX = 12;
/** Of its sentences so many are told as "we"; of a person's page, hardly any are. */
const HOUSE_SHARE = 0.15;
const SINGLE_SHARE_MAX = 0.05;
const UNITS_MIN = 5;
const WORDS_MIN = 4;
/** What was checked stands so near above its verdict. */
const CLAIM_UNITS_MAX = 8;
/** What a review comes to stands in its second half. */
const CONCLUSION_PLACE_MIN = 0.5;
/** "Best Budget Boat: Varen Skiff", "Varen Skiff – Best for rivers". */
const AWARD_WORDS_MAX = 18;
const AWARD = /^([^:.!?]{3,60}?)(?::| [-–—]) (\p{Lu}[^:.!?]{2,})$/u;

const isWhole = ({ faults, wordCount, bound }: Unit): boolean =>
  !faults.isNoise && !faults.isBroken && !faults.isQuestion && wordCount >= WORDS_MIN && bound?.to !== "nothing";

const standsAlone = (unit: Unit): boolean =>
  isWhole(unit) && !unit.faults.isLeaning && !unit.faults.isPronounLed && unit.bound === null;

/** "We rate this False", the last of them, and the words that were checked, said right before. */
function findVerdict(units: readonly Unit[], { verdict }: PointPhrases): readonly Unit[] {
  const found = units.findLast((unit) => isWhole(unit) && unit.quotedShare === 0 && verdict.test(unit.sentence.text));
  if (found === undefined) return [];
  const claim = units
    .slice(Math.max(0, found.index - CLAIM_UNITS_MAX), found.index)
    .findLast((unit) => standsAlone(unit) && isUsable(unit) && unit.quotedShare > 0);
  return claim === undefined ? [found] : [claim, found];
}

/** Below a headline that seeks the best: the sentence that names it, or else the heading over it. */
function findWinner(units: readonly Unit[], title: string, { best, pick }: PointPhrases): Unit | undefined {
  if (!best.test(title)) return undefined;
  const picked = units.find(
    (unit) => standsAlone(unit) && !unit.faults.isFragment && unit.quotedShare === 0 && pick.test(unit.sentence.text),
  );
  if (picked !== undefined) return picked;
  return units.find((unit) => {
    const { text } = unit.sentence;
    const isLine = unit.faults.isFragment && unit.place === 0 && unit.wordCount <= AWARD_WORDS_MAX;
    const award = isLine && isWhole(unit) && !title.includes(text) ? AWARD.exec(text) : null;
    // One side says of what it is the best, and the other names it.
    return award !== null && best.test(award[1] ?? "") !== best.test(award[2] ?? "");
  });
}

/** Below "Varen Skiff review": the last sentence that says what it comes to. */
function findConclusion(units: readonly Unit[], title: string, { review, conclusion }: PointPhrases): Unit | undefined {
  if (!review.test(title)) return undefined;
  return units.findLast(
    (unit) =>
      unit.index > units.length * CONCLUSION_PLACE_MIN &&
      standsAlone(unit) &&
      isUsable(unit) &&
      unit.quotedShare === 0 &&
      conclusion.test(unit.sentence.text),
  );
}

/** Whether a house writes of itself: "we" in many sentences, "I" in none. */
function isHousePage(units: readonly Unit[], { house, single }: PointPhrases): boolean {
  if (units.length < UNITS_MIN) return false;
  const share = (words: ReadonlySet<string>): number =>
    units.filter(({ toldWords }) => toldWords.some((word) => words.has(word))).length / units.length;
  return share(single) <= SINGLE_SHARE_MAX && share(house) >= HOUSE_SHARE;
}

/** "We are glad to introduce …" on the page of a house that writes of itself. */
function findAnnounced(units: readonly Unit[], phrases: PointPhrases): Unit | undefined {
  const announced = units
    .slice(0, ANNOUNCED_PLACE_MAX)
    .find((unit) => standsAlone(unit) && unit.quotedShare === 0 && phrases.announcing.test(unit.sentence.text));
  return announced !== undefined && isHousePage(units, phrases) ? announced : undefined;
}

/** By unit, how likely it tells the point; what is told so may be shown though it says "we" or has no full stop. */
export function findPoints(
  units: readonly Unit[],
  { title, text, language }: Pick<SummarizerInput, "title" | "text" | "language">,
): ReadonlyMap<number, number> {
  const { points } = findLanguage(language).asides;
  const found = new Map<number, number>();
  const thesis = units.findLast(
    (unit) =>
      standsAlone(unit) &&
      !unit.faults.isFragment &&
      !unit.faults.isFirstPerson &&
      unit.wordCount >= THESIS_WORDS_MIN &&
      unit.quotedShare === 0 &&
      // "All of this is to say that" was taken off.
      points.thesis.test(text.slice(unit.start, unit.end)),
  );
  const others = [
    ...findVerdict(units, points),
    findWinner(units, title, points),
    findConclusion(units, title, points),
    findAnnounced(units, points),
  ];
  // What a ranking says of its kind is not what it is for.
  for (const unit of others.every((each) => each === undefined) ? [thesis] : others)
    if (unit !== undefined) found.set(unit.index, POINT_TELLS);
  return found;
}

/** What each unit tells, with the points of the page; beside them the others count less. */
export function addPoints(
  tells: ReadonlyMap<number, number>,
  points: ReadonlyMap<number, number>,
): ReadonlyMap<number, number> {
  if (points.size === 0) return tells;
  const found = new Map([...tells].map(([index, value]) => [index, value * BESIDE_SHARE] as const));
  for (const [index, value] of points) found.set(index, Math.max(value, found.get(index) ?? 0));
  return found;
}
