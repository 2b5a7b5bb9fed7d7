/** Notes of a page on its own text, which stand above or below it and belong to it: what was corrected, that it is satire. */

import { findNoteKind, readFirstYear } from "../../languages/page-notes.ts";
import type { Block } from "../page/blocks.ts";
import type { PageElement } from "../page/tree.ts";

/** So many elements above a note hold the text that it is about. */
const LEVELS_MAX = 3;
const WORDS_MIN = 4;
const LINK_SHARE_MAX = 0.5;

/** A text that appeared first so many years before the page's date is an old one. */
const YEARS_MIN = 2;
/** A shorter line is no paragraph, and a label stands among so many lines above the headline. */
const PARAGRAPH_LENGTH_MIN = 60;
const LABEL_LINES = 3;

/** Says that the text is of years before the page's date: "From the archive, November 1986". */
function isOld(text: string, publishedAt: Date | null): boolean {
  const year = readFirstYear(text);
  return year !== null && publishedAt !== null && year <= publishedAt.getUTCFullYear() - YEARS_MIN;
}

/** A whole sentence by which the page takes back some or all of itself, or says how old it is; a bare label may be a link to a section. */
export function isOwnNote({ text, length, linkLength }: Block, publishedAt: Date | null = null): boolean {
  const kind = findNoteKind(text);
  if (linkLength > LINK_SHARE_MAX * length || text.split(" ", WORDS_MIN).length < WORDS_MIN) return false;
  return (kind !== null && kind !== "update" && kind !== "label") || isOld(text, publishedAt);
}

/** What holds a block, as far up as an article reaches. */
function listHolders({ element }: Block): readonly PageElement[] {
  const found: PageElement[] = [];
  for (let each = element.parent; each !== null && found.length < LEVELS_MAX; each = each.parent)
    if (each.tag !== "body" && each.tag !== "html") found.push(each);
  return found;
}

/** "Sponsored content", "Satire": a label of no link around the headline, in what holds it, above the first paragraph. */
function findLabel(blocks: readonly Block[], isText: (block: Block, number: number) => boolean): number | null {
  const first = blocks.findIndex((block, number) => block.length >= PARAGRAPH_LENGTH_MIN && isText(block, number));
  const heading = blocks.findLastIndex(({ element }, number) => number < first && element.tag === "h1");
  const headline = blocks[heading];
  if (headline === undefined) return null;
  const holders = new Set(listHolders(headline));
  const from = Math.max(0, heading - LABEL_LINES);
  const found = blocks
    .slice(from, first)
    .findIndex(
      (block) =>
        block.linkLength === 0 &&
        block !== headline &&
        findNoteKind(block.text) === "label" &&
        listHolders(block).some((each) => holders.has(each)),
    );
  return found < 0 ? null : from + found;
}

/** The numbers of the notes that stand with the text chosen. */
export function findOwnNotes(
  blocks: readonly Block[],
  isText: (block: Block, number: number) => boolean,
  publishedAt: Date | null = null,
): ReadonlySet<number> {
  const label = findLabel(blocks, isText);
  const notes = blocks.flatMap((block, number) => (isOwnNote(block, publishedAt) ? [number] : []));
  if (notes.length === 0) return new Set(label === null ? [] : [label]);
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
  return new Set([...(label === null ? [] : [label]), ...notes.filter(isWithText)]);
}
