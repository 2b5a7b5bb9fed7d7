/** The people an article names in full, and who of them a surname alone can stand for without doubt. */

import type { Quote } from "../../domain/article.ts";
import { findLanguage } from "../../languages/index.ts";
import type { Language, Speech } from "../../languages/language.ts";
import { listMatches } from "../../languages/shared/matches.ts";
import { findNameGender, isPlaceName } from "../../languages/shared/names/name-lists.ts";
import type { Naming } from "../../languages/shared/naming.ts";
import { quicken } from "../../languages/shared/patterns/quicken.ts";
import { standsAlone } from "../../languages/shared/words.ts";

const CHAINS_MAX = 2000;
const NAME_PARTS_MAX = 4;
const FULL_NAME_WORDS = 2;
/** A letter may be a pair of units. */
const INITIAL_LENGTH_MAX = 3;

/** Somebody the article names in full. */
export interface Person {
  /** "Jon Paul Morosi". */
  readonly name: string;
  readonly last: string;
  readonly gender: "female" | "male" | "unsure";
}

/** A run of words with capitals. */
interface Chain {
  readonly words: readonly string[];
  readonly start: number;
  readonly end: number;
}

/** A chain without what somebody is called by; `hasRole`: what he is stands right before the name. */
interface BareName extends Chain {
  readonly hasRole: boolean;
}

/** What is known of how the article's language names people. */
interface Known {
  readonly naming: Naming;
  readonly speech: Speech;
  readonly text: Language["text"];
}

/** Words with capitals side by side; "’s" is no part of them. */
function findChains(text: string, { chain, possessive }: Naming): readonly Chain[] {
  const found: Chain[] = [];
  for (const match of listMatches(chain, text)) {
    if (found.length >= CHAINS_MAX) break;
    const end = match.index + match[0].length;
    found.push({ words: match[0].replace(possessive, "").split(" "), start: match.index, end });
  }
  return found;
}

function low(word: string): string {
  const lower = word.toLowerCase();
  return lower.endsWith(".") ? lower.slice(0, -1) : lower;
}

/** "Sen.", "Coach", "The": nothing a name begins with. */
function isNoName(word: string, { speech, text }: Known): boolean {
  const plain = low(word);
  return (
    speech.titles.has(plain) ||
    speech.courtesies.has(plain) ||
    (speech.roles.has(plain) && findNameGender(plain) === null) ||
    text.stopWords.has(plain)
  );
}

const isOrganizationWord = (word: string, { speech }: Known): boolean =>
  speech.organizationWords.has(low(word)) || speech.offices.has(low(word)) || speech.anyOrganization.has(low(word));

const isRole = (word: string, { speech }: Known): boolean =>
  (speech.roles.has(low(word)) || speech.titles.has(low(word))) && findNameGender(low(word)) === null;

const [WORD_BEFORE_MIN, WORD_BEFORE_MAX] = [2, 30];
const WORD_BEFORE = quicken(/([\p{L}-]{2,30}) $/u);
/** Codes below this are of plain letters, digits and signs. */
const PLAIN_CODES = 0x80;
const isPlainLetter = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || code === 0x2d;

/** The word right before a place, in small letters too: "analyst" of "analyst Ylvo Hale". */
function wordBefore(text: string, at: number): string {
  // In plain letters it is read backwards, in a tenth of the pattern's time.
  if (text[at - 1] !== " ") return "";
  let start = at - 1;
  while (start > 0 && at - 1 - start < WORD_BEFORE_MAX && isPlainLetter(text.charCodeAt(start - 1))) start--;
  const isWhole = start === 0 || text.charCodeAt(start - 1) < PLAIN_CODES;
  if (isWhole) return at - 1 - start < WORD_BEFORE_MIN ? "" : text.slice(start, at - 1);
  return WORD_BEFORE.exec(text.slice(Math.max(0, at - WORD_BEFORE_MAX - 2), at))?.[1] ?? "";
}

/** "DL" of "Rovers DL Mara Hale": what somebody is, in letters. */
const isLetters = (word: string): boolean => /^\p{Lu}{2,4}$/u.test(word);

/** Where the name begins in a chain without titles at its head: behind what somebody is, in words or letters. */
function findNameStart(words: readonly string[], from: number, known: Known): number {
  // A first name before it makes a role a part of the name.
  if (findNameGender(low(words[from] ?? "")) !== null) return from;
  const last = words.slice(0, -FULL_NAME_WORDS).findLastIndex((word, at) => at >= from && isRole(word, known));
  if (last >= 0) return last + 1;
  const first = words.length - FULL_NAME_WORDS;
  const isListed = findNameGender(low(words[first] ?? "")) !== null;
  return isListed && words.slice(from, first).some(isLetters) ? first : from;
}

