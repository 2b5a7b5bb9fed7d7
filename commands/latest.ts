/** The newest briefs, of all feeds or of one feed or topic. */

import { defineCommand } from "../src/domain/command.ts";
import { readFeedIds, readTopics } from "../src/domain/feed-choice.ts";

export const latest = defineCommand({
  name: "latest",
  summary: "Show the newest briefs",
  access: "everyone",
  options: {
    feed: { type: "text", description: "Only this feed", isRest: true, lengthMax: 100, completes: "feed" },
    topic: { type: "text", description: "Only this topic", lengthMax: 40, completes: "topic" },
    count: { type: "integer", description: "How many", min: 1, max: 5, default: 3 },
  },
  examples: ["/latest", "/latest count:5"],

  async run({ options, store, toPost }) {
    const feeds = await store.feeds.list();
    const page = await store.articles.latest({
      feedIds: readFeedIds(feeds, options.feed),
      topics: readTopics(feeds, options.topic),
      limit: options.count,
      offset: 0,
    });
    if (page.briefs.length === 0) {
      return {
        text: "No briefs yet. They appear here once the feeds have been read; /feeds shows how that goes.",
        isPrivate: true,
      };
    }
    return {
      text: page.briefs.length === 1 ? "The newest brief:" : `The ${page.briefs.length} newest briefs:`,
      posts: page.briefs.map(toPost),
      isPrivate: true,
    };
  },
});
