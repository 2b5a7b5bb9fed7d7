/** What this channel is subscribed to, whether it works, and buttons to pause, change, try and end each one. */

import type { StoredBrief } from "../src/domain/article.ts";
import type { PressRequest } from "../src/domain/command.ts";
import type { OwedArticle } from "../src/domain/delivery-reports.ts";
import { UserError } from "../src/domain/errors.ts";
import type { Button, Reply } from "../src/domain/post.ts";
import type { Say } from "../src/domain/say.ts";
import { type Display, RHYTHMS, type Subscription } from "../src/domain/subscription.ts";
import { endSubscription } from "../src/matching/end-subscription.ts";
import { findNewestMatch } from "../src/matching/recent-matches.ts";
import { PAUSED, readHealth, wordHealth } from "../src/messages/subscription-health.ts";
import { describeSubscription } from "../src/messages/wording.ts";
import { defineCommand } from "../src/typed/define-command.ts";

const PER_PAGE = 10;
const PER_ROW = 5;
const COUNT_MAX = 5;

type Request = PressRequest<"articles" | "feeds" | "holds" | "outbox" | "subscriptions", "linkTo" | "toPosts">;

const toId = (...parts: readonly (string | number)[]): string => `v1:subscriptions:${parts.join(":")}`;
const action = (label: string, ...parts: readonly (string | number)[]): Button => ({
  kind: "action",
  label,
  id: toId(...parts),
});

function ownButtons({ id, pausedReason }: Subscription, isOnly: boolean, say: Say): readonly (readonly Button[])[] {
  const row = [
    pausedReason === null
      ? action(say("subscriptions.pause"), "pause", id)
      : action(say("subscriptions.resume"), "resume", id),
    action(say("subscriptions.edit"), "edit", id),
    action(say("subscriptions.test"), "test", id),
    action(say("subscriptions.remove"), "remove", id),
  ];
  return isOnly ? [row] : [row, [action(say("subscriptions.all"), "list", 1)]];
}

/** The name of each leads to its last post. */
async function toItems(some: readonly Subscription[], { store, destination, server, say, now, linkTo }: Request) {
  const facts = await readHealth(store, destination, some, now);
  const feeds = await store.feeds.list();
  return some.map((each) => {
    const messageId = facts.health.get(each.id)?.lastMessageId ?? null;
    return {
      text: `${each.number}. ${describeSubscription(each, feeds, say)}`,
      url: messageId === null ? null : linkTo(destination, messageId, server),
      detail: wordHealth(each, facts, say, now),
    };
  });
}

async function showList(page: number, request: Request): Promise<Reply> {
  const { store, destination, actor, say } = request;
  const standing = await store.subscriptions.findByDestination(destination);
  if (standing.length === 0) return { text: say("subscriptions.none"), isPrivate: true };
  const pages = Math.ceil(standing.length / PER_PAGE);
  const current = Math.min(Math.max(1, page), pages);
  const shown = standing.slice((current - 1) * PER_PAGE, current * PER_PAGE);
  const [first] = shown;
  const numbers = shown.map((each) => action(String(each.number), "show", each.id));
  const turns = [
    ...(current > 1 ? [action(say("subscriptions.back"), "list", current - 1)] : []),
    ...(current < pages ? [action(say("subscriptions.more"), "list", current + 1)] : []),
  ];
  const rows =
    standing.length === 1 && first !== undefined
      ? ownButtons(first, true, say)
      : [numbers.slice(0, PER_ROW), numbers.slice(PER_ROW), turns].filter((row) => row.length > 0);
  const count = standing.length;
  return {
    text: actor.isManager && count > 1 ? say("subscriptions.choose", { count }) : say("subscriptions.found", { count }),
    lists: [{ title: null, items: await toItems(shown, request) }],
    ...(actor.isManager ? { buttons: rows } : {}),
    isPrivate: true,
  };
}

async function showOne(
  subscription: Subscription,
  text: string,
  request: Request,
  buttons?: readonly (readonly Button[])[],
): Promise<Reply> {
  return {
    text,
    lists: [{ title: null, items: await toItems([subscription], request) }],
    buttons: buttons ?? ownButtons(subscription, false, request.say),
    isPrivate: true,
  };
}

async function setPaused(subscription: Subscription, isPaused: boolean, request: Request): Promise<Reply> {
  const changed = { ...subscription, pausedReason: isPaused ? PAUSED : null };
  await request.store.subscriptions.update(changed);
  const { say, store, now } = request;
  // Whoever wants a feed that was given up wants it tried again.
  if (!isPaused) for (const feedId of changed.filter.feedIds) await store.feeds.revive(feedId, now);
  return showOne(changed, isPaused ? say("subscriptions.pauseDone") : say("subscriptions.resumeDone"), request);
}

/** Why the newest that fits is only shown: it was posted, comes by itself, or could not be posted. */
function wordOwed(owed: OwedArticle | null, say: Say): string {
  if (owed === null || owed.state === "sent" || owed.state === "uncertain") return say("subscriptions.testShown");
  if (owed.state !== "failed") return say("subscriptions.testWaits");
  return say("subscriptions.testFailed", { reason: owed.reason ?? say("health.unknownReason") });
}

