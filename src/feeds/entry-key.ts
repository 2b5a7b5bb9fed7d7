/** Which entries of a feed are new: identity by several marks at once, so that a changed guid is not news. */

import type { Entry } from "../domain/feed.ts";
import { type EntryMarks, fold, hash, toMarks } from "./entry-marks.ts";

export { toUrlEntryKey } from "./entry-marks.ts";

/** Entries older than this are not news any more. */
export const AGE_MS_MAX = 48 * 60 * 60 * 1000;
/** Of one poll, so that a channel is not flooded; the rest waits for the next polls. */
const FRESH_MAX = 10;
/** Of a feed met for the first time: its newest, to be searched; whoever publishes posts only the last of them. */
const FIRST_FRESH_MAX = 5;
/** One entry alone that looks like an old one is no sign that a feed renamed what it has. */
const RENAMED_MIN = 2;
/** An entry without a link is news by its text, if there is as much as a sentence. */
const OWN_TEXT_LENGTH_MIN = 40;

export interface KeyedEntry {
  readonly entry: Entry;
  /** Never empty; the first is the strongest. What each proves is told by the marks. */
  readonly keys: readonly string[];
  readonly marks: EntryMarks;
}

/** Keys of every entry: what they stand for is told in entry-marks.ts. The same entry listed twice is kept once. */
export function entryKeys(feedEntries: readonly Entry[]): readonly KeyedEntry[] {
  const allMarks = toMarks(feedEntries);
  const keyed: KeyedEntry[] = [];
  const met = new Set<string>();
  for (const [index, entry] of feedEntries.entries()) {
    const marks = allMarks[index];
    if (marks === undefined) continue;
    const { guid, page, link, dated, title, moment, place, text } = marks;
    const inOrder = [guid, page, dated, text, link, title, moment, place];
    const keys = [...new Set(inOrder.filter((key) => key !== null))];
    const [first = ""] = keys;
    if (met.has(first)) continue;
    met.add(first);
    keyed.push({ entry, keys, marks });
  }
  return keyed;
}

/** Points and comments, however they are counted: "12 comments", "Points: 31", "Comments (4)". Other numbers are news. */
const COUNTED = "(?:points|comments?|replies|likes|views|shares|upvotes)";
const COUNTERS = new RegExp(
  `(?<!\\p{L})(?:\\d[\\d.,]* ${COUNTED}|#? ?${COUNTED} ?[:(] ?\\d[\\d.,]*\\)?)(?!\\p{L})`,
  "gu",
);

const toWording = (html: string): string =>
  fold(html.replace(/<[^<>]{0,2000}>/g, " "))
    .replace(/\s+/g, " ")
    .replace(COUNTERS, "");

/**
 * Names this wording of an entry: kept beside its keys, so that another wording is noticed without reading the page. The
 * text counts without its markup, whose counters and tracking pixels change at every visit.
 */
export function toVersionKey({ entry, keys }: KeyedEntry): string {
  return `version:${hash(keys[0] ?? "", toWording(entry.title), toWording(entry.html))}`;
}

/** Whether the entry is the one its guid or its address names, going by whatever else was met before. */
function isNamedBefore({ entry, marks }: KeyedEntry, has: (mark: string | null) => boolean): boolean {
  const { guid, page, link, dated, title, moment, text } = marks;
  if (has(guid)) {
    // A guid used again: nothing else of the entry was ever met.
    const isReused = page !== null && title !== null && ![page, link, title, moment, dated].some(has);
    return !isReused;
  }
  if (guid === null && page === null) return has(dated) || has(text);
  if (!has(page)) return false;
  const isSameAgain = has(dated) || (entry.publishedAt === null && has(title));
  // Another guid at the same address is another entry, unless its title or its moment is the old one's.
  if (guid !== null) return isSameAgain || has(moment);
  return link === null || has(link) || isSameAgain;
}

/** The entries met before, in whatever dress. */
export function findKnown(keyed: readonly KeyedEntry[], seen: ReadonlySet<string>): ReadonlySet<KeyedEntry> {
  const has = (mark: string | null): boolean => mark !== null && seen.has(mark);
  const named = keyed.filter((each) => isNamedBefore(each, has));
  const holders = new Set(named.map(({ marks }) => marks.dated));
  // New guid and new address under an old title and moment: moved, unless the old one is still there beside it.
  const moved = keyed.filter(
    ({ marks: { guid, page, dated, moment } }) =>
      has(dated) && moment !== null && !holders.has(dated) && !has(page) && !has(guid),
  );
  return new Set([...named, ...moved]);
}

/**
 * Of entries whose names are all new, those that are old ones under new names: when most of a document is, the feed
 * renamed what it has. Entries with new titles and dates are news, however many they are.
 */
