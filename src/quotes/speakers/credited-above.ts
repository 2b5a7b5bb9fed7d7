/** Who said a quotation that is a sentence of its own: whoever the sentence right before it is credited to at its end. */

import { classAt, classSet } from "../../languages/reading.ts";
import { isFirstName } from "../names/evidence.ts";
import type { QuoteView } from "../reading/quote-view.ts";
import type { ReadText } from "../reading/read-text.ts";

const ENDS_SENTENCE = classSet("stop", "break");
const BEYOND = classSet("stop", "break", "quotation", "dash", "open");
const ACROSS: ReadonlySet<string> = new Set(["apposition", "bracket"]);
const SENTENCE_REACH = 60;
const STOPPED = /\p{L}\.\s+["“„«]?$/u;

/** Whether nothing but the quotation stands in its sentence, and another sentence of its paragraph before it. */
function isOwnSentence(read: ReadText, { at, isSentenceStart, isParagraphStart, isCapital }: QuoteView): boolean {
  // "a pilot at Station Q. “…”": a stop that may be the name's.
  const isOpening = isSentenceStart || STOPPED.test(read.text.slice(0, read.items[at]?.start ?? 0).slice(-4));
  return isCapital && isOpening && !isParagraphStart && standsAlone(read, at);
}

const standsAlone = (read: ReadText, at: number): boolean => {
  const next = read.items[at + 1];
  return next === undefined || ENDS_SENTENCE.has(next.class) || next.sentence !== read.items[at]?.sentence;
};

/** A house may be the paper that somebody told. */
function isPerson(read: ReadText, index: number): boolean {
  const mention = read.mentions[index];
  return mention?.kind === "name" && isFirstName(read, read.items[mention.first]?.word ?? "");
}

/** "The gap is small, says [Ada Moor], a pilot in Varen. “…”": the mention of the name; -1 when no sentence ends so. */
export function creditedAbove(read: ReadText, view: QuoteView): number {
  if (read.clauses !== null || !read.speech.weights.isOwn || !isOwnSentence(read, view)) return -1;
  const end = classAt(read.items, view.at - 1) === "stop" ? view.at - 2 : view.at - 1;
  const sentence = read.items[end]?.sentence;
  for (let verb = end; verb >= 0 && end - verb <= SENTENCE_REACH; verb--) {
    const item = read.items[verb];
    if (item === undefined || item.sentence !== sentence || BEYOND.has(item.class)) return -1;
    if (item.class !== "reporting" || item.isParticiple) continue;
    // Whoever stands before the comma may look like its subject.
    const name = classAt(read.items, verb - 1) === "comma" ? (read.index.byFirst.get(verb + 1) ?? -1) : -1;
    // "Ada Moor, 18, told the Tidings": to whom it was said.
    const isTold = read.linksAt.get(verb)?.some(({ kind }) => ACROSS.has(kind)) === true;
    return !isTold && isPerson(read, name) ? name : -1;
  }
  return -1;
}
