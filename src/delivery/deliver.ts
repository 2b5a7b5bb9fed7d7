/** The second half of the route: claim, compose, render, send, settle; and when to give up. */

import type { Digest } from "../domain/digest.ts";
import { toMessage } from "../domain/errors.ts";
import type { Log, Platform } from "../domain/platform.ts";
import type { Post } from "../domain/post.ts";
import { findQuiet } from "../domain/send-times.ts";
import type { Store } from "../domain/store.ts";
import {
  type Delivery,
  type PlatformName,
  type SendResult,
  type Subscription,
  toDestinationKey,
} from "../domain/subscription.ts";
import { composeForChannel } from "./compose.ts";
import { composeDigest } from "./digest-parts.ts";

export const LEASE_MS = 120_000;
const ATTEMPTS_MAX = 12;
const BACK_OFF_MS = 5_000;
const BACK_OFF_MS_MAX = 60 * 60 * 1000;
/** News older than this is dropped rather than posted late. */
const AGE_MS_MAX = 48 * 60 * 60 * 1000;

/**
 * What is done about a send whose answer was lost: `repeat` where a nonce makes that safe, `resend` once (nothing is
 * lost, one message may be doubled), or `skip` (nothing is doubled, it is left uncertain).
 */
export type InDoubt = "repeat" | "resend" | "skip";

export interface DeliveryDependencies {
  readonly store: Store;
  readonly platforms: ReadonlyMap<PlatformName, Platform>;
  /** Spoken where a channel has no language of its own. */
  readonly language: string;
  readonly inDoubt: Readonly<Record<PlatformName, InDoubt>>;
  readonly owner: string;
  readonly clock: () => Date;
  readonly log: Log;
  /** Counts outcomes, for metrics. */
  readonly onSettled?: (platform: PlatformName, outcome: SendResult["outcome"], waitedMs: number) => void;
}

/** 5 s doubling to an hour, never before the platform's own wish. */
export function toBackOffMs(attempts: number, afterMs: number): number {
  return Math.max(afterMs, Math.min(BACK_OFF_MS_MAX, BACK_OFF_MS * 2 ** Math.max(0, attempts - 1)));
}

/** A part of a digest after the first tells nobody: the first has. */
async function compose(
  { id, articleId, digestId }: Delivery,
  subscription: Subscription,
  dependencies: DeliveryDependencies,
): Promise<{ readonly post: Post | Digest; readonly isTold: boolean }> {
  const { articles, digests } = dependencies.store;
  if (digestId === null) {
    return { post: await composeForChannel(await articles.get(articleId), subscription, dependencies), isTold: true };
  }
  const stored = await digests.get(id);
  return { post: await composeDigest(stored, subscription, dependencies), isTold: stored.part === 1 };
}

/** Owed before the quiet hours and late, by a retry or because the bot was down: until when it is held. */
function findHold({ firstSentAt, createdAt }: Delivery, { display }: Subscription, now: Date): Date | null {
  const quiet = firstSentAt === null ? findQuiet(display, now) : null;
  return quiet !== null && createdAt < quiet.from ? quiet.to : null;
}

/** Null when it was put off to the end of the quiet hours. */
async function send(delivery: Delivery, dependencies: DeliveryDependencies): Promise<SendResult | null> {
  const { store, platforms, owner, clock } = dependencies;
  const platform = platforms.get(delivery.destination.platform);
  if (platform === undefined)
    return { outcome: "retry", afterMs: BACK_OFF_MS_MAX, reason: "the platform is not connected" };
  if (delivery.firstSentAt !== null && dependencies.inDoubt[delivery.destination.platform] === "skip") {
    return { outcome: "uncertain", reason: "an earlier send may have arrived" };
  }
  if (clock().getTime() - delivery.createdAt.getTime() > AGE_MS_MAX)
    return { outcome: "refused", reason: "too old to post" };
  const subscription = await store.subscriptions.find(delivery.subscriptionId);
  if (subscription === null) return { outcome: "refused", reason: "the subscription has ended" };
  if (subscription.pausedReason !== null) return { outcome: "refused", reason: "the subscription is paused" };
  const holdUntil = findHold(delivery, subscription, clock());
  if (holdUntil !== null && (await store.digests.hold(delivery.id, holdUntil, owner))) return null;
  const { post, isTold } = await compose(delivery, subscription, dependencies);
  if (!(await store.outbox.markSending(delivery.id, owner, clock()))) {
    return { outcome: "retry", afterMs: 0, reason: "the lease was lost" };
  }
  const { isSilent, isCompact, mentionRoleId } = subscription.display;
  return platform.send(delivery.destination, post, delivery.id, {
    isSilent: isSilent || !isTold,
    isCompact,
    mentionRoleId: isTold ? mentionRoleId : null,
    firstSentAt: delivery.firstSentAt,
  });
}

/** A retry that has been tried long enough is given up; a lost answer is tried again as the policy says. */
function decide(delivery: Delivery, result: SendResult, dependencies: DeliveryDependencies): SendResult {
  const attempts = delivery.attempts + 1;
  if (result.outcome === "uncertain" && attempts < ATTEMPTS_MAX) {
    const policy = dependencies.inDoubt[delivery.destination.platform];
    if (policy === "repeat" || (policy === "resend" && delivery.firstSentAt === null)) {
      return { outcome: "retry", afterMs: toBackOffMs(attempts, 0), reason: result.reason, isInDoubt: true };
    }
  }
  if (result.outcome !== "retry") return result;
  if (attempts >= ATTEMPTS_MAX) {
    return { outcome: "refused", reason: `given up after ${attempts} tries: ${result.reason}` };
  }
  return { ...result, afterMs: toBackOffMs(attempts, result.afterMs) };
}

async function deliver(delivery: Delivery, dependencies: DeliveryDependencies): Promise<void> {
  const { store, clock, log } = dependencies;
  const destination = toDestinationKey(delivery.destination);
  let result: SendResult | null;
  try {
    result = await send(delivery, dependencies);
  } catch (error) {
    // A fault of this program with one brief must not hold up the channel's other news for ever.
    log.error({ deliveryId: delivery.id, destination, reason: toMessage(error) }, "delivery_fault");
    result = { outcome: "retry", afterMs: BACK_OFF_MS, reason: toMessage(error), isInDoubt: true };
  }
  if (result === null) {
    log.info({ deliveryId: delivery.id, destination }, "delivery_held");
    return;
  }
  const decided = decide(delivery, result, dependencies);
  await store.outbox.settle(delivery.id, decided, clock(), dependencies.owner);
  const waitedMs = clock().getTime() - delivery.createdAt.getTime();
  dependencies.onSettled?.(delivery.destination.platform, decided.outcome, waitedMs);
  const facts = {
    deliveryId: delivery.id,
    articleId: delivery.articleId,
    destination,
    attempt: delivery.attempts,
    waitedMs,
  };
  if (decided.outcome === "sent") log.info(facts, "delivery_sent");
  else log.warn({ ...facts, outcome: decided.outcome, reason: decided.reason }, "delivery_not_sent");
  if (decided.outcome === "gone")
    await store.subscriptions.pauseDestination(delivery.destination, `gone: ${decided.reason}`);
}

/** Sends what is due, destinations side by side; resolves with how many were settled. */
export async function deliverDue(dependencies: DeliveryDependencies, limit: number): Promise<number> {
  const { store, clock, owner } = dependencies;
  const deliveries = await store.outbox.claim(clock(), LEASE_MS, limit, owner);
  await Promise.all(deliveries.map((delivery) => deliver(delivery, dependencies)));
  return deliveries.length;
}
