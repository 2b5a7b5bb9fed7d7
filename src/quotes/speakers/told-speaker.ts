/** The speaker a quotation's own sentence tells, where no weights of the language's own decide: certain or nobody. */

import { classAt, classSet, type Link, REPORTING_VERBS } from "../../languages/reading.ts";
import type { QuoteView } from "../reading/quote-view.ts";
import type { ReadText } from "../reading/read-text.ts";
import { nameOfOffice } from "../reading/subject-behind.ts";
import { canSpeak } from "./can-speak.ts";
import { isOwnSide, namedBehind, OWN_SIDE_ITEMS } from "./explained-subject.ts";

const BEFORE_VERB = classSet("comma", "dash", "auxiliary", "otherPronoun", "ly", "time", "common");
const VERB_REACH = 7;
const SENTENCE_REACH = 60;
const OWN_LINKS: ReadonlySet<Link["kind"]> = new Set(["before", "bracket", "phrase", "apposition", "list"]);
/** What opens the clause of a subject, and what goes on with its verb. */
const OPENERS = classSet("break", "stop", "comma", "quotation", "colon", "dash", "close", "open", "conjunction");
const PREDICATES = classSet("plain", "auxiliary", "otherPronoun", "framing", "reporting", "ed", "comma", "ly");
const BEYOND_SOURCE = classSet("break", "quotation", "reporting");
const BESIDE_PARTICIPLE = classSet("auxiliary", "pronoun", "otherPronoun", "ly", "common", "time");
const OF_PHRASE = classSet(
  "preposition",
  "determiner",
  "plain",
  "capital",
  "conjunction",
  "number",
  "ed",
  "common",
  "document",
  "role",
  "otherPronoun",
);
const SOURCES = classSet("source", "sourceAfter");
const SUBJECT_KINDS: ReadonlySet<string> = new Set(["name", "role", "title", "pronoun", "document"]);

/** Whose words a quotation is: a mention; whoever the text was about before; nobody who can be named; null: not told. */
export type Told = { readonly mention: number; readonly verb: number } | "before" | "nobody" | null;

export const startsSentence = (read: ReadText, index: number): boolean =>
  index === 0 ||
  read.items[index - 1]?.sentence !== read.items[index]?.sentence ||
  classAt(read.items, index - 1) === "break";

/** "ha [dicho]", but not "[preguntado] por una vecina": a participle reports behind a helping verb alone. */
export function isReporting(read: ReadText, index: number): boolean {
  if (!REPORTING_VERBS.has(classAt(read.items, index))) return false;
  if (read.items[index]?.isParticiple !== true || read.speech.isVerbFinal) return true;
  let before = isOwnSide(read.items, index - OWN_SIDE_ITEMS) ? index - 1 - OWN_SIDE_ITEMS : index - 1;
  while (BESIDE_PARTICIPLE.has(classAt(read.items, before)) && index - before < 4 + OWN_SIDE_ITEMS) {
    if (classAt(read.items, before) === "auxiliary") return true;
    before--;
  }
  return false;
}

/** The verb that touches a quotation from behind: “…”, ha dicho; -1 for none. */
export function verbBehind(read: ReadText, at: number): number {
  const paragraph = read.items[at]?.paragraph;
  for (let index = at + 1; index - at <= VERB_REACH; index++) {
    const item = read.items[index];
    if (item === undefined || item.paragraph !== paragraph) return -1;
    if (isReporting(read, index)) return index;
    if (isOwnSide(read.items, index)) index += OWN_SIDE_ITEMS - 1;
    else if (!BEFORE_VERB.has(item.class)) return -1;
  }
  return -1;
}

/** "[Ada Moor], que dijo": who stands before a word that opens a clause of its own. */
function antecedent(read: ReadText, opener: number): number {
  const last = classAt(read.items, opener - 1) === "comma" ? opener - 2 : opener - 1;
  return read.index.byLast.get(last) ?? -1;
}

