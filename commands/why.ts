/** Why one article came to this channel or did not, and why a subscription brings nothing. */

import type { PressRequest } from "../src/domain/command.ts";
import type { OwedArticle } from "../src/domain/delivery-reports.ts";
import { UserError } from "../src/domain/errors.ts";
import { type Feed, PASSED_OVER, type SeenEntry } from "../src/domain/feed.ts";
import type { Button } from "../src/domain/post.ts";
import type { Say } from "../src/domain/say.ts";
import { UNSUBSCRIBED } from "../src/matching/end-subscription.ts";
import { judge, type Obstacle, toFoldedText } from "../src/matching/filter.ts";
import { toMatchables } from "../src/matching/recent-matches.ts";
import { tellOfEach, tellOfSubscription } from "../src/messages/why-subscription.ts";
import { wordOwed } from "../src/messages/word-owed.ts";
import { describeSubscription, nameWish, titleOf } from "../src/messages/wording.ts";
import { findPageUrl } from "../src/typed/addresses.ts";
import { readArticle } from "../src/typed/article-choice.ts";
import { defineCommand } from "../src/typed/define-command.ts";
import { article, rest } from "../src/typed/options/index.ts";

function wordObstacle({ cause, about }: Obstacle, feeds: readonly Feed[], say: Say): string {
  switch (cause) {
    case "feed":
      return say("why.otherFeed", { feed: about.map((id) => titleOf(feeds, id, say)).join("") });
    case "topic":
      return about.length === 0 ? say("why.noTopics") : say("why.otherTopics", { topics: say.series(about) });
    case "language":
      return say("why.otherLanguage", { language: say.series(about.map(say.languageName)) });
    case "excluded":
      return say("why.excluded", { words: say.series(about.map((wish) => nameWish(wish, say))) });
    case "words":
      return say("why.otherWords");
    case "speaker":
      return say("why.otherSpeakers", { speakers: say.list(about, "or") });
    case "author":
      return say("why.otherAuthors", { authors: say.list(about, "or") });
    case "category":
      return say("why.otherCategories", { categories: say.list(about, "or") });
  }
}

/** Of an entry that is no article. */
function wordEntry({ feedId, isSettled, reason }: SeenEntry, feeds: readonly Feed[], say: Say): string {
  const feed = titleOf(feeds, feedId, say);
  if (reason === null) return say("why.entryBefore", { feed });
  if (reason === PASSED_OVER.atFirstReading) return say("why.entryAtFirst", { feed });
  if (reason === PASSED_OVER.asOld) return say("why.entryOld", { feed });
  if (reason === PASSED_OVER.asRenamed) return say("why.entryRenamed", { feed });
  return isSettled ? say("why.entryFailed", { feed, reason }) : say("why.entryRetried", { feed, reason });
}

/** Of an article nobody met: how a site does that is read from its page, where it would have stood. Null for others. */
async function wordPage(url: string, { say, store, now }: PressRequest<"feeds">): Promise<string | null> {
  const host = new URL(url).host;
  const feed = (await store.feeds.list()).find((each) => each.isPage === true && new URL(each.url).host === host);
  if (feed === undefined) return null;
  const { lastError, disabledReason, lastSuccessAt } = await store.feeds.getState(feed.id);
  const reason = disabledReason ?? lastError;
  if (reason !== null) return say("why.pageLost", { feed: feed.title, reason });
  return lastSuccessAt === null
    ? say("why.pageUnread", { feed: feed.title })
    : say("why.page", { feed: feed.title, age: say.age(lastSuccessAt, now) });
}

/** Of a subscription that ended, say; an article's number is longer, or begins with #. */
const SUBSCRIPTION_NUMBER = /^\d{1,3}$/;

