/** What an error of a Discord call means, and how a send that met it ends. */

import { DiscordAPIError, HTTPError, RateLimitError } from "discord.js";
import type { SendResult } from "../../domain/subscription.ts";

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;

/** First wait after an answer was lost: short, because Discord remembers a nonce for a few minutes only. */
const LOST_WAIT_MS = 5 * SECOND_MS;
const LOST_WAIT_MAX_MS = 5 * MINUTE_MS;
export const BLOCKED_WAIT_MS = 10 * MINUTE_MS;
const UNAUTHORIZED_WAIT_MS = 15 * MINUTE_MS;
const BUSY_WAIT_MS = MINUTE_MS;
const RATE_LIMIT_WAIT_MIN_MS = SECOND_MS;
/** What is longer is asked again after so long: discord.js counts by a clock that may have been wrong. */
export const LIMIT_BELIEVED_MS_MAX = 120 * MINUTE_MS;

export type FailureKind =
  /** The place is gone, or never took messages. */
  | "gone"
  /** The bot may not see it or write there, which a server's manager can mend. */
  | "forbidden"
  /** The thread is archived: it can be opened again. */
  | "archived"
  /** Discord will not take this message; the place is fine. */
  | "refused"
  /** A message we should not have sent: a fault in this program. */
  | "malformed"
  /** The message is not there (any more). */
  | "missing-message"
  | "rate-limited"
  /** Not possible now, and nothing was done. */
  | "busy"
  /** The answer was lost: it may have been done. */
  | "lost"
  /** The token is not valid. */
  | "unauthorized"
  /** Cloudflare turned the whole address away. */
  | "blocked"
  /** Done already, or too late to be done. */
  | "expired";

export interface Failure {
  readonly kind: FailureKind;
  /** For logs and for the people running the channel: a clause that stands after "Last failure:". */
  readonly reason: string;
  /** Set for "rate-limited", and for what was that when only a part was there. */
  readonly afterMs?: number;
}

const GONE = new Map<number, string>([
  [10003, "the channel no longer exists"],
  [10004, "the server no longer exists"],
  [50008, "this kind of channel takes no messages"],
  [50024, "this kind of channel takes no posts"],
]);

const FORBIDDEN = new Map<number, string>([
  [50278, "the bot shares no server with this person any more"],
  [50007, "this person takes no direct messages from the bot"],
  [50001, "the bot has no access to the channel: give it View Channel"],
  [50013, "the bot may not post in the channel: give it Send Messages and Embed Links"],
  // Locked for a while, as by a moderator at night.
  [160005, "the thread is locked: have it unlocked, or give the bot Manage Threads"],
]);

const BUSY = new Map<number, string>([
  [40004, "Discord does not take messages at the moment"],
  [40058, "the thread takes no messages until its author has written the first one"],
  [40062, "Discord is limiting this kind of request"],
  [30046, "the message is old and was edited too often in the last hour"],
  [130000, "Discord is overloaded"],
  [160006, "the server has as many open threads as it may have"],
]);

export const WRITTEN_BY_ANOTHER = "the message was written by somebody else and cannot be edited";

const REFUSED = new Map<number, string>([
  [30007, "the channel has as many webhooks as it may have"],
  [40005, "the message is too large for Discord"],
  [40067, "the forum asks for a tag and the bot found none it may set"],
  [50005, WRITTEN_BY_ANOTHER],
  [200000, "the server's AutoMod turned the message away"],
  [200001, "the server's AutoMod turned the title away"],
  [240000, "Discord takes a link in the message for harmful"],
]);

const EXPIRED = new Map<number, string>([
  [10062, "the command was answered too late"],
  [10015, "the command's answer can no longer be changed"],
  [50027, "the command's answer can no longer be changed"],
  [40060, "the command was answered already"],
  [40033, "the message was published already"],
]);