/** The chain without titles in front of it: "Varen Harbor Chair Mara Hale" is Mara Hale. */
function toBareName({ words, start, end }: Chain, article: string, known: Known): BareName {
  let from = 0;
  while (from < words.length - 1 && isNoName(words[from] ?? "", known)) from++;
  from = findNameStart(words, from, known);
  const before = from > 0 ? (words[from - 1] ?? "") : wordBefore(article, start);
  return { words: words.slice(from), start, end, hasRole: isRole(before, known) };
}

/** "J." and "Jr." may be left out by the next who writes the name. */
const isInitial = (word: string): boolean => word.length <= INITIAL_LENGTH_MAX && /^\p{Lu}\.?$/u.test(word);

/** As the language knows the first name, or else many countries do: "Ben" is a man's here, whoever bears it elsewhere. */
function genderOf(name: string, { speech }: Known): Person["gender"] {
  const first = low(name.split(" ")[0] ?? "");
  const gender = speech.firstNames.get(first) ?? findNameGender(first);
  return gender === "female" || gender === "male" ? gender : "unsure";
}

/** Surnames that stand with more than one person, or with a family, a firm or a place, and those that are words as well. */
function isSharedName(last: string, text: string, couples: ReadonlySet<string>, known: Known): boolean {
  const plain = last.toLowerCase();
  if (isPlaceName(plain) || known.speech.roles.has(plain) || isOrganizationWord(last, known)) return true;
  // "rice": the word itself is in the text too.
  if (standsAlone(plain, text, IN_NAME) || couples.has(last)) return true;
  // "the Hales"
  return known.naming.hasManyOf(last, text);
}

/** Surnames of "Bo and Mara Hale", read once: a pattern a name would read the whole text each time. */
const findCouples = (text: string, { couple }: Naming): ReadonlySet<string> =>
  new Set(listMatches(couple, text).map(([, last = ""]) => last));

