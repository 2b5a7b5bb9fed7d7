/** A subscription of the channel, by its number. */

import type { Complete, OptionDraft } from "../../domain/option.ts";
import { describeSubscription } from "../../messages/wording.ts";
import { text } from "./text.ts";

const completeSubscription: Complete = async (_typed, { store, destination, say }) => {
  const feeds = await store.feeds.list();
  const standing = await store.subscriptions.findByDestination(destination);
  return standing.map((each) => ({
    label: `${each.number}. ${describeSubscription(each, feeds, say)}`,
    value: String(each.number),
  }));
};

export const subscription = (): OptionDraft<string> => ({
  ...text({ lengthMax: 100 }),
  complete: completeSubscription,
});
