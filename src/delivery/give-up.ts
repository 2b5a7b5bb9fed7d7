/** What a subscription brings no more: what an edit of it has made unfit, and what a pause has let its hour go by. */

import type { StoredBrief } from "../domain/article.ts";
import type { WaitingBrief } from "../domain/digest.ts";
import type { DeliveryId, SubscriptionId } from "../domain/id.ts";
import { toReleaseAt } from "../domain/send-times.ts";
import { EMPTY_FILTER, type Filter, type Subscription } from "../domain/subscription.ts";
import { isSameFilter, judge, toFoldedText } from "../matching/filter.ts";
import { createPauses } from "../matching/pauses.ts";
import { toMatchables } from "../matching/recent-matches.ts";
import type { DeliveryDependencies } from "./deliver.ts";

type Dependencies = Pick<DeliveryDependencies, "store" | "clock">;

/** A stored brief, looked at for several filters. */
interface Look {
  readonly stored: StoredBrief;
  readonly passes: (filter: Filter) => boolean;
}

/** Null for an article that is kept no more. */
async function look({ articleId }: WaitingBrief, store: Dependencies["store"]): Promise<Look | null> {
  const stored = await store.articles.find(articleId);
  const [matchable] = stored === null ? [] : await toMatchables(store, [stored]);
  if (stored === null || matchable === undefined) return null;
  const document = toFoldedText(matchable);
  return { stored, passes: (filter) => judge(filter, matchable, document).isMatch };
}

/** Its hour was worked out by the subscription as it stands, which changes of that undo: then it was matched by it, too. */
function isSettled({ owedAt, waitsUntil }: WaitingBrief, { display }: Subscription): boolean {
  return waitsUntil > owedAt && waitsUntil.getTime() === toReleaseAt(display, owedAt).getTime();
}

/** Those that pass the filter no more; what nothing was changed for is not looked at again. */
export async function findUnfit(
  waiting: readonly WaitingBrief[],
  subscription: Subscription,
  { store }: Pick<Dependencies, "store">,
): Promise<readonly WaitingBrief[]> {
  if (isSameFilter(subscription.filter, EMPTY_FILTER)) return [];
  const pause = createPauses();
  const unfit: WaitingBrief[] = [];
  for (const each of waiting) {
    if (isSettled(each, subscription)) continue;
    const looked = await look(each, store);
    if (looked?.passes(subscription.filter) === false) unfit.push(each);
    await pause();
  }
  return unfit;
}

const isLarge = ({ alsoOutlets }: StoredBrief, { display }: Subscription): boolean =>
  alsoOutlets.length + 1 >= display.sizeMin;

/** What another subscription of the channel wants comes by that one: this one only spoke for both. */
export async function giveUp(
  waiting: readonly WaitingBrief[],
  { id, destination }: Subscription,
  reason: string,
  { store, clock }: Dependencies,
): Promise<void> {
  if (waiting.length === 0) return;
  const there = await store.subscriptions.findByDestination(destination);
  const others = there.filter((each) => each.id !== id && each.pausedReason === null);
  const inherited = new Map<SubscriptionId, DeliveryId[]>();
  const dropped: DeliveryId[] = [];
  const pause = createPauses();
  for (const each of waiting) {
    const looked = others.length === 0 ? null : await look(each, store);
    const heir = others.find((other) => looked?.passes(other.filter) === true && isLarge(looked.stored, other));
    if (heir === undefined) dropped.push(each.id);
    else inherited.set(heir.id, [...(inherited.get(heir.id) ?? []), each.id]);
    await pause();
  }
  for (const [heirId, ids] of inherited) await store.digests.handOver(ids, heirId);
  await store.digests.drop(dropped, reason, clock());
}