function readApiError(error: DiscordAPIError): Failure {
  const code = Number(error.code);
  const status = error.status;
  if (status === 401 && !EXPIRED.has(code)) return { kind: "unauthorized", reason: "Discord refuses the token" };
  for (const [kind, table] of [
    ["gone", GONE],
    ["forbidden", FORBIDDEN],
    ["busy", BUSY],
    ["refused", REFUSED],
    ["expired", EXPIRED],
  ] as const) {
    const reason = table.get(code);
    if (reason !== undefined) return { kind, reason };
  }
  if (code === 50083) return { kind: "archived", reason: "the thread is archived" };
  if (code === 10008) return { kind: "missing-message", reason: "the message no longer exists" };
  // Discord's own refusals are JSON with a code; a page without one comes from the network in front of it.
  if (status === 403 && !Number.isFinite(code)) {
    return { kind: "blocked", reason: "Discord's network turns this server's address away for the time being" };
  }
  if (status === 403) return { kind: "forbidden", reason: `Discord forbids it (${code})` };
  if (status === 429) return { kind: "rate-limited", reason: "Discord asks to wait", afterMs: BUSY_WAIT_MS };
  return { kind: "malformed", reason: `Discord does not accept the request (${status}, code ${error.code})` };
}

/** A message that is there, and of which something did not follow that will: the send is in doubt, as after a lost answer. */
export class Unfinished extends Error {
  readonly failure: Failure;

  constructor({ reason, afterMs }: Failure) {
    super(reason);
    this.failure = { kind: "lost", reason, ...(afterMs === undefined ? {} : { afterMs }) };
  }
}

const NETWORK_CODES =
  /^(?:UND_ERR_|E(?:CONN|TIMEDOUT|PIPE|AI_AGAIN|HOSTUNREACH|NETUNREACH|NETDOWN|PROTO)|ENOTFOUND$|CERT_|ERR_SSL|ERR_TLS|DEPTH_ZERO|UNABLE_TO_)/;

function isNetworkError(error: unknown): boolean {
  for (let each: unknown = error, depth = 0; each instanceof Error && depth < 4; each = each.cause, depth += 1) {
    if (each.name === "AbortError" || each.name === "TimeoutError") return true;
    if ("code" in each && typeof each.code === "string" && NETWORK_CODES.test(each.code)) return true;
  }
  return false;
}

/** Null for what is not Discord's doing nor the network's: a fault in this program. */
export function findFailure(error: unknown): Failure | null {
  if (error instanceof Unfinished) return error.failure;
  if (error instanceof RateLimitError) {
    const wishedMs = Math.max(error.retryAfter, error.sublimitTimeout, error.timeToReset, RATE_LIMIT_WAIT_MIN_MS);
    const afterMs = Math.min(wishedMs, LIMIT_BELIEVED_MS_MAX);
    return { kind: "rate-limited", reason: `Discord asks to wait ${Math.ceil(afterMs / SECOND_MS)} s`, afterMs };
  }
  if (error instanceof DiscordAPIError) return readApiError(error);
  if (error instanceof HTTPError) {
    return { kind: "lost", reason: `Discord failed (${error.status}); the message may have arrived` };
  }
  if (isNetworkError(error)) return { kind: "lost", reason: "Discord could not be reached or its answer was lost" };
  // discord.js forgets the token when Discord refuses it, and then says only this.
  if (error instanceof Error && error.message.startsWith("Expected token to be set")) {
    return { kind: "unauthorized", reason: "Discord refused the token earlier" };
  }
  return null;
}

export interface FailureHistory {
  /** Lost answers in a row at this place, this one included. */
  readonly lostCount: number;
}

/** How a send ends that met this failure. The nonce makes a lost answer safe to try again. */
export function toSendResult(failure: Failure, history: FailureHistory): SendResult {
  const { reason } = failure;
  switch (failure.kind) {
    case "gone":
    case "archived":
      return { outcome: "gone", reason };
    case "forbidden":
      return { outcome: "forbidden", reason };
    case "refused":
    case "malformed":
    case "expired":
      return { outcome: "refused", reason };
    case "missing-message":
      return { outcome: "refused", reason: "it was posted before, and somebody deleted the message" };
    case "rate-limited":
      return { outcome: "retry", afterMs: failure.afterMs ?? BUSY_WAIT_MS, reason };
    case "busy":
      return { outcome: "retry", afterMs: BUSY_WAIT_MS, reason };
    case "lost": {
      const afterMs = Math.min(LOST_WAIT_MAX_MS, LOST_WAIT_MS * 2 ** Math.min(10, Math.max(0, history.lostCount - 1)));
      const wishedMs = Math.max(afterMs, failure.afterMs ?? 0);
      return { outcome: "retry", afterMs: wishedMs, reason, isInDoubt: true, isServerFault: true };
    }
    case "blocked":
      return { outcome: "retry", afterMs: BLOCKED_WAIT_MS, reason };
    case "unauthorized":
      return { outcome: "retry", afterMs: UNAUTHORIZED_WAIT_MS, reason };
  }
}
