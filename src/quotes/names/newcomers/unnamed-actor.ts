/** The phrase at the head of a sentence that tells of somebody without a name: "A retired welder who lives there". */

import type { Gender } from "../../../languages/language.ts";
import { classAt, classSet, DETERMINING } from "../../../languages/reading.ts";
import type { ReadText } from "../../reading/read-text.ts";
import type { Person } from "../person.ts";

/** First item of the phrase, and the word that says what somebody is. */
export interface Actor {
  readonly first: number;
  readonly head: number;
  readonly end: number;
}

const PHRASE_ITEMS_MAX = 8;
const OPENING_ITEMS_MAX = 12;
const IN_PHRASE = classSet(
  "plain",
  "capital",
  "title",
  "role",
  "number",
  "ly",
  "ed",
  "ing",
  "time",
  "common",
  "possessive",
);
const OPENS = classSet("preposition", "ing", "ed", "time", "ly", "common");
const PREDICATES = classSet("auxiliary", "reporting", "pronoun");
/** What shows that a phrase ends with its head: what is hung on it, or its verb. */
const CLOSES = classSet("preposition", "relative", "comma", "dash", "auxiliary", "ed", "reporting", "framing", "ly");

function saysWho({ items, speech }: ReadText, at: number): boolean {
  const { word = "", isUpper = false } = items[at] ?? {};
  if ((isUpper && !speech.hasCapitalNouns) || speech.organizationWords.has(word) || speech.plural.test(word))
    return false;
  if (speech.documents.has(word) || speech.cueNouns.has(word)) return false;
  return speech.roles.has(word) || speech.titles.has(word) || speech.kinRoles.has(word) || speech.isWorker(word);
}

/** "shook", "disagrees": a verb that no list of verbs of speech knows. */
function isVerb({ items, speech }: ReadText, at: number): boolean {
  const item = items[at];
  if (item === undefined) return false;
  if (CLOSES.has(item.class) || speech.pastVerbs.has(item.word)) return true;
  // „Ein Nachbar lachte“: nouns have capitals.
  return item.class === "plain" && (speech.hasCapitalNouns ? !item.isUpper : /s$/.test(item.word));
}

/** Where the phrase of a sentence's subject begins: at its head, or behind what opens it, "Across the road, [a butcher]". */
function phraseFrom({ items }: ReadText, start: number, end: number): number {
  if (DETERMINING.has(classAt(items, start))) return start;
  if (!OPENS.has(classAt(items, start))) return -1;
  for (let at = start + 1; at < end && at - start < OPENING_ITEMS_MAX; at++) {
    if (PREDICATES.has(classAt(items, at))) return -1;
    if (classAt(items, at) === "comma") return DETERMINING.has(classAt(items, at + 1)) ? at + 1 : -1;
  }
  return -1;
}

export function readActor(read: ReadText, start: number, end: number): Actor | null {
  const { items } = read;
  const first = phraseFrom(read, start, end);
  if (first < 0) return null;
  for (let at = first + 1; at <= end && at - first <= PHRASE_ITEMS_MAX && IN_PHRASE.has(classAt(items, at)); at++) {
    if (saysWho(read, at) && isVerb(read, at + 1)) return { first, head: at, end };
  }
  return null;
}

const RESTRICTS = classSet("preposition", "relative");
const EXPLAINS = classSet("comma", "dash", "capital", "open");
const ARTICLE_REACH = 4;
/** Items looked back over for who was told of. */
const TOLD_REACH = 400;

/** "a [man]", "the [hermit] of the wood": somebody who is told of without a name, and no "Ada Moor, a pilot,". */
function isIntroduced({ items, speech }: ReadText, head: number): boolean {
  if (classAt(items, head + 1) === "capital") return false;
  let at = head - 1;
  while (head - at < ARTICLE_REACH && IN_PHRASE.has(classAt(items, at))) at--;
  const word = items[at]?.word ?? "";
  if (EXPLAINS.has(classAt(items, at - 1)) || classAt(items, at - 1) === "auxiliary") return false;
  if (speech.indefiniteArticles.has(word)) return true;
  return speech.definiteArticles.has(word) && classAt(items, head + 1) === "preposition";
}

/** "The man" of whom the text told as "a man". */
function isToldBefore(read: ReadText, { first, head }: Actor): boolean {
  const word = read.items[head]?.word ?? "";
  // "the container", an ending alone, may be a thing.
  if (!read.speech.roles.has(word)) return false;
  for (let at = first - 1; at >= 0 && first - at <= TOLD_REACH; at--)
    if (read.items[at]?.word === word) return isIntroduced(read, at);
  return false;
}

/** "him", "he": somebody of the pronoun's gender whom the sentence takes up. */
function takesUp({ items, speech }: ReadText, { head, end }: Actor, gender: Gender): boolean {
  if (classAt(items, head + 1) === "relative") return false;
  for (let at = head + 1; at <= end; at++) {
    const item = items[at];
    if (item === undefined || (item.class !== "pronoun" && item.class !== "otherPronoun")) continue;
    if (speech.pronouns.get(item.word) === gender) return true;
  }
  return false;
}

/** Whether who acts there is told of for the first time, or is surely not the one that a pronoun seemed to mean. */
export function isNewHere(read: ReadText, actor: Actor, best: Person, gender: Gender): boolean {
  const { items, speech } = read;
  const { first, head, end } = actor;
  const word = items[head]?.word ?? "";
  if (best.roles.some((role) => role.toLowerCase().includes(word))) return false;
  const [otherRoles, otherTitles] =
    gender === "male" ? [speech.femaleRoles, speech.femaleTitles] : [speech.maleRoles, speech.maleTitles];
  if (otherRoles.has(word) || otherTitles.has(word)) return false;
  // "A reporter asked": the answer is another's.
  const { askers, interviewers } = speech.unsaid;
  if (interviewers.has(word) || items.slice(head + 1, end + 1).some((item) => askers.has(item.word))) return false;
  if (takesUp(read, actor, gender)) return false;
  const opener = items[first]?.word ?? "";
  if (!speech.definiteArticles.has(opener)) {
    const owner = speech.pronouns.get(opener);
    // "Their leader", "her husband" may be whoever was told of.
    return owner === undefined || owner === gender;
  }
  if (!RESTRICTS.has(classAt(items, head + 1))) return isToldBefore(read, actor);
  // « L'élue de la majorité » may well be whoever was told of; "the driver of the bus" is not where that one's office is known.
  const isApart = speech.stacksNouns ? best.roles.length > 0 && !speech.titles.has(word) : speech.lesserRoles.has(word);
  return isApart && !speech.kinRoles.has(word);
}
