/** Says who is meant by a phrase that describes: "its director, Ada Moor", "the ministry", "the company", "the person". */

import {
  classAt,
  classSet,
  DETERMINING,
  type Mention,
  PHRASE_WORDS,
  REPORTING_VERBS,
} from "../../languages/reading.ts";
import { isDefinite, mentionText, type ReadText } from "../reading/read-text.ts";
import { explainedPhrase, unclearPhrase } from "./explained-phrases.ts";
import type { Names } from "./names.ts";
import type { Person } from "./person.ts";

const BEHIND_NAME = classSet("reporting", "framing", "auxiliary", "relative", "quotation");

/** Mentions looked back over for the first naming of what is described. */
const MENTIONS_BACK_MAX = 400;
const PHRASES_MAX = 2;

const SENTENCE_SIGNS = classSet("comma", "stop", "break", "close", "dash");

function wordAt(read: ReadText, index: number): string {
  return read.items[index]?.word ?? "";
}

/** The end of the phrases hung on a head by prepositions: "the governor [of the island]". */
function hangingEnd(read: ReadText, mention: Mention, prepositions: ReadonlySet<string> | null): number {
  let last = mention.last;
  for (let count = 0; count < PHRASES_MAX; count++) {
    // "a person familiar with the inquiry"
    const at =
      classAt(read.items, last + 1) === "plain" && classAt(read.items, last + 2) === "preposition"
        ? last + 2
        : last + 1;
    if (classAt(read.items, at) !== "preposition" || (prepositions !== null && !prepositions.has(wordAt(read, at))))
      break;
    const next = read.mentions[read.index.byFirst.get(at + 1) ?? -1];
    const end = next === undefined ? plainEnd(read, at + 1) : next.last;
    if (end <= at) break;
    last = end;
  }
  return last;
}

/** The last item of a noun phrase that is no mention: "the inquiry". */
function plainEnd(read: ReadText, from: number): number {
  // "secretary of state": right behind a preposition what may be a verb is a noun.
  const item = read.items[from];
  if (item !== undefined && REPORTING_VERBS.has(item.class) && item.lemma === item.word) return from;
  let end = DETERMINING.has(classAt(read.items, from)) ? from : from - 1;
  // "of his mate left": a past form that no ending tells is no noun.
  const isNoun = (at: number): boolean =>
    PHRASE_WORDS.has(classAt(read.items, at)) && !(at > from && read.speech.pastVerbs.has(wordAt(read, at)));
  while (end - from < 4 && isNoun(end + 1)) end++;
  return end > from || classAt(read.items, from) !== "determiner" ? end : from - 1;
}

/** The person named right behind a phrase, "[its director], Ada Moor,", or right before it; null when nobody is. */
export function personExplained(read: ReadText, names: Names, mention: Mention): Person | null {
  const end = hangingEnd(read, mention, null);
  for (const last of new Set([end, mention.last])) {
    if (classAt(read.items, last + 1) !== "comma") continue;
    const index = read.index.byFirst.get(last + 2);
    const name = read.mentions[index ?? -1];
    if (index === undefined || name?.kind !== "name" || !isClosed(read, name.last + 1)) continue;
    if (unclearPhrase(read, name) !== null) continue;
    const person = names.find(index);
    if (person?.kind === "person" && person.first !== person.last) return person;
  }
  // "banned Moor; one lawmaker said": a semicolon explains nothing.
  if (wordAt(read, mention.first - 1) !== ",") return null;
  const before = read.index.byLast.get(mention.first - 2);
  const person = before === undefined ? null : names.find(before);
  return person?.kind === "person" ? person : null;
}

/** A sign, a verb, "who" or a quotation behind a name: the name ends there and is no list's first part. */
function isClosed(read: ReadText, at: number): boolean {
  return SENTENCE_SIGNS.has(classAt(read.items, at)) || BEHIND_NAME.has(classAt(read.items, at));
}

const sameHead = (person: Person, head: string): boolean =>
  person.first !== person.last && (person.last === head || person.first === head);

/** "The service" after "Coast Weather Service", "the company" after the only company named; null when several fit. */
function findNamed(read: ReadText, names: Names, index: number, head: string): Person | null {
  const named = names.namedBefore(index);
  const fitting = named.filter((person) => sameHead(person, head));
  if (fitting.length > 0) return fitting.length === 1 ? (fitting[0] ?? null) : null;
  if (!read.speech.anyOrganization.has(head)) return null;
  const organizations = named.filter((person) => person.kind === "organization");
  if (organizations.length <= 1) return organizations[0] ?? null;
  const reporting = organizations.filter((person) => reports(read, names, index, person));
  return reporting.length === 1 ? (reporting[0] ?? null) : null;
}

