/** Full names for surnames and pronouns that a summary shows first, only where the article leaves no doubt. */

import type { Quote, Span } from "../../domain/article.ts";
import { stopWords } from "../../languages/shared/words.ts";
import { QUOTED, withoutQuotes } from "./quotation.ts";
import type { Edit } from "./trim.ts";

const SPEECH = "said|says|told|added|wrote|tweeted|explained|insisted|claimed|warned|argued|announced";
const FULL_NAME = /(?<![\p{L}’'-])(\p{Lu}[\p{Ll}’'-]+(?: \p{Lu}\.)?) (?=(\p{Lu}[\p{L}’'-]{2,})(?![\p{L}]))/gu;
const NAMES_MAX = 200;
/** How far back a pronoun's name may stand. */
const NAMED_BEFORE_MAX = 1500;
const NO_FIRST_NAME =
  /^(?:Madam|Madame|Miss|Mister|Master|Mother|Father|Sister|Brother|Uncle|Aunt|Doctor|Nurse|Pastor|Reverend|Rev|Bishop|Cardinal|Archbishop|Imam|Sheikh|Congressman|Congresswoman|Representative|Ambassador|Envoy|Actor|Actress|Singer|Director|Author|Captain|Cpl|Col|Lt|Pvt|Det|Hon|Shri|Smt|Mayor|Governor|Councilor|Councillor|Secretary|Professor|Coach|Sheriff|Chancellor|Attorney|Deputy|Premier|Lord|Lady|Detective|Sergeant|Lieutenant|Colonel|Major|General|Admiral|Commissioner|Director|Spokesman|Spokeswoman|The|A|An|In|On|At|For|But|And|Mr|Mrs|Ms|Dr|Sir|President|Minister|Senator|Judge|Justice|Officer|Sgt|Capt|Captain|Gov|Sen|Rep|Chief|King|Queen|Prince|Princess|Pope|Saint|San|New|North|South|East|West|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|After|Before|When|While|If|As|Last|Former|Meanwhile)$/;

/** A surname by itself at the head of a clause: somebody who does something. */
const ACTING =
  /(?<![\p{Lu}][\p{L}.’'-]* |\b(?:the|a|an|this|that|of|in|at|from) )(\p{Lu}[\p{Ll}’'-]{2,})(?:['’]s)? (?:has|had|was|is|will|would|also|who|could|did)\b/gu;
const SPOKEN = new RegExp(
  `(\\p{Lu}[\\p{L}’'-]{2,}),? (?:has |have )?(?:${SPEECH})\\b|\\b(?:${SPEECH}) (?:Mr\\.? |Ms\\.? |Mrs\\.? |Dr\\.? )?(\\p{Lu}[\\p{L}’'-]{2,})`,
  "gu",
);
const OFFICES =
  "President|Minister|Mayor|Councilor|Commissioner|Secretary|Senator|Judge|Chancellor|Governor|General|Officer|Chief|Sheriff|Captain|Coach|Professor|Attorney|Justice";
const TITLED = new RegExp(`(?<!\\p{L})(?:(${OFFICES})|Mrs?\\.?|Ms\\.?|Miss) (\\p{Lu}[\\p{L}’'-]{2,})`, "gu");
const BEFORE_SURNAME = new RegExp(`^(?:${OFFICES}|And|But|When|While|After|As|If)$`);
const NAMING = /(?<![\p{L}\p{N}])(\p{Lu}\p{Ll}+(?: \p{Lu}\.)?) (\p{Lu}\p{Ll}{2,})(?![\p{L}\p{N}])/gu;

export interface Names {
  /** Surname to the first name in front of it: "Hale" to "Mara". Surnames of two people are left out. */
  readonly firstNames: ReadonlyMap<string, string>;
  /** Surname of one who speaks to the word in front of it where the article first names him: "President", "Mara". */
  readonly namings: ReadonlyMap<string, string>;
}

const NO_NAMES: Names = { firstNames: new Map(), namings: new Map() };

/** The people an English article names; none in other languages, whose names are not completed. */
export function readNames(text: string, quotes: readonly Quote[], language: string): Names {
  if (language !== "en") return NO_NAMES;
  const firstNames = new Map<string, string>();
  const namings = new Map<string, string>();
  const unsure = new Set<string>();
  const add = (first: string, last: string): void => {
    const known = firstNames.get(last);
    if (known !== undefined && known !== first) unsure.add(last);
    else if (firstNames.size < NAMES_MAX) firstNames.set(last, first);
  };
  const people = new Set<string>();
  for (const { speaker } of quotes) {
    if (speaker?.kind !== "person") continue;
    const parts = speaker.name.split(" ");
    const last = parts.at(-1) ?? "";
    if (parts.length >= 2 && parts.length <= 3 && text.includes(speaker.name)) people.add(last);
  }
  const spoken = new Set<string>();
  for (const match of text.matchAll(SPOKEN)) spoken.add(match[1] ?? match[2] ?? "");
  for (const last of spoken) people.add(last);
  for (const match of text.matchAll(ACTING)) people.add(match[1] ?? "");
  for (const match of text.matchAll(NAMING)) {
    const last = match[2] ?? "";
    if (spoken.has(last) && !namings.has(last) && namings.size < NAMES_MAX) namings.set(last, match[1] ?? "");
  }
  for (const match of text.matchAll(FULL_NAME)) {
    const first = match[1] ?? "";
    const last = (match[2] ?? "").replace(/['’]s?$/u, "");
    if (
      !people.has(last) ||
      NO_FIRST_NAME.test(first) ||
      /['’]s?$/.test(first) ||
      stopWords("en").has(first.toLowerCase())
    )
      continue;
    add(first, last);
  }
  for (const match of text.matchAll(TITLED)) {
    const last = (match[2] ?? "").replace(/['’]s?$/u, "");
    const first = firstNames.get(last);
    if (first === undefined) continue;
    const full = `${first} ${last}`;
    // "President Vale" is not Ann Vale unless the article says so, nor is "Mr Vale" one that is named only further down.
    const isOwn = match[1] === undefined ? text.indexOf(full) < match.index : text.includes(`${match[1]} ${full}`);
    if (!isOwn) unsure.add(last);
  }
  for (const last of unsure) firstNames.delete(last);
  return { firstNames, namings };
}

/** Surnames that the text shows otherwise than the article first does and that cannot be completed: a stranger may not know who is meant. */
export function findDoubtfulNames(shown: string, names: Names): readonly string[] {
  if (names.namings.size === 0) return [];
  const told = withoutQuotes(shown);
  const doubtful: string[] = [];
  for (const match of told.matchAll(/(?<=[\p{L}\p{N},’'.)-]+ )\p{Lu}\p{Ll}{2,}/gu)) {
    const last = match[0];
    const before = names.namings.get(last);
    if (before === undefined || names.firstNames.get(last) === before || told.includes(`${before} ${last}`)) continue;
    doubtful.push(last);
  }
  return doubtful;
}

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

/** The first bare surname of each person in the span, given its first name; a "Mr" before it gives way. */
export function findNameEdits(
  text: string,
  span: Span,
  names: ReadonlyMap<string, string>,
  shown: string,
): readonly Edit[] {
  const edits: Edit[] = [];
  const source = text.slice(span.start, span.end);
  const done = new Set<string>();
  for (const match of source.matchAll(/\p{Lu}[\p{L}’'-]{2,}/gu)) {
    // "Hale's" is Hale too.
    const last = match[0].replace(/['’]s?$/u, "");
    const first = names.get(last);
    if (first === undefined || done.has(last)) continue;
    done.add(last);
    if (shown.includes(last) || insideQuotes(source, match.index)) continue;
    // "Hale Marine" is a firm that has her name.
    if (/^ \p{Lu}/u.test(source.slice(match.index + match[0].length))) continue;
    const before = source.slice(0, match.index);
    // "the Hale sisters" are not hers.
    if (before.endsWith(`${first} `) || /\bthe $/i.test(before)) continue;
    const title = /(?:Mr|Mrs|Ms|Miss)\.? $/u.exec(before)?.[0] ?? "";
    // Another capital word in front may be another first name or a place: no doubt is allowed.
    const previous = /(\p{Lu}[\p{L}.’'-]*) $/u.exec(before.slice(0, before.length - title.length))?.[1];
    if (title === "" && previous !== undefined && !BEFORE_SURNAME.test(previous)) continue;
    const at = span.start + match.index;
    edits.push({ kind: "name", start: at - title.length, end: at, text: `${first} ` });
  }
  return edits;
}

/** Whether nobody else who speaks or acts in the article is named between the last naming of the person and the place. */
function isLastNamed(text: string, at: number, last: string, people: Iterable<string>): boolean {
  const before = text
    .slice(Math.max(0, at - NAMED_BEFORE_MAX), at)
    .replace(QUOTED, (quote) => " ".repeat(quote.length));
  const own = before.lastIndexOf(last);
  if (own < 0) return false;
  for (const other of people) if (other !== last && before.lastIndexOf(other) > own) return false;
  return true;
}

/**
 * "He" at the head of the span, or behind its quotation, when a quote of it has him as its speaker and the article names
 * him in full.
 */
export function findPronounEdit(
  text: string,
  span: Span,
  quotes: readonly Quote[],
  names: Names,
  isBehind: boolean,
): Edit | null {
  const speakers = quotes.flatMap(({ speaker }) => (speaker?.kind === "person" ? [toLast(speaker.name)] : []));
  const people = new Set([...speakers, ...names.firstNames.keys(), ...names.namings.keys()]);
  for (const { speaker } of quotes) {
    if (speaker === null || speaker.kind !== "person" || speaker.start < span.start || speaker.end > span.end) continue;
    if (!isBehind && speaker.start > span.start + 1) continue;
    if (!/^(?:he|she)$/i.test(speaker.mention) || /^(?:he|she)$/i.test(speaker.name)) continue;
    if (text.slice(speaker.start, speaker.end) !== speaker.mention || !text.includes(speaker.name)) continue;
    const last = toLast(speaker.name);
    // Nobody speaks of himself by name: "“We trust Vale,” he said" is another's.
    if (text.slice(span.start, span.end).includes(last) || !isLastNamed(text, speaker.start, last, people)) continue;
    return { kind: "pronoun", start: speaker.start, end: speaker.end, text: speaker.name };
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
