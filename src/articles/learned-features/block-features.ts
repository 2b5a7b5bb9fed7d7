/** Describes every block of a page in numbers and words, for the model that decides which are the article. */

import { toComparable } from "../clean.ts";
import type { Block } from "../page/blocks.ts";
import {
  createSettings,
  findMain,
  hopsTo,
  isProse,
  measurePlaces,
  newPlace,
  type Place,
  type Places,
} from "../page/places.ts";
import type { Page, PageElement } from "../page/tree.ts";
import {
  type Alike,
  type BlockView,
  INPUT_NAMES,
  LEVELS,
  NEAR,
  type PageView,
  toOpening,
  writeLevels,
  writeNear,
  writeOwn,
  writePage,
  writeReadable,
} from "./block-row.ts";
import { type BlockWords, blockWords } from "./block-words.ts";
import { type Facts, readLine, toFacts } from "./line-features.ts";
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

const tokensOf = (comparable: string): ReadonlySet<string> =>
  new Set(comparable.split(" ").filter((word) => word.length > 2));

const NO_PLACE: Place = { ...newPlace(), blockCount: 1, length: 1 };

function countKeys(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
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
  const firstReadable = blocks.findIndex((_, number) => known.readable.has(number));
  const lastReadable = blocks.findLastIndex((_, number) => known.readable.has(number));
  const facts = blocks.map((block, number) =>
    toFacts(block, known.readable.has(number), number >= firstReadable && number <= lastReadable),
  );
  const main = findMain(blocks, places, whole);
  const title = toComparable(known.title);
  const titleTokens = tokensOf(title);
  const copy = ` ${toComparable((known.body ?? "").slice(0, 400_000))} `;
  const isHeadline = (each: Facts): boolean =>
    each.heading === 1 && (title === "" || titleTokens.has(each.comparable.split(" ")[0] ?? ""));
  const headline = Math.max(
    facts.findIndex((each) => each.heading === 1 && each.comparable === title),
    facts.findIndex(isHeadline),
  );
  const proseIndexes = facts.flatMap((each, number) =>
    main !== null && isProse(each.block) && hopsTo(each.block.element, main)[1] ? [number] : [],
  );
  const candidates = facts.filter(({ isCandidate }) => isCandidate);
  const alike = groupAlike(facts);
  const pageView: PageView = {
    facts,
    whole,
    wholeLength: Math.max(1, whole.length),
    wholeProse: Math.max(1, whole.proseLength),
    firstReadable,
    lastReadable,
    headline,
    firstMain: proseIndexes[0] ?? 0,
    lastMain: proseIndexes.at(-1) ?? facts.length,
    title,
    titleTokens,
    description: toComparable((known.description ?? "").slice(0, 1_000)),
    copy,
    hasCopy: copy.length > 400,
    counts: countKeys(candidates.map((each) => each.comparable)),
    openings: countKeys(candidates.map((each) => toOpening(each.comparable))),
    topic: findTopic(facts, known.byline, known.outlet),
  };
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
    let windowWords = 0;
    let windowLinks = 0;
    for (const offset of NEAR) {
      const other = facts[number + offset];
      windowWords += other?.words ?? 0;
      windowLinks += (other?.linkShare ?? 1) / NEAR.length;
    }
    const view: BlockView = {
      page: pageView,
      each,
      number,
      before,
      hops,
      isInMain,
      like,
      likeCount: like?.count ?? 1,
      seenBefore,
      sinceRail: number - railAt,
      sinceHeading: number - headingAt,
      windowWords,
      windowLinks,
      linkRun,
      headlinesBefore,
      article,
    };
    writeOwn(values, readLine(each, setting.isHidden, setting.isBody));
    writeReadable(values, view);
    around.forEach((index, level) => {
      const place = places[index + 1] ?? whole;
      writeLevels[level]?.(values, { place, length: Math.max(1, place.length), page: pageView });
    });
    writePage(values, view);
    NEAR.forEach((offset, index) => {
      writeNear[index]?.(values, { other: facts[number + offset], element });
    });
    return { values, length: block.length, groups, ...blockWords(each, settingOf, farWords) };
  });
}
