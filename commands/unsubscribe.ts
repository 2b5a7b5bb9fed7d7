/** Ends a subscription of this channel, or all of them. */

import { defineCommand } from "../src/domain/command.ts";
import { UserError } from "../src/domain/errors.ts";
import { fold } from "../src/domain/fold.ts";
import { endSubscription } from "../src/domain/heirs.ts";
import { describeSubscription } from "../src/domain/wording.ts";

export const unsubscribe = defineCommand({
  name: "unsubscribe",
  access: "managers",
  options: {
    which: {
      type: "text",
      required: true,
      isRest: true,
      lengthMax: 100,
      completes: "subscription",
    },
  },
  examples: ["/unsubscribe 1", "/unsubscribe all"],

  async run({ say, options, store, destination }) {
    const standing = await store.subscriptions.findByDestination(destination);
    if (standing.length === 0) throw new UserError("not-found", (say) => say("unsubscribe.none"));
    const wanted = fold(options.which).trim().replace(/^#/, "");
    const chosen = standing.filter(
      (each) => wanted === "all" || String(each.number) === wanted || each.filter.feedIds.some((id) => id === wanted),
    );
    if (chosen.length === 0) {
      throw new UserError("not-found", (say) => say("unsubscribe.unknown", { id: options.which }));
    }
    const others = standing.filter((each) => !chosen.includes(each));
    for (const each of chosen) await endSubscription(store, each, others);
    const feeds = await store.feeds.list();
    const [first] = chosen;
    return {
      text:
        chosen.length === 1 && first !== undefined
          ? say("unsubscribe.done", { what: describeSubscription(first, feeds, say) })
          : say("unsubscribe.doneAll", { count: chosen.length }),
    };
  },
});
