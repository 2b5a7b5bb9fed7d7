/** Describes every block of a page in numbers and words, for the model that decides which are the article. */

import { toComparable } from "../clean.ts";
import type { Block } from "../page/blocks.ts";
import { createSettings, findMain, hopsTo, isProse, measurePlaces, type Place, type Places } from "../page/places.ts";
import type { Page, PageElement } from "../page/tree.ts";
import { type BlockWords, blockWords } from "./block-words.ts";
import { CONTEXT_NAMES } from "./context-features.ts";
import { type Facts, flag, OWN_NAMES, toFacts, writeOwn } from "./line-features.ts";
import { findTopic } from "./page-topic.ts";

/** What else is known of the page. */
export interface PageFacts {
  readonly title: string;
  readonly description: string | null;
  /** The publisher's own copy of the text. */
  readonly body: string | null;
  readonly byline: string | null;
  readonly outlet: string | null;
  readonly readable: ReadonlySet<number>;
}

export interface BlockFeatures extends BlockWords {
  /** In the order of INPUT_NAMES, those of its context still empty; null for a line that is nothing but links. */
  readonly values: Float64Array | null;
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
const LEVEL_NAMES = [
  "Blocks",
  "Share",
  "Links",
  "Prose",
  "ProseShare",
  "Readable",
  "Short",
  "Sentences",
  "Images",
] as const;
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
  "topicShare",
  "namesAuthor",
  "namesOutlet",
] as const;
const NEAR_NAMES = ["Words", "Links", "Ends", "Heading", "Readable", "SameParent", "SameTag"] as const;

export const FEATURE_NAMES: readonly string[] = [
  ...OWN_NAMES,
  ...READABLE_NAMES,
  ...Array.from({ length: LEVELS }, (_, level) => LEVEL_NAMES.map((name) => `up${level}${name}`)).flat(),
  ...PAGE_NAMES,
  ...NEAR.flatMap((at) => NEAR_NAMES.map((name) => `${at < 0 ? "before" : "after"}${Math.abs(at)}${name}`)),
];
/** What the trees ask for: a block's own values, then those of its context. */
export const INPUT_NAMES: readonly string[] = [...FEATURE_NAMES, ...CONTEXT_NAMES];

/** The distinct places around an element, from its own up: wrappers that hold nothing more are one place. */
function listPlaces(element: PageElement, places: Places): readonly number[] {
  const list: number[] = [];
  let seen = -1;
  for (let each: PageElement | null = element; each !== null && list.length < LEVELS; each = each.parent) {
    const count = places[each.index + 1]?.blockCount ?? 0;
    if (count !== seen) list.push(each.index);
    seen = count;
  }
  while (list.length < LEVELS) list.push(-1);
  return list;
}

/** How a text begins, to see the same prompt in several wordings. */
const toOpening = (comparable: string): string => comparable.slice(0, 36);

const tokensOf = (comparable: string): ReadonlySet<string> =>
  new Set(comparable.split(" ").filter((word) => word.length > 2));

function countShared(comparable: string, tokens: ReadonlySet<string>): number {
  if (tokens.size === 0) return 0;
  const found = new Set<string>();
  for (const word of comparable.split(" ")) if (tokens.has(word)) found.add(word);
  return found.size;
}

const clamp = (value: number, max: number): number => Math.min(max, Math.max(-max, value));
const NO_PLACE: Place = {
  blockCount: 1,
  length: 1,
  linkLength: 0,
  proseLength: 0,
  readableLength: 0,
  sentenceCount: 0,
  shortCount: 0,
  imageCount: 0,
};

