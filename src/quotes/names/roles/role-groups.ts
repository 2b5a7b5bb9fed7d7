/** Reads the words of one group within a phrase that says what somebody is, "former harbor [pilot]", and which of them can be its head. */

import { classAt, classSet, DETERMINING, REPORTING_VERBS } from "../../../languages/reading.ts";
import { isTitleWord, type ReadText } from "../../reading/read-text.ts";

const GROUP = classSet("plain", "capital", "role", "title", "document", "number", "common", "possessive", "ly");
const FORMED = classSet("ed", "ing");
const PEOPLE = classSet("role", "title");
const GROUP_WORDS_MAX = 8;

const wordAt = (read: ReadText, index: number): string => read.items[index]?.word ?? "";
const startAt = (read: ReadText, index: number): number => read.items[index]?.start ?? 0;
const endAt = (read: ReadText, index: number): number => read.items[index]?.end ?? 0;

/** "co-chair" is a chair. */
export const tailOf = (word: string): string => word.slice(word.lastIndexOf("-") + 1);

export const isKnown = (read: ReadText, word: string): boolean =>
  read.speech.roles.has(word) || read.speech.titles.has(word);

/** Whether a word says what one person is. Words of no list do by their endings, unless they may be a name. */
export function isRoleHead(read: ReadText, index: number): boolean {
  const { speech } = read;
  const itemClass = classAt(read.items, index);
  const word = wordAt(read, index);
  if (word === "" || speech.noRoles.has(word) || isTitleWord(speech.courtesies, word)) return false;
  if (speech.organizationWords.has(word) || isPlural(read, word) || isHouseCompound(read, word)) return false;
  if (PEOPLE.has(itemClass) || isOfficeVerb(read, index)) return true;
  if (itemClass !== "plain" && itemClass !== "capital") return false;
  if (isKnown(read, word) || isKnown(read, tailOf(word))) return true;
  return itemClass === "plain" && speech.isWorker(tailOf(word));
}

const HOUSE_LENGTH_MIN = 4;
const HOUSE_LENGTH_MAX = 20;

/** „Hafengewerkschaft“, „Tau-Fraktion“: a house by its last part. */
function isHouseCompound({ speech }: ReadText, word: string): boolean {
  if (!speech.hasCapitalNouns) return false;
  for (let length = HOUSE_LENGTH_MIN; length <= Math.min(HOUSE_LENGTH_MAX, word.length - 2); length++)
    if (speech.organizationWords.has(word.slice(-length))) return true;
  return false;
}

/** "lawyers": no single person. */
function isPlural(read: ReadText, word: string): boolean {
  return read.speech.stacksNouns && read.speech.plural.test(word);
}

/** Whether a word in -ed or -ing belongs to a noun behind it: "a registered dietitian", "retired". */
function isModifier(read: ReadText, index: number, first: number): boolean {
  if (read.speech.roleModifiers.has(wordAt(read, index))) return true;
  return index > first || DETERMINING.has(classAt(read.items, index - 1));
}

/** "Ida A Moor & Co": a letter of a name. */
function isInitial(read: ReadText, index: number): boolean {
  const items = read.items.slice(index - 1, index + 2);
  return items.length === 3 && items.every((item) => item.isUpper) && endAt(read, index) - startAt(read, index) === 1;
}

const BEHIND_NOUN = classSet("preposition", "comma", "stop", "break", "close", "relative");

/** "coast [studies] at", "tide [claims],": what may be a verb where no verb of speech can stand. */
const isFieldNoun = (read: ReadText, index: number): boolean =>
  classAt(read.items, index) === "framing" &&
  read.items[index]?.isParticiple !== true &&
  /[^s]s$/u.test(wordAt(read, index)) &&
  BEHIND_NOUN.has(classAt(read.items, index + 1));

/** "senior [counsel] at the Hale Center": what is a verb as well, where no verb can stand. */
const isOfficeVerb = (read: ReadText, index: number): boolean =>
  REPORTING_VERBS.has(classAt(read.items, index)) &&
  read.speech.roles.has(wordAt(read, index)) &&
  BEHIND_NOUN.has(classAt(read.items, index + 1));

/** "Hale's [first] budget director": an adverb elsewhere. */
const isOrdinal = (read: ReadText, index: number): boolean =>
  classAt(read.items, index) === "auxiliary" &&
  read.speech.roleModifiers.has(wordAt(read, index)) &&
  (DETERMINING.has(classAt(read.items, index - 1)) || classAt(read.items, index - 1) === "possessive");

/** The last item of the words from `first` on that make one group; before `first` when there are none. */
export function groupEnd(read: ReadText, first: number, hasDeterminer: boolean, isComplement = false): number {
  let last = first - 1;
  for (let index = first; index - first < GROUP_WORDS_MAX; index++) {
    const itemClass = classAt(read.items, index);
    const isParticiple = read.items[index]?.isParticiple === true;
    if (isOrdinal(read, index) || isOfficeVerb(read, index)) last = index;
    else if (REPORTING_VERBS.has(itemClass) && !isParticiple) {
      // "head of claims", "professor of coast studies at": a verb is a noun right behind a preposition, or before one.
      if (!isComplement || (index > first && !isFieldNoun(read, index))) break;
    } else if (FORMED.has(itemClass) || isParticiple) {
      // "the school speaking at" goes on with a verb; "crop forecasting at" is what somebody does.
      const isCompound = !isComplement && itemClass === "ing" && isRoleHead(read, index + 1);
      if (hasDeterminer && index > first && !isCompound && (isComplement || itemClass !== "ed")) break;
      // "vice president of advanced programs": right behind a preposition a form of a verb belongs to a noun.
      const isOfNoun = isComplement && classAt(read.items, index + 1) === "plain";
      if (!hasDeterminer && itemClass === "ed" && !isOfNoun && !isModifier(read, index, first)) break;
    } else if (!GROUP.has(itemClass) && !isInitial(read, index)) break;
    last = index;
  }
  // "an operative [currently] working for Hale"
  if (last > first && classAt(read.items, last) === "ly" && classAt(read.items, last + 1) === "ing") last--;
  // "staff of Hale councilors such [as Ada Moor]": what goes on is no part of the group.
  const isOpen = classAt(read.items, last) === "common" && classAt(read.items, last + 1) === "preposition";
  return isComplement && isOpen && last > first && read.items[last]?.isUpper === false ? last - 1 : last;
}

export const isJoiner = (read: ReadText, index: number): boolean => read.speech.joiners.has(wordAt(read, index));
export const skipDeterminer = (read: ReadText, index: number): number =>
  DETERMINING.has(classAt(read.items, index)) ? index + 1 : index;
