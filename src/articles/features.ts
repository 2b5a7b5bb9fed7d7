/** Describes every block of a page in numbers and words, for the model that decides which are the article. */

import { type BlockWords, blockWords } from "./block-words.ts";
import type { Block } from "./blocks.ts";
import { toComparable } from "./clean.ts";
import { flag, OWN_NAMES, ownValues, toFacts } from "./line-features.ts";
import { findMain, findSettings, hopsTo, isProse, measurePlaces, type Place } from "./places.ts";
import type { Page, PageElement } from "./tree.ts";

/** What else is known of the page. */
export interface PageFacts {
  readonly title: string;
  readonly description: string | null;
  /** The publisher's own copy of the text. */
  readonly body: string | null;
  readonly readable: ReadonlySet<number>;
}

export interface BlockFeatures extends BlockWords {
  /** In the order of FEATURE_NAMES. */
  readonly values: Float64Array;
  /** Characters other than spaces. */
  readonly length: number;
  /** Numbers of the groups it belongs to: its first and second distinct place, and the blocks built like it. */
  readonly groups: readonly number[];
}

/** Places above a block that are measured, from its own element up. */
const LEVELS = 5;
/** Blocks before and after that are looked at. */
const NEAR = [-3, -2, -1, 1, 2, 3] as const;

const READABLE_NAMES = ["isReadable", "readableBefore", "readableAfter", "readableGap", "pageReadableShare"] as const;
const LEVEL_NAMES = ["Blocks", "Share", "Links", "Prose", "ProseShare", "Readable", "Short", "Sentences"] as const;
const PAGE_NAMES = [
  "position",
  "afterHeadline",
  "sinceHeadline",
  "hops",
  "isInMain",
  "mainBefore",
  "mainAfter",
  "likeCount",
  "likeWords",
  "likeProse",
  "likeReadable",
  "titleShare",
  "isTitle",
  "isDescription",
  "seenBefore",
  "seenAfter",
  "hasCopy",
  "isInCopy",
  "railDistance",
  "headingDistance",
  "windowWords",
  "windowLinks",
  "pageBlocks",
  "pageProse",
  "runOfLinks",
  "headlinesBefore",
  "articleNumber",
  "sameOpening",
] as const;
const NEAR_NAMES = ["Words", "Links", "Ends", "Heading", "Readable", "SameParent", "SameTag"] as const;

export const FEATURE_NAMES: readonly string[] = [
  ...OWN_NAMES,
  ...READABLE_NAMES,
  ...Array.from({ length: LEVELS }, (_, level) => LEVEL_NAMES.map((name) => `up${level}${name}`)).flat(),
  ...PAGE_NAMES,
  ...NEAR.flatMap((at) => NEAR_NAMES.map((name) => `${at < 0 ? "before" : "after"}${Math.abs(at)}${name}`)),
];

/** The distinct places around an element, from its own up: wrappers that hold nothing more are one place. */
function listPlaces(element: PageElement, places: ReadonlyMap<number, Place>): readonly number[] {
  const list: number[] = [];
  let seen = -1;
  for (let each: PageElement | null = element; each !== null && list.length < LEVELS; each = each.parent) {
    const count = places.get(each.index)?.blockCount ?? 0;
    if (count !== seen) list.push(each.index);
    seen = count;
  }
  while (list.length < LEVELS) list.push(-1);
  return list;
}

/** Values of the places around a block; those of one place are worked out once. */
function levelValues(
  around: readonly number[],
  places: ReadonlyMap<number, Place>,
  page: Place,
  cache: Map<number, readonly number[]>,
): readonly number[] {
  const values: number[] = [];
  for (const index of around) {
    let own = cache.get(index);
    if (own === undefined) {
      const place = places.get(index) ?? page;
      const length = Math.max(1, place.length);
      own = [
        Math.log2(1 + place.blockCount),
        place.length / Math.max(1, page.length),
        place.linkLength / length,
        place.proseLength / length,
        place.proseLength / Math.max(1, page.proseLength),
        place.readableLength / length,
        place.shortCount / place.blockCount,
        place.sentenceCount / place.blockCount,
      ];
      cache.set(index, own);
    }
    for (const value of own) values.push(value);
  }
  return values;
}

