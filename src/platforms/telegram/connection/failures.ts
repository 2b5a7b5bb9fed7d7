/** What a failed call means: the server's error answers, and faults of the network, as failures and as send results. */

import { TelegramError } from "telegraf";
import { toMessage } from "../../../domain/errors.ts";
import type { SendResult } from "../../../domain/subscription.ts";

export type FailureKind =
  /** Too many requests: nothing was sent, ask again after the time given. */
  | "flood"
  /** The group has a new id. */
  | "moved"
  /** Blocked, kicked, deleted. */
  | "gone"
  /** The chat takes no messages of the bot: a right is gone, or cannot be told from one that is. It may come back. */
  | "forbidden"
  /** The forum topic is closed or deleted; the chat may be fine. */
  | "topic-gone"
  /** The message already shows this. */
  | "same"
  /** The token is not accepted. */
  | "unauthorized"
  /** Another poller or a webhook has the updates. */
  | "conflict"
  /** The server failed. */
  | "server"
  /** The request never left. */
  | "not-sent"
  /** The request left, the answer never came. */
  | "uncertain"
  /** This server does not know the method. */
  | "unknown-method"
  /** The server will never accept this request. */
  | "refused";

export interface Failure {
  readonly kind: FailureKind;
  /** Without the token. */
  readonly reason: string;
  readonly retryAfterMs: number | null;
  readonly movedTo: number | null;
}

/** Given when the lanes are stopped or full: certainly nothing was sent. */
export class NotSentError extends Error {
  readonly retryAfterMs: number;
  constructor(message: string, retryAfterMs: number) {
    super(message);
    this.name = "NotSentError";
    this.retryAfterMs = retryAfterMs;
  }
}

const SERVER_RETRY_MS = 15_000;
const NETWORK_RETRY_MS = 10_000;
const UNAUTHORIZED_RETRY_MS = 5 * 60_000;
const FLOOD_RETRY_MS = 5_000;
const RETRY_MS_MAX = 24 * 60 * 60_000;

const TOPIC_GONE = /TOPIC_(?:CLOSED|DELETED|ID_INVALID)|message thread not found/i;
const CHAT_GONE = /USER_IS_BLOCKED|group chat was de(?:leted|activated)/i;
const CHAT_FORBIDDEN = new RegExp(
  [
    "chat not found",
    "have no write access to the chat",
    "need administrator rights in the channel",
    "not enough rights to send",
    "CHAT_WRITE_FORBIDDEN",
    "CHAT_RESTRICTED",
    "PEER_ID_INVALID",
    "CHANNEL_PRIVATE",
  ].join("|"),
  "i",
);
/** Refusals that are about the bot's being there at all; Telegram tells when it is back. */
const OUTSIDE =
  /blocked by the user|can't initiate conversation|user is deactivated|was kicked|is not a member|group chat was/i;
const SAME = /message is not modified/i;
/** Codes of faults that come before a connection stands. */
const BEFORE_SENDING = new Set([
  "ENOTFOUND",
  "EAI_AGAIN",
  "ECONNREFUSED",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENETDOWN",
  "EHOSTDOWN",
  "CERT_HAS_EXPIRED",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "ERR_TLS_CERT_ALTNAME_INVALID",
]);

const TOKEN_PATTERN = /\b(bot)?\d{3,}:[A-Za-z0-9_-]{10,}/g;

/** Some of telegraf's messages hold the token; none of ours does. */
export function scrub(text: string): string {
  return text.replace(TOKEN_PATTERN, "$1[token]");
}

const toFailureOf = (kind: FailureKind, reason: string, extra: Partial<Failure> = {}): Failure => ({
  kind,
  reason: scrub(reason).slice(0, 300),
  retryAfterMs: null,
  movedTo: null,
  ...extra,
});

function classifyAnswer(error: TelegramError): Failure {
  const { code, description = "" } = error;
  const movedTo = error.parameters?.migrate_to_chat_id;
  if (code === 429) {
    const seconds = error.parameters?.retry_after;
    const retryAfterMs = seconds === undefined ? FLOOD_RETRY_MS : Math.min(RETRY_MS_MAX, Math.max(1, seconds) * 1000);
    return toFailureOf("flood", description, { retryAfterMs });
  }
  if (movedTo !== undefined) return toFailureOf("moved", description, { movedTo });
  if (code === 401 || (code === 404 && description === "Not Found")) return toFailureOf("unauthorized", description);
  if (code === 404) return toFailureOf("unknown-method", description);
  if (code === 409) return toFailureOf("conflict", description);
  if (code >= 500) return toFailureOf("server", `the server answered ${code} ${description}`.trim());
  if (code === 403) return toFailureOf(OUTSIDE.test(description) ? "gone" : "forbidden", description);
  if (code === 400 && SAME.test(description)) return toFailureOf("same", description);
  if (code === 400 && TOPIC_GONE.test(description)) return toFailureOf("topic-gone", description);
  if (code === 400 && CHAT_GONE.test(description)) return toFailureOf("gone", description);
  if (code === 400 && CHAT_FORBIDDEN.test(description)) return toFailureOf("forbidden", description);
  return toFailureOf("refused", description);
}

function hasCode(error: object): error is { code: string } {
  return "code" in error && typeof error.code === "string";
}

/** A fault of the network: whether the request may have left is all that matters. */
function classifyFault(error: unknown): Failure {
  const message = toMessage(error);
  if (error instanceof NotSentError) return toFailureOf("not-sent", message, { retryAfterMs: error.retryAfterMs });
  const code = typeof error === "object" && error !== null && hasCode(error) ? error.code : "";
  // Several addresses tried in vain end in ETIMEDOUT with an empty reason; "connect" names the step that failed.
  const isConnecting = /reason: (?:connect\b|$)/.test(message);
  if (BEFORE_SENDING.has(code) || (code === "ETIMEDOUT" && isConnecting)) return toFailureOf("not-sent", message);
  return toFailureOf("uncertain", message);
}

export function toFailure(error: unknown): Failure {
  return error instanceof TelegramError ? classifyAnswer(error) : classifyFault(error);
}

/** How a send that failed so is settled. */
export function toSendResult(failure: Failure): SendResult {
  const { kind, reason } = failure;
  switch (kind) {
    case "flood":
      return { outcome: "retry", afterMs: failure.retryAfterMs ?? FLOOD_RETRY_MS, reason };
    case "server":
      return { outcome: "retry", afterMs: SERVER_RETRY_MS, reason, isServerFault: true };
    case "not-sent":
      // Our own lanes say when to come back; a network that is down is asked more and more rarely.
      return {
        outcome: "retry",
        afterMs: failure.retryAfterMs ?? NETWORK_RETRY_MS,
        reason,
        isUntried: failure.retryAfterMs !== null,
      };
    case "moved":
    case "conflict":
      return { outcome: "retry", afterMs: NETWORK_RETRY_MS, reason };
    // The operator can mend the token; the news must not be lost meanwhile.
    case "unauthorized":
      return { outcome: "retry", afterMs: UNAUTHORIZED_RETRY_MS, reason };
    case "gone":
      return { outcome: "gone", reason };
    case "forbidden":
      return { outcome: "forbidden", reason };
    case "topic-gone":
      return { outcome: "forbidden", reason: `the topic is closed or deleted (${reason})` };
    case "uncertain":
      return { outcome: "uncertain", reason };
    case "same":
    case "unknown-method":
    case "refused":
      return { outcome: "refused", reason };
  }
}
