/** The newest briefs, of all feeds or of one feed, topic or language. */

import { defineCommand } from "../src/domain/command.ts";
import { LANGUAGE_OPTION, readLanguages } from "../src/typed/article-languages.ts";
import { readFeedIds, readTopics } from "../src/typed/feed-choice.ts";
import { TOPICS_LENGTH_MAX } from "../src/typed/wishes.ts";

export const latest = defineCommand({
  name: "latest",
  access: "everyone",
  options: {
    feed: { type: "text", isRest: true, lengthMax: 100, completes: "feed" },
    topic: { type: "text", lengthMax: TOPICS_LENGTH_MAX, completes: "topic" },
    language: LANGUAGE_OPTION,
    count: { type: "integer", min: 1, max: 5, default: 3 },
  },
  examples: ["/latest", "/latest count:5"],

  async run({ say, options, store, toPost }) {
    const feeds = await store.feeds.list();
    const page = await store.articles.latest({
      feedIds: readFeedIds(feeds, options.feed),
      topics: readTopics(feeds, options.topic),
      languages: readLanguages(options.language),
      limit: options.count,
      offset: 0,
    });
    if (page.briefs.length === 0) {
      return { text: say("latest.none"), isPrivate: true };
    }
    return {
      text: say("latest.shown", { count: page.briefs.length }),
      posts: page.briefs.map(toPost),
      isPrivate: true,
    };
  },
});
