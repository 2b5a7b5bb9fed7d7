/** The store as one channel sees it: a feed that a person added belongs to the channels that name it, and to no others. */

import { UserError } from "../domain/errors.ts";
import type { Feed } from "../domain/feed.ts";
import type { FeedId } from "../domain/id.ts";
import type { Keeper, NoteStore } from "../domain/note-store.ts";
import type { Store } from "../domain/store.ts";

type FeedOfChannel = Pick<Feed, "id" | "origin">;

/** Anybody can send any number: what is kept behind a button is found in its own channel, and by who asked for it. */
function toOwnNotes(notes: NoteStore, keeper: Keeper): NoteStore {
  return {
    ...notes,
    keep: (kind, value, now) => notes.keep(kind, value, now, keeper),
    async findKept(kind, id) {
      const own = await notes.findKept(kind, id, keeper);
      if (own === null && (await notes.isKept(kind, id, keeper.destination))) {
        throw new UserError("forbidden", (say) => say("answer.othersButton"));
      }
      return own;
    },
  };
}

/**
 * Asks anew each time, since a command may add a subscription before it looks. What is written goes through as it is, and
 * finds a feed that is stored though it is not shown.
 */
export function createChannelView(store: Store, keeper: Keeper): Store {
  const { destination } = keeper;
  const { feeds, articles, subscriptions } = store;

  async function listOwn(): Promise<readonly FeedId[]> {
    const standing = await subscriptions.findByDestination(destination);
    return [...new Set(standing.flatMap(({ filter }) => filter.feedIds))];
  }

  const isSeen = ({ id, origin }: FeedOfChannel, own: readonly FeedId[]): boolean =>
    origin === "catalog" || own.includes(id);

  async function listSeen(): Promise<readonly Feed[]> {
    const own = await listOwn();
    return (await feeds.list()).filter((feed) => isSeen(feed, own));
  }

  async function orHidden<T extends Feed | null>(feed: T): Promise<T | null> {
    return feed !== null && isSeen(feed, await listOwn()) ? feed : null;
  }

  return {
    ...store,
    notes: toOwnNotes(store.notes, keeper),
    feeds: {
      ...feeds,
      list: listSeen,
      find: async (id) => orHidden(await feeds.find(id)),
      findByUrl: async (url) => orHidden(await feeds.findByUrl(url)),
      async listStates() {
        const seen = new Set((await listSeen()).map(({ id }) => id));
        return (await feeds.listStates()).filter(({ feedId }) => seen.has(feedId));
      },
      async findSeenEntry(key) {
        const entry = await feeds.findSeenEntry(key);
        return entry !== null && (await orHidden(await feeds.find(entry.feedId))) !== null ? entry : null;
      },
    },
    articles: {
      ...articles,
      find: async (id, audience) => articles.find(id, { ...audience, ownFeedIds: await listOwn() }),
      findByUrl: async (url, limits) => articles.findByUrl(url, { ...limits, ownFeedIds: await listOwn() }),
      search: async (query) => articles.search({ ...query, ownFeedIds: await listOwn() }),
      listMembers: async (ids) => articles.listMembers(ids, { ownFeedIds: await listOwn() }),
      listEditions: async (id) => articles.listEditions(id, { ownFeedIds: await listOwn() }),
      latest: async (query) => articles.latest({ ...query, ownFeedIds: await listOwn() }),
      findQuotes: async (query) => articles.findQuotes({ ...query, ownFeedIds: await listOwn() }),
      findTop: async (query) => articles.findTop({ ...query, ownFeedIds: await listOwn() }),
      findSpeakers: async (prefix, limit) => articles.findSpeakers(prefix, limit, { ownFeedIds: await listOwn() }),
    },
  };
}
