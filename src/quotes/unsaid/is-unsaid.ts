/** Tells words that the text itself says were not said: denied, invented, wished for, only asked, or a name in marks. */

import type { Speech } from "../../languages/language.ts";
import { classAt, classSet, type Item } from "../../languages/reading.ts";
import type { QuoteView } from "../reading/quote-view.ts";
import type { ReadText } from "../reading/read-text.ts";
import {
  type Around,
  clauseStart,
  endsWithAny,
  holdsAny,
  isReporting,
  leadEnd,
  lookAround,
  SIGNS,
  wordsOf,
} from "./clause.ts";
import { isFeigned } from "./feigned.ts";
import { isHearsay } from "./hearsay.ts";
import { isName } from "./is-name.ts";
import { isOthersWords } from "./others-words.ts";

/** What may stand between "not" and its verb. */
const BESIDE_NEGATED = classSet("auxiliary", "ly", "pronoun", "otherPronoun", "time");
const NEGATED_REACH = 5;
/** A verb this near reports the quotation; behind a colon it stands nearer. */
const REPORTING_REACH = 8;
const COLON_REACH = 5;
const BEHIND_REACH = 6;
const DENIED_REACH = 12;
const DECLINED_REACH = 5;
/** A medium stands this near the word that calls it false: "the doctored clip", "the clip was doctored". */
const MEDIUM_BEFORE = 4;
const MEDIUM_AFTER = 3;
const NEXT_SENTENCE_REACH = 14;
const ENDS_CLAUSE = classSet("comma", "colon", "quotation", "break", "stop");
const NEVER_OPENS = classSet("pronoun", "otherPronoun", "preposition");

/** "never said", „sagte nie:“, "did she not say"; not "not only said". */
function isNegated({ items, speech, from }: Around, verb: number): boolean {
  const { negators, onlyWords, deniers } = speech.unsaid;
  if (!isReporting(items[verb]) || deniers.has(items[verb]?.word ?? "")) return false;
  for (let at = verb - 1; at >= from && verb - at <= NEGATED_REACH; at--) {
    const word = items[at]?.word ?? "";
    if (negators.has(word)) return !onlyWords.has(items[at + 1]?.word ?? "");
    if (!BESIDE_NEGATED.has(classAt(items, at))) break;
  }
  return negators.has(items[verb + 1]?.word ?? "") && ENDS_CLAUSE.has(classAt(items, verb + 2));
}

/** "Nobody on the board said", "no evidence that she said". */
function isNobodys(around: Around, verb: number): boolean {
  const { items, speech } = around;
  const start = clauseStart(around, verb);
  // French "une personne" is somebody.
  const line = wordsOf(items, start, verb);
  if (!holdsAny(line, speech.unsaid.nobody)) return false;
  for (let at = start; at < verb; at++) {
    const isNoun = speech.unsaid.nobody.has(items[at]?.word ?? "") && classAt(items, at - 1) === "determiner";
    if (isNoun) return false;
  }
  return true;
}

/** „hat Berichte zurückgewiesen, er sei „…““: what is denied is told in a clause of its own mood. */
const isDeniedReport = (items: readonly Item[], { unsaid, subjunctives, clauses }: Speech, verb: number): boolean =>
  clauses !== null &&
  unsaid.deniers.has(items[verb]?.word ?? "") &&
  classAt(items, verb + 1) === "comma" &&
  classAt(items, verb + 2) === "pronoun" &&
  subjunctives.has(items[verb + 3]?.word ?? "");

