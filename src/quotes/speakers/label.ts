/**
 * Labels of paragraphs, “Price: …”, “Pro tip: …”, and headings above them, “Permits and inspections”: they stand where a
 * speaker's name may, and nobody is called so.
 */

import { classAt, classSet, type Mention } from "../../languages/reading.ts";
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

const isWholeName = (read: ReadText, { first, last }: Mention): boolean =>
  last > first && read.items.slice(first, last + 1).every((item) => item.isUpper);

const ENDS_SENTENCE = classSet("stop", "colon");
const OPENS_CREDIT = classSet("dash");
const HEADING_ITEMS_MAX = 12;

/** A short paragraph that is no sentence and no credit, “— Ada Moor”. What looks like its verb is a noun: “Open issues”. */
function isHeading(read: ReadText, index: number): boolean {
  const mention = read.mentions[index];
  const paragraph = read.items[mention?.last ?? -1]?.paragraph;
  if (mention === undefined || paragraph === undefined) return false;
  const isInside = (at: number): boolean =>
    read.items[at]?.paragraph === paragraph && classAt(read.items, at) !== "break";
  let [first, last] = [mention.first, mention.last];
  while (isInside(first - 1) && last - first <= HEADING_ITEMS_MAX) first--;
  while (isInside(last + 1) && last - first <= HEADING_ITEMS_MAX) last++;
  if (last - first > HEADING_ITEMS_MAX || ENDS_SENTENCE.has(classAt(read.items, last))) return false;
  return !OPENS_CREDIT.has(classAt(read.items, first));
}

/** Tells labels from speakers in one text; each name is looked at once. */
export function createLabels(read: ReadText, entities: Entities): (view: QuoteView, mention: number) => boolean {
  let bearers: ReadonlySet<number> | null = null;
  const findBearers = (): ReadonlySet<number> =>
    new Set(read.mentions.flatMap((_, index) => (hasBearer(read, index) ? [entities.of[index] ?? -1] : [])));

  return (view, index) => {
    const mention = read.mentions[index];
    if (mention === undefined || mention.kind === "pronoun") return false;
    const isElsewhere = read.items[mention.last]?.paragraph !== read.items[view.at]?.paragraph;
    if (isElsewhere && isHeading(read, index)) {
      bearers ??= findBearers();
      if (bearers.has(entities.of[index] ?? -1) || isTranscribed(read, entities, index)) return false;
      return entities.reportedCount(index) === 0 || !isWholeName(read, mention);
    }
    if (mention.kind !== "name" || classAt(read.items, mention.last + 1) !== "colon") return false;
    if (mention.last + 2 !== view.at || mention.last - mention.first >= LABEL_ITEMS_MAX) return false;
    if (mention.first > 0 && !OPENS.has(classAt(read.items, mention.first - 1))) return false;
    if (entities.reportedCount(index) > 0 || isTranscribed(read, entities, index)) return false;
    bearers ??= findBearers();
    return !bearers.has(entities.of[index] ?? -1);
  };
}
