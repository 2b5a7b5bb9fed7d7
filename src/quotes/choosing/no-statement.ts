/** What stands in marks and is no statement on the news: a line above a link, a call to act, a pull quote, a sample. */

import type { Quote } from "../../domain/article.ts";
import { listSiteLines } from "../../languages/index.ts";
import { quicken } from "../../languages/shared/patterns/quicken.ts";
import { toGroupedFinder } from "../../languages/shared/word-pattern.ts";
import { toListed } from "../../languages/shared/words.ts";
import { isHalfThought } from "./half-thoughts.ts";
import { kindOf, type WordKind } from "./word-kinds.ts";
import { type WorthContext, wordsOf } from "./worth-context.ts";

/** Addresses, and what a message carries in their place. */
const LINK = quicken(
  /https?:\/\/|\bwww\.|\b(?:pic\.twitter|t\.co|bit\.ly|instagram|youtu)\b[./]|(?:^|\s)(?:#\p{L}\S*\s*){2,}/iu,
);
/** Characters behind a quote in which the next word is looked for. */
const BEHIND_LENGTH = 40;
/** So many words that stand elsewhere in the text too were copied from there. */
const COPY_WORDS = 8;
const ASKS = toGroupedFinder(listSiteLines(({ asks }) => asks));

/** Whether nothing but the quote stands in its paragraph. */
export function isParagraph(text: string, { start, end }: Quote): boolean {
  const before = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
  const behind = text.slice(end).split("\n", 1)[0] ?? "";
  return !/[\p{L}\p{N}]/u.test(before + behind);
}

/** "… and then the pier, …", "the boats —": cut by whoever quotes it, or by who speaks. */
const BREAKS_OFF = /^(?:…|\.\.\.)|(?:…|\.\.\.|\[…\]|\[\.\.\.\]|\s[–—-]|—)\.?["”»]?$/u;

/** A closing mark, a few words, and a comma before the next opening mark. */
const BETWEEN = /^["”»“]?,?[^.!?\n"“”«»]{3,60},\s*["“«]$/u;

/** Nobody says it, and it breaks off, stands alone or repeats the text: set large for the eye, or an example. */
function isDisplay(quote: Quote, { text }: WorthContext): boolean {
  if (quote.speaker !== null || quote.cue !== null) return false;
  if (isParagraph(text, quote)) return true;
  if (wordsOf(quote).length < COPY_WORDS) return false;
  return text.indexOf(quote.text) !== text.lastIndexOf(quote.text);
}

/** "If the boats stop,” she said, “we leave.”": the sentence is told in two parts, and its first only says when. */
function isHalf({ text, start, end }: Quote, context: WorthContext): boolean {
  const opens = context.asides.cuts?.opensLow.test(text) === true;
  if (!opens || /[.!?]\s/.test(text)) return false;
  const next = context.quotes.find((quote) => quote.start > start);
  return next !== undefined && BETWEEN.test(context.text.slice(end, next.start));
}

const WORD = quicken(/[\p{L}\p{M}]+/gu);
const OWN_NAME_LENGTH_MIN = 4;

/** “Moor saw the answers and went on”, given to Moor: somebody else tells of her. */
function tellsOfSpeaker({ text, speaker }: Quote): boolean {
  const own = speaker?.kind === "person" ? (speaker.name.match(WORD)?.at(-1) ?? "") : "";
  return own.length >= OWN_NAME_LENGTH_MIN && new Set<string>(text.match(WORD)).has(own);
}

const OPENS_SENTENCE = quicken(/^["“‘«„]?\p{Lu}/u);
const HAS_END = quicken(/[\p{P}]["”»’']*$/u);
/** Kinds of words by which the sentence of a quotation goes on, when nobody is told to have said it there. */
const GOES_ON: ReadonlySet<WordKind> = new Set(["auxiliary", "other"]);

/** `“Every day is one on which nobody thinks of the boats” owned by the town, he warned`: its sentence ends outside. */
function isBrokenOff({ text, end }: Quote, context: WorthContext): boolean {
  if (!OPENS_SENTENCE.test(text) || HAS_END.test(text)) return false;
  const behind = context.text.slice(end, end + BEHIND_LENGTH).replace(/^["”»“’']+/u, "");
  const next = /^ (\p{Ll}[\p{L}\p{M}]*)/u.exec(behind)?.[1];
  return next !== undefined && GOES_ON.has(kindOf(next, context.speech));
}

const toSentences = (text: string): readonly string[] => text.split(/(?<=[.!?…])\s+/u);

/** “All of it was before us,” she said. “But now I see no boat”: the rest takes back what is said first. */
const isTakenBack = ({ start, group }: Quote, { quotes, asides }: WorthContext): boolean =>
  quotes.some(
    (quote) =>
      quote.group === group &&
      quote.start > start &&
      toSentences(quote.text).some((sentence) => asides.quoted.reversals.test(sentence.replaceAll("’", "'"))),
  );

export const isNoStatement = (quote: Quote, context: WorthContext): boolean =>
  LINK.test(quote.text) ||
  context.asides.quoted.covers.test(toListed(quote.text)) ||
  toSentences(quote.text).some((sentence) => ASKS.test(sentence) || context.asides.quoted.calls.test(sentence)) ||
  BREAKS_OFF.test(quote.text.trim()) ||
  isHalf(quote, context) ||
  isHalfThought(quote, context) ||
  isBrokenOff(quote, context) ||
  isTakenBack(quote, context) ||
  tellsOfSpeaker(quote) ||
  isDisplay(quote, context);