const LETTER = /\p{L}/u;
/** What belongs to a name: "O’Hara", "Hale-Moor". */
const IN_NAME = /[\p{L}’'-]/u;

/** Whether a word that nobody lists as a first name may be one: no place, no initials, and no word of the text. */
function isNameLike(first: string, text: string): boolean {
  if (isPlaceName(first.toLowerCase()) || /\p{Lu}.*\p{Lu}|[^\p{L}’'-]/u.test(first)) return false;
  return !standsAlone(first.toLowerCase(), text, LETTER);
}

/** Whether a name without a known first name is a person's: the text lets it speak, and its words are no common ones. */
function isSpeakersName(name: string, text: string, quotes: readonly Quote[], naming: Naming): boolean {
  const isSpeaker = quotes.some(({ speaker }) => speaker?.kind === "person" && speaker.name === name);
  return isSpeaker && isNameLike(name.split(" ")[0] ?? "", text) && naming.isSpeaking(name, text);
}

/** What joins the names of a list. */
const LISTED = /^(?:,|,? (?:&|\p{Ll}{1,3}))? $/u;

/** Whether a chain stands in a list between two people with known first names: "Mara Hale, Pip Vale and Bo Moor". */
function isListed(chains: readonly BareName[], at: number, text: string): boolean {
  const [before, own, behind] = [chains[at - 1], chains[at], chains[at + 1]];
  if (before === undefined || own === undefined || behind === undefined) return false;
  const isPerson = ({ words }: BareName): boolean =>
    words.length === FULL_NAME_WORDS && findNameGender(low(words[0] ?? "")) !== null;
  return (
    isPerson(before) &&
    isPerson(behind) &&
    LISTED.test(text.slice(before.end, own.start)) &&
    LISTED.test(text.slice(own.end, behind.start))
  );
}

/** Whether a family is spoken of by the name; looked for where the name stands, not in the whole text. */
function isFamilyName(last: string, text: string, naming: Naming): boolean {
  const { familyBehind } = naming;
  for (let at = text.indexOf(last); at >= 0; at = text.indexOf(last, at + last.length)) {
    familyBehind.lastIndex = at + last.length;
    if (familyBehind.test(text) && !LETTER.test(text.charAt(at - 1))) return true;
  }
  return false;
}

/** "Vale resigned. His wife, Ann Vale, wept": who is named in full only behind the surname alone may be another, or it a word. */
function findBareFirst(
  chains: readonly BareName[],
  byLast: ReadonlyMap<string, Person & { readonly start: number }>,
  title: string,
  isFamily: (end: number) => boolean,
): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { words, start, end } of chains) {
    const person = words.length === 1 ? byLast.get(words[0] ?? "") : undefined;
    if (person === undefined || start > person.start || title.includes(person.name)) continue;
    // "The Vale brothers": nobody by himself.
    if (!isFamily(end)) found.add(person.last);
  }
  return found;
}

export interface People {
  /** By surname: only one person of the article has it, and nobody stands by it alone before. */
  readonly byLast: ReadonlyMap<string, Person>;
  /** Surnames that a family shares: only where it speaks is one meant. */
  readonly families: ReadonlySet<string>;
  /** Surnames that stand alone before anybody is named in full with them: whose they are, the name further down may not say. */
  readonly bareFirst: ReadonlySet<string>;
  /** All full names and where they stand, for who else may be meant. */
  readonly mentions: readonly (Person & { readonly start: number })[];
}

export const NO_PEOPLE: People = { byLast: new Map(), families: new Set(), bareFirst: new Set(), mentions: [] };

/** Nobody in a language of which it is not known how it names people. */
export function readPeople(text: string, quotes: readonly Quote[], language: string, title = ""): People {
  const { naming, speech, text: words } = findLanguage(language);
  if (naming === null || speech === null) return NO_PEOPLE;
  const known: Known = { naming, speech, text: words };
  const chains = findChains(text, naming).map((chain) => toBareName(chain, text, known));
  const mentions: (Person & { start: number })[] = [];
  const byLast = new Map<string, Person & { readonly start: number }>();
  const shared = new Set<string>();
  for (const [at, { words, start, hasRole }] of chains.entries()) {
    const last = words.at(-1) ?? "";
    const name = words.join(" ");
    if (words.length < 2 || words.length > NAME_PARTS_MAX || last.length < 3 || isInitial(last)) continue;
    if (!/\p{Ll}/u.test(name) || words.some((word) => isOrganizationWord(word, known))) continue;
    const first = words[0] ?? "";
    // "Given Hale", and "Mara Hale’s DOJ": what somebody has.
    if (naming.notFirstNames.has(low(first)) || words.some((word) => naming.possessive.test(word))) continue;
    // "Sunny Los Angeles"
    if (words.length > FULL_NAME_WORDS && isPlaceName(words.slice(1).join(" ").toLowerCase())) continue;
    const given = isInitial(first) ? null : findNameGender(low(first));
    // A name that women and men bear is as sure, where it is neither a place nor a word of the text.
    const isKnown = given === "female" || given === "male" || (given === "either" && isNameLike(first, text));
    const isPlaced = words.length === FULL_NAME_WORDS && (hasRole || isListed(chains, at, text));
    const isCalled = isPlaced && isNameLike(first, text);
    if (!isKnown && !isCalled && !isSpeakersName(name, text, quotes, naming)) continue;
    const person = { name, last, gender: genderOf(name, known), start };
    mentions.push(person);
    if (!byLast.has(last)) byLast.set(last, person);
  }
  // Any other run of capitals with the surname in it is another bearer: "Bo Hale", "Hale Marine".
  for (const { words } of chains) {
    if (words.length < 2) continue;
    for (const [at, word] of words.entries()) {
      const person = byLast.get(word);
      if (person === undefined) continue;
      const own = person.name.split(" ").filter((part) => !isInitial(part));
      const isOwn = words.every((each) => isInitial(each) || own.includes(each));
      if (!isOwn && (at < words.length - 1 || !isNoName(words[at - 1] ?? "", known))) shared.add(word);
    }
  }
  const couples = findCouples(text, naming);
  for (const last of byLast.keys()) if (isSharedName(last, text, couples, known)) shared.add(last);
  for (const last of shared) byLast.delete(last);
  const bareFirst = findBareFirst(chains, byLast, title, (end) => {
    naming.familyBehind.lastIndex = end;
    return naming.familyBehind.test(text);
  });
  for (const last of bareFirst) byLast.delete(last);
  const families = new Set([...byLast.keys()].filter((last) => isFamilyName(last, text, naming)));
  return { byLast, families, bareFirst, mentions };
}
