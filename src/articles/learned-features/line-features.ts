/** Describes one block by itself: how its line reads, in numbers. */

import { listSiteLines } from "../../languages/index.ts";
import { isDateLine } from "../../languages/shared/dates/date-lines.ts";
import { quicken } from "../../languages/shared/patterns/quicken.ts";
import { toWordPattern } from "../../languages/shared/word-pattern.ts";
import { flag } from "../../learned/features.ts";
import type { Measures } from "../../learned/rows.ts";
import { hasSentenceEnd, toComparable } from "../clean.ts";
import { readCreditLine } from "../facts/agency.ts";
import type { Block } from "../page/blocks.ts";
import type { PageElement } from "../page/tree.ts";
import { hasCaptionOpening, hasLead, hasPrompt, isPointer, isRail, readByline } from "../site-lines/site-phrases.ts";

/** Characters of a block that are looked at. */
const LOOKED_AT_MAX = 3_000;
const COMPARED_MAX = 400;

const headingLevel = (tag: string): number => (tag.length === 2 && /^h[1-6]$/.test(tag) ? Number(tag[1]) : 0);

/** What is asked of a block more than once. */
export interface Facts {
  readonly block: Block;
  /** False for a line that is all link and stands before or after what Readability keeps: nothing more is asked of it. */
  readonly isCandidate: boolean;
  readonly words: number;
  readonly linkShare: number;
  readonly endsSentence: boolean;
  readonly heading: number;
  readonly isReadable: boolean;
  readonly isRail: boolean;
  /** Empty for what is no candidate. */
  readonly comparable: string;
  readonly kind: string;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the whole range of ASCII.
const IS_ASCII = /^[\u0000-\u007F]*$/;
const UNSPACED = quicken(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu);
/** Words of a cleaned line; two characters are one where words are not parted. */
function countWords(text: string): number {
  let spaced = 1;
  for (let at = text.indexOf(" "); at >= 0; at = text.indexOf(" ", at + 1)) spaced++;
  if (IS_ASCII.test(text)) return spaced;
  const unspaced = text.match(UNSPACED)?.length ?? 0;
  return unspaced > text.length / 4 ? Math.round(unspaced / 2) + spaced : spaced;
}

function headingOf(element: PageElement): number {
  for (let each: PageElement | null = element, up = 0; each !== null && up < 3; each = each.parent, up++) {
    const level = headingLevel(each.tag);
    if (level > 0) return level;
  }
  return 0;
}

const SKIPPED_LINK_SHARE = 0.8;
const SKIPPED_WORDS_MAX = 15;

/** A line is `isAmid` when it stands between two that Readability keeps. */
export function toFacts(block: Block, isReadable: boolean, isAmid: boolean): Facts {
  const { element, text } = block;
  const words = countWords(text);
  const linkShare = block.length === 0 ? 0 : Math.min(1, block.linkLength / block.length);
  const isCandidate = isAmid || linkShare <= SKIPPED_LINK_SHARE || words > SKIPPED_WORDS_MAX;
  const comparable = isCandidate ? toComparable(text.length > COMPARED_MAX ? text.slice(0, COMPARED_MAX) : text) : "";
  return {
    block,
    isCandidate,
    words,
    linkShare,
    endsSentence: hasSentenceEnd(text),
    heading: headingOf(element),
    isReadable,
    isRail: isCandidate && isRail(text, comparable),
    comparable,
    kind: `${element.parent?.tag ?? ""}.${(element.parent?.attributes["class"] ?? "").slice(0, 60)}>${element.tag}.${(element.attributes["class"] ?? "").slice(0, 60)}`,
  };
}

/** The reader is spoken to, the outlet speaks of itself, somebody speaks: in the languages served. */
const YOU = new Set(listSiteLines(({ persons }) => persons.you));
const WE = new Set(listSiteLines(({ persons }) => persons.we));
const I = new Set(listSiteLines(({ persons }) => persons.i));
const PICTURE_AGENCIES = [
  "getty",
  "shutterstock",
  "istock",
  "unsplash",
  "imago",
  "picture alliance",
  "via ap",
  "ap photo",
];
const PHOTO_CREDIT = quicken(toWordPattern([...PICTURE_AGENCIES, ...listSiteLines(({ photos }) => photos)]));

interface Scan {
  readonly parts: number;
  readonly capitals: number;
  readonly short: number;
  readonly letters: number;
  readonly digits: number;
  readonly commas: number;
  readonly sentences: number;
}

const isUpper = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return (code >= 65 && code <= 90) || (code > 127 && /^\p{Lu}/u.test(text.slice(at, at + 2)));
};

