/** Measures the elements of a page: what text each holds, which words name it, what kinds of element it stands in. */

import { remember } from "../../domain/bounded-map.ts";
import { hasSentenceEnd } from "../clean.ts";
import type { Block } from "./blocks.ts";
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
  imageCount: number;
}

/** What an element and everything around it say of themselves. */
export interface Setting {
  /** Words of class and id, and roles, of the element itself. */
  readonly words: ClassWords;
  /** Kinds of element around, such as "aside" or "article"; sticks from the outside in. */
  readonly kinds: readonly string[];
  readonly isHidden: boolean;
  readonly isBody: boolean;
  /** The outermost article it stands in: pages that load the next one below the first put each into its own. */
  readonly article: PageElement | null;
}

const IMAGE_TAGS = new Set(["img", "picture", "figure", "amp-img"]);
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

export const newPlace = (): Place => ({
  blockCount: 0,
  length: 0,
  linkLength: 0,
  proseLength: 0,
  readableLength: 0,
  sentenceCount: 0,
  shortCount: 0,
  imageCount: 0,
});

/** Totals of every element that holds a block, by its index plus one; the whole page's come first. */
export type Places = readonly (Place | undefined)[];

export const placeOf = (places: Places, element: PageElement): Place | undefined => places[element.index + 1];

/** Elements stand in document order, so one pass from the last to the first adds each to what holds it. */
export function measurePlaces(page: Page, blocks: readonly Block[], readable: ReadonlySet<number>): Places {
  const places: (Place | undefined)[] = Array.from({ length: page.elements.length + 1 });
  const open = (index: number): Place => {
    const place = places[index + 1] ?? newPlace();
    places[index + 1] = place;
    return place;
  };
  blocks.forEach((block, number) => {
    const place = open(block.element.index);
    place.blockCount++;
    place.length += block.length;
    place.linkLength += block.linkLength;
    if (isProse(block)) place.proseLength += block.length;
    if (readable.has(number)) place.readableLength += block.length;
    if (hasSentenceEnd(block.text)) place.sentenceCount++;
    if (block.length < 40) place.shortCount++;
  });
  const images = new Int32Array(page.elements.length + 1);
  for (let index = page.elements.length - 1; index >= 0; index--) {
    const element = page.elements[index];
    if (element === undefined || element.parent === null) continue;
    if (IMAGE_TAGS.has(element.tag)) images[index + 1] = (images[index + 1] ?? 0) + 1;
    const imageCount = images[index + 1] ?? 0;
    images[element.parent.index + 1] = (images[element.parent.index + 1] ?? 0) + imageCount;
    const own = places[index + 1];
    if (own === undefined) continue;
    own.imageCount = imageCount;
    const outer = open(element.parent.index);
    outer.blockCount += own.blockCount;
    outer.length += own.length;
    outer.linkLength += own.linkLength;
    outer.proseLength += own.proseLength;
    outer.readableLength += own.readableLength;
    outer.sentenceCount += own.sentenceCount;
    outer.shortCount += own.shortCount;
  }
  open(-1).imageCount = images[0] ?? 0;
  return places;
}

const CLASSES_KEPT_MAX = 4_000;

/** Words of a class, as they are named near a block and further out. */
export interface ClassWords {
  readonly near: readonly string[];
  readonly far: readonly string[];
}

/** "c-RelatedLinks__item2" to "related", "links", "item". */
export const splitClassWords = remember(CLASSES_KEPT_MAX, (value: string): ClassWords => {
  const words = new Set<string>();
  for (const part of value
    .slice(0, 300)
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z]+/)) {
    if (part.length > 2 && part.length <= WORD_LENGTH_MAX) words.add(part);
    if (words.size >= WORDS_MAX) break;
  }
  return { near: [...words].map((word) => `near:${word}`), far: [...words].map((word) => `far:${word}`) };
});

const NO_WORDS: ClassWords = { near: [], far: [] };

/** The settings of the elements asked for: what an element stands in is worked out once. */
export function createSettings(page: Page): (element: PageElement) => Setting {
  const settings: (Setting | undefined)[] = Array.from({ length: page.elements.length });
  const find = (element: PageElement): Setting => {
    if (element.index < 0) return ROOT_SETTING;
    const known = settings[element.index];
    if (known !== undefined) return known;
    const outer = element.parent === null ? ROOT_SETTING : find(element.parent);
    const setting = toSetting(element, outer);
    settings[element.index] = setting;
    return setting;
  };
  return find;
}

const ROOT_SETTING: Setting = { words: NO_WORDS, kinds: [], isHidden: false, isBody: false, article: null };

function toSetting(element: PageElement, outer: Setting): Setting {
  const { tag, attributes } = element;
  const isPage = tag === "body" || tag === "html";
  const role = (attributes["role"] ?? "").toLowerCase().slice(0, WORD_LENGTH_MAX);
  const classes = attributes["class"] ?? "";
  const named = isPage ? NO_WORDS : splitClassWords(`${classes} ${attributes["id"] ?? ""}`);
  const words =
    isPage || role === ""
      ? named
      : { near: [...named.near, `near:role-${role}`], far: [...named.far, `far:role-${role}`] };
  const isHidden =
    outer.isHidden ||
    attributes["hidden"] !== undefined ||
    attributes["aria-hidden"] === "true" ||
    (attributes["style"] !== undefined && HIDDEN_STYLE.test(attributes["style"]));
  const isArticle = tag === "article" || (attributes["itemtype"] ?? "").endsWith("Article");
  return {
    words,
    kinds: KIND_TAGS.has(tag) && !outer.kinds.includes(tag) ? [...outer.kinds, tag] : outer.kinds,
    isHidden,
    isBody: outer.isBody || (attributes["itemprop"] ?? "").includes("articleBody"),
    article: outer.article ?? (isArticle ? element : null),
  };
}

/** The innermost element that holds most of the page's prose. */
export function findMain(blocks: readonly Block[], places: Places, page: Place): PageElement | null {
  let best: PageElement | null = null;
  for (const block of blocks) {
    if (!isProse(block)) continue;
    for (let each: PageElement | null = block.element; each !== null; each = each.parent) {
      const place = placeOf(places, each);
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
