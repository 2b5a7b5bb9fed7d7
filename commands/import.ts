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
    const standing = [...(await store.subscriptions.findByDestination(destination))];
    const max = request.subscriptionsPerDestinationMax;
    let added = 0;
    let left = 0;
    for (const { feeds, display, ...wishes } of all) {
      const inServer = server === null ? 0 : await store.subscriptions.countServer(destination.platform, server);
      if (standing.length >= max || inServer >= request.subscriptionsPerServerMax) {
        left += 1;
        continue;
      }
      const feedIds: FeedId[] = [];
      for (const feed of feeds) feedIds.push(await request.addFeedAt(feed.url, feed.title));
      const filter: Filter = { ...wishes, feedIds: [...new Set(feedIds)] };
      const isThere = standing.some((each) => JSON.stringify(sorted(each.filter)) === JSON.stringify(sorted(filter)));
      if (isThere) continue;
      const subscription = { destination, server, filter, display, createdAt: now, pausedReason: null };
      standing.push(await store.subscriptions.add(subscription));
      added += 1;
    }
    const done = say("import.done", { added: String(added), all: String(all.length) });
    return { text: left === 0 ? done : `${done} ${say("import.left", { left: String(left) })}`, isPrivate: true };
  },
});

export { importCommand as import };

/** One order of members, whoever wrote them. */
const sorted = (filter: Filter) => Object.entries(filter).sort(([a], [b]) => a.localeCompare(b, "en"));
