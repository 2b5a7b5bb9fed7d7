/** Reads what somebody is from the words right before the name: "city finance chief [Ada Moor]". */

import {
  classAt,
  classSet,
  DETERMINING,
  type ItemClass,
  type Mention,
  REPORTING_VERBS,
} from "../../../languages/reading.ts";
import { isInCapitals, isNameInside } from "../../reading/capitals.ts";
import { isTitleWord, type ReadText } from "../../reading/read-text.ts";
import { looseBefore, officeOf } from "./loose-phrases.ts";
import { isRoleHead } from "./role-groups.ts";
import type { RolePhrase } from "./role-phrases.ts";

const MODIFIERS = classSet("plain", "capital", "role", "title", "document", "number");
const FORMED = classSet("ed", "ing");
/** What a phrase before a name may follow. */
const BEFORE_ROLE = classSet(
  "reporting",
  "framing",
  "source",
  "determiner",
  "otherPronoun",
  "quantifier",
  "preposition",
  "conjunction",
  "complementizer",
  "relative",
  "common",
  "time",
  "auxiliary",
  "comma",
  "colon",
  "dash",
  "open",
  "close",
  "stop",
  "break",
  "quotation",
);
const SMALL = classSet(
  "relative",
  "conjunction",
  "complementizer",
  "preposition",
  "pronoun",
  "auxiliary",
  "determiner",
);
const BEFORE_FORMED = classSet(
  "determiner",
  "otherPronoun",
  "preposition",
  "comma",
  "stop",
  "break",
  "quotation",
  "reporting",
  "conjunction",
);
const OPENS_PHRASE = classSet("comma", "stop", "break", "quotation", "reporting", "framing", "colon", "dash");
/** Behind one of these a word that may be a verb is a noun. */
export const SURELY_NOUN = classSet(
  "determiner",
  "otherPronoun",
  "comma",
  "reporting",
  "framing",
  "source",
  "quotation",
  "break",
);
const SAID = classSet("reporting", "source");
const OFFICE_WORDS = classSet("plain", "role", "reporting", "framing");
/** Behind one of these a verb's base form is a verb. */
const BEFORE_BASE_FORM = classSet("pronoun", "auxiliary", "ly", "relative", "conjunction", "quantifier");
const BEFORE_MET = classSet("auxiliary", "preposition", "relative");

const WORDS_BEFORE_MAX = 10;
const OFFICE_WORDS_MAX = 6;

const wordAt = (read: ReadText, index: number): string => read.items[index]?.word ?? "";
const isUpperAt = (read: ReadText, index: number): boolean => read.items[index]?.isUpper === true;
const isSentenceStart = (read: ReadText, index: number): boolean =>
  read.items[index - 1]?.sentence !== read.items[index]?.sentence || classAt(read.items, index - 1) === "break";
const isCourtesy = (read: ReadText, index: number): boolean => isTitleWord(read.speech.courtesies, wordAt(read, index));

const isOfficeSaid = (read: ReadText, index: number, first: number): boolean =>
  OFFICE_WORDS.has(classAt(read.items, index)) &&
  !isUpperAt(read, index) &&
  isUpperAt(read, index + 1) &&
  index + 1 < first &&
  SAID.has(classAt(read.items, index - 1));

/** "[fire] chief Ada Moor", "[show] host Bo Hale": what several do elsewhere, where nobody of whom there are several stands before it. */
function isNounBefore(read: ReadText, index: number): boolean {
  const { items, speech } = read;
  const { word = "", lemma = "", class: itemClass = "break", isUpper = false } = items[index] ?? {};
  if (!REPORTING_VERBS.has(itemClass) || lemma !== word || isUpper || !speech.stacksNouns) return false;
  if (!isRoleHead(read, index + 1) || isUpperAt(read, index + 1)) return false;
  const before = wordAt(read, index - 1);
  // "Police question driver Ada Moor"
  const isOfSeveral = speech.plural.test(before) || speech.organizationWords.has(before);
  return !BEFORE_BASE_FORM.has(classAt(items, index - 1)) && !isOfSeveral;
}

