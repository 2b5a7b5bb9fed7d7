/** Describes one block by itself: how its line reads, in numbers. */

import { readCreditLine } from "./agency.ts";
import type { Block } from "./blocks.ts";
import { hasSentenceEnd, toComparable } from "./clean.ts";
import { isDateLine } from "./dates.ts";
import { hasCaptionOpening, hasLead, hasPrompt, isPointer, isRail, readByline } from "./phrases.ts";
import type { PageElement } from "./tree.ts";

export const OWN_NAMES = [
  "words",
  "linkShare",
  "links",
  "strongShare",
  "endsSentence",
  "endsColon",
  "endsDots",
  "sentences",
  "capitalShare",
  "isCapitals",
  "digitShare",
  "commas",
  "hasQuote",
  "startsLower",
  "startsSymbol",
  "hasCopyright",
  "hasBar",
  "hasAddress",
  "shortWordShare",
  "wordLength",
  "isRail",
  "hasLead",
  "isPointer",
  "hasPrompt",
  "hasCaption",
  "isByline",
  "isDate",
  "isCredit",
  "heading",
  "isHidden",
  "isBody",
  "depth",
] as const;

const countOf = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
const headingLevel = (tag: string): number => (/^h[1-6]$/.test(tag) ? Number(tag[1]) : 0);
export const flag = (value: boolean): number => (value ? 1 : 0);

/** What is asked of a block more than once. */
export interface Facts {
  readonly block: Block;
  readonly words: number;
  readonly linkShare: number;
  readonly endsSentence: boolean;
  readonly heading: number;
  readonly isReadable: boolean;
  readonly isRail: boolean;
  readonly comparable: string;
  readonly kind: string;
}

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;
const wordsOf = (text: string): number => {
  const spaced = countOf(text, /\s+/g) + 1;
  const unspaced = countOf(text, UNSPACED);
  return unspaced > text.length / 4 ? Math.round(unspaced / 2) + spaced : spaced;
};

function headingOf(element: PageElement): number {
  for (let each: PageElement | null = element, up = 0; each !== null && up < 3; each = each.parent, up++) {
    const level = headingLevel(each.tag);
    if (level > 0) return level;
  }
  return 0;
}

export function toFacts(block: Block, isReadable: boolean): Facts {
  const { element } = block;
  const comparable = toComparable(block.text.length > 400 ? block.text.slice(0, 400) : block.text);
  return {
    block,
    words: wordsOf(block.text),
    linkShare: block.length === 0 ? 0 : Math.min(1, block.linkLength / block.length),
    endsSentence: hasSentenceEnd(block.text),
    heading: headingOf(element),
    isReadable,
    isRail: isRail(block.text, comparable),
    comparable,
    kind: `${element.parent?.tag ?? ""}.${(element.parent?.attributes["class"] ?? "").slice(0, 60)}>${element.tag}.${(element.attributes["class"] ?? "").slice(0, 60)}`,
  };
}

/** In the order of OWN_NAMES. */
export function ownValues(facts: Facts, isHidden: boolean, isBody: boolean): readonly number[] {
  const { block, words, comparable } = facts;
  const text = block.text.length > 3_000 ? block.text.slice(0, 3_000) : block.text;
  const parts = text.split(" ");
  let capitals = 0;
  let short = 0;
  let letters = 0;
  for (const part of parts) {
    const code = part.charCodeAt(0);
    if ((code >= 65 && code <= 90) || (code > 127 && /^\p{Lu}/u.test(part))) capitals++;
    else if (part.length <= 3) short++;
    letters += part.length;
  }
  const digits = countOf(text, /\d/g);
  return [
    Math.log2(1 + words),
    facts.linkShare,
    Math.min(9, block.linkCount),
    block.length === 0 ? 0 : block.strongLength / block.length,
    flag(/[.!?。！？؟۔][\s"”»’“」』)\]]*$/.test(text)),
    flag(/[:：]$/.test(text)),
    flag(/(?:…|\.\.\.)$/.test(text)),
    Math.min(12, countOf(text, /[.!?。！？][\s"”»’)]/g)),
    capitals / parts.length,
    flag(text.length > 3 && text === text.toUpperCase() && text !== text.toLowerCase()),
    digits / Math.max(1, text.length),
    Math.min(20, countOf(text, /[,，、،]/g)),
    flag(/["“”„«»「]/.test(text)),
    flag(/^\p{Ll}/u.test(text)),
    flag(/^[^\p{L}\p{N}"“„«»「‘'([]/u.test(text)),
    flag(/©|\(c\) ?\d{4}/i.test(text)),
    flag(/[|·•»›]/.test(text)),
    flag(/@\w|https?:|www\./.test(text)),
    short / parts.length,
    letters / parts.length,
    flag(facts.isRail),
    flag(hasLead(text, comparable)),
    flag(isPointer(text, comparable)),
    flag(hasPrompt(text, comparable)),
    flag(hasCaptionOpening(text, comparable)),
    flag(text.length < 120 && readByline(text) !== null),
    flag(text.length < 90 && isDateLine(text)),
    flag(text.length < 60 && readCreditLine(text) !== null),
    facts.heading,
    flag(isHidden),
    flag(isBody),
    Math.min(60, block.element.depth),
  ];
}
