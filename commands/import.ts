/** Takes in a file of subscriptions by its address: what /export gave anywhere, or OPML of any reader. */

import { defineCommand } from "../src/domain/command.ts";
import { UserError } from "../src/domain/errors.ts";
import type { FeedId } from "../src/domain/id.ts";
import type { Filter } from "../src/domain/subscription.ts";

const importCommand = defineCommand({
  name: "import",
  access: "managers",
  options: {
    url: { type: "text", required: true, isRest: true, lengthMax: 2000 },
  },
  examples: ["/import https://files.example/subscriptions.json"],

  async run(request) {
    const { say, options, store, destination, server, now } = request;
    if (!/^https?:\/\/[^\s]+$/i.test(options.url)) throw new UserError("bad-option", (say) => say("import.unreadable"));
    const all = await request.readTransfer(options.url);
    const { subscriptionsPerDestinationMax: perDestinationMax, subscriptionsPerServerMax: perServerMax } = request;
    const hasRoom = async (): Promise<boolean> => {
      const standing = await store.subscriptions.findByDestination(destination);
      if (standing.length >= perDestinationMax) return false;
      return server === null || (await store.subscriptions.countServer(destination.platform, server)) < perServerMax;
    };
    let added = 0;
    let left = 0;
    for (const { feeds, display, ...wishes } of all) {
      // Feeds nobody has room for are not taken in; whether there is room in the end, the store says.
      if (!(await hasRoom())) {
        left += 1;
        continue;
      }
      const feedIds: FeedId[] = [];
      for (const feed of feeds) feedIds.push(await request.addFeedAt(feed.url, feed.title));
      const filter: Filter = { ...wishes, feedIds: [...new Set(feedIds)] };
      const wanted = { destination, server, filter, display, createdAt: now, pausedReason: null };
      const { outcome } = await store.subscriptions.addWithin(wanted, { perDestinationMax, perServerMax });
      if (outcome === "added") added += 1;
      else if (outcome !== "known") left += 1;
    }
    const done = say("import.done", { added: String(added), all: String(all.length) });
    return { text: left === 0 ? done : `${done} ${say("import.left", { left: String(left) })}`, isPrivate: true };
  },
});

export { importCommand as import };