/** Owes the newest that fits; what is owed here already or was posted is shown instead: nothing is posted twice. */
async function test(subscription: Subscription, request: Request): Promise<Reply> {
  const { store, say, now, destination } = request;
  if (subscription.pausedReason !== null) return showOne(subscription, say("subscriptions.testPaused"), request);
  const isHeard = async ({ article }: StoredBrief): Promise<boolean> =>
    !(await store.outbox.isMuted(article.id, destination));
  const newest = await findNewestMatch(store, now, subscription.filter, isHeard);
  if (newest === null) return showOne(subscription, say("subscriptions.testNothing"), request);
  const recipient = { subscriptionId: subscription.id, destination };
  const owed = await store.outbox.owe(newest.article.id, recipient, now);
  if (owed !== null) return showOne(subscription, say("subscriptions.testDone"), request);
  const posts = await request.toPosts([newest], request.language);
  return { text: wordOwed(await store.outbox.findOwed(newest.article.id, destination), say), posts, isPrivate: true };
}

function editButtons({ id, display }: Subscription, say: Say): readonly (readonly Button[])[] {
  const { quotesMax, sentencesMax, isSilent, isCompact, rhythm } = display;
  const set = (label: string, name: string, value: number | string): Button => action(label, "set", id, name, value);
  const rhythms = {
    each: say("subscriptions.each"),
    daily: say("subscriptions.daily"),
    weekly: say("subscriptions.weekly"),
    quotes: say("subscriptions.quotesOfWeek"),
  };
  return [
    [
      ...(quotesMax > 0 ? [set(say("subscriptions.fewerQuotes"), "quotes", quotesMax - 1)] : []),
      ...(quotesMax < COUNT_MAX ? [set(say("subscriptions.moreQuotes"), "quotes", quotesMax + 1)] : []),
      ...(sentencesMax > 0 ? [set(say("subscriptions.shorter"), "sentences", sentencesMax - 1)] : []),
      ...(sentencesMax < COUNT_MAX ? [set(say("subscriptions.longer"), "sentences", sentencesMax + 1)] : []),
    ],
    [
      set(isSilent ? say("subscriptions.sound") : say("subscriptions.silent"), "silent", isSilent ? 0 : 1),
      set(isCompact ? say("subscriptions.full") : say("subscriptions.compact"), "compact", isCompact ? 0 : 1),
      ...RHYTHMS.filter((each) => each !== rhythm).map((each) => set(rhythms[each], "rhythm", each)),
    ],
    [action(say("subscriptions.done"), "show", id)],
  ];
}

/** The change a button names; null for one that is none, such as a forged one. */
function readChange(name: string, value: string): Partial<Display> | null {
  const count = /^[0-5]$/.test(value) ? Number(value) : null;
  const rhythm = RHYTHMS.find((each) => each === value);
  if (name === "quotes" && count !== null) return { quotesMax: count };
  if (name === "sentences" && count !== null) return { sentencesMax: count };
  if (name === "silent" && count !== null) return { isSilent: count > 0 };
  if (name === "compact" && count !== null) return { isCompact: count > 0 };
  if (name === "rhythm" && rhythm !== undefined) return { rhythm };
  return null;
}

const showEdit = (subscription: Subscription, request: Request): Promise<Reply> => {
  const text = request.say("subscriptions.editHow", {
    command: `/edit ${subscription.number} words:ferry quiet:22:00-07:00`,
  });
  return showOne(subscription, text, request, editButtons(subscription, request.say));
};

function askRemoval(subscription: Subscription, request: Request): Promise<Reply> {
  const { say } = request;
  return showOne(subscription, say("subscriptions.removeSure"), request, [
    [
      action(say("subscriptions.removeYes"), "removed", subscription.id),
      action(say("subscriptions.removeNo"), "show", subscription.id),
    ],
  ]);
}

export const subscriptions = defineCommand({
  name: "subscriptions",
  access: "everyone",
  isOfChannel: true,
  needs: { store: ["articles", "feeds", "holds", "outbox", "subscriptions"], services: ["linkTo", "toPosts"] },
  options: {},
  examples: ["/subscriptions"],

  run: (request) => showList(1, request),

  /** `list:PAGE`, or `ACTION:ID` and for a setting its name and value. */
  async press(rest, request) {
    const { store, destination, actor, say } = request;
    if (!actor.isManager) {
      throw new UserError("forbidden", (say) => say("answer.managersOnly", { command: "/subscriptions" }));
    }
    const [what = "", idText = "", name = "", value = ""] = rest.split(":");
    if (what === "list") return showList(Number.parseInt(idText, 10) || 1, request);
    const standing = await store.subscriptions.findByDestination(destination);
    const subscription = standing.find((each) => String(each.id) === idText);
    if (subscription === undefined) throw new UserError("not-found", (say) => say("subscriptions.ended"));
    switch (what) {
      case "show":
        return showOne(subscription, "", request);
      case "pause":
        return setPaused(subscription, true, request);
      case "resume":
        return setPaused(subscription, false, request);
      case "test":
        return test(subscription, request);
      case "edit":
        return showEdit(subscription, request);
      case "remove":
        return askRemoval(subscription, request);
      case "removed": {
        await endSubscription(
          store,
          subscription,
          standing.filter((each) => each !== subscription),
        );
        const described = describeSubscription(subscription, await store.feeds.list(), say);
        const list = await showList(1, request);
        return { ...list, text: `${say("unsubscribe.done", { what: described })} ${list.text}` };
      }
      case "set": {
        const change = readChange(name, value);
        if (change === null) break;
        const changed = { ...subscription, display: { ...subscription.display, ...change } };
        await store.subscriptions.update(changed);
        return showEdit(changed, request);
      }
    }
    throw new UserError("not-found", (say) => say("answer.oldButton"));
  },
});
