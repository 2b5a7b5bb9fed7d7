/** The feeds there are, by topic, and how they do. */

import { defineCommand } from "../src/domain/command.ts";
import { listTopics, readTopics } from "../src/domain/feed-choice.ts";
import { fold } from "../src/domain/fold.ts";
import { toCount } from "../src/domain/wording.ts";

const FEEDS_SHOWN_MAX = 30;

export const feeds = defineCommand({
  name: "feeds",
  summary: "List the feeds one can subscribe to",
  access: "everyone",
  options: {
    words: { type: "text", description: "Part of a title or id", isRest: true, lengthMax: 100 },
    topic: { type: "text", description: "Only this topic", lengthMax: 40, completes: "topic" },
    language: { type: "text", description: "Only this language, such as en", lengthMax: 3 },
  },
  examples: ["/feeds", "/feeds language:en"],

  async run({ options, store }) {
    const all = await store.feeds.list();
    const topics = readTopics(all, options.topic);
    const wanted = fold(options.words ?? "").trim();
    const found = all.filter(
      (feed) =>
        (topics.length === 0 || feed.topics.some((topic) => topics.includes(topic))) &&
        (options.language === undefined || feed.language === options.language.toLowerCase()) &&
        (wanted === "" || fold(`${feed.title} ${feed.id}`).includes(wanted)),
    );
    if (found.length === 0) {
      return {
        text: `No feed fits. /feeds alone lists all ${all.length}; /subscribe takes the address of any site, too.`,
        isPrivate: true,
      };
    }
    const states = new Map((await store.feeds.listStates()).map((state) => [state.feedId, state]));
    const shown = [...found].sort((a, b) => a.title.localeCompare(b.title, "en")).slice(0, FEEDS_SHOWN_MAX);
    const more =
      found.length > shown.length ? ` The first ${shown.length} are shown; narrow it with words or topic:.` : "";
    return {
      text: `${toCount(found.length, "feed")}. Topics: ${listTopics(all).join(", ")}.${more} Subscribe with /subscribe and the id.`,
      lists: [
        {
          title: null,
          items: shown.map((feed) => {
            const state = states.get(feed.id);
            const trouble = state?.disabledReason ?? state?.lastError ?? null;
            return {
              text: feed.title,
              url: feed.homepage,
              detail: `${feed.id} · ${feed.topics.join(", ")} · ${feed.language}${trouble === null ? "" : ` · trouble: ${trouble}`}`,
            };
          }),
        },
      ],
      isPrivate: true,
    };
  },
});
