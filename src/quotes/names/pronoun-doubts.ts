/** Whether somebody else came up since whom a pronoun seems to mean: then nobody is sure, and nobody is named. */

import type { Gender } from "../../languages/language.ts";
import { classAt, classSet, DETERMINING, type ItemClass, type Mention } from "../../languages/reading.ts";
import { isPlaceName } from "../../languages/shared/names/name-lists.ts";
import { isDefinite, type ReadText } from "../reading/read-text.ts";
import { holdsAny, wordsOf } from "../unsaid/clause.ts";
import { isBehindOffice, mayBeHolder } from "./behind-office.ts";
import { personExplained } from "./descriptions.ts";
import { reports } from "./evidence.ts";
import type { Groups } from "./groups.ts";
import type { Names } from "./names.ts";
import type { Person } from "./person.ts";
import {
  agrees,
  BEFORE_NOUN,
  isAskedApart,
  isQualifier,
  isSamePronoun,
  isUnnamed,
  PREMODIFIERS_MAX,
} from "./pronoun-signs.ts";

const ACTS = classSet("auxiliary", "ed", "reporting", "framing");
const DOES = classSet("ed", "reporting", "framing");
const STARTS = classSet("break", "stop", "quotation");
const PREMODIFYING = classSet(...BEFORE_NOUN, "common");
const REPORTING_LINKS: ReadonlySet<string> = new Set(["before", "bracket", "apposition"]);
const BRACKET_ITEMS_MAX = 8;

/** The item behind a name and the bracket that goes with it: "Ada Moor (R-Hale) [was]". */
function behindBracket(read: ReadText, last: number): number {
  if (classAt(read.items, last + 1) !== "open") return last + 1;
  for (let at = last + 2; at - last <= BRACKET_ITEMS_MAX; at++) if (classAt(read.items, at) === "close") return at + 1;
  return last + 1;
}

const OPENS_TOPIC = classSet("break", "stop");
const OF_HOUSE = classSet("preposition", "determiner", "role", "capital", "plain");
const HOUSE_ITEMS_MAX = 6;

/** "For [Moor], a retiree, …", "For [Moor] of the pilots' union, …": whom a paragraph is about, behind a preposition at its head. */
function opensAsTopic({ items }: ReadText, { first, last }: Mention): boolean {
  if (classAt(items, first - 1) !== "preposition" || !OPENS_TOPIC.has(classAt(items, first - 2))) return false;
  let at = last + 1;
  if (classAt(items, at) === "preposition")
    while (at - last < HOUSE_ITEMS_MAX && OF_HOUSE.has(classAt(items, at))) at++;
  return classAt(items, at) === "comma";
}

/** "[Moor] demurred", "[the admiral] chuckled", "[Ada Moor] (R-Hale) was", and what a verb of speech has for its subject. */
function acts(read: ReadText, index: number, mention: Mention, isNew: boolean): boolean {
  const isReporting = (read.linksOf.get(index) ?? []).some(
    ({ kind, verb }) =>
      REPORTING_LINKS.has(kind) &&
      classAt(read.items, verb) === "reporting" &&
      // "It ends in Ada Moor claiming the seat": no main verb.
      read.items[verb]?.isParticiple === false,
  );
  if (isReporting || opensAsTopic(read, mention) || isBehindOffice(read, mention)) return true;
  const before = beforePhrase(read, mention.first);
  // "Meanwhile [Ada Moor], who was honored, spoke": a main verb across what is told of her.
  const isAcross = (read.linksOf.get(index) ?? []).some(
    ({ kind, verb }) => kind === "apposition" && read.items[verb]?.isParticiple === false,
  );
  if (isAcross && STARTS.has(before)) return true;
  let behind = behindBracket(read, mention.last);
  // "Mr. Hale forcefully differed"
  if (classAt(read.items, behind) === "ly") behind++;
  const isPast = read.speech.pastVerbs.has(read.items[behind]?.word ?? "");
  const next = isPast ? "ed" : classAt(read.items, behind);
  // "Skeptical that Hale can", "who Hale was": who acts there is told of, not on stage.
  const isStage = isNew || !isToldHere(read, mention);
  if (STARTS.has(before)) return isStage && (ACTS.has(next) || before === "break");
  return isStage && before === "comma" && DOES.has(next);
}

/** The class of what stands before a phrase with all that opens it: "The 66-year-old [Ada Moor]". */
function beforePhrase({ items }: ReadText, first: number): ItemClass {
  let at = first - 1;
  while (first - at <= PREMODIFIERS_MAX && PREMODIFYING.has(classAt(items, at))) at--;
  return classAt(items, at);
}

/** "Also, [Hale] is no sailor, he said": the sentence is what somebody else says of them, unless they come up there first. */
function isToldHere({ items, speech }: ReadText, mention: Mention): boolean {
  const sentence = items[mention.last]?.sentence;
  for (let at = mention.last + 1; items[at]?.sentence === sentence && at < items.length; at++) {
    const item = items[at];
    if (item?.class === "quotation") return false;
    const gender = item === undefined ? undefined : speech.pronouns.get(item.word);
    const isPerson = gender === "male" || gender === "female";
    if (isPerson && classAt(items, at - 1) === "comma" && classAt(items, at + 1) === "reporting") return true;
  }
  return false;
}

