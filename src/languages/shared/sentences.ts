/** Where the sentences of a text begin and end, as offsets, in any language the bot meets. */

import type { Span } from "../../domain/article.ts";
import { findLanguage } from "../index.ts";
import type { TextWords } from "../language.ts";
import { listMatches } from "./matches.ts";
import { quicken } from "./patterns/quicken.ts";
import { type AbbreviationKind, abbreviationsOf } from "./splitting/abbreviations.ts";
import { paragraphsOf } from "./splitting/paragraphs.ts";

export interface SentenceSpan extends Span {
  /** True when the sentence begins inside a quotation that an earlier sentence opened. */
  readonly isInQuote: boolean;
}

const TEXT_LENGTH_MAX = 400_000;
const WORD_LENGTH_MAX = 24;
/** Below this share of capitals a text counts as written in lower case, where any letter may begin a sentence. */
const CAPITALS_SHARE_MIN = 0.004;

const TERMINATORS = /[.!?…。！？｡؟۔।]+/g;
const WIDE_TERMINATOR = /[。！？｡]/;
const CLOSER = /["”’'»“)\]」』›）]/;
/** In wide scripts “ only opens. */
const WIDE_CLOSER = /["”’'»)\]」』›）]/;
/** »Ja.« Then: the mark that opens elsewhere closes behind a chevron that pointed inward. */
const INWARD_PAIR = /»[^«»]*$/;
const OPENER = /["“„«‘'([「『‹（]/;
/** What ends a sentence and begins the next where the space between them was lost: a whole word, a year, an acronym. */
const GLUED_BEFORE = /^(?:[\p{L}’'-]*\p{Ll}{3}|\d{4}|\p{Lu}{2,5})[”"»)’']?$/u;
/** "get their hands on.Hale, a baker": a small word that ends a sentence, before a name or a whole word. */
const GLUED_SMALL = /^\p{Ll}{2}$/u;
const GLUED_NAME = /^\p{Lu}\p{Ll}{3,}(?:,? )/u;
const GLUED_AFTER =
  /^[“"]?(?!(?:Com|Net|Org|Js|Co|JS|NET|COM|ORG)\b)(?:(?:\p{Lu}\p{Ll}+){1,2}(?:-\p{L}+){0,3}(?:[’']s)?|A|An|In|On|At|He|It|We)(?:,? )/u;
/** "drug trafficking.US officers": letters of a name, behind a small word: "Character.AI" is one. */
const GLUED_LETTERS = /^(?!(?:AI|IO|TV|FM|JS|NET|COM|ORG|GOV|EDU|APP|DEV)\b)\p{Lu}{2,5} \p{Ll}/u;
/** "later in life.1 The score": the number of a note stands behind the stop. */
const NOTED_BEFORE = /\p{Ll}{4}[”"»)]?$/u;
const NOTE_NUMBER = /^\d{1,2}(?=\s+["“„«]?\p{Lu})/u;
const TIME_AFTER =
  /^(?:E[SD]?T|P[SD]?T|C[SD]?T|M[SD]?T|GMT|BST|CEST|CET|UTC|IST|local|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b/;
const LETTER = /\p{L}/u;
const SPEECH_AFTER_NAME =
  /^\p{Lu}[\p{L}.'’-]{0,24}(?: \p{Lu}[\p{L}.'’-]{0,24}){0,3} (?:said|says|asked|asks|added|told|wrote|tweeted|replied|shouted|exclaimed)\b/u;

const LOWER_CASE_LENGTH = 4000;
/** "Halden, Mass. — The ferry": a place, what it lies in cut short, and a dash belong to the sentence they head. */
const DATELINE_BEFORE = /^\p{Lu}[\p{L}'’.-]{1,20}(?: \p{Lu}[\p{L}'’.-]{1,20}){0,3}, \p{Lu}\p{L}{1,6}\.$/u;
const DATELINE_LENGTH_MAX = 44;
const DASH_AFTER = /^(?:[–—]|--?)[ \u00a0]/;

/** How far back the mark is looked for that opened a quotation. */
const QUOTATION_LENGTH_MAX = 1000;

function isLowerCased(text: string): boolean {
  let capitals = 0;
  let letters = 0;
  const length = Math.min(text.length, LOWER_CASE_LENGTH);
  for (let at = 0; at < length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 97 && code <= 122) letters++;
    else if (code >= 65 && code <= 90) capitals++;
    else if (code > 127) {
      const char = text.charAt(at);
      if (/\p{Lu}/u.test(char)) capitals++;
      else if (/\p{Ll}/u.test(char)) letters++;
    }
  }
  return letters > 200 && capitals < letters * CAPITALS_SHARE_MIN;
}

/** "U. Moor", "J.-P. Moor": another initial, or the other half of a short form in two parts. */
const INITIAL_NEXT = /^(\p{L}{1,4})\./u;
const PART_BEFORE = /(?<![\p{L}\p{N}])(\p{L}{1,4})\.[ \u00a0\u202f]$/u;
const PART_LENGTH_MAX = 4;

/** "z. B.", "EE. UU.", "т. д.": a short form in two parts, as its list has it; the word itself where it is none. */
function joinParts(
  text: string,
  wordStart: number,
  word: string,
  known: ReadonlyMap<string, AbbreviationKind>,
): string {
  if (word.length > PART_LENGTH_MAX) return word;
  const before = PART_BEFORE.exec(text.slice(Math.max(0, wordStart - PART_LENGTH_MAX - 3), wordStart))?.[1];
  const joined = before === undefined ? word : `${before}.${word}`;
  const kind = known.get(joined.toLowerCase());
  // "A. I. Moor" has initials, whatever A.I. is short for.
  return kind === undefined || (kind === "enders" && /^\p{Lu}$/u.test(word)) ? word : joined;
}

/** "(Fla.)", "(D-Ore.)": a few words in brackets that opened within the sentence leave it open. */
const SHORT_IN_BRACKETS = /[^\s.!?…]["”’'»]? \([^()\s]+(?: [^()\s]+)?$/;
const IN_BRACKETS_LENGTH_MAX = 40;

function isInBrackets(text: string, end: number): boolean {
  return SHORT_IN_BRACKETS.test(text.slice(Math.max(0, end - IN_BRACKETS_LENGTH_MAX), end));
}

const SAYING_REACH = 14;

/** “…。”他说, 「…。」と述べた: whether what follows a closed quotation says who spoke. */
function goesOn(rest: string, { quotingWords, sayingWords }: TextWords): boolean {
  if (quotingWords.some((word) => rest.startsWith(word))) return true;
  const near = /^[^。！？，、；“「\n]*/.exec(rest.slice(0, SAYING_REACH))?.[0] ?? "";
  return sayingWords.some((word) => near.includes(word));
}

const firstWord = (text: string): string => /^[\p{L}\p{M}'’-]{1,24}/u.exec(text)?.[0].toLowerCase() ?? "";

/** What stands before a word: a number, nothing in its paragraph, an initial. */
interface WordPlace {
  readonly isCounted: boolean;
  readonly isFirst: boolean;
  readonly isBehindInitial: boolean;
}

function placeOf(text: string, wordStart: number): WordPlace {
  const before = text.slice(Math.max(0, wordStart - 4), wordStart);
  return {
    isCounted: /\d[\s\u00a0]$/.test(before),
    isFirst: before.trim() === "",
    isBehindInitial: /(?<!\p{L})\p{Lu}\.\s$/u.test(before),
  };
}

/** Whether a full stop after `word` belongs to the word: "Dr.", "J. Smith", "U.S. forces", "3. März". */
function isAbbreviation(
  word: string,
  rest: string,
  language: TextWords,
  startsLow: boolean,
  abbreviations: ReadonlyMap<string, AbbreviationKind>,
  { isCounted, isFirst, isBehindInitial }: WordPlace,
): boolean {
  const low = word.toLowerCase();
  const listed = abbreviations.get(low);
  const kind = listed === "unit" ? (isCounted ? "enders" : "titles") : listed;
  const next = rest.replace(/^["“„«‘'([]+/, "");
  const isCapitalNext = /^\p{Lu}/u.test(next);
  const initial = INITIAL_NEXT.exec(next)?.[1];
  if (initial !== undefined && abbreviations.has(`${low}.${initial.toLowerCase()}`)) return true;
  const isInitialNext = initial?.length === 1 && /\p{Lu}/u.test(initial);
  const isStarterNext = isCapitalNext && !isInitialNext && !startsLow && language.stopWords.has(firstWord(next));
  if (kind === "titles") {
    // "The vote was no. The count goes on": a word that is also an ordinary one ends a sentence before a starter.
    return !(isStarterNext && /^(?:no|fig|sat|sun|mar|p|m|n|abs|art|min|max)$/.test(low));
  }
  // "The bar's chairman, Barr. Ada Moor": with a small letter it is another word.
  if (kind === "offices") return isCapitalNext && !isStarterNext && /^\p{Lu}/u.test(word);
  // "7 p.m. ET Monday", "2:10 a.m. Wednesday": the time goes on.
  if (kind === "enders") return !isCapitalNext || (/^[ap]\.?m$/.test(low) && TIME_AFTER.test(next));
  if (kind === "common") return !isStarterNext;
  if (/^(?:\p{L}\.-?){1,4}\p{L}$/u.test(word)) return !isStarterNext;
  if (/^\p{L}$/u.test(word) && (/^\p{Lu}$/u.test(word) || startsLow) && (low !== "i" || isBehindInitial))
    return !isStarterNext;
  // "see p. 5"
  if (/^\p{Ll}$/u.test(word) && /^\d/.test(next)) return true;
  // No ordinal stands before „Er“; a list's number does, first in its line.
  return language.hasOrdinalPoints && /^\d{1,2}$/.test(word) && (isFirst || !isStarterNext);
}

/** "l’art. 5", "dell’on. Moro": what lost its vowel before the word, or a mark. */
const ELIDED = /^(?:(?:[cdjlmnst]|qu|un|dell|all|nell|sull)(?=['’]\p{L}{2}))?['’]/iu;

/** The word that ends just before `index`. */
function wordBefore(text: string, index: number): string {
  let start = index;
  while (start > 0 && index - start < WORD_LENGTH_MAX && !/[\s()\]["“„«‘—–]/.test(text[start - 1] ?? "")) start--;
  return text.slice(start, index).replace(ELIDED, "");
}

/** A small letter right before a word with a capital. */
const GLUE = quicken(/\p{Ll}(?=(\p{Lu}\p{Ll}{1,12})['’ \u00a0])/gu);
const GLUED_HEAD = quicken(/^[^\p{Lu}.@#]{2,}\p{Ll}$/u);

/** "selon les autoritésCe n'est pas": a heading that a page glued to the sentence below it, which opens with a common word. */
function findGlued(text: string, { stopWords }: TextWords): readonly number[] {
  return listMatches(GLUE, text)
    .filter(({ 1: next = "" }) => stopWords.has(next.toLowerCase()))
    .map(({ index }) => index + 1)
    .filter((end) => {
      const word = wordBefore(text, end);
      return GLUED_HEAD.test(word) && !stopWords.has(word);
    });
}

/** Ends of the sentences within one paragraph, each just past its last mark. */
function findEnds(text: string, language: TextWords, startsLow: boolean): readonly number[] {
  const abbreviations = abbreviationsOf(language);
  const ends: number[] = [];
  for (const match of listMatches(TERMINATORS, text)) {
    const marks = match[0];
    const char = marks[0] ?? "";
    let end = match.index + marks.length;
    const marksEnd = end;
    const closer = WIDE_TERMINATOR.test(char) ? WIDE_CLOSER : CLOSER;
    while (end < text.length && closer.test(text[end] ?? "")) end++;
    if (text[end] === "«" && INWARD_PAIR.test(text.slice(Math.max(0, end - QUOTATION_LENGTH_MAX), end))) end++;
    // A closing mark set off by a space still belongs here; a straight mark there opens the next sentence.
    if (/^[ \u00a0\u202f][”»](?=\s|$)/.test(text.slice(end, end + 3))) end += 2;
    const hasGap = end >= text.length || /\s/.test(text[end] ?? "");
    const rest = text.slice(end, end + 120).trimStart();
    if (rest === "") continue;
    // "a report by E! News": one capital and its mark are a name.
    const isName = marks === "!" && /(?<![^\s(])\p{Lu}$/u.test(text.slice(Math.max(0, match.index - 2), match.index));
    if (isName && /^\p{Lu}/u.test(rest) && !language.stopWords.has(firstWord(rest))) continue;
    if (WIDE_TERMINATOR.test(char)) {
      if (!/^[、，」』]/.test(rest) && !(end > marksEnd && goesOn(rest, language))) ends.push(end);
      continue;
    }
    if (!hasGap) {
      // "have said.The 33 workers", "a “mistake”.An official": pages glued together.
      const word = wordBefore(text, marksEnd - marks.length);
      const behind = text.slice(end, end + 40);
      const isGlued =
        (GLUED_BEFORE.test(word) &&
          (GLUED_AFTER.test(behind) || (/^\p{Ll}/u.test(word) && GLUED_LETTERS.test(behind)))) ||
        (GLUED_SMALL.test(word) && language.stopWords.has(word) && GLUED_AFTER.test(behind) && GLUED_NAME.test(behind));
      const note = NOTED_BEFORE.test(word) ? NOTE_NUMBER.exec(text.slice(end, end + 12)) : null;
      if (isGlued) ends.push(end);
      else if (note !== null) ends.push(end + note[0].length);
      continue;
    }
    if (/^[,;:)\]–—]/.test(rest) && !/^[–—] ?["“«\p{Lu}]/u.test(rest)) continue;
    if (/^\p{Ll}/u.test(rest) && !startsLow) continue;
    if (marks === ".") {
      if (end < DATELINE_LENGTH_MAX && DASH_AFTER.test(rest) && DATELINE_BEFORE.test(text.slice(0, end))) continue;
      const printed = wordBefore(text, marksEnd - 1);
      const wordStart = marksEnd - 1 - printed.length;
      const word = joinParts(text, wordStart, printed, abbreviations);
      const place = placeOf(text, wordStart);
      const isClosed = end > marksEnd;
      if (!isClosed && isAbbreviation(word, rest, language, startsLow, abbreviations, place)) continue;
      if (text[marksEnd] === ")" && isInBrackets(text, marksEnd - 1)) continue;
    }
    if (end > marksEnd && /[!?…]/.test(marks) && SPEECH_AFTER_NAME.test(rest)) continue;
    if (!LETTER.test(rest) && !/\d/.test(rest) && rest.length < 4) continue;
    ends.push(end);
  }
  const glued = startsLow ? [] : findGlued(text, language);
  return glued.length === 0 ? ends : [...new Set([...ends, ...glued])].sort((a, b) => a - b);
}

/** Follows the pairs of marks that quote speech; straight marks toggle. */
function readQuoteDepth(text: string, isOpen: boolean): boolean {
  let open = isOpen;
  if (!/["“”„«»「」]/.test(text)) return open;
  for (const char of text) {
    if (char === "“" || char === "„" || char === "«" || char === "「") open = !(char === "“" && open);
    else if (char === "”" || char === "»" || char === "」") open = false;
    else if (char === '"') open = !open;
  }
  return open;
}

/** Sentences as trimmed offsets in reading order, never across a blank line. */
export function splitSentences(text: string, language: string): readonly SentenceSpan[] {
  const spans: SentenceSpan[] = [];
  const bounded = text.length > TEXT_LENGTH_MAX ? text.slice(0, TEXT_LENGTH_MAX) : text;
  const startsLow = isLowerCased(bounded);
  const words = findLanguage(language).text;
  for (const paragraph of paragraphsOf(bounded)) {
    let start = 0;
    let isOpen = false;
    for (const end of [...findEnds(paragraph.text, words, startsLow), paragraph.text.length]) {
      const piece = paragraph.text.slice(start, end);
      const lead = piece.length - piece.trimStart().length;
      const trimmed = piece.trim();
      if (trimmed !== "") {
        const from = paragraph.start + start + lead;
        spans.push({ start: from, end: from + trimmed.length, isInQuote: isOpen && !OPENER.test(trimmed[0] ?? "") });
      }
      isOpen = readQuoteDepth(piece, isOpen);
      start = end;
    }
  }
  return spans;
}
