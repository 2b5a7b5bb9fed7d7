/** Takes off a role what only the article can explain ("there", "fellow", one study of several), and what was cut in two. */

import { classAt, classSet, DETERMINING } from "../../../languages/reading.ts";
import { isPlaceName } from "../../../languages/shared/names/name-lists.ts";
import type { ReadText } from "../../reading/read-text.ts";
import { isFirstName } from "../evidence.ts";
import { isRoleHead } from "./role-groups.ts";
import type { RolePhrase } from "./role-phrases.ts";
import { isLesser } from "./role-worth.ts";

const PHRASE = classSet("plain", "capital", "number", "ed", "ing", "ly", "role", "document", "time");
const PHRASE_WORDS_MAX = 5;
const SEVERAL = 2;
const BEHIND_PLACE = classSet("comma", "stop", "break");
const PLACE_WORDS_MAX = 3;

const wordAt = (read: ReadText, index: number): string => read.items[index]?.word ?? "";

/** "a small 2031 [study]": told of as one of which nothing was said before. */
function isIntroduced(read: ReadText, head: number): boolean {
  for (let at = head - 1; head - at <= PHRASE_WORDS_MAX; at--) {
    if (read.speech.indefiniteArticles.has(wordAt(read, at)) || classAt(read.items, at) === "quantifier") return true;
    if (!PHRASE.has(classAt(read.items, at))) return false;
  }
  return false;
}

const known = new WeakMap<ReadText, boolean>();

/** Whether the article tells of several studies: then "the study" is one of them only where it stands. */
function hasSeveral(read: ReadText): boolean {
  const kept = known.get(read);
  if (kept !== undefined) return kept;
  let count = 0;
  read.items.forEach((item, index) => {
    if (read.speech.studies.has(item.word) && isIntroduced(read, index)) count++;
  });
  known.set(read, count >= SEVERAL);
  return count >= SEVERAL;
}

/** "one of the [study]'s authors", "co-author of the [study]": where one of several is pointed to; -1 when none is. */
function pointsToOne(read: ReadText, { first, last }: RolePhrase): number {
  for (let at = first; at <= last; at++) {
    const isPointed =
      read.speech.definiteArticles.has(wordAt(read, at - 1)) && read.speech.studies.has(wordAt(read, at));
    if (isPointed && hasSeveral(read)) return at;
  }
  return -1;
}

const isJoiner = (read: ReadText, index: number): boolean => read.speech.joiners.has(wordAt(read, index));

/** The phrase up to an item, without what is joined there; null when nothing that says what somebody is comes before it. */
function upTo(read: ReadText, phrase: RolePhrase, end: number): RolePhrase | null {
  const heads = phrase.heads.filter((head) => head < end);
  const joiner = [...Array(Math.max(0, end - phrase.first)).keys()]
    .map((back) => end - 1 - back)
    .find((at) => isJoiner(read, at));
  const cut = joiner ?? -1;
  const own = heads.filter((head) => head < cut);
  return own.length === 0 ? null : { first: phrase.first, last: cut - 1, heads: own };
}

/** "a professor of tides [and a co-author] of …": what goes on with "of" and was not read to its end. */
function withoutCutEnd(read: ReadText, phrase: RolePhrase): RolePhrase | null {
  const head = phrase.heads.at(-1) ?? phrase.last;
  if (!read.speech.officeJoiners.has(wordAt(read, phrase.last + 1)) || head < phrase.last) return phrase;
  if (phrase.heads.length > 1) return upTo(read, phrase, head);
  return isLesser(read, head) ? null : phrase;
}

/** "head of ports at Varen [and the other witness]": which of two, only the article tells. */
function withoutOther(read: ReadText, phrase: RolePhrase): RolePhrase | null {
  const head = phrase.heads.at(-1) ?? phrase.last;
  for (let at = head - 1; phrase.heads.length > 1 && at > phrase.first && !isJoiner(read, at); at--)
    if (read.speech.looseRoleWords.has(wordAt(read, at))) return upTo(read, phrase, head);
  return phrase;
}

/** "director for games [at the tech giant]", "a spokeswoman [for the group]": a house that is not named. */
function withoutUnnamedHouse(read: ReadText, phrase: RolePhrase): RolePhrase {
  const { anyOrganization, roleComplements, definiteArticles } = read.speech;
  if (!anyOrganization.has(wordAt(read, phrase.last))) return phrase;
  for (let at = phrase.last; at > (phrase.heads.at(-1) ?? phrase.last); at--) {
    if (read.items[at]?.isUpper === true) return phrase;
    if (roleComplements.has(wordAt(read, at)))
      return definiteArticles.has(wordAt(read, at + 1)) ? { ...phrase, last: at - 1 } : phrase;
  }
  return phrase;
}

