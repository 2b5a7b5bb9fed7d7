/** Subjects known only from before: "The two men", "Both sides", "The episode", “…,” she said. */

import { findLanguage } from "../../languages/index.ts";
import { dateNames, foldName } from "../../languages/shared/dates/date-words.ts";
import { listMatches } from "../../languages/shared/matches.ts";
import { findNameGender } from "../../languages/shared/names/name-lists.ts";
import { quicken } from "../../languages/shared/patterns/quicken.ts";
import { standsAlone, stemWord, stopWords, toListed } from "../../languages/shared/words.ts";
import { findInnerNoun, findPointedNoun, hasOtherGenderOnly, type Shown } from "./inner-references.ts";
import { withoutQuotes } from "./quotation.ts";

/** What a sentence needs shown before it. */
export interface Bound {
  /**
   * "sentence": the one right before. "speaker": the same, unless the pronoun gets its name. "noun": the one before, or
   * an earlier one that has the noun. "event": any of these, or the news itself. "nothing": nowhere is it told.
   */
  readonly to: "sentence" | "speaker" | "noun" | "event" | "nothing";
  readonly stem: string;
  /** In its middle: once that was shown, the sentence reads like any other. */
  readonly isInner?: true;
}

const OPENING_LENGTH = 60;
/** Names in front of "the two" that it may stand for. */
const PAIR_NAMES = 2;
const NAME_WORDS_MAX = 1000;
const WORDS = quicken(/[\p{L}-]+/gu);
const DIGITS = ["3", "4", "5", "6", "7", "8", "9"];
const CHAIN = quicken(/\p{Lu}[\p{L}'’.-]*(?: (?:(?:of|the|de|la|von) )?\p{Lu}[\p{L}'’.-]*)*/gu);
/** Who speaks behind a quotation is looked for behind one of these. */
const CLOSING_MARK = /["”»“]/;
const SENTENCE: Bound = { to: "sentence", stem: "" };

/** "The episode was": the noun behind a definite article that nothing behind it explains. */
function findBareNoun(text: string, opening: string, language: string): string | null {
  const { definite, led, explained } = findLanguage(language).asides.bound;
  const match = definite.exec(opening) ?? led.exec(opening);
  const noun = match?.[1];
  if (match === null || noun === undefined) return null;
  const { length } = match[0];
  // "The Mont Blanc pen" is a name; German writes every noun like one.
  const isName =
    findLanguage(language).speech?.hasCapitalNouns !== true && /\p{Lu}/u.test(text.charAt(length - noun.length));
  return isName || explained.test(toListed(text.slice(length, OPENING_LENGTH))) ? null : noun;
}

/** "June", "Friday": a word with a capital that is nobody. */
export function isDay(word: string, language: string): boolean {
  const { months, weekdays } = dateNames(language);
  return months.has(foldName(word)) || weekdays.has(foldName(word));
}

/** Whether "the two" stands for people or things that neither the sentence names before it nor the headline. */
function hasUnknownPair(text: string, language: string, { isPairInTitle, isFirst, names, titleStems }: Known): boolean {
  const match = findLanguage(language).asides.bound.pair.exec(text);
  // Inside the first sentence of all, "both parties" are those that everybody knows.
  if (match === null || isPairInTitle || (isFirst && match.index > 0)) return false;
  // "Four held at the pier", "4 held": the headline tells of how many.
  const count = stemWord(match[0].split(" ").at(-1)?.toLowerCase() ?? "", language);
  if (titleStems.has(count) || DIGITS.some((digit) => titleStems.has(digit))) return false;
  const chains = [...text.slice(0, match.index).matchAll(CHAIN)];
  // "Starting in June, the quartet": neither the first word nor a month is anybody.
  const known = chains.filter(
    ({ 0: chain, index }) => chain.includes(" ") || (index > 0 && !isDay(chain, language)) || names.has(chain),
  );
  return known.length < PAIR_NAMES;
}

/** Whether the headline names two people: "Mara Hale weds Bo Moor". */
export function isPairNamed(title: string, names: ReadonlySet<string>): boolean {
  const words = (title.match(/\p{Lu}[\p{L}’'-]*/gu) ?? []).map((word) => word.replace(/['’]s?$/u, ""));
  const firsts = words.filter((word) => names.has(word) && findNameGender(word.toLowerCase()) !== null);
  return new Set(firsts).size >= PAIR_NAMES;
}

/** `“…,” she said`: whoever speaks is named in an earlier sentence. */
function isSaidByPronoun(text: string, language: string): boolean {
  const match = findLanguage(language).asides.bound.credit.exec(text);
  // The match begins with the mark that closes the quotation.
  return match !== null && !/.\p{Lu}/u.test(withoutQuotes(text.slice(0, match.index + 1)));
}

/** `“…,” the academy said`, when no academy was named: the reader never learns which. */
function isSaidByUnknownHouse(text: string, language: string, before: string): boolean {
  const { house, explained } = findLanguage(language).asides.bound;
  const match = house.exec(text);
  const noun = match?.[1] ?? match?.[2];
  if (match === null || noun === undefined) return false;
  const rest = toListed(text.slice(match.index + match[0].length));
  // "teilte die Schule mit" ends with a part of its verb.
  const isExplained = explained.test(rest) && /^ \p{L}+ /u.test(rest);
  return !isExplained && !toListed(before).includes(toListed(noun));
}

/** "They are willing to welcome him": a pronoun for a person where the sentence has nobody it may stand for. */
function hasUnknownPerson({ told, lowTold }: Shown, language: string, names: ReadonlySet<string>): boolean {
  const { personal, somebody } = findLanguage(language).asides.bound;
  if (!personal.test(told) || somebody.test(told)) return false;
  const roles = findLanguage(language).speech?.roles;
  if ((lowTold.match(WORDS) ?? []).some((word) => roles?.has(word) === true)) return false;
  return !(told.match(CHAIN) ?? []).some((chain) => chain.includes(" ") || names.has(chain.replace(/['’]s?$/u, "")));
}

/** Words of all names of several words, and words in capitals that do something: who a pronoun may stand for. */
export function findNameWords(text: string, language: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const match of listMatches(findLanguage(language).asides.nameWords, text)) {
    if (found.size >= NAME_WORDS_MAX) break;
    for (const word of match[0].split(" ")) found.add(word.replace(/['’]s?$/u, ""));
  }
  return found;
}

interface Known {
  readonly introduced: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
  readonly titleStems: ReadonlySet<string>;
  readonly isPairInTitle: boolean;
  /** No sentence of the article stands before it. */
  readonly isFirst: boolean;
  readonly text: string;
  readonly before: string;
}

/**
 * What the sentence as shown leans on; null when it stands alone. `connective` is what was taken off its head,
 * `introduced` has the stems that earlier sentences introduced, `names` those of the whole `text`, `before` is the headline
 * and the text up to it.
 */
export function findBound(shown: Shown, connective: string, language: string, known: Known): Bound | null {
  const { introduced, names, titleStems, text: whole, before } = known;
  const { bound, selfLed, finders } = findLanguage(language).asides;
  const { text, told } = shown;
  const hasQuote = CLOSING_MARK.test(text);
  if (hasQuote && isSaidByUnknownHouse(text, language, before)) return { to: "nothing", stem: "" };
  // "For its part, the ministry said" answers what stood before.
  if (connective !== "" && bound.contrast.test(toListed(connective))) return SENTENCE;
  const head = toListed(text.slice(0, OPENING_LENGTH));
  const opening = head.replace(/^["“„«‘']+/, "");
  const rest = head.replace(bound.phraseLed, "");
  if (
    (bound.openings.test(opening) && !selfLed.test(opening)) ||
    // "According to The Lantern, the men wore blue."
    (rest !== head && bound.ledOpenings.test(rest)) ||
    bound.pointed.test(opening) ||
    hasUnknownPair(text, language, known) ||
    bound.predicates.test(told)
  )
    return SENTENCE;
  // "The council, however, voted": the other side stands before, but in a sentence of two sides.
  const inner = bound.inner.exec(told);
  if (inner !== null && !/[;:–—]/.test(text.slice(0, inner.index))) return SENTENCE;
  if (hasQuote && isSaidByPronoun(text, language)) return { to: "speaker", stem: "" };
  if (hasUnknownPerson(shown, language, names) || hasOtherGenderOnly(shown, language, whole)) return SENTENCE;
  const noun = findBareNoun(text, head, language);
  const stem = noun === null ? "" : stemWord(noun, language);
  if (noun !== null && bound.events.has(noun)) return { to: "event", stem };
  // "The study" is what the news is of.
  if (noun !== null && introduced.has(stem)) return { to: finders.has(noun) ? "event" : "noun", stem };
  if (!bound.isSoughtInside) return null;
  const pointed = findPointedNoun(shown, language, titleStems);
  // "These claims" below the news are what it tells of; "this knot" is some knot.
  if (pointed !== null) return { ...pointed, isInner: true };
  const taken = findInnerNoun(shown, language, introduced);
  return taken === null ? null : { to: "noun", stem: taken, isInner: true };
}

/** "They worsened after that visit": a noun that points back to what the sentence did not tell before it. */
export function pointsBack({ lowTold: told }: Shown, language: string): boolean {
  const { isSoughtInside, pointedInside } = findLanguage(language).asides.bound;
  const match = isSoughtInside ? pointedInside.exec(told) : null;
  if (match === null) return false;
  const stem = stemWord(match[1] ?? "", language);
  return !(told.slice(0, match.index).match(WORDS) ?? []).some((word) => stemWord(word, language) === stem);
}

const PHRASE_OF_NAMED = /^\p{L}+ ([^,.;:“"]{3,80}), \p{Lu}\p{Ll}+ \p{Lu}/u;
const OWNED = /^([\p{L}’']+) (\p{Lu}[\p{L}’'-]*(?: \p{Lu}[\p{L}’'-]*)+)/u;
const FIRST_WORD = /^[\p{L}’']+/u;

const HEAD_PHRASE = /^[^.;:“”"!?]{5,160}?(?=, )/u;
/** Words may stand before the name: "Olympic boxer and mother of two Mara Hale". */
const NAMED_BEHIND = /^(?:[\p{L}’'.-]+ ){0,6}?(\p{Lu}[\p{L}.-]*(?: \p{Lu}[\p{L}-]*)+)(?![\p{L}’'-])/u;
const NAME_BEHIND = /^ (\p{Lu}[\p{L}.-]*(?: \p{Lu}[\p{L}-]*)*)(?![\p{L}’'-])/u;

/**
 * "Months after he mocked her, Bo Moor tells Mara Hale", "They were friends once, but Moor now": at the head of all a
 * pronoun stands for somebody whom its sentence names behind a comma.
 */
function isNamedFurtherOn(text: string, names: ReadonlySet<string>, language: string): boolean {
  const { pronouns, turn, bound } = findLanguage(language).asides;
  const phrase = HEAD_PHRASE.exec(text)?.[0];
  if (phrase === undefined) return false;
  const gendered = bound.gendered.exec(phrase);
  const gender = gendered?.groups?.["female"] === undefined ? "male" : "female";
  const isNamed = (name: string | undefined): boolean =>
    name !== undefined &&
    (name.includes(" ") || names.has(name)) &&
    (gendered === null || name.split(" ").every((word) => [null, gender].includes(findNameGender(word.toLowerCase()))));
  if (!pronouns.has(toListed(FIRST_WORD.exec(text)?.[0] ?? "")))
    return isNamed(NAMED_BEHIND.exec(text.slice(phrase.length + 2))?.[1]);
  return [...text.matchAll(/, /gu)].some(({ index }) => {
    const clause = text.slice(index + 2);
    const match = turn.exec(toListed(clause.slice(0, OPENING_LENGTH)));
    return match !== null && isNamed(NAME_BEHIND.exec(clause.slice(match[0].length))?.[1]);
  });
}

/** "Orin made her riders happy" at the head of all, below a headline that has that word with a capital: nobody else is meant. */
function isTitledFirst(text: string, title: string, language: string): boolean {
  const first = FIRST_WORD.exec(text)?.[0].replace(/['’]s?$/u, "") ?? "";
  return (
    /^\p{Lu}/u.test(first) && !stopWords(language).has(toListed(first)) && standsAlone(first, title, /[\p{L}\p{N}]/u)
  );
}

/** "Their savings spent, forty sailors came home" at the head of all, and "Its Moor Lamp II" below a headline that names the lamp. */
export function isOwnerKnown(
  text: string,
  isFirst: boolean,
  title: string,
  names: ReadonlySet<string>,
  language: string,
): boolean {
  if (isFirst && (isNamedFurtherOn(text, names, language) || isTitledFirst(text, title, language))) return true;
  const { owners, acting } = findLanguage(language).asides;
  // "Keeping to her word, Mara Hale": nobody was told of before.
  const inner = isFirst && acting.test(text) ? PHRASE_OF_NAMED.exec(text)?.[1]?.split(" ") : undefined;
  if (inner?.some((word) => owners.has(toListed(word))) === true) return true;
  if (!owners.has(toListed(FIRST_WORD.exec(text)?.[0] ?? ""))) return false;
  if (isFirst && /^[^,.;:]{10,90}, /u.test(text)) return true;
  const owned = OWNED.exec(text)?.[2];
  return owned !== undefined && title.toLowerCase().includes(owned.toLowerCase());
}

/** Whether a sentence that leans on nothing but what was shown before it, as far as it leans at all, reads like any other. */
export const isFree = (bound: Bound | null): boolean => bound === null || bound.isInner === true;
