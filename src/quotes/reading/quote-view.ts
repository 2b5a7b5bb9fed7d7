/** What a quotation looks like from outside and inside: its neighbors, its length, how it begins and ends. */

import { classAt, classSet, type Link } from "../../languages/reading.ts";
import { isWordAt, kindAt, LOWER, SPACE, UPPER } from "../marks/characters.ts";
import { LINKS } from "../speakers/templates.ts";
import { CLASS_LETTERS } from "../speakers/word-path.ts";
import type { ReadText } from "./read-text.ts";

/** What may stand between a quotation and the cue that touches it. */
const BESIDE_QUOTE = classSet("comma", "colon", "complementizer", "otherPronoun", "time", "ly", "auxiliary", "dash");

export interface QuoteView {
  readonly quote: number;
  readonly at: number;
  readonly paragraph: number;
  readonly sentence: number;
  readonly wordCount: number;
  readonly capitalCount: number;
  /** Index in ENDS. */
  readonly end: number;
  readonly isCapital: boolean;
  readonly isLower: boolean;
  readonly isSentenceStart: boolean;
  readonly isParagraphStart: boolean;
  readonly isParagraphEnd: boolean;
  /** Mention that a verb touching the quotation has as its subject, before and after it; -1 for none. */
  readonly touchBefore: number;
  readonly touchAfter: number;
  readonly classBefore: number;
  readonly classAfter: number;
}

const CLASS_NUMBERS: ReadonlyMap<string, number> = new Map(
  Object.keys(CLASS_LETTERS).map((each, index) => [each, index]),
);
/** Words counted in a quotation; more make no difference. */
const WORDS_COUNTED_MAX = 400;

export function classNumber(read: ReadText, index: number): number {
  return CLASS_NUMBERS.get(classAt(read.items, index)) ?? 0;
}

const TIE = { none: 0, touch: 1, near: 2, far: 3, next: 4, away: 5, crossed: 6 } as const;

/** Index in TIES: how near the verb of a link, with its subject, stands to the quotation at item `at`. */
export function tieOf(read: ReadText, link: Link, at: number): number {
  const mention = read.mentions[link.mention];
  const quote = read.items[at];
  const verb = read.items[link.verb];
  if (mention === undefined || quote === undefined || verb === undefined) return TIE.none;
  const isAfter = link.verb > at;
  if (mention.last > at !== isAfter) return TIE.crossed;
  const near = isAfter ? Math.min(link.verb, mention.first) : Math.max(link.verb, mention.last);
  const between = isAfter ? near - at - 1 : at - near - 1;
  const quotes = Math.abs((read.quotesBefore[near] ?? 0) - (read.quotesBefore[at] ?? 0)) - (isAfter ? 1 : 0);
  if (
    verb.sentence === quote.sentence ||
    (isAfter && between <= 1 && verb.paragraph === quote.paragraph && verb.sentence === quote.sentence)
  ) {
    if (quotes > 0) return TIE.crossed;
    if (isTouching(read, isAfter ? at + 1 : near + 1, isAfter ? near : at)) return TIE.touch;
    return between <= 9 ? TIE.near : TIE.far;
  }
  if (verb.paragraph !== quote.paragraph) return quotes > 0 ? TIE.crossed : TIE.away;
  if (Math.abs(verb.sentence - quote.sentence) === 1) return quotes > 0 ? TIE.crossed : TIE.next;
  return quotes > 0 ? TIE.crossed : TIE.away;
}

function isTouching(read: ReadText, from: number, to: number): boolean {
  if (to - from > 4) return false;
  for (let index = from; index < to; index++) if (!BESIDE_QUOTE.has(classAt(read.items, index))) return false;
  return true;
}

function findTouch(read: ReadText, at: number, step: 1 | -1): number {
  for (let count = 1; count <= 14; count++) {
    const index = at + step * count;
    const itemClass = classAt(read.items, index);
    if (itemClass === "break" || itemClass === "quotation" || (itemClass === "stop" && step < 0)) return -1;
    for (const link of read.linksAt.get(index) ?? []) {
      if (LINKS[linkNumber(link)] !== "joined" && tieOf(read, link, at) === TIE.touch) return link.mention;
    }
  }
  return -1;
}

export function linkNumber(link: Link | null): number {
  return link === null ? 0 : Math.max(0, (LINKS as readonly string[]).indexOf(link.kind));
}

function endOf(text: string, start: number, end: number, isClosed: boolean, isShared: boolean): number {
  if (!isClosed) return 4;
  const last = text[end - 1] ?? "";
  if (isShared && isWordAt(text, end - 1) && /^\S?[,،]|^\S?\s[—–]/.test(text.slice(end, end + 4))) return 1;
  const inner = ".,!?…".includes(last) ? last : (text[end + 1] ?? "");
  if (end <= start) return 0;
  if (last === ",") return 1;
  if ("?!".includes(last)) return 3;
  if (last === "." || last === "…" || inner === ".") return 2;
  return 0;
}

export function viewQuote(read: ReadText, quote: number): QuoteView {
  const at = read.quoteItems[quote] ?? 0;
  const stretch = read.stretches[quote];
  const item = read.items[at];
  const start = stretch?.start ?? 0;
  const end = stretch?.end ?? 0;
  let wordCount = 0;
  let capitalCount = 0;
  for (let index = start; index < end && wordCount < WORDS_COUNTED_MAX; index++) {
    if (!isWordAt(read.text, index) || kindAt(read.text, index - 1) === UPPER || kindAt(read.text, index - 1) === LOWER)
      continue;
    if (index > start && isWordAt(read.text, index - 1)) continue;
    if ((read.text[index - 1] === "’" || read.text[index - 1] === "'") && isWordAt(read.text, index - 2)) continue;
    wordCount++;
    if (kindAt(read.text, index) === UPPER) capitalCount++;
  }
  let first = start;
  while (first < end && !isWordAt(read.text, first) && kindAt(read.text, first) !== SPACE) first++;
  const before = read.items[at - 1];
  return {
    quote,
    at,
    paragraph: item?.paragraph ?? 0,
    sentence: item?.sentence ?? 0,
    wordCount,
    capitalCount,
    end: endOf(read.text, start, end, stretch?.isClosed ?? true, !read.speech.weights.isOwn),
    isCapital: kindAt(read.text, first) === UPPER,
    isLower: kindAt(read.text, first) === LOWER,
    isSentenceStart: before === undefined || before.class === "break" || before.sentence !== item?.sentence,
    isParagraphStart: before === undefined || before.class === "break",
    isParagraphEnd:
      classAt(read.items, at + 1) === "break" ||
      (classAt(read.items, at + 1) === "stop" && classAt(read.items, at + 2) === "break"),
    touchBefore: findTouch(read, at, -1),
    touchAfter: findTouch(read, at, 1),
    classBefore: classNumber(read, at - 1),
    classAfter: classNumber(read, at + 1),
  };
}
