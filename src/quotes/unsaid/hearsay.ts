/** Tells words that somebody is only rumored to have said: "reportedly told", "is said to have told", « aurait dit ». */

import { classAt, classSet } from "../../languages/reading.ts";
import { type Around, holdsAny, wordsOf } from "./clause.ts";

const BESIDE = classSet("auxiliary", "ly", "pronoun", "otherPronoun", "time");
const BESIDE_REACH = 4;
/** Words around a verb that may make hearsay of it together: "was said to have told". */
const PHRASE_BEFORE = 7;
const PHRASE_AFTER = 3;
const BRACKET_REACH = 12;
const ENDS_CLAUSE = classSet("comma", "colon", "quotation", "break", "stop", "complementizer");

/** "he reportedly told", "reportedly had told", „habe angeblich gerufen“, « aurait-il dit ». */
function isRumored({ items, speech }: Around, verb: number): boolean {
  const { hearsay, hearsayHelpers, hearsayClosers } = speech.unsaid;
  for (let at = verb - 1; verb - at <= BESIDE_REACH; at--) {
    const word = items[at]?.word ?? "";
    if (hearsay.has(word) || (hearsayClosers.size === 0 && hearsayHelpers.has(word))) return true;
    if (!BESIDE.has(classAt(items, at))) return false;
  }
  return false;
}

/** "was said to have told", "al parecer dijo": the words stand in the clause of the verb. */
function isInPhrase({ items, speech, from, to, at: quote }: Around, verb: number): boolean {
  const [least, most] = verb < quote ? [from, quote] : [quote + 1, to];
  let start = verb;
  while (start > least && verb - start < PHRASE_BEFORE && !ENDS_CLAUSE.has(classAt(items, start - 1))) start--;
  let end = verb + 1;
  while (end < most && end - verb <= PHRASE_AFTER && !ENDS_CLAUSE.has(classAt(items, end))) end++;
  return holdsAny(wordsOf(items, start, end), speech.unsaid.hearsayPhrases);
}

/** „soll Ada Moor gesagt haben“, "zou Ada Moor hebben gezegd": a helper, and what closes its clause beside the verb. */
function isBracketed({ items, speech }: Around, verb: number): boolean {
  const { hearsayHelpers, hearsayClosers } = speech.unsaid;
  const isCloser = (at: number): boolean => hearsayClosers.has(items[at]?.word ?? "");
  if (!isCloser(verb - 1) && !isCloser(verb + 1)) return false;
  for (let at = verb - 1; verb - at <= BRACKET_REACH; at--) {
    if (hearsayHelpers.has(items[at]?.word ?? "")) return true;
    // „soll Freunden „…“ gesagt haben“
    if (ENDS_CLAUSE.has(classAt(items, at)) && classAt(items, at) !== "quotation") return false;
  }
  return false;
}

export const isHearsay = (around: Around, verb: number): boolean =>
  isRumored(around, verb) || isInPhrase(around, verb) || isBracketed(around, verb);
