/** Our layer over every call to Telegram: paced by lanes, bounded in time, retried only where a retry is safe. */

import { setMaxListeners } from "node:events";
import { Agent } from "node:https";
import { setTimeout as sleep } from "node:timers/promises";
import { Telegram } from "telegraf";
import { withTimeLimit } from "../../../domain/limits/time-limit.ts";
import type { Log } from "../../../domain/platform.ts";
import { readMessageId } from "../chats/incoming.ts";
import type { Lane, Lanes } from "../posts/lanes.ts";
import { type Failure, NotSentError, toFailure } from "./failures.ts";

const ATTEMPT_TIMEOUT_MS = 20_000;
const UPLOAD_TIMEOUT_MS = 60_000;
/** Telegraf asks for polls of 50 s; what is silent for longer is dead. */
const POLL_TIMEOUT_MS = 65_000;
/** The last getUpdates at a stop only confirms what was handled. */
const CONFIRM_TIMEOUT_MS = 2_000;
const ATTEMPTS_MAX = 3;
const FLOOD_WAIT_MS_MAX = 60_000;
const BACK_OFF_MS = 500;

/** Node gives each address of a host 250 ms, too little on machines whose IPv6 leads nowhere. */
const AGENT = new Agent({ keepAlive: true, keepAliveMsecs: 10_000, autoSelectFamilyAttemptTimeout: 5_000 });

/** These make a message: in order within a chat, at its pace. */
const PACED_METHOD = /^(?:send(?!ChatAction)|edit|copy|forward)/;
const MAKING_METHOD = /^(?:send(?!ChatAction)|copy|forward)/;
/** A second time does no harm. */
const REPEATABLE_METHOD = /^(?:get|set|delete|edit|answer|pin|unpin|leave)/;

export type Params = Readonly<Record<string, unknown>>;

/** Telegram with every call under our rules; the same object serves `bot.telegram` and every `ctx.telegram`. */
export interface Client {
  readonly telegram: Telegram;
  /**
   * Rejects with the library's error; toFailure says what it means. What makes a message can be told when its turn has
   * come, and then does not leave if it says no.
   */
  call(method: string, params: Params, lane?: Lane, beforeLeaving?: () => Promise<boolean>): Promise<unknown>;
  /** How long until a post may leave for the chat, by a 429 and by its pace. */
  waitMs(chatId: number): number;
  /** Ends the poll that waits and every later one; telegraf's own stop fails while it is still launching. */
  endPolling(): void;
  stop(): void;
}

export interface ClientDependencies {
  readonly token: string;
  readonly apiUrl?: string | undefined;
  readonly lanes: Lanes;
  readonly log: Log;
  readonly attemptTimeoutMs?: number;
  /** Told after every poll that worked. */
  readonly onPolled?: () => void;
  /** Told of every message made, with its id; null when its answer was lost. */
  readonly onMessage?: (chatId: number, messageId: number | null, lane: Lane) => void;
}

/** A failed poll ends telegraf's loop at once, so that our own back-off decides: its own cannot be interrupted. */
export class PollError extends Error {
  readonly failure: Failure;
  constructor(failure: Failure, options?: ErrorOptions) {
    super(failure.reason, options);
    this.name = "PollError";
    this.failure = failure;
  }
}

type Direct = (method: string, params: Params, signal: AbortSignal) => Promise<unknown>;

class OwnTelegram extends Telegram {
  /** The library's own call, with nothing of ours around it. */
  readonly direct: Direct;

  constructor(
    token: string,
    apiUrl: string | undefined,
    call: (direct: Direct) => Client["call"],
    poll: (direct: Direct, params: Params, signal: AbortSignal | undefined) => Promise<unknown>,
  ) {
    super(token, { agent: AGENT, ...(apiUrl === undefined ? {} : { apiRoot: apiUrl.replace(/\/?$/, "/") }) });
    const direct: Direct = (method, params, signal) =>
      // The library's types know the methods of one old version; the server knows more.
      super.callApi(method as never, params as never, { signal } as never);
    this.direct = direct;
    const ours = call(direct);
    this.callApi = ((method: string, params: Params, options: { signal?: AbortSignal } = {}) =>
      method === "getUpdates" ? poll(direct, params, options.signal) : ours(method, params)) as typeof this.callApi;
  }
}

/** How long to wait before another attempt; null when there must be none. */
function toRetryMs(failure: Failure, attempt: number, method: string, lane: Lane): number | null {
  if (attempt >= ATTEMPTS_MAX) return null;
  const backOffMs = BACK_OFF_MS * 2 ** (attempt - 1);
  // Posts are tried again by the outbox, and only there: two layers of retries would post twice.
  const isPost = lane === "post" && !REPEATABLE_METHOD.test(method);
  switch (failure.kind) {
    case "flood": {
      const waitMs = failure.retryAfterMs ?? FLOOD_WAIT_MS_MAX;
      return isPost || waitMs > FLOOD_WAIT_MS_MAX ? null : waitMs;
    }
    case "not-sent":
      return isPost ? null : backOffMs;
    case "server":
      return isPost ? null : backOffMs;
    case "uncertain":
      return REPEATABLE_METHOD.test(method) ? backOffMs : null;
    default:
      return null;
  }
}