/** Somebody of a gender that nobody knows may be "he" or "she". */
const mayBe = (gender: Gender, person: Person): boolean =>
  agrees(gender, person) ||
  (person.kind === "person" && person.gender === "unsure" && person.isSure && !isPlaceName(person.name.toLowerCase()));

/** "The admiral" of "Admiral Hale", the only one named so; "the Republican" may be whoever the text is about. */
function holderOf(read: ReadText, names: Names, index: number): Person | null {
  const word = read.items[read.mentions[index]?.last ?? -1]?.word ?? "";
  const holders = names.namedBefore(index).filter(({ roles }) => roles.some((role) => role.toLowerCase() === word));
  return holders.length === 1 ? (holders[0] ?? null) : null;
}

/** "Major", a title that is somebody's last name here, stands as a name does. */
const NAME_KINDS: ReadonlySet<string> = new Set(["name", "title"]);
const isNamed = ({ kind, first, last }: Mention): boolean =>
  NAME_KINDS.has(kind) && (kind === "name" || first === last);

/** "Moor said", where two are called so: whichever of them it is, somebody else may be meant. */
const isOneOfName = (read: ReadText, names: Names, index: number, person: Person, gender: Gender): boolean =>
  reports(read, index) &&
  names
    .namedBefore(index)
    .some(
      (other) => other !== person && other.first !== other.last && other.last === person.last && mayBe(gender, other),
    );

/** "Brother [Anselm] rings them": what has an object is a verb, though no list knows it. */
function isBeforeVerb({ items, speech }: ReadText, { first, last }: Mention): boolean {
  const [verb, object] = [items[last + 1], items[last + 2]];
  if (classAt(items, first - 1) !== "role" || verb?.class !== "plain" || !verb.word.endsWith("s")) return false;
  return object?.class === "otherPronoun" || speech.definiteArticles.has(object?.word ?? "");
}

/** Whether a mention is of somebody else, named or described, whom the pronoun may mean as well. */
function isOther(read: ReadText, names: Names, index: number, best: Person | null, gender: Gender): boolean {
  const mention = read.mentions[index];
  if (mention === undefined) return false;
  if (isNamed(mention)) {
    // "The Republican", "many Northgate riders": a name behind an article is nobody's own.
    if (
      DETERMINING.has(classAt(read.items, mention.first)) ||
      (isQualifier(read, mention) && !isBeforeVerb(read, mention)) ||
      isAskedApart(read, mention)
    )
      return false;
    const person = names.find(index);
    if (person === null || person === best) return false;
    // "The speaker, Hon. [Kola Adisa], stayed away": an office has nobody but a person.
    const holds = mayBeHolder(read, mention, gender, person);
    if (holds !== null) return holds;
    return isOneOfName(read, names, index, person, gender) || (!person.mayBeThing && mayBe(gender, person));
  }
  if (!isUnnamed(read, mention, gender) || !isDefinite(read, mention)) return false;
  const known = names.findByRole(index) ?? personExplained(read, names, mention) ?? holderOf(read, names, index);
  return known !== null && known !== best && mayBe(gender, known);
}

/** "Moor declined to say whether [Hale] slept": whom the sentence of somebody else only tells of. */
function isBeneath(read: ReadText, names: Names, index: number, best: Person, gender: Gender): boolean {
  const mention = read.mentions[index];
  if (mention === undefined || acts(read, index, mention, true)) return false;
  const sentence = read.items[mention.last]?.sentence;
  let opening = index;
  while (read.items[read.mentions[opening - 1]?.last ?? -1]?.sentence === sentence) opening--;
  const first = read.mentions[opening];
  if (opening === index || first === undefined || !isOther(read, names, opening, best, gender)) return false;
  // "The chair of the council, [Hale], slept" tells of one.
  const isParted = read.items.slice(first.last + 1, mention.first).some((item) => ACTS.has(item.class));
  return isParted && STARTS.has(beforePhrase(read, first.first)) && acts(read, opening, first, true);
}

/** Whether somebody else acts behind `from`, in the paragraph of the pronoun or the one before. */
export function isOvertaken(
  read: ReadText,
  names: Names,
  pronoun: number,
  { seen, acted }: { readonly seen: number; readonly acted: number },
  best: Person | null,
  gender: Gender,
): boolean {
  // "until [Moor] reached the pier": whoever a verb follows acts there.
  const isSeenActing = ACTS.has(classAt(read.items, (read.mentions[seen]?.last ?? 0) + 1));
  const from = isSeenActing || acted < 0 ? seen : acted;
  if (best !== null && isBeneath(read, names, from, best, gender)) return true;
  let paragraph = read.items[read.mentions[pronoun]?.last ?? -1]?.paragraph ?? 0;
  for (let index = pronoun - 1; index > from; index--) {
    const mention = read.mentions[index];
    const own = read.items[mention?.last ?? -1]?.paragraph ?? 0;
    if (mention === undefined || paragraph - own > 1) return false;
    // "The mayor, Kosh Vennik, came. ¶ He slept. ¶ “…,” he said": of whom nobody was found for, "he" goes on.
    if (isSamePronoun(read, index, gender)) paragraph = own;
    if (!isOther(read, names, index, best, gender)) continue;
    const person = names.find(index);
    const isNew = person !== null && !names.namedBefore(index).includes(person);
    if (acts(read, index, mention, isNew)) return true;
  }
  return false;
}

