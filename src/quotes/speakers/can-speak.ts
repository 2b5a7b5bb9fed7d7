/** Whether a phrase can be a speaker at all: a person, an organization or a document, no place, day or other noun. */

import { classAt } from "../../languages/reading.ts";
import { isPlaceName } from "../../languages/shared/names/name-lists.ts";
import type { ReadText } from "../reading/read-text.ts";

export function canSpeak(read: ReadText, index: number): boolean {
  const mention = read.mentions[index];
  const head = read.items[mention?.last ?? -1];
  if (mention === undefined || head === undefined) return false;
  switch (mention.kind) {
    case "noun":
      if (read.speech.hasCapitalNouns)
        return head.isUpper && (!read.speech.cueNouns.has(head.word) || isOwned(read, index));
      return read.speech.organizationWords.has(head.word) || read.speech.isWorker(head.word);
    case "quantifier":
      return false;
    case "name":
      return head.class === "quotation" || !isBarePlace(read, index);
    default:
      return true;
  }
}

/** „Angaben der Polizei“, but not „ihren Angaben“: whose words they are stands behind. */
function isOwned(read: ReadText, index: number): boolean {
  const next = read.items[(read.mentions[index]?.last ?? 0) + 1]?.word ?? "";
  return read.speech.issuerArticles.has(next) || read.speech.issuerPrepositions.has(next);
}

/** "[Varen]", "in [Varen]": the name of a place that no office stands before. */
function isBarePlace(read: ReadText, index: number): boolean {
  const mention = read.mentions[index];
  if (mention === undefined) return false;
  const words = read.items.slice(mention.first, mention.last + 1).map(({ word }) => word);
  const isOffice = ["role", "title"].includes(classAt(read.items, mention.first - 1));
  return !isOffice && classAt(read.items, mention.first - 1) === "preposition" && isPlaceName(words.join(" "));
}
