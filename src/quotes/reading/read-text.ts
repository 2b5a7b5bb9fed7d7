/** Everything read from one text before any speaker is chosen: items, mentions, links, and where quotations stand. */

import type { Speech } from "../../languages/language.ts";
import type { Link, Mention, MentionIndex, Reading } from "../../languages/reading.ts";
import type { Stretch } from "../marks/stretch.ts";
import { readItems } from "./items.ts";
import { findMentions } from "./mentions.ts";
import { findLinks, indexMentions } from "./verb-subjects.ts";

export interface ReadText extends Reading {
  readonly text: string;
  readonly speech: Speech;
  readonly stretches: readonly Stretch[];
  readonly index: MentionIndex;
  /** Mention index -> its links. */
  readonly linksOf: ReadonlyMap<number, readonly Link[]>;
  /** Quotation index -> item index. */
  readonly quoteItems: readonly number[];
  /** Counts before an item, so that "how many between" is one subtraction. */
  readonly quotesBefore: Int32Array;
  readonly verbsBefore: Int32Array;
  readonly mentionsBefore: Int32Array;
}

function groupLinks(links: readonly Link[], key: (link: Link) => number): Map<number, Link[]> {
  const groups = new Map<number, Link[]>();
  for (const link of links) {
    const group = groups.get(key(link));
    if (group === undefined) groups.set(key(link), [link]);
    else group.push(link);
  }
  return groups;
}

export function readText(text: string, stretches: readonly Stretch[], speech: Speech): ReadText {
  const plain = readItems(text, stretches, speech);
  const items = speech.clauses?.readItems(plain, speech) ?? plain;
  const mentions = findMentions(items, speech);
  const clauses = speech.clauses?.readClauses(items, mentions, speech) ?? null;
  const links = findLinks(items, mentions, clauses, speech);
  const count = items.length + 1;
  const quotesBefore = new Int32Array(count);
  const verbsBefore = new Int32Array(count);
  const mentionsBefore = new Int32Array(count);
  const mentionFrom = new Int32Array(count);
  const quoteItems: number[] = stretches.map(() => -1);
  let mention = 0;
  items.forEach((item, index) => {
    mentionFrom[index] = mention;
    if ((mentions[mention]?.last ?? -1) === index) mention++;
    if (item.quote >= 0) quoteItems[item.quote] = index;
    quotesBefore[index + 1] = (quotesBefore[index] ?? 0) + (item.class === "quotation" ? 1 : 0);
    verbsBefore[index + 1] =
      (verbsBefore[index] ?? 0) + (item.class === "reporting" || item.class === "source" ? 1 : 0);
    mentionsBefore[index + 1] = mention;
  });
  mentionFrom[items.length] = mention;
  return {
    text,
    speech,
    stretches,
    items,
    mentions,
    index: indexMentions(mentions),
    linksOf: groupLinks(links, (link) => link.mention),
    linksAt: groupLinks(links, (link) => link.verb),
    quoteItems,
    mentionFrom,
    quotesBefore,
    verbsBefore,
    mentionsBefore,
    clauses,
  };
}

/** Whether a title is in a list, whose words have no dot: "Mrs." is "mrs". */
export function isTitleWord(titles: ReadonlySet<string>, word: string): boolean {
  return titles.has(word.endsWith(".") ? word.slice(0, -1) : word);
}

/** "the minister": a phrase that takes up somebody named before. */
export function isDefinite(read: ReadText, mention: Mention): boolean {
  return read.speech.definiteArticles.has(read.items[mention.first]?.word ?? "");
}

/** Offsets of a mention as printed, with all that belongs to its phrase where clauses are read. */
export function mentionSpan(read: ReadText, index: number): readonly [number, number] {
  const mention = read.mentions[index];
  if (mention === undefined) return [0, 0];
  const [first, last] = read.clauses?.spans[index] ?? [mention.first, mention.last];
  const start = read.items[first]?.start ?? 0;
  return [start, read.items[last]?.end ?? start];
}

/** The text of a mention as printed. */
export function mentionText(read: ReadText, index: number): string {
  return read.text.slice(...mentionSpan(read, index));
}