/** Whether words before a name go on one to the left: "[former] Varen police chief". */
function goesOn(read: ReadText, index: number, first: number): boolean {
  const { roleModifiers, hasCapitalNouns } = read.speech;
  const itemClass = classAt(read.items, index);
  const word = wordAt(read, index);
  // "said state Council secretary Ada Moor": right behind a verb of speech a word in small letters is the office's.
  if (!hasCapitalNouns && isOfficeSaid(read, index, first)) return true;
  if (itemClass === "possessive") return index < first - 1;
  // "Ada Moor met mayor Ivar Hale"
  if (read.speech.pastVerbs.has(word) && !isUpperAt(read, index)) return false;
  // "will face challenger Ada Moor"
  if (read.speech.metVerbs.has(word) && !isUpperAt(read, index) && BEFORE_MET.has(classAt(read.items, index - 1)))
    return false;
  // "is leading president Moor": a form of a verb belongs to the role only where a phrase begins.
  if (roleModifiers.has(word)) return !FORMED.has(itemClass) || BEFORE_FORMED.has(classAt(read.items, index - 1));
  // "(Varen)When Governor Moor": a small word with a capital is no part of an office.
  const isLetters = isInCapitals(read.text, read.items[index]?.start ?? 0, read.items[index]?.end ?? 0);
  if (SMALL.has(read.speech.words.get(word)?.class ?? "sign") && !isLetters) return false;
  const isOpened = DETERMINING.has(classAt(read.items, index - 1));
  const isOwner = classAt(read.items, index + 1) === "possessive" && !isOpened;
  const isNextUpper = isUpperAt(read, index + 1) || isOwner;
  // "[study] co-author": a word for a paper is no verb there.
  const isPaper = read.speech.studies.has(word) && !isUpperAt(read, index);
  if (isRoleHead(read, index + 1) && (isPaper || isRoleHead(read, index))) return true;
  if (FORMED.has(itemClass)) return isOpened && !isNextUpper;
  if (isNounBefore(read, index)) return true;
  if (!MODIFIERS.has(itemClass)) return false;
  // "Watching coach Ada Moor": what opens a sentence in -ing is no name.
  if (itemClass === "capital" && isSentenceStart(read, index) && read.speech.noName.test(word)) return false;
  // "Count former mayor Ada Moor among them": the capital is the sentence's, if it has none elsewhere.
  const isBeforeModifier = roleModifiers.has(wordAt(read, index + 1)) && !isUpperAt(read, index + 1);
  const isOpening = isSentenceStart(read, index) || OPENS_PHRASE.has(classAt(read.items, index - 1));
  if (itemClass === "capital" && isOpening && isBeforeModifier && !isNameInside(read.items, word)) return false;
  // "a number Varen head coach Ada Moor gave": a small word before a capital belongs to something else.
  // "state schools Superintendent Ada Moor", "former city Councilman Ada Moor": unless the office begins before it.
  const isInOffice = isRoleHead(read, index + 1) && roleModifiers.has(wordAt(read, index - 1));
  if (!hasCapitalNouns && !isUpperAt(read, index)) return !isNextUpper || itemClass === "number" || isInOffice;
  return hasCapitalNouns && isUpperAt(read, index) ? isNextUpper : true;
}

const isParticle = (read: ReadText, at: number): boolean =>
  read.speech.nameParticles.has(wordAt(read, at)) && !["preposition", "determiner"].includes(classAt(read.items, at));

/** The first item of the words that end in a role at `head`. */
export function phraseStart(read: ReadText, head: number, first: number): number {
  let from = head;
  for (let index = head - 1; index >= 0 && first - index <= WORDS_BEFORE_MAX; index--) {
    // "Bank of Varen analyst".
    const isOffice = read.speech.officeJoiners.has(wordAt(read, index)) && isUpperAt(read, index + 1);
    if (isOffice && isUpperAt(read, index - 1) && read.speech.offices.has(wordAt(read, index - 1))) {
      from = --index;
      continue;
    }
    if (!goesOn(read, index, first)) break;
    from = index;
  }
  // "[al] Varen-born pilot": what a name begins with in small letters.
  if (isUpperAt(read, from) && !isUpperAt(read, from - 1) && isParticle(read, from - 1)) from--;
  // „im Saal ehrte Bürgermeisterin Moor“: small words are adjectives of an office where an article opens the phrase.
  const isOpened = DETERMINING.has(classAt(read.items, from - 1));
  if (read.speech.hasCapitalNouns && !isOpened) while (from < head && !isUpperAt(read, from)) from++;
  // "2022 Minister Moor": a number belongs to what stands before it.
  while (from < head && (classAt(read.items, from) === "number" || classAt(read.items, from) === "possessive")) from++;
  return from;
}

/** "Speaker of the House [Ada Moor]", "Secretary of State for Ports [Ada Moor]": an office with its complement. */
function officeBefore(read: ReadText, first: number): RolePhrase | null {
  const { roleComplements, officeJoiners } = read.speech;
  if (officeJoiners.size === 0 || !isUpperAt(read, first - 1)) return null;
  let joined = false;
  for (let index = first - 1; index >= 0 && first - index <= OFFICE_WORDS_MAX; index--) {
    const word = wordAt(read, index);
    if (roleComplements.has(word)) joined = true;
    else if (joined && isUpperAt(read, index) && isRoleHead(read, index))
      return index + 2 < first && roleComplements.has(wordAt(read, index + 1))
        ? { first: phraseStart(read, index, first), last: first - 1, heads: [index] }
        : null;
    else if (read.speech.joiners.has(word)) continue;
    else if (!isUpperAt(read, index) && classAt(read.items, index) !== "determiner") return null;
  }
  return null;
}

