/** Tells words put into somebody's mouth: by an account that poses as them, a claim called false, a machine, a play. */

import { classAt, classSet } from "../../languages/reading.ts";
import type { QuoteView } from "../reading/quote-view.ts";
import type { ReadText } from "../reading/read-text.ts";
import { type Around, endsWithAny, holdsAny, isReporting, wordsOf } from "./clause.ts";

/** Where words stand in a line of them, by how many spaces are before. */
function placeOf(line: string, entries: ReadonlySet<string>): number {
  let first = -1;
  for (const entry of entries) {
    const at = line.indexOf(` ${entry} `);
    if (at >= 0 && (first < 0 || at < first)) first = at;
  }
  return first < 0 ? -1 : line.slice(0, first + 1).split(" ").length - 2;
}

const NAMED = classSet("capital", "title");
const OPENING_ITEMS = 5;
const BESIDE_REACH = 2;
const MACHINE_BACK = 40;
const PLAY_REACH = 6;
const UNTRUE_REACH = 5;

/** Somebody acts between two items, and reports nothing: "Dahl, fooled by a caller [posing as his son], said". */
function isActing({ items, speech }: Around, from: number, to: number): boolean {
  for (let at = to - 1; at >= from; at--) {
    if (isReporting(items[at])) return false;
    if (classAt(items, at) === "pronoun") return true;
    // A capital that opens its sentence is anything, and where nouns have capitals any is.
    if (at > from && !speech.hasCapitalNouns && NAMED.has(classAt(items, at))) return true;
  }
  return false;
}

/** "An account posing as Dahl wrote", "a deepfake of Dahl says". */
function isPosed(around: Around): boolean {
  const { items, speech, from, to, at, verbAfter } = around;
  const { posers } = speech.unsaid;
  const place = placeOf(wordsOf(items, from, at), posers);
  if (place >= 0 && !isActing(around, from, from + place)) return true;
  if (verbAfter < 0) return false;
  let end = verbAfter;
  while (end < to && classAt(items, end) !== "comma") end++;
  return holdsAny(wordsOf(items, at + 1, end), posers) && !isActing(around, at, verbAfter);
}

/** "A post falsely claims that Dahl said": called false by a verb whose clause holds another that reports. */
function isFalselyClaimed({ items, speech, from, at, verbBefore }: Around): boolean {
  if (verbBefore < 0) return false;
  for (let verb = verbBefore - 1; verb >= from; verb--) {
    // « prétend à tort que »
    const opensThat = classAt(items, verb + 1) === "complementizer";
    if (opensThat && endsWithAny(wordsOf(items, from, verb + 1), speech.unsaid.falsely)) return true;
    if (!isReporting(items[verb])) continue;
    const beside = wordsOf(items, Math.max(from, verb - BESIDE_REACH), Math.min(at, verb + BESIDE_REACH + 1));
    if (holdsAny(beside, speech.unsaid.falsely)) return true;
  }
  return false;
}

/** "At no point did Dahl say", "It is not true that Dahl said": how the sentence begins. */
function isOpenedUntrue({ items, speech, from, at, verbBefore }: Around): boolean {
  if (verbBefore < 0) return false;
  const line = wordsOf(items, from, at);
  for (const opener of speech.unsaid.untrueOpeners) if (line.startsWith(` ${opener} `)) return true;
  return false;
}

/** "Claims that Dahl said “…” are false". */
function isCalledUntrue({ items, speech, from, to, at }: Around): boolean {
  const { claims, untrue } = speech.unsaid;
  if (!holdsAny(wordsOf(items, from, Math.min(at, from + OPENING_ITEMS)), claims)) return false;
  const line = wordsOf(items, at + 1, Math.min(to, at + 1 + UNTRUE_REACH));
  return holdsAny(line, untrue);
}

/** "The forged memo, which bore his name, said", "In a deep fake video, Dahl says". */
function isFromFake({ items, speech, from, at }: Around): boolean {
  const { falsehoods, media } = speech.unsaid;
  const opensIn = speech.placePrepositions.has(items[from]?.word ?? "");
  if (!opensIn && classAt(items, from) !== "determiner") return false;
  const words = items.slice(from, Math.min(at, from + OPENING_ITEMS)).map(({ word }) => word);
  const medium = words.findIndex((word) => media.has(word));
  return medium >= 0 && words.slice(0, medium).some((word) => falsehoods.has(word));
}

/** "The chatbot wrote that Dahl had said": what a machine tells somebody else to have said. */
function isMachines({ items, speech, from, verbBefore }: Around): boolean {
  if (verbBefore < 0) return false;
  let teller = verbBefore - 1;
  while (teller >= from && !isReporting(items[teller])) teller--;
  if (teller < from) return false;
  const isTold = items.slice(from, teller).some((item) => speech.pronouns.get(item.word) === "neuter");
  const start = isTold ? Math.max(0, from - MACHINE_BACK) : from;
  return holdsAny(wordsOf(items, start, teller), speech.unsaid.machines);
}

/** "Dahl says in the second act", "Dahl, played by Ada Moor, says". */
function isPlayed({ items, speech, from, to, at, verbAfter }: Around): boolean {
  const { plays, playedBy } = speech.unsaid;
  if (holdsAny(wordsOf(items, from, at), playedBy)) return true;
  if (verbAfter < 0) return false;
  const behind = items.slice(verbAfter + 1, Math.min(to, verbAfter + PLAY_REACH));
  const place = behind.findIndex(({ word }) => speech.placePrepositions.has(word));
  return place >= 0 && behind.slice(place).some(({ word }) => plays.has(word));
}

/** „bestritten, die Fischer als „…“ bezeichnet zu haben“: the verb of what is denied stands behind the words. */
function isDeniedBehind({ items, speech, from, to, at }: Around): boolean {
  const { deniers, deniedEnds } = speech.unsaid;
  if (!holdsAny(wordsOf(items, at + 1, to), deniedEnds)) return false;
  return items.slice(from, at).some(({ word }) => deniers.has(word));
}

/** Whether the sentence of a quotation says that its words were put into the mouth of whoever seems to say them. */
export function isFeigned(around: Around, { touchAfter }: QuoteView, { speech }: ReadText): boolean {
  const isLedIn = touchAfter < 0;
  return (
    isPosed(around) ||
    isPlayed(around) ||
    (speech.clauses !== null && isDeniedBehind(around)) ||
    (isLedIn &&
      (isFalselyClaimed(around) ||
        isOpenedUntrue(around) ||
        isCalledUntrue(around) ||
        isFromFake(around) ||
        isMachines(around)))
  );
}
