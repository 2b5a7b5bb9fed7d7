/** Chooses the blocks of a page that are its article. */

import type { Metadata } from "../facts/metadata.ts";
import { htmlToParagraphs } from "../fragment-text.ts";
import { describeBlocks } from "../learned-features/block-features.ts";
import { scoreBlocks } from "../learned-features/block-scorer.ts";
import { findReadable } from "../learned-features/readable.ts";
import { findListedHeadlines } from "../site-lines/listed-headlines.ts";
import { createNoiseTest, dropTrailingHeadings } from "../site-lines/noise.ts";
import { findOtherArticles } from "../site-lines/other-articles.ts";
import { findOwnNotes } from "../site-lines/own-notes.ts";
import { findPromoBoxes } from "../site-lines/promo-boxes.ts";
import type { Block } from "./blocks.ts";
import { isProse } from "./places.ts";
import { toParagraphs } from "./quoted-blocks.ts";
import { findToldLists } from "./told-lists.ts";
import type { Page, PageElement } from "./tree.ts";

/** Characters below which a choice is doubted and the next best source of text is tried. */
const TEXT_LENGTH_MIN = 140;
/** The publisher's own copy is taken when it is this many times longer than what the page shows. */
const COPY_RATIO = 3;
/** The shortest copy worth taking. */
const COPY_LENGTH_MIN = 400;

/** Paragraphs of running text in one place beyond which a text is longer than any the model has learned from. */
const LONG_PLACE_MIN = 120;

/** Places with so many paragraphs that Readability keeps that all of those are the article. */
function findLongPlaces(blocks: readonly Block[], readable: ReadonlySet<number>): ReadonlySet<PageElement | null> {
  const counts = new Map<PageElement | null, number>();
  for (const number of readable) {
    const block = blocks[number];
    if (block === undefined || !isProse(block)) continue;
    counts.set(block.element.parent, (counts.get(block.element.parent) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count >= LONG_PLACE_MIN).map(([place]) => place));
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
  {
    title,
    byline,
    description,
    body,
    language,
    canonicalUrl,
    publishedAt,
  }: Pick<Metadata, "title" | "byline" | "description" | "body" | "language" | "canonicalUrl" | "publishedAt">,
  readable: ReadonlySet<number>,
  scores: ArrayLike<number>,
): readonly string[] {
  const isLineNoise = createNoiseTest(title, byline);
  const longPlaces = findLongPlaces(blocks, readable);
  const isLong = (block: Block, number: number): boolean =>
    longPlaces.size > 0 && readable.has(number) && longPlaces.has(block.element.parent) && isProse(block);
  const isScored = (block: Block, number: number): boolean => (scores[number] ?? 0) > 0 || isLong(block, number);
  const told = findToldLists(blocks, isScored);
  const isProper = (block: Block, number: number): boolean => isScored(block, number) || told.has(number);
  const notes = findOwnNotes(blocks, isProper, publishedAt);
  const isText = (block: Block, number: number): boolean => isProper(block, number) || notes.has(number);
  const isNoise = (block: Block, number: number): boolean => !notes.has(number) && isLineNoise(block);
  const listed = findListedHeadlines(blocks, (block, number) => isText(block, number) && !isNoise(block, number));
  const others = findOtherArticles(blocks, isText, title, canonicalUrl);
  const promos = findPromoBoxes(blocks, isText);
  const take = (test: (block: Block, number: number) => boolean): readonly string[] =>
    toParagraphs(
      dropTrailingHeadings(
        blocks.filter(
          (block, number) =>
            test(block, number) &&
            !listed.has(number) &&
            !others.has(number) &&
            !promos.has(number) &&
            !isNoise(block, number),
        ),
      ),
      language,
    );
  const chosen = take(isText);
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
