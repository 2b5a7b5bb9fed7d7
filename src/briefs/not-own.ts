/** What stands in a page's text and is not, or no longer, what its outlet reports: readers' comments, adverts, a machine's summary, older entries of a live page. */

import type { Span, SummarizerInput } from "../domain/article.ts";
import {
  isCommentsHead,
  isInsert,
  isLiveTitle,
  isMachineNote,
  isSummaryHead,
  opensLikeComment,
} from "../languages/page-notes.ts";
import { readParagraphs, type TextParagraph } from "./text-paragraphs.ts";

/** Who wrote a text is told in its last paragraphs. */
const FOOT_PARAGRAPHS = 4;
/** A machine's summary has so many paragraphs below its heading at most. */
const SUMMARY_PARAGRAPHS_MAX = 8;
/** So many clocks that go back, and the page is written on from the top whatever its headline says. */
const CLOCKS_MIN = 3;
const CLOCK_HEAD = /^[[(•*]?\s?([01]?\d|2[0-3])(?:[:.hH]|\sh\s)([0-5]\d)(?!\d|[.:]\d)\s?([ap])?\.?(?:m\b\.?)?/iu;
/** "78: Coyle scores", "90+4’ …": the minute of a match. */
const MINUTE_HEAD = /^(\d{1,3})(?:\s?\+\s?(\d{1,2}))?(?:\s?[:’'′]|\.?\s?min\b)/iu;
const HOURS_NOON = 12;
const MINUTES = 60;

/** Below a head like "Readers' comments": the lines that open with somebody's name, until one does not. */
function findComments(paragraphs: readonly TextParagraph[]): readonly TextParagraph[] {
  let isBelow = false;
  return paragraphs.filter(({ text }) => {
    if (isCommentsHead(text)) {
      isBelow = true;
      return true;
    }
    const form = opensLikeComment(text);
    isBelow &&= form !== null;
    return isBelow || form === "account";
  });
}

/** The note that a machine made the summary, and that summary where a heading opens it. */
function findMachineSummary(paragraphs: readonly TextParagraph[]): readonly TextParagraph[] {
  return paragraphs.flatMap((paragraph, index) => {
    if (!isMachineNote(paragraph.text)) return [];
    const before = paragraphs.slice(Math.max(0, index - SUMMARY_PARAGRAPHS_MAX), index);
    const head = before.findLastIndex(({ text }) => isSummaryHead(text));
    return head < 0 ? [paragraph] : [...before.slice(head), paragraph];
  });
}

/** The time of day that a paragraph opens with, in minutes; null for none. */
function readClock(text: string): number | null {
  const clock = CLOCK_HEAD.exec(text);
  if (clock === null) return null;
  const [, hours, minutes, half] = clock;
  const isAfternoon = half?.toLowerCase() === "p" && Number(hours) < HOURS_NOON;
  return (Number(hours) + (isAfternoon ? HOURS_NOON : 0)) * MINUTES + Number(minutes);
}

function readMinute(text: string): number | null {
  const minute = MINUTE_HEAD.exec(text);
  return minute === null ? null : Number(minute[1]) + Number(minute[2] ?? 0);
}

interface EntryHead {
  readonly index: number;
  readonly time: number;
}

const findHeads = (paragraphs: readonly TextParagraph[], read: (text: string) => number | null): readonly EntryHead[] =>
  paragraphs.flatMap(({ text }, index) => {
    const time = read(text);
    return time === null ? [] : [{ index, time }];
  });

/** All entries of a live page but the newest: what they tell may be over. */
function findOlderEntries(paragraphs: readonly TextParagraph[], title: string): readonly TextParagraph[] {
  const clocks = findHeads(paragraphs, readClock);
  // "10: The mill": a list may be counted down.
  const isBackward =
    clocks.length >= CLOCKS_MIN &&
    clocks.every(({ time }, place) => place === 0 || time < (clocks[place - 1]?.time ?? 0));
  if (!isLiveTitle(title) && !isBackward) return [];
  const heads = clocks.length > 1 ? clocks : findHeads(paragraphs, readMinute);
  const [first, second] = heads;
  if (first === undefined || second === undefined) {
    const opening = paragraphs.findIndex(({ text }) => /[.!?…]["”»’)]?$/u.test(text));
    return paragraphs.slice(opening + 1);
  }
  // What stands above the entries introduces them all.
  if (first.time >= second.time) return paragraphs.slice(second.index);
  return paragraphs.slice(first.index, heads.at(-1)?.index);
}

/** The spans of a text that are not what its outlet reports, in order. */
export function findNotOwn({ title, text }: Pick<SummarizerInput, "title" | "text">): readonly Span[] {
  const paragraphs = readParagraphs(text);
  const found = new Set([
    ...findComments(paragraphs),
    ...findMachineSummary(paragraphs),
    ...findOlderEntries(paragraphs, title),
    ...paragraphs.filter((each, index) => isInsert(each.text, index >= paragraphs.length - FOOT_PARAGRAPHS)),
  ]);
  return paragraphs.filter((each) => found.has(each)).map(({ start, end }) => ({ start, end }));
}
