/** Edits of posts already sent: claim, compose anew, edit, settle. Doing one twice does no harm. */

import { toMessage } from "../domain/errors.ts";
import { type Edit, type SendResult, toDestinationKey } from "../domain/subscription.ts";
import { composeForChannel } from "./compose.ts";
import {
  type DeliveryDependencies,
  LEASE_MS,
  listSending,
  TRANSLATION_LOOK_MS,
  toBackOffMs,
  toWishedMs,
} from "./deliver.ts";
import { findMasthead } from "./masthead.ts";

const ATTEMPTS_MAX = 8;

async function edit(owed: Edit, dependencies: DeliveryDependencies): Promise<SendResult> {
  const { store, platforms } = dependencies;
  const platform = platforms.get(owed.destination.platform);
  if (platform === undefined) return { outcome: "retry", afterMs: 0, reason: "the platform is not connected" };
  const subscription = await store.subscriptions.find(owed.subscriptionId);
  if (subscription === null) return { outcome: "refused", reason: "the subscription has ended" };
  if (subscription.pausedReason !== null) return { outcome: "refused", reason: "the subscription is paused" };
  if ((await dependencies.translating?.isAwaited(owed.articleId, owed.destination)) === true)
    return { outcome: "retry", afterMs: TRANSLATION_LOOK_MS, reason: "its translation is being made" };
  const stored = await store.articles.get(owed.articleId);
  const post = await composeForChannel(stored, subscription, dependencies, owed.sentAt);
  const { isSilent, isCompact, mentionRoleId, sender } = subscription.display;
  const outlet = sender === "outlet" ? await findMasthead(stored.article, store.feeds) : null;
  return platform.edit(owed.destination, owed.messageId, post, { isSilent, isCompact, mentionRoleId, outlet });
}

/** One claimed edit, from composing to settling. */
export async function editPost(owed: Edit, dependencies: DeliveryDependencies): Promise<void> {
  const { store, clock, log } = dependencies;
  let result: SendResult;
  try {
    result = await edit(owed, dependencies);
  } catch (error) {
    result = { outcome: "retry", afterMs: 0, reason: toMessage(error) };
  }
  // A lost answer is asked for again: the post then shows the same.
  const isRetried = result.outcome === "retry" || result.outcome === "uncertain" || result.outcome === "forbidden";
  const afterMs = toBackOffMs(owed.attempts, toWishedMs(result));
  const retryAt = isRetried && owed.attempts < ATTEMPTS_MAX ? new Date(clock().getTime() + afterMs) : null;
  await store.outbox.settleEdit(owed, retryAt);
  const destination = toDestinationKey(owed.destination);
  const facts = { deliveryId: owed.deliveryId, articleId: owed.articleId, destination, attempt: owed.attempts };
  if (result.outcome === "sent") log.info(facts, "post_edited");
  else log.warn({ ...facts, outcome: result.outcome, reason: result.reason }, "post_not_edited");
}

export function claimEdits(
  dependencies: DeliveryDependencies,
  limit: number,
  platforms = listSending(dependencies),
): Promise<readonly Edit[]> {
  const { store, clock, owner } = dependencies;
  return store.outbox.claimEdits(clock(), LEASE_MS, limit, platforms, owner);
}

/** Edits what is due, side by side; resolves with how many were settled. */
export async function editDue(dependencies: DeliveryDependencies, limit: number): Promise<number> {
  const edits = await claimEdits(dependencies, limit);
  await Promise.all(edits.map((owed) => editPost(owed, dependencies)));
  return edits.length;
}
