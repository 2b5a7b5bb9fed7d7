/** Who goes on speaking where a sentence names nobody: whoever the sentence before reports, certain or nobody. */

import { classAt, classSet, type Mention } from "../../languages/reading.ts";
import { findNameGender } from "../../languages/shared/names/name-lists.ts";
import type { Entities } from "../names/entities.ts";
import type { QuoteView } from "../reading/quote-view.ts";
import type { ReadText } from "../reading/read-text.ts";
import { canSpeak } from "./can-speak.ts";
import {
  isInPhrase,
  isReporting,
  sourceBefore,
  startsSentence,
  subjectOf,
  verbBehind,
  verbBeside,
} from "./told-speaker.ts";

/** What was chosen for the quotations before, by their items. */
export type Spoken = ReadonlyMap<number, number>;

const SENTENCES_BACK_MAX = 4;
const ITEMS_BACK_MAX = 160;
const PARAGRAPH_ITEMS_MAX = 600;
const PREDICATES = classSet("plain", "auxiliary", "otherPronoun", "framing", "ed", "comma", "ly", "open");
const SUBJECT_KINDS: ReadonlySet<string> = new Set(["name", "role", "title", "pronoun"]);
/** What stands in a phrase before the name that it ends in. */
const LEADING = classSet("determiner", "role", "title", "plain", "otherPronoun", "number");
const LEADING_MAX = 5;
const PARTS = classSet("comma", "conjunction");

/** Items of the sentence that ends before a place, both inside; null at the text's beginning. */
function sentenceBefore(read: ReadText, before: number): readonly [number, number] | null {
  let last = before - 1;
  while (last >= 0 && (classAt(read.items, last) === "break" || classAt(read.items, last) === "stop")) last--;
  const sentence = read.items[last]?.sentence;
  if (sentence === undefined) return null;
  let first = last;
  while (first > 0 && read.items[first - 1]?.sentence === sentence && last - first < ITEMS_BACK_MAX) first--;
  while (first < last && (classAt(read.items, first) === "break" || classAt(read.items, first) === "stop")) first++;
  return [first, last];
}

/** "[The pilot Ada Moor] gave": the mention that a phrase ends in; -1 when none begins here. */
function firstPhrase(read: ReadText, start: number): number {
  for (let at = start; at - start <= LEADING_MAX; at++) {
    const found = read.index.byFirst.get(at);
    if (found !== undefined && SUBJECT_KINDS.has(read.mentions[found]?.kind ?? "")) return found;
    if (!LEADING.has(classAt(read.items, at))) return -1;
  }
  return -1;
}

/** "[Ada Moor], a pilot, gave a lecture": who opens a sentence, behind what leads in to it; -1 for nobody. */
function opener(read: ReadText, entities: Entities, first: number, last: number): number {
  let start = first;
  for (let part = 0; part < 2; part++) {
    const index = firstPhrase(read, start);
    const mention = read.mentions[index];
    if (mention !== undefined && SUBJECT_KINDS.has(mention.kind)) {
      // Where names have no capitals the verb comes first: «زارت آدا مور».
      const isActing = PREDICATES.has(classAt(read.items, mention.last + 1)) || isBehindVerb(read, start, mention);
      return isActing && isSomebody(read, entities, index) ? index : -1;
    }
    // "Por su parte, Ada Moor"
    let comma = start;
    while (comma < last && !PARTS.has(classAt(read.items, comma))) comma++;
    if (classAt(read.items, comma) !== "comma") return -1;
    start = comma + 1;
  }
  return -1;
}

const isBehindVerb = (read: ReadText, start: number, { kind, first }: Mention): boolean =>
  read.speech.isCaseless && kind === "name" && first === start + 1 && classAt(read.items, start) === "plain";

/** A single capital at a sentence's beginning is a name only where it stands elsewhere, too. */
function isSomebody(read: ReadText, entities: Entities, index: number): boolean {
  const mention = read.mentions[index];
  const isSingle = mention?.kind === "name" && mention.first === mention.last;
  return canSpeak(read, index) && (!isSingle || entities.mentionCount(index) > 1);
}

const PEOPLE: ReadonlySet<string> = new Set(["name", "role", "title", "pronoun"]);

/** "The meeting takes in two unions": a sentence in which nobody acts leaves who was spoken of before. */
function isNeutral(read: ReadText, first: number, last: number): boolean {
  for (let index = read.mentionFrom[first] ?? 0; index < read.mentions.length; index++) {
    const mention = read.mentions[index];
    if (mention === undefined || mention.first > last) return true;
    const isActing = PEOPLE.has(mention.kind) && !isInPhrase(read, mention.first);
    const isOrganization = read.speech.organizationWords.has(read.items[mention.last]?.word ?? "");
    if (isActing && !isOrganization) return false;
  }
  return true;
}

interface Reported {
  readonly mention: number;
  /** The sentence tells nobody, and so nothing against whoever spoke before. */
  readonly isSilent: boolean;
}

const NOBODY: Reported = { mention: -1, isSilent: false };
const SILENT: Reported = { mention: -1, isSilent: true };

