/** Says what channels are to know about their feeds: claim, word, say, settle. A notice in doubt is not said twice. */

import { toMessage } from "../domain/errors.ts";
import { type Notice, toNoticeKey } from "../domain/notice.ts";
import { type SendResult, toDestinationKey } from "../domain/subscription.ts";
import { findChannelLanguage } from "../messages/channel-language.ts";
import { composeNotice } from "../messages/compose-notice.ts";
import { findLanguage } from "../messages/languages.ts";
import { type DeliveryDependencies, listSending, toBackOffMs, toWishedMs } from "./deliver.ts";

/** Short, so that after a crash a platform still knows the key of a try that was under way. */
const LEASE_MS = 60_000;
const ATTEMPTS_MAX = 12;
/** For so long platforms surely know a key again; Discord "for the past few minutes". */
const KEY_KNOWN_MS = 115_000;

export type NoticeDependencies = Pick<
  DeliveryDependencies,
  "store" | "platforms" | "language" | "inDoubt" | "clock" | "log"
> & { readonly owner?: string };

/** A try that may have arrived is repeated only where the key makes that safe. */
function mayRepeat({ destination, inDoubtSince }: Notice, { inDoubt, clock }: NoticeDependencies): boolean {
  if (inDoubt[destination.platform] !== "repeat") return inDoubtSince === null;
  return inDoubtSince === null || clock().getTime() - inDoubtSince.getTime() < KEY_KNOWN_MS;
}

async function say(notice: Notice, dependencies: NoticeDependencies): Promise<SendResult> {
  const { store, platforms } = dependencies;
  const { destination, feedId } = notice;
  const platform = platforms.get(destination.platform);
  if (platform === undefined) return { outcome: "refused", reason: "the platform is not connected" };
  if (!mayRepeat(notice, dependencies)) return { outcome: "refused", reason: "an earlier try may have arrived" };
  const standing = await store.subscriptions.findByDestination(destination);
  const isWanted = standing.some((each) => each.pausedReason === null && each.filter.feedIds.includes(feedId));
  const feed = await store.feeds.find(feedId);
  if (!isWanted || feed === null) return { outcome: "refused", reason: "the channel is not subscribed to it any more" };
  const own = await findChannelLanguage(store.notes, destination);
  const reply = composeNotice(notice, feed, own ?? findLanguage(dependencies.language) ?? "en");
  return platform.say(destination, reply, toNoticeKey(notice), { firstSentAt: notice.inDoubtSince });
}

/** One claimed notice, from wording to settling. */
export async function sayNotice(notice: Notice, dependencies: NoticeDependencies): Promise<void> {
  const { store, clock, log, inDoubt } = dependencies;
  let result: SendResult;
  try {
    result = await say(notice, dependencies);
  } catch (error) {
    result = { outcome: "retry", afterMs: 0, reason: toMessage(error), isInDoubt: true };
  }
  const isInDoubt = result.outcome === "uncertain" || (result.outcome === "retry" && result.isInDoubt === true);
  const mayRepeatDoubt = isInDoubt && inDoubt[notice.destination.platform] === "repeat";
  const isRetried = result.outcome === "retry" || result.outcome === "forbidden" || mayRepeatDoubt;
  const afterMs = toBackOffMs(notice.attempts, toWishedMs(result));
  const at = new Date(clock().getTime() + afterMs);
  const retry = isRetried && notice.attempts < ATTEMPTS_MAX ? { at, isInDoubt } : null;
  await store.notices.settle(notice.id, retry, clock());
  const { feedId, kind, attempts } = notice;
  const facts = { feedId, kind, attempt: attempts, destination: toDestinationKey(notice.destination) };
  if (result.outcome === "sent") log.info(facts, "notice_sent");
  else log.warn({ ...facts, outcome: result.outcome, reason: result.reason }, "notice_not_sent");
  if (result.outcome === "gone")
    await store.subscriptions.pauseDestination(notice.destination, `gone: ${result.reason}`);
}

export function claimNotices(
  dependencies: NoticeDependencies,
  limit: number,
  platforms = listSending(dependencies),
): Promise<readonly Notice[]> {
  const { store, clock, owner } = dependencies;
  return store.notices.claim(clock(), LEASE_MS, limit, platforms, owner);
}

/** Says what is due, side by side; resolves with how many were settled. */
export async function sayDue(dependencies: NoticeDependencies, limit: number): Promise<number> {
  const notices = await claimNotices(dependencies, limit);
  await Promise.all(notices.map((notice) => sayNotice(notice, dependencies)));
  return notices.length;
}