/** "[Moor] sonrió y dijo": who acts at the beginning of a clause before the verb; -1 for nobody certain. */
function openingSubject(read: ReadText, verb: number): number {
  const sentence = read.items[verb]?.sentence;
  for (let index = (read.mentionFrom[verb] ?? 0) - 1; index >= 0; index--) {
    const mention = read.mentions[index];
    if (mention === undefined || read.items[mention.last]?.sentence !== sentence) return -1;
    if (verb - mention.last > SENTENCE_REACH) return -1;
    if (!SUBJECT_KINDS.has(mention.kind)) continue;
    const isOpened = OPENERS.has(classAt(read.items, mention.first - 1)) || startsSentence(read, mention.first);
    const isActing = PREDICATES.has(classAt(read.items, mention.last + 1)) || reaches(read, mention.last + 1, verb);
    if (!isOpened || !isActing || !canSpeak(read, index)) continue;
    return isSecondOfTwo(read, mention.first) ? -1 : explained(read, index);
  }
  return -1;
}

/** "the mayor, Julio Mora, and the secretary, [Ada Moor], said": two speak, and one alone is not told. */
function isSecondOfTwo(read: ReadText, first: number): boolean {
  if (classAt(read.items, first - 1) !== "comma") return false;
  let at = first - 2;
  while (OF_AGENT.has(classAt(read.items, at)) && first - at < 7) at--;
  return at < first - 2 && read.speech.joiners.has(read.items[at]?.word ?? "");
}

/** "[The expert] on tides and harbors said": what belongs to a phrase goes on to its verb. */
function reaches(read: ReadText, from: number, verb: number): boolean {
  if (classAt(read.items, from) !== "preposition") return false;
  for (let index = from; index < verb; index++) if (!OF_PHRASE.has(classAt(read.items, index))) return false;
  return true;
}

/** "[Ada Moor], pilot, said": the name that a role behind a comma explains. */
function explained(read: ReadText, index: number): number {
  const mention = read.mentions[index];
  if (mention === undefined || mention.kind === "name" || classAt(read.items, mention.first - 1) !== "comma")
    return index;
  const before = read.index.byLast.get(mention.first - 2);
  return before !== undefined && read.mentions[before]?.kind === "name" && canSpeak(read, before) ? before : index;
}

const OF_AGENT = classSet("determiner", "role", "title", "plain");
const RELATIVES = classSet("relative", "complementizer");

/** «fue calificado por [Ada Moor]»: who acts where the verb is passive; "nobody" without one; null: it is not passive. */
function passiveAgent(read: ReadText, verb: number): Told {
  const { passive, reflexives } = read.speech;
  if (read.items[verb]?.isParticiple !== true || passive.helpers.size === 0) return null;
  let before = verb - 1;
  while (BESIDE_PARTICIPLE.has(classAt(read.items, before)) && verb - before < 4) {
    const word = read.items[before]?.word ?? "";
    if (passive.helpers.has(word)) break;
    before--;
  }
  const isReflexive = [before - 1, before + 1].some((at) => reflexives.has(read.items[at]?.word ?? ""));
  if (!passive.helpers.has(read.items[before]?.word ?? "") || isReflexive) return null;
  if (!passive.agents.has(read.items[verb + 1]?.word ?? "")) return "nobody";
  const agent = firstFrom(read, verb + 2);
  return agent >= 0 && canSpeak(read, agent) ? { mention: agent, verb } : "nobody";
}

/** The mention that a phrase beginning at a place ends in; -1 for none. */
function firstFrom(read: ReadText, start: number): number {
  for (let at = start; at - start < 5; at++) {
    const found = read.index.byFirst.get(at);
    if (found !== undefined && SUBJECT_KINDS.has(read.mentions[found]?.kind ?? "")) return found;
    if (!OF_AGENT.has(classAt(read.items, at))) return -1;
  }
  return -1;
}

