/** Cuts a page's tree into blocks: the lines and paragraphs a reader sees, each with where it stands. */

import { cleanCharacters, countSolid, decodeText, hasSentenceEnd } from "../clean.ts";
import { BLOCK_TAGS, type Page, type PageElement, type PageText } from "./tree.ts";

export interface Block {
  /** One paragraph, cleaned, on one line. */
  readonly text: string;
  /** The element that holds it: the nearest one that breaks the line. */
  readonly element: PageElement;
  /** Characters of it, other than spaces, inside links. */
  readonly linkLength: number;
  /** Characters of it other than spaces. */
  readonly length: number;
  /** Number of links touching it. */
  readonly linkCount: number;
  /** Characters in bold. */
  readonly strongLength: number;
  /** Characters in italics. */
  readonly slantLength: number;
}

/** Programs and markup quoted as they stand: an entity in them is meant. */
const CODE_TAGS = new Set(["code", "kbd", "samp", "pre", "tt"]);
/** An entity that the page shows as such, since it was escaped twice. */
const SHOWN_ENTITY = /&(?:#\d{2,6}|#x[0-9a-f]{2,5}|[a-z]{2,8});/i;

const CELL_SEPARATOR = " | ";
const LINK_TAGS = new Set(["a", "button"]);
const STRONG_TAGS = new Set(["b", "strong"]);
const SLANT_TAGS = new Set(["em", "i"]);
/** Longest text of one cell in a table that is read row by row. */
const CELL_LENGTH_MAX = 300;
/** Longest line in bold that is looked at as the heading of what follows it in the same paragraph. */
const HEADING_LENGTH_MAX = 200;

/** What kinds of inline element a text stands in. */
interface Inner {
  readonly isLink: boolean;
  readonly isStrong: boolean;
  readonly isSlant: boolean;
}
const NO_INNER: Inner = { isLink: false, isStrong: false, isSlant: false };

function toInner(tag: string, inner: Inner): Inner {
  if (LINK_TAGS.has(tag)) return inner.isLink ? inner : { ...inner, isLink: true };
  if (STRONG_TAGS.has(tag)) return inner.isStrong ? inner : { ...inner, isStrong: true };
  if (SLANT_TAGS.has(tag)) return inner.isSlant ? inner : { ...inner, isSlant: true };
  return inner;
}

/** A single line break inside a paragraph parts it only where a sentence ended. */
function splitLines(text: string): readonly string[] {
  const lines = cleanCharacters(text).split("\n");
  const paragraphs: string[] = [];
  let paragraph = "";
  for (const raw of lines) {
    const line = raw.replace(/\s+/g, " ").trim();
    if (line === "") {
      if (paragraph !== "") paragraphs.push(paragraph);
      paragraph = "";
    } else if (paragraph === "") paragraph = line;
    else if (hasSentenceEnd(paragraph) || paragraph.length < 60) {
      paragraphs.push(paragraph);
      paragraph = line;
    } else paragraph += ` ${line}`;
  }
  if (paragraph !== "") paragraphs.push(paragraph);
  return paragraphs;
}

function isDataRow(row: PageElement): boolean {
  let cellCount = 0;
  for (const child of row.children) {
    if (child.kind !== "element" || (child.tag !== "td" && child.tag !== "th")) continue;
    cellCount++;
    if (child.hasBlock) return false;
    let length = 0;
    for (const each of child.children) {
      if (each.kind === "text") length += each.text.length;
      else for (const inner of each.children) if (inner.kind === "text") length += inner.text.length;
    }
    if (length > CELL_LENGTH_MAX) return false;
  }
  return cellCount > 1;
}

/** Blocks in document order. Marks the tree's texts with the number of their block. */
export function findBlocks(page: Page): readonly Block[] {
  const blocks: Block[] = [];
  let buffer = "";
  let texts: PageText[] = [];
  let linkLength = 0;
  let linkCount = 0;
  let strongLength = 0;
  let slantLength = 0;
  let hasCode = false;
  /** Length of the buffer behind a break below a line wholly in bold. */
  let boldEnd = -1;

  const flush = (element: PageElement): void => {
    if (buffer !== "") {
      const isEscaped = !hasCode && SHOWN_ENTITY.test(buffer);
      const paragraphs = splitLines(isEscaped ? decodeText(buffer) : buffer);
      if (paragraphs.length > 0) {
        const total = Math.max(1, countSolid(buffer));
        const first = blocks.length;
        for (const text of paragraphs) {
          const length = countSolid(text);
          const share = length / total;
          blocks.push({
            text,
            element,
            length,
            linkLength: Math.round(linkLength * share),
            linkCount: Math.ceil(linkCount * share),
            strongLength: Math.round(strongLength * share),
            slantLength: Math.round(slantLength * share),
          });
        }
        markTexts(texts, first, paragraphs);
      }
    }
    buffer = "";
    texts = [];
    linkLength = 0;
    linkCount = 0;
    strongLength = 0;
    slantLength = 0;
    hasCode = false;
    boldEnd = -1;
  };

  const visit = (element: PageElement, holder: PageElement, inner: Inner): void => {
    const { tag } = element;
    if (tag === "head") {
      for (const child of element.children)
        if (child.kind === "element" && child.tag === "body") visit(child, child, NO_INNER);
      return;
    }
    if (tag === "br") {
      const isBold = strongLength > 0 && buffer.length < HEADING_LENGTH_MAX && strongLength === countSolid(buffer);
      buffer += "\n";
      boldEnd = isBold ? buffer.length : -1;
      return;
    }
    const isRow = tag === "tr" && isDataRow(element);
    const isBlock = BLOCK_TAGS.has(tag);
    if (isBlock) flush(holder);
    const inside = isBlock ? element : holder;
    if (LINK_TAGS.has(tag)) linkCount++;
    if (CODE_TAGS.has(tag)) hasCode = true;
    const within = toInner(tag, inner);
    for (const child of element.children) {
      if (child.kind === "text") {
        // "<b>What changes</b><br>The ferry stops": a heading, and the text below it.
        if (boldEnd >= 0 && !within.isStrong && /\S/.test(child.text)) {
          if (buffer.slice(boldEnd).trim() === "") buffer += "\n";
          boldEnd = -1;
        }
        buffer +=
          child.text.includes("\n") || child.text.includes("\r") ? child.text.replace(/[\r\n]+/g, " ") : child.text;
        if (/\S/.test(child.text)) {
          texts.push(child);
          if (within !== NO_INNER) {
            const length = countSolid(child.text);
            if (within.isLink) linkLength += length;
            if (within.isStrong) strongLength += length;
            if (within.isSlant) slantLength += length;
          }
        }
      } else if (isRow && (child.tag === "td" || child.tag === "th")) {
        if (/\S/.test(buffer)) buffer += CELL_SEPARATOR;
        visitCell(child, within.isLink);
      } else visit(child, inside, within);
    }
    if (isBlock) flush(inside);
  };

  /** A cell of a data row: its paragraphs run on in the row's line. */
  const visitCell = (element: PageElement, isInLink: boolean): void => {
    const isLink = isInLink || LINK_TAGS.has(element.tag);
    if (LINK_TAGS.has(element.tag)) linkCount++;
    for (const child of element.children) {
      if (child.kind === "text") {
        buffer += child.text.replace(/[\r\n]+/g, " ");
        if (/\S/.test(child.text)) {
          texts.push(child);
          if (isLink) linkLength += countSolid(child.text);
        }
      } else {
        buffer += " ";
        visitCell(child, isLink);
      }
    }
  };

  visit(page.root, page.root, NO_INNER);
  flush(page.root);
  return blocks;
}

/** Texts in order to the paragraphs they were cut into. */
function markTexts(texts: readonly PageText[], first: number, paragraphs: readonly string[]): void {
  let paragraph = 0;
  let used = 0;
  let isFirst = true;
  for (const text of texts) {
    while (paragraph < paragraphs.length - 1 && used >= countSolid(paragraphs[paragraph] ?? "")) {
      used = 0;
      paragraph++;
      isFirst = true;
    }
    text.block = first + paragraph;
    text.isFirst = isFirst;
    isFirst = false;
    used += countSolid(cleanCharacters(text.text));
  }
}
