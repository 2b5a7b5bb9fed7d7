/** Gives marks to the answers of an interview printed as questions and answers: they are the words of who was asked. */

import { findLanguage } from "../languages/index.ts";

const QUESTION_LENGTH_MAX = 300;
const QUESTIONS_MIN = 2;
/** So many of the answers speak of "I" and "we"; an explainer's do not. */
const FIRST_PERSON_SHARE = 0.6;
const WORDS_MIN = 4;
const HAS_MARKS = /["“”„«»「」]/;
/** "Moor: We knew": who answers is told before the words. */
const LABEL = /^(?:\p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*){0,3}|[A-Z]): (?=\S)/u;

const isQuestion = (text: string): boolean => text.length <= QUESTION_LENGTH_MAX && /[?？؟]["”»]?$/.test(text);

function mark(text: string, [open, close]: readonly [string, string]): string {
  if (HAS_MARKS.test(text) || text.split(/\s+/).length < WORDS_MIN) return text;
  const label = LABEL.exec(text)?.[0] ?? "";
  return `${label}${open}${text.slice(label.length)}${close}`;
}

/** The paragraphs, answers in marks when they are an interview's. */
export function markAnswers(paragraphs: readonly string[], language: string): readonly string[] {
  const questions = paragraphs.flatMap((text, index) => (isQuestion(text) ? [index] : []));
  if (questions.length < QUESTIONS_MIN) return paragraphs;
  const { asides, marks } = findLanguage(language);
  const isFirstPerson = (text: string): boolean =>
    text
      .replaceAll("US", " ")
      .toLowerCase()
      .replaceAll("’", "'")
      .split(/[^\p{L}'-]+/u)
      .some((word) => asides.firstPerson.has(word));
  const answers = questions.map((question, place) => {
    const next = questions[place + 1] ?? paragraphs.length;
    if (place < questions.length - 1) return { from: question + 1, to: next };
    // Behind the last question what is not told by "I" may be the paper's again.
    let to = question + 1;
    for (let index = question + 1; index < next; index++) if (isFirstPerson(paragraphs[index] ?? "")) to = index + 1;
    return { from: question + 1, to };
  });
  const given = answers.filter(({ from, to }) => to > from);
  const own = given.filter(({ from, to }) => paragraphs.slice(from, to).some(isFirstPerson));
  if (own.length < QUESTIONS_MIN || own.length < FIRST_PERSON_SHARE * questions.length) return paragraphs;
  // "How do I apply?" is asked by readers.
  if (questions.some((question) => isFirstPerson(paragraphs[question] ?? ""))) return paragraphs;
  const pair = marks.hasLowOpeners ? (["„", "“"] as const) : (["“", "”"] as const);
  return paragraphs.map((text, index) =>
    given.some(({ from, to }) => index >= from && index < to) ? mark(text, pair) : text,
  );
}
