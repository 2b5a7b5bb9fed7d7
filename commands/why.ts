/** Why one article came to this channel or did not: filtered, waiting, posted, failed, or of a story posted before. */

import type { StoredBrief } from "../src/domain/article.ts";
import { type CommandRequest, defineCommand, type Options } from "../src/domain/command.ts";
import { UserError } from "../src/domain/errors.ts";
import type { Feed } from "../src/domain/feed.ts";
import { judge, type Obstacle, toFoldedText } from "../src/domain/filter.ts";
import { toArticleId } from "../src/domain/id.ts";
import type { OwedArticle } from "../src/domain/inquiries.ts";
import type { Say } from "../src/domain/messages/say.ts";
import { toMatchables } from "../src/domain/recent-matches.ts";
import { parseSearch } from "../src/domain/search-text.ts";
import { EMPTY_QUERY } from "../src/domain/store.ts";
import { DEFAULT_DISPLAY, type Subscription } from "../src/domain/subscription.ts";
import { describeSubscription, titleOf } from "../src/domain/wording.ts";

type Request = Omit<CommandRequest<Options>, "options">;

/** By address, by number, or the best match of words. */
async function readArticle(text: string, { store }: Request): Promise<StoredBrief> {
  if (/^https?:\/\/\S+$/i.test(text)) {
    const found = await store.articles.findByUrl(text);
    if (found === null) throw new UserError("not-found", (say) => say("why.unknown", { url: text }));
    return found;
  }
  const id = /^#?([1-9]\d{0,14})$/.exec(text)?.[1];
  const byId = id === undefined ? null : await store.articles.find(toArticleId(Number(id)));
  if (byId !== null) return byId;
  const [best] = (await store.articles.search({ ...EMPTY_QUERY, terms: parseSearch(text), limit: 1 })).briefs;
  if (best === undefined) throw new UserError("not-found", (say) => say("why.nothing", { words: say.inMarks(text) }));
  return best;
}

function wordObstacle({ cause, about }: Obstacle, feeds: readonly Feed[], say: Say): string {
  switch (cause) {
    case "feed":
      return say("why.otherFeed", { feed: about.map((id) => titleOf(feeds, id)).join("") });
    case "topic":
      return about.length === 0 ? say("why.noTopics") : say("why.otherTopics", { topics: say.series(about) });
    case "language":
      return say("why.otherLanguage", { language: say.series(about.map(say.languageName)) });
    case "excluded":
      return say("why.excluded", { words: say.series(about.map(say.inMarks)) });
    case "words":
      return say("why.otherWords");
    case "speaker":
      return say("why.otherSpeakers", { speakers: say.list(about, "or") });
  }
}

async function wordOwed(owed: OwedArticle, standing: readonly Subscription[], request: Request): Promise<string> {
  const { say, now, store } = request;
  const age = say.age(owed.settledAt ?? now, now);
  if (!owed.isSameArticle) {
    const headline = say.inMarks((await store.articles.get(owed.articleId)).brief.headline);
    return owed.state === "sent" ? say("why.storyPosted", { headline, age }) : say("why.story", { headline });
  }
  const zone = standing.find((each) => each.id === owed.subscriptionId)?.display.timeZone ?? DEFAULT_DISPLAY.timeZone;
  switch (owed.state) {
    case "sent":
      return say("why.posted", { age });
    case "waiting":
      if (owed.sizeMin !== null) return say("why.waitsForStory", { count: owed.sizeMin });
      // Its hour is being worked out anew, or has come.
      if (owed.dueAt <= now) return say("why.queued");
      return say("why.waits", { moment: say.moment(owed.dueAt, zone), zone });
    case "gathered":
      return say("why.inDigest");
    case "pending":
    case "claimed":
    case "sending":
      return say("why.queued");
    case "uncertain":
      return say("why.uncertain", { reason: owed.reason ?? say("health.unknownReason") });
    case "failed":
      return say("why.failed", { reason: owed.reason ?? say("health.unknownReason") });
  }
}

export const why = defineCommand({
  name: "why",
  access: "everyone",
  options: {
    what: { type: "text", required: true, isRest: true, lengthMax: 400 },
  },
  examples: ["/why https://news.example/article", "/why ferry engine"],

  async run({ options, ...request }) {
    const { say, store, destination } = request;
    const stored = await readArticle(options.what, request);
    const { article, brief } = stored;
    const standing = await store.subscriptions.findByDestination(destination);
    const feeds = await store.feeds.list();
    const owed = await store.outbox.findOwed(article.id, destination);
    const [matchable] = await toMatchables(store, [stored]);
    const folded = matchable === undefined ? "" : toFoldedText(matchable);
    const judged = standing.map((subscription) => ({
      subscription,
      verdict: matchable === undefined ? null : judge(subscription.filter, matchable, folded),
    }));
    const fitting = judged.filter(({ verdict }) => verdict?.isMatch === true).map(({ subscription }) => subscription);
    const active = fitting.filter((each) => each.pausedReason === null);

    const toReason = (): string => {
      if (standing.length === 0) return say("why.noSubscriptions");
      if (active.length === 0) return say("why.filtered");
      return active.some((each) => each.createdAt <= article.fetchedAt) ? say("why.notOwed") : say("why.tooEarly");
    };

    return {
      text: owed === null ? toReason() : await wordOwed(owed, standing, request),
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
              text: `${subscription.id}. ${describeSubscription(subscription, feeds, say)}`,
              url: null,
              detail:
                verdict?.isMatch === false
                  ? wordObstacle(verdict.obstacle, feeds, say)
                  : say(subscription.pausedReason === null ? "why.fits" : "why.pausedSubscription"),
            })),
          ],
        },
      ],
      isPrivate: true,
    };
  },
});
