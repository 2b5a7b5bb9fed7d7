/** What a bare title is of, printed behind the name: "Sen. Ada Moor (D-Varen)", "Senator Ada Moor of Varen", "Ada Moor of the Tide Center". */

import { classAt, classSet, DETERMINING, type Mention, REPORTING_VERBS } from "../../../languages/reading.ts";
import { isPlaceName } from "../../../languages/shared/names/name-lists.ts";
import type { ReadText } from "../../reading/read-text.ts";
import { isFirstName } from "../evidence.ts";
import { complementEnd } from "./role-complements.ts";
import type { RolePhrase } from "./role-phrases.ts";
import { isBareTitle, isLesser, type Role, WORTH } from "./role-worth.ts";

/** Party and place: "D-Varen", "R-V.N.". */
const PARTY = /^\p{Lu}{1,3}[-–—]\p{Lu}[\p{L}. ]{0,20}$/u;
const PARTY_LENGTH_MAX = 26;

/** "University of Varen", "Center for Tides and Ports". */
const SMALL_INSIDE = classSet("preposition", "conjunction", "determiner", "possessive");

const textOf = (read: ReadText, first: number, last: number): string =>
  read.text.slice(read.items[first]?.start ?? 0, read.items[last]?.end ?? 0);

/** "D-Varen" in brackets right behind a name; null when something else or nothing stands there. */
function partyBehind(read: ReadText, { last }: Mention): string | null {
  if (classAt(read.items, last + 1) !== "open") return null;
  const from = read.items[last + 1]?.end ?? 0;
  const close = read.text.slice(from, from + PARTY_LENGTH_MAX).indexOf(")");
  const party = close < 0 ? "" : read.text.slice(from, from + close);
  return PARTY.test(party) ? party : null;
}

/** "of Varen", "of the Varen Supreme Court": of what somebody is, by a name; null when a name is missing. */
function placeBehind(read: ReadText, mention: Pick<Mention, "last">, ties = read.speech.officeJoiners): string | null {
  const end = placeEnd(read, mention, ties);
  return end < 0 ? null : textOf(read, mention.last + 1, end);
}

/** Where "of Varen" behind a name ends; -1 when a name is missing. */
function placeEnd(read: ReadText, { last }: Pick<Mention, "last">, ties: ReadonlySet<string>): number {
  if (!read.speech.stacksNouns || !ties.has(read.items[last + 1]?.word ?? "")) return -1;
  let end = complementEnd(read, last);
  for (let more = complementEnd(read, end); more > end; more = complementEnd(read, end)) end = more;
  const first = DETERMINING.has(classAt(read.items, last + 2)) ? last + 3 : last + 2;
  end = beforeOther(read, first, end);
  const own = read.items.slice(first, end + 1);
  const isNamed = end >= first && own.every(({ isUpper, class: its }) => isUpper || SMALL_INSIDE.has(its));
  return isNamed && classAt(read.items, end + 1) !== "possessive" ? end : -1;
}

/** "(R)": a party alone in brackets. */
const PARTY_ITEMS_MAX = 5;
const PARTY_ALONE = /^\(\p{Lu}{1,3}\)$/u;

/** The last item of "(D-Varen)" or "of Varen" behind a titled name; that of the name where nothing such stands there. */
export function seatEnd(read: ReadText, mention: Mention, first: number): number {
  const { last } = mention;
  const isTitled = [first - 1, first].some((at) => read.speech.titles.has(read.items[at]?.word ?? ""));
  if (!read.speech.stacksNouns || !isTitled) return last;
  if (classAt(read.items, last + 1) !== "open")
    return Math.max(last, placeEnd(read, mention, read.speech.officeJoiners));
  const close = [...Array(PARTY_ITEMS_MAX).keys()]
    .map((at) => last + 2 + at)
    .find((at) => classAt(read.items, at) === "close");
  const isParty = partyBehind(read, mention) !== null || PARTY_ALONE.test(textOf(read, last + 1, close ?? last));
  return close !== undefined && isParty ? close : last;
}

/** "Sen. Ada Moor of Varen [and Gov. Bo Hale of Port]": who is joined is somebody else. */
function beforeOther(read: ReadText, first: number, end: number): number {
  for (let at = first; at < end; at++) {
    const word = read.items[at + 1]?.word ?? "";
    const isPerson = isFirstName(read, word) || read.speech.titles.has(word) || read.speech.roles.has(word);
    if (classAt(read.items, at) === "conjunction" && isPerson) return at - 1;
  }
  return end;
}

/** "(D-Varen)", "of Varen": what is told behind a name of where its title is held. */
export function seatBehind(read: ReadText, mention: Mention): string | null {
  const party = partyBehind(read, mention);
  return party === null ? placeBehind(read, mention) : `(${party})`;
}

