/** Finds what an article reports without quoting: "Moor said that the bridge was safe". For search by speaker, never shown as a quote. */

import type { Cue, Span, Speaker } from "../domain/article.ts";
import { findLanguage } from "../languages/index.ts";
import { classAt, classSet, type Link, VERBAL } from "../languages/reading.ts";
import { findStretches } from "./marks/find-stretches.ts";
import { resolveSpeakers } from "./names/resolve.ts";
import { viewQuote } from "./reading/quote-view.ts";
import { type ReadText, readText } from "./reading/read-text.ts";
import type { Choice } from "./speakers/choose-speakers.ts";

const CLAUSE_ENDS = classSet("break", "stop", "quotation");
/** Words between a verb and its "that": "told reporters in Varen on Friday that". */
const BEFORE_THAT = classSet(
  "preposition",
  "determiner",
  "plain",
  "capital",
  "role",
  "document",
  "number",
  "title",
  "common",
  "otherPronoun",
  "ly",
  "time",
  "ing",
);
const CLAUSE_OPENERS = classSet(
  "determiner",
  "pronoun",
  "capital",
  "otherPronoun",
  "quantifier",
  "role",
  "document",
  "title",
);
const BARE_OPENERS = classSet("plain", "number", "common");

export interface IndirectQuote extends Span {
  readonly text: string;
  readonly type: "indirect";
  readonly speaker: Speaker;
  readonly cue: Cue;
}

const CLAUSE_ITEMS_MIN = 4;
const CLAUSE_ITEMS_MAX = 80;
const THAT_ITEMS_MAX = 8;
const SUBJECT_ITEMS_MAX = 6;

/** The items of the clause that a verb reports, behind it or, for "…, she said.", before it; null when there is none. */
function findClause(read: ReadText, link: Link): readonly [number, number] | null {
  const mention = read.mentions[link.mention];
  if (mention === undefined) return null;
  const behind = Math.max(link.verb, link.kind === "after" || link.kind === "source" ? mention.last : link.verb);
  const that = findThat(read, behind + 1);
  const first = that < 0 ? behind + 1 : that + 1;
  const end = clauseEnd(read, first);
  if (end - first >= CLAUSE_ITEMS_MIN && (that >= 0 || isClause(read, first, end))) return [first, end];
  const last = Math.min(mention.first, link.verb) - 1;
  if (classAt(read.items, last) !== "comma") return null;
  let start = last;
  while (start > 0 && last - start < CLAUSE_ITEMS_MAX && !CLAUSE_ENDS.has(classAt(read.items, start - 1))) start--;
  return last - start >= CLAUSE_ITEMS_MIN ? [start, last] : null;
}

/** The complementizer behind a verb, over whom and when: "told reporters in Varen on Friday that"; -1 when there is none. */
function findThat(read: ReadText, from: number): number {
  for (let index = from; index - from <= THAT_ITEMS_MAX; index++) {
    const itemClass = classAt(read.items, index);
    // English "that" is a determiner in its list of words, which has one class a word.
    if (itemClass === "complementizer" || read.speech.complementizers.has(read.items[index]?.word ?? "")) return index;
    if (!BEFORE_THAT.has(itemClass)) return -1;
  }
  return -1;
}

/** Whether words behind a verb are a clause of their own: begun by a phrase, or by a bare noun with its verb. */
function isClause(read: ReadText, first: number, end: number): boolean {
  const itemClass = classAt(read.items, first);
  if (CLAUSE_OPENERS.has(itemClass)) return true;
  if (!BARE_OPENERS.has(itemClass)) return false;
  for (let index = first + 1; index < Math.min(end, first + SUBJECT_ITEMS_MAX); index++)
    if (VERBAL.has(classAt(read.items, index))) return true;
  return false;
}

function clauseEnd(read: ReadText, first: number): number {
  let end = first;
  while (end - first < CLAUSE_ITEMS_MAX && !CLAUSE_ENDS.has(classAt(read.items, end))) end++;
  // A clause that runs into a quotation is a mixed quote, which has its own place.
  return classAt(read.items, end) === "quotation" ? first : end;
}

/** Indirect speech in order, none overlapping another or a quotation. Empty for languages without a room. */
export function findIndirectSpeech(text: string, options: { readonly language: string }): readonly IndirectQuote[] {
  const { marks, speech } = findLanguage(options.language);
  if (speech === null || speech.isSpaceless) return [];
  const read = readText(text, findStretches(text, marks), speech);
  const found: { readonly link: Link; readonly span: readonly [number, number] }[] = [];
  let free = 0;
  read.items.forEach((item, verb) => {
    if (item.class !== "reporting" && item.class !== "source") return;
    const links = read.linksAt.get(verb) ?? [];
    const link = links.find((each) => each.kind !== "after") ?? links[0];
    const span = link === undefined ? null : findClause(read, link);
    if (link === undefined || span === null || span[0] < free) return;
    found.push({ link, span });
    free = Math.max(span[1], verb + 1);
  });
  const choices = found.map(
    ({ link }): Choice => ({ view: viewQuote(read, 0), mention: link.mention, probability: 1, verb: link.verb }),
  );
  const speakers = resolveSpeakers(read, choices);
  return found.flatMap(({ link, span }, index): readonly IndirectQuote[] => {
    const start = read.items[span[0]]?.start ?? 0;
    const end = read.items[span[1] - 1]?.end ?? 0;
    const verb = read.items[link.verb];
    const speaker = speakers[index];
    if (verb === undefined || speaker === null || speaker === undefined || end <= start) return [];
    const cue = { text: text.slice(verb.start, verb.end), start: verb.start, end: verb.end };
    return [{ text: text.slice(start, end), start, end, type: "indirect", speaker, cue }];
  });
}
