/** Where somebody of whom nothing else is told is from: "Ada Moor, 29, of North Varen". */

import { classAt, classSet, type Mention } from "../../../languages/reading.ts";
import { isPlaceName } from "../../../languages/shared/names/name-lists.ts";
import type { ReadText } from "../../reading/read-text.ts";
import { isFirstName } from "../evidence.ts";
import { type Role, WORTH } from "./role-worth.ts";

const AGE = /^\d{1,3}$/u;
const AGE_BEFORE = /^\d{1,3}-year-old$/u;
const PLACE_WORD = classSet("capital", "title");
const PLACE_WORDS_MAX = 3;
const CLOSES = classSet("comma", "stop", "break", "close");
/** "Ind." at a sentence's end: whether the stop is the short form's, nobody can tell. */
const SHORT_FORM_MAX = 5;

const wordAt = (read: ReadText, at: number): string => read.items[at]?.word ?? "";

/** "of", "from": where the preposition stands behind an age; -1 where no age is told, since anybody is "of" something. */
function prepositionAt(read: ReadText, { first, last }: Mention): number {
  const isAged =
    classAt(read.items, last + 1) === "comma" &&
    AGE.test(wordAt(read, last + 2)) &&
    classAt(read.items, last + 3) === "comma";
  const at = isAged ? last + 4 : last + 1;
  if (!isAged && !AGE_BEFORE.test(wordAt(read, first - 1)) && !AGE_BEFORE.test(wordAt(read, first))) return -1;
  const word = wordAt(read, at);
  return read.speech.issuerPrepositions.has(word) && read.speech.describingPrepositions.has(word) ? at : -1;
}

/** The last of the words with capitals from an item on; before it when there are none, or too many for a place. */
function placeEnd(read: ReadText, from: number): number {
  let end = from - 1;
  // "Ostrelia's Varen"
  const isOwner = (at: number): boolean =>
    at > from && classAt(read.items, at) === "possessive" && read.items[at + 1]?.isUpper === true;
  while ((PLACE_WORD.has(classAt(read.items, end + 1)) && read.items[end + 1]?.isUpper === true) || isOwner(end + 1))
    end++;
  const owners = read.items.slice(from, end + 1).filter((item) => item.class === "possessive").length;
  return end - from - 2 * owners < PLACE_WORDS_MAX ? end : from - 1;
}

/** "Varen, [O.V.]," "Varen, [New Ostrel]": the larger place behind the comma; no person, who would be the next of a list. */
function widerEnd(read: ReadText, end: number): number {
  if (classAt(read.items, end + 1) !== "comma") return end;
  const wider = placeEnd(read, end + 2);
  const words = read.items.slice(end + 2, wider + 1).map(({ word }) => word);
  if (words.length === 0 || !CLOSES.has(classAt(read.items, wider + 1))) return end;
  const isPerson = words.length > 1 && isFirstName(read, words[0] ?? "") && !isPlaceName(words.join(" "));
  const isShort = classAt(read.items, wider + 1) === "stop" && (words.at(-1) ?? "").length <= SHORT_FORM_MAX;
  return isPerson || (isShort && !isPlaceName(words.join(" "))) ? end : wider;
}

/** "Ada Moor, 29, [of North Varen], said", "43-year-old Ada Moor [of Varen, Ostrel],". */
export function homeOf(read: ReadText, mention: Mention): Role | null {
  if (!read.speech.stacksNouns || mention.kind !== "name" || mention.last === mention.first) return null;
  const at = prepositionAt(read, mention);
  const end = at < 0 ? -1 : placeEnd(read, at + 1);
  if (end <= at || classAt(read.items, end + 1) === "possessive") return null;
  const text = read.text.slice(read.items[at]?.start ?? 0, read.items[widerEnd(read, end)]?.end ?? 0);
  return text.includes("\n") ? null : { text, worth: WORTH.home };
}
