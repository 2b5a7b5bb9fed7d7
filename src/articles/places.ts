/** Measures the elements of a page: what text each holds, which words name it, what kinds of element it stands in. */

import type { Block } from "./blocks.ts";
import { hasSentenceEnd } from "./clean.ts";
import type { Page, PageElement } from "./tree.ts";

/** Totals over the blocks inside an element. */
export interface Place {
  blockCount: number;
  length: number;
  linkLength: number;
  /** Length of blocks that look like paragraphs of running text. */
  proseLength: number;
  /** Length of blocks that Readability keeps. */
  readableLength: number;
  sentenceCount: number;
  shortCount: number;
  listCount: number;
}

/** What an element and everything around it say of themselves. */
export interface Setting {
  /** Words of class and id, and roles, of the element itself. */
  readonly words: ClassWords;
  /** Kinds of element around, such as "aside" or "article"; sticks from the outside in. */
  readonly kinds: readonly string[];
  readonly isHidden: boolean;
  readonly isBody: boolean;
}

const PROSE_LENGTH_MIN = 70;
/** Steps to nowhere: where a page has no main place. */
const HOPS_MAX = 20;
const WORDS_MAX = 10;
const WORD_LENGTH_MAX = 20;
const KIND_TAGS = new Set(
  "article main aside nav footer header figure figcaption form table ul ol dl blockquote details dialog address section button label a h1 h2 h3 h4 h5 h6 td li pre center".split(
    " ",
  ),
);
const HIDDEN_STYLE = /display\s*:\s*none|visibility\s*:\s*hidden/i;

export const isProse = (block: Block): boolean =>
  block.length >= PROSE_LENGTH_MIN && block.linkLength < block.length * 0.35 && hasSentenceEnd(block.text);

const newPlace = (): Place => ({
  blockCount: 0,
  length: 0,
  linkLength: 0,
  proseLength: 0,
  readableLength: 0,
  sentenceCount: 0,
  shortCount: 0,
  listCount: 0,
});

/** Totals for every element by its index, and the page's own at index -1. */
export function measurePlaces(blocks: readonly Block[], readable: ReadonlySet<number>): ReadonlyMap<number, Place> {
  const places = new Map<number, Place>();
  blocks.forEach((block, number) => {
    const isSentence = hasSentenceEnd(block.text);
    const prose = isProse(block) ? block.length : 0;
    const kept = readable.has(number) ? block.length : 0;
    for (let element: PageElement | null = block.element; element !== null; element = element.parent) {
      let place = places.get(element.index);
      if (place === undefined) {
        place = newPlace();
        places.set(element.index, place);
      }
      place.blockCount++;
      place.length += block.length;
      place.linkLength += block.linkLength;
      place.proseLength += prose;
      place.readableLength += kept;
      if (isSentence) place.sentenceCount++;
      if (block.length < 40) place.shortCount++;
      if (block.element.tag === "li") place.listCount++;
    }
  });
  return places;
}

const wordCache = new Map<string, ClassWords>();
const CACHE_MAX = 4_000;

/** Words of a class, as they are named near a block and further out. */
export interface ClassWords {
  readonly near: readonly string[];
  readonly far: readonly string[];
}

/** "c-RelatedLinks__item2" to "related", "links", "item". */
export function splitClassWords(value: string): ClassWords {
  const cached = wordCache.get(value);
  if (cached !== undefined) return cached;
  const words = new Set<string>();
  for (const part of value
    .slice(0, 300)
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z]+/)) {
    if (part.length > 2 && part.length <= WORD_LENGTH_MAX) words.add(part);
    if (words.size >= WORDS_MAX) break;
  }
  const list = { near: [...words].map((word) => `near:${word}`), far: [...words].map((word) => `far:${word}`) };
  if (wordCache.size >= CACHE_MAX) wordCache.clear();
  wordCache.set(value, list);
  return list;
}

const NO_WORDS: ClassWords = { near: [], far: [] };

/** One setting for every element, in document order. */
export function findSettings(page: Page): readonly Setting[] {
  const settings: Setting[] = [];
  for (const { tag, attributes, parent } of page.elements) {
    const outer = parent === null || parent.index < 0 ? undefined : settings[parent.index];
    const isPage = tag === "body" || tag === "html";
    const role = (attributes["role"] ?? "").toLowerCase().slice(0, WORD_LENGTH_MAX);
    const named = isPage ? NO_WORDS : splitClassWords(`${attributes["class"] ?? ""} ${attributes["id"] ?? ""}`);
    const words =
      isPage || role === ""
        ? named
        : { near: [...named.near, `near:role-${role}`], far: [...named.far, `far:role-${role}`] };
    const outerKinds = outer?.kinds ?? [];
    const isHidden =
      attributes["hidden"] !== undefined ||
      attributes["aria-hidden"] === "true" ||
      (attributes["style"] !== undefined && HIDDEN_STYLE.test(attributes["style"]));
    settings.push({
      words,
      kinds: KIND_TAGS.has(tag) && !outerKinds.includes(tag) ? [...outerKinds, tag] : outerKinds,
      isHidden: isHidden || (outer?.isHidden ?? false),
      isBody: /articleBody/.test(attributes["itemprop"] ?? "") || (outer?.isBody ?? false),
    });
  }
  return settings;
}

/** The innermost element that holds most of the page's prose. */
export function findMain(
  blocks: readonly Block[],
  places: ReadonlyMap<number, Place>,
  page: Place,
): PageElement | null {
  let best: PageElement | null = null;
  for (const block of blocks) {
    if (!isProse(block)) continue;
    for (let each: PageElement | null = block.element; each !== null; each = each.parent) {
      const place = places.get(each.index);
      if (place !== undefined && place.proseLength >= page.proseLength * 0.55) {
        if (best === null || each.depth > best.depth) best = each;
        break;
      }
    }
  }
  return best;
}

/** Steps from one element to another over what holds both, and whether the first stands inside the second. */
export function hopsTo(element: PageElement, main: PageElement | null): readonly [number, boolean] {
  if (main === null) return [HOPS_MAX, false];
  let hops = 0;
  let one: PageElement | null = element;
  let other: PageElement | null = main;
  while (one !== other && one !== null && other !== null) {
    if (one.depth >= other.depth) one = one.parent;
    else other = other.parent;
    hops++;
  }
  return [hops, one === main];
}
