/** Mends the chosen units so that a stranger can read them: names in full, days with their date. */

import type { Quote, Sentence, Span, SummarizerInput } from "../../domain/article.ts";
import { countWords } from "../../languages/shared/words.ts";
import { findDayEdits, isArchived } from "../dating/days.ts";
import { toUnit } from "../extractive/units.ts";
import { changeUnit, type Unit } from "../unit.ts";
import { findAdditiveEdit } from "./additives.ts";
import { findNameEdits, findPronounEdit, type Names, shortenPronounEdit } from "./full-names.ts";
import { isOwnPhraseLed } from "./own-phrase.ts";
import { type Edit, toSentence } from "./trim.ts";

/** A unit that opens with a pronoun, or is said by one, gets the name for it when the article leaves no doubt. */
export function resolvePronoun(
  unit: Unit,
  article: Pick<SummarizerInput, "text" | "language">,
  quotes: readonly Quote[],
  names: Names,
): Unit {
  const isBehind = unit.bound?.to === "speaker";
  if (!unit.faults.isPronounLed && !isBehind) return unit;
  if (!isBehind && isOwnPhraseLed(unit.sentence.text, names))
    return changeUnit(unit, { faults: { ...unit.faults, isPronounLed: false } });
  const edit = findPronounEdit(article.text, unit, quotes, names, isBehind);
  if (edit === null || unit.edits.length > 0) return unit;
  return toUnit(article, unit, [edit], unit, isBehind ? null : unit.bound);
}

export interface Finished {
  readonly sentences: readonly Sentence[];
  /** Words of first names and dates that found no room. */
  readonly wordsMissing: number;
}

/** The span that is shown of a sentence: "Ostrel, Nov 3 — The mayor on Monday" says nothing before "The mayor". */
function withoutOpening({ start, end }: Unit, edits: readonly Edit[]): Span {
  const opening = edits.find((edit) => edit.start === start && edit.text === "");
  return { start: opening?.end ?? start, end };
}

/** Names in full and days with their date, as far as the budget of words lets them in. */
export function finishUnits(
  units: readonly Unit[],
  article: SummarizerInput,
  names: Names,
  wordsMax: number,
): Finished {
  let wordsLeft = wordsMax - units.reduce((sum, unit) => sum + unit.wordCount, 0);
  let shown = "";
  const dates = new Set<string>();
  const { title, text, language } = article;
  const datedAt = isArchived(title, text, article.publishedAt, language) ? null : article.publishedAt;
  let wordsMissing = 0;
  const sentences = units.map((unit, place) => {
    const before = units[place - 1];
    const isBesideItsOwn = before?.index === unit.index - 1 && !before.edits.some(({ kind }) => kind === "aside");
    const edits: Edit[] = unit.edits.flatMap((edit): readonly Edit[] => {
      if (edit.kind !== "pronoun") return [edit];
      // Behind the very sentence it stands behind in the article, the pronoun reads well as it is.
      return isBesideItsOwn ? [] : [shortenPronounEdit(edit, article.text, shown)];
    });
    const isFree = (edit: Edit): boolean => edits.every((each) => edit.end <= each.start || edit.start >= each.end);
    const added = isBesideItsOwn ? null : findAdditiveEdit(article.text, unit, article.language, shown);
    if (added !== null && isFree(added)) edits.push(added);
    // The same day needs its date once.
    const days = findDayEdits(text, withoutOpening(unit, edits), datedAt, language, dates);
    for (const edit of [...findNameEdits(article.text, unit, names, shown), ...days]) {
      const cost = countWords(edit.text);
      if (!isFree(edit)) continue;
      if (cost > wordsLeft) {
        wordsMissing += cost;
        continue;
      }
      edits.push(edit);
      wordsLeft -= cost;
      if (edit.kind === "date") dates.add(edit.text);
    }
    const isAsChosen = edits.length === unit.edits.length && edits.every((edit, at) => edit === unit.edits[at]);
    const sentence = isAsChosen ? unit.sentence : toSentence(article.text, unit, edits);
    shown += ` ${sentence.text}`;
    return sentence;
  });
  return { sentences, wordsMissing };
}
