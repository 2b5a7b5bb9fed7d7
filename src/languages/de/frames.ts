/** Parts German sentences at their signs and reads of each part where its verb stands and what kind of clause it is. */

import type { SpeechWords } from "../language.ts";
import { classAt, classSet, type Item, REPORTING_VERBS } from "../reading.ts";
import { isNoun } from "./phrases.ts";

const SIGNS = classSet("comma", "colon", "open", "close", "break", "stop");
const SUBJECT_OPENERS = classSet("determiner", "capital", "pronoun", "role", "title", "otherPronoun", "quantifier");
const BEFORE_OPENER = classSet("conjunction", "common", "auxiliary");

const PASSIVE = /^(?:wird|werden|wurden?|worden)$/;
const BRACKET_ITEMS_MAX = 25;

export interface Segment {
  readonly first: number;
  readonly last: number;
}

/** „…, und fügte hinzu“: a conjunction parts clauses when a verb follows it. */
function opensClause(items: readonly Item[], index: number, words: SpeechWords): boolean {
  if (classAt(items, index) !== "conjunction") return false;
  const next = items[index + 1];
  return next !== undefined && (REPORTING_VERBS.has(next.class) || words.finites.has(next.word));
}

/** 1 for items inside brackets, which neither part a clause nor give it a subject. */
export function maskBrackets(items: readonly Item[]): Uint8Array {
  const mask = new Uint8Array(items.length);
  let open = -1;
  items.forEach((item, index) => {
    if (item.class === "open") open = index;
    else if (open >= 0 && item.class === "close" && index - open <= BRACKET_ITEMS_MAX) {
      mask.fill(1, open, index + 1);
      open = -1;
    } else if (item.class === "break") open = -1;
  });
  return mask;
}

export function findSegments(items: readonly Item[], mask: Uint8Array, words: SpeechWords): readonly Segment[] {
  const segments: Segment[] = [];
  let first = 0;
  const close = (last: number): void => {
    if (last >= first) segments.push({ first, last });
  };
  items.forEach((item, index) => {
    if (mask[index] === 1) return;
    const before = items[index - 1];
    if (before !== undefined && (before.sentence !== item.sentence || opensClause(items, index, words))) {
      close(index - 1);
      first = index;
    }
    // The hyphen of „Fraktions- und Parteichefs“ touches its word.
    const isSign = SIGNS.has(item.class) || (item.class === "dash" && before?.end !== item.start);
    if (isSign) {
      close(index - 1);
      first = index + 1;
    }
  });
  close(items.length - 1);
  return segments;
}

/** Whether a small word that no list has stands where a finite verb would. */
function isUnknownVerb(items: readonly Item[], index: number, first: number, last: number): boolean {
  const item = items[index];
  if (item === undefined || item.class !== "plain" || !/(?:te|ten|tet|[^aeiou]t|ng|ß|[^e]en)$/.test(item.word))
    return false;
  if (index === last) return true;
  if (!/t(?:e|en)?$/.test(item.word)) return false;
  const before = items[index - 1];
  if (index === first) return SUBJECT_OPENERS.has(classAt(items, index + 1));
  // „die geplante Reform“ is no verb, „Die Brücke stürzte“ is one.
  return (isNoun(before) || before?.class === "pronoun" || before?.class === "close") && !isNoun(items[index + 1]);
}

/** „sei“, „habe“, and of verbs that report „sage“, „antworte“: what somebody is said to have said. */
function isReportedForm(item: Item, words: SpeechWords): boolean {
  if (words.subjunctives.has(item.word)) return true;
  if (item.class !== "reporting" && item.class !== "framing") return false;
  return item.word.endsWith("e") && (!item.word.endsWith("te") || `${item.word}n` === item.lemma);
}

export interface Frame {
  readonly isSubordinate: boolean;
  readonly isRelative: boolean;
  readonly isHow: boolean;
  /** -1 when the segment has no verb. */
  readonly finite: number;
  readonly reporting: number;
  readonly isPassive: boolean;
  readonly isReported: boolean;
  /** „heißt es“. */
  readonly hasIt: boolean;
}

export function readFrame(items: readonly Item[], mask: Uint8Array, segment: Segment, words: SpeechWords): Frame {
  const { first, last } = segment;
  let opener = first;
  while (
    opener < last &&
    BEFORE_OPENER.has(classAt(items, opener)) &&
    !words.subordinators.has(items[opener]?.word ?? "")
  )
    opener++;
  const word = items[opener]?.word ?? "";
  const ending = items[last];
  const endsWithVerb =
    ending !== undefined &&
    (REPORTING_VERBS.has(ending.class) || words.finites.has(ending.word) || isUnknownVerb(items, last, first, last));
  const relative = words.relativePronouns.has(word)
    ? opener
    : classAt(items, first) === "preposition" && words.relativePronouns.has(items[first + 1]?.word ?? "")
      ? first + 1
      : -1;
  const isRelative = relative >= 0 && classAt(items, first - 1) === "comma" && endsWithVerb && last > relative + 1;
  const isSubordinate =
    isRelative || (words.subordinators.has(word) && (endsWithVerb || classAt(items, opener) === "complementizer"));
  let finite = -1;
  let reporting = -1;
  let auxiliary = "";
  let isReported = false;
  let hasIt = false;
  for (let index = first; index <= last; index++) {
    const item = items[index];
    if (item === undefined || mask[index] === 1) continue;
    const isSubjunctive = !item.isUpper && isReportedForm(item, words);
    const isFiniteForm = isSubjunctive || words.finites.has(item.word);
    if (isFiniteForm && !item.isUpper) {
      if (finite < 0 || isSubordinate) finite = index;
      auxiliary = auxiliary === "" ? item.word : auxiliary;
    }
    if (isSubjunctive) isReported = true;
    if (item.lemma === "heißen") hasIt = true;
    if (item.class === "reporting" || item.class === "framing") {
      if (finite < 0 || isSubordinate) finite = index;
      if (reporting < 0 || item.class === "reporting") reporting = index;
    } else if (finite < 0 && isUnknownVerb(items, index, first, last)) finite = index;
  }
  const isPassive = reporting >= 0 && PASSIVE.test(auxiliary) && (isSubordinate || reporting > finite);
  const isHow = isSubordinate && word === "wie";
  return { isSubordinate, isRelative, isHow, finite, reporting, isPassive, isReported, hasIt };
}
