/** Shows posts to those who follow a channel: claim, publish, settle. Publishing one twice does no harm. */

import type { Crosspost } from "../domain/crosspost.ts";
import { toMessage } from "../domain/errors.ts";
import { type SendResult, toDestinationKey } from "../domain/subscription.ts";
import { type DeliveryDependencies, listSending, toBackOffMs, toWishedMs } from "./deliver.ts";

const LEASE_MS = 60_000;
/** What has not reached the followers by then is news no more. */
const AGE_MS_MAX = 24 * 60 * 60 * 1000;
/** After an outage all is tried again within this time. */
const BACK_OFF_MS_MAX = 10 * 60 * 1000;

export type CrosspostDependencies = Pick<DeliveryDependencies, "store" | "platforms" | "clock" | "log"> & {
  readonly owner?: string;
};

async function publish({ destination, messageId }: Crosspost, { platforms }: CrosspostDependencies) {
  try {
    const result = await platforms.get(destination.platform)?.crosspost?.(destination, messageId);
    return result ?? ({ outcome: "refused", reason: "nobody follows channels there" } satisfies SendResult);
  } catch (error) {
    return { outcome: "retry", afterMs: 0, reason: toMessage(error) } satisfies SendResult;
  }
}

/** One claimed post, from publishing to settling. */
export async function crosspost(owed: Crosspost, dependencies: CrosspostDependencies): Promise<void> {
  const { store, clock, log } = dependencies;
  const { destination, messageId, sentAt, attempts } = owed;
  const result = await publish(owed, dependencies);
  const now = clock().getTime();
  const isRetried = result.outcome === "retry" || result.outcome === "uncertain" || result.outcome === "forbidden";
  const isNews = now - sentAt.getTime() < AGE_MS_MAX;
  const retryAt = new Date(now + toBackOffMs(attempts, toWishedMs(result), BACK_OFF_MS_MAX));
  await store.crossposts.settle(owed, isRetried && isNews ? retryAt : null, clock());
  const facts = { destination: toDestinationKey(destination), messageId, attempt: attempts };
  if (result.outcome === "sent") log.info(facts, "post_published");
  else log.warn({ ...facts, outcome: result.outcome, reason: result.reason }, "post_not_published");
}

export function claimCrossposts(
  dependencies: CrosspostDependencies,
  limit: number,
  platforms = listSending(dependencies),
): Promise<readonly Crosspost[]> {
  const { store, clock, owner } = dependencies;
  return store.crossposts.claim(clock(), LEASE_MS, limit, platforms, owner);
}