/** A house: by its name, or by what a common noun calls it: "Moor's campaign", "the union". */
function houseAt(names: Names, groups: Groups, index: number): Person | null {
  const person = names.find(index) ?? groups.find(index);
  return person?.kind === "organization" && !isPlaceName(person.name.toLowerCase()) ? person : null;
}

/** "[Hale Lines] denies": by name, with a verb of its own. */
function isDoing({ items, linksOf, speech }: ReadText, index: number, { kind, first }: Mention): boolean {
  const opener = items[first];
  if (kind !== "name" || opener === undefined) return false;
  // "a system (that Republicans) want"
  if (opener.class === "determiner" && !speech.definiteArticles.has(opener.word)) return false;
  return (linksOf.get(index) ?? []).some(
    ({ kind: how, verb }) => REPORTING_LINKS.has(how) && items[verb]?.isParticiple === false,
  );
}

/** "Moor's campaign backtracked. “…,” it said", below the league: another house acts since the one that "it" seems to mean. */
export function isHouseOvertaken(
  read: ReadText,
  names: Names,
  groups: Groups,
  pronoun: number,
  seen: number,
  best: Person | null,
): boolean {
  const paragraph = read.items[read.mentions[pronoun]?.last ?? -1]?.paragraph ?? 0;
  for (let index = pronoun - 1; index > seen; index--) {
    const mention = read.mentions[index];
    if (mention === undefined || paragraph - (read.items[mention.last]?.paragraph ?? 0) > 1) return false;
    const house = houseAt(names, groups, index);
    if (house === null || house === best) continue;
    const isOpening = STARTS.has(classAt(read.items, mention.first - 1));
    if (reports(read, index) || isDoing(read, index, mention) || (isOpening && acts(read, index, mention, true)))
      return true;
  }
  return false;
}

const ASKED_REACH = 3;

/** "[A reporter] asked what he thought": not who answers. */
export const asks = ({ items, speech }: ReadText, { last }: Mention): boolean =>
  speech.unsaid.askers.has(items[last + 1]?.word ?? "");

/** "[Hale] then asked Moor where. ¶ “…,” he said": who asks somebody is not who answers. */
export function asksOther(read: ReadText, names: Names, index: number, best: Person, gender: Gender): boolean {
  const mention = read.mentions[index];
  const isAsking = (at: number): boolean => read.speech.unsaid.askers.has(read.items[at]?.word ?? "");
  if (mention === undefined) return false;
  for (let at = mention.last + 1; at - mention.last < ASKED_REACH; at++) {
    const next = isAsking(at) ? read.index.byFirst.get(at + 1) : undefined;
    const person = next === undefined ? null : names.find(next);
    if (person !== null && person !== best && mayBe(gender, person)) return true;
  }
  return false;
}

/** Whether the paragraph of a pronoun names somebody before it: lists of first names may be wrong of their gender. */
export function isNamedBeside(read: ReadText, names: Names, pronoun: number): boolean {
  const paragraph = read.items[read.mentions[pronoun]?.last ?? -1]?.paragraph;
  for (let index = pronoun - 1; index >= 0; index--) {
    if (read.items[read.mentions[index]?.last ?? -1]?.paragraph !== paragraph) return false;
    const person = names.find(index);
    if (person?.kind === "person" && person.isSure && !person.mayBeThing) return true;
  }
  return false;
}

/** "he said on condition of anonymity": whoever that is, the text names nobody. */
export function isAnonymous({ items, speech, mentions }: ReadText, index: number): boolean {
  const from = mentions[index]?.last ?? -1;
  const sentence = items[from]?.sentence;
  let to = from + 1;
  while (to < items.length && items[to]?.sentence === sentence && items[to]?.class !== "quotation") to++;
  return holdsAny(wordsOf(items, from + 1, to), speech.unsaid.anonymous);
}

const NAME_LENGTH_MIN = 3;

/** "“Karl could not light a candle,” he said": whom the words begin with is somebody else than who says them. */
export function isNamedInOwnWords(words: string, { name, kind }: Person): boolean {
  const [first = "", next = ""] = words.match(/[\p{L}\p{M}’'-]+/gu) ?? [];
  const bare = first.replace(/['’]s$/u, "");
  // "Moor Lines sails" is a house.
  if (kind !== "person" || bare.length < NAME_LENGTH_MIN || !/^\p{Lu}\p{Ll}/u.test(bare) || /^\p{Lu}/u.test(next))
    return false;
  return name.split(/\s+/).includes(bare);
}
