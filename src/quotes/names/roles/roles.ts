/** Reads the role printed beside a name: "harbor master [Ada Moor]", "[Ada Moor], the harbor master,". */

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
import { explainedPhrase } from "../explained-phrases.ts";
import { behindDetails, behindSuffix } from "../name-details.ts";
import { certainRole, withCampus } from "./certain-roles.ts";
import { looseBefore, officeOf } from "./loose-phrases.ts";
import { readJob, readOffice, roleStated } from "./role-clauses.ts";
import { isRoleHead } from "./role-groups.ts";
import { homeOf } from "./role-homes.ts";
import { type RolePhrase, readRole } from "./role-phrases.ts";
import { houseOf, withSeat } from "./role-seats.ts";
import { better, type Role, toRole } from "./role-worth.ts";

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
const SURELY_NOUN = classSet(
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
const CLOSES_NAME = classSet("comma", "stop", "break", "open", "dash", "relative");
const BEFORE_VERB = classSet("auxiliary");
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
  if (!MODIFIERS.has(itemClass)) return false;
  // "Watching coach Ada Moor": what opens a sentence in -ing is no name.
  if (itemClass === "capital" && isSentenceStart(read, index) && read.speech.noName.test(word)) return false;
  // "Count former mayor Ada Moor among them": the capital is the sentence's, if it has none elsewhere.
  const isBeforeModifier = roleModifiers.has(wordAt(read, index + 1)) && !isUpperAt(read, index + 1);
  const isOpening = isSentenceStart(read, index) || OPENS_PHRASE.has(classAt(read.items, index - 1));
  if (itemClass === "capital" && isOpening && isBeforeModifier && !isNameInside(read.items, word)) return false;
  // "a number Varen head coach Ada Moor gave": a small word before a capital belongs to something else.
  if (!hasCapitalNouns && !isUpperAt(read, index)) return !isNextUpper || itemClass === "number";
  return hasCapitalNouns && isUpperAt(read, index) ? isNextUpper : true;
}

const isParticle = (read: ReadText, at: number): boolean =>
  read.speech.nameParticles.has(wordAt(read, at)) && !["preposition", "determiner"].includes(classAt(read.items, at));

