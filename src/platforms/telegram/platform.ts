/** Telegram as a platform: answers what is typed and pressed there, and sends and edits posts. */

import type { Command } from "../../domain/command.ts";
import type { Answer, Log, Platform, SendOptions } from "../../domain/platform.ts";
import type { Post } from "../../domain/post.ts";
import type { NoteStore } from "../../domain/store.ts";
import type { Destination, SendResult } from "../../domain/subscription.ts";
import { type BotTransport, createBot } from "./bot.ts";
import { type Client, createClient } from "./client.ts";
import { createConversation } from "./conversation.ts";
import { toFailure } from "./failures.ts";
import { type Bot, readBot, readUpdate } from "./incoming.ts";
import { createInline } from "./inline.ts";
import { createLanes, LANE_LIMITS } from "./lanes.ts";
import { createMembership } from "./membership.ts";
import { registerMenus } from "./menu.ts";
import { createPolling, type Polling } from "./polling.ts";
import { createPosting, type Posting } from "./posting.ts";
import { createReceiver } from "./receiver.ts";
import { createRights } from "./rights.ts";
import { createSetup } from "./setup.ts";
import { createWork } from "./work.ts";

const STOP_TIMEOUT_MS = 4_000;
const NOT_STARTED_RETRY_MS = 5_000;

export interface TelegramDependencies {
  readonly token: string;
  /** Another Bot API server: a local one, or the tests' emulator. */
  readonly apiUrl?: string;
  readonly commands: readonly Command[];
  readonly log: Log;
  readonly clock: () => Date;
  /** Where the hash of the registered command list is kept; without it the list is set at every start. */
  readonly notes?: Pick<NoteStore, "get" | "set">;
  /** A post that may have arrived already: sent again, or left. */
  readonly inDoubt?: "resend" | "skip";
  readonly stopTimeoutMs?: number;
}

const monotonic = (): number => performance.now();

async function withDeadline(work: Promise<unknown>, timeoutMs: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, timeoutMs);
  });
  await Promise.race([work.catch(() => {}), deadline]);
  clearTimeout(timer);
}

export function createTelegram(dependencies: TelegramDependencies): Platform {
  const { token, apiUrl, commands, log, clock, notes = null } = dependencies;
  const stopTimeoutMs = dependencies.stopTimeoutMs ?? STOP_TIMEOUT_MS;
  const lanes = createLanes({ now: monotonic, limits: LANE_LIMITS });
  const client: Client = createClient({
    token,
    apiUrl,
    lanes,
    log,
    onPolled: () => {
      if (stopped === null) trouble = null;
    },
  });
  const work = createWork(log);
  let bot: Bot | null = null;
  let trouble: string | null = "Telegram is not started.";
  let polling: Polling | null = null;
  let posting: Posting | null = null;
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
    await registerMenus(bot.id, { client, commands, notes, clock, log });
  }

  async function begin(answer: Answer): Promise<void> {
    const rights = createRights({ client, botId: () => getBot().id, now: monotonic });
    const membership = createMembership({ client, answer, rights, log });
    const setup = createSetup({ client, rights });
    const conversation = createConversation({ client, answer, rights, setup, commands, bot: getBot, clock, log });
    const inline = createInline({ client, answer, clock, log });
    const receive = createReceiver({ conversation, membership, inline, work, readUpdate });
    posting = createPosting({
      client,
      clock,
      log,
      onMoved: membership.move,
      inDoubt: dependencies.inDoubt ?? "resend",
    });
    const transport = createBot(token, client, receive, (error) => {
      log.error({ platform: "telegram", reason: toFailure(error).reason }, "update_failed");
    });
    try {
      await meet(transport);
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
    polling = createPolling({
      launch: async () => {
        if (bot === null) await meet(transport);
        await transport.launch();
      },
      interrupt: client.endPolling,
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
    work.stop();
    await withDeadline(Promise.all([polled, work.idle()]), stopTimeoutMs);
    client.stop();
  }

  return {
    name: "telegram",
    start: begin,
    async send(destination: Destination, post: Post, _deliveryId, options: SendOptions = {}): Promise<SendResult> {
      if (posting === null || bot === null || stopped !== null) {
        return { outcome: "retry", afterMs: NOT_STARTED_RETRY_MS, reason: trouble ?? "Telegram is not ready." };
      }
      return posting.send(destination, post, options);
    },
    async edit(destination, messageId, post, options = {}) {
      if (posting === null || bot === null || stopped !== null) {
        return { outcome: "retry", afterMs: NOT_STARTED_RETRY_MS, reason: trouble ?? "Telegram is not ready." };
      }
      return posting.edit(destination, messageId, post, options);
    },
    stop() {
      stopped ??= end();
      return stopped;
    },
    health: () => trouble,
  };
}
