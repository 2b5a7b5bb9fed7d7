/** Changes a subscription of this channel: what is not named stays as it is. */

import { defineCommand } from "../src/domain/command.ts";
import { UserError } from "../src/domain/errors.ts";
import { readDisplay, readFilter, WISH_OPTIONS } from "../src/domain/wishes.ts";
import { describeDisplay, describeSubscription } from "../src/domain/wording.ts";

export const edit = defineCommand({
  name: "edit",
  access: "managers",
  options: {
    which: { type: "text", required: true, lengthMax: 20, completes: "subscription" },
    ...WISH_OPTIONS,
  },
  examples: ["/edit 1 words:ferry, harbor", "/edit 1 digest:daily at:07:30 zone:Europe/Berlin"],

  async run({ say, options, store, destination }) {
    const standing = await store.subscriptions.findByDestination(destination);
    const wanted = options.which.replace(/^#/, "");
    const subscription = standing.find((each) => String(each.id) === wanted);
    if (subscription === undefined) {
      throw new UserError("not-found", (say) => say("unsubscribe.unknown", { id: options.which }));
    }
    const { which: _, ...wishes } = options;
    if (Object.values(wishes).every((each) => each === undefined)) {
      throw new UserError("bad-option", (say) => say("edit.nothing"));
    }
    const changed = {
      ...subscription,
      filter: readFilter(wishes, subscription.filter),
      display: readDisplay(wishes, subscription.display, destination),
    };
    await store.subscriptions.update(changed);
    const what = describeSubscription(changed, await store.feeds.list(), say);
    const display = describeDisplay(changed.display, say);
    const parts = [what, display].filter((part) => part !== "");
    return { text: say("edit.done", { id: String(changed.id), what: say.series(parts) }) };
  },
});