/** "denied telling a reporter", „bestritt, … gesagt zu haben“, "отрицал, что говорил"; not "denied it, saying". */
function isDenied({ items, speech, from, at, verbBefore }: Around): boolean {
  if (verbBefore < 0) return false;
  if (isDeniedReport(items, speech, verbBefore)) return true;
  for (let denier = verbBefore - 1; denier >= from && verbBefore - denier <= DENIED_REACH; denier--) {
    const itemClass = classAt(items, denier);
    if (itemClass === "conjunction" || itemClass === "document" || itemClass === "colon") return false;
    if (itemClass === "comma") {
      const isOpen =
        classAt(items, denier + 1) === "complementizer" || (speech.clauses !== null && at - verbBefore > 2);
      if (!isOpen) return false;
    }
    if (!speech.unsaid.deniers.has(items[denier]?.word ?? "")) continue;
    if (speech.unsaid.negators.has(items[denier - 1]?.word ?? "")) return false;
    const verb = items[verbBefore];
    let next = denier + 1;
    while (BESIDE_NEGATED.has(classAt(items, next)) && next < verbBefore) next++;
    return verb?.isParticiple !== true || next === verbBefore || speech.participle === null;
  }
  return false;
}

/** `declined to "discuss the wall"`, "refused to say"; not "said he declined to". */
function isDeclined(around: Around): boolean {
  const { items, speech, from } = around;
  const end = leadEnd(around);
  for (let at = end; at > from && end - at <= DECLINED_REACH; at--) {
    const itemClass = classAt(items, at);
    if (at < end && (SIGNS.has(itemClass) || itemClass === "conjunction" || itemClass === "complementizer"))
      return false;
    if (!endsWithAny(wordsOf(items, from, at), speech.unsaid.decliners)) continue;
    for (let before = from; before < at - 2; before++) if (classAt(items, before) === "reporting") return false;
    return true;
  }
  return false;
}

/** "should have said", "might say". */
function isHypothetical({ items, speech, from }: Around, verb: number): boolean {
  if (!isReporting(items[verb])) return false;
  let end = verb;
  while (end > from && classAt(items, end - 1) === "ly") end--;
  return endsWithAny(wordsOf(items, Math.max(from, end - 4), end), speech.unsaid.hypotheticals);
}

/** "if Calder says": nothing between ends the condition. */
function isConditional({ items, speech, from, at: quote, verbBefore }: Around): boolean {
  if (classAt(items, verbBefore) !== "reporting" || quote - verbBefore > REPORTING_REACH) return false;
  for (let at = verbBefore - 1; at >= from; at--) {
    if (SIGNS.has(classAt(items, at)) || classAt(items, at) === "conjunction") {
      return speech.unsaid.conditions.has(items[at]?.word ?? "");
    }
    if (!speech.unsaid.conditions.has(items[at]?.word ?? "")) continue;
    const isFirst = at === from || SIGNS.has(classAt(items, at - 1));
    return isFirst || !NEVER_OPENS.has(classAt(items, at));
  }
  return false;
}

function hasMediumNear(items: readonly Item[], at: number, media: ReadonlySet<string>): boolean {
  for (let near = at - MEDIUM_BEFORE; near <= at + MEDIUM_AFTER; near++) {
    if (near !== at && media.has(items[near]?.word ?? "")) return true;
  }
  return false;
}

/** "a doctored clip shows her saying", "was misquoted as saying". */
function isInvented(around: Around): boolean {
  const { items, speech, from, to, at, verbBefore } = around;
  const { falsehoods, media, misquoted } = speech.unsaid;
  if (holdsAny(wordsOf(items, from, at), misquoted) || holdsAny(wordsOf(items, at + 1, to), misquoted)) return true;
  const end = leadEnd(around);
  for (let index = end - 1; index >= from && classAt(items, index) !== "comma"; index--) {
    if (!falsehoods.has(items[index]?.word ?? "")) continue;
    if (index < verbBefore && hasMediumNear(items, index, media)) return true;
  }
  return false;
}