/** "Republican Rep.", "former Senator": a title before which no place stands. */
function isPlacelessTitle(read: ReadText, { first, last, heads }: RolePhrase): boolean {
  const own = { first: last, last, heads };
  const { roleModifiers, partyWords } = read.speech;
  const before = read.items.slice(first, last).map(({ word }) => word);
  return isBareTitle(read, own) && before.every((word) => roleModifiers.has(word) || partyWords.has(word));
}

/** "immunologist [Ada Moor] at the University of Varen", "ocean engineer [Ada Moor] from the Tide Center": where what somebody is is done. */
function withHouse(read: ReadText, mention: Mention, phrase: RolePhrase, role: Role): Role {
  const isJob = phrase.heads.includes(phrase.last) && read.items[phrase.last]?.isUpper === false;
  if (!isJob || mention.first === mention.last || isLesser(read, phrase.last)) return role;
  const { issuerPrepositions, describingPrepositions, workplaces } = read.speech;
  const tie = read.items[mention.last + 1]?.word ?? "";
  const house = describingPrepositions.has(tie) ? placeBehind(read, mention, describingPrepositions) : null;
  if (house === null) return role;
  // "met the farmer Ada Moor at the Varen Museum": who is named at a house that nobody studies or works at may visit it.
  const isWorkplace = house.split(/\s+/).some((word) => workplaces.has(word.toLowerCase()));
  const isOf = issuerPrepositions.has(tie) && isHouse(read, house);
  return isOf || isWorkplace ? { text: `${role.text} ${house}`, worth: WORTH.full } : role;
}

/** The title before a name with what is said behind it of where it is held; the role as it was where it says that itself. */
export function withSeat(read: ReadText, mention: Mention, phrase: RolePhrase | null, role: Role | null): Role | null {
  if (phrase === null || role === null) return role;
  if (!isPlacelessTitle(read, phrase)) return read.speech.stacksNouns ? withHouse(read, mention, phrase, role) : role;
  const seat = seatBehind(read, mention);
  return seat === null ? role : { text: `${role.text} ${seat}`, worth: WORTH.office };
}

const BEFORE_SUBJECT = classSet("break", "stop", "comma", "quotation", "reporting", "colon", "conjunction");
const LONG_NAME_WORDS_MIN = 4;
const LONG_ACRONYM = /^\p{Lu}{4,6}$/u;
const ACRONYM = /^\p{Lu}{2,6}$/u;

/** "said Ada Moor", "according to Ada Moor": who acts or is heard, and not whom something reminds of Varen. */
function isHeard(read: ReadText, { first }: Mention): boolean {
  const before = classAt(read.items, first - 1);
  return BEFORE_SUBJECT.has(before) || (before === "preposition" && classAt(read.items, first - 2) === "source");
}

/** "the Tide Center", "the CDF": a house, and no place or person. */
function isHouse(read: ReadText, name: string): boolean {
  const words = name.split(/\s+/).slice(1);
  // "Little Rope Pier Bakery": so many words with capitals are no town's.
  const small = words.findIndex((word) => !/^\p{Lu}/u.test(word));
  const capitals = words.slice(0, small < 0 ? words.length : small);
  const isLong = capitals.flatMap((word) => word.split("-")).length >= LONG_NAME_WORDS_MIN;
  return isLong || words.some((word) => read.speech.organizationWords.has(word.toLowerCase()) || ACRONYM.test(word));
}

/** "HarborWatch": written in one; no "McHale", "DeVenn". */
const WRITTEN_IN_ONE = /^(?!(?:Mc|Mac|De|Di|Du|La|Le|Van|Von|Fitz|Saint)\p{Lu})\p{Lu}\p{Ll}+(?:\p{Lu}\p{Ll}+)+$/u;

/** "VASA", "HarborWatch"; no land of letters, "UAE". */
const isAcronymOfHouse = (word: string): boolean =>
  (LONG_ACRONYM.test(word) && !isPlaceName(word.toLowerCase())) || WRITTEN_IN_ONE.test(word);

/** "[Varen State University]'s Ada Moor": the house before a name whose it is; null for a place, a person or part of a name. */
function ownerBefore(read: ReadText, first: number): string | null {
  if (!read.speech.stacksNouns || classAt(read.items, first - 1) !== "possessive") return null;
  let start = first - 1;
  while (isInName(read, start - 1)) start--;
  if (start === first - 1) return null;
  const isAlone = start === first - 2 && !DETERMINING.has(classAt(read.items, start - 1));
  if (isAlone && isAcronymOfHouse(textOf(read, start, start))) return textOf(read, start, start);
  if (!read.speech.organizationWords.has(read.items[first - 2]?.word ?? "")) return null;
  const opened = DETERMINING.has(classAt(read.items, start - 1)) ? start - 1 : start;
  // "the Port of Varen University's": only a part of the name was read.
  if (classAt(read.items, opened - 1) === "preposition" && read.items[opened - 2]?.isUpper === true) return null;
  return first - 1 - start < 2 ? null : textOf(read, start, first - 2);
}

