/** Somebody whose name stands behind their office at the head of a sentence: "Reacting, the commissioner for ports, Ada Moor,". */

import type { Gender } from "../../languages/language.ts";
import { classAt, classSet, type Mention } from "../../languages/reading.ts";
import { findNameGender } from "../../languages/shared/names/name-lists.ts";
import type { ReadText } from "../reading/read-text.ts";
import type { Person } from "./person.ts";

const STARTS = classSet("break", "stop", "quotation");
const OF_OFFICE = classSet(
  "determiner",
  "otherPronoun",
  "possessive",
  "role",
  "title",
  "capital",
  "plain",
  "number",
  "preposition",
  "conjunction",
  "common",
  "document",
  "time",
  "ly",
);
const OFFICE_ITEMS_MAX = 14;
const OPENING_ITEMS_MAX = 12;
const VERBS = classSet("auxiliary", "ed", "reporting", "framing");
/** What opens a sentence before who acts, whatever verbs it has: "In his remarks,", "Asked why,", "When it rained,". */
const OPENS_SENTENCE = classSet("preposition", "relative", "ed", "ing", "time", "ly");
const BRACKET_ITEMS_MAX = 4;

const isPersonsWord = ({ items, speech }: ReadText, at: number): boolean => {
  const { word = "" } = items[at] ?? {};
  if (speech.organizationWords.has(word) || speech.plural.test(word)) return false;
  return classAt(items, at) === "title" || speech.titles.has(word) || speech.roles.has(word) || speech.isWorker(word);
};

/** The word that says what somebody is, in an office from `from` up to `to`: "the [head] of harbor services"; -1 for none. */
function officeHead(read: ReadText, from: number, to: number): number {
  let head = -1;
  for (let at = from; at < to && classAt(read.items, at) !== "preposition"; at++)
    if (isPersonsWord(read, at) && classAt(read.items, at + 1) !== "possessive") head = at;
  return head;
}

/** Whether a sentence begins at `at`, or only what opens one stands before: "Reacting, [the mayor]". */
function isHead({ items }: ReadText, at: number): boolean {
  if (STARTS.has(classAt(items, at - 1))) return true;
  if (classAt(items, at - 1) !== "comma") return false;
  let start = at - 1;
  while (at - start < OPENING_ITEMS_MAX && !STARTS.has(classAt(items, start - 1))) start--;
  if (!STARTS.has(classAt(items, start - 1))) return false;
  return OPENS_SENTENCE.has(classAt(items, start)) || !items.slice(start, at).some((item) => VERBS.has(item.class));
}

/** "Justice (retd) [P. N. Rao]": a bracket that tells more of the office. */
function beforeBracket({ items }: ReadText, first: number): number {
  if (classAt(items, first - 1) !== "close") return -1;
  for (let at = first - 2; first - at <= BRACKET_ITEMS_MAX; at--) if (classAt(items, at) === "open") return at - 1;
  return -1;
}

/** The office right before the name of who acts: "The [speaker], Hon. Kola Adisa, stayed away"; -1 when none is. */
function officeBefore(read: ReadText, { first, last, kind }: Mention): number {
  const { items } = read;
  if (kind !== "name") return -1;
  const bracketed = beforeBracket(read, first);
  if (bracketed >= 0) return isPersonsWord(read, bracketed) && isHead(read, bracketed) ? bracketed : -1;
  let comma = first - 1;
  // « le curé de Varen, [l'abbé] Roche »
  if (isPersonsWord(read, comma) && classAt(items, comma - 1) === "determiner") comma -= 2;
  if (classAt(items, comma) !== "comma") return -1;
  if (classAt(items, last + 1) !== "comma" && !VERBS.has(classAt(items, last + 1))) return -1;
  let start = comma;
  while (comma - start < OFFICE_ITEMS_MAX && OF_OFFICE.has(classAt(items, start - 1))) start--;
  return start < comma && isHead(read, start) ? officeHead(read, start, comma) : -1;
}

/** Whether a name is that of who acts, the office right before. */
export const isBehindOffice = (read: ReadText, mention: Mention): boolean => officeBefore(read, mention) >= 0;

/** Whether "he" or "she" may be who acts behind an office, whatever else tells of their name; null without an office. */
export function mayBeHolder(read: ReadText, mention: Mention, gender: Gender, person: Person): boolean | null {
  const office = officeBefore(read, mention);
  if (office < 0 || person.kind !== "person") return null;
  const { femaleRoles, femaleTitles, maleRoles, maleTitles } = read.speech;
  const { word = "" } = read.items[office] ?? {};
  if (femaleRoles.has(word) || femaleTitles.has(word)) return gender === "female";
  if (maleRoles.has(word) || maleTitles.has(word)) return gender === "male";
  if (person.gender !== "unsure") return person.gender === gender;
  // "The winner, [Ada], cut the ribbon"
  const listed = person.first === person.last ? findNameGender(person.first) : null;
  return listed === null || listed === "either" || listed === gender;
}
