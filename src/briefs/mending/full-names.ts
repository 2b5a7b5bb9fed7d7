/** Full names for surnames and pronouns that a summary shows first, only where the article leaves no doubt. */

import type { Quote, Span } from "../../domain/article.ts";
import { findLanguage } from "../../languages/index.ts";
import { listMatches } from "../../languages/shared/matches.ts";
import { findNameGender } from "../../languages/shared/names/name-lists.ts";
import type { Naming } from "../../languages/shared/naming.ts";
import { quicken } from "../../languages/shared/patterns/quicken.ts";
import { standsAlone, stopWords } from "../../languages/shared/words.ts";
import { QUOTED, withoutQuotes } from "../extractive/quotation.ts";
import { NO_PEOPLE, type People, type Person, readPeople } from "./people.ts";
import type { Edit } from "./trim.ts";

const NAMES_MAX = 200;
/** How far back a pronoun's name may stand. */
const NAMED_BEFORE_MAX = 1500;
const NAMING = quicken(/(?<![\p{L}\p{N}])(\p{Lu}\p{Ll}+(?: \p{Lu}\.)?) (\p{Lu}\p{Ll}{2,})(?![\p{L}\p{N}])/gu);

const LETTER = /\p{L}/u;
/** "O’Hara", but not what an address or a longer name goes on with. */
const CAPITAL_WORD = quicken(/(?<![\p{L}\p{N}’'@#-])\p{Lu}[\p{L}’'-]*\p{L}/gu);
const SHOWN_NAME = quicken(/(?<![\p{L}\p{N}’'.-])\p{Lu}\p{Ll}[\p{L}’'-]*\p{L}/gu);

export interface Names {
  readonly language: string;
  readonly people: People;
  /** Surname of one who speaks to the word in front of it where the article first names him: "President", "Mara". */
  readonly namings: ReadonlyMap<string, string>;
}

/** "Mara" of "Mara Hale": tells as much as the surname. */
const FIRST_NAME = quicken(/(?<!\p{L})(\p{Lu}\p{Ll}{2,}) (?=\p{Lu}\p{Ll})/gu);

/** Whether a word is what a stranger would know somebody by: no day, no word behind "For", and no first name. */
function createSurnameTest(text: string, language: string): (before: string, word: string) => boolean {
  const days = findLanguage(language).dates?.weekdays.flat() ?? [];
  const small = stopWords(language);
  const firstNames = new Set(listMatches(FIRST_NAME, text).map(([, name = ""]) => name));
  return (before, word) =>
    !small.has(before.toLowerCase()) && !days.includes(word.toLowerCase()) && !firstNames.has(word);
}

/** The people an article names; none in a language whose names are not completed. */
export function readNames(text: string, quotes: readonly Quote[], language: string, title = ""): Names {
  const { naming } = findLanguage(language);
  if (naming === null) return { language, people: NO_PEOPLE, namings: new Map() };
  const namings = new Map<string, string>();
  const spoken = new Set<string>();
  for (const match of listMatches(naming.spoken, text)) spoken.add(match[1] ?? match[2] ?? "");
  if (spoken.size === 0) return { language, people: readPeople(text, quotes, language, title), namings };
  const isSurname = createSurnameTest(text, language);
  for (const match of listMatches(NAMING, text)) {
    const [, before = "", last = ""] = match;
    if (namings.size >= NAMES_MAX) break;
    if (spoken.has(last) && !namings.has(last) && isSurname(before, last)) namings.set(last, before);
  }
  return { language, people: readPeople(text, quotes, language, title), namings };
}

/** Surnames that the text shows otherwise than the article first does and that cannot be completed: a stranger may not know who is meant. */
export function findDoubtfulNames(shown: string, { namings, people }: Names): readonly string[] {
  if (namings.size === 0 && people.mentions.length === 0) return [];
  const told = withoutQuotes(shown);
  const doubtful: string[] = [];
  for (const match of listMatches(SHOWN_NAME, told)) {
    const last = match[0].replace(/['’]s$/u, "");
    if (people.byLast.has(last)) continue;
    const before = namings.get(last);
    const isOtherwise = before !== undefined && match.index > 0 && !told.includes(`${before} ${last}`);
    if (isOtherwise || isHalf(told, match.index, last, people)) doubtful.push(last);
  }
  return doubtful;
}

const ENDS_IN_NAME = quicken(/\p{Lu}[\p{L}.’'-]* $/u);

/** Whether a surname stands by itself that the article has with its first name. */
function isHalf(told: string, at: number, last: string, { bareFirst, mentions }: People): boolean {
  // The article itself shows it so first.
  if (bareFirst.has(last)) return false;
  if (ENDS_IN_NAME.test(told.slice(0, at)) || /^(?:['’]s)? \p{Lu}/u.test(told.slice(at + last.length))) return false;
  return (
    mentions.some((each) => each.last === last) &&
    !mentions.some(({ name }) => told.includes(name) && name.endsWith(` ${last}`))
  );
}

/** "Presidents Orin and [Moor]": who that is, the title says, and another of the name may be known. */
const OF_ONE_TITLE = quicken(
  /(?<!\p{L})(\p{Lu}\p{Ll}+s)\.? (?:\p{Lu}[\p{L}’'-]{1,30}, ){0,3}\p{Lu}[\p{L}’'-]{1,30},? \p{Ll}{1,4} $/u,
);

const toLast = (name: string): string => name.slice(name.lastIndexOf(" ") + 1);

const insideQuotes = (text: string, at: number): boolean => {
  let isOpen = false;
  for (const char of text.slice(0, at)) {
    if (char === "“" || char === "«") isOpen = true;
    else if (char === "”" || char === "»") isOpen = false;
    else if (char === '"') isOpen = !isOpen;
  }
  return isOpen;
};

/** "Mr Vale" is not Ann Vale, nor is one that is named only further down. */
function isCalledSo(courtesy: RegExpExecArray, { name, gender }: Person, textBefore: string): boolean {
  return gender === (courtesy.groups?.["male"] === undefined ? "female" : "male") && textBefore.includes(name);
}

/** Whether nothing around a bare surname makes it a part of something else. */
const standsFree = (naming: Naming, head: string, behind: string): boolean =>
  naming.beforeSurname.test(head) && naming.behindSurname.test(behind);

/** "Ms" says by itself that a person follows, whatever goes on in small letters; "Mr. and Mrs. Hale" are two. */
function isOnlyCourtesy(naming: Naming, head: string, behind: string): boolean {
  const joined = /(?:\p{Ll}{1,4}|&) $/u.exec(head)?.[0] ?? "";
  const isPair = joined !== "" && naming.courtesy.test(head.slice(0, -joined.length));
  return !isPair && (naming.behindSurname.test(behind) || /^ \p{Ll}/u.test(behind));
}

/** The first bare surname of each person in the span, given the rest of the name; a "Mr" before it gives way. */
export function findNameEdits(text: string, span: Span, { language, people }: Names, shown: string): readonly Edit[] {
  const { naming } = findLanguage(language);
  if (naming === null) return [];
  const edits: Edit[] = [];
  const source = text.slice(span.start, span.end);
  const done = new Set<string>();
  for (const match of listMatches(CAPITAL_WORD, source)) {
    // "Hale's" is Hale too.
    const written = match[0].replace(naming.possessive, "");
    // "Westman Chin" is Melanie Westman Chin.
    const { firsts, person } = findBearer(source, match.index, written, people);
    if (person === undefined || done.has(person.last)) continue;
    done.add(person.last);
    if (standsAlone(person.last, shown, LETTER) || insideQuotes(source, match.index)) continue;
    const behind = source.slice(match.index + firsts.length + person.last.length);
    const before = source.slice(0, match.index);
    const courtesy = naming.courtesy.exec(before);
    const head = courtesy === null ? before : before.slice(0, courtesy.index);
    if (!(courtesy === null ? standsFree(naming, head, behind) : isOnlyCourtesy(naming, head, behind))) continue;
    const titled = OF_ONE_TITLE.exec(before)?.[1];
    if (titled !== undefined && findNameGender(titled.toLowerCase()) === null) continue;
    if (people.families.has(person.last) && !naming.speaksBehind.test(behind)) continue;
    const at = span.start + match.index;
    if (courtesy !== null && !isCalledSo(courtesy, person, text.slice(0, at))) continue;
    const added = person.name.slice(0, person.name.length - firsts.length - person.last.length);
    if (added === "") continue;
    edits.push({ kind: "name", start: at - (courtesy?.[0].length ?? 0), end: at, text: added });
  }
  return edits;
}

/** Whose surname stands at a place, and which of the words in front of it are there already: "Westman " of "Westman Chin". */
function findBearer(
  source: string,
  at: number,
  word: string,
  { byLast }: People,
): { readonly firsts: string; readonly person: Person | undefined } {
  const own = byLast.get(word);
  if (own !== undefined) return { firsts: "", person: own };
  for (const person of byLast.values()) {
    const from = person.name.indexOf(` ${word} `);
    if (from < 0) continue;
    const rest = person.name.slice(from + 1);
    if (source.startsWith(rest, at)) return { firsts: rest.slice(0, -person.last.length), person };
  }
  return { firsts: "", person: undefined };
}

/** Whether nobody else, named or not, may be meant by a pronoun between the last naming of the person and the place. */
function isLastNamed(text: string, at: number, { last, gender }: Person, { language, people }: Names): boolean {
  const from = Math.max(0, at - NAMED_BEFORE_MAX);
  const before = text.slice(from, at).replace(QUOTED, (quote) => " ".repeat(quote.length));
  const own = before.lastIndexOf(last);
  if (own < 0) return false;
  const between = before.slice(own + last.length);
  const others = people.mentions.filter(
    (each) =>
      each.last !== last &&
      each.start >= from &&
      each.start < at &&
      (each.gender === gender || each.gender === "unsure"),
  );
  if (others.length > 0) return false;
  const { asides, speech } = findLanguage(language);
  const words = between.toLowerCase().match(/[\p{L}-]+/gu) ?? [];
  return !asides.bound.somebody.test(between) && !words.some((word) => speech?.roles.has(word) === true);
}

/**
 * "He" at the head of the span, or behind its quotation, when a quote of it has him as its speaker, the article names
 * him in full, and nobody else can be meant.
 */
export function findPronounEdit(
  text: string,
  span: Span,
  quotes: readonly Quote[],
  names: Names,
  isBehind: boolean,
): Edit | null {
  const { people } = names;
  const { naming } = findLanguage(names.language);
  const genderOf = (word: string) => naming?.genderOfPronoun.get(word.toLowerCase());
  for (const { speaker } of quotes) {
    if (speaker === null || speaker.kind !== "person" || speaker.start < span.start || speaker.end > span.end) continue;
    if (!isBehind && speaker.start > span.start + 1) continue;
    const gender = genderOf(speaker.mention);
    if (gender === undefined || genderOf(speaker.name) !== undefined) continue;
    if (text.slice(speaker.start, speaker.end) !== speaker.mention) continue;
    const last = toLast(speaker.name);
    const person = people.byLast.get(last);
    if (person === undefined || person.gender !== gender || people.families.has(last)) continue;
    // Nobody speaks of himself by name: "“We trust Vale,” he said" is another's.
    if (text.slice(span.start, span.end).includes(last) || !isLastNamed(text, speaker.start, person, names)) continue;
    return { kind: "pronoun", start: speaker.start, end: speaker.end, text: person.name };
  }
  return null;
}

/** The name in a pronoun's place, as short as the article itself has it once the whole name was shown. */
export function shortenPronounEdit(edit: Edit, text: string, shown: string): Edit {
  const last = toLast(edit.text);
  const isBare =
    last !== edit.text &&
    /^[\p{L}’'-]+$/u.test(last) &&
    new RegExp(`(?<!\\p{Lu}[\\p{L}.’'-]* )${last}(?![\\p{L}-])`, "u").test(text);
  return shown.includes(edit.text) && isBare ? { ...edit, text: last } : edit;
}
