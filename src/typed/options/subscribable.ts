/** What one can subscribe to: everything, topics, a feed, or a site that has feeds. */

import { fold } from "../../domain/fold.ts";
import type { Complete, OptionDraft } from "../../domain/option.ts";
import { completeFeed } from "./feed.ts";
import { text } from "./text.ts";
import { completeTopic } from "./topics.ts";

export const EVERYTHING = "everything";
/** Topics offered before the feeds, so that these are seen, too. */
const TOPICS_FIRST_MAX = 8;

/** Everything, then topics, then feeds. */
const completeSubscribable: Complete = async (typed, context) => {
  const { say } = context;
  const everything = { label: say("subscription.allFeeds"), value: EVERYTHING };
  const isEverything = [everything.label, everything.value].some((each) => fold(each).startsWith(fold(typed).trim()));
  const named = (await completeTopic(typed, context)).map(({ value }) => ({
    label: say("subscription.topics", { topics: value }),
    value,
  }));
  return [
    ...(isEverything ? [everything] : []),
    ...named.slice(0, TOPICS_FIRST_MAX),
    ...(await completeFeed(typed, context)),
  ];
};

export const subscribable = (): OptionDraft<string> => ({
  ...text(),
  keywords: [EVERYTHING],
  complete: completeSubscribable,
});
