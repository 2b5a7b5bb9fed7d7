/** Ties each reporting verb to its likely subject: straight before it, across an apposition, or after it. */

import type { Speech } from "../../languages/language.ts";
import {
  BESIDE_VERB,
  type Clauses,
  classAt,
  classSet,
  DETERMINING,
  type Item,
  type Link,
  type Mention,
  type MentionIndex,
  PHRASE_WORDS,
  REPORTING_VERBS,
} from "../../languages/reading.ts";
import { DEGREES } from "../../languages/shared/names/degrees.ts";
import { findNameGender } from "../../languages/shared/names/name-lists.ts";
import { linkFinal } from "./final-verbs.ts";
import { findSubjectBehind } from "./subject-behind.ts";

const BEHIND_SUBJECT = classSet("reporting", "framing", "auxiliary", "ed", "ly", "plain", "comma");
const BEFORE_DASH = classSet("stop", "comma");

const ADVERBIAL = classSet("auxiliary", "ly");
const OFFICES = classSet("role", "title");
const DESCRIBING = classSet("plain", "ed", "ly");
const LOOK_BACK_MAX = 45;

export function indexMentions(mentions: readonly Mention[]): MentionIndex {
  const byLast = new Map<number, number>();
  const byFirst = new Map<number, number>();
  mentions.forEach((mention, index) => {
    byLast.set(mention.last, index);
    const other = mentions[byFirst.get(mention.first) ?? -1];
    if (other === undefined || other.last < mention.last) byFirst.set(mention.first, index);
  });
  return { byLast, byFirst };
}

/** "[A person] close to Moor": the phrase behind which one word more stands before the preposition. */
function describedAt(
  items: readonly Item[],
  mentions: readonly Mention[],
  index: MentionIndex,
  at: number,
): number | undefined {
  if (!DESCRIBING.has(classAt(items, at))) return undefined;
  const before = index.byLast.get(at - 1);
  const kind = mentions[before ?? -1]?.kind;
  return kind === "role" || kind === "noun" ? before : undefined;
}

/** "the Varen Citizens" of "the Varen Citizens' [Rope Group]"; none of "the Bank of Varen's [Ada Moor]", who is somebody. */
function ownerBefore(
  items: readonly Item[],
  mentions: readonly Mention[],
  index: MentionIndex,
  first: number,
): Mention | undefined {
  const isPerson = findNameGender(items[first]?.word ?? "") !== null;
  if (isPerson || classAt(items, first - 1) !== "possessive") return undefined;
  return mentions[index.byLast.get(first - 2) ?? -1];
}

const QUALIFYING = classSet("plain", "role");

/** Follows "a spokesman for Mr. Trump" back from "Trump" to "spokesman". */
function headOfPhrase(items: readonly Item[], mentions: readonly Mention[], index: MentionIndex, at: number): number {
  let current = at;
  for (let steps = 0; steps < 4; steps++) {
    const mention = mentions[current];
    if (mention === undefined) break;
    // "a spokesman for harbor Democrats": a word in small letters may stand before the name.
    const isQualified = mention.kind === "name" && QUALIFYING.has(classAt(items, mention.first - 1));
    const own = isQualified ? mention.first - 1 : mention.first;
    // "Ada Moor of the Varen Citizens' [Rope Group]": whose it is stands between.
    const owner = ownerBefore(items, mentions, index, own);
    const first = owner?.first ?? own;
    if (classAt(items, first - 1) !== "preposition") break;
    const before = index.byLast.get(first - 2) ?? describedAt(items, mentions, index, first - 2);
    if (before === undefined) break;
    current = before;
  }
  return current;
}

/** "Ada Moor, a pilot from Varen said": the name that a phrase without a second comma explains; -1 when there is none. */
function explainedBy(items: readonly Item[], mentions: readonly Mention[], index: MentionIndex, head: number): number {
  const phrase = mentions[head];
  if (phrase === undefined || phrase.kind === "name" || classAt(items, phrase.first) !== "determiner") return -1;
  if (classAt(items, phrase.first - 1) !== "comma") return -1;
  const name = index.byLast.get(phrase.first - 2);
  const found = mentions[name ?? -1];
  if (name === undefined || found?.kind !== "name" || classAt(items, found.first - 1) === "preposition") return -1;
  return name;
}

const OPENS_CLAUSE = classSet("comma", "stop", "break", "conjunction");

