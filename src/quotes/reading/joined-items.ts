/** Reads words again that only together say what they are: days behind a verb, sources of several words, a name like a month. */

import type { Speech } from "../../languages/language.ts";
import { classSet, type Item, type ItemClass, REPORTING_VERBS } from "../../languages/reading.ts";
import { findNameGender } from "../../languages/shared/names/name-lists.ts";

const BEFORE_TIME = classSet("preposition", "determiner");

function setClass(items: Item[], index: number, itemClass: ItemClass): void {
  const item = items[index];
  if (item !== undefined) items[index] = { ...item, class: itemClass };
}

/** „řekla v pondělí Jana Morská“: behind a verb of speech, the small word before a day belongs to the day. */
function joinTime(items: Item[]): void {
  const isOpened = BEFORE_TIME.has(items.at(-2)?.class ?? "break");
  if (isOpened && REPORTING_VERBS.has(items.at(-3)?.class ?? "break")) setClass(items, items.length - 2, "time");
}

/** «De acuerdo con Moor»: words that only together name a source. */
function joinSource(items: Item[], speech: Speech): void {
  for (const phrase of speech.sourcePhrases.get(items.at(-1)?.word ?? "") ?? []) {
    const first = items.length - phrase.length;
    if (!phrase.every((each, index) => items[first + index]?.word === each)) continue;
    for (let index = first; index < items.length; index++)
      setClass(items, index, index === items.length - 1 ? "source" : "common");
    return;
  }
}

/** «[Марта] Лескова»: what looks like a month is a first name where a capital follows. */
function joinName(items: Item[]): void {
  const before = items.at(-2);
  if (before?.class !== "time" || !before.isUpper || findNameGender(before.word) === null) return;
  setClass(items, items.length - 2, "capital");
}

/** Looks at the last items, right after the last one was read. */
export function joinItems(items: Item[], speech: Speech): void {
  const last = items.at(-1);
  if (last?.class === "time" && speech.tellsTimeBeforeSubject) joinTime(items);
  if (last?.class === "capital") joinName(items);
  if (speech.sourcePhrases.size > 0) joinSource(items, speech);
}
