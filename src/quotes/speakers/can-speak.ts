/** Whether a phrase can be a speaker at all: a person, an organization or a document, no place, day or other noun. */

import { classAt } from "../../languages/reading.ts";
import { isPlaceName } from "../../languages/shared/name-lists.ts";
import type { ReadText } from "../reading/read-text.ts";

export function canSpeak(read: ReadText, index: number): boolean {
  const mention = read.mentions[index];
  const head = read.items[mention?.last ?? -1];
  if (mention === undefined || head === undefined) return false;
  switch (mention.kind) {
    case "noun":
      return read.speech.organizationWords.has(head.word) || read.speech.isWorker(head.word);
    case "quantifier":
      return false;
    case "name":
      return head.class === "quotation" || !isBarePlace(read, index);
    default:
      return true;
  }
}

/** "[Varen]", "in [Varen]": the name of a place that no office stands before. */
function isBarePlace(read: ReadText, index: number): boolean {
  const mention = read.mentions[index];
  if (mention === undefined) return false;
  const words = read.items.slice(mention.first, mention.last + 1).map(({ word }) => word);
  const isOffice = ["role", "title"].includes(classAt(read.items, mention.first - 1));
  return !isOffice && classAt(read.items, mention.first - 1) === "preposition" && isPlaceName(words.join(" "));
}
