/** Finds what of a page is told by its other articles: the next one below, and cards with a headline and a lead between. */

import { isSameSite } from "../../domain/url-key.ts";
import { isTimeLine } from "../../languages/shared/date-lines.ts";
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
const CARD_PROSE_MAX = 4;
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
    if (isBelowLabel && HEADING.test(before.element.tag) && block.linkCount > 0) return "sure";
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
  const lengthIn = (span: Span): number =>
    blocks
      .slice(span.first, span.last + 1)
      .reduce((sum, { length }, at) => sum + (chosen[span.first + at] ? length : 0), 0);
  const cards: Span[] = [];
  for (let number = first + 1; number < blocks.length; number++) {
    const block = blocks[number];
    if (block === undefined || others.has(number)) continue;
    const isNext = block.element.tag === "h1" && blocks[headline]?.element.tag === "h1";
    const kind = toHead(block, blocks[number - 1]);
    if (!isNext && kind === null) continue;
    const span = findContainer(blocks, spans, number, first);
    if (span === null || span.last === number) continue;
    const inside = blocks.slice(number + 1, span.last + 1);
    const isSigned = inside.slice(0, SIGNED_LINES).some(({ text }) => isTimeLine(text) || readByline(text) !== null);
    const isCard = kind !== null && inside.filter(isProse).length <= CARD_PROSE_MAX;
    if ((isNext && isSigned) || (isCard && kind === "sure")) add(span);
    else if (isCard) cards.push(span);
    else continue;
    number = span.last;
  }
  const total = blocks.reduce(
    (sum, { length }, number) => sum + (chosen[number] && !others.has(number) ? length : 0),
    0,
  );
  const length = cards.reduce((sum, span) => sum + lengthIn(span), 0);
  if (length <= CARD_SHARE_MAX * total) cards.forEach(add);
  return others;
}