function reports(read: ReadText, names: Names, before: number, person: Person): boolean {
  for (let index = Math.max(0, before - MENTIONS_BACK_MAX); index < before; index++) {
    if (!(read.linksOf.get(index) ?? []).some((link) => classAt(read.items, link.verb) === "reporting")) continue;
    if (names.find(index) === person) return true;
  }
  return false;
}

/** The phrase without its determiner. */
function bareText(read: ReadText, mention: Mention): string {
  const first = DETERMINING.has(classAt(read.items, mention.first)) ? mention.first + 1 : mention.first;
  return read.text.slice(read.items[Math.min(first, mention.last)]?.start ?? 0, read.items[mention.last]?.end ?? 0);
}

/** An organization's phrase without its determiner; „das russische Amt“ keeps the one that its adjective's ending needs. */
function organizationText(read: ReadText, mention: Mention): string {
  const isAdjectiveNext = mention.last > mention.first + 1 && read.items[mention.first + 1]?.isUpper !== true;
  if (!read.speech.hasCapitalNouns || !isAdjectiveNext) return bareText(read, mention);
  return read.text.slice(read.items[mention.first]?.start ?? 0, read.items[mention.last]?.end ?? 0);
}

/** "The ministry" after "the transport ministry": the fuller phrase when all fuller ones are the same; else null. */
function findFuller(read: ReadText, index: number, head: string): string | null {
  const found = new Set<string>();
  for (let before = index - 1; before >= 0 && index - before <= MENTIONS_BACK_MAX; before--) {
    const mention = read.mentions[before];
    if (mention === undefined || mention.kind === "name" || wordAt(read, mention.last) !== head) continue;
    const text = organizationText(read, mention);
    if (/\s/.test(text)) found.add(text);
  }
  return found.size === 1 ? ([...found][0] ?? null) : null;
}

/** An organization by its common name: "the service", "the transport ministry"; null for other phrases. */
export function findOrganization(read: ReadText, names: Names, index: number): Person | string | null {
  const mention = read.mentions[index];
  const head = wordAt(read, mention?.last ?? -1);
  if (mention === undefined || mention.kind === "name" || !read.speech.organizationWords.has(head)) return null;
  const isBare = mention.last - mention.first <= 1;
  if (isBare && isDefinite(read, mention)) {
    const named = findNamed(read, names, index, head);
    if (named !== null) return named;
    return (
      findFuller(read, index, head) ?? (read.speech.dropsArticles ? bareText(read, mention) : mentionText(read, index))
    );
  }
  return organizationText(read, mention);
}

const BEFORE_SAID_OF = classSet("auxiliary", "common");

/** "He is [a pilot]", "a cook and not [a pilot]": what somebody is or is not, and nobody who is met. */
export const isSaidOf = (read: ReadText, { first }: Mention): boolean =>
  BEFORE_SAID_OF.has(classAt(read.items, first - 1));

/** Somebody without a name, as first described: "a spokesman for the company"; "the person" is that person. */
export function describeUnnamed(read: ReadText, index: number): string {
  const own = read.mentions[index];
  if (own === undefined || read.speech.describingPrepositions.size === 0) return mentionText(read, index);
  const head = wordAt(read, own.last);
  let mention = own;
  if (isDefinite(read, own) && own.last - own.first === 1) {
    for (let before = index - 1; before >= 0 && index - before <= MENTIONS_BACK_MAX; before--) {
      const other = read.mentions[before];
      if (other === undefined || wordAt(read, other.last) !== head) continue;
      if (read.speech.indefiniteArticles.has(wordAt(read, other.first)) && !isSaidOf(read, other)) mention = other;
      break;
    }
  }
  const end = hangingEnd(read, mention, read.speech.describingPrepositions);
  const start = read.items[mention.first]?.start ?? 0;
  const text = read.text.slice(start, read.items[end]?.end ?? start);
  return DETERMINING.has(classAt(read.items, mention.first)) ? text.slice(0, 1).toLowerCase() + text.slice(1) : text;
}

/** Where a name's sentence begins for what is said of it: "The head of the council, [Ada Moor], said". */
export function subjectOf(read: ReadText, index: number): number {
  const mention = read.mentions[index];
  const phrase = mention?.kind === "name" ? explainedPhrase(read, mention) : null;
  return phrase === null ? index : (read.index.byLast.get(phrase.last) ?? index);
}
