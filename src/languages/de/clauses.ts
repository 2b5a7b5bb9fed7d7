/** Reads German sentences as clauses: where the verb stands, who its subject can be, and whether it is reported speech. */

import type { SpeechWords } from "../language.ts";
import { CASE, type Clause, type Clauses, classAt, classSet, type Item, type Mention } from "../reading.ts";
import { type Frame, findSegments, maskBrackets, readFrame, type Segment } from "./frames.ts";
import { isNoun, PHRASE_ITEMS_MAX, type Phrases, readPhrases } from "./phrases.ts";

const SUBJECT_WORDS = classSet(
  "preposition",
  "determiner",
  "otherPronoun",
  "quantifier",
  "plain",
  "ed",
  "number",
  "capital",
  "role",
  "title",
  "document",
  "possessive",
  "conjunction",
);
/** What may open a clause before its verb, so that the subject follows. */
const INVERTING = classSet("preposition", "source", "time", "complementizer", "relative", "quotation");

const VORFELD_PARTS_MAX = 6;

/** All that stands before the verb of a main clause is one phrase: „Ein Sprecher [beim Gipfel in Varen] sagte“. */
function extendSubject(
  items: readonly Item[],
  segment: Segment,
  mention: Mention | undefined,
  span: [number, number] | undefined,
  verb: number,
): void {
  if (mention === undefined || span === undefined || mention.kind === "pronoun" || mention.kind === "name") return;
  const end = verb > mention.last && verb <= segment.last ? verb - 1 : verb > segment.last ? segment.last : span[1];
  if (end - mention.last > PHRASE_ITEMS_MAX) return;
  for (let index = mention.last + 1; index <= end; index++) if (!SUBJECT_WORDS.has(classAt(items, index))) return;
  if (isNoun(items[end])) span[1] = Math.max(span[1], end);
}

/** The mention that a clause names as its source. */
function findSource(items: readonly Item[], { byStart, byEnd, spans }: Phrases, first: number, last: number): number {
  let hasIt = false;
  let document = -1;
  for (let index = first; index <= last; index++) {
    const item = items[index];
    if (item?.class === "source") {
      const found = byStart.get(index + 1);
      if (found !== undefined) return found;
    }
    if (item?.class === "sourceAfter") {
      const found = byEnd.get(index - 1);
      if (found !== undefined) return found;
    }
    if (item?.lemma === "heißen" && (items[index + 1]?.word === "es" || items[index - 1]?.word === "es")) hasIt = true;
    // „Für Hale ist das „…““ tells whose words they are.
    if (index === first && item?.word === "für" && items[first - 1]?.sentence !== item.sentence) {
      const found = byStart.get(index + 1);
      const end = spans[found ?? -1]?.[1] ?? last;
      if (found !== undefined && /^(?:ist|sind|war|waren|sei|seien|wäre|bleibt|hält)$/.test(items[end + 1]?.word ?? ""))
        return found;
    }
    if (item?.class === "preposition" && document < 0) document = byStart.get(index + 1) ?? -1;
  }
  return hasIt ? document : -1;
}

