/** The stored news as one room of the page reads it: what a channel may see, put as posts. */

import { composeAll, composeIn } from "../delivery/compose.ts";
import { foldWords } from "../domain/fold.ts";
import type { Archive } from "../domain/reading/archive.ts";
import type { Store } from "../domain/store.ts";
import { DEFAULT_DISPLAY, type Destination, type Filter } from "../domain/subscription.ts";
import { createFindCard } from "./cards.ts";
import { createChannelView } from "./channel-view.ts";

/** Of this speaker and by nothing else. */
const isOfSpeaker = (filter: Filter, speaker: string): boolean =>
  Object.entries(filter).every(([name, wanted]) => (name === "speakers" ? wanted.length === 1 : wanted.length === 0)) &&
  foldWords(filter.speakers[0] ?? "").join(" ") === foldWords(speaker).join(" ");

export function createArchive(store: Store, destination: Destination): Archive {
  const { articles, feeds } = createChannelView(store, { destination, personId: null });
  return {
    articles,
    feeds,
    async findFollowing(speaker) {
      const standing = await store.subscriptions.findByDestination(destination);
      return standing.find(({ filter }) => isOfSpeaker(filter, speaker))?.number ?? null;
    },
    toPost: (stored, language) => composeIn(language, stored, DEFAULT_DISPLAY),
    toPosts: (stored, language) => composeAll(stored, language, articles),
  };
}

/** What the page reads of the store, and the cards it shows. */
export const openForPage = (store: Store, drawing: Parameters<typeof createFindCard>[1]) => ({
  openArchive: (destination: Destination): Archive => createArchive(store, destination),
  findCard: createFindCard(store, drawing),
});
