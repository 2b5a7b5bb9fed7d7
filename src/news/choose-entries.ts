/** First of the three steps with a feed's entries: which are published, which are read again, and which are passed over. */

import { type Entry, type Feed, PASSED_OVER, type ParsedFeed } from "../domain/feed.ts";
import type { Store } from "../domain/store.ts";
import { chooseChanged, chooseNew, entryKeys, type KeyedEntry, toVersionKey } from "../feeds/entry-key.ts";
import { type OlderPagesDependencies, readOlderPages } from "./older-pages.ts";

/** Entries of one poll that are read. */
const ENTRIES_PER_POLL_MAX = 25;

/** What every step knows of the poll it belongs to. */
export interface Poll {
  readonly feed: Feed;
  /** True for a feed never read before. */
  readonly isFirst: boolean;
  readonly now: Date;
}

export interface ChosenEntries {
  /** To be published, oldest first. */
  readonly fresh: readonly KeyedEntry[];
  /** Published before, and worded otherwise since. */
  readonly changed: readonly KeyedEntry[];
  /** News beyond what one poll may bring: a later poll brings it. */
  readonly later: readonly KeyedEntry[];
}

export interface ChoosingDependencies extends Omit<OlderPagesDependencies, "isAnyKnown"> {
  readonly store: Store;
}

interface KnownEntries {
  readonly keyed: readonly KeyedEntry[];
  /** Those of their keys that were met before. */
  readonly seen: ReadonlySet<string>;
}

async function findKnown(entries: readonly Entry[], { feed, now }: Poll, store: Store): Promise<KnownEntries> {
  const keyed = entryKeys(entries);
  const keys = keyed.flatMap((each) => [...each.keys, toVersionKey(each)]);
  return { keyed, seen: await store.feeds.findSeen(feed.id, keys, now) };
}

/** The document's entries; with those of its older pages where nothing on it is known, as after an outage. */
async function findAllKnown(
  parsed: ParsedFeed,
  url: string,
  poll: Poll,
  { store, download, parseFeed }: ChoosingDependencies,
): Promise<KnownEntries> {
  const known = await findKnown(parsed.entries, poll, store);
  if (poll.isFirst || known.seen.size > 0 || known.keyed.length === 0) return known;
  const isAnyKnown = async (entries: readonly Entry[]): Promise<boolean> =>
    (await findKnown(entries, poll, store)).seen.size > 0;
  const older = await readOlderPages(parsed, url, { download, parseFeed, isAnyKnown });
  return older.length === 0 ? known : findKnown([...parsed.entries, ...older], poll, store);
}

/** What is passed over is marked seen with its reason, so that it never becomes news, and people can ask why. */
export async function chooseEntries(
  parsed: ParsedFeed,
  url: string,
  poll: Poll,
  dependencies: ChoosingDependencies,
): Promise<ChosenEntries> {
  const { feeds } = dependencies.store;
  const { feed, isFirst, now } = poll;
  const { keyed, seen } = await findAllKnown(parsed, url, poll, dependencies);
  const { fresh, later, seeded } = chooseNew(keyed, {
    seen,
    isFirstPoll: isFirst,
    now,
    freshMax: ENTRIES_PER_POLL_MAX,
  });
  const changed = chooseChanged(keyed, seen);
  const isChanged = new Set(changed);
  const isKnown = ({ keys }: KeyedEntry): boolean => keys.some((key) => seen.has(key));
  // The wording of a changed entry is marked once it was read again.
  const toKeys = (some: readonly KeyedEntry[]): readonly string[] =>
    some.flatMap((each) => (isChanged.has(each) ? each.keys : [...each.keys, toVersionKey(each)]));
  const known = seeded.filter(isKnown);
  const passedOver = seeded.filter((each) => !isKnown(each));
  await feeds.markSeen(feed.id, toKeys(known), now, null);
  await feeds.markSeen(feed.id, toKeys(passedOver), now, isFirst ? PASSED_OVER.atFirstReading : PASSED_OVER.asOld);
  return { fresh, changed, later };
}