/** “…” The post is fake: the sentence behind the quotation's says so. */
function isTakenBack({ items, speech, to: behind }: Around): boolean {
  const { falsehoods, media, misquoted, negators } = speech.unsaid;
  const to = classAt(items, behind) === "break" ? behind + 1 : behind;
  const sentence = items[to]?.sentence;
  if (classAt(items, to) !== "determiner" || sentence === undefined) return false;
  let end = to;
  while (end - to < NEXT_SENTENCE_REACH && items[end]?.sentence === sentence && !isReporting(items[end])) end++;
  const words = items.slice(to, end).map(({ word }) => word);
  if (!words.slice(0, 3).some((word) => media.has(word)) || words.some((word) => negators.has(word))) return false;
  return words.some((word) => falsehoods.has(word)) || holdsAny(wordsOf(items, to, end), misquoted);
}

/** “The Courier asked, “…?””, "when asked “…?”", "the riddle: “…?”": a question that is nobody's statement. */
function isOnlyAsked(around: Around, read: ReadText, quote: number): boolean {
  const { items, speech, from, to, at, verbBefore, verbAfter } = around;
  const { interviewers, askers, asked, questionNouns } = speech.unsaid;
  const stretch = read.stretches[quote];
  if (stretch === undefined || !/[?？؟]["”»’]?$/.test(read.text.slice(stretch.start, stretch.end).trimEnd()))
    return false;
  const end = leadEnd(around);
  if (end < at && questionNouns.has(items[end - 1]?.word ?? "")) return true;
  const isAsker = (verb: number): boolean => askers.has(items[verb]?.word ?? "");
  if ((verbBefore < 0 || isAsker(verbBefore)) && holdsAny(wordsOf(items, from, at), asked)) return true;
  if (isAsker(verbBefore)) {
    for (let index = clauseStart(around, verbBefore); index < verbBefore; index++)
      if (interviewers.has(items[index]?.word ?? "")) return true;
  }
  if (!isAsker(verbAfter)) return false;
  const words =
    verbAfter - at <= 2 ? wordsOf(items, verbAfter, Math.min(to, verbAfter + 5)) : wordsOf(items, at, verbAfter);
  return holdsAny(words, interviewers);
}

/** The verbs whose clause the quotation belongs to: those that touch it from behind, else the one before it. */
function ownVerbs(around: Around, { touchBefore, touchAfter }: QuoteView): readonly number[] {
  const { items, at, verbBefore, verbAfter } = around;
  if (touchAfter >= 0) return touchBefore >= 0 ? [verbBefore, verbAfter] : [verbAfter];
  const reach = classAt(items, at - 1) === "colon" ? COLON_REACH : REPORTING_REACH;
  const verbs = at - verbBefore <= reach ? [verbBefore] : [];
  const isBehind = verbAfter - at <= BEHIND_REACH && clauseStart(around, verbAfter) <= at + 2;
  return isBehind ? [...verbs, verbAfter] : verbs;
}

/** Whether words are only rumored, or put into the mouth of whoever seems to say them: so is all that goes on with them. */
export function isPutInMouth(read: ReadText, view: QuoteView): boolean {
  const around = lookAround(read, view.at);
  const verbs = ownVerbs(around, view).filter((verb) => verb >= 0);
  return verbs.some((verb) => isHearsay(around, verb)) || isFeigned(around, view, read);
}

/** Whether the text says of a quotation's words that nobody said them, or they are a name, not speech. */
export function isUnsaid(read: ReadText, view: QuoteView): boolean {
  const around = lookAround(read, view.at);
  const verbs = ownVerbs(around, view).filter((verb) => verb >= 0);
  const isToldBehind = view.touchAfter >= 0 && view.touchBefore < 0;
  return (
    verbs.some((verb) => isNegated(around, verb) || isHypothetical(around, verb) || isNobodys(around, verb)) ||
    (!isToldBehind && (isDenied(around) || isDeclined(around) || isConditional(around))) ||
    isInvented(around) ||
    isTakenBack(around) ||
    isOnlyAsked(around, read, view.quote) ||
    isName(around, read, view) ||
    isOthersWords(around, view)
  );
}
