/** Lists an article's own line leads into (“The dead were named as:”): they are told whole, or what is told is not true. */

import type { Block } from "./blocks.ts";
import type { PageElement } from "./tree.ts";

const LISTS = new Set(["ul", "ol", "dl"]);
const ITEMS_MAX = 100;
/** Lists of links lead elsewhere. */
const LINK_SHARE_MAX = 0.3;
/** Paragraphs of the article that stand beside the list in its place. */
const PARAGRAPHS_MIN = 2;

function listOf(block: Block | undefined): PageElement | null {
  let element: PageElement | null = block?.element ?? null;
  for (let depth = 0; element !== null && depth < 4; depth += 1) {
    if (LISTS.has(element.tag)) return element;
    element = element.parent;
  }
  return null;
}

/** Numbers of blocks: the items of such lists, and the lines that lead into them. */
export function findToldLists(
  blocks: readonly Block[],
  isText: (block: Block, number: number) => boolean,
): ReadonlySet<number> {
  const counts = new Map<PageElement | null, number>();
  blocks.forEach((block, number) => {
    if (!isText(block, number)) return;
    counts.set(block.element.parent, (counts.get(block.element.parent) ?? 0) + 1);
  });
  const told = new Set<number>();
  for (let start = 1; start < blocks.length; start += 1) {
    const list = listOf(blocks[start]);
    const lead = blocks[start - 1];
    if (list === null || lead === undefined || !/[:：]$/.test(lead.text) || listOf(lead) !== null) continue;
    if (lead.element.parent !== list.parent || (counts.get(list.parent) ?? 0) < PARAGRAPHS_MIN) continue;
    let end = start;
    while (end < blocks.length && listOf(blocks[end]) === list) end += 1;
    const items = blocks.slice(start, end);
    const [length, linked] = items.reduce(
      ([all, links], { length, linkLength }) => [all + length, links + linkLength],
      [lead.length, lead.linkLength],
    );
    if (items.length > ITEMS_MAX || linked > length * LINK_SHARE_MAX) continue;
    for (let number = start - 1; number < end; number += 1) told.add(number);
    start = end;
  }
  return told;
}