/** Counts what a line is made of, in one pass. */
function scan(text: string): Scan {
  let parts = 0;
  let capitals = 0;
  let short = 0;
  let letters = 0;
  let digits = 0;
  let commas = 0;
  let sentences = 0;
  let start = 0;
  for (let at = 0; at <= text.length; at++) {
    const code = at === text.length ? 32 : text.charCodeAt(at);
    if (code === 32) {
      parts++;
      if (isUpper(text, start)) capitals++;
      else if (at - start <= 3) short++;
      letters += at - start;
      start = at + 1;
    } else if (code >= 48 && code <= 57) digits++;
    else if (code === 44 || code === 0xff0c || code === 0x3001 || code === 0x60c) commas++;
    else if (code === 46 || code === 33 || code === 63 || code === 0x3002 || code === 0xff01 || code === 0xff1f) {
      const next = text.charCodeAt(at + 1);
      if (next === 32 || next === 34 || next === 0x201d || next === 0xbb || next === 0x2019 || next === 41) sentences++;
    }
  }
  return { parts, capitals, short, letters, digits, commas, sentences };
}

/** A line by itself, with what its measures share. */
export interface OwnLine extends Scan {
  readonly facts: Facts;
  /** As far as it is looked at. */
  readonly text: string;
  /** Characters of the block, and words of the compared part, to divide by. */
  readonly solid: number;
  readonly compared: number;
  /** Words that speak to the reader, of the outlet, and of whoever speaks. */
  readonly you: number;
  readonly we: number;
  readonly self: number;
  readonly isHidden: boolean;
  readonly isBody: boolean;
}

export const OWN_MEASURES: Measures<OwnLine> = {
  words: ({ facts }) => Math.log2(1 + facts.words),
  linkShare: ({ facts }) => facts.linkShare,
  links: ({ facts }) => Math.min(9, facts.block.linkCount),
  strongShare: ({ facts, solid }) => facts.block.strongLength / solid,
  slantShare: ({ facts, solid }) => facts.block.slantLength / solid,
  endsSentence: ({ text }) => flag(/[.!?。！？؟۔][\s"”»’“」』)\]]*$/.test(text)),
  endsColon: ({ text }) => flag(/[:：]$/.test(text)),
  endsDots: ({ text }) => flag(/(?:…|\.\.\.)$/.test(text)),
  sentences: ({ sentences }) => Math.min(12, sentences),
  capitalShare: ({ parts, capitals }) => capitals / parts,
  isCapitals: ({ text }) => flag(text.length > 3 && text === text.toUpperCase() && text !== text.toLowerCase()),
  digitShare: ({ text, digits }) => digits / Math.max(1, text.length),
  commas: ({ commas }) => Math.min(20, commas),
  hasQuote: ({ text }) => flag(/["“”„«»「]/.test(text)),
  startsLower: ({ text }) => flag(/^\p{Ll}/u.test(text)),
  startsSymbol: ({ text }) => flag(/^[^\p{L}\p{N}"“„«»「‘'([]/u.test(text)),
  hasCopyright: ({ text }) => flag(/©|\(c\) ?\d{4}/i.test(text)),
  hasBar: ({ text }) => flag(/[|·•»›]/.test(text)),
  hasAddress: ({ text }) => flag(/@\w|https?:|www\./.test(text)),
  shortWordShare: ({ parts, short }) => short / parts,
  wordLength: ({ parts, letters }) => letters / parts,
  youShare: ({ compared, you }) => you / compared,
  weShare: ({ compared, we }) => we / compared,
  iShare: ({ compared, self }) => self / compared,
  hasPhotoCredit: ({ text }) => flag(text.length < 500 && PHOTO_CREDIT.test(text)),
  isRail: ({ facts }) => flag(facts.isRail),
  hasLead: ({ facts, text }) => flag(hasLead(text, facts.comparable)),
  isPointer: ({ facts, text }) => flag(isPointer(text, facts.comparable)),
  hasPrompt: ({ facts, text }) => flag(hasPrompt(text, facts.comparable)),
  hasCaption: ({ facts, text }) => flag(hasCaptionOpening(text, facts.comparable)),
  isByline: ({ text }) => flag(text.length < 120 && readByline(text) !== null),
  isDate: ({ text }) => flag(text.length < 90 && isDateLine(text)),
  isCredit: ({ text }) => flag(text.length < 60 && readCreditLine(text) !== null),
  heading: ({ facts }) => facts.heading,
  isHidden: ({ isHidden }) => flag(isHidden),
  isBody: ({ isBody }) => flag(isBody),
  depth: ({ facts }) => Math.min(60, facts.block.element.depth),
};

export function readLine(facts: Facts, isHidden: boolean, isBody: boolean): OwnLine {
  const { block, words, comparable } = facts;
  const text = block.text.length > LOOKED_AT_MAX ? block.text.slice(0, LOOKED_AT_MAX) : block.text;
  let you = 0;
  let we = 0;
  let self = 0;
  for (const word of comparable.split(" ")) {
    if (YOU.has(word)) you++;
    if (WE.has(word)) we++;
    if (I.has(word)) self++;
  }
  return {
    ...scan(text),
    facts,
    text,
    solid: Math.max(1, block.length),
    compared: Math.max(4, Math.min(words, 70)),
    you,
    we,
    self,
    isHidden,
    isBody,
  };
}