/** "In [an interview], …, said": inside a phrase of its own; "As [Ada Moor], a pilot, said" opens a clause. */
function isInside(items: readonly Item[], mention: Mention | undefined, asides: ReadonlySet<string>): boolean {
  const before = (mention?.first ?? 0) - 1;
  if (classAt(items, before) !== "preposition") return false;
  const opens = before === 0 || OPENS_CLAUSE.has(classAt(items, before - 1));
  return mention?.kind !== "name" || !asides.has(items[before]?.word ?? "") || !opens;
}

function linkBefore(
  items: readonly Item[],
  mentions: readonly Mention[],
  index: MentionIndex,
  verb: number,
  asides: ReadonlySet<string>,
): Link | null {
  let at = verb - 1;
  while (at >= 0 && BESIDE_VERB.has(classAt(items, at)) && verb - at < 6) at--;
  const direct = index.byLast.get(at);
  if (direct !== undefined) {
    const head = headOfPhrase(items, mentions, index, direct);
    const explained = explainedBy(items, mentions, index, head);
    if (explained >= 0) return { verb, mention: explained, kind: "apposition" };
    if (head !== direct) return { verb, mention: head, kind: "phrase" };
    const mention = mentions[direct];
    const before = mention === undefined ? undefined : index.byLast.get(mention.first - 2);
    if (mention !== undefined && before !== undefined && classAt(items, mention.first - 1) === "conjunction") {
      return { verb, mention: before, kind: "list" };
    }
    return { verb, mention: direct, kind: "before" };
  }
  if (classAt(items, at) === "close") {
    for (let back = at - 1; back > at - 12 && back >= 0; back--) {
      if (classAt(items, back) !== "open") continue;
      const mention = index.byLast.get(back - 1);
      if (mention !== undefined) {
        // "Ada Moor of the Tide Center (TC) said"
        const head = headOfPhrase(items, mentions, index, mention);
        return { verb, mention: head, kind: head === mention ? "bracket" : "phrase" };
      }
      at = back;
      break;
    }
  }
  if (classAt(items, at) === "comma" || classAt(items, at) === "dash") {
    // The first phrase of the clause that a comma follows is the one explained.
    let found = -1;
    let fallback = -1;
    for (let back = at - 1; back >= 0 && at - back < LOOK_BACK_MAX; back--) {
      const itemClass = classAt(items, back);
      if (itemClass === "break" || itemClass === "quotation" || itemClass === "stop" || itemClass === "reporting")
        break;
      if (itemClass !== "comma" && itemClass !== "dash") continue;
      let end = back - 1;
      if (classAt(items, end) === "close") while (end > 0 && classAt(items, end) !== "open") end--;
      if (DEGREES.has(items[end]?.word ?? "") && !index.byLast.has(end)) end--;
      const mention = index.byLast.get(classAt(items, end) === "open" ? end - 1 : end);
      if (mention === undefined || mentions[mention]?.kind === "relative") continue;
      if (isInside(items, mentions[mention], asides)) fallback = mention;
      else found = mention;
    }
    const head = headOfPhrase(items, mentions, index, found < 0 ? fallback : found);
    // "In [an interview] with the Tidings, …, said": what is inside a phrase of its own is no subject.
    const isHeld = found < 0 && isInside(items, mentions[head], asides);
    if (head >= 0 && !isHeld) return { verb, mention: head, kind: "apposition" };
  }
  // "met reporters and said", "in a statement, he …, adding": the subject of the clause before.
  for (let back = at; back >= 0 && at - back < LOOK_BACK_MAX; back--) {
    const itemClass = classAt(items, back);
    if (itemClass === "break" || itemClass === "stop" || itemClass === "quotation") break;
    const mention = index.byLast.get(back);
    if (mention === undefined) continue;
    const after = classAt(items, back + 1);
    const first = mentions[mention]?.first ?? 0;
    if (
      BEHIND_SUBJECT.has(after) &&
      classAt(items, first - 1) !== "preposition" &&
      !REPORTING_VERBS.has(classAt(items, first - 1))
    ) {
      return { verb, mention, kind: "joined" };
    }
  }
  return null;
}

const PHRASE_ITEMS_MAX = 9;

/** The head of the noun phrase that begins here: "radio host [Ada Moor]", "the city [council]"; -1 when there is none. */
function phraseEnd(items: readonly Item[], index: MentionIndex, from: number): number {
  let end = from;
  while (
    end - from < PHRASE_ITEMS_MAX &&
    (PHRASE_WORDS.has(classAt(items, end)) ||
      (end === from && DETERMINING.has(classAt(items, end))) ||
      // "said Port Varen managing director Ada Moor"
      (classAt(items, end) === "ing" && OFFICES.has(classAt(items, end + 1))))
  )
    end++;
  for (let at = end - 1; at >= from; at--) if (index.byLast.has(at)) return at;
  return -1;
}

