/** Finds what of a page is told by its other articles: the next one below, and cards with a headline and a lead between. */

import { isSameSite } from "../../domain/url-key.ts";
import { isTimeLine } from "../../languages/shared/dates/date-lines.ts";
import { toComparable } from "../clean.ts";
import type { Block } from "../page/blocks.ts";
import { createLinkTest, findLink } from "../page/links.ts";
import { isProse } from "../page/places.ts";
import type { PageElement } from "../page/tree.ts";
import { hasLead, isRail, readByline } from "./site-phrases.ts";

const HEADING = /^h[1-6]$/;
const OUTER_TAGS = new Set(["#root", "html", "body", "main"]);
/** Lines with a picture's note or a label that may stand above a card's headline. */
const LABELS_MAX = 2;
/** Lines below a headline among which its author or its hour stands. */
const SIGNED_LINES = 4;
/** Lines of a card beside its headline. */
const CARD_LINES_MAX = 7;
/** More cards than this between an article's paragraphs are what it tells of: the ten best. */
const CARDS_BETWEEN_MAX = 3;
/** Where cards are more of the text than this, the page is made of them: a round-up, a list of the best. */
const CARD_SHARE_MAX = 0.4;

/** Numbers of the first and last block inside an element. */
interface Span {
  readonly first: number;
  last: number;
}

function measureSpans(blocks: readonly Block[]): ReadonlyMap<PageElement, Span> {
  const spans = new Map<PageElement, Span>();
  blocks.forEach(({ element }, number) => {
    for (let each: PageElement | null = element; each !== null; each = each.parent) {
      const span = spans.get(each);
      if (span === undefined) spans.set(each, { first: number, last: number });
      else span.last = number;
    }
  });
  return spans;
}

const isLabel = ({ text, length, linkLength }: Block): boolean =>
  isRail(text) || hasLead(text) || (length < 30 && linkLength === length) || isTimeLine(text);

/** The largest element that opens with a line, but for labels above it, and does not reach up to the article's own start. */
function findContainer(
  blocks: readonly Block[],
  spans: ReadonlyMap<PageElement, Span>,
  number: number,
  ownLast: number,
): Span | null {
  let found: Span | null = null;
  for (let each = blocks[number]?.element ?? null; each !== null && !OUTER_TAGS.has(each.tag); each = each.parent) {
    const span = spans.get(each);
    if (span === undefined || span.first <= ownLast || number - span.first > LABELS_MAX) break;
    if (!blocks.slice(span.first, number).every(isLabel)) break;
    found = span;
  }
  return found;
}

/** Tells a headline that leads to another page of the site; below "Read also" any line that does so is one, surely. */
function createHeadlineTest(url: string | null): (block: Block, before: Block | undefined) => "card" | "sure" | null {
  const leadsElsewhere = createLinkTest();
  const isOwnSite = ({ element }: Block): boolean => {
    const address = findLink(element)?.attributes["href"] ?? "";
    return !/^[a-z]+:|^\/\//i.test(address) || (url !== null && isSameSite(address.replace(/^\/\//, "https://"), url));
  };
  return (block, before) => {
    const isBelowLabel = before !== undefined && (isRail(before.text) || hasLead(before.text));
    const isList = isBelowLabel && HEADING.test(before.element.tag) && block.linkCount > 0;
    if (isList && findLink(block.element)?.attributes["href"]?.includes("#") === false) return "sure";
    const isHead = HEADING.test(block.element.tag) || block.strongLength >= 0.9 * block.length;
    if ((!isHead && !isBelowLabel) || !leadsElsewhere(block) || !isOwnSite(block)) return null;
    return isBelowLabel ? "sure" : "card";
  };
}

/** Elements beside the one that holds the article, made like it and headed like it: each is an article of its own. */
function findTwins(blocks: readonly Block[], spans: ReadonlyMap<PageElement, Span>, headline: number, first: number) {
  const heading = blocks[headline]?.element;
  const twins: Span[] = [];
  for (let each = heading ?? null; each !== null && !OUTER_TAGS.has(each.tag); each = each.parent) {
    const own = spans.get(each);
    if (own === undefined || own.last < first || each.parent === null) continue;
    for (const other of each.parent.children) {
      if (other.kind !== "element" || other.tag !== each.tag || other.index <= each.index) continue;
      if (other.attributes["class"] !== each.attributes["class"]) continue;
      const span = spans.get(other);
      if (span === undefined) continue;
      const inside = blocks.slice(span.first, span.last + 1);
      if (inside.some(({ element }) => element.tag === heading?.tag) && inside.some(isProse)) twins.push(span);
    }
  }
  return twins;
}

