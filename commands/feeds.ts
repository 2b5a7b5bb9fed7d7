/** The feeds there are, by topic, and how they do. */

import type { Feed } from "../src/domain/feed.ts";
import { fold } from "../src/domain/fold.ts";
import { nameFeed } from "../src/messages/wording.ts";
import { isOneOf, readLanguages } from "../src/typed/article-languages.ts";
import { defineCommand } from "../src/typed/define-command.ts";
import { findTopics, listRegions, listTopics, readTopics } from "../src/typed/feed-choice.ts";
import { languages, rest, text, topics } from "../src/typed/options/index.ts";

const FEEDS_SHOWN_MAX = 30;

/** What one can ask for it by: its topics, and the places it tells of. */
const namesOf = ({ topics, regions = [] }: Feed): readonly string[] => [...topics, ...regions];

export const feeds = defineCommand({
  name: "feeds",
  access: "everyone",
  needs: { store: ["feeds"] },
  options: {
    words: rest(text({ lengthMax: 100 })),
    topic: topics(),
    language: languages(),
  },
  examples: ["/feeds", "/feeds language:en"],

  async run({ say, options, store }) {
    const all = await store.feeds.list();
    // A word may be a topic as well as a part of a name.
    const wordedTopics = options.words === undefined ? null : findTopics(all, options.words);
    const wantedTopics = readTopics(all, options.topic);
    const codes = readLanguages(options.language);
    const wanted = fold(options.words ?? "").trim();
    const found = all.filter(
      (feed) =>
        (wantedTopics.length === 0 || namesOf(feed).some((name) => wantedTopics.includes(name))) &&
        (codes.length === 0 || isOneOf(feed.language, codes)) &&
        (wanted === "" ||
          fold(`${feed.title} ${feed.id}`).includes(wanted) ||
          namesOf(feed).some((name) => wordedTopics?.includes(name) === true)),
    );
    if (found.length === 0) {
      return { text: say("feeds.none", { count: all.length }), isPrivate: true };
    }
    const states = new Map((await store.feeds.listStates()).map((state) => [state.feedId, state]));
    const shown = [...found].sort((a, b) => a.title.localeCompare(b.title, "en")).slice(0, FEEDS_SHOWN_MAX);
    const [topics, regions] = [listTopics(all), listRegions(all)];
    const sentences = [
      say("feeds.found", { count: found.length }),
      topics.length === 0 ? "" : say("feeds.topics", { topics: say.series(topics) }),
      regions.length === 0 ? "" : say("feeds.regions", { regions: say.series(regions) }),
      found.length > shown.length ? say("feeds.more", { shown: shown.length }) : "",
      say("feeds.howTo"),
    ];
    return {
      text: sentences.filter((sentence) => sentence !== "").join(" "),
      lists: [
        {
          title: null,
          items: shown.map((feed) => {
            const state = states.get(feed.id);
            const trouble = state?.disabledReason ?? state?.lastError ?? null;
            return {
              text: nameFeed(feed, say),
              url: feed.homepage,
              detail: [
                feed.id,
                say.series(namesOf(feed)),
                say.languageName(feed.language),
                trouble === null ? "" : say("feeds.trouble", { reason: trouble }),
              ]
                .filter((part) => part !== "")
                .join(" · "),
            };
          }),
        },
      ],
      isPrivate: true,
    };
  },
});