/** "[fellow] councilor", "the [other] bidder", "president of the union [there]". */
function withoutLoose(read: ReadText, { first, last, heads }: RolePhrase): RolePhrase | null {
  const { looseRoleWords } = read.speech;
  let from = first;
  let to = last;
  // "a fellow at the Hale Forum" is one.
  const isLoose = (at: number): boolean => looseRoleWords.has(wordAt(read, at)) && !heads.includes(at);
  const opening = DETERMINING.has(classAt(read.items, from)) && isLoose(from + 1) ? 1 : 0;
  while (from + opening < to && isLoose(from + opening)) from = from + opening + 1;
  while (to > from && looseRoleWords.has(wordAt(read, to))) to--;
  return heads.every((head) => head >= from && head <= to) ? { first: from, last: to, heads } : null;
}

/** "Varen's ferry expert and [owner], Ada Moor": what half a phrase says may be another thing than the whole: owner of what? */
function withoutHalf(read: ReadText, phrase: RolePhrase): RolePhrase | null {
  return isJoiner(read, phrase.first - 1) && isRoleHead(read, phrase.first - 2) ? null : phrase;
}

const YEAR = /^[12]\d{3}$/;

/** "alleged [gang leader]", "former acting [mayor]", "[harbormaster] until 2019": cut from what limits it, it is another. */
function isCutFromLimit({ items, speech }: ReadText, { first, last, heads }: RolePhrase): boolean {
  const [before, behind, next] = [first - 1, last + 1, last + 2].map((at) => items[at]?.word ?? "");
  if (speech.roleLimits.has(before ?? "")) return true;
  // "who was director", told as the past
  if (heads.length === 0) return false;
  if (speech.roleEnds.has(behind ?? "")) return true;
  return speech.roleTimes.has(behind ?? "") && YEAR.test(next ?? "");
}

/** The role as far as it is true by itself; null when nothing of it is. */
export function certainRole(read: ReadText, phrase: RolePhrase | null): RolePhrase | null {
  if (phrase === null) return null;
  const pointed = pointsToOne(read, phrase);
  const own = pointed < 0 ? phrase : upTo(read, phrase, pointed);
  const whole = own === null ? null : withoutCutEnd(read, own);
  const alone = whole === null ? null : withoutOther(read, whole);
  const plain = alone === null ? null : withoutLoose(read, alone);
  const full = plain === null ? null : withoutHalf(read, plain);
  const whose = full === null ? null : withoutUnnamedHouse(read, full);
  return whose === null || isCutFromLimit(read, whose) ? null : whose;
}

const DETERMINED = classSet("determiner");
const isJoinedRole = (read: ReadText, at: number): boolean =>
  isJoiner(read, at) && DETERMINED.has(classAt(read.items, at + 1));

/** "a nurse at the University of Varen[, Port Hale], said": a house that is called by its place, too. */
export function withCampus(read: ReadText, phrase: RolePhrase | null): RolePhrase | null {
  if (phrase === null || !isPlacedHouse(read, phrase.last) || classAt(read.items, phrase.last + 1) !== "comma")
    return phrase;
  let end = phrase.last + 1;
  while (classAt(read.items, end + 1) === "capital" && end - phrase.last <= PLACE_WORDS_MAX) end++;
  const place = read.items.slice(phrase.last + 2, end + 1).map(({ word }) => word);
  const isPlace = isPlaceName(place.join(" ")) || (place.length > 0 && !isFirstName(read, place[0] ?? ""));
  // "the University of Varen, Port Hale and the firm's adviser"
  const isEnd = BEHIND_PLACE.has(classAt(read.items, end + 1)) || (isPlace && isJoinedRole(read, end + 1));
  return isPlace && isEnd ? { ...phrase, last: end } : phrase;
}

/** "University of [Varen]": a house named with "of" and a place. */
function isPlacedHouse(read: ReadText, last: number): boolean {
  let at = last;
  while (read.items[at]?.isUpper === true && last - at < PLACE_WORDS_MAX) at--;
  const { officeJoiners, organizationWords } = read.speech;
  return at < last && officeJoiners.has(wordAt(read, at)) && organizationWords.has(wordAt(read, at - 1));
}