/** How a text begins, to see the same prompt in several wordings. */
const toOpening = (comparable: string): string => comparable.slice(0, 36);

/** Pages that load the next article below the first put each into an element of its own. */
function outermostArticle(element: PageElement): PageElement | null {
  let found: PageElement | null = null;
  for (let each: PageElement | null = element; each !== null; each = each.parent)
    if (each.tag === "article" || (each.attributes["itemtype"] ?? "").endsWith("Article")) found = each;
  return found;
}

const tokensOf = (comparable: string): ReadonlySet<string> =>
  new Set(comparable.split(" ").filter((word) => word.length > 2));

function countShared(comparable: string, tokens: ReadonlySet<string>): number {
  if (tokens.size === 0) return 0;
  const found = new Set<string>();
  for (const word of comparable.split(" ")) if (tokens.has(word)) found.add(word);
  return found.size;
}

/** Features of every block, in order. */
export function describeBlocks(page: Page, blocks: readonly Block[], known: PageFacts): readonly BlockFeatures[] {
  const settings = findSettings(page);
  const places = measurePlaces(blocks, known.readable);
  const whole = places.get(-1) ?? {
    blockCount: 1,
    length: 1,
    linkLength: 0,
    proseLength: 0,
    readableLength: 0,
    sentenceCount: 0,
    shortCount: 0,
    listCount: 0,
  };
  const facts = blocks.map((block, number) => toFacts(block, known.readable.has(number)));
  const main = findMain(blocks, places, whole);
  const title = toComparable(known.title);
  const titleTokens = tokensOf(title);
  const description = toComparable((known.description ?? "").slice(0, 1_000));
  const copy = ` ${toComparable((known.body ?? "").slice(0, 400_000))} `;
  const hasCopy = copy.length > 400;
  const headline = Math.max(
    facts.findIndex((each) => each.heading === 1 && each.comparable === title),
    facts.findIndex(
      (each) => each.heading === 1 && (title === "" || titleTokens.has(each.comparable.split(" ")[0] ?? "")),
    ),
  );
  const firstReadable = facts.findIndex((each) => each.isReadable);
  const lastReadable = facts.findLastIndex((each) => each.isReadable);
  const likes = new Map<string, { count: number; words: number; prose: number; readable: number }>();
  const counts = new Map<string, number>();
  const proseIndexes = facts.flatMap((each, number) =>
    main !== null && isProse(each.block) && hopsTo(each.block.element, main)[1] ? [number] : [],
  );
  const firstMain = proseIndexes[0] ?? 0;
  const lastMain = proseIndexes.at(-1) ?? facts.length;
  const openings = new Map<string, number>();
  const articles = new Map<PageElement | null, number>([[null, -1]]);
  const kinds = new Map<string, number>();
  for (const each of facts) {
    const opening = toOpening(each.comparable);
    openings.set(opening, (openings.get(opening) ?? 0) + 1);
    const article = outermostArticle(each.block.element);
    if (!articles.has(article)) articles.set(article, articles.size - 1);
    if (!kinds.has(each.kind)) kinds.set(each.kind, kinds.size);
    const like = likes.get(each.kind) ?? { count: 0, words: 0, prose: 0, readable: 0 };
    like.count++;
    like.words += each.words;
    if (isProse(each.block)) like.prose++;
    if (each.isReadable) like.readable++;
    likes.set(each.kind, like);
    counts.set(each.comparable, (counts.get(each.comparable) ?? 0) + 1);
  }
  const seen = new Map<string, number>();
  let lengthBefore = 0;
  let railAt = -99;
  let headingAt = -99;
  let linkRun = 0;
  let headlinesBefore = 0;
  const farWords = new Map<number, readonly string[]>();
  const levels = new Map<number, readonly number[]>();
  return facts.map((each, number) => {
    const { block } = each;
    const setting = settings[block.element.index];
    const around = listPlaces(block.element, places);
    const like = likes.get(each.kind) ?? { count: 1, words: 0, prose: 0, readable: 0 };
    const seenBefore = seen.get(each.comparable) ?? 0;
    seen.set(each.comparable, seenBefore + 1);
    if (each.isRail) railAt = number;
    if (each.heading > 0) headingAt = number;
    if (each.heading === 1) headlinesBefore++;
    linkRun = each.linkShare > 0.6 ? linkRun + 1 : 0;
    const [hops, isInMain] = hopsTo(block.element, main);
    const shared = countShared(each.comparable, titleTokens);
    let windowWords = 0;
    let windowLinks = 0;
    const near: number[] = [];
    for (const at of NEAR) {
      const other = facts[number + at];
      windowWords += other?.words ?? 0;
      windowLinks += (other?.linkShare ?? 1) / NEAR.length;
      if (other === undefined) near.push(0, 1, 0, 0, 0, 0, 0);
      else
        near.push(
          Math.log2(1 + other.words),
          other.linkShare,
          flag(other.endsSentence),
          other.heading,
          flag(other.isReadable),
          flag(other.block.element.parent === block.element.parent),
          flag(other.block.element.tag === block.element.tag),
        );
    }
    const values = [
      ...ownValues(each, setting?.isHidden ?? false, setting?.isBody ?? false),
      flag(each.isReadable),
      firstReadable < 0 ? -1 : Math.min(30, Math.max(-30, number - firstReadable)),
      lastReadable < 0 ? -1 : Math.min(30, Math.max(-30, lastReadable - number)),
      flag(!each.isReadable && number > firstReadable && number < lastReadable),
      whole.readableLength / Math.max(1, whole.length),
      ...levelValues(around, places, whole, levels),
      lengthBefore / Math.max(1, whole.length),
      flag(headline >= 0 && number > headline),
      headline < 0 ? -40 : Math.min(40, Math.max(-40, number - headline)),
      Math.min(20, hops),
      flag(isInMain),
      Math.min(30, Math.max(-30, number - firstMain)),
      Math.min(30, Math.max(-30, lastMain - number)),
      Math.min(60, like.count),
      Math.log2(1 + like.words / like.count),
      like.prose / like.count,
      like.readable / like.count,
      titleTokens.size === 0 ? 0 : shared / titleTokens.size,
      flag(each.comparable !== "" && each.comparable === title),
      flag(each.comparable.length > 20 && description.startsWith(each.comparable.slice(0, 100))),
      Math.min(3, seenBefore),
      Math.min(3, (counts.get(each.comparable) ?? 1) - 1 - seenBefore),
      flag(hasCopy),
      flag(hasCopy && each.comparable !== "" && copy.includes(` ${each.comparable} `)),
      Math.min(20, number - railAt),
      Math.min(20, number - headingAt),
      Math.log2(1 + windowWords),
      windowLinks,
      Math.log2(1 + facts.length),
      Math.log2(1 + whole.proseLength),
      Math.min(10, linkRun),
      Math.min(4, headlinesBefore),
      Math.min(6, articles.get(outermostArticle(block.element)) ?? -1),
      Math.min(4, (openings.get(toOpening(each.comparable)) ?? 1) - 1),
      ...near,
    ];
    lengthBefore += block.length;
    return {
      values: new Float64Array(values),
      length: block.length,
      groups: [around[1] ?? -1, around[2] ?? -1, kinds.get(each.kind) ?? -1],
      ...blockWords(each, settings, farWords),
    };
  });
}