const isInName = (read: ReadText, at: number): boolean =>
  read.items[at]?.isUpper === true && ["capital", "role", "plain", "title"].includes(classAt(read.items, at));

/** "VASA's Ada Moor, [a planner for ports]": whose planner she is, where what stands behind the name holds no other name. */
export function withOwner(
  read: ReadText,
  mention: Mention,
  first: number,
  phrase: RolePhrase | null,
  role: Role | null,
): Role | null {
  if (phrase === null || role === null || phrase.heads.length === 0 || phrase.first < mention.last) return role;
  const owner = isFirstName(read, read.items[first]?.word ?? "") ? ownerBefore(read, mention.first) : null;
  const own = read.items.slice(phrase.first, phrase.last + 1);
  if (owner === null || own.some(({ isUpper }) => isUpper)) return role;
  if (DETERMINING.has(own[0]?.class ?? "break")) return { ...role, text: `${role.text}, ${owner}` };
  const mark = textOf(read, mention.first - 1, mention.first - 1);
  return { ...role, text: `${owner}${mark} ${role.text}` };
}

const DESCRIBED_WORDS_MAX = 3;
const DESCRIBED = classSet("plain", "role", "ed", "ing");

/** "of digital consulting firm Hale Norvik": a house that a small word before its name calls one; null for any other. */
function calledHouse(read: ReadText, { last }: Mention): string | null {
  if (!read.speech.housePrepositions.has(read.items[last + 1]?.word ?? "")) return null;
  const first = DETERMINING.has(classAt(read.items, last + 2)) ? last + 3 : last + 2;
  let at = first;
  while (
    read.items[at]?.isUpper === false &&
    at - first <= DESCRIBED_WORDS_MAX &&
    DESCRIBED.has(classAt(read.items, at))
  )
    at++;
  let end = at - 1;
  while (isInName(read, end + 1)) end++;
  const { anyOrganization, organizationWords } = read.speech;
  const called = read.items[at - 1]?.word ?? "";
  // "said Ada Moor of rival firm Norvik": of whom she spoke.
  if (read.items.slice(first, at).some(({ word }) => read.speech.looseRoleWords.has(word))) return null;
  const isNext = isFirstName(read, read.items[at]?.word.split("-")[0] ?? "");
  const isHere = at > first && end >= at && !isNext && classAt(read.items, end + 1) !== "possessive";
  const isCalled =
    anyOrganization.has(called) || organizationWords.has(called) || isHouse(read, `of ${textOf(read, at, end)}`);
  return isHere && isCalled ? textOf(read, last + 1, end) : null;
}

/** "Ada Moor of the Lantern wrote": of a house or of a place, but nobody she wrote of. */
function isOfHer(read: ReadText, mention: Mention, end: number): boolean {
  const { first } = mention;
  const isSubject =
    BEFORE_SUBJECT.has(classAt(read.items, first - 1)) && !REPORTING_VERBS.has(classAt(read.items, first - 1));
  // "Varen Chief of Staff Ada Moor said"
  const isPerson = read.items.slice(mention.last + 2, end + 1).some(({ word }) => isFirstName(read, word));
  return isSubject && !isPerson && REPORTING_VERBS.has(classAt(read.items, end + 1));
}

/** "Ada Moor [of the Tide Center]", where nothing else says what she is. */
export function houseOf(read: ReadText, mention: Mention, first: number): Role | null {
  if (first === mention.last || mention.kind !== "name") return null;
  const owner = isFirstName(read, read.items[first]?.word ?? "") ? ownerBefore(read, mention.first) : null;
  if (owner !== null) return { text: owner, worth: WORTH.house };
  if (!isHeard(read, mention)) return null;
  // "Ada Moor from the Tide Center"
  const ties = read.speech.housePrepositions;
  const house =
    placeBehind(read, mention, ties) ??
    // "Ada Moor, of the Tide Center,"
    (classAt(read.items, mention.last + 1) === "comma" ? placeBehind(read, { last: mention.last + 1 }, ties) : null);
  const own = placeEnd(read, mention, read.speech.officeJoiners);
  const isNamed = isFirstName(read, read.items[first]?.word ?? "");
  const isCertain = house !== null && (isHouse(read, house) || (isNamed && own > 0 && isOfHer(read, mention, own)));
  // "the Varen Chief of the port": an office is nobody's name.
  const isOffice = read.speech.roles.has(read.items[mention.last]?.word ?? "");
  const text = isCertain ? house : isOffice ? null : calledHouse(read, mention);
  return text === null ? null : { text, worth: WORTH.house };
}
