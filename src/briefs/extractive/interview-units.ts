/** Units of interviews, of what was said line by line, and below a line that credits them: not told by the outlet. */

import { findLanguage } from "../../languages/index.ts";
import { type Answer, findAnswers } from "../../languages/interview.ts";
import { quicken } from "../../languages/shared/patterns/quicken.ts";
import type { Unit } from "../unit.ts";

const QUESTIONS_MIN = 2;
/** So many lines each of two speakers make a talk that is printed line by line. */
const LINES_MIN = 2;
const SPEAKERS_MIN = 2;
/** "Prof. Moor: I am here": who says a line stands before it. */
const LINE_LABEL = quicken(/^(\p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*){0,3}): (?=\S)/u);

/** Whether the paragraph is one of several that each of two speakers says. */
function createLineTest(paragraphs: readonly string[]): (paragraph: string) => boolean {
  const labelOf = (paragraph: string): string => LINE_LABEL.exec(paragraph)?.[1] ?? "";
  const counts = new Map<string, number>();
  for (const paragraph of paragraphs) {
    const label = labelOf(paragraph);
    if (label !== "") counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  const isTalk = [...counts.values()].filter((count) => count >= LINES_MIN).length >= SPEAKERS_MIN;
  return (paragraph) => isTalk && counts.has(labelOf(paragraph));
}

/** Indexes of the units from each question to its last answer, and of lines with their speaker; none in any other text. */
export function findAnswered(units: readonly Unit[], text: string, language: string): ReadonlySet<number> {
  const paragraphs: string[] = [];
  for (const { paragraph, start, end } of units)
    paragraphs[paragraph] = `${paragraphs[paragraph] ?? ""} ${text.slice(start, end)}`.trim();
  const all = Array.from(paragraphs, (paragraph) => paragraph ?? "");
  const hasQuestions = units.filter(({ faults }) => faults.isQuestion).length >= QUESTIONS_MIN;
  const answers = hasQuestions ? findAnswers(all, language) : [];
  const isLine = createLineTest(all);
  const isSpoken = (at: number): boolean =>
    answers.some(({ from, to }: Answer) => at >= from - 1 && at < to) || isLine(all[at] ?? "");
  return new Set(units.filter(({ paragraph }) => isSpoken(paragraph)).map(({ index }) => index));
}

/** A longer line with a colon at its end tells more than whose words follow. */
const CREDIT_WORDS_MAX = 12;
/** So many paragraphs behind it are what it credits, unless one says itself who says it. */
const CREDITED_MAX = 5;
/** "Ada says: Mend the nets": a name or two and a word of speech. */
const SAID_LABEL = /^(?:\p{Lu}[\p{L}.’'-]* ){1,3}(\p{L}+): (?=\p{Lu})/u;
const ENDS_OPEN = /[:：]["”»]?$/u;
const QUOTED = /["“”„«»「」]/u;

const has = (unit: Unit, words: ReadonlySet<string>): boolean => unit.toldWords.some((word) => words.has(word));

/** Indexes of the units that say as the outlet's own what somebody else found or said. */
export function findCredited(units: readonly Unit[], language: string): ReadonlySet<number> {
  const { speech, findings } = findLanguage(language).asides;
  const isOwn = (unit: Unit): boolean => QUOTED.test(unit.sentence.text) || has(unit, speech) || has(unit, findings);
  const isLabeled = ({ place, sentence: { text } }: Unit): boolean =>
    place === 0 && speech.has(SAID_LABEL.exec(text)?.[1]?.toLowerCase() ?? "");
  const found = new Set<number>();
  units.forEach((unit, at) => {
    const next = units[at + 1];
    const isCredit = unit.wordCount <= CREDIT_WORDS_MAX && ENDS_OPEN.test(unit.sentence.text);
    if (isLabeled(unit)) {
      // "Ada answers: Mend the nets. They will hold.": the rest of the paragraph is hers, too.
      for (const behind of units.slice(at + 1)) {
        if (behind.paragraph !== unit.paragraph || isOwn(behind)) break;
        found.add(behind.index);
      }
    }
    if (!isCredit || unit.place > 0 || next === undefined || next.paragraph === unit.paragraph) return;
    if (!has(unit, speech) && !has(unit, findings)) return;
    for (const behind of units.slice(at + 1)) {
      if (behind.paragraph - unit.paragraph > CREDITED_MAX || (behind.place === 0 && isOwn(behind))) break;
      found.add(behind.index);
    }
  });
  return found;
}
