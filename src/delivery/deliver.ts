/** The second half of the route: claim, compose, render, send, settle; and when to give up. */

import type { Digest } from "../domain/digest.ts";
import { toMessage } from "../domain/errors.ts";
import type { Leaving, Log, Masthead, Platform } from "../domain/platform.ts";
import type { Post } from "../domain/post.ts";
import { findQuiet } from "../domain/send-times.ts";
import type { Store } from "../domain/store.ts";
import {
  type Delivery,
  type PlatformName,
  type Retry,
  type SendResult,
  type Subscription,
  toDestinationKey,
} from "../domain/subscription.ts";
import { composeForChannel } from "./compose.ts";
import { composeDigest } from "./digest-parts.ts";
import { findMasthead } from "./masthead.ts";
import { settleSurely } from "./settle-surely.ts";
import type { Translating } from "./translate.ts";

export const LEASE_MS = 120_000;
/** A post that fails by its own doing must not hold up the channel's other news for ever. */
const OWN_FAULTS_MAX = 12;
/** How often it is looked whether a post is translated. */
export const TRANSLATION_LOOK_MS = 2_000;
const BACK_OFF_MS = 5_000;
const BACK_OFF_MS_MAX = 60 * 60 * 1000;
/** After an outage everything is tried again within this time. */
const OUTAGE_BACK_OFF_MS_MAX = 10 * 60 * 1000;
/** What waited longer leaves with what stands behind it, as one digest. */
const LATE_MS = 60 * 60 * 1000;
/** News older than this is dropped rather than posted late, unless the settings say otherwise. */
export const AGE_MS_MAX = 48 * 60 * 60 * 1000;

/**
 * What is done about a send whose answer was lost and that cannot be found: `repeat` where a nonce makes that safe,
 * `resend` once (nothing is lost, one message may be doubled), or `skip` (nothing is doubled, it is left uncertain).
 */
export type InDoubt = "repeat" | "resend" | "skip";

export interface DeliveryDependencies {
  readonly store: Store;
  readonly platforms: ReadonlyMap<PlatformName, Platform>;
  /** Spoken where a channel has no language of its own. */
  readonly language: string;
  /** True where whoever runs the bot allows whole articles. */
  readonly showsWholeText?: boolean;
  /** Absent where no model translates. */
  readonly translating?: Translating;
  readonly inDoubt: Readonly<Record<PlatformName, InDoubt>>;
  readonly owner: string;
  readonly clock: () => Date;
  readonly log: Log;
  /** News older than this is dropped; two days when absent. */
  readonly ageMsMax?: number;
  /** When each platform last took a post: what fails while others pass fails by its own doing. */
  readonly lastSentAt?: Map<PlatformName, number>;
  /** Counts outcomes, for metrics. */
  readonly onSettled?: (platform: PlatformName, outcome: SendResult["outcome"], waitedMs: number) => void;
}

/** 5 s doubling to an hour, never before the platform's own wish. */
export function toBackOffMs(attempts: number, afterMs: number, maxMs = BACK_OFF_MS_MAX): number {
  return Math.max(afterMs, Math.min(maxMs, BACK_OFF_MS * 2 ** Math.max(0, attempts - 1)));
}

/** How long the platform wishes to be left alone. */
export function toWishedMs(result: SendResult): number {
  if (result.outcome === "forbidden") return BACK_OFF_MS_MAX;
  return result.outcome === "retry" ? result.afterMs : 0;
}

interface Composed {
  readonly post: Post | Digest;
  readonly isTold: boolean;
  /** Under whose name it leaves; null for the bot's. */
  readonly outlet: Masthead | null;
}

/** A part of a digest after the first tells nobody: the first has. */
async function compose(
  { id, articleId, digestId }: Delivery,
  subscription: Subscription,
  dependencies: DeliveryDependencies,
): Promise<Composed> {
  const { articles, digests, feeds } = dependencies.store;
  if (digestId === null) {
    const stored = await articles.get(articleId);
    const outlet = subscription.display.sender === "outlet" ? await findMasthead(stored.article, feeds) : null;
    return { post: await composeForChannel(stored, subscription, dependencies), isTold: true, outlet };
  }
  const stored = await digests.get(id);
  return { post: await composeDigest(stored, subscription, dependencies), isTold: stored.part === 1, outlet: null };
}

/** Owed before the quiet hours and late, by a retry or because the bot was down: until when it is held. */
function findHold({ firstSentAt, createdAt }: Delivery, { display }: Subscription, now: Date): Date | null {
  const quiet = firstSentAt === null ? findQuiet(display, now) : null;
  return quiet !== null && createdAt < quiet.from ? quiet.to : null;
}

const untried = (afterMs: number, reason: string): Retry => ({ outcome: "retry", afterMs, reason, isUntried: true });