/** "to host Moor", "will coach Moor", "officers guard Moor": a verb that looks like a role. */
function isVerb(read: ReadText, { first, last }: RolePhrase): boolean {
  if (first !== last || isUpperAt(read, first) || !read.speech.roleVerbs.has(wordAt(read, first))) return false;
  // "asked by host Ada Moor"; "to host Moor" is a verb.
  const isNoun = SURELY_NOUN.has(classAt(read.items, first - 1));
  return !isNoun && !read.speech.issuerPrepositions.has(wordAt(read, first - 1));
}

/** "the [elder] Moor" is told apart from another Moor; a "church elder" is one. */
const isGeneration = (read: ReadText, { first, last }: RolePhrase): boolean =>
  first === last && !isUpperAt(read, first) && read.speech.generations.has(wordAt(read, first));

/** "Varen Sugar Board (VSB) [chief] Ada Moor": the house with its letters in brackets stands before the office. */
function behindInitials(read: ReadText, from: number): number {
  const isBracketed = classAt(read.items, from - 1) === "close" && classAt(read.items, from - 3) === "open";
  if (!read.speech.stacksNouns || !isBracketed || !isUpperAt(read, from - 2) || !isUpperAt(read, from - 4)) return from;
  let at = from - 4;
  const isInside = (index: number): boolean =>
    isUpperAt(read, index) || (read.speech.officeJoiners.has(wordAt(read, index)) && isUpperAt(read, index - 1));
  while (isInside(at - 1) && read.items[at - 1]?.sentence === read.items[from]?.sentence) at--;
  return at;
}

/** "[chairman, ]CEO and president": the first of a list of offices that no article counts. */
function listStart(read: ReadText, from: number, first: number): number {
  let start = from;
  while (classAt(read.items, start - 1) === "comma" && isRoleHead(read, start - 2)) {
    const next = phraseStart(read, start - 2, first);
    if (!OPENS_PHRASE.has(classAt(read.items, next - 1))) return from;
    start = next;
  }
  return start;
}

/** The words right before a name: "city finance chief [Ada Moor]". */
function phraseBefore(read: ReadText, first: number): RolePhrase | null {
  let last = first - 1;
  while (isCourtesy(read, last)) last--;
  const { stacksNouns, hasCapitalNouns } = read.speech;
  // „Klinikdirektor [Prof.] Ada Moor“: what somebody is stands before the degree.
  if (hasCapitalNouns && wordAt(read, last).endsWith(".") && isRoleHead(read, last - 1)) last--;
  if (!stacksNouns && !hasCapitalNouns && !isRoleHead(read, last))
    return looseBefore(read, first) ?? officeOf(read, first);
  if (!isRoleHead(read, last)) return officeBefore(read, first);
  let from = behindInitials(read, phraseStart(read, last, first));
  const left = from - 2;
  // "director and writer [Ada Moor]": one person, when no article counts them.
  if (read.speech.joiners.has(wordAt(read, from - 1)) && isRoleHead(read, left)) {
    const other = phraseStart(read, left, first);
    if (OPENS_PHRASE.has(classAt(read.items, other - 1))) from = listStart(read, other, first);
  }
  return { first: from, last, heads: [last] };
}

/** The words right before a name, back to a comma, a verb or a determiner: "city finance chief [Ada Moor]". */
export function roleBefore(read: ReadText, mention: Mention, first: number): RolePhrase | null {
  // "a harbor pilot named [Ada Moor]"
  const isCalled = read.speech.namers.has(wordAt(read, first - 1));
  // "coach [Ada Moor]'s side" may be a side that is coached.
  const phrase = phraseBefore(read, isCalled ? first - 1 : first);
  if (phrase === null || isVerb(read, phrase) || isGeneration(read, phrase)) return null;
  if (isCalled) return read.speech.indefiniteArticles.has(wordAt(read, phrase.first - 1)) ? phrase : null;
  const before: ItemClass = classAt(read.items, phrase.first - 1);
  const isBehindOpening = before === "capital" && OPENS_PHRASE.has(classAt(read.items, phrase.first - 2));
  const isClean =
    BEFORE_ROLE.has(before) || isBehindOpening || phrase.first >= mention.first || isUpperAt(read, phrase.first);
  return isClean || FORMED.has(before) || before === "ly" || before === "plain" ? phrase : null;
}
