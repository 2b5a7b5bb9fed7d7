/** Labels of paragraphs, “Price: …”, “Pro tip: …”, “Towel: …”: they stand where a speaker's name may, and nobody is called so. */

import { classAt, classSet } from "../../languages/reading.ts";
import type { Entities } from "../names/entities.ts";
import { isFirstName, OFFICES } from "../names/evidence.ts";
import type { QuoteView } from "../reading/quote-view.ts";
import type { ReadText } from "../reading/read-text.ts";

const OPENS = classSet("stop", "break");
const LABEL_ITEMS_MAX = 5;

/** What anything in the text says of somebody being called so: a first name, an office, an organization's word. */
function hasBearer(read: ReadText, index: number): boolean {
  const mention = read.mentions[index];
  if (mention === undefined) return false;
  if (OFFICES.has(classAt(read.items, mention.first - 1)) || OFFICES.has(classAt(read.items, mention.first)))
    return true;
  const words = read.items.slice(mention.first, mention.last + 1).map(({ word }) => word);
  const isPerson = words.length > 1 && isFirstName(read, words[0] ?? "");
  return isPerson || words.some((word) => read.speech.organizationWords.has(word));
}

/** “MOOR: …” again and again: who speaks, as a transcript has it. */
function isTranscribed(read: ReadText, entities: Entities, index: number): boolean {
  const mention = read.mentions[index];
  const [first, last] = [read.items[mention?.first ?? -1], read.items[mention?.last ?? -1]];
  if (first === undefined || first !== last || entities.mentionCount(index) < 2) return false;
  const printed = read.text.slice(first.start, first.end);
  return printed === printed.toUpperCase();
}

/** Tells labels from speakers in one text; each name is looked at once. */
export function createLabels(read: ReadText, entities: Entities): (view: QuoteView, mention: number) => boolean {
  let bearers: ReadonlySet<number> | null = null;
  const findBearers = (): ReadonlySet<number> =>
    new Set(read.mentions.flatMap((_, index) => (hasBearer(read, index) ? [entities.of[index] ?? -1] : [])));

  return (view, index) => {
    const mention = read.mentions[index];
    if (mention?.kind !== "name" || classAt(read.items, mention.last + 1) !== "colon") return false;
    if (mention.last + 2 !== view.at || mention.last - mention.first >= LABEL_ITEMS_MAX) return false;
    if (mention.first > 0 && !OPENS.has(classAt(read.items, mention.first - 1))) return false;
    if (entities.reportedCount(index) > 0 || isTranscribed(read, entities, index)) return false;
    bearers ??= findBearers();
    return !bearers.has(entities.of[index] ?? -1);
  };
}