function findRenamed(
  keyed: readonly KeyedEntry[],
  unseen: readonly KeyedEntry[],
  seen: ReadonlySet<string>,
): ReadonlySet<KeyedEntry> {
  const has = (mark: string | null): boolean => mark !== null && seen.has(mark);
  const dates = new Set(unseen.map(({ entry }) => entry.publishedAt?.getTime() ?? null));
  const isWholeDocument = unseen.length === keyed.length;
  const areDatesVaried = dates.size * 2 >= unseen.length && dates.size > 1;
  const renamed = unseen.filter(({ entry, marks: { place, page, dated, title, moment } }) => {
    if (has(place)) return true;
    if (!isWholeDocument) return false;
    if (entry.publishedAt === null || (moment === null && has(dated))) return has(title);
    // All re-dated to one moment, or all titles new under the old moments.
    return (dates.size === 1 && has(page) && has(title)) || (areDatesVaried && has(moment));
  });
  const isRenaming = renamed.length >= RENAMED_MIN && renamed.length * 2 > unseen.length;
  return new Set(isRenaming ? renamed : []);
}

/** Of entries met before, those whose wording was not: newest first. */
export function chooseChanged(known: Iterable<KeyedEntry>, seen: ReadonlySet<string>): readonly KeyedEntry[] {
  return [...known].filter((each) => !seen.has(toVersionKey(each))).sort((a, b) => timeOf(b) - timeOf(a));
}

export interface ChoiceContext {
  /** Keys met before, in this feed. */
  readonly seen: ReadonlySet<string>;
  /** True for a feed never read successfully, or one that came back after it was given up. */
  readonly isFirstPoll: boolean;
  readonly now: Date;
  readonly freshMax?: number;
  readonly ageMsMax?: number;
}

export interface Choice {
  /** To be published, oldest first. */
  readonly fresh: readonly KeyedEntry[];
  /** To be marked seen and passed over: known under another key, renamed, too old, a new feed's backlog, without text. */
  readonly seeded: readonly KeyedEntry[];
  /** News beyond what one poll may bring; left unseen, so that a later poll brings it. */
  readonly later: readonly KeyedEntry[];
  /** Met before, under these names or others. */
  readonly known: ReadonlySet<KeyedEntry>;
  /** Old entries of a feed that renamed what it has; they are among the seeded. */
  readonly renamed: ReadonlySet<KeyedEntry>;
}

const timeOf = ({ entry }: KeyedEntry): number => entry.publishedAt?.getTime() ?? Number.NEGATIVE_INFINITY;

/** Whether other entries of the document lead to the same page. */
export const leadsToSharedPage = ({ marks: { page, link } }: KeyedEntry): boolean => page === null || page === link;

/** Whether there is anything to read: a page, or a text of its own. */
export const isReadable = ({ entry }: KeyedEntry): boolean =>
  /^https?:\/\//i.test(entry.url) || toWording(entry.html).length >= OWN_TEXT_LENGTH_MIN;

/** Tells from the keys met before which entries are news, and which to pass over in silence. Pure. */
export function chooseNew(keyed: readonly KeyedEntry[], context: ChoiceContext): Choice {
  const { seen, isFirstPoll, now, freshMax = FRESH_MAX, ageMsMax = AGE_MS_MAX } = context;
  const known = findKnown(keyed, seen);
  const unseen = keyed.filter((each) => !known.has(each));
  const renamed = isFirstPoll ? new Set<KeyedEntry>() : findRenamed(keyed, unseen, seen);
  const isOldNews = ({ entry }: KeyedEntry): boolean =>
    entry.publishedAt === null ? isFirstPoll : now.getTime() - entry.publishedAt.getTime() > ageMsMax;
  const limit = isFirstPoll ? FIRST_FRESH_MAX : freshMax;
  // Newest first to choose, the feed's own order where dates are equal or missing: feeds list the newest first.
  const candidates = unseen
    .filter((each) => isReadable(each) && !renamed.has(each) && !isOldNews(each))
    .map((each, index) => ({ each, index, time: Math.min(timeOf(each), now.getTime()) }))
    .sort((a, b) => (a.time === b.time ? a.index - b.index : a.time > b.time ? -1 : 1))
    .map(({ each }) => each);
  // In the usual course the oldest go first and the newest wait; of a new feed only the newest are wanted.
  const fresh = isFirstPoll ? candidates.slice(0, limit) : candidates.slice(-limit);
  const later = isFirstPoll ? [] : candidates.slice(0, -limit);
  const kept = new Set([...fresh, ...later]);
  // A known entry under a new key is marked too, so that its alias is known from now on.
  const seeded = keyed.filter((each) => !kept.has(each) && each.keys.some((key) => !seen.has(key)));
  return { fresh: fresh.reverse(), seeded, later: later.reverse(), known, renamed };
}
