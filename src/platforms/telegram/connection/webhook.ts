/** The other way to get updates: Telegram posts them to an address of ours, with a secret that proves it is Telegram. */

import { timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { toMessage } from "../../../domain/errors.ts";
import type { Log } from "../../../domain/platform.ts";

const BODY_BYTES_MAX = 1_048_576;
const REQUEST_TIMEOUT_MS = 10_000;
const SECRET_HEADER = "x-telegram-bot-api-secret-token";
const SECRET_PATTERN = /^[A-Za-z0-9_-]{16,256}$/;

export interface WebhookSettings {
  /** Public address with its path, https; a proxy in front ends TLS. */
  readonly url: string;
  /** Where to listen. */
  readonly port: number;
  readonly host?: string;
  /** 16 to 256 of A-Z, a-z, 0-9, _ and -. */
  readonly secretToken: string;
}

export interface Webhook {
  open(): Promise<void>;
  close(): Promise<void>;
}

function isSame(given: string | readonly string[] | undefined, secret: string): boolean {
  if (typeof given !== "string") return false;
  const a = Buffer.from(given, "utf8");
  const b = Buffer.from(secret, "utf8");
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Null when it is too large or no JSON. */
async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > BODY_BYTES_MAX) return null;
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString("utf8"));
  } catch {
    return null;
  }
}

/** `receive` must return at once: Telegram is answered before the update is worked on. False has it posted again. */
export function createWebhook(settings: WebhookSettings, receive: (update: unknown) => boolean, log: Log): Webhook {
  const path = new URL(settings.url).pathname;
  let server: Server | null = null;

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const end = (status: number): void => {
      response.writeHead(status).end();
    };
    if (request.method !== "POST" || (request.url ?? "").split("?")[0] !== path) return end(404);
    if (!isSame(request.headers[SECRET_HEADER], settings.secretToken)) {
      log.warn({ platform: "telegram" }, "webhook_secret_refused");
      return end(401);
    }
    const update = await readBody(request);
    if (update === null) return end(400);
    return end(receive(update) ? 200 : 503);
  }

  return {
    async open() {
      if (!SECRET_PATTERN.test(settings.secretToken)) {
        throw new Error("The webhook's secret token must be 16 to 256 of A-Z, a-z, 0-9, _ and -.");
      }
      const created = createServer((request, response) => {
        serve(request, response).catch(() => response.destroy());
      });
      created.requestTimeout = REQUEST_TIMEOUT_MS;
      created.headersTimeout = REQUEST_TIMEOUT_MS;
      await new Promise<void>((resolve, reject) => {
        created.once("error", (error: NodeJS.ErrnoException) => {
          const what = error.code === "EADDRINUSE" ? "taken, perhaps by the bot itself" : toMessage(error);
          reject(new Error(`TELEGRAM_WEBHOOK_PORT: port ${settings.port} cannot be used: ${what}.`, { cause: error }));
        });
        created.listen(settings.port, settings.host ?? "127.0.0.1", () => resolve());
      });
      server = created;
    },
    async close() {
      const open = server;
      server = null;
      if (open === null) return;
      await new Promise<void>((resolve) => {
        open.close(() => resolve());
        open.closeIdleConnections();
      });
    },
  };
}