/** Those below the text, and between its paragraphs the few small ones; none where they are most of the text. */
function chooseCards(
  blocks: readonly Block[],
  chosen: readonly boolean[],
  others: ReadonlySet<number>,
  cards: readonly (Span & { readonly isSure: boolean })[],
): readonly Span[] {
  const linesIn = (span: Span): readonly Block[] =>
    blocks.slice(span.first, span.last + 1).filter((_, at) => chosen[span.first + at] === true);
  const lengthOf = (lines: readonly Block[]): number => lines.reduce((sum, { length }) => sum + length, 0);
  const own = new Set(blocks.keys());
  for (const { first, last } of cards) for (let number = first; number <= last; number++) own.delete(number);
  const isOwn = (number: number): boolean => chosen[number] === true && own.has(number) && !others.has(number);
  const lastOwn = blocks.findLastIndex((block, number) => isOwn(number) && isProse(block));
  const isSmall = (card: Span): boolean => linesIn(card).length <= CARD_LINES_MAX;
  const between = cards.filter(({ first }) => first < lastOwn);
  const found = [
    ...cards.filter((card) => card.first > lastOwn && (card.isSure || isSmall(card))),
    ...(between.length <= CARDS_BETWEEN_MAX ? between.filter(isSmall) : []),
  ];
  const length = lengthOf(found.filter(({ isSure }) => !isSure).flatMap(linesIn));
  const ownLength = lengthOf(blocks.filter((_, number) => isOwn(number)));
  return length <= CARD_SHARE_MAX * (length + ownLength) ? found : found.filter(({ isSure }) => isSure);
}

/**
 * Numbers of such blocks. An element is one of another article when it is the twin of the one that holds this article and
 * has a headline of the same rank; when it opens with a headline of the first rank and who wrote it or when; or when it
 * opens with a headline that leads to another page of the site and holds little besides (a card). A page most of which is
 * cards is made of them: nothing is found there.
 */
export function findOtherArticles(
  blocks: readonly Block[],
  isChosen: (block: Block, number: number) => boolean,
  title: string,
  url: string | null,
): ReadonlySet<number> {
  const chosen = blocks.map(isChosen);
  const others = new Set<number>();
  const key = toComparable(title);
  const headline = blocks.findIndex(({ element, text }) => HEADING.test(element.tag) && toComparable(text) === key);
  const first = blocks.findIndex((block, number) => chosen[number] === true && isProse(block) && number > headline);
  if (first < 0) return others;
  const spans = measureSpans(blocks);
  const add = ({ first: from, last }: Span): void => {
    for (let number = from; number <= last; number++) others.add(number);
  };
  if (headline >= 0) findTwins(blocks, spans, headline, first).forEach(add);
  const toHead = createHeadlineTest(url);
  const cards: (Span & { readonly isSure: boolean })[] = [];
  for (let number = first + 1; number < blocks.length; number++) {
    const block = blocks[number];
    if (block === undefined || others.has(number)) continue;
    const isNext = block.element.tag === "h1" && blocks[headline]?.element.tag === "h1";
    const kind = toHead(block, blocks[number - 1]);
    if (!isNext && kind === null) continue;
    const span = findContainer(blocks, spans, number, first);
    if (span === null || span.last === number) continue;
    const below = blocks.slice(number + 1, Math.min(span.last, number + SIGNED_LINES) + 1);
    const isSigned = below.some(({ text }) => isTimeLine(text) || readByline(text) !== null);
    if (isNext && isSigned) add(span);
    else if (kind !== null) cards.push({ ...span, isSure: kind === "sure" });
    else continue;
    number = span.last;
  }
  chooseCards(blocks, chosen, others, cards).forEach(add);
  return others;
}
