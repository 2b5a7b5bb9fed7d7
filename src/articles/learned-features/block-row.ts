/** What is asked of each block of a page: its own line, what Readability kept, the places around it, its neighbors. */

import { flag } from "../../learned/features.ts";
import { createRowLayout, type Measures } from "../../learned/rows.ts";
import type { Place } from "../page/places.ts";
import type { PageElement } from "../page/tree.ts";
import { CONTEXT_NAMES } from "./context-features.ts";
import { type Facts, OWN_MEASURES } from "./line-features.ts";
import type { findTopic } from "./page-topic.ts";

/** Places above a block that are measured, from its own element up. */
export const LEVELS = 5;
/** Blocks before and after that are looked at. */
export const NEAR = [-3, -2, -1, 1, 2, 3] as const;

/** What is known of the page as a whole. */
export interface PageView {
  readonly facts: readonly Facts[];
  readonly whole: Place;
  /** Characters of all blocks and of those that are prose; to divide by, so never 0. */
  readonly wholeLength: number;
  readonly wholeProse: number;
  /** Numbers of blocks; -1 for none. */
  readonly firstReadable: number;
  readonly lastReadable: number;
  readonly headline: number;
  readonly firstMain: number;
  readonly lastMain: number;
  readonly title: string;
  readonly titleTokens: ReadonlySet<string>;
  readonly description: string;
  /** The publisher's own copy of the text, between spaces. */
  readonly copy: string;
  readonly hasCopy: boolean;
  /** How often each line, and each opening of one, stands on the page. */
  readonly counts: ReadonlyMap<string, number>;
  readonly openings: ReadonlyMap<string, number>;
  readonly topic: ReturnType<typeof findTopic>;
}

/** Totals over blocks that are built alike: the same classes and tags. */
export interface Alike {
  readonly number: number;
  count: number;
  words: number;
  prose: number;
  readable: number;
}

/** One block on its page. */
export interface BlockView {
  readonly page: PageView;
  readonly each: Facts;
  readonly number: number;
  /** Characters of all blocks before it. */
  readonly before: number;
  readonly hops: number;
  readonly isInMain: boolean;
  readonly like: Alike | undefined;
  readonly likeCount: number;
  /** Blocks before it that read the same. */
  readonly seenBefore: number;
  /** Blocks since the last rail's head and the last heading. */
  readonly sinceRail: number;
  readonly sinceHeading: number;
  readonly windowWords: number;
  readonly windowLinks: number;
  readonly linkRun: number;
  readonly headlinesBefore: number;
  /** Number of the article element it stands in; -1 for none. */
  readonly article: number;
}

/** How a text begins, to see the same prompt in several wordings. */
export const toOpening = (comparable: string): string => comparable.slice(0, 36);

function countShared(comparable: string, tokens: ReadonlySet<string>): number {
  if (tokens.size === 0) return 0;
  const found = new Set<string>();
  for (const word of comparable.split(" ")) if (tokens.has(word)) found.add(word);
  return found.size;
}

const clamp = (value: number, max: number): number => Math.min(max, Math.max(-max, value));

const READABLE_MEASURES: Measures<BlockView> = {
  isReadable: ({ each }) => flag(each.isReadable),
  readableBefore: ({ page, number }) => (page.firstReadable < 0 ? -1 : clamp(number - page.firstReadable, 30)),
  readableAfter: ({ page, number }) => (page.lastReadable < 0 ? -1 : clamp(page.lastReadable - number, 30)),
  readableGap: ({ page, each, number }) =>
    flag(!each.isReadable && number > page.firstReadable && number < page.lastReadable),
  pageReadableShare: ({ page }) => page.whole.readableLength / page.wholeLength,
};

interface LevelView {
  readonly place: Place;
  /** Characters of the place; to divide by, so never 0. */
  readonly length: number;
  readonly page: PageView;
}
const LEVEL_MEASURES: Measures<LevelView> = {
  blocks: ({ place }) => Math.log2(1 + place.blockCount),
  share: ({ place, page }) => place.length / page.wholeLength,
  links: ({ place, length }) => place.linkLength / length,
  prose: ({ place, length }) => place.proseLength / length,
  proseShare: ({ place, page }) => place.proseLength / page.wholeProse,
  readable: ({ place, length }) => place.readableLength / length,
  short: ({ place }) => place.shortCount / place.blockCount,
  sentences: ({ place }) => place.sentenceCount / place.blockCount,
  images: ({ place }) => Math.log2(1 + place.imageCount),
};