/** Whom a sentence reports: one person alone, or nobody certain. */
function reportedIn(read: ReadText, entities: Entities, spoken: Spoken, first: number, last: number): Reported {
  let found = -1;
  let isSilent = false;
  for (let index = first; index <= last; index++) {
    const item = read.items[index];
    let mention = -1;
    if (item?.class === "quotation") {
      mention = spoken.get(index) ?? -1;
      if (mention < 0 && verbBehind(read, index) < 0) continue;
      if (mention < 0) return NOBODY;
    } else if (item?.class === "reporting" && isReporting(read, index)) {
      const told = subjectOf(read, index);
      if (told === "before") isSilent = true;
      if (told === null || told === "nobody") return NOBODY;
      if (told === "before") continue;
      mention = told.mention;
    } else continue;
    if (found >= 0 && !entities.isSame(found, mention)) return NOBODY;
    if (found < 0 || read.mentions[found]?.kind === "pronoun") found = mention;
  }
  if (found >= 0) return { mention: found, isSilent: false };
  if (isSilent) return SILENT;
  const isOpened =
    classAt(read.items, first) === "source" || read.speech.opinionWord?.test(read.items[first]?.word ?? "");
  const source = isOpened === true ? sourceBefore(read, last) : -1;
  return source < 0 ? NOBODY : { mention: source, isSilent: false };
}

/**
 * The speaker before: of a quotation whose verb has no subject (`hasVerb`), or that stands without a verb behind a
 * sentence that reports. -1 for nobody certain.
 */
export function speakerBefore(
  read: ReadText,
  entities: Entities,
  view: QuoteView,
  spoken: Spoken,
  hasVerb: boolean,
): number {
  // «…, — сказала Ада Мур. — …»
  const isBehindDash = classAt(read.items, view.at - 1) === "dash" && startsSentence(read, view.at - 1);
  if (!hasVerb && ((!view.isSentenceStart && !isBehindDash) || goesOn(read, view))) return -1;
  const verb = hasVerb ? verbBeside(read, view) : -1;
  const found = findBefore(read, entities, view, spoken, hasVerb);
  return found >= 0 && agreesWith(read, found, verb) && (!hasVerb || isAlone(read, entities, view, spoken, found))
    ? found
    : -1;
}

/** “…” – odparł: more follows in the sentence, and may tell somebody else. */
function goesOn(read: ReadText, view: QuoteView): boolean {
  const next = read.items[view.at + 1];
  return next !== undefined && next.class !== "break" && next.class !== "stop" && next.sentence === view.sentence;
}

/** „powiedziała“ is no man. */
function agreesWith(read: ReadText, index: number, verb: number): boolean {
  const { genderedVerbs, firstNames } = read.speech;
  const mention = read.mentions[index];
  const word = read.items[verb]?.word ?? "";
  if (genderedVerbs === null || mention?.kind !== "name") return true;
  for (let at = mention.first; at <= mention.last; at++) {
    const name = read.items[at]?.word ?? "";
    const gender = firstNames.get(name) ?? findNameGender(name);
    if (gender === "female") return !genderedVerbs.male.test(word) || genderedVerbs.female.test(word);
    if (gender === "male") return !genderedVerbs.female.test(word);
  }
  return true;
}

/** Where two people spoke in the paragraph, either may go on. */
function isAlone(read: ReadText, entities: Entities, view: QuoteView, spoken: Spoken, found: number): boolean {
  for (let at = view.at - 1; at >= 0 && view.at - at < PARAGRAPH_ITEMS_MAX; at--) {
    if (read.items[at]?.paragraph !== view.paragraph) return true;
    const mention = spoken.get(at) ?? -1;
    if (mention >= 0 && !entities.isSame(mention, found)) return false;
  }
  return true;
}

function findBefore(read: ReadText, entities: Entities, view: QuoteView, spoken: Spoken, hasVerb: boolean): number {
  let before = view.at;
  while (
    before > 0 &&
    read.items[before - 1]?.sentence === view.sentence &&
    classAt(read.items, before - 1) !== "break"
  ) {
    before--;
    // “A”, dijo Ada Moor, y añadió: “B”
    const same = classAt(read.items, before) === "quotation" ? spoken.get(before) : undefined;
    if (same !== undefined && hasVerb) return same;
  }
  for (let count = 0; count < SENTENCES_BACK_MAX; count++) {
    const sentence = sentenceBefore(read, before);
    if (sentence === null) return -1;
    const [first, last] = sentence;
    const paragraphs = view.paragraph - (read.items[last]?.paragraph ?? 0);
    if (paragraphs > (hasVerb ? 1 : 0)) return -1;
    const reported = reportedIn(read, entities, spoken, first, last);
    if (reported.mention >= 0) return reported.mention;
    if (!reported.isSilent) {
      const opening = hasVerb ? opener(read, entities, first, last) : -1;
      if (opening >= 0 || !hasVerb || !isNeutral(read, first, last)) return opening;
    }
    before = first;
  }
  return -1;
}