function linkAfter(
  items: readonly Item[],
  mentions: readonly Mention[],
  index: MentionIndex,
  verb: number,
  speech: Speech,
): Link | null {
  if (!speech.weights.isOwn) {
    const found = findSubjectBehind({ items, mentions, index, speech }, verb);
    return found < 0 ? null : { verb, mention: found, kind: "after" };
  }
  let at = verb + 1;
  while ((ADVERBIAL.has(classAt(items, at)) || speech.reflexives.has(items[at]?.word ?? "")) && at - verb < 3) at++;
  const mention = index.byLast.get(phraseEnd(items, index, at)) ?? index.byFirst.get(at);
  return mention === undefined ? null : { verb, mention, kind: "after" };
}

/** “…” — Ada Moor: a name behind a dash that ends the paragraph signs the quotation. */
function linkSignature(
  items: readonly Item[],
  mentions: readonly Mention[],
  index: MentionIndex,
  quote: number,
): Link | null {
  let dash = quote + 1;
  if (BEFORE_DASH.has(classAt(items, dash))) dash++;
  if (classAt(items, dash) !== "dash") return null;
  const mention = index.byFirst.get(dash + 1);
  const last = mentions[mention ?? -1]?.last;
  if (mention === undefined || last === undefined) return null;
  const after = classAt(items, last + 1) === "stop" ? classAt(items, last + 2) : classAt(items, last + 1);
  return after === "break" || after === "comma" ? { verb: dash, mention, kind: "source" } : null;
}

/** “…, lyder det fra Ada Moor”: whom the words come from, where the verb has no subject but “it”. */
function linkIssuer(items: readonly Item[], index: MentionIndex, verb: number, from: ReadonlySet<string>): Link | null {
  let at = verb + 2;
  if (classAt(items, verb + 1) !== "determiner") return null;
  if (classAt(items, at) === "plain") at++;
  if (!from.has(items[at]?.word ?? "")) return null;
  const mention = index.byLast.get(phraseEnd(items, index, at + 1)) ?? index.byFirst.get(at + 1);
  return mention === undefined ? null : { verb, mention, kind: "after" };
}

/** Every link of every reporting verb; a verb may have one before it and one after it. */
export function findLinks(
  items: readonly Item[],
  mentions: readonly Mention[],
  clauses: Clauses | null,
  speech: Speech,
): readonly Link[] {
  const index = indexMentions(mentions);
  const links: Link[] = [];
  items.forEach((item, verb) => {
    if (item.class === "quotation") {
      const signature = linkSignature(items, mentions, index, verb);
      if (signature !== null) links.push(signature);
      return;
    }
    if (item.class === "source") {
      const next = classAt(items, verb + 1) === "preposition" ? verb + 2 : verb + 1;
      // „volgens minister Vermeer“
      const behind = speech.weights.isOwn ? undefined : index.byLast.get(phraseEnd(items, index, next));
      const mention = behind ?? index.byFirst.get(next);
      if (mention !== undefined) links.push({ verb, mention, kind: "source" });
      return;
    }
    if (item.class === "sourceAfter") {
      const mention = index.byLast.get(verb - 1);
      if (mention !== undefined) links.push({ verb, mention, kind: "source" });
      return;
    }
    if (item.class !== "reporting" && item.class !== "framing") return;
    const own = clauses === null ? null : speech.clauses?.findLinks(items, mentions, index, clauses, verb);
    if (own !== null && own !== undefined) {
      links.push(...own);
      return;
    }
    const issued = speech.isVerbSecond ? linkIssuer(items, index, verb, speech.issuerPrepositions) : null;
    const ownPlace = speech.isVerbFinal ? linkFinal(items, mentions, index, verb) : issued;
    if (ownPlace !== null) {
      links.push(ownPlace);
      return;
    }
    const found = clauses === null ? linkBefore(items, mentions, index, verb, speech.unsaid.asides) : null;
    const isInside = found !== null && classAt(items, (mentions[found.mention]?.first ?? 0) - 1) === "preposition";
    const before = speech.isVerbSecond && isInside ? null : found;
    if (before !== null) links.push(before);
    const after = linkAfter(items, mentions, index, verb, speech);
    if (after !== null) links.push(after);
  });
  return links;
}
