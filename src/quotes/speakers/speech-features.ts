/** The features by which a quotation is judged: words somebody said, words inside another's sentence, or no speech. */

import { classAt, classSet } from "../../languages/reading.ts";
import { bucket, flag, type Sink } from "../../learned/features.ts";
import { isWordAt, kindAt } from "../marks/characters.ts";
import { classNumber, linkNumber, type QuoteView } from "../reading/quote-view.ts";
import type { ReadText } from "../reading/read-text.ts";
import type { Choice } from "./choose-speakers.ts";
import { bestLink } from "./speaker-features.ts";
import { KINDS, speech } from "./templates.ts";

const JOINTS = classSet("conjunction", "comma");

/** Words of a quotation, finely and coarsely told apart. */
const WORD_LIMITS = [1, 2, 3, 4, 5, 6, 8, 10, 13, 17, 25, 40, 80];
const SIZE_LIMITS = [1, 3, 6, 12, 25];
const INNER_STOP_PATTERN = /[.!?…]\s/;
/** What is read of a quotation's inside. */
const INSIDE_LENGTH_MAX = 300;

function firstWord(text: string, start: number, end: number): string {
  let from = start;
  while (from < end && !isWordAt(text, from)) from++;
  let to = from;
  while (to < end && isWordAt(text, to) && to - from < 24) to++;
  return text.slice(from, to).toLowerCase();
}

export interface SpeechQuestion {
  readonly read: ReadText;
  readonly choice: Choice;
  /** The choice for the quotation before; null for the first. */
  readonly previous: Choice | null;
  /** Quotations on the same line. */
  readonly lineCount: number;
  /** Quotations of the text that have the same words. */
  readonly repeatCount: number;
}

function lastWord(text: string, start: number, end: number): string {
  let to = end;
  while (to > start && !isWordAt(text, to - 1)) to--;
  let from = to;
  while (from > start && isWordAt(text, from - 1) && to - from < 24) from--;
  return text.slice(from, to).toLowerCase();
}

/** How the quotation hangs with its neighbors: 1 another right before, 2 right after, 3 both, “…” and “…” alike. */
function joinNumber(read: ReadText, at: number): number {
  const isQuote = (index: number): boolean => classAt(read.items, index) === "quotation";
  const isJoint = (index: number): boolean => JOINTS.has(classAt(read.items, index));
  const before = isQuote(at - 1) || (isJoint(at - 1) && (isQuote(at - 2) || (isJoint(at - 2) && isQuote(at - 3))));
  const after = isQuote(at + 1) || (isJoint(at + 1) && (isQuote(at + 2) || (isJoint(at + 2) && isQuote(at + 3))));
  return flag(before) + 2 * flag(after);
}

function previousNumbers(view: QuoteView, previous: Choice | null): readonly [number, number] {
  if (previous === null) return [0, 0];
  const distance = view.paragraph - previous.view.paragraph;
  return [distance === 0 ? 1 : distance === 1 ? 2 : 3, bucket(previous.view.wordCount, [2, 4, 9])];
}

export function addSpeechFeatures(question: SpeechQuestion, sink: Sink): void {
  const { read, choice, previous } = question;
  const { view } = choice;
  const stretch = read.stretches[view.quote];
  if (stretch === undefined) return;
  const words = bucket(view.wordCount, WORD_LIMITS);
  const capital = flag(view.isCapital);
  const inside = read.text.slice(stretch.start, Math.min(stretch.end, stretch.start + INSIDE_LENGTH_MAX));
  const before = read.items[view.at - 1];
  const twoBefore = read.items[view.at - 2];
  const { link, tie } = choice.mention < 0 ? { link: null, tie: 0 } : bestLink(read, choice.mention, view.at);
  const capitals =
    view.capitalCount === 0 ? 0 : bucket(view.capitalCount / Math.max(1, view.wordCount), [0.15, 0.34, 0.67, 0.99]) + 1;
  const [previousPlace, previousLength] = previousNumbers(view, previous);
  const score = choice.mention < 0 ? 0 : 1 + Math.min(10, Math.floor(choice.probability * 10));
  const size = bucket(view.wordCount, SIZE_LIMITS);
  const after = read.items[view.at + 1];
  speech.bias(sink, flag(true));
  speech.words(sink, words);
  speech.form(sink, words, capital, view.end);
  speech.before(sink, view.classBefore, capital);
  speech.beforeTwo(sink, classNumber(read, view.at - 2), view.classBefore);
  speech.after(sink, view.classAfter, view.end);
  speech.around(sink, view.classBefore, view.classAfter, capital);
  speech.wordBefore(sink, before?.word ?? "");
  speech.wordBeforeTwo(sink, `${twoBefore?.word ?? ""} ${before?.word ?? ""}`);
  speech.firstWord(sink, firstWord(read.text, stretch.start, stretch.end));
  speech.tie(sink, linkNumber(link), tie, flag(view.isSentenceStart));
  if (link !== null) speech.verb(sink, `${read.items[link.verb]?.lemma ?? ""} ${tie}`);
  speech.capitals(sink, capitals, Math.min(5, view.wordCount));
  speech.wordsCapitals(sink, words, capitals);
  speech.single(sink, flag(stretch.isSingle), Math.min(2, view.paragraph));
  speech.place(sink, flag(view.isParagraphStart), flag(view.isParagraphEnd), flag(view.isSentenceStart));
  speech.previous(sink, previousPlace, previousLength, size);
  speech.count(sink, Math.min(5, question.lineCount), size);
  speech.closed(sink, flag(stretch.isClosed), flag(view.isParagraphStart));
  const isPunctuated = kindAt(read.text, stretch.end - 1) === 0;
  speech.inside(
    sink,
    flag(read.speech.aboutSelf.test(inside)),
    flag(INNER_STOP_PATTERN.test(inside)),
    flag(isPunctuated),
  );
  speech.wordBeforeLength(sink, `${before?.word ?? ""} ${Math.min(2, size)} ${capital}`);
  speech.wordAfter(sink, `${after?.word ?? ""} ${view.end}`);
  speech.wordAfterTwo(sink, `${after?.word ?? ""} ${read.items[view.at + 2]?.word ?? ""}`);
  speech.lastWord(sink, lastWord(read.text, stretch.start, stretch.end));
  const kind = read.mentions[choice.mention]?.kind ?? "none";
  speech.speakerKind(sink, KINDS.indexOf(kind), tie, Math.min(3, size));
  speech.repeated(sink, Math.min(2, question.repeatCount - 1), size);
  speech.joined(sink, joinNumber(read, view.at), size, capital);
  speech.score(sink, score, view.end);
  speech.scoreWords(sink, score, words);
}
