/** What the page's server answers: the page, its commands and completions, the stream of posts, and its health. */

import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { z } from "zod";
import type { Command } from "../../domain/command.ts";
import type { Answer } from "../../domain/platform.ts";
import type { Destination } from "../../domain/subscription.ts";
import { readArguments, readTypedCommand } from "../../domain/typed-command.ts";
import { isSameOrigin, readJson, respond, respondJson, SECURITY_HEADERS } from "./guard.ts";
import { renderReply } from "./render.ts";
import { ROOM_PATTERN, type RoomEvent, type Rooms } from "./rooms.ts";

const HEARTBEAT_MS = 20_000;
const COMMANDS_AT_ONCE_MAX = 20;

const FILES: Readonly<Record<string, readonly [file: string, contentType: string]>> = {
  "/": ["page.html", "text/html; charset=utf-8"],
  "/page.css": ["page.css", "text/css; charset=utf-8"],
  "/page.js": ["page.js", "text/javascript; charset=utf-8"],
};

const ROOM = z.string().regex(ROOM_PATTERN);
const COMMAND = z.object({ room: ROOM, text: z.string().min(1).max(4096) });
const PRESS = z.object({ room: ROOM, buttonId: z.string().min(1).max(100) });
const COMPLETION = z.object({
  room: ROOM,
  command: z.string().max(40),
  option: z.string().max(40),
  typed: z.string().max(100),
});

export interface RouteDependencies {
  readonly commands: readonly Command[];
  readonly rooms: Rooms;
  readonly answer: () => Answer | null;
  readonly health: () => Promise<{ readonly ok: boolean; readonly reasons: readonly string[] }>;
  readonly metrics: () => Promise<string>;
}

const toDestination = (room: string): Destination => ({ platform: "web", address: room });

/** Everyone on the page sits at this machine, and so may change what a room is subscribed to. */
const toActor = (request: IncomingMessage) => ({
  id: "web",
  isManager: true,
  locale: /^[a-z]{2,3}/i.exec(request.headers["accept-language"] ?? "")?.[0].toLowerCase() ?? null,
});

export type Handler = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void>;

function stream(rooms: Rooms): Handler {
  return async (request, response, url) => {
    const room = ROOM.safeParse(url.searchParams.get("room") ?? "main");
    const write = (event: RoomEvent): void => {
      response.write(`id: ${event.sequence}\nevent: ${event.type}\ndata: ${JSON.stringify(event.post)}\n\n`);
    };
    const stopReading = room.success ? rooms.read(room.data, write) : null;
    if (!room.success || stopReading === null) {
      respondJson(response, room.success ? 503 : 400, {
        error: room.success ? "Too many pages are open." : "There is no such room.",
      });
      return;
    }
    response.writeHead(200, {
      ...SECURITY_HEADERS,
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store",
    });
    response.write("retry: 1000\n\n");
    const seen = Number(request.headers["last-event-id"] ?? 0);
    for (const event of rooms.history(room.data, Number.isSafeInteger(seen) ? seen : 0)) write(event);
    const heartbeat = setInterval(() => response.write(": still here\n\n"), HEARTBEAT_MS);
    response.on("close", () => {
      clearInterval(heartbeat);
      stopReading();
    });
  };
}

export function createRoutes(dependencies: RouteDependencies): Readonly<Record<string, Handler>> {
  const { commands, rooms } = dependencies;
  let running = 0;

  /** Checks where a request comes from and what it holds, then answers it. */
  function post<T>(
    schema: z.ZodType<T>,
    run: (body: T, answer: Answer, request: IncomingMessage) => Promise<unknown>,
  ): Handler {
    return async (request, response) => {
      if (!isSameOrigin(request)) return respondJson(response, 403, { error: "Only this page may do that." });
      if (!(request.headers["content-type"] ?? "").startsWith("application/json")) {
        return respondJson(response, 415, { error: "Expected JSON." });
      }
      const body = schema.safeParse(await readJson(request));
      if (!body.success) return respondJson(response, 400, { error: "That could not be read." });
      const answer = dependencies.answer();
      if (answer === null) return respondJson(response, 503, { error: "The bot is stopping." });
      if (running >= COMMANDS_AT_ONCE_MAX)
        return respondJson(response, 429, { error: "Too many commands at once. Please try again." });
      running += 1;
      try {
        respondJson(response, 200, await run(body.data, answer, request));
      } finally {
        running -= 1;
      }
    };
  }

  const routes: Record<string, Handler> = {
    "GET /events": stream(rooms),
    "GET /api/commands": async (_request, response) =>
      respondJson(
        response,
        200,
        commands.map(({ name, summary, options, examples }) => ({
          name,
          summary,
          examples,
          options: Object.entries(options).map(([optionName, option]) => ({
            name: optionName,
            description: option.description,
            isRest: option.type === "text" && option.isRest === true,
            completes: option.type === "text" && option.completes !== undefined,
          })),
        })),
      ),
    "POST /api/command": post(COMMAND, async ({ room, text }, answer, request) => {
      const typed = readTypedCommand(text, null);
      if (typed === null) return renderReply({ text: "Commands begin with a slash, such as /help or /search ferry." });
      const command = commands.find((each) => each.name === typed.name);
      const rawOptions = command === undefined ? {} : readArguments(command, typed.rest);
      return renderReply(
        await answer.reply({
          commandName: typed.name,
          rawOptions,
          destination: toDestination(room),
          actor: toActor(request),
        }),
      );
    }),
    "POST /api/press": post(PRESS, async ({ room, buttonId }, answer, request) =>
      renderReply(await answer.press({ buttonId, destination: toDestination(room), actor: toActor(request) })),
    ),
    "POST /api/complete": post(COMPLETION, ({ room, command, option, typed }, answer) =>
      answer.complete({ commandName: command, optionName: option, typed, destination: toDestination(room) }),
    ),
    "GET /healthz": async (_request, response) => respondJson(response, 200, { ok: true }),
    "GET /readyz": async (_request, response) => {
      const { ok, reasons } = await dependencies.health();
      respondJson(response, ok ? 200 : 503, { ok, reasons });
    },
    "GET /metrics": async (_request, response) =>
      respond(response, 200, "text/plain; version=0.0.4; charset=utf-8", await dependencies.metrics()),
  };
  for (const [path, [file, contentType]] of Object.entries(FILES)) {
    const text = readFileSync(new URL(`./page/${file}`, import.meta.url), "utf8");
    routes[`GET ${path}`] = async (_request, response) => respond(response, 200, contentType, text);
  }
  return routes;
}
