/** Gives marks to the answers of an interview printed as questions and answers: they are the words of who was asked. */

import { findLanguage } from "../languages/index.ts";
import { ANSWER_LABEL, findAnswers } from "../languages/interview.ts";

const WORDS_MIN = 4;
const HAS_MARKS = /["“”„«»「」]/;
function mark(text: string, [open, close]: readonly [string, string]): string {
  if (HAS_MARKS.test(text) || text.split(/\s+/).length < WORDS_MIN) return text;
  const label = ANSWER_LABEL.exec(text)?.[0] ?? "";
  return `${label}${open}${text.slice(label.length)}${close}`;
}

/** The paragraphs, answers in marks when they are an interview's. */
export function markAnswers(paragraphs: readonly string[], language: string): readonly string[] {
  const answers = findAnswers(paragraphs, language);
  if (answers.length === 0) return paragraphs;
  const pair = findLanguage(language).marks.hasLowOpeners ? (["„", "“"] as const) : (["“", "”"] as const);
  return paragraphs.map((text, index) =>
    answers.some(({ from, to }) => index >= from && index < to) ? mark(text, pair) : text,
  );
}
