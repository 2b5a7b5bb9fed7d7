/** The web page as a platform: the embedded default, which needs no account. */

import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Command } from "../../domain/command.ts";
import { toMessage } from "../../domain/errors.ts";
import type { Answer, Log, Platform } from "../../domain/platform.ts";
import { isAllowedHost, respondJson } from "./guard.ts";
import { listen } from "./listen.ts";
import { renderPost } from "./render.ts";
import { createRooms, ROOM_PATTERN } from "./rooms.ts";
import { createRoutes } from "./routes.ts";

const PORT_TRIES_MAX = 20;

export interface WebDependencies {
  readonly host?: string;
  readonly port: number;
  readonly portTriesMax?: number;
  readonly commands: readonly Command[];
  readonly log: Log;
  readonly clock: () => Date;
  readonly health?: () => Promise<{ readonly ok: boolean; readonly reasons: readonly string[] }>;
  readonly metrics?: () => Promise<string>;
}

export interface WebPlatform extends Platform {
  /** Where the page is; empty before start. */
  url(): string;
}

export function createWeb(dependencies: WebDependencies): WebPlatform {
  const { log, commands } = dependencies;
  const host = dependencies.host ?? "127.0.0.1";
  const rooms = createRooms();
  let answer: Answer | null = null;
  let port: number | null = null;
  const routes = createRoutes({
    commands,
    rooms,
    answer: () => answer,
    health: dependencies.health ?? (async () => ({ ok: answer !== null, reasons: [] })),
    metrics: dependencies.metrics ?? (async () => ""),
  });

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!isAllowedHost(request.headers.host, host)) {
      respondJson(response, 403, { error: "This page is for this machine only." });
      return;
    }
    const url = new URL(request.url ?? "/", "http://page.invalid");
    const route = routes[`${request.method === "HEAD" ? "GET" : request.method} ${url.pathname}`];
    if (route === undefined) respondJson(response, 404, { error: "There is nothing here." });
    else await route(request, response, url);
  }

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      log.error({ platform: "web", reason: toMessage(error) }, "request_failed");
      if (response.headersSent) response.destroy();
      else respondJson(response, 500, { error: "Something went wrong here." });
    });
  });
  server.requestTimeout = 30_000;
  server.maxHeadersCount = 100;

  return {
    name: "web",
    async start(given) {
      port = await listen(server, host, dependencies.port, dependencies.portTriesMax ?? PORT_TRIES_MAX);
      if (dependencies.port !== 0 && port !== dependencies.port)
        log.warn({ platform: "web", wanted: dependencies.port, port }, "port_taken");
      answer = given;
    },

    async send(destination, post, deliveryId, options) {
      if (!ROOM_PATTERN.test(destination.address)) return { outcome: "gone", reason: "there is no such room" };
      rooms.add(destination.address, renderPost(post, String(deliveryId), options?.isCompact ?? false));
      return { outcome: "sent", messageId: String(deliveryId) };
    },

    async edit(destination, messageId, post, options) {
      const isThere = rooms.edit(destination.address, renderPost(post, messageId, options?.isCompact ?? false));
      return isThere ? { outcome: "sent", messageId } : { outcome: "refused", reason: "the post is no longer shown" };
    },

    async stop() {
      answer = null;
      if (!server.listening) return;
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },

    health: () => (server.listening ? null : "The page is not being served."),
    url: () =>
      port === null
        ? ""
        : `http://${host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host.includes(":") ? `[${host}]` : host}:${port}/`,
  };
}
