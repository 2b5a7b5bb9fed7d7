/** Which paragraphs of an interview printed as questions and answers are the words of who was asked. */

import { findLanguage } from "./index.ts";
import { quicken } from "./shared/patterns/quicken.ts";
import { toListed } from "./shared/words.ts";

const QUESTION_LENGTH_MAX = 300;
const QUESTIONS_MIN = 2;
/** So many of the answers speak of "I" and "we"; an explainer's do not. */
const FIRST_PERSON_SHARE = 0.6;
/** So many of the questions speak to somebody; where they do not, it takes more of them. */
const ASKED_SHARE = 0.3;
const UNASKED_MIN = 3;
const BETWEEN_WORDS = quicken(/[^\p{L}'-]+/u);

/** "Moor: We knew": who answers is told before the words. */
export const ANSWER_LABEL = /^(?:\p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*){0,3}|[A-Z]): (?=\S)/u;

/** Whether the paragraph opens with a label that is a name: one of several words, or one that the opening names. */
function isNamed(paragraph: string, opening: string): boolean {
  const label = ANSWER_LABEL.exec(paragraph)?.[0].slice(0, -2) ?? "";
  return label.includes(" ") || label === "A" || (label.length > 1 && opening.includes(label));
}

/** Paragraphs from one up to another. */
export interface Answer {
  readonly from: number;
  readonly to: number;
}

const isQuestion = (text: string): boolean => text.length <= QUESTION_LENGTH_MAX && /[?？؟]["”»]?$/.test(text);

/** What stands between the questions; empty when it is no interview. */
export function findAnswers(paragraphs: readonly string[], language: string): readonly Answer[] {
  const questions = paragraphs.flatMap((text, index) => (isQuestion(text) ? [index] : []));
  if (questions.length < QUESTIONS_MIN) return [];
  const { asides, siteLines } = findLanguage(language);
  const hasAny = (text: string, words: ReadonlySet<string>): boolean =>
    toListed(text.replace(/["“„«][^"“”„«»]*["”“»]/gu, " ").replaceAll("US", " "))
      .split(BETWEEN_WORDS)
      .some((word) => words.has(word) || words.has(word.replace(/'.*$/u, "")));
  const isFirstPerson = (text: string): boolean => hasAny(text, asides.firstPerson);
  const answers = questions.map((question, place) => {
    const next = questions[place + 1] ?? paragraphs.length;
    if (place < questions.length - 1) return { from: question + 1, to: next };
    // Behind the last question what is not told by "I" may be the paper's again.
    let to = question + 1;
    for (let index = question + 1; index < next; index++) if (isFirstPerson(paragraphs[index] ?? "")) to = index + 1;
    return { from: question + 1, to };
  });
  const given = answers.filter(({ from, to }) => to > from);
  // "How do I apply?" is asked by readers.
  if (questions.some((question) => isFirstPerson(paragraphs[question] ?? ""))) return [];
  const opening = paragraphs.slice(0, questions[0]).join(" ");
  if (questions.some((question) => isNamed(paragraphs[question + 1] ?? "", opening))) return given;
  const { i, you } = siteLines.persons;
  const [singular, address] = [new Set(i), new Set(you)];
  const asked = questions.filter((question) => hasAny(paragraphs[question] ?? "", address)).length;
  // An explainer asks itself, "When is it coming?", and answers by "We expect": who is asked is spoken to, or says "I".
  const isAsked = asked >= ASKED_SHARE * questions.length;
  const isOwn = isAsked || singular.size === 0 ? isFirstPerson : (text: string) => hasAny(text, singular);
  if (!isAsked && given.length < UNASKED_MIN) return [];
  const own = given.filter(({ from, to }) => paragraphs.slice(from, to).some(isOwn));
  return own.length < QUESTIONS_MIN || own.length < FIRST_PERSON_SHARE * questions.length ? [] : given;
}
