/** The newest briefs, of all feeds or of one feed, topic or language. */

import { readLanguages } from "../src/typed/article-languages.ts";
import { defineCommand } from "../src/typed/define-command.ts";
import { readFeedIds, readTopics } from "../src/typed/feed-choice.ts";
import { feed, integer, languages, rest, topics, withDefault } from "../src/typed/options/index.ts";

export const latest = defineCommand({
  name: "latest",
  access: "everyone",
  needs: { store: ["articles", "feeds"], services: ["toPost"] },
  options: {
    feed: rest(feed()),
    topic: topics(),
    language: languages(),
    count: withDefault(integer({ min: 1, max: 5 }), 3),
  },
  examples: ["/latest", "/latest count:5"],

  async run({ say, language, options, store, toPost }) {
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
      posts: page.briefs.map((each) => toPost(each, language)),
      isPrivate: true,
    };
  },
});
