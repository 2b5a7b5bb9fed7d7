/** Judges whether a quotation is speech, by learned weights and a few rules that hold in every language. */

import { type JointScorer, joinScorers, type Scorer } from "../../learned/linear.ts";
import type { QuoteView } from "../reading/quote-view.ts";
import type { ReadText } from "../reading/read-text.ts";
import type { Choice } from "./choose-speakers.ts";
import { addSpeechFeatures, type SpeechQuestion } from "./speech-features.ts";

export type SpeechKind = "direct" | "mixed" | "none";
export const SPEECH_KINDS: readonly SpeechKind[] = ["direct", "mixed", "none"];

/** Scores in the order of the kinds. */
export type SpeechModel = JointScorer;

export const createSpeechModel = (scorers: Readonly<Record<SpeechKind, Scorer>>): SpeechModel =>
  joinScorers(SPEECH_KINDS.map((kind) => scorers[kind]));

const SHORT_TEXT_LENGTH = 60;

/** What tells a repeated catchword from another: the beginning, in lower case. */
function shortText(read: ReadText, { quote }: QuoteView): string {
  const stretch = read.stretches[quote];
  return read.text
    .slice(stretch?.start, Math.min(stretch?.end ?? 0, (stretch?.start ?? 0) + SHORT_TEXT_LENGTH))
    .toLowerCase();
}

export function poseSpeech(read: ReadText, choices: readonly Choice[]): readonly SpeechQuestion[] {
  const counts = new Map<number, number>();
  for (const choice of choices) counts.set(choice.view.paragraph, (counts.get(choice.view.paragraph) ?? 0) + 1);
  const texts = new Map<string, number>();
  for (const { view } of choices) texts.set(shortText(read, view), (texts.get(shortText(read, view)) ?? 0) + 1);
  return choices.map((choice, index) => ({
    read,
    choice,
    previous: choices[index - 1] ?? null,
    lineCount: counts.get(choice.view.paragraph) ?? 1,
    repeatCount: texts.get(shortText(read, choice.view)) ?? 1,
  }));
}

/** A line this long that is no quotation is prose; a page's head (title, date, author box) has shorter ones. */
const PROSE_ITEMS_MIN = 14;
const HEADLINE_ITEMS_MAX = 22;

/**
 * A paragraph of its own between marks, before any prose, with nobody beside it who says it, is an author box or a motto.
 */
export function isMotto(read: ReadText, choice: Choice): boolean {
  const { view } = choice;
  if (!view.isParagraphStart || !view.isParagraphEnd) return false;
  const speaker = read.mentions[choice.mention];
  if (speaker !== undefined && read.items[speaker.last]?.paragraph === view.paragraph) return false;
  let count = 0;
  for (let index = 0; index < view.at; index++) {
    const itemClass = read.items[index]?.class;
    if (itemClass === "quotation") return false;
    count = itemClass === "break" ? 0 : count + 1;
    // The first line may be a headline, which is often as long as a short sentence.
    const min = read.items[index]?.paragraph === 0 ? HEADLINE_ITEMS_MAX : PROSE_ITEMS_MIN;
    if (count >= min) return false;
  }
  return true;
}

export function judgeSpeech(model: SpeechModel, question: SpeechQuestion): Readonly<Record<SpeechKind, number>> {
  model.reset();
  addSpeechFeatures(question, model);
  const scores = model.scores();
  const top = Math.max(...scores);
  const odds = scores.map((score) => Math.exp(score - top));
  const total = odds.reduce((sum, each) => sum + each, 0);
  const [isDirect = 0, isMixed = 0, isNone = 0] = odds.map((each) => each / total);
  return { direct: isDirect, mixed: isMixed, none: isNone };
}
