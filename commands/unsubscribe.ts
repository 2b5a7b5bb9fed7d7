/** Ends a subscription of this channel, or all of them. */

import { defineCommand } from "../src/domain/command.ts";
import { UserError } from "../src/domain/errors.ts";
import { fold } from "../src/domain/fold.ts";
import { describeSubscription, toCount } from "../src/domain/wording.ts";

export const unsubscribe = defineCommand({
  name: "unsubscribe",
  summary: "End a subscription of this channel",
  access: "managers",
  options: {
    which: {
      type: "text",
      description: "Its number from /subscriptions, a feed id, or all",
      required: true,
      isRest: true,
      lengthMax: 100,
      completes: "subscription",
    },
  },
  examples: ["/unsubscribe 1", "/unsubscribe all"],

  async run({ options, store, destination }) {
    const standing = await store.subscriptions.findByDestination(destination);
    if (standing.length === 0)
      throw new UserError("not-found", "This channel has no subscriptions. /subscribe adds one.");
    const wanted = fold(options.which).trim().replace(/^#/, "");
    const chosen = standing.filter(
      (each) => wanted === "all" || String(each.id) === wanted || each.filter.feedIds.some((id) => id === wanted),
    );
    if (chosen.length === 0) {
      throw new UserError(
        "not-found",
        `This channel has no subscription ${options.which}. /subscriptions lists them by number.`,
      );
    }
    for (const each of chosen) await store.subscriptions.remove(each.id, destination);
    const feeds = await store.feeds.list();
    const [first] = chosen;
    return {
      text:
        chosen.length === 1 && first !== undefined
          ? `Unsubscribed from ${describeSubscription(first, feeds)}.`
          : `Ended ${toCount(chosen.length, "subscription")}.`,
    };
  },
});
