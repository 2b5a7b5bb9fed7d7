/** A strict Bot API server on loopback, with people who type and press: what the tests talk to instead of Telegram. */

import { appendFileSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { FileFault } from "../sent-file.ts";
import type { Params } from "./body.ts";
import { createFileServer } from "./files.ts";
import { runMethod } from "./methods.ts";
import { createPeople, type People } from "./people.ts";
import { badRequest, noMethod, type Refusal, webhookConflict } from "./refusal.ts";
import { checkFolded } from "./rich.ts";
import { type Call, type Fault, startServer } from "./server.ts";
import { checkWebhook } from "./strict.ts";
import { createUpdates, type Updates } from "./updates.ts";
import { BOT, createWorld, type StoredMessage, type World } from "./world.ts";

export type { Call, Fault, FaultKind } from "./server.ts";
export type { StoredMessage as EmulatedMessage } from "./world.ts";
export { BOT } from "./world.ts";

const TOKEN = `${BOT.id}:AAEmulatorTokenForTestsOnly0000000000`;
/** For what never comes; a slow machine takes its time. */
const WAIT_MS_MAX = 120_000;
/** Conditions are looked at after every call, and this often for what the bot does without one. */
const LOOK_MS = 20;

export interface TelegramEmulator extends People {
  readonly url: string;
  readonly token: string;
  readonly world: World;
  readonly updates: Updates;
  /** Every call but getUpdates, in order. */
  readonly calls: readonly Call[];
  callsOf(method: string): readonly Call[];
  /** Everything written in a chat, oldest first, people's messages too; `thread` null is General. */
  messages(chatId: number, thread?: number | null): readonly StoredMessage[];
  /** The bot's messages only. */
  posts(chatId: number, thread?: number | null): readonly StoredMessage[];
  fault(fault: Fault): void;
  clearFaults(): void;
  /** The next document fetched is not given. */
  failFile(fault: FileFault | null): void;
  /** The next messages to this chat are refused so; null ends it. */
  refuse(chatId: number, refusal: Refusal | null): void;
  /** Methods and tags this server does not know, like an older one. */
  forget(name: string): void;
  /** Resolves when the condition holds; looked at after every call. Rejects after some seconds, naming what was awaited. */
  until<T>(what: string, condition: () => T | null | undefined | false): Promise<T>;
  /** One `{method, params}` a line, for the validator. */
  saveCalls(path: string): void;
  stop(): Promise<void>;
}

const toLines = (calls: readonly Call[]): string =>
  calls.map(({ method, params }) => `${JSON.stringify({ method, params })}\n`).join("");

export async function startTelegramEmulator(options: { readonly token?: string } = {}): Promise<TelegramEmulator> {
  const token = options.token ?? TOKEN;
  const world = createWorld();
  const updates = createUpdates();
  const forgotten = new Set<string>();
  const watchers = new Set<() => void>();

  const onChange = (): void => {
    for (const watcher of [...watchers]) watcher();
  };

  async function run(method: string, params: Params, isGone: () => boolean): Promise<unknown> {
    if (forgotten.has(method)) throw noMethod();
    const unknown = [...forgotten].find((name) => JSON.stringify(params).includes(`<${name} `));
    if (unknown !== undefined)
      throw badRequest(`can't parse entities: Unsupported start tag "${unknown}" at byte offset 0`);
    checkFolded(params, !forgotten.has("folded text"));
    switch (method) {
      case "getUpdates":
        if (world.webhookUrl !== "") throw webhookConflict();
        return updates.poll(params, isGone);
      case "setWebhook": {
        checkWebhook(params);
        const { url, secret_token: secret = "" } = params;
        world.webhookUrl = String(url);
        updates.deliverTo(async (update) => {
          const headers = { "content-type": "application/json", "x-telegram-bot-api-secret-token": String(secret) };
          const response = await fetch(String(url), { method: "POST", headers, body: JSON.stringify(update) });
          return response.ok;
        });
        return true;
      }
      case "deleteWebhook":
        world.webhookUrl = "";
        updates.deliverTo(null);
        return true;
      default:
        return runMethod(world, method, params);
    }
  }

  const fileServer = createFileServer(token, (path) =>
    [...world.uploads.values()].find((upload) => upload.path === path),
  );
  const server = await startServer({ token, run, serveFile: fileServer.handle, onChange });

  function until<T>(what: string, condition: () => T | null | undefined | false): Promise<T> {
    return new Promise((resolve, reject) => {
      const end = (): void => {
        clearTimeout(timer);
        clearInterval(looking);
        watchers.delete(look);
      };
      const look = (): void => {
        try {
          const value = condition();
          if (value === null || value === undefined || value === false) return;
          end();
          resolve(value);
        } catch (error) {
          end();
          reject(error);
        }
      };
      const timer = setTimeout(() => {
        end();
        const last = server.calls
          .slice(-5)
          .map((call) => `${call.method} ${JSON.stringify(call.params).slice(0, 200)}`);
        reject(new Error(`Waited in vain for ${what}. Last calls:\n${last.join("\n")}`));
      }, WAIT_MS_MAX);
      const looking = setInterval(look, LOOK_MS);
      watchers.add(look);
      look();
    });
  }

  const isIn = (message: StoredMessage, chatId: number, thread: number | null | undefined): boolean =>
    message.chat_id === chatId && (thread === undefined || message.message_thread_id === thread);

  return {
    ...createPeople({ world, updates, until, onChange }),
    url: server.url,
    token,
    world,
    updates,
    calls: server.calls,
    callsOf: (method) => server.calls.filter((call) => call.method === method),
    messages: (chatId, thread) => world.messages.filter((message) => isIn(message, chatId, thread)),
    posts: (chatId, thread) => world.messages.filter((message) => message.isFromBot && isIn(message, chatId, thread)),
    fault: server.fault,
    clearFaults: server.clearFaults,
    failFile: fileServer.fail,
    refuse(chatId, refusal) {
      const chat = world.chats.get(chatId);
      if (chat === undefined) throw new Error(`There is no chat ${chatId}.`);
      chat.refusal = refusal;
    },
    forget(method) {
      forgotten.add(method);
    },
    until,
    saveCalls(path) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, toLines(server.calls));
    },
    async stop() {
      // Set by hand to check the calls of a whole test run against the specification.
      const path = process.env["TELEGRAM_CALLS_FILE"];
      if (path !== undefined) appendFileSync(path, toLines(server.calls));
      updates.close();
      await server.close();
    },
  };
}
