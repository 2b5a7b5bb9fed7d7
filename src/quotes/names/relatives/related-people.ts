/** Somebody told of by whose they are, "Moor's daughter", « la fille de Moor », whom a pronoun behind may mean as well. */

import type { Gender } from "../../../languages/language.ts";
import { classAt, classSet, DETERMINING, type Mention } from "../../../languages/reading.ts";
import { isDefinite, type ReadText } from "../../reading/read-text.ts";
import { nameStart } from "../name-forms.ts";
import type { Names } from "../names.ts";
import type { Person } from "../person.ts";

const STARTS = classSet("break", "stop");
const IN_COMPLEMENT = classSet("preposition", "role", "title");
/** Sentences that somebody is remembered for. */
const SENTENCES_BACK_MAX = 5;
/** Items of what may open a sentence before who acts. */
const OPENING_ITEMS_MAX = 10;
const OPENS_TIME = classSet("preposition", "time");
const COMPLEMENT = classSet(
  "preposition",
  "determiner",
  "otherPronoun",
  "role",
  "title",
  "capital",
  "plain",
  "possessive",
  "number",
);
const COMPLEMENT_ITEMS_MAX = 8;
const WHOSE = classSet("capital", "role", "title", "otherPronoun");
/** Mentions that stand in one phrase: "an aide to [fisheries minister] [Jon Bakke]". */
const PHRASE_MENTIONS_MAX = 3;

const wordAt = (read: ReadText, at: number): string => read.items[at]?.word ?? "";

/** What ties to somebody whose they are: "of", "to", „von“. */
const isTie = ({ speech }: ReadText, word: string): boolean =>
  speech.describingPrepositions.has(word) ||
  speech.issuerPrepositions.has(word) ||
  speech.roleComplements.has(word) ||
  speech.issuerArticles.has(word);

/** "[his] lawyer": of what gender whoever owns is told to be; « le » and « la » are articles here. */
function ownerOf({ items, speech }: ReadText, { first }: Pick<Mention, "first">): Gender | undefined {
  const { word = "" } = items[first] ?? {};
  const isArticle = speech.definiteArticles.has(word) || speech.indefiniteArticles.has(word);
  return DETERMINING.has(classAt(items, first)) && !isArticle ? speech.pronouns.get(word) : undefined;
}

/** "[Moor's] daughter", "[his] lawyer", „[Rehms] Tochter“. */
function isOwned(read: ReadText, { first, last }: Mention): boolean {
  const { items, speech } = read;
  if (classAt(items, first - 1) === "possessive") return true;
  const owner = ownerOf(read, { first });
  if (owner !== undefined && owner !== "first" && owner !== "second") return true;
  for (let at = first; at < last; at++) {
    if (classAt(items, at) === "possessive") return true;
    // „Rehms Tochter“, "Rehms datter"
    if (at === first && !speech.stacksNouns && classAt(items, at) === "capital" && /s$/.test(wordAt(read, at)))
      return true;
  }
  return false;
}

/** "a lawyer [for Moor]", « la fille [de Moor] », „ein Sprecher [Bakkes]“: where it ends; -1 when there is none. */
function complementEnd(read: ReadText, { last }: Mention): number {
  const { items, speech } = read;
  const next = read.mentions[read.index.byFirst.get(last + 1) ?? -1];
  if (speech.hasCapitalNouns && next?.kind === "name" && /s$/.test(wordAt(read, next.last))) return next.last;
  if (!isTie(read, wordAt(read, last + 1))) return -1;
  let end = last + 1;
  let isPerson = false;
  while (end - last < COMPLEMENT_ITEMS_MAX && COMPLEMENT.has(classAt(items, end + 1))) {
    end++;
    isPerson ||= WHOSE.has(classAt(items, end)) || speech.pronouns.has(wordAt(read, end));
  }
  return isPerson ? end : -1;
}

const RELATED_KINDS: ReadonlySet<string> = new Set(["role", "noun", "title"]);

function isSomebody(read: ReadText, { kind, last }: Mention): boolean {
  const { plural, organizationWords, documents, cueNouns, roles, kinRoles, isWorker } = read.speech;
  const head = wordAt(read, last);
  if (!RELATED_KINDS.has(kind) || plural.test(head)) return false;
  if (organizationWords.has(head) || documents.has(head) || cueNouns.has(head)) return false;
  if (classAt(read.items, last + 1) === "possessive") return false;
  return kinRoles.has(head) || roles.has(head) || isWorker(head);
}

/** What the phrase says of somebody's gender: "spokeswoman", « une avocate ». */
function genderOfPhrase(read: ReadText, { first, last }: Mention): Gender {
  const { femaleRoles, maleRoles, genderedArticles } = read.speech;
  const head = wordAt(read, last);
  const article = wordAt(read, first);
  if (femaleRoles.has(head)) return "female";
  if (maleRoles.has(head)) return "male";
  if (genderedArticles.female.has(article)) return "female";
  return genderedArticles.male.has(article) ? "male" : "unsure";
}

/** A sentence begins here: behind a stop, or behind a quotation that ends one. */
const isStart = ({ items }: ReadText, at: number): boolean =>
  STARTS.has(classAt(items, at - 1)) ||
  (classAt(items, at - 1) === "quotation" && items[at - 1]?.sentence !== items[at]?.sentence);

