/** First of the three steps with a feed's entries: which are published, which are read again, and which are passed over. */

import { type Entry, type Feed, PASSED_OVER, type ParsedFeed } from "../domain/feed.ts";
import type { Store } from "../domain/store.ts";
import {
  chooseChanged,
  chooseNew,
  entryKeys,
  findKnown,
  isReadable,
  type KeyedEntry,
  toVersionKey,
} from "../feeds/entry-key.ts";
import { type OlderPagesDependencies, readOlderPages } from "./older-pages.ts";

/** Entries of one poll that are read. */
const ENTRIES_PER_POLL_MAX = 25;

/** What every step knows of the poll it belongs to. */
export interface Poll {
  readonly feed: Feed;
  /** True for a feed never read before. */
  readonly isFirst: boolean;
  readonly now: Date;
  /** The page of one of its entries is to be looked at again then. */
  readonly awaitLook?: (at: Date) => void;
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
  /** An entry first met when it is older than this is no news; two days when absent. */
  readonly ageMsMax?: number;
}

interface KnownEntries {
  readonly keyed: readonly KeyedEntry[];
  /** Those of their keys that were met before. */
  readonly seen: ReadonlySet<string>;
}

async function findMet(entries: readonly Entry[], { feed, now }: Poll, store: Store): Promise<KnownEntries> {
  const keyed = entryKeys(entries);
  const keys = keyed.flatMap((each) => [...each.keys, toVersionKey(each)]);
  return { keyed, seen: await store.feeds.findSeen(feed.id, keys, now) };
}

const isAnyKnown = ({ keyed, seen }: KnownEntries): boolean => findKnown(keyed, seen).size > 0;

/** The document's entries; with those of its older pages where nothing on it is known, as after an outage. */
async function findAllKnown(
  parsed: ParsedFeed,
  url: string,
  poll: Poll,
  { store, download, parseFeed }: ChoosingDependencies,
): Promise<KnownEntries> {
  const met = await findMet(parsed.entries, poll, store);
  if (poll.isFirst || isAnyKnown(met) || met.keyed.length === 0) return met;
  const older = await readOlderPages(parsed, url, {
    download,
    parseFeed,
    isAnyKnown: async (entries) => isAnyKnown(await findMet(entries, poll, store)),
  });
  return older.length === 0 ? met : findMet([...parsed.entries, ...older], poll, store);
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
  const { fresh, later, seeded, known, renamed } = chooseNew(keyed, {
    seen,
    isFirstPoll: isFirst,
    now,
    freshMax: ENTRIES_PER_POLL_MAX,
    ...(dependencies.ageMsMax === undefined ? {} : { ageMsMax: dependencies.ageMsMax }),
  });
  const changed = chooseChanged(known, seen);
  const isChanged = new Set(changed);
  // The wording of a changed entry is marked once it was read again.
  const toKeys = (some: readonly KeyedEntry[]): readonly string[] =>
    some.flatMap((each) => (isChanged.has(each) ? each.keys : [...each.keys, toVersionKey(each)]));
  const reasonOf = (each: KeyedEntry): string => {
    if (isFirst) return PASSED_OVER.atFirstReading;
    if (renamed.has(each)) return PASSED_OVER.asRenamed;
    return isReadable(each) ? PASSED_OVER.asOld : PASSED_OVER.asEmpty;
  };
  const passedOver = seeded.filter((each) => !known.has(each));
  await feeds.markSeen(feed.id, toKeys(seeded.filter((each) => known.has(each))), now, null);
  for (const reason of Object.values(PASSED_OVER)) {
    const some = passedOver.filter((each) => reasonOf(each) === reason);
    if (some.length > 0) await feeds.markSeen(feed.id, toKeys(some), now, reason);
  }
  return { fresh, changed, later };
}
