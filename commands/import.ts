/** Takes in a file of subscriptions, sent along or by its address: what /export gave anywhere, or OPML of any reader. */

import { defineCommand } from "../src/domain/command.ts";
import { UserError } from "../src/domain/errors.ts";
import type { FeedId } from "../src/domain/id.ts";
import type { SentFile } from "../src/domain/sent-file.ts";
import type { Filter } from "../src/domain/subscription.ts";

const importCommand = defineCommand({
  name: "import",
  access: "managers",
  options: {
    file: { type: "file" },
    url: { type: "text", isRest: true, lengthMax: 2000 },
  },
  examples: ["/import", "/import https://files.example/subscriptions.json"],

  async run(request) {
    const { say, options, store, destination, server, now } = request;
    const given = chooseGiven(options.file, options.url);
    const all = await (typeof given === "string" ? request.readTransfer(given) : request.readTransferFile(given));
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

function chooseGiven(file: SentFile | undefined, url: string | undefined): SentFile | string {
  if (file !== undefined && url !== undefined) throw new UserError("bad-option", (say) => say("import.both"));
  if (file !== undefined) return file;
  if (url === undefined) throw new UserError("bad-option", (say) => say("import.nothing"));
  if (!/^https?:\/\/[^\s]+$/i.test(url)) throw new UserError("bad-option", (say) => say("import.unreadable"));
  return url;
}