export const why = defineCommand({
  name: "why",
  access: "everyone",
  isOfChannel: true,
  needs: { store: ["articles", "feeds", "holds", "outbox", "subscriptions"], services: ["findSeenEntry", "linkTo"] },
  options: {
    what: rest(article()),
  },
  examples: ["/why", "/why https://news.example/article", "/why ferry engine"],

  async run({ options, ...request }) {
    const { say, store, destination } = request;
    const standing = await store.subscriptions.findByDestination(destination);
    if (options.what === undefined) return tellOfEach(standing, request);
    const numbered = standing.find(({ number }) => String(number) === options.what);
    if (numbered !== undefined) return tellOfSubscription(numbered, request);
    if (SUBSCRIPTION_NUMBER.test(options.what)) {
      const { what } = options;
      throw new UserError("not-found", (say) => say("unsubscribe.unknown", { id: what }));
    }
    const url = findPageUrl(options.what);
    const isUnmet = url !== null && URL.canParse(url) && (await store.articles.findByUrl(url)) === null;
    const entry = isUnmet ? await request.findSeenEntry(url) : null;
    if (entry !== null) return { text: wordEntry(entry, await store.feeds.list(), say), isPrivate: true };
    const page = isUnmet ? await wordPage(url, request) : null;
    if (page !== null) return { text: page, isPrivate: true };
    const stored = await readArticle(options.what, store);
    const { article, brief } = stored;
    const feeds = await store.feeds.list();
    const found = await store.outbox.findOwed(article.id, destination);
    const owed = found?.reason === UNSUBSCRIBED ? null : found;
    const isOnItsOwn = owed?.isSameArticle === true && owed.state !== "muted";
    const isStoryMuted = await store.outbox.isMuted(article.id, destination);
    const isMuted = isStoryMuted && !isOnItsOwn;
    const [matchable] = await toMatchables(store, [stored]);
    const document = matchable === undefined ? null : toFoldedText(matchable);
    const judged = standing.map((subscription) => ({
      subscription,
      verdict: matchable === undefined || document === null ? null : judge(subscription.filter, matchable, document),
    }));
    const fitting = judged.filter(({ verdict }) => verdict?.isMatch === true).map(({ subscription }) => subscription);
    const active = fitting.filter((each) => each.pausedReason === null);

    const toReason = (): string => {
      if (standing.length === 0) return say("why.noSubscriptions");
      if (active.length === 0) return say("why.filtered");
      if (isMuted) return say("why.muted");
      return active.some((each) => each.createdAt <= article.fetchedAt) ? say("why.notOwed") : say("why.tooEarly");
    };

    const tellOwed = async (posted: OwedArticle, isMutedSince: boolean): Promise<string> => {
      const told = await wordOwed(posted, standing, request);
      const isByEnded =
        posted.state === "sent" && posted.isSameArticle && standing.every(({ id }) => id !== posted.subscriptionId);
      return [
        told,
        ...(isByEnded ? [say("why.postedByEnded")] : []),
        ...(isMutedSince ? [say("why.mutedSince")] : []),
      ].join(" ");
    };

    const { messageId = null } = isMuted ? {} : (owed ?? {});
    const postUrl = messageId === null ? null : request.linkTo(destination, messageId, request.server);
    const buttons: Button[] = postUrl === null ? [] : [{ kind: "link", label: say("why.seePost"), url: postUrl }];
    if (isStoryMuted && request.actor.isManager) {
      buttons.push({ kind: "action", label: say("why.unmute"), id: `v1:mute:undo:${article.id}` });
    }
    return {
      text: owed === null || isMuted ? toReason() : await tellOwed(owed, isStoryMuted),
      lists: [
        {
          title: null,
          items: [
            {
              text: brief.headline,
              url: article.url,
              detail: [article.outlet, article.publishedAt === null ? "" : say.day(article.publishedAt)]
                .filter((part) => part !== "")
                .join(" · "),
            },
            ...judged.map(({ subscription, verdict }) => ({
              text: `${subscription.number}. ${describeSubscription(subscription, feeds, say)}`,
              url: null,
              detail:
                verdict?.isMatch === false
                  ? wordObstacle(verdict.obstacle, feeds, say)
                  : say(subscription.pausedReason === null ? "why.fits" : "why.pausedSubscription"),
            })),
          ],
        },
      ],
      ...(buttons.length === 0 ? {} : { buttons: [buttons] }),
      isPrivate: true,
    };
  },
});
