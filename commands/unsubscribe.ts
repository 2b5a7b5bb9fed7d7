/** Ends a subscription of this channel, or all of them, or takes one feed out of those that have several. */

import { UserError } from "../src/domain/errors.ts";
import type { Feed } from "../src/domain/feed.ts";
import { fold } from "../src/domain/fold.ts";
import type { Button, Reply } from "../src/domain/post.ts";
import type { Say } from "../src/domain/say.ts";
import { EMPTY_FILTER, type Subscription } from "../src/domain/subscription.ts";
import { endSubscription, takeFeedOut } from "../src/matching/end-subscription.ts";
import { isSameFilter } from "../src/matching/filter.ts";
import { describeSubscription, titleOf } from "../src/messages/wording.ts";
import { isAll } from "../src/typed/all.ts";
import { defineCommand } from "../src/typed/define-command.ts";
import { findFeed } from "../src/typed/feed-choice.ts";
import { readNumbers } from "../src/typed/number.ts";
import { rest, subscription } from "../src/typed/options/index.ts";

const CHOICES_SHOWN_MAX = 5;
const LABEL_LENGTH_MAX = 60;

/** Each with a button, as far as there is room for them; all are numbered. */
function askWhich(standing: readonly Subscription[], feeds: readonly Feed[], say: Say): Reply {
  const name = (each: Subscription): string => `${each.number}. ${describeSubscription(each, feeds, say)}`;
  return {
    text: say("unsubscribe.which"),
    lists: [{ title: null, items: standing.map((each) => ({ text: name(each), url: null, detail: null })) }],
    buttons: standing
      .slice(0, CHOICES_SHOWN_MAX)
      .map((each): readonly Button[] => [
        { kind: "action", label: name(each).slice(0, LABEL_LENGTH_MAX).toWellFormed(), id: `v1:follow:end:${each.id}` },
      ]),
    isPrivate: true,
  };
}

/** All at once cannot be taken back: it waits for a press, which holds for those there were when it was asked. */
function askSure(standing: readonly Subscription[], feeds: readonly Feed[], say: Say): Reply {
  const count = standing.length;
  const items = standing.map((each) => ({
    text: `${each.number}. ${describeSubscription(each, feeds, say)}`,
    url: null,
    detail: null,
  }));
  return {
    text: say("unsubscribe.sure", { count }),
    lists: [{ title: null, items }],
    buttons: [
      [{ kind: "action", label: say("unsubscribe.endAll", { count }), id: `v1:unsubscribe:all:${toMark(standing)}` }],
    ],
    isPrivate: true,
  };
}

/** How many there are and which is the newest: another subscription, and the button is old. */
const toMark = (standing: readonly Subscription[]): string =>
  `${standing.length}:${Math.max(...standing.map(({ id }) => id))}`;

export const unsubscribe = defineCommand({
  name: "unsubscribe",
  access: "managers",
  needs: { store: ["articles", "digests", "feeds", "outbox", "subscriptions"] },
  options: {
    which: rest(subscription()),
  },
  examples: ["/unsubscribe 1", "/unsubscribe all"],

  async run({ say, options, store, destination, now }) {
    const standing = await store.subscriptions.findByDestination(destination);
    if (standing.length === 0) throw new UserError("not-found", (say) => say("unsubscribe.none"));
    const feeds = await store.feeds.list();
    if (options.which === undefined) return askWhich(standing, feeds, say);
    const which = options.which;
    // "everything" is what one of them may be called; which is meant is not certain then.
    if (standing.length > 1 && isAll(which)) {
      const isCalledSo =
        fold(which).trim() !== "all" && standing.some(({ filter }) => isSameFilter(filter, EMPTY_FILTER));
      return isCalledSo ? askWhich(standing, feeds, say) : askSure(standing, feeds, say);
    }
    const numbers = readNumbers(which);
    const unknown = numbers.find((number) => standing.every((each) => String(each.number) !== number));
    const byNumber = standing.filter((each) => isAll(which) || numbers.includes(String(each.number)));
    const feedId = findFeed(feeds, which)?.id ?? fold(which).trim();
    const isOfFeed = ({ filter }: Subscription): boolean => filter.feedIds.some((id) => id === feedId);
    const chosen = byNumber.length > 0 ? byNumber : standing.filter(isOfFeed);
    // Of several numbers none is ended before all of them are right.
    if (chosen.length === 0 || (byNumber.length > 0 && unknown !== undefined)) {
      throw new UserError("not-found", (say) => say("unsubscribe.unknown", { id: unknown ?? which }));
    }
    const isNarrowed = ({ filter }: Subscription): boolean => byNumber.length === 0 && filter.feedIds.length > 1;
    const ended: Subscription[] = [];
    const narrowed: Subscription[] = [];
    for (const each of chosen) {
      const others = standing.filter((other) => other !== each && (!chosen.includes(other) || isNarrowed(other)));
      const left = isNarrowed(each) ? await takeFeedOut(store, each, feedId, others, now) : null;
      if (left !== null) narrowed.push(left);
      else {
        await endSubscription(store, each, others);
        ended.push(each);
      }
    }
    const [first] = ended;
    const parts = narrowed.map((each) =>
      say("unsubscribe.feedOut", {
        feed: titleOf(feeds, feedId, say),
        id: String(each.number),
        what: describeSubscription(each, feeds, say),
      }),
    );
    if (ended.length === 1 && first !== undefined) {
      parts.push(say("unsubscribe.done", { what: describeSubscription(first, feeds, say) }));
    } else if (ended.length > 1) parts.push(say("unsubscribe.doneAll", { count: ended.length }));
    return { text: parts.join(" ") };
  },

  /** `all:COUNT:NEWEST`: all of those there were when it was asked. */
  async press(pressed, { say, store, destination }) {
    const standing = await store.subscriptions.findByDestination(destination);
    if (standing.length === 0 || pressed !== `all:${toMark(standing)}`)
      throw new UserError("not-found", (say) => say("answer.oldButton"));
    for (const each of standing) await endSubscription(store, each, []);
    return { text: say("unsubscribe.doneAll", { count: standing.length }) };
  },
});