/** The first item of the words that end in a role at `head`. */
function phraseStart(read: ReadText, head: number, first: number): number {
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

/** The words right before a name: "city finance chief [Ada Moor]". */
function phraseBefore(read: ReadText, first: number): RolePhrase | null {
  let last = first - 1;
  while (isCourtesy(read, last)) last--;
  const { stacksNouns, hasCapitalNouns } = read.speech;
  if (!stacksNouns && !hasCapitalNouns && !isRoleHead(read, last))
    return looseBefore(read, first) ?? officeOf(read, first);
  if (!isRoleHead(read, last)) return officeBefore(read, first);
  let from = behindInitials(read, phraseStart(read, last, first));
  const left = from - 2;
  // "director and writer [Ada Moor]": one person, when no article counts them.
  if (read.speech.joiners.has(wordAt(read, from - 1)) && isRoleHead(read, left)) {
    const other = phraseStart(read, left, first);
    if (OPENS_PHRASE.has(classAt(read.items, other - 1))) from = other;
  }
  return { first: from, last, heads: [last] };
}

/** The words right before a name, back to a comma, a verb or a determiner: "city finance chief [Ada Moor]". */
function roleBefore(read: ReadText, mention: Mention, first: number): RolePhrase | null {
  // "a harbor pilot named [Ada Moor]"
  const isCalled = read.speech.namers.has(wordAt(read, first - 1));
  // "coach [Ada Moor]'s side" may be a side that is coached.
  const phrase = phraseBefore(read, isCalled ? first - 1 : first);
  if (phrase === null || isVerb(read, phrase)) return null;
  if (isCalled) return read.speech.indefiniteArticles.has(wordAt(read, phrase.first - 1)) ? phrase : null;
  const before: ItemClass = classAt(read.items, phrase.first - 1);
  const isBehindOpening = before === "capital" && OPENS_PHRASE.has(classAt(read.items, phrase.first - 2));
  const isClean =
    BEFORE_ROLE.has(before) || isBehindOpening || phrase.first >= mention.first || isUpperAt(read, phrase.first);
  return isClean || FORMED.has(before) || before === "ly" || before === "plain" ? phrase : null;
}

/** "The harbor master, [Ada Moor], said": the phrase that the name explains. */
function roleExplained(read: ReadText, mention: Mention): RolePhrase | null {
  const phrase = explainedPhrase(read, mention);
  if (phrase === null || !isRoleHead(read, phrase.last)) return null;
  // "After a talk with the singer, Moor said", "the mayor, Ada Moor, Joris Venn and": the name explains nothing.
  const behind = behindSuffix(read, mention.last + 1);
  if (!CLOSES_NAME.has(classAt(read.items, behind))) return null;
  if (classAt(read.items, behind) === "comma" && (isUpperAt(read, behind + 1) || isJoined(read, behind + 1)))
    return null;
  let first = DETERMINING.has(classAt(read.items, phrase.first)) ? phrase.first + 1 : phrase.first;
  // A small word before a name belongs to something else, unless a determiner opens the phrase.
  const capital = read.items.slice(phrase.first, phrase.last).findIndex((item) => item.isUpper);
  const isOpened = SURELY_NOUN.has(classAt(read.items, phrase.first - 1));
  if (first === phrase.first && capital > 0 && !read.speech.hasCapitalNouns && !isOpened) first += capital;
  // "The ferry expert and owner, Ada Moor": one name explains both.
  const other = first - 2;
  if (read.speech.joiners.has(wordAt(read, first - 1)) && isRoleHead(read, other))
    first = phraseStart(read, other, first);
  return first > phrase.last ? null : { first, last: mention.first - 2, heads: [phrase.last] };
}

const isJoined = (read: ReadText, index: number): boolean =>
  read.speech.joiners.has(wordAt(read, index)) || classAt(read.items, index) === "conjunction";

/** "[Ada Moor], the harbor master of Varen,", "[Ada Moor], who is a doctor in Varen,". */
function roleAfter(read: ReadText, mention: Mention): RolePhrase | null {
  const isName = classAt(read.items, mention.last + 1) === "relative";
  let start = isName ? mention.last + 1 : behindDetails(read, mention.last);
  if (read.speech.copulas.has(wordAt(read, mention.last + 1))) return roleStated(read, mention);
  if (start < 0) return null;
  if (classAt(read.items, start) === "relative") {
    if (read.speech.jobVerbs.has(wordAt(read, start + 1))) return readJob(read, start);
    if (!read.speech.copulas.has(wordAt(read, start + 1))) return null;
    start += 2;
    while (BEFORE_VERB.has(classAt(read.items, start))) start++;
    return DETERMINING.has(classAt(read.items, start)) ? readRole(read, start) : readOffice(read, start);
  }
  if (classAt(read.items, start) === "ly") start++;
  const phrase = readRole(read, start);
  return phrase === null || isNextSubject(read, mention, phrase) ? null : phrase;
}

/** "According to the Tidings, the mayor said", "for the Tidings, the mayor, Ada Moor, wrote": who acts next, not who was named. */
function isNextSubject(read: ReadText, mention: Mention, { first, last }: RolePhrase): boolean {
  if (classAt(read.items, mention.first - 1) !== "preposition") return false;
  // « les mots de Paul Morvan, le magistrat, au bord des larmes, dit »: an office of nothing, which may be somebody else's.
  const isBare = first + 1 === last && read.speech.definiteArticles.has(wordAt(read, first));
  if (!read.speech.stacksNouns && isBare) return true;
  // "In a talk with the Tidings, Secretary for Ports Ada Moor said": an office without an article that ends in a name.
  if (first < last && isUpperAt(read, first) && isUpperAt(read, last) && isUpperAt(read, last - 1)) return true;
  if (classAt(read.items, last + 1) !== "comma") return REPORTING_VERBS.has(classAt(read.items, last + 1));
  return isUpperAt(read, last + 2) && isUpperAt(read, last + 3);
}

/** The most telling role beside a name, as printed; `first` is where the name itself begins, behind its titles. */
export function roleBeside(read: ReadText, mention: Mention, first: number): Role | null {
  const explained = toRole(read, certainRole(read, roleExplained(read, mention)));
  const printed = certainRole(read, roleBefore(read, mention, first));
  const before = withSeat(read, mention, printed, toRole(read, printed));
  const after = toRole(read, certainRole(read, withCampus(read, roleAfter(read, mention))));
  const told = better(better(explained, before), after);
  return better(better(told, houseOf(read, mention, first)), homeOf(read, mention));
}