function countKeys(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** Totals over blocks that are built alike: the same classes and tags. */
interface Alike {
  readonly number: number;
  count: number;
  words: number;
  prose: number;
  readable: number;
}

function groupAlike(all: readonly Facts[]): ReadonlyMap<string, Alike> {
  const groups = new Map<string, Alike>();
  for (const { kind, words, block, isReadable } of all) {
    let group = groups.get(kind);
    if (group === undefined) {
      group = { number: groups.size, count: 0, words: 0, prose: 0, readable: 0 };
      groups.set(kind, group);
    }
    group.count++;
    group.words += words;
    if (isProse(block)) group.prose++;
    if (isReadable) group.readable++;
  }
  return groups;
}

/** Features of every block, in order. */
export function describeBlocks(page: Page, blocks: readonly Block[], known: PageFacts): readonly BlockFeatures[] {
  const settingOf = createSettings(page);
  const places = measurePlaces(page, blocks, known.readable);
  const whole = places[0] ?? NO_PLACE;
  const wholeLength = Math.max(1, whole.length);
  const wholeProse = Math.max(1, whole.proseLength);
  const firstReadable = blocks.findIndex((_, number) => known.readable.has(number));
  const lastReadable = blocks.findLastIndex((_, number) => known.readable.has(number));
  const facts = blocks.map((block, number) =>
    toFacts(block, known.readable.has(number), number >= firstReadable && number <= lastReadable),
  );
  const main = findMain(blocks, places, whole);
  const topic = findTopic(facts, known.byline, known.outlet);
  const title = toComparable(known.title);
  const titleTokens = tokensOf(title);
  const description = toComparable((known.description ?? "").slice(0, 1_000));
  const copy = ` ${toComparable((known.body ?? "").slice(0, 400_000))} `;
  const hasCopy = copy.length > 400;
  const isHeadline = (each: Facts): boolean =>
    each.heading === 1 && (title === "" || titleTokens.has(each.comparable.split(" ")[0] ?? ""));
  const headline = Math.max(
    facts.findIndex((each) => each.heading === 1 && each.comparable === title),
    facts.findIndex(isHeadline),
  );
  const proseIndexes = facts.flatMap((each, number) =>
    main !== null && isProse(each.block) && hopsTo(each.block.element, main)[1] ? [number] : [],
  );
  const firstMain = proseIndexes[0] ?? 0;
  const lastMain = proseIndexes.at(-1) ?? facts.length;
  const candidates = facts.filter(({ isCandidate }) => isCandidate);
  const alike = groupAlike(facts);
  const counts = countKeys(candidates.map((each) => each.comparable));
  const openings = countKeys(candidates.map((each) => toOpening(each.comparable)));
  const articles = new Map<PageElement | null, number>([[null, -1]]);
  const seen = new Map<string, number>();
  let lengthBefore = 0;
  let railAt = -99;
  let headingAt = -99;
  let linkRun = 0;
  let headlinesBefore = 0;
  const farWords = new Map<number, readonly string[]>();
  const width = INPUT_NAMES.length;
  const buffer = new Float64Array(candidates.length * width);
  let row = 0;
  return facts.map((each, number) => {
    const { block } = each;
    const { element } = block;
    const around = listPlaces(element, places);
    const like = alike.get(each.kind);
    const groups = [around[1] ?? -1, around[2] ?? -1, like?.number ?? -1];
    if (each.isRail) railAt = number;
    if (each.heading > 0) headingAt = number;
    if (each.heading === 1) headlinesBefore++;
    linkRun = each.linkShare > 0.6 ? linkRun + 1 : 0;
    const before = lengthBefore;
    lengthBefore += block.length;
    const setting = settingOf(element);
    let article = articles.get(setting.article);
    if (article === undefined) {
      article = articles.size - 1;
      articles.set(setting.article, article);
    }
    if (!each.isCandidate) return { values: null, length: block.length, groups, words: [], farWords: [] };
    const values = buffer.subarray(row * width, ++row * width);
    const seenBefore = seen.get(each.comparable) ?? 0;
    seen.set(each.comparable, seenBefore + 1);
    const [hops, isInMain] = hopsTo(element, main);
    let at = writeOwn(each, setting.isHidden, setting.isBody, values, 0);
    values[at++] = flag(each.isReadable);
    values[at++] = firstReadable < 0 ? -1 : clamp(number - firstReadable, 30);
    values[at++] = lastReadable < 0 ? -1 : clamp(lastReadable - number, 30);
    values[at++] = flag(!each.isReadable && number > firstReadable && number < lastReadable);
    values[at++] = whole.readableLength / wholeLength;
    for (const index of around) {
      const place = places[index + 1] ?? whole;
      const length = Math.max(1, place.length);
      values[at++] = Math.log2(1 + place.blockCount);
      values[at++] = place.length / wholeLength;
      values[at++] = place.linkLength / length;
      values[at++] = place.proseLength / length;
      values[at++] = place.proseLength / wholeProse;
      values[at++] = place.readableLength / length;
      values[at++] = place.shortCount / place.blockCount;
      values[at++] = place.sentenceCount / place.blockCount;
      values[at++] = Math.log2(1 + place.imageCount);
    }
    const nearStart = at + PAGE_NAMES.length;
    let windowWords = 0;
    let windowLinks = 0;
    NEAR.forEach((offset, index) => {
      const other = facts[number + offset];
      windowWords += other?.words ?? 0;
      windowLinks += (other?.linkShare ?? 1) / NEAR.length;
      let to = nearStart + index * NEAR_NAMES.length;
      values[to++] = other === undefined ? 0 : Math.log2(1 + other.words);
      values[to++] = other?.linkShare ?? 1;
      values[to++] = flag(other?.endsSentence ?? false);
      values[to++] = other?.heading ?? 0;
      values[to++] = flag(other?.isReadable ?? false);
      values[to++] = flag(other !== undefined && other.block.element.parent === element.parent);
      values[to++] = flag(other?.block.element.tag === element.tag);
    });
    const likeCount = like?.count ?? 1;
    values[at++] = before / wholeLength;
    values[at++] = flag(headline >= 0 && number > headline);
    values[at++] = headline < 0 ? -40 : clamp(number - headline, 40);
    values[at++] = Math.min(20, hops);
    values[at++] = flag(isInMain);
    values[at++] = clamp(number - firstMain, 30);
    values[at++] = clamp(lastMain - number, 30);
    values[at++] = Math.min(60, likeCount);
    values[at++] = Math.log2(1 + (like?.words ?? 0) / likeCount);
    values[at++] = (like?.prose ?? 0) / likeCount;
    values[at++] = (like?.readable ?? 0) / likeCount;
    values[at++] = titleTokens.size === 0 ? 0 : countShared(each.comparable, titleTokens) / titleTokens.size;
    values[at++] = flag(each.comparable !== "" && each.comparable === title);
    values[at++] = flag(each.comparable.length > 20 && description.startsWith(each.comparable.slice(0, 100)));
    values[at++] = Math.min(3, seenBefore);
    values[at++] = Math.min(3, (counts.get(each.comparable) ?? 1) - 1 - seenBefore);
    values[at++] = flag(hasCopy);
    values[at++] = flag(hasCopy && each.comparable !== "" && copy.includes(` ${each.comparable} `));
    values[at++] = Math.min(20, number - railAt);
    values[at++] = Math.min(20, number - headingAt);
    values[at++] = Math.log2(1 + windowWords);
    values[at++] = windowLinks;
    values[at++] = Math.log2(1 + facts.length);
    values[at++] = Math.log2(1 + whole.proseLength);
    values[at++] = Math.min(10, linkRun);
    values[at++] = Math.min(4, headlinesBefore);
    values[at++] = Math.min(6, article);
    values[at++] = Math.min(4, (openings.get(toOpening(each.comparable)) ?? 1) - 1);
    values[at++] = topic.shareOf(each) ?? -0.2;
    values[at++] = topic.namesAuthor(each);
    values[at++] = flag(topic.namesOutlet(each));
    return { values, length: block.length, groups, ...blockWords(each, settingOf, farWords) };
  });
}