/** What keeps it from leaving now; null when nothing does. "held" when it waits elsewhere from now on. */
async function findObstacle(
  delivery: Delivery,
  platform: Platform,
  dependencies: DeliveryDependencies,
): Promise<SendResult | "held" | null> {
  const { store, owner, clock, inDoubt, ageMsMax = AGE_MS_MAX } = dependencies;
  const { id, destination, firstSentAt, createdAt, doubtCount } = delivery;
  const policy = inDoubt[destination.platform];
  const mayRepeat = policy === "repeat" || (policy === "resend" && doubtCount === 0);
  if (firstSentAt !== null && platform.tellsLeaving !== true && !mayRepeat) {
    return { outcome: "uncertain", reason: "an earlier send may have arrived" };
  }
  const ageMs = clock().getTime() - createdAt.getTime();
  if (ageMs > ageMsMax) return { outcome: "refused", reason: "too old to post" };
  const hold = await store.holds.find(destination);
  if (hold !== null && hold.until > clock()) return untried(hold.until.getTime() - clock().getTime(), hold.reason);
  if (ageMs > LATE_MS && firstSentAt === null && (await store.digests.holdLate(id, owner, clock()))) return "held";
  return null;
}

/** One that may have left goes out as it did. */
const isTranslationAwaited = async (
  { articleId, destination, digestId, firstSentAt }: Delivery,
  { translating }: DeliveryDependencies,
): Promise<boolean> =>
  digestId === null && firstSentAt === null && (await translating?.isAwaited(articleId, destination)) === true;

function tellHeld({ id, destination }: Delivery, { log }: DeliveryDependencies): null {
  log.info({ deliveryId: id, destination: toDestinationKey(destination) }, "delivery_held");
  return null;
}

/** Null when it was put off: to the end of the quiet hours, to leave with others, or until it is translated. */
async function send(delivery: Delivery, dependencies: DeliveryDependencies): Promise<SendResult | null> {
  const { store, platforms, owner, clock, inDoubt, log } = dependencies;
  const platform = platforms.get(delivery.destination.platform);
  if (platform === undefined) return untried(BACK_OFF_MS_MAX, "the platform is not connected");
  const subscription = await store.subscriptions.find(delivery.subscriptionId);
  if (subscription === null) return { outcome: "refused", reason: "the subscription has ended" };
  if (subscription.pausedReason !== null) return { outcome: "refused", reason: "the subscription is paused" };
  const obstacle = await findObstacle(delivery, platform, dependencies);
  if (obstacle !== null) return obstacle === "held" ? tellHeld(delivery, dependencies) : obstacle;
  const holdUntil = findHold(delivery, subscription, clock());
  if (holdUntil !== null && (await store.digests.hold(delivery.id, holdUntil, owner))) {
    return tellHeld(delivery, dependencies);
  }
  if (await isTranslationAwaited(delivery, dependencies)) {
    const later = untried(TRANSLATION_LOOK_MS, "its translation is being made");
    await store.outbox.settle(delivery.id, later, clock(), owner);
    log.debug({ deliveryId: delivery.id }, "translation_awaited");
    return null;
  }
  const { post, isTold, outlet } = await compose(delivery, subscription, dependencies);
  const leave = (leaving?: Leaving): Promise<boolean> => store.outbox.markSending(delivery.id, owner, clock(), leaving);
  if (platform.tellsLeaving !== true && !(await leave())) return untried(0, "the lease was lost");
  const { isSilent, isCompact, mentionRoleId } = subscription.display;
  return platform.send(delivery.destination, post, delivery.id, {
    isSilent: isSilent || !isTold,
    isCompact,
    mentionRoleId: isTold ? mentionRoleId : null,
    outlet,
    firstSentAt: delivery.firstSentAt,
    ...(platform.tellsLeaving === true
      ? {
          leftAfter: delivery.leftAfter,
          mayDouble: inDoubt[delivery.destination.platform] !== "skip" && delivery.doubtCount === 0,
          onLeaving: leave,
        }
      : {}),
  });
}

/** True when the server failed with this post and has taken another since the try before. */
function isByOwnDoing(
  { destination, dueAt, attempts }: Delivery,
  { isServerFault, isOwnFault }: Retry,
  { lastSentAt }: DeliveryDependencies,
): boolean {
  const lastTryMs = dueAt.getTime() - toBackOffMs(attempts, 0, OUTAGE_BACK_OFF_MS_MAX);
  const hasWorked = (lastSentAt?.get(destination.platform) ?? 0) >= lastTryMs;
  return isOwnFault === true || (isServerFault === true && attempts > 0 && hasWorked);
}