/** For a server older than Bot API 9.5: the words of a time are a date as they stand. */
function withoutTimes(params: Params): Params {
  const strip = (value: unknown): unknown =>
    typeof value === "string" ? value.replace(/<\/?tg-time\b[^>]*>/g, "") : value;
  const results = params["results"];
  const isList = Array.isArray(results);
  return {
    ...params,
    ...("text" in params ? { text: strip(params["text"]) } : {}),
    ...("caption" in params ? { caption: strip(params["caption"]) } : {}),
    ...(isList ? { results: JSON.parse(String(strip(JSON.stringify(results)))) } : {}),
  };
}

const toChatId = (params: Params): string => String(params["chat_id"] ?? "");

export function createClient(dependencies: ClientDependencies): Client {
  const { token, apiUrl, lanes, log, onPolled, attemptTimeoutMs = ATTEMPT_TIMEOUT_MS } = dependencies;
  const stopping = new AbortController();
  const pollingEnd = new AbortController();
  // Each call that is under way listens.
  setMaxListeners(0, stopping.signal);

  let knowsTimes = true;

  async function attempt(direct: Direct, method: string, params: Params): Promise<unknown> {
    const timeoutMs = method === "sendDocument" ? UPLOAD_TIMEOUT_MS : attemptTimeoutMs;
    const send = (): Promise<unknown> =>
      withTimeLimit(timeoutMs, stopping.signal, (signal) =>
        direct(method, knowsTimes ? params : withoutTimes(params), signal),
      );
    try {
      return await send();
    } catch (error) {
      if (!knowsTimes || !/tag "tg-time"/.test(toFailure(error).reason)) throw error;
      knowsTimes = false;
      return send();
    }
  }

  function tell(params: Params, messageId: number | null, lane: Lane): void {
    const chatId = Number(params["chat_id"]);
    if (Number.isSafeInteger(chatId)) dependencies.onMessage?.(chatId, messageId, lane);
  }

  async function tryRepeatedly(direct: Direct, method: string, params: Params, lane: Lane): Promise<unknown> {
    const isPaced = PACED_METHOD.test(method);
    for (let count = 1; ; count += 1) {
      try {
        const made = await attempt(direct, method, params);
        if (MAKING_METHOD.test(method)) tell(params, readMessageId(made), lane);
        return made;
      } catch (error) {
        const failure = toFailure(error);
        if (failure.kind === "uncertain" && MAKING_METHOD.test(method)) tell(params, null, lane);
        if (failure.kind === "flood" && isPaced) lanes.hold(toChatId(params), failure.retryAfterMs ?? 0);
        const retryMs = toRetryMs(failure, count, method, lane);
        log.debug(
          { method, attempt: count, failure: failure.kind, reason: failure.reason, retryMs },
          "telegram_call_failed",
        );
        if (retryMs === null) throw error;
        try {
          await sleep(retryMs, undefined, { signal: stopping.signal });
        } catch {
          throw error;
        }
      }
    }
  }

  const call =
    (direct: Direct): Client["call"] =>
    (method, params, lane = "answer", beforeLeaving) => {
      const work = async (leave: () => void = () => undefined): Promise<unknown> => {
        if (beforeLeaving !== undefined && !(await beforeLeaving())) throw new NotSentError("the lease was lost", 0);
        leave();
        return tryRepeatedly(direct, method, params, lane);
      };
      if (PACED_METHOD.test(method) && toChatId(params) !== "") return lanes.run(toChatId(params), lane, work);
      if (stopping.signal.aborted) return Promise.reject(new NotSentError("the bot is stopping", 0));
      return work();
    };

  async function poll(direct: Direct, params: Params, signal: AbortSignal | undefined): Promise<unknown> {
    // Telegraf's signal is a polyfill's, which AbortSignal.any refuses; so it is passed on by hand.
    const ended = new AbortController();
    const end = (): void => ended.abort();
    const isConfirming = params["limit"] === 1;
    const timer = setTimeout(end, isConfirming ? CONFIRM_TIMEOUT_MS : POLL_TIMEOUT_MS);
    signal?.addEventListener("abort", end, { once: true });
    if (!isConfirming) {
      pollingEnd.signal.addEventListener("abort", end, { once: true });
      if (pollingEnd.signal.aborted) end();
    }
    try {
      const updates = await direct("getUpdates", params, ended.signal);
      onPolled?.();
      return updates;
    } catch (error) {
      if (signal?.aborted || pollingEnd.signal.aborted) throw error;
      throw new PollError(toFailure(error), { cause: error });
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener("abort", end);
      pollingEnd.signal.removeEventListener("abort", end);
    }
  }

  const telegram = new OwnTelegram(token, apiUrl, call, poll);
  return {
    telegram,
    call: call(telegram.direct),
    waitMs: (chatId) => lanes.waitMs(String(chatId)),
    endPolling() {
      pollingEnd.abort();
    },
    stop() {
      stopping.abort();
      lanes.stop();
    },
  };
}
