/** Finds last names that no full name can be put to: they stand alone before anybody is named with them, or two share them. */

import { classAt, DETERMINING } from "../../languages/reading.ts";
import type { ReadText } from "../reading/read-text.ts";
import { type Form, isFirstName } from "./evidence.ts";
import { nameStart } from "./name-forms.ts";

/** A line that ends in a letter is a heading or stands below a picture: a surname alone there opens nothing. */
const HEADING_END = /[\p{L}\p{N}]$/u;

function isInHeading({ text, items, mentions }: ReadText, mention: number): boolean {
  const start = items[mentions[mention]?.last ?? -1]?.start ?? 0;
  const end = text.indexOf("\n", start);
  const line = text.slice(Math.max(start, (end < 0 ? text.length : end) - 2), end < 0 ? text.length : end).trimEnd();
  return HEADING_END.test(line);
}

/**
 * So many words before or behind a full name, a word of kin may say whose it is: "His wife, [Jill Moor]", "not spoken to his
 * brother. [Max Moor]", "[Otto Moor], her late father".
 */
const KIN_BEFORE = 15;
const KIN_BEHIND = 4;
/** What stands before a full name that may be another's: "named after [Aldo Moor]", "her clerk, [Mark Moor]". */
const OTHERS_BEHIND: ReadonlySet<string> = new Set(["comma", "preposition", "possessive"]);

/** "[Tom Moor] has run the yard since May.", "Mayor [Tom Moor]": whoever was meant, and no relative or namesake of theirs. */
function isTakenUp(read: ReadText, mention: number): boolean {
  const { items, mentions, speech } = read;
  const own = mentions[mention];
  if (own === undefined) return false;
  const start = nameStart(read, own);
  const beside = [
    ...items.slice(Math.max(0, start - KIN_BEFORE), start),
    ...items.slice(own.last + 1, own.last + 1 + KIN_BEHIND),
  ];
  if (beside.some(({ word }) => speech.kinRoles.has(word))) return false;
  const before = items[start - 1];
  if (before === undefined || speech.titles.has(before.word) || speech.roles.has(before.word)) return true;
  return !OTHERS_BEHIND.has(before.class);
}

/** "[the Moor] plan", "the [Moor] brothers": of a name, and nobody. */
function isOfName(read: ReadText, mention: number): boolean {
  const first = read.mentions[mention]?.first ?? 0;
  return DETERMINING.has(classAt(read.items, first)) || DETERMINING.has(classAt(read.items, first - 1));
}

/**
 * "Moor resigned. His wife, Ada Moor, wept. “…,” Moor said": last names that stand alone before anybody is named in
 * full with them, where the full name further down may be another's, or they a word or a place.
 */
export function findBareFirst(read: ReadText, forms: readonly Form[]): ReadonlySet<string> {
  const named = new Set<string>();
  const found = new Set<string>();
  const whole = forms.filter(({ words }) => words.length > 1);
  const isTold = (last: string): boolean => {
    const full = whole.find(({ words }) => words.at(-1) === last);
    return full !== undefined && isTakenUp(read, full.mention);
  };
  // "Ada" of "Ada Moor"
  const given = new Set(forms.flatMap(({ words }) => (words.length > 1 ? [words[0] ?? ""] : [])));
  for (const { words, mention } of forms) {
    const last = words.at(-1) ?? "";
    if (words.length > 1) named.add(last);
    else if (
      !named.has(last) &&
      !isTold(last) &&
      !given.has(last) &&
      !isInHeading(read, mention) &&
      !isOfName(read, mention)
    )
      found.add(last);
  }
  return found;
}

/** "Ada and [Ivar Moor]": a full name that gives its last word to a first name before it; not "Scott and Ivar Moor" of Ada Scott. */
export function findCoupled(read: ReadText, forms: readonly Form[]): ReadonlySet<number> {
  const surnames = new Set(forms.flatMap(({ words }) => (words.length > 1 ? [words.at(-1) ?? ""] : [])));
  const found = new Set<number>();
  forms.forEach(({ words, mention }, at) => {
    const before = forms[at - 1];
    const [own, other] = [read.mentions[mention], read.mentions[before?.mention ?? -1]];
    if (words.length < 2 || before?.words.length !== 1 || own === undefined || other === undefined) return;
    const [first = ""] = before.words;
    const isBeside = other.last === own.first - 2 && read.speech.joiners.has(read.items[own.first - 1]?.word ?? "");
    if (isBeside && isFirstName(read, first) && !surnames.has(first)) found.add(mention);
  });
  return found;
}
