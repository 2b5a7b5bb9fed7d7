/** Mends the chosen units so that a stranger can read them: names in full, days with their date. */

import type { Sentence, SummarizerInput } from "../domain/article.ts";
import { countWords } from "../language/words.ts";
import { findDayEdit } from "./days.ts";
import { findNameEdits, type Names } from "./names.ts";
import { type Edit, toSentence } from "./trim.ts";
import type { Unit } from "./units.ts";

export interface Finished {
  readonly sentences: readonly Sentence[];
  /** Words of first names that found no room. */
  readonly wordsMissing: number;
}

/** Names in full and days with their date, as far as the budget of words lets them in. */
export function finishUnits(
  units: readonly Unit[],
  article: SummarizerInput,
  { firstNames }: Names,
  wordsMax: number,
): Finished {
  let wordsLeft = wordsMax - units.reduce((sum, unit) => sum + unit.wordCount, 0);
  let shown = "";
  let isDated = false;
  let wordsMissing = 0;
  const sentences = units.map((unit) => {
    const edits: Edit[] = [...unit.edits];
    const isFree = (edit: Edit): boolean => edits.every((each) => edit.end <= each.start || edit.start >= each.end);
    const day = isDated ? null : findDayEdit(article.text, unit, article.publishedAt, article.language);
    for (const edit of [...findNameEdits(article.text, unit, firstNames, shown), ...(day === null ? [] : [day])]) {
      const cost = countWords(edit.text);
      if (!isFree(edit)) continue;
      if (cost > wordsLeft) {
        if (edit.kind === "name") wordsMissing += cost;
        continue;
      }
      edits.push(edit);
      wordsLeft -= cost;
      if (edit.kind === "date") isDated = true;
    }
    const sentence = edits.length === unit.edits.length ? unit.sentence : toSentence(article.text, unit, edits);
    shown += ` ${sentence.text}`;
    return sentence;
  });
  return { sentences, wordsMissing };
}
