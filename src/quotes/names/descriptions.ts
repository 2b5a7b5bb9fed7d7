/** Says who is meant by a phrase that describes: "its director, Ada Moor", "the ministry", "the company", "the person". */

import { classAt, classSet, DETERMINING, type Mention, PHRASE_WORDS } from "../../languages/reading.ts";
import { isDefinite, mentionText, type Scene } from "../reading/read-text.ts";
import type { Names, Person } from "./names.ts";
import { explainedPhrase } from "./roles.ts";

const BEHIND_NAME = classSet("reporting", "framing", "auxiliary", "relative", "quotation");

/** Mentions looked back over for the first naming of what is described. */
const MENTIONS_BACK_MAX = 400;
const PHRASES_MAX = 2;

const SENTENCE_SIGNS = classSet("comma", "stop", "break", "close", "dash");

function wordAt(scene: Scene, index: number): string {
  return scene.items[index]?.word ?? "";
}

/** The end of the phrases hung on a head by prepositions: "the governor [of the island]". */
function hangingEnd(scene: Scene, mention: Mention, prepositions: ReadonlySet<string> | null): number {
  let last = mention.last;
  for (let count = 0; count < PHRASES_MAX; count++) {
    // "a person familiar with the inquiry"
    const at =
      classAt(scene.items, last + 1) === "plain" && classAt(scene.items, last + 2) === "preposition"
        ? last + 2
        : last + 1;
    if (classAt(scene.items, at) !== "preposition" || (prepositions !== null && !prepositions.has(wordAt(scene, at))))
      break;
    const next = scene.mentions[scene.index.byFirst.get(at + 1) ?? -1];
    const end = next === undefined ? plainEnd(scene, at + 1) : next.last;
    if (end <= at) break;
    last = end;
  }
  return last;
}

/** The last item of a noun phrase that is no mention: "the inquiry". */
function plainEnd(scene: Scene, from: number): number {
  let end = DETERMINING.has(classAt(scene.items, from)) ? from : from - 1;
  while (end - from < 4 && PHRASE_WORDS.has(classAt(scene.items, end + 1))) end++;
  return end > from || classAt(scene.items, from) !== "determiner" ? end : from - 1;
}

/** The person named right behind a phrase, "[its director], Ada Moor,", or right before it; null when nobody is. */
export function personExplained(scene: Scene, names: Names, mention: Mention): Person | null {
  const end = hangingEnd(scene, mention, null);
  for (const last of new Set([end, mention.last])) {
    if (classAt(scene.items, last + 1) !== "comma") continue;
    const index = scene.index.byFirst.get(last + 2);
    const name = scene.mentions[index ?? -1];
    if (index === undefined || name?.kind !== "name" || !isClosed(scene, name.last + 1)) continue;
    const person = names.find(index);
    if (person?.kind === "person" && person.first !== person.last) return person;
  }
  if (classAt(scene.items, mention.first - 1) !== "comma") return null;
  const before = scene.index.byLast.get(mention.first - 2);
  const person = before === undefined ? null : names.find(before);
  return person?.kind === "person" ? person : null;
}

/** A sign, a verb, "who" or a quotation behind a name: the name ends there and is no list's first part. */
function isClosed(scene: Scene, at: number): boolean {
  return SENTENCE_SIGNS.has(classAt(scene.items, at)) || BEHIND_NAME.has(classAt(scene.items, at));
}

const sameHead = (person: Person, head: string): boolean =>
  person.first !== person.last && (person.last === head || person.first === head);

/** "The service" after "Coast Weather Service", "the company" after the only company named; null when several fit. */
function findNamed(scene: Scene, names: Names, index: number, head: string): Person | null {
  const named = names.namedBefore(index);
  const fitting = named.filter((person) => sameHead(person, head));
  if (fitting.length > 0) return fitting.length === 1 ? (fitting[0] ?? null) : null;
  if (!scene.lexicon.anyOrganization.has(head)) return null;
  const organizations = named.filter((person) => person.kind === "organization");
  if (organizations.length <= 1) return organizations[0] ?? null;
  const reporting = organizations.filter((person) => reports(scene, names, index, person));
  return reporting.length === 1 ? (reporting[0] ?? null) : null;
}

function reports(scene: Scene, names: Names, before: number, person: Person): boolean {
  for (let index = Math.max(0, before - MENTIONS_BACK_MAX); index < before; index++) {
    if (!(scene.linksOf.get(index) ?? []).some((link) => classAt(scene.items, link.verb) === "reporting")) continue;
    if (names.find(index) === person) return true;
  }
  return false;
}

/** The phrase without its determiner. */
function bareText(scene: Scene, mention: Mention): string {
  const first = DETERMINING.has(classAt(scene.items, mention.first)) ? mention.first + 1 : mention.first;
  return scene.text.slice(scene.items[Math.min(first, mention.last)]?.start ?? 0, scene.items[mention.last]?.end ?? 0);
}

/** "The ministry" after "the transport ministry": the fuller phrase when all fuller ones are the same; else null. */
function findFuller(scene: Scene, index: number, head: string): string | null {
  const found = new Set<string>();
  for (let before = index - 1; before >= 0 && index - before <= MENTIONS_BACK_MAX; before--) {
    const mention = scene.mentions[before];
    if (mention === undefined || mention.kind === "name" || wordAt(scene, mention.last) !== head) continue;
    const text = bareText(scene, mention);
    if (/\s/.test(text)) found.add(text);
  }
  return found.size === 1 ? ([...found][0] ?? null) : null;
}

/** An organization by its common name: "the service", "the transport ministry"; null for other phrases. */
export function findOrganization(scene: Scene, names: Names, index: number): Person | string | null {
  const mention = scene.mentions[index];
  const head = wordAt(scene, mention?.last ?? -1);
  if (mention === undefined || mention.kind === "name" || !scene.lexicon.organizationWords.has(head)) return null;
  const isBare = mention.last - mention.first <= 1;
  if (isBare && isDefinite(scene, mention)) {
    const named = findNamed(scene, names, index, head);
    if (named !== null) return named;
    return findFuller(scene, index, head) ?? mentionText(scene, index);
  }
  return bareText(scene, mention);
}

/** Somebody without a name, as first described: "a spokesman for the company"; "the person" is that person. */
export function describeUnnamed(scene: Scene, index: number): string {
  const own = scene.mentions[index];
  if (own === undefined || scene.lexicon.describingPrepositions.size === 0) return mentionText(scene, index);
  const head = wordAt(scene, own.last);
  let mention = own;
  if (isDefinite(scene, own) && own.last - own.first === 1) {
    for (let before = index - 1; before >= 0 && index - before <= MENTIONS_BACK_MAX; before--) {
      const other = scene.mentions[before];
      if (other === undefined || wordAt(scene, other.last) !== head) continue;
      if (scene.lexicon.indefiniteArticles.has(wordAt(scene, other.first))) mention = other;
      break;
    }
  }
  const end = hangingEnd(scene, mention, scene.lexicon.describingPrepositions);
  const start = scene.items[mention.first]?.start ?? 0;
  const text = scene.text.slice(start, scene.items[end]?.end ?? start);
  return DETERMINING.has(classAt(scene.items, mention.first)) ? text.slice(0, 1).toLowerCase() + text.slice(1) : text;
}

/** Where a name's sentence begins for what is said of it: "The head of the council, [Ada Moor], said". */
export function subjectOf(scene: Scene, index: number): number {
  const mention = scene.mentions[index];
  const phrase = mention?.kind === "name" ? explainedPhrase(scene, mention) : null;
  return phrase === null ? index : (scene.index.byLast.get(phrase.last) ?? index);
}
