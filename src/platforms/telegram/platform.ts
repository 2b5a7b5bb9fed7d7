/** Telegram as a platform: answers what is typed and pressed there, and sends and edits posts. */

import { once } from "node:events";
import type { Command } from "../../domain/command.ts";
import type { NoteStore } from "../../domain/note-store.ts";
import { type Answer, type Duty, FULL_DUTY, type Log, type Platform } from "../../domain/platform.ts";
import { type FetchFile, NO_FILES } from "../../domain/sent-file.ts";
import type { SendResult } from "../../domain/subscription.ts";
import { toPostButtons } from "../../messages/post-buttons.ts";
import { createConversation } from "./chats/conversation.ts";
import { type Bot, readBot, readUpdate, UPDATE_KINDS } from "./chats/incoming.ts";
import { createInline } from "./chats/inline.ts";
import { createMembership } from "./chats/membership.ts";
import { registerMenus } from "./chats/menu.ts";
import { createRights } from "./chats/rights.ts";
import { createWork } from "./chats/work.ts";
import { type BotTransport, createBot } from "./connection/bot.ts";
import { type Client, createClient } from "./connection/client.ts";
import { toFailure } from "./connection/failures.ts";
import { createFiles } from "./connection/files.ts";
import { createPolling, type Polling } from "./connection/polling.ts";
import { createReceiver } from "./connection/receiver.ts";
import { createSetup } from "./connection/setup.ts";
import { createWebhook, type Webhook, type WebhookSettings } from "./connection/webhook.ts";
import { toMessageLink } from "./place.ts";
import { createLanes, LANE_LIMITS } from "./posts/lanes.ts";
import { createMessageIds } from "./posts/message-ids.ts";
import { toPostKeyboard } from "./posts/post-keyboard.ts";
import { createPosting, type Posting } from "./posts/posting.ts";
import { fitsDigest } from "./posts/render-digest.ts";

const STOP_TIMEOUT_MS = 3_000;
const NOT_STARTED_RETRY_MS = 5_000;
/** A server that hangs must not keep the other platforms from starting; Telegram goes on in the background. */
const START_TIMEOUT_MS = 10_000;
const MENUS_TIMEOUT_MS = 5_000;

export interface TelegramDependencies {
  readonly token: string;
  /** Another Bot API server: a local one, or the tests' emulator. */
  readonly apiUrl?: string;
  readonly commands: readonly Command[];
  readonly log: Log;
  readonly clock: () => Date;
  /** Where the hash of the registered command list is kept; without it the list is set at every start. */
  readonly notes?: Pick<NoteStore, "get" | "set">;
  readonly fetchFile?: FetchFile;
  /** A post that may have arrived already: sent again, or left. */
  readonly inDoubt?: "resend" | "skip";
  readonly stopTimeoutMs?: number;
  /** Updates are posted here instead of being polled for. */
  readonly webhook?: WebhookSettings;
  /** Private answers in groups shown only to the one who asked (Bot API 10.2). Off by default. */
  readonly hasEphemeralReplies?: boolean;
  /** Posts as rich messages with credited quotes (Bot API 10.1). Off by default: old apps show less of them. */
  readonly hasRichPosts?: boolean;
  /** Without answers another process takes the updates. */
  readonly duty?: Duty;
}

const monotonic = (): number => performance.now();