/** A lost answer is tried again as the policy says; what fails by its own doing is given up, an outage is no fault of it. */
function decide(delivery: Delivery, result: SendResult, dependencies: DeliveryDependencies): SendResult {
  const attempts = delivery.attempts + 1;
  if (result.outcome === "uncertain") {
    const policy = dependencies.inDoubt[delivery.destination.platform];
    const mayRepeat = policy === "repeat" || (policy === "resend" && delivery.firstSentAt === null);
    if (!mayRepeat && result.canBeFound !== true) return result;
    const afterMs = toBackOffMs(attempts, 0, OUTAGE_BACK_OFF_MS_MAX);
    return { outcome: "retry", afterMs, reason: result.reason, isInDoubt: true };
  }
  if (result.outcome !== "retry" || result.isUntried === true) return result;
  if (!isByOwnDoing(delivery, result, dependencies)) {
    return { ...result, afterMs: toBackOffMs(attempts, result.afterMs, OUTAGE_BACK_OFF_MS_MAX) };
  }
  const faults = delivery.faultCount + 1;
  if (faults >= OWN_FAULTS_MAX)
    return { outcome: "refused", reason: `given up after ${faults} tries: ${result.reason}` };
  return { ...result, afterMs: toBackOffMs(faults, result.afterMs), isOwnFault: true };
}

/** A place that refuses the bot is tried again, at last daily; only after a month is it taken for gone. */
async function holdPlace(
  { destination }: Delivery,
  result: SendResult,
  { store, clock }: DeliveryDependencies,
): Promise<SendResult> {
  if (result.outcome === "sent") await store.holds.lift(destination, clock());
  if (result.outcome !== "forbidden") return result;
  const until = await store.holds.refuse(destination, result.reason, clock());
  if (until === null) return { outcome: "gone", reason: result.reason };
  return untried(until.getTime() - clock().getTime(), result.reason);
}

async function settle(delivery: Delivery, result: SendResult, dependencies: DeliveryDependencies): Promise<SendResult> {
  const { store, clock, owner } = dependencies;
  const decided = decide(delivery, await holdPlace(delivery, result, dependencies), dependencies);
  await store.outbox.settle(delivery.id, decided, clock(), owner);
  return decided;
}

/** One claimed delivery, from composing to settling. */
export async function deliver(delivery: Delivery, dependencies: DeliveryDependencies): Promise<void> {
  const { log } = dependencies;
  const destination = toDestinationKey(delivery.destination);
  let result: SendResult | null;
  try {
    result = await send(delivery, dependencies);
  } catch (error) {
    log.error({ deliveryId: delivery.id, destination, reason: toMessage(error) }, "delivery_fault");
    result = { outcome: "retry", afterMs: BACK_OFF_MS, reason: toMessage(error), isInDoubt: true, isOwnFault: true };
  }
  if (result === null) return;
  await settleSurely(
    () => settle(delivery, result, dependencies),
    (decided) => tellSettled(delivery, decided, dependencies),
    dependencies,
  );
}

async function tellSettled(
  { id, articleId, attempts, createdAt, destination: place }: Delivery,
  decided: SendResult,
  { store, clock, log, lastSentAt, onSettled }: DeliveryDependencies,
): Promise<void> {
  const waitedMs = clock().getTime() - createdAt.getTime();
  if (decided.outcome === "sent") lastSentAt?.set(place.platform, clock().getTime());
  onSettled?.(place.platform, decided.outcome, waitedMs);
  const facts = { deliveryId: id, articleId, destination: toDestinationKey(place), attempt: attempts, waitedMs };
  if (decided.outcome === "sent") log.info(facts, "delivery_sent");
  else log.warn({ ...facts, outcome: decided.outcome, reason: decided.reason }, "delivery_not_sent");
  if (decided.outcome === "gone") await store.subscriptions.pauseDestination(place, `gone: ${decided.reason}`);
}

/** Where this process can send now: nothing else is claimed here, since it would wait for nothing. */
export const listSending = ({ platforms }: Pick<DeliveryDependencies, "platforms">): readonly PlatformName[] =>
  [...platforms.values()].filter((platform) => platform.isSending?.() !== false).map(({ name }) => name);

/** What is due, of each destination the oldest; on these platforms only, when they are given. */
export function claimDeliveries(
  { store, clock, owner }: DeliveryDependencies,
  limit: number,
  platforms?: readonly PlatformName[],
): Promise<readonly Delivery[]> {
  return store.outbox.claim(clock(), LEASE_MS, limit, owner, platforms);
}

/** Sends what is due, destinations side by side; resolves with how many were settled. */
export async function deliverDue(dependencies: DeliveryDependencies, limit: number): Promise<number> {
  const deliveries = await claimDeliveries(dependencies, limit);
  await Promise.all(deliveries.map((delivery) => deliver(delivery, dependencies)));
  return deliveries.length;
}
