/** Finds the short lines around a page's headline, where byline and date are printed. */

import { cleanLine, toComparable } from "../clean.ts";
import type { Block } from "../page/blocks.ts";
import type { PageElement, PageText } from "../page/tree.ts";

const BEFORE = 4;
const AFTER = 14;
const LINE_LENGTH_MAX = 160;
const BESIDE_LEVELS = 3;
/** Paragraphs of running text below the headline after which the header is over. */
const PROSE_MAX = 2;

export interface HeaderLines {
  /** Above the headline and in one place with it: the page's clock stands further off. */
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** A name and a date that only styling parts: "Ann Lee" and "Dec 5, 2031" without a space between. */
const GLUED_END = /[\p{Ll}\d]$/u;
const GLUED_START = /^[\p{Lu}\d]/u;

/** The line as a reader sees it: pieces that stand apart by their styling are parted by a space. */
function toLine({ element, text }: Block, number: number): string {
  let line = "";
  const visit = (node: PageElement | PageText): void => {
    if (line.length > LINE_LENGTH_MAX) return;
    if (node.kind === "element") for (const child of node.children) visit(child);
    else if (node.block === number || node.block < 0) {
      if (GLUED_END.test(line) && GLUED_START.test(node.text)) line += " ";
      line += node.text;
    }
  };
  visit(element);
  const clean = cleanLine(line);
  // Several blocks may share an element; only what is the same line otherwise is taken.
  return clean.replaceAll(" ", "") === text.replaceAll(" ", "") ? clean : text;
}

/** Lines in order; none when the page shows no headline. */
export function findHeaderLines(blocks: readonly Block[], title: string): HeaderLines {
  const key = toComparable(title);
  let headline = -1;
  blocks.forEach((block, index) => {
    if (headline >= 0 || key === "" || Math.abs(block.text.length - title.length) > 40) return;
    const isHeading = /^h[12]$/.test(block.element.tag) || /^h[12]$/.test(block.element.parent?.tag ?? "");
    if (isHeading && toComparable(block.text).startsWith(key.slice(0, 60))) headline = index;
  });
  if (headline < 0) headline = blocks.findIndex((block) => block.element.tag === "h1");
  const before: string[] = [];
  const after: string[] = [];
  if (headline < 0) return { before, after };
  let proseCount = 0;
  for (let index = Math.max(0, headline - BEFORE); index < Math.min(blocks.length, headline + AFTER); index++) {
    const block = blocks[index];
    if (block === undefined || index === headline) continue;
    const isLine = block.text.length <= LINE_LENGTH_MAX;
    if (index > headline && isLine) after.push(toLine(block, index));
    if (index < headline && isLine && isBeside(block.element, blocks[headline]?.element))
      before.push(toLine(block, index));
    if (index > headline && !isLine && ++proseCount >= PROSE_MAX) break;
  }
  return { before, after };
}

/** True when two elements share a holder a few levels up that is not the whole page. */
function isBeside(one: PageElement | undefined, other: PageElement | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  const around = new Set<PageElement>();
  for (let each: PageElement | null = other, up = 0; each !== null && up <= BESIDE_LEVELS; each = each.parent, up++)
    around.add(each);
  for (let each: PageElement | null = one, up = 0; each !== null && up <= BESIDE_LEVELS; each = each.parent, up++) {
    if (each.tag === "nav" || each.tag === "body") return false;
    if (around.has(each)) return true;
  }
  return false;
}