/** Whom a verb before its quotation has for its subject; "before" when the verb has none in its sentence. */
export function subjectOf(read: ReadText, verb: number, depth = 0): Told {
  const passive = passiveAgent(read, verb);
  if (passive !== null) return passive;
  const links = read.linksAt.get(verb) ?? [];
  const own = links.find((link) => OWN_LINKS.has(link.kind));
  const isInside = classAt(read.items, (read.mentions[own?.mention ?? -1]?.first ?? 0) - 1) === "preposition";
  const isOwn = own !== undefined && own.kind !== "apposition" && (!isInside || own.kind === "phrase");
  if (own !== undefined && isOwn && canSpeak(read, own.mention))
    return { mention: own.kind === "phrase" ? nameOfOffice(read, own.mention) : own.mention, verb };
  const opening = own === undefined ? -1 : openingSubject(read, verb);
  if (opening >= 0) return { mention: opening, verb };
  const behind = links.find((link) => link.kind === "after");
  if (behind !== undefined && canSpeak(read, behind.mention)) return { mention: behind.mention, verb };
  let start = verb - 1;
  while (classAt(read.items, start) === "auxiliary" || classAt(read.items, start) === "otherPronoun") start--;
  if (RELATIVES.has(classAt(read.items, start))) {
    const found = antecedent(read, start);
    return found >= 0 && canSpeak(read, found) ? { mention: found, verb } : null;
  }
  // "explicó que … y añadió": the verb before it in the sentence has the same subject.
  const sentence = read.items[verb]?.sentence;
  for (let index = start; index >= 0 && verb - index <= SENTENCE_REACH && depth < 3; index--) {
    const item = read.items[index];
    if (item === undefined || item.sentence !== sentence || item.class === "quotation") break;
    if (item.class === "reporting" && isReporting(read, index)) return subjectOf(read, index, depth + 1);
  }
  const first = openingSubject(read, verb);
  if (first >= 0) return { mention: first, verb };
  const source = sourceBefore(read, verb);
  if (source >= 0) return { mention: source, verb };
  return read.speech.leavesSubjectOut && !hasNounBefore(read, verb) ? "before" : null;
}

const NOUNS = classSet("capital", "role", "title", "document", "determiner");

/** Whether a phrase that is in no preposition's hands stands before the verb: it may be a subject nobody knows. */
function hasNounBefore(read: ReadText, verb: number): boolean {
  const sentence = read.items[verb]?.sentence;
  for (let index = verb - 1; index >= 0 && verb - index <= SENTENCE_REACH; index--) {
    const item = read.items[index];
    if (item === undefined || item.sentence !== sentence || item.class === "quotation" || item.class === "break")
      return false;
    if (!NOUNS.has(item.class)) continue;
    if (!isInPhrase(read, index)) return true;
  }
  return false;
}

const IN_PHRASE = classSet(
  "determiner",
  "otherPronoun",
  "quantifier",
  "plain",
  "capital",
  "role",
  "number",
  "document",
  "time",
  "common",
  "title",
);

/** "en ese mismo sentido": whether a word stands behind a preposition of its own phrase. */
export function isInPhrase(read: ReadText, index: number): boolean {
  let at = index;
  while (at > 0 && IN_PHRASE.has(classAt(read.items, at))) at--;
  return classAt(read.items, at) === "preposition";
}

/** “According to Moor, the bridge is “…””: the mention, when nothing that reports stands nearer; -1 for none. */
export function sourceBefore(read: ReadText, at: number): number {
  const sentence = read.items[at]?.sentence;
  for (let index = at - 1; index >= 0 && at - index <= SENTENCE_REACH; index--) {
    const item = read.items[index];
    if (item === undefined || item.sentence !== sentence || BEYOND_SOURCE.has(item.class)) return -1;
    if (SOURCES.has(item.class)) {
      const link = read.linksAt.get(index)?.find((each) => each.kind === "source");
      return link !== undefined && canSpeak(read, link.mention) ? link.mention : -1;
    }
    if (read.speech.opinionWord?.test(item.word) === true && startsSentence(read, index)) {
      const found = opinionHolder(read, index + 1);
      return found >= 0 && canSpeak(read, found) ? found : -1;
    }
  }
  return -1;
}

