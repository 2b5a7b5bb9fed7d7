/** Chooses the blocks of a page that are its article. */

import type { Block } from "./blocks.ts";
import { toComparable } from "./clean.ts";
import { isTimeLine } from "./dates.ts";
import { describeBlocks } from "./features.ts";
import type { Metadata } from "./metadata.ts";
import { scoreBlocks } from "./model.ts";
import { isPointer, isRail } from "./phrases.ts";
import { isProse } from "./places.ts";
import { findReadable } from "./readable.ts";
import { htmlToParagraphs } from "./text.ts";
import type { Page, PageElement } from "./tree.ts";

/** Characters below which a choice is doubted and the next best source of text is tried. */
const TEXT_LENGTH_MIN = 140;
/** The publisher's own copy is taken when it is this many times longer than what the page shows. */
const COPY_RATIO = 3;
/** The shortest copy worth taking. */
const COPY_LENGTH_MIN = 400;

const CAPTION_LEVELS = 3;

/** The line under a picture: another's words, and seldom the article's. */
function isCaption({ element }: Block): boolean {
  let up = 0;
  for (let each: PageElement | null = element; each !== null && up <= CAPTION_LEVELS; each = each.parent, up++)
    if (each.tag === "figcaption") return true;
  return false;
}

const lengthOf = (paragraphs: readonly string[]): number => paragraphs.reduce((sum, each) => sum + each.length, 0);

/** Paragraphs in order. Never empty unless the page and its metadata hold no text at all. */
export function chooseParagraphs(page: Page, blocks: readonly Block[], metadata: Metadata): readonly string[] {
  const readable = findReadable(page, blocks, metadata.title);
  const scores = scoreBlocks(describeBlocks(page, blocks, { ...metadata, readable }));
  return chooseByScore(blocks, metadata, readable, scores);
}

/** The same from given scores, one a block; above 0 is article. */
export function chooseByScore(
  blocks: readonly Block[],
  { title, description, body }: Pick<Metadata, "title" | "description" | "body">,
  readable: ReadonlySet<number>,
  scores: ArrayLike<number>,
): readonly string[] {
  const key = toComparable(title);
  const isNoise = (block: Block): boolean =>
    isRail(block.text) ||
    isPointer(block.text) ||
    isTimeLine(block.text) ||
    isCaption(block) ||
    (key !== "" && toComparable(block.text) === key);
  const take = (test: (block: Block, number: number) => boolean): readonly string[] =>
    blocks.filter((block, number) => test(block, number) && !isNoise(block)).map((block) => block.text);
  const chosen = take((_, number) => (scores[number] ?? 0) > 0);
  const copy = body === null ? [] : htmlToParagraphs(body);
  if (lengthOf(copy) >= COPY_LENGTH_MIN && lengthOf(copy) > COPY_RATIO * lengthOf(chosen)) return copy;
  if (lengthOf(chosen) >= TEXT_LENGTH_MIN) return chosen;
  // A page of few words: whichever source says most, the surest first.
  const kept = take((_, number) => readable.has(number));
  if (lengthOf(kept) >= TEXT_LENGTH_MIN) return kept;
  const summary = description === null ? [] : htmlToParagraphs(description);
  return (
    [chosen, kept, take(isProse), copy, summary, blocks.map((block) => block.text)].find((each) => each.length > 0) ??
    []
  );
}
