/** The newest briefs, of all feeds or of one, a few a page, with the buttons posts have. */

import type { PressRequest } from "../src/domain/command.ts";
import type { Feed } from "../src/domain/feed.ts";
import { toArticleId, toFeedId } from "../src/domain/id.ts";
import type { Button, Post, Reply } from "../src/domain/post.ts";
import { isWithoutSummary } from "../src/domain/post-template.ts";
import { DEFAULT_DISPLAY } from "../src/domain/subscription.ts";
import { withSummaryQuotes } from "../src/matching/quotes/summary-quotes.ts";
import { findChannelTemplate } from "../src/messages/channel-template.ts";
import { type KeptPage, readKeptPage, toPageButtons } from "../src/messages/kept-pages.ts";
import { toPostButtons, toRows } from "../src/messages/post-buttons.ts";
import { readLanguages } from "../src/typed/article-languages.ts";
import { defineCommand } from "../src/typed/define-command.ts";
import { findFeed, findTopics, readFeedIds, readTopics } from "../src/typed/feed-choice.ts";
import { feed, integer, languages, rest, topics, withDefault } from "../src/typed/options/index.ts";

/** With the row that turns pages there are no more rows of buttons than Discord has. */
const PER_PAGE = 4;

const BUTTONS_PER_ROW_MAX = 5;

/** What was asked, as it is kept behind its page buttons. */
interface KeptLatest {
  readonly feedIds: readonly string[];
  readonly topics: readonly string[];
  readonly languages: readonly string[];
  readonly count: number;
  /** The newest article of when it was asked: what comes in later moves no page. Those kept before have none. */
  readonly newestId?: number | null;
}

type Request = PressRequest<"articles" | "feeds" | "notes", "commands" | "toPosts">;

/** Those of a post by itself; of several each row says by its number whose it is. */
function toRow(post: Post, number: number | null, { commands, actor }: Request): readonly Button[] {
  return toPostButtons(commands, post).flatMap((button): readonly Button[] => {
    if (button.kind === "action" && button.access === "managers" && (number !== null || !actor.isManager)) return [];
    const label = number === null ? button.label : `${number} · ${button.label}`;
    return button.kind === "action"
      ? [{ kind: "action", label, id: button.id }]
      : [{ kind: "link", label, url: button.url }];
  });
}

async function showPage(kept: KeptLatest, at: KeptPage, request: Request): Promise<Reply> {
  const { say, language, store, destination, toPosts } = request;
  const start = (at.page - 1) * PER_PAGE;
  const wanted = Math.max(0, Math.min(PER_PAGE, kept.count - start));
  // One more than is shown tells whether there is another page.
  const { briefs } = await store.articles.latest({
    ...kept,
    feedIds: kept.feedIds.map(toFeedId),
    newestId: typeof kept.newestId === "number" ? toArticleId(kept.newestId) : null,
    limit: wanted + 1,
    offset: start,
  });
  const shown = briefs.slice(0, wanted);
  if (shown.length === 0) return { text: say("latest.none"), isPrivate: true };
  const look = await findChannelTemplate(store.notes, destination);
  const isAlone = shown.length === 1 && at.page === 1;
  const ids = isWithoutSummary(look) ? shown.map(({ article }) => article.id) : [];
  const quotes = await store.articles.listQuotes(ids);
  const whole = shown.map((each) =>
    withSummaryQuotes(each, quotes.get(each.article.id) ?? [], DEFAULT_DISPLAY.quotesMax),
  );
  const posts = (await toPosts(whole, language, look)).map((post, index) =>
    isAlone ? post : { ...post, title: `${start + index + 1}` },
  );
  // Discord shows five in a row, and drops what comes behind.
  const rows = posts.flatMap((post, index) =>
    toRows(toRow(post, isAlone ? null : start + index + 1, request), BUTTONS_PER_ROW_MAX),
  );
  const hasMore = briefs.length > wanted && start + wanted < kept.count;
  return {
    text: at.page === 1 ? say("latest.shown", { count: shown.length }) : say("latest.page", { page: at.page }),
    posts,
    buttons: [...rows.filter((row) => row.length > 0), ...toPageButtons("latest", at, hasMore, say)],
    isPrivate: true,
  };
}

const COUNT_MAX = 20;
const COUNT_USUAL = 3;
const count = integer({ min: 1, max: COUNT_MAX });

interface Named {
  readonly feed: string | undefined;
  readonly topic: string | undefined;
  readonly count: number;
}

/** Where no feed is called so: how many, a topic, or both: `5`, `politics`, `5 politics`. */
function readNamed(feeds: readonly Feed[], { feed, topic, count: given }: Named, now: Date): Named {
  if (feed === undefined || findFeed(feeds, feed) !== null) return { feed, topic, count: given };
  const [, number, name = number === undefined ? feed : undefined] = /^(\d{1,9})(?:\s+(.+))?$/s.exec(feed) ?? [];
  const many = number === undefined ? given : count.read(number, "count", now);
  const isTopic = name !== undefined && topic === undefined && findFeed(feeds, name) === null;
  return isTopic && findTopics(feeds, name) !== null
    ? { feed: undefined, topic: name, count: many }
    : { feed: name, topic, count: many };
}

export const latest = defineCommand({
  name: "latest",
  access: "everyone",
  needs: { store: ["articles", "feeds", "notes"], services: ["commands", "toPosts"] },
  options: {
    feed: rest(feed()),
    topic: topics(),
    language: languages(),
    count: withDefault(count, COUNT_USUAL),
  },
  examples: ["/latest", "/latest count:5"],

  async run({ options, ...request }) {
    const { store, now } = request;
    const feeds = await store.feeds.list();
    const named = readNamed(feeds, options, now);
    const kept: KeptLatest = {
      feedIds: readFeedIds(feeds, named.feed),
      topics: readTopics(feeds, named.topic),
      languages: readLanguages(options.language),
      count: named.count,
      newestId: await store.articles.findNewestId(),
    };
    const isPaged = named.count > PER_PAGE;
    const keptId = isPaged ? await store.notes.keep("latest", JSON.stringify(kept), now) : 0;
    return showPage(kept, { keptId, page: 1 }, request);
  },

  /** `KEPT:PAGE`. */
  async press(pressed, request) {
    const { kept, ...at } = await readKeptPage("latest", pressed, request.store.notes);
    return showPage(kept as KeptLatest, at, request);
  },
});
