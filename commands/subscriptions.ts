/** What this channel is subscribed to, and whether it works. */

import { defineCommand } from "../src/domain/command.ts";
import type { Subscription } from "../src/domain/subscription.ts";
import { describeSubscription } from "../src/domain/wording.ts";

const DELIVERIES_READ_MAX = 50;

export const subscriptions = defineCommand({
  name: "subscriptions",
  access: "everyone",
  options: {},
  examples: ["/subscriptions"],

  async run({ say, store, destination }) {
    const standing = await store.subscriptions.findByDestination(destination);
    if (standing.length === 0) {
      return { text: say("subscriptions.none"), isPrivate: true };
    }
    const feeds = await store.feeds.list();
    const deliveries = await store.outbox.findByDestination(destination, DELIVERIES_READ_MAX);
    const states = new Map((await store.feeds.listStates()).map((state) => [state.feedId, state]));

    const toHealth = (subscription: Subscription): string => {
      if (subscription.pausedReason !== null) {
        return say("subscriptions.paused", { reason: subscription.pausedReason });
      }
      const own = deliveries.filter((each) => each.subscriptionId === subscription.id);
      const failed = own.find((each) => each.state === "failed" || each.state === "uncertain");
      const waiting = own.filter((each) => ["pending", "claimed", "sending"].includes(each.state)).length;
      const troubled = subscription.filter.feedIds
        .map((id) => states.get(id))
        .find((state) => state?.lastError !== null && state?.lastError !== undefined);
      const last = own.find((each) => each.state === "sent");
      const parts = [
        last === undefined
          ? say("subscriptions.noPost")
          : say("subscriptions.lastPost", { day: say.day(last.createdAt) }),
      ];
      if (waiting > 0) parts.push(say("subscriptions.waiting", { count: waiting }));
      if (failed !== undefined) {
        const reason = failed.reason ?? say("subscriptions.unknownReason");
        parts.push(say("subscriptions.lastFailure", { reason }));
      }
      if (troubled?.lastError) parts.push(say("subscriptions.feedTrouble", { reason: troubled.lastError }));
      return parts.join(" ");
    };

    return {
      text: say("subscriptions.found", { count: standing.length }),
      lists: [
        {
          title: null,
          items: standing.map((each) => ({
            text: `${each.id}. ${describeSubscription(each, feeds, say)}`,
            url: null,
            detail: toHealth(each),
          })),
        },
      ],
      isPrivate: true,
    };
  },
});