/** «Para [la doctora Ada Moor], “…”»: a person, or whoever a comma follows. */
function opinionHolder(read: ReadText, first: number): number {
  for (let index = read.mentionFrom[first] ?? 0; index < read.mentions.length; index++) {
    const mention = read.mentions[index];
    if (mention === undefined || mention.first > first + 3) return -1;
    if (mention.first < first || classAt(read.items, mention.first - 1) === "comma") continue;
    if (["name", "role", "pronoun", "title"].includes(mention.kind)) return index;
  }
  return -1;
}

const NAME_ITEMS_MAX = 14;

/** "Ada Moor, pilot: “…”": whoever alone stands before a colon; -1 for none. */
function namedBeforeColon(read: ReadText, at: number): number {
  if (classAt(read.items, at - 1) !== "colon") return -1;
  let first = at - 1;
  while (first > 0 && !startsSentence(read, first)) first--;
  if (at - first > NAME_ITEMS_MAX) return -1;
  const mention = read.index.byFirst.get(first) ?? read.index.byFirst.get(first + 1);
  const found = read.mentions[mention ?? -1];
  if (mention === undefined || found === undefined || found.last >= at) return -1;
  const next = classAt(read.items, found.last + 1);
  const isAlone = next === "colon" || next === "comma" || next === "open";
  return isAlone && (found.kind === "name" || found.kind === "role") && canSpeak(read, mention) ? mention : -1;
}

/** The verb nearest before the quotation in its sentence, no other quotation between; -1 for none. */
function verbBefore(read: ReadText, view: QuoteView): number {
  for (let index = view.at - 1; index >= 0 && view.at - index <= SENTENCE_REACH; index--) {
    const item = read.items[index];
    if (item === undefined || item.sentence !== view.sentence || item.class === "break" || item.class === "quotation")
      return -1;
    if (isReporting(read, index)) return index;
  }
  return -1;
}

/** The verb that a quotation belongs to, behind it or before it; -1 for none. */
export function verbBeside(read: ReadText, view: QuoteView): number {
  const behind = verbBehind(read, view.at);
  return behind >= 0 ? behind : verbBefore(read, view);
}

/** Whom the sentence of a quotation names for it. */
export function toldSpeaker(read: ReadText, view: QuoteView): Told {
  const behind = verbBehind(read, view.at);
  if (behind >= 0) {
    const links = read.linksAt.get(behind) ?? [];
    const after = links.find((link) => link.kind === "after" || link.kind === "source");
    if (after !== undefined) {
      const found = canSpeak(read, after.mention) ? after.mention : namedBehind(read, after.mention);
      return found >= 0 ? { mention: found, verb: behind } : "nobody";
    }
    if (read.speech.leavesSubjectOut) return "before";
  }
  const next = classAt(read.items, view.at + 1) === "comma" ? view.at + 2 : view.at + 1;
  const source = SOURCES.has(classAt(read.items, next)) ? read.linksAt.get(next)?.[0] : undefined;
  if (source !== undefined && canSpeak(read, source.mention)) return { mention: source.mention, verb: next };
  if (view.touchAfter >= 0 && canSpeak(read, view.touchAfter)) return { mention: view.touchAfter, verb: -1 };
  const before = verbBefore(read, view);
  if (before >= 0) return subjectOf(read, before);
  const named = namedBeforeColon(read, view.at);
  if (named >= 0) return { mention: named, verb: -1 };
  const told = sourceBefore(read, view.at);
  return told < 0 ? null : { mention: told, verb: -1 };
}
