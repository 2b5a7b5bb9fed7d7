/** Sends off what has waited long enough: as a digest at its hour, or one by one when there is only one. */

import type { Departure, DigestKind, DigestPart, WaitingBrief } from "../domain/digest.ts";
import { toMessage } from "../domain/errors.ts";
import type { SubscriptionId } from "../domain/id.ts";
import { findQuiet, toReleaseAt } from "../domain/send-times.ts";
import { type Display, type Subscription, toDestinationKey } from "../domain/subscription.ts";
import { UNFIT } from "../matching/end-subscription.ts";
import { AGE_MS_MAX, type DeliveryDependencies, listSending } from "./deliver.ts";
import {
  chooseItems,
  chooseQuoteItems,
  type DigestItem,
  PARTS_MAX,
  splitItems,
  toDigest,
  toItem,
} from "./digest-parts.ts";
import { findUnfit, giveUp } from "./give-up.ts";

/** The newest of those that wait; the others are counted only. */
const BRIEFS_WEIGHED_MAX = 200;
/** After a fault of this program, so that one subscription cannot keep the others from leaving. */
const FAULT_PAUSE_MS = 5 * 60 * 1000;
/** Stands for the count of briefs left out while the parts are measured. */
const MORE_COUNT_MEASURED = 9_999;

interface Item extends DigestItem {
  readonly waiting: WaitingBrief;
}

/** Waited for the end of quiet hours: owed in them, or held back when they began. */
function isFromQuiet({ owedAt, waitsUntil }: WaitingBrief, display: Display): boolean {
  const isHeld = waitsUntil > owedAt && findQuiet(display, new Date(waitsUntil.getTime() - 1)) !== null;
  return isHeld || findQuiet(display, owedAt) !== null;
}

function toKind(waiting: readonly WaitingBrief[], display: Display): DigestKind {
  if (display.rhythm !== "each") return display.rhythm;
  return waiting.some((each) => isFromQuiet(each, display)) ? "quiet" : "rest";
}

/**
 * A digest of the newest and weightiest, of several subscriptions when it is shared; null when none of the articles is
 * there any more.
 */
async function toDepartures(
  waiting: readonly WaitingBrief[],
  subscription: Subscription,
  isShared: boolean,
  dependencies: DeliveryDependencies,
): Promise<readonly Departure[] | null> {
  const { store, platforms, clock } = dependencies;
  const { display, destination } = subscription;
  const items: Item[] = [];
  for (const each of waiting.slice(-BRIEFS_WEIGHED_MAX)) {
    const stored = await store.articles.find(each.articleId);
    if (stored !== null) items.push({ ...(await toItem(stored, subscription, dependencies)), waiting: each });
  }
  const platform = platforms.get(destination.platform);
  const from = new Date(Math.min(...waiting.map(({ owedAt }) => owedAt.getTime())));
  const facts = { kind: toKind(waiting, display), from, to: clock(), ...(isShared ? { isShared } : {}) };
  // Measured with the longest heading and footer any part can have.
  const measured = { ...facts, part: PARTS_MAX, partCount: PARTS_MAX, moreCount: MORE_COUNT_MEASURED };
  const fits = (some: readonly Item[]): boolean =>
    platform === undefined || platform.fitsDigest(toDigest(some, measured, display), destination);
  const parts = splitItems(facts.kind === "quotes" ? chooseQuoteItems(items) : chooseItems(items), fits);
  if (parts.length === 0) return null;
  const shown = new Set(parts.flat().map((item) => item.waiting.id));
  const unshownIds = waiting.map(({ id }) => id).filter((id) => !shown.has(id));
  return parts.map((part, index) => {
    const digest: DigestPart = { ...facts, part: index + 1, partCount: parts.length };
    const deliveryIds = part.map((item) => item.waiting.id);
    return { kind: "digest", digest, deliveryIds, unshownIds: index === parts.length - 1 ? unshownIds : [] };
  });
}

/** What is due by the subscription as it is now; what is not goes on waiting until it is. */
async function sortOut(
  waiting: readonly WaitingBrief[],
  subscription: Subscription,
  { store, clock }: DeliveryDependencies,
): Promise<readonly WaitingBrief[]> {
  const now = clock();
  // What is late, such as after the bot was down, does not break into them either.
  const quiet = findQuiet(subscription.display, now);
  const later = new Map<number, WaitingBrief[]>();
  const due = waiting.filter((each) => {
    const releaseAt = toReleaseAt(subscription.display, each.owedAt);
    if (releaseAt <= now && quiet === null) return true;
    const moment = Math.max(releaseAt.getTime(), quiet?.to.getTime() ?? 0);
    later.set(moment, [...(later.get(moment) ?? []), each]);
    return false;
  });
  for (const [moment, some] of later) {
    await store.digests.postpone(
      some.map(({ id }) => id),
      new Date(moment),
    );
  }
  return due;
}

/** Owed without any wait of its own: its story grew just now. */
const isAlone = ({ owedAt, waitsUntil }: WaitingBrief): boolean => waitsUntil.getTime() === owedAt.getTime();

