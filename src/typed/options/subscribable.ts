/** What one can subscribe to: everything, topics, a feed, or a site that has feeds. */

import { fold } from "../../domain/fold.ts";
import type { Complete, OptionDraft } from "../../domain/option.ts";
import { completeFeed } from "./feed.ts";
import { text } from "./text.ts";
import { completeTopic } from "./topics.ts";

export const EVERYTHING = "everything";
/** Topics offered before the feeds, so that these are seen, too. */
const TOPICS_FIRST_MAX = 8;

const FIRST_OF_KIND_MAX = 2;

/** Everything, then topics, then feeds. */
const completeSubscribable: Complete = async (typed, context) => {
  const { say } = context;
  const everything = { label: say("subscription.allFeeds"), value: EVERYTHING };
  const isEverything = [everything.label, everything.value].some((each) => fold(each).startsWith(fold(typed).trim()));
  const named = (await completeTopic(typed, context)).map(({ value }) => ({
    label: say("subscription.topics", { topics: value }),
    value,
  }));
  const feeds = await completeFeed(typed, context);
  // Of all there is, a few of each kind: who has typed nothing yet sees what can be wished.
  const isBlank = typed.trim() === "";
  const topicsFirst = named.slice(0, isBlank ? FIRST_OF_KIND_MAX : TOPICS_FIRST_MAX);
  const feedsFirst = isBlank ? feeds.slice(0, FIRST_OF_KIND_MAX) : [];
  const rest = [...named.slice(0, TOPICS_FIRST_MAX), ...feeds];
  return [...new Set([...(isEverything ? [everything] : []), ...topicsFirst, ...feedsFirst, ...rest])];
};

export const subscribable = (): OptionDraft<string> => ({
  ...text(),
  keywords: [EVERYTHING],
  complete: completeSubscribable,
});