/** All clauses of a text; every item is looked at a fixed number of times. */
export function readClauses(items: readonly Item[], mentions: readonly Mention[], words: SpeechWords): Clauses {
  const phrases = readPhrases(items, mentions);
  const { spans, cases } = phrases;
  const mask = maskBrackets(items);
  const segments = findSegments(items, mask, words);
  const frames = segments.map((segment) => readFrame(items, mask, segment, words));
  const of = new Int32Array(items.length).fill(-1);
  const from = new Int32Array(items.length + 1).fill(mentions.length);
  for (let mention = mentions.length - 1; mention >= 0; mention--) from[mentions[mention]?.last ?? 0] = mention;
  for (let index = items.length - 1; index >= 0; index--)
    from[index] = Math.min(from[index] ?? 0, from[index + 1] ?? 0);

  /** The first phrase between two items that can be a subject, or, if that is asked, one that must be one. */
  const findSubject = (start: number, end: number, isFirst = false): number => {
    let open = -1;
    for (let mention = from[Math.max(0, start)] ?? mentions.length; mention < mentions.length; mention++) {
      const found = mentions[mention];
      if (found === undefined || found.last > end) break;
      if ((spans[mention]?.[0] ?? found.first) < start || mask[found.last] === 1) continue;
      if (found.kind === "pronoun" && items[found.last]?.word === "es" && open >= 0) continue;
      if (cases[mention] === CASE.subject) return mention;
      if (cases[mention] === CASE.open && isFirst) return mention;
      if (cases[mention] === CASE.open && open < 0) open = mention;
    }
    return open;
  };

  const list: Clause[] = [];
  let previousSubject = -1;
  segments.forEach((segment, index) => {
    const frame = frames[index];
    if (frame === undefined) return;
    const { first, last } = segment;
    const { finite, isSubordinate, isRelative } = frame;
    let subject = -1;
    let isBefore = false;
    if (finite >= 0 && isRelative) {
      // „Hale, der …“: the relative pronoun is the subject unless the clause has another.
      const own = findSubject(first + 1, finite);
      const isSubject = /^(?:der|die|das|welche[rs]?)$/.test(items[first]?.word ?? "");
      // „die Gerhard Hale … sagte“: a phrase that touches „die“ or „das“ is the subject.
      const isTouching =
        own >= 0 && spans[own]?.[0] === first + 1 && !/^(?:der|welcher)$/.test(items[first]?.word ?? "");
      const isOwn = own >= 0 && (!isSubject || isTouching || cases[own] === CASE.subject);
      subject = isOwn ? own : antecedent(mentions, from, first - 2);
      isBefore = true;
    } else if (finite >= 0 && isSubordinate) {
      subject = findSubject(first + 1, finite - 1);
      isBefore = true;
    } else if (finite >= 0) {
      const opened = findOpened(list, items, frame, last);
      const start = vorfeldStart(items, segments, frames, index);
      const isInverted = INVERTING.has(classAt(items, start)) && start < finite;
      // „Den Vorschlag lobte sie“: whom it befalls may stand first.
      const isObject = cases[phrases.byStart.get(start) ?? -1] === CASE.object;
      const isAfter = start >= finite || isObject || (isInverted && start === first);
      const before = isAfter ? -1 : findSubject(start, finite - 1, true);
      const after = findSubject(finite + 1, last);
      const isObjectFirst = before >= 0 && after >= 0 && cases[before] === CASE.open && cases[after] === CASE.subject;
      isBefore = before >= 0 && !(isObjectFirst && mentions[after]?.first === finite + 1);
      subject = isBefore ? before : after;
      if (opened !== undefined) subject = opened.subject;
      // „… und sagte“ goes on with the subject before, unless a clear one follows.
      if (
        classAt(items, first) === "conjunction" &&
        finite === first + 1 &&
        (subject < 0 || mentions[subject]?.kind !== "pronoun")
      ) {
        const isSameSentence = items[mentions[previousSubject]?.last ?? -1]?.sentence === items[first]?.sentence;
        if (isSameSentence) subject = previousSubject;
      }
    }
    if (subject >= 0 && items[mentions[subject]?.last ?? -1]?.word === "es" && (frame.isReported || frame.hasIt))
      subject = -1;
    if (subject >= 0 && !isSubordinate) previousSubject = subject;
    else if (finite < 0 && items[first - 1]?.sentence !== items[first]?.sentence)
      previousSubject = findSubject(first, last);
    for (let item = first; item <= last; item++) of[item] = list.length;
    const own = list[of[mentions[subject]?.last ?? -1] ?? -1] ?? segment;
    if (isBefore && !isSubordinate) extendSubject(items, own, mentions[subject], spans[subject], finite);
    const source = mask[first] === 1 ? -1 : findSource(items, phrases, first, last);
    list.push({
      first,
      last,
      isSubordinate,
      isRelative,
      isHow: frame.isHow,
      verb: frame.reporting >= 0 ? frame.reporting : finite,
      isReporting: frame.reporting >= 0,
      isPassive: frame.isPassive,
      isReported: frame.isReported,
      subject,
      isBefore,
      source,
    });
  });
  return { list, of, cases, spans };
}

const AUXILIARY = /^(?:hat|haben|hatten?|habe|wird|werden|wurden?|ist|sind|war|waren)$/;

/** „hat sich [die Leiterin, Ada Moor,] dagegen ausgesprochen“: the clause whose verb a lone participle at the end completes. */
function findOpened(list: readonly Clause[], items: readonly Item[], frame: Frame, last: number): Clause | undefined {
  if (frame.reporting !== last || frame.finite !== last) return undefined;
  for (let index = list.length - 1; index >= 0 && list.length - index <= VORFELD_PARTS_MAX; index--) {
    const clause = list[index];
    if (clause === undefined || items[clause.first]?.sentence !== items[last]?.sentence) return undefined;
    if (clause.verb >= 0 && !clause.isSubordinate)
      return AUXILIARY.test(items[clause.verb]?.word ?? "") && clause.subject >= 0 ? clause : undefined;
  }
  return undefined;
}

function antecedent(mentions: readonly Mention[], from: Int32Array, last: number): number {
  const found = from[Math.max(0, last)] ?? -1;
  return mentions[found]?.last === last ? found : -1;
}

/** Where the clause of a segment begins, over appositions and relative clauses: „[Ada Moor, die …,] sagte“. */
function vorfeldStart(
  items: readonly Item[],
  segments: readonly Segment[],
  frames: readonly Frame[],
  index: number,
): number {
  const own = segments[index];
  const frame = frames[index];
  if (own === undefined || frame === undefined) return 0;
  const sentence = items[own.first]?.sentence;
  if (classAt(items, own.first - 1) === "quotation" || classAt(items, own.first) === "conjunction") return own.first;
  let start = own.first;
  for (let back = index - 1; back >= 0 && index - back <= VORFELD_PARTS_MAX; back--) {
    const segment = segments[back];
    const other = frames[back];
    if (segment === undefined || other === undefined || items[segment.first]?.sentence !== sentence) break;
    if (other.isSubordinate) continue;
    if (other.finite >= 0 || classAt(items, segment.last) === "quotation") break;
    start = segment.first;
  }
  return start;
}