/** Who acts: the phrase opens its sentence, or stands behind what opens it: "On Monday, [Moor's lawyer] said". */
function isOnStage(read: ReadText, { first }: Mention): boolean {
  const { items } = read;
  if (isStart(read, first)) return true;
  if (classAt(items, first - 1) !== "comma") return false;
  let start = first - 1;
  while (first - start < OPENING_ITEMS_MAX && !isStart(read, start)) start--;
  return isStart(read, start) && OPENS_TIME.has(classAt(items, start));
}

/** The person named behind the phrase, "his mother, [Rosa]," « l'avocat de Varen [Jean Bakke] », or of that description. */
function whoIsNamed(read: ReadText, names: Names, index: number, end: number): Person | null {
  const behind = classAt(read.items, end + 1) === "comma" ? read.index.byFirst.get(end + 2) : undefined;
  const within = read.index.byLast.get(end);
  const name = read.mentions[within ?? -1];
  const isLoose =
    name?.kind === "name" &&
    (!IN_COMPLEMENT.has(classAt(read.items, name.first - 1)) || nameStart(read, name) > name.first);
  const found = isLoose ? within : behind;
  const named = found === undefined ? null : names.find(found);
  return named ?? names.find(index) ?? names.findByRole(index);
}

/** „Ein Sprecher [Bakkes]“ at a sentence's head: the gender of whom a name only tells to be somebody's; null elsewhere. */
function ownerInGenitive(read: ReadText, names: Names, index: number, { kind, first, last }: Mention): Gender | null {
  if (read.clauses === null || kind !== "name" || classAt(read.items, first - 1) !== "role") return null;
  const person = names.find(index);
  const word = wordAt(read, last);
  if (person === null || word === person.last || !word.startsWith(person.last)) return null;
  const [start] = read.clauses.spans[index] ?? [first];
  if (!isStart(read, start)) return null;
  return genderOfPhrase(read, { first: start, last: first - 1, kind: "role" });
}

/** "an aide to minister [Jon Bakke]"; « le ministre des Ports Jean Bakke » is he himself. */
const isWithin = (read: ReadText, name: Mention, { first }: Mention, end: number): boolean =>
  first <= name.first &&
  name.last <= end &&
  IN_COMPLEMENT.has(classAt(read.items, name.first - 1)) &&
  (name.kind !== "name" || nameStart(read, name) === name.first);

/** Who else came up, named or not; `person` and `phrase` empty when they may be meant and nobody is sure. */
export interface Other {
  readonly person: Person | null;
  /** Mention; -1 for none. */
  readonly phrase: number;
}

/**
 * Whoever is told of by whose they are and acts since whom a pronoun seems to mean did, in the pronoun's paragraph or the
 * one before: "Moor's daughter wept. “…,” she said". Null when nobody such may be meant.
 */
export function findRelatedSince(
  read: ReadText,
  names: Names,
  pronoun: number,
  acted: number,
  best: Person,
  gender: Gender,
): Other | null {
  const item = read.items[read.mentions[pronoun]?.last ?? -1];
  const actor = read.mentions[acted];
  for (let index = pronoun - 1; index >= Math.max(0, acted - PHRASE_MENTIONS_MAX); index--) {
    const mention = read.mentions[index];
    const head = read.items[mention?.last ?? -1];
    if (mention === undefined || head === undefined || item === undefined) return null;
    if (item.paragraph - head.paragraph > 1 || item.sentence - head.sentence > SENTENCES_BACK_MAX) return null;
    // „Ein Sprecher Bakkes“
    const owner = ownerInGenitive(read, names, index, mention);
    if (owner !== null && (owner === "unsure" || owner === gender)) return { person: null, phrase: -1 };
    if (!isSomebody(read, mention) || !isOnStage(read, mention)) continue;
    const behind = complementEnd(read, mention);
    if (behind < 0 && !isOwned(read, mention)) continue;
    const end = Math.max(behind, mention.last);
    // "an aide to minister [Jon Bakke] said": whose aide it is does not act.
    if (actor !== undefined && index <= acted && !isWithin(read, actor, mention, end)) continue;
    const person = whoIsNamed(read, names, index, end);
    // « le président de la Ligue », who is called so further up.
    const isTakenUp = isDefinite(read, mention) && best.roles.some((role) => role.toLowerCase().includes(head.word));
    if (person === best || (person === null && isTakenUp)) return null;
    const its = person !== null && person.gender !== "unsure" ? person.gender : genderOfPhrase(read, mention);
    if (its !== "unsure" && its !== gender) continue;
    if (person !== null) return { person: its === gender ? person : null, phrase: -1 };
    // "his wife": whose she is, a brief does not say.
    const isWhose = ownerOf(read, mention) !== undefined;
    return { person: null, phrase: its === gender && !isWhose ? index : -1 };
  }
  return null;
}

/** "[An aide] to minister Jon Bakke said": who is meant, where the one chosen to speak is only whose aide it is; else that one. */
export function whoseOwn(read: ReadText, chosen: number): number {
  const name = read.mentions[chosen];
  if (name?.kind !== "name" || !IN_COMPLEMENT.has(classAt(read.items, name.first - 1))) return chosen;
  for (let index = chosen - 1; index >= Math.max(0, chosen - PHRASE_MENTIONS_MAX); index--) {
    const mention = read.mentions[index];
    if (mention === undefined || read.items[mention.last]?.sentence !== read.items[name.last]?.sentence) return chosen;
    if (!DETERMINING.has(classAt(read.items, mention.first)) || !isSomebody(read, mention)) continue;
    if (!isStart(read, mention.first)) continue;
    if (isWithin(read, name, mention, complementEnd(read, mention))) return index;
  }
  return chosen;
}