interface Line {
  readonly subscription: Subscription;
  /** Posts of their own. */
  readonly alone: readonly WaitingBrief[];
  readonly together: readonly WaitingBrief[];
}

/** What is due of a subscription; what cannot leave any more is given up. Null when the subscription is no more. */
async function readLine(id: SubscriptionId, dependencies: DeliveryDependencies): Promise<Line | null> {
  const { store, clock } = dependencies;
  const waiting = await store.digests.findWaiting(id, clock());
  const drop = (some: readonly WaitingBrief[], reason: string): Promise<void> =>
    store.digests.drop(
      some.map((each) => each.id),
      reason,
      clock(),
    );
  const subscription = await store.subscriptions.find(id);
  if (subscription === null) {
    await drop(waiting, "the subscription has ended");
    return null;
  }
  const unfit = await findUnfit(waiting, subscription, dependencies);
  await giveUp(unfit, subscription, UNFIT, dependencies);
  const fitting = waiting.filter((each) => !unfit.includes(each));
  const sorted = await sortOut(fitting, subscription, dependencies);
  // Resumed before its hour, it comes at that.
  if (subscription.pausedReason !== null) {
    await giveUp(sorted, subscription, "the subscription is paused", dependencies);
    return null;
  }
  // A digest's hour is made up for however late; single posts are news no more.
  const isOld = ({ owedAt }: WaitingBrief): boolean =>
    subscription.display.rhythm === "each" &&
    clock().getTime() - toReleaseAt(subscription.display, owedAt).getTime() > (dependencies.ageMsMax ?? AGE_MS_MAX);
  const old = sorted.filter(isOld);
  if (old.length > 0) await drop(old, "too old to post");
  const due = sorted.filter((each) => !isOld(each));
  const isEach = subscription.display.rhythm === "each";
  const alone = isEach ? due.filter((each) => isAlone(each) && !isFromQuiet(each, subscription.display)) : [];
  return { subscription, alone, together: due.filter((each) => !alone.includes(each)) };
}

/** Was to be posted one by one, and is late. */
const listLate = ({ subscription: { display }, together }: Line): readonly WaitingBrief[] =>
  display.rhythm === "each" ? together.filter((each) => !isFromQuiet(each, display)) : [];

/** What is late by the channel's other subscriptions: a channel gets one digest of it all, not one of each. */
async function findLateBeside(line: Line, dependencies: DeliveryDependencies): Promise<readonly WaitingBrief[]> {
  const { subscription, together } = line;
  if (together.length === 0 || listLate(line).length < together.length) return [];
  const late: WaitingBrief[] = [];
  for (const { id, display } of await dependencies.store.subscriptions.findByDestination(subscription.destination)) {
    if (id === subscription.id || display.rhythm !== "each") continue;
    const other = await readLine(id, dependencies);
    if (other !== null) late.push(...listLate(other));
  }
  return late;
}

async function gather(id: SubscriptionId, dependencies: DeliveryDependencies): Promise<void> {
  const { store, clock, log } = dependencies;
  const line = await readLine(id, dependencies);
  if (line === null) return;
  const { subscription, alone } = line;
  const beside = await findLateBeside(line, dependencies);
  const together = [...line.together, ...beside].sort((a, b) => a.id - b.id);
  const toPost = (each: WaitingBrief): Departure => ({ kind: "post", deliveryId: each.id });
  const departures = alone.map(toPost);
  if (subscription.display.rhythm === "each" && together.length === 1) departures.push(...together.map(toPost));
  else if (together.length > 0) {
    const digest = await toDepartures(together, subscription, beside.length > 0, dependencies);
    if (digest !== null) departures.push(...digest);
    else {
      const ids = together.map((each) => each.id);
      const isOfQuotes = subscription.display.rhythm === "quotes";
      const reason = isOfQuotes ? "nobody was quoted by name" : "the article is not kept any more";
      await store.digests.drop(ids, reason, clock());
    }
  }
  if (departures.length === 0) return;
  // Another process may have been first; then there is nothing left to do.
  if (!(await store.digests.gather(departures, clock()))) return;
  const destination = toDestinationKey(subscription.destination);
  const briefs = alone.length + together.length;
  log.info({ subscriptionId: id, destination, briefs, posts: departures.length }, "waiting_gathered");
}

/** Gathers for each subscription whose time has come, one after another; resolves with how many there were. */
export async function gatherDue(dependencies: DeliveryDependencies, limit: number): Promise<number> {
  const { store, clock, log } = dependencies;
  const dropped = await store.digests.dropSmall(clock());
  if (dropped > 0) log.info({ dropped }, "small_stories_dropped");
  // Whether a digest fits into one message is known where it is sent.
  const ids = await store.digests.findDue(clock(), limit, listSending(dependencies));
  for (const id of ids) {
    try {
      await gather(id, dependencies);
    } catch (error) {
      log.error({ subscriptionId: id, reason: toMessage(error) }, "gather_fault");
      const stuck = (await store.digests.findWaiting(id, clock())).map((each) => each.id);
      await store.digests.postpone(stuck, new Date(clock().getTime() + FAULT_PAUSE_MS));
    }
  }
  return ids.length;
}
