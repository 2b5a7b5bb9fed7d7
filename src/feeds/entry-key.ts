/** Which entries of a feed are new: identity by several keys at once, so that a changed guid is not news. */

import { createHash } from "node:crypto";
import type { Entry } from "../domain/feed.ts";
import { canonicalUrl, toPageKey } from "../domain/url-key.ts";

/** Entries older than this are not news any more. */
const AGE_MS_MAX = 48 * 60 * 60 * 1000;
/** Of one poll, so that a channel is not flooded; the rest waits for the next polls. */
const FRESH_MAX = 10;
/** Of a feed met for the first time: its newest, to be searched; whoever publishes posts only the last of them. */
const FIRST_FRESH_MAX = 5;
/** Of a feed whose entries all changed their names: more than that would be a flood of old news. */
const RENAMED_FRESH_MAX = 3;
/** Fewer new entries than this are no sign that a feed renamed everything. */
const RENAMED_MIN = 5;

export interface KeyedEntry {
  readonly entry: Entry;
  /** Never empty; the first is the strongest. An entry with any key met before is not new. */
  readonly keys: readonly string[];
}

const hash = (...parts: readonly string[]): string =>
  createHash("sha256").update(parts.join("\u0000")).digest("base64url").slice(0, 32);

/** The key of an entry that leads to a page. */
export const toUrlEntryKey = (url: string): string => `url:${hash(toPageKey(url))}`;

const fold = (text: string): string => text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();

/** Values that several entries of one document share name none of them. */
function findRepeated(values: readonly (string | null)[]): ReadonlySet<string> {
  const met = new Set<string>();
  const repeated = new Set<string>();
  for (const value of values) {
    if (value === null || value === "") continue;
    if (met.has(value)) repeated.add(value);
    met.add(value);
  }
  return repeated;
}

/**
 * Keys of every entry: its guid, its canonical URL, and its title with its date. The last two keep an entry known when
 * the feed changes its guids. The same entry listed twice is kept once.
 */
export function entryKeys(feedEntries: readonly Entry[]): readonly KeyedEntry[] {
  const repeatedGuids = findRepeated(feedEntries.map((entry) => entry.guid));
  const repeatedUrls = findRepeated(feedEntries.map((entry) => canonicalUrl(entry.url)));
  const keyed: KeyedEntry[] = [];
  const met = new Set<string>();
  for (const entry of feedEntries) {
    const { guid, url } = entry;
    const title = fold(entry.title);
    const isOwnUrl = url !== "" && !repeatedUrls.has(canonicalUrl(url));
    const keys: string[] = [];
    if (guid !== null && guid !== "") {
      keys.push(repeatedGuids.has(guid) ? `guid+url:${hash(guid, canonicalUrl(url), title)}` : `guid:${hash(guid)}`);
    }
    if (isOwnUrl) keys.push(toUrlEntryKey(url));
    if (title !== "" && entry.publishedAt !== null) {
      keys.push(`title:${hash(title, entry.publishedAt.toISOString())}`);
    }
    if (keys.length === 0) keys.push(`text:${hash(title, url, entry.html)}`);
    const [first = ""] = keys;
    if (met.has(first)) continue;
    met.add(first);
    keyed.push({ entry, keys });
  }
  return keyed;
}

/**
 * Names this wording of an entry: kept beside its keys, so that another wording is noticed without reading the page. The
 * text counts without its markup, whose counters and tracking pixels change at every visit.
 */
export function toVersionKey({ entry, keys }: KeyedEntry): string {
  const text = fold(entry.html.replace(/<[^<>]{0,2000}>/g, " "));
  return `version:${hash(keys[0] ?? "", fold(entry.title), text)}`;
}

/** Entries met before whose wording was not: newest first. */
export function chooseChanged(keyed: readonly KeyedEntry[], seen: ReadonlySet<string>): readonly KeyedEntry[] {
  return keyed
    .filter((each) => each.keys.some((key) => seen.has(key)) && !seen.has(toVersionKey(each)))
    .sort((a, b) => timeOf(b) - timeOf(a));
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
  /** To be marked seen and passed over: known under another key, too old, a new feed's backlog, or without a page. */
  readonly seeded: readonly KeyedEntry[];
  /** News beyond what one poll may bring; left unseen, so that a later poll brings it. */
  readonly later: readonly KeyedEntry[];
}

const timeOf = ({ entry }: KeyedEntry): number => entry.publishedAt?.getTime() ?? Number.NEGATIVE_INFINITY;

/** Tells from the keys met before which entries are news, and which to pass over in silence. Pure. */
export function chooseNew(keyed: readonly KeyedEntry[], context: ChoiceContext): Choice {
  const { seen, isFirstPoll, now, freshMax = FRESH_MAX, ageMsMax = AGE_MS_MAX } = context;
  const isSeen = ({ keys }: KeyedEntry): boolean => keys.some((key) => seen.has(key));
  const unseen = keyed.filter((each) => !isSeen(each));
  const isRenamed = !isFirstPoll && unseen.length >= RENAMED_MIN && unseen.length === keyed.length && seen.size === 0;
  const isOldNews = ({ entry }: KeyedEntry): boolean =>
    entry.publishedAt === null ? isFirstPoll || isRenamed : now.getTime() - entry.publishedAt.getTime() > ageMsMax;
  const isReadable = ({ entry }: KeyedEntry): boolean => /^https?:\/\//i.test(entry.url);
  const limit = isFirstPoll ? FIRST_FRESH_MAX : isRenamed ? Math.min(RENAMED_FRESH_MAX, freshMax) : freshMax;
  // Newest first to choose, the feed's own order where dates are equal or missing: feeds list the newest first.
  const candidates = unseen
    .filter((each) => isReadable(each) && !isOldNews(each))
    .map((each, index) => ({ each, index, time: Math.min(timeOf(each), now.getTime()) }))
    .sort((a, b) => (a.time === b.time ? a.index - b.index : a.time > b.time ? -1 : 1))
    .map(({ each }) => each);
  // In the usual course the oldest go first and the newest wait; of a new feed only the newest are wanted.
  const isSample = isFirstPoll || isRenamed;
  const fresh = isSample ? candidates.slice(0, limit) : candidates.slice(-limit);
  const later = isSample ? [] : candidates.slice(0, -limit);
  const kept = new Set([...fresh, ...later]);
  // A known entry under a new key is marked too, so that its alias is known from now on.
  const seeded = keyed.filter((each) => !kept.has(each) && each.keys.some((key) => !seen.has(key)));
  return { fresh: fresh.reverse(), seeded, later: later.reverse() };
}
