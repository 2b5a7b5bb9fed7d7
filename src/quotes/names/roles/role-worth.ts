/** Makes a role of the phrase that says what somebody is, and weighs how much it tells. */

import { classAt, DETERMINING } from "../../../languages/reading.ts";
import type { ReadText } from "../../reading/read-text.ts";
import type { RolePhrase } from "./role-phrases.ts";

/** A role beside a name, and how much it tells. */
export interface Role {
  readonly text: string;
  readonly worth: number;
}

/** "best friend", "the older brother": more words tell whose. */
const KIN_WORDS_MAX = 3;
export const WORTH = { home: 0.25, house: 0.5, lesser: 1, kin: 1.5, short: 2, office: 3, full: 4 } as const;

const wordAt = (read: ReadText, index: number): string => read.items[index]?.word ?? "";

export function isLesser(read: ReadText, head: number): boolean {
  const word = wordAt(read, head);
  const { lesserRoles, partyWords } = read.speech;
  // "a longtime liberal" tells what somebody thinks, "a Varen Republican" of which party they are.
  if (partyWords.has(word) && read.items[head]?.isUpper === false) return true;
  return lesserRoles.has(word) || lesserRoles.has(word.slice(word.lastIndexOf("-") + 1));
}

/** "Sen.", "Representative", "Judge": a title right before a name, which does not say of what. */
export const isBareTitle = ({ items, speech }: ReadText, { first, last, heads }: RolePhrase): boolean =>
  first === last && heads.includes(last) && items[last]?.isUpper === true && speech.titles.has(items[last].word);

function worthOf(read: ReadText, { first, last, heads }: RolePhrase): number {
  // "who chairs the board"
  if (heads.length === 0) return WORTH.short;
  if (isKinOfNamed(read, { first, last, heads })) return WORTH.kin;
  if (heads.every((head) => isLesser(read, head))) return WORTH.lesser;
  const from = DETERMINING.has(classAt(read.items, first)) ? first + 1 : first;
  const isBare = from === last || (from + 1 === last && read.speech.roleModifiers.has(wordAt(read, from)));
  const isShort = heads.some((head) => wordAt(read, head).endsWith("."));
  if (isShort) return isBare ? WORTH.short : WORTH.office;
  return isBare ? WORTH.office : WORTH.full;
}

/** "Bo Hale's daughter": whose, by a name. */
function isKinOfNamed(read: ReadText, { first, last, heads }: RolePhrase): boolean {
  const own = read.items.slice(first, last + 1);
  const owner = own.findIndex((item) => item.class === "possessive");
  const isNamed = owner > 0 && own[owner - 1]?.isUpper === true;
  return isNamed && heads.length > 0 && heads.every((head) => read.speech.kinRoles.has(wordAt(read, head)));
}

/** "his estranged wife Ada Moor", "Ada Moor, a friend": whose, the role would not say. */
function isOfKin(read: ReadText, { first, last, heads }: RolePhrase): boolean {
  if (heads.length === 0 || isKinOfNamed(read, { first, last, heads })) return false;
  const isBehind = heads.some((head) => head < last);
  return (
    !isBehind && heads.every((head) => read.speech.kinRoles.has(wordAt(read, head))) && last - first < KIN_WORDS_MAX
  );
}

export function toRole(read: ReadText, phrase: RolePhrase | null): Role | null {
  if (phrase === null || isOfKin(read, phrase)) return null;
  // "our lead pilot" is the outlet's only in the outlet's own text.
  const isOurs =
    phrase.first < phrase.last &&
    classAt(read.items, phrase.first) !== "capital" &&
    read.speech.pronouns.get(wordAt(read, phrase.first)) === "first";
  const first = isOurs ? phrase.first + 1 : phrase.first;
  const end = read.items[phrase.last]?.end ?? 0;
  // "a nurse in Hale, Va., who": the stop before a comma is the short form's.
  const isShort = read.items[phrase.last]?.isUpper === true && /^\.[,;]/.test(read.text.slice(end, end + 2));
  const text = read.text.slice(read.items[first]?.start ?? 0, isShort ? end + 1 : end);
  // "author of “Ropes.”": the stop is the sentence's.
  // "at Station Q. “It": a single letter takes its stop from the sentence.
  const own = text.replace(/[.,](?=[”"’'»“]+$)/u, "").replace(/(?<= \p{Lu})\.$/u, "");
  return text.includes("\n") ? null : { text: own, worth: worthOf(read, phrase) };
}

const withoutArticle = (read: ReadText, text: string): string => {
  const space = text.indexOf(" ");
  const { indefiniteArticles, definiteArticles } = read.speech;
  const word = text.slice(0, space).toLowerCase();
  return indefiniteArticles.has(word) || definiteArticles.has(word) ? text.slice(space + 1) : text;
};

/** "director for games at Norvik", where "director for games" stands first: the same one, told to its end. */
const isFuller = (read: ReadText, one: Role, two: Role): boolean =>
  two.worth === one.worth && withoutArticle(read, two.text).startsWith(`${withoutArticle(read, one.text)} `);

/** Of all the roles that an article gives somebody the most telling; of equal ones the first, unless another goes on where it ends. */
export function mostTelling(read: ReadText, roles: readonly Role[]): Role | null {
  let most: Role | null = null;
  for (const role of roles) if (most === null || role.worth > most.worth || isFuller(read, most, role)) most = role;
  return most;
}

/** The one that tells more, of equal ones the first. */
export const better = (one: Role | null, two: Role | null): Role | null =>
  one === null || (two !== null && two.worth > one.worth) ? two : one;