const PAGE_MEASURES: Measures<BlockView> = {
  position: ({ page, before }) => before / page.wholeLength,
  afterHeadline: ({ page, number }) => flag(page.headline >= 0 && number > page.headline),
  sinceHeadline: ({ page, number }) => (page.headline < 0 ? -40 : clamp(number - page.headline, 40)),
  hops: ({ hops }) => Math.min(20, hops),
  isInMain: ({ isInMain }) => flag(isInMain),
  mainBefore: ({ page, number }) => clamp(number - page.firstMain, 30),
  mainAfter: ({ page, number }) => clamp(page.lastMain - number, 30),
  likeCount: ({ likeCount }) => Math.min(60, likeCount),
  likeWords: ({ like, likeCount }) => Math.log2(1 + (like?.words ?? 0) / likeCount),
  likeProse: ({ like, likeCount }) => (like?.prose ?? 0) / likeCount,
  likeReadable: ({ like, likeCount }) => (like?.readable ?? 0) / likeCount,
  titleShare: ({ page, each }) =>
    page.titleTokens.size === 0 ? 0 : countShared(each.comparable, page.titleTokens) / page.titleTokens.size,
  isTitle: ({ page, each }) => flag(each.comparable !== "" && each.comparable === page.title),
  isDescription: ({ page, each }) =>
    flag(each.comparable.length > 20 && page.description.startsWith(each.comparable.slice(0, 100))),
  seenBefore: ({ seenBefore }) => Math.min(3, seenBefore),
  seenAfter: ({ page, each, seenBefore }) => Math.min(3, (page.counts.get(each.comparable) ?? 1) - 1 - seenBefore),
  hasCopy: ({ page }) => flag(page.hasCopy),
  isInCopy: ({ page, each }) =>
    flag(page.hasCopy && each.comparable !== "" && page.copy.includes(` ${each.comparable} `)),
  railDistance: ({ sinceRail }) => Math.min(20, sinceRail),
  headingDistance: ({ sinceHeading }) => Math.min(20, sinceHeading),
  windowWords: ({ windowWords }) => Math.log2(1 + windowWords),
  windowLinks: ({ windowLinks }) => windowLinks,
  pageBlocks: ({ page }) => Math.log2(1 + page.facts.length),
  pageProse: ({ page }) => Math.log2(1 + page.whole.proseLength),
  runOfLinks: ({ linkRun }) => Math.min(10, linkRun),
  headlinesBefore: ({ headlinesBefore }) => Math.min(4, headlinesBefore),
  articleNumber: ({ article }) => Math.min(6, article),
  sameOpening: ({ page, each }) => Math.min(4, (page.openings.get(toOpening(each.comparable)) ?? 1) - 1),
  topicShare: ({ page, each }) => page.topic.shareOf(each) ?? -0.2,
  namesAuthor: ({ page, each }) => page.topic.namesAuthor(each),
  namesOutlet: ({ page, each }) => flag(page.topic.namesOutlet(each)),
};

interface NearView {
  readonly other: Facts | undefined;
  readonly element: PageElement;
}
const NEAR_MEASURES: Measures<NearView> = {
  words: ({ other }) => (other === undefined ? 0 : Math.log2(1 + other.words)),
  links: ({ other }) => other?.linkShare ?? 1,
  ends: ({ other }) => flag(other?.endsSentence ?? false),
  heading: ({ other }) => other?.heading ?? 0,
  readable: ({ other }) => flag(other?.isReadable ?? false),
  sameParent: ({ other, element }) => flag(other !== undefined && other.block.element.parent === element.parent),
  sameTag: ({ other, element }) => flag(other?.block.element.tag === element.tag),
};

const layout = createRowLayout();
export const writeOwn = layout.add(OWN_MEASURES);
export const writeReadable = layout.add(READABLE_MEASURES);
/** One for each level, from the block's own up. */
export const writeLevels = Array.from({ length: LEVELS }, (_, level) => layout.add(LEVEL_MEASURES, `up${level}`));
export const writePage = layout.add(PAGE_MEASURES);
/** One for each of NEAR. */
export const writeNear = NEAR.map((at) => layout.add(NEAR_MEASURES, `${at < 0 ? "before" : "after"}${Math.abs(at)}`));

/** What the trees ask for: a block's own values, then those of its context. */
export const INPUT_NAMES: readonly string[] = [...layout.names, ...CONTEXT_NAMES];
