/** The stored news as one room of the page reads it: what a channel may see, put as posts. */

import { composeAll, composeIn } from "../delivery/compose.ts";
import type { Archive } from "../domain/reading/archive.ts";
import type { Store } from "../domain/store.ts";
import { DEFAULT_DISPLAY, type Destination } from "../domain/subscription.ts";
import { createFindCard } from "./cards.ts";
import { createChannelView } from "./channel-view.ts";

export function createArchive(store: Store, destination: Destination): Archive {
  const { articles, feeds } = createChannelView(store, { destination, personId: null });
  return {
    articles,
    feeds,
    toPost: (stored, language) => composeIn(language, stored, DEFAULT_DISPLAY),
    toPosts: (stored, language) => composeAll(stored, language, articles),
  };
}

/** What the page reads of the store, and the cards it shows. */
export const openForPage = (store: Store, drawing: Parameters<typeof createFindCard>[1]) => ({
  openArchive: (destination: Destination): Archive => createArchive(store, destination),
  findCard: createFindCard(store, drawing),
});
