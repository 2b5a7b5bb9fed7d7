/** What this channel is subscribed to, and whether it works. */

import { defineCommand } from "../src/domain/command.ts";
import type { Subscription } from "../src/domain/subscription.ts";
import { describeSubscription, toCount, toDay } from "../src/domain/wording.ts";

const DELIVERIES_READ_MAX = 50;

export const subscriptions = defineCommand({
  name: "subscriptions",
  summary: "List what this channel is subscribed to",
  access: "everyone",
  options: {},
  examples: ["/subscriptions"],

  async run({ store, destination }) {
    const standing = await store.subscriptions.findByDestination(destination);
    if (standing.length === 0) {
      return {
        text: "This channel has no subscriptions. /subscribe adds one; /feeds lists the feeds.",
        isPrivate: true,
      };
    }
    const feeds = await store.feeds.list();
    const deliveries = await store.outbox.findByDestination(destination, DELIVERIES_READ_MAX);
    const states = new Map((await store.feeds.listStates()).map((state) => [state.feedId, state]));

    const toHealth = (subscription: Subscription): string => {
      if (subscription.pausedReason !== null) return `Paused: ${subscription.pausedReason}.`;
      const own = deliveries.filter((each) => each.subscriptionId === subscription.id);
      const failed = own.find((each) => each.state === "failed" || each.state === "uncertain");
      const waiting = own.filter((each) => ["pending", "claimed", "sending"].includes(each.state)).length;
      const troubled = subscription.filter.feedIds
        .map((id) => states.get(id))
        .find((state) => state?.lastError !== null && state?.lastError !== undefined);
      const last = own.find((each) => each.state === "sent");
      const parts = [last === undefined ? "No post yet." : `Last post ${toDay(last.createdAt)}.`];
      if (waiting > 0) parts.push(`${toCount(waiting, "post")} waiting.`);
      if (failed !== undefined) parts.push(`Last failure: ${failed.reason ?? "unknown"}.`);
      if (troubled?.lastError) parts.push(`The feed has trouble: ${troubled.lastError}`);
      return parts.join(" ");
    };

    return {
      text: `${toCount(standing.length, "subscription")} in this channel:`,
      lists: [
        {
          title: null,
          items: standing.map((each) => ({
            text: `${each.id}. ${describeSubscription(each, feeds)}`,
            url: null,
            detail: toHealth(each),
          })),
        },
      ],
      isPrivate: true,
    };
  },
});