/** Rejects when it takes longer; the work itself goes on. */
async function within<T>(work: Promise<T>, timeoutMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${timeoutMs} ms`)), timeoutMs);
  });
  try {
    return await Promise.race([work, deadline]);
  } finally {
    clearTimeout(timer);
  }
}

export function createTelegram(dependencies: TelegramDependencies): Platform {
  const { token, apiUrl, commands, log, clock, notes = null, duty = FULL_DUTY } = dependencies;
  const stopTimeoutMs = dependencies.stopTimeoutMs ?? STOP_TIMEOUT_MS;
  const lanes = createLanes({ now: monotonic, limits: LANE_LIMITS });
  const ids = createMessageIds();
  const client: Client = createClient({
    token,
    apiUrl,
    lanes,
    log,
    onMessage(chatId, messageId, lane) {
      if (messageId !== null) ids.arrived(chatId, messageId);
      else if (lane === "answer") ids.muddle(chatId);
    },
    onPolled: () => {
      if (stopped === null) trouble = null;
    },
  });
  const work = createWork(log);
  let bot: Bot | null = null;
  let trouble: string | null = "Telegram is not started.";
  let polling: Polling | null = null;
  let posting: Posting | null = null;
  let webhook: Webhook | null = null;
  const sending = new Set<Promise<SendResult>>();
  let stopped: Promise<void> | null = null;

  function getBot(): Bot {
    if (bot === null) throw new Error("Broken rule: updates come after the bot knows its name");
    return bot;
  }

  async function meet(transport: BotTransport): Promise<void> {
    const info = await client.call("getMe", {});
    bot = readBot(info);
    if (bot === null) throw new Error("Telegram's answer to getMe has not the expected shape.");
    transport.setInfo(info);
    trouble = null;
    log.info({ platform: "telegram", bot: bot.username }, "platform_connected");
    if (!duty.answers) return;
    const menus = registerMenus(bot.id, { client, commands, notes, clock, log });
    await within(menus, MENUS_TIMEOUT_MS).catch(() => {});
  }

  /** Resolves when the bot stops. The webhook stays set, so that Telegram keeps what comes meanwhile. */
  async function setWebhook({ url, secretToken }: WebhookSettings, ended: AbortSignal): Promise<void> {
    await client.call("setWebhook", { url, secret_token: secretToken, allowed_updates: UPDATE_KINDS });
    trouble = null;
    await untilEnded(ended);
  }

  async function untilEnded(ended: AbortSignal): Promise<void> {
    if (!ended.aborted) await once(ended, "abort");
  }

  function readSeen(value: unknown): ReturnType<typeof readUpdate> {
    const update = readUpdate(value);
    const message = update?.message ?? update?.channel_post;
    if (message !== undefined) ids.saw(message.chat.id, message.message_id);
    return update;
  }

  async function begin(answer: Answer): Promise<void> {
    const rights = createRights({ client, botId: () => getBot().id, now: monotonic });
    const membership = createMembership({ client, answer, rights, log });
    const setup = createSetup({ client, rights });
    const conversation = createConversation({
      client,
      answer,
      rights,
      setup,
      toSentFile: createFiles({ client, token, apiUrl, fetchFile: dependencies.fetchFile ?? NO_FILES, log }),
      commands,
      bot: getBot,
      log,
      hasEphemeralReplies: dependencies.hasEphemeralReplies ?? false,
    });
    const inline = createInline({ commands, client, answer, log });
    const receive = createReceiver({ conversation, membership, inline, work, readUpdate: readSeen });
    posting = createPosting({
      client,
      // What another process answers may stand anywhere between the posts of this one: none can be found for sure.
      ids: duty.answers ? ids : { ...ids, findMark: () => null },
      botId: () => getBot().id,
      log,
      onMoved: membership.move,
      inDoubt: dependencies.inDoubt ?? "resend",
      ownCommands: new Set(commands.map(({ name }) => name)),
      hasRichPosts: dependencies.hasRichPosts ?? false,
      toKeyboard: (post, isCompact, chatId) =>
        toPostKeyboard(toPostButtons(commands, post, isCompact), chatId, getBot().username),
    });
    const transport = createBot(token, client, receive, (error) => {
      log.error({ platform: "telegram", reason: toFailure(error).reason }, "update_failed");
    });
    try {
      await within(meet(transport), START_TIMEOUT_MS);
    } catch (error) {
      const { kind, reason } = toFailure(error);
      if (kind === "unauthorized") {
        trouble = "Telegram does not accept the token.";
        throw new Error("TELEGRAM_TOKEN: Telegram does not accept this token. Copy it again from @BotFather.", {
          cause: new Error(reason),
        });
      }
      // A server that is away now is asked again: the bot starts before the network does on many machines.
      trouble = `Telegram can't be reached: ${reason}.`;
      log.warn({ platform: "telegram", reason }, "platform_not_reached");
    }
    const hook = duty.answers ? dependencies.webhook : undefined;
    const ended = new AbortController();
    if (hook !== undefined) {
      const take = (update: unknown): boolean => {
        if (bot === null || stopped !== null) return false;
        void transport.handle(update);
        return true;
      };
      webhook = createWebhook(hook, take, log);
      await webhook.open();
    }
    polling = createPolling({
      launch: async () => {
        if (bot === null) await meet(transport);
        if (!duty.answers) await untilEnded(ended.signal);
        else if (hook === undefined) await transport.launch();
        else await setWebhook(hook, ended.signal);
      },
      interrupt: () => {
        ended.abort();
        client.endPolling();
      },
      log,
      now: monotonic,
      onTrouble: (failure) => {
        trouble = failure === null ? null : `Telegram: ${failure.reason}`;
      },
    });
    polling.start();
  }

  async function end(): Promise<void> {
    trouble = "Telegram is stopped.";
    const polled = polling?.stop() ?? Promise.resolve();
    const closed = webhook?.close() ?? Promise.resolve();
    work.stop();
    await within(Promise.allSettled([polled, closed, work.idle(), ...sending]), stopTimeoutMs).catch(() => {});
    client.stop();
  }

  /** Sends and edits are waited for at the stop; once it began, the outbox keeps them. */
  async function whileOpen(send: (open: Posting) => Promise<SendResult>): Promise<SendResult> {
    if (posting === null || bot === null || stopped !== null) {
      const reason = trouble ?? "Telegram is not ready.";
      return { outcome: "retry", afterMs: NOT_STARTED_RETRY_MS, reason, isUntried: true };
    }
    const promise = send(posting);
    sending.add(promise);
    return promise.finally(() => sending.delete(promise));
  }

  return {
    name: "telegram",
    tellsLeaving: true,
    start: begin,
    invite: () => (bot === null ? null : `https://t.me/${bot.username}?startgroup=true`),
    send: (destination, post, _deliveryId, options = {}) => whileOpen((open) => open.send(destination, post, options)),
    edit: (destination, messageId, post, options = {}) =>
      whileOpen((open) => open.edit(destination, messageId, post, options)),
    say: (destination, reply, _key, options = {}) => whileOpen((open) => open.say(destination, reply, options)),
    fitsDigest,
    linkTo: ({ address }, messageId) => toMessageLink(address, messageId),
    stop() {
      stopped ??= end();
      return stopped;
    },
    health: () => trouble,
  };
}
