/** Notes of a page on its own text, which stand above or below it and belong to it: what was corrected, that it is satire. */

import { findNoteKind } from "../../languages/page-notes.ts";
import type { Block } from "../page/blocks.ts";
import type { PageElement } from "../page/tree.ts";

/** So many elements above a note hold the text that it is about. */
const LEVELS_MAX = 3;
const WORDS_MIN = 4;
const LINK_SHARE_MAX = 0.5;

/** A whole sentence by which the page takes back some or all of itself; a bare label may be a link to a section. */
export function isOwnNote({ text, length, linkLength }: Block): boolean {
  const kind = findNoteKind(text);
  if (kind === null || kind === "update" || kind === "label") return false;
  return linkLength <= LINK_SHARE_MAX * length && text.split(" ", WORDS_MIN).length >= WORDS_MIN;
}

/** The numbers of the notes that stand with the text chosen. */
export function findOwnNotes(
  blocks: readonly Block[],
  isText: (block: Block, number: number) => boolean,
): ReadonlySet<number> {
  const notes = blocks.flatMap((block, number) => (isOwnNote(block) ? [number] : []));
  if (notes.length === 0) return new Set();
  const holders = new Set<PageElement>();
  blocks.forEach((block, number) => {
    if (!isText(block, number) || notes.includes(number)) return;
    let each: PageElement | null = block.element.parent;
    for (let up = 0; each !== null && up < LEVELS_MAX; each = each.parent, up++) holders.add(each);
  });
  const isWithText = (number: number): boolean => {
    let each: PageElement | null = blocks[number]?.element ?? null;
    for (let up = 0; each !== null && up <= LEVELS_MAX; each = each.parent, up++)
      if (each.tag !== "body" && holders.has(each)) return true;
    return false;
  };
  return new Set(notes.filter(isWithText));
}
