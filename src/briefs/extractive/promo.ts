/** Paragraphs in which a site woos its readers: a question, and what to do about it, with nothing of the news. */

import type { Unit } from "../unit.ts";

/** Such paragraphs stand at the head or at the foot. */
const HEAD_PARAGRAPHS = 2;
const UNITS_MAX = 4;

const NAME = /(?<![\p{L}’'-])\p{Lu}\p{Ll}[\p{L}’'-]*(?: \p{Lu}\p{Ll}[\p{L}’'-]*)+/gu;

/** Whether a name of the unit stands in the text below it too: "Can it be done? Mara Hale looks at the risks". */
const hasNameOfNews = (unit: Unit, units: readonly Unit[]): boolean =>
  (unit.sentence.text.match(NAME) ?? []).some((name) =>
    units.some(({ paragraph, sentence }) => paragraph > unit.paragraph && sentence.text.includes(name)),
  );

/** Units of a paragraph at the head or foot that opens with a question and shares no word with the headline. */
export function findPromo(units: readonly Unit[], titleStems: readonly string[]): ReadonlySet<number> {
  const stems = new Set(titleStems);
  const found = new Set<number>();
  const last = units.at(-1)?.paragraph ?? 0;
  if (stems.size === 0) return found;
  for (const opening of units) {
    const { paragraph } = opening;
    if (opening.place > 0 || !opening.faults.isQuestion || (paragraph >= HEAD_PARAGRAPHS && paragraph < last)) continue;
    const all = units.filter((unit) => unit.paragraph === paragraph);
    const isOfNews = all.some(
      (unit) => unit.quotedShare > 0 || unit.content.some((stem) => stems.has(stem)) || hasNameOfNews(unit, units),
    );
    if (!isOfNews && all.length <= UNITS_MAX && all.length < units.length)
      for (const { index } of all) found.add(index);
  }
  return found;
}
