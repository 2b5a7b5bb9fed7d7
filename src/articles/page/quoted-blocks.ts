/** Gives the marks of quotation to what a page sets apart as one, so that it never reads as the page's own words. */

import { findLanguage } from "../../languages/index.ts";
import type { Block } from "./blocks.ts";
import type { PageElement } from "./tree.ts";

/** Parts of a blockquote that are none of its words, or were never prose. */
const NO_WORDS = new Set([
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "li",
  "td",
  "tr",
  "th",
  "figcaption",
  "cite",
  "footer",
  "dt",
  "dd",
]);
const SIGNED = /^\s*[—–―-]\s*\S/;
const SIGNING_TAGS = new Set(["cite", "footer"]);
const SIGNATURE_LENGTH_MAX = 120;
/** A page that sets most of its text apart only wants it indented. */
const LAYOUT_SHARE = 0.5;
const HAS_MARKS = /["“”„«»「」『』]/;
/** Prose, not a label: what is worth marks. */
const WORDS_MIN = 4;

function findQuotation(element: PageElement): PageElement | null {
  for (let at: PageElement | null = element; at !== null; at = at.parent) if (at.tag === "blockquote") return at;
  return null;
}

const isWords = ({ element, text }: Block): boolean =>
  !NO_WORDS.has(element.tag) && !SIGNED.test(text) && text.split(/\s+/).length >= WORDS_MIN;

const isSignature = ({ element, text }: Block): boolean =>
  text.length <= SIGNATURE_LENGTH_MAX && (SIGNED.test(text) || SIGNING_TAGS.has(element.tag));

const toSignature = (text: string): string => ` — ${text.replace(/^[\s—–―-]+/, "")}`;

/** Paragraphs of one blockquote: each opened, the last one closed and signed by who is named below it. */
function markGroup(group: readonly Block[], [open, close]: readonly [string, string]): readonly string[] {
  const last = group.findLastIndex(isWords);
  if (last < 0 || group.some(({ text }) => HAS_MARKS.test(text))) return group.map(({ text }) => text);
  const signature = group[last + 1];
  const isSigned = signature !== undefined && isSignature(signature);
  return group.flatMap((block, index) => {
    if (isSigned && index === last + 1) return [];
    if (!isWords(block)) return [block.text];
    if (index < last) return [open + block.text];
    return [open + block.text + close + (isSigned ? toSignature(signature.text) : "")];
  });
}

/** The texts of an article's blocks in order. */
export function toParagraphs(blocks: readonly Block[], language: string | null): readonly string[] {
  const quotations = blocks.map(({ element }) => findQuotation(element));
  if (quotations.every((each) => each === null)) return blocks.map(({ text }) => text);
  const total = blocks.reduce((sum, { length }) => sum + length, 0);
  const marks = findLanguage(language ?? "").marks.hasLowOpeners ? (["„", "“"] as const) : (["“", "”"] as const);
  const paragraphs: string[] = [];
  for (let from = 0; from < blocks.length; ) {
    const own = quotations[from] ?? null;
    let to = from + 1;
    while (to < blocks.length && quotations[to] === own) to++;
    const group = blocks.slice(from, to);
    const length = group.reduce((sum, block) => sum + block.length, 0);
    const isLayout = own === null || length > LAYOUT_SHARE * total;
    paragraphs.push(...(isLayout ? group.map(({ text }) => text) : markGroup(group, marks)));
    from = to;
  }
  return paragraphs;
}
