/** The features by which a quotation is judged: words somebody said, words inside another's sentence, or no speech. */

import type { Sink } from "../../learned/linear.ts";
import { isWordAt, kindAt } from "../marks/characters.ts";
import { classNumber, linkNumber, type QuoteView, TIE_COUNT } from "../reading/quote-view.ts";
import { classAt, type Scene } from "../reading/read-text.ts";
import type { Choice } from "./choose-speakers.ts";
import { bestLink } from "./speaker-features.ts";
import { CLASSES, ENDS, KINDS, SPEECH_TEMPLATES } from "./templates.ts";

type Name = keyof typeof SPEECH_TEMPLATES;
const T = Object.fromEntries(Object.keys(SPEECH_TEMPLATES).map((name, index) => [name, index])) as Record<Name, number>;

const CLASS_COUNT = CLASSES.length;
const END_COUNT = ENDS.length;
const WORD_LIMITS = [1, 2, 3, 4, 5, 6, 8, 10, 13, 17, 25, 40, 80];
const SELF_PATTERN =
  /(?<![\p{L}])(?:i|we|you|my|our|your|me|us|i['’]m|we['’]re|ich|wir|sie|uns|unser|mein)(?![\p{L}])/iu;
const INNER_STOP_PATTERN = /[.!?…]\s/;
/** What is read of a quotation's inside. */
const INSIDE_LENGTH_MAX = 300;

const bucket = (value: number, limits: readonly number[]): number => {
  let index = 0;
  while (index < limits.length && value > (limits[index] ?? 0)) index++;
  return index;
};
const flag = (value: boolean): number => (value ? 1 : 0);

function firstWord(text: string, start: number, end: number): string {
  let from = start;
  while (from < end && !isWordAt(text, from)) from++;
  let to = from;
  while (to < end && isWordAt(text, to) && to - from < 24) to++;
  return text.slice(from, to).toLowerCase();
}

export interface SpeechQuestion {
  readonly scene: Scene;
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
function joinNumber(scene: Scene, at: number): number {
  const isQuote = (index: number): boolean => classAt(scene, index) === "Q";
  const isJoint = (index: number): boolean => "c,".includes(classAt(scene, index));
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
  const { scene, choice, previous } = question;
  const { view } = choice;
  const stretch = scene.stretches[view.quote];
  if (stretch === undefined) return;
  const words = bucket(view.wordCount, WORD_LIMITS);
  const capital = flag(view.isCapital);
  const inside = scene.text.slice(stretch.start, Math.min(stretch.end, stretch.start + INSIDE_LENGTH_MAX));
  const before = scene.items[view.at - 1];
  const twoBefore = scene.items[view.at - 2];
  const { link, tie } = choice.mention < 0 ? { link: null, tie: 0 } : bestLink(scene, choice.mention, view.at);
  const capitals =
    view.capitalCount === 0 ? 0 : bucket(view.capitalCount / Math.max(1, view.wordCount), [0.15, 0.34, 0.67, 0.99]) + 1;
  const [previousPlace, previousLength] = previousNumbers(view, previous);
  const score = choice.mention < 0 ? 0 : 1 + Math.min(10, Math.floor(choice.probability * 10));
  sink.add(T.bias, 1);
  sink.add(T.words, words);
  sink.add(T.form, (words * 2 + capital) * END_COUNT + view.end);
  sink.add(T.before, view.classBefore * 2 + capital);
  sink.add(T.beforeTwo, classNumber(scene, view.at - 2) * CLASS_COUNT + view.classBefore);
  sink.add(T.after, view.classAfter * END_COUNT + view.end);
  sink.add(T.around, (view.classBefore * CLASS_COUNT + view.classAfter) * 2 + capital);
  sink.addWord(T.wordBefore, before?.word ?? "");
  sink.addWord(T.wordBeforeTwo, `${twoBefore?.word ?? ""} ${before?.word ?? ""}`);
  sink.addWord(T.firstWord, firstWord(scene.text, stretch.start, stretch.end));
  sink.add(T.tie, (linkNumber(link) * TIE_COUNT + tie) * 2 + flag(view.isSentenceStart));
  if (link !== null) sink.addWord(T.verb, `${scene.items[link.verb]?.lemma ?? ""} ${tie}`);
  sink.add(T.capitals, capitals * 6 + Math.min(5, view.wordCount));
  sink.add(T.wordsCapitals, words * 6 + capitals);
  sink.add(T.single, flag(stretch.isSingle) * 3 + Math.min(2, view.paragraph));
  sink.add(T.place, (flag(view.isParagraphStart) * 2 + flag(view.isParagraphEnd)) * 2 + flag(view.isSentenceStart));
  sink.add(T.previous, (previousPlace * 4 + previousLength) * 6 + bucket(view.wordCount, [1, 3, 6, 12, 25]));
  sink.add(T.count, Math.min(5, question.lineCount) * 6 + bucket(view.wordCount, [1, 3, 6, 12, 25]));
  sink.add(T.closed, flag(stretch.isClosed) * 2 + flag(view.isParagraphStart));
  const isPunctuated = kindAt(scene.text, stretch.end - 1) === 0;
  sink.add(
    T.inside,
    (flag(SELF_PATTERN.test(inside)) * 2 + flag(INNER_STOP_PATTERN.test(inside))) * 2 + flag(isPunctuated),
  );
  const after = scene.items[view.at + 1];
  const size = bucket(view.wordCount, [1, 3, 6, 12, 25]);
  sink.addWord(T.wordBeforeLength, `${before?.word ?? ""} ${Math.min(2, size)} ${capital}`);
  sink.addWord(T.wordAfter, `${after?.word ?? ""} ${view.end}`);
  sink.addWord(T.wordAfterTwo, `${after?.word ?? ""} ${scene.items[view.at + 2]?.word ?? ""}`);
  sink.addWord(T.lastWord, lastWord(scene.text, stretch.start, stretch.end));
  const kind = scene.mentions[choice.mention]?.kind ?? "none";
  sink.add(T.speakerKind, ((KINDS as readonly string[]).indexOf(kind) * TIE_COUNT + tie) * 4 + Math.min(3, size));
  sink.add(T.repeated, Math.min(2, question.repeatCount - 1) * 6 + size);
  sink.add(T.joined, (joinNumber(scene, view.at) * 6 + size) * 2 + capital);
  sink.add(T.score, score * END_COUNT + view.end);
  sink.add(T.scoreWords, score * 14 + words);
}
