/** The page's HTTP routes: guards first, then the page, its events, and what is typed and pressed. */

import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { z } from "zod";
import type { FindCard } from "../../domain/cards/card.ts";
import type { HttpCallback } from "../../domain/http-callback.ts";
import { toDeliveryId } from "../../domain/id.ts";
import type { Health } from "../../domain/platform.ts";
import type { Desk } from "../../domain/reading/desk-report.ts";
import type { Say } from "../../domain/say.ts";
import { findLanguage } from "../../messages/languages.ts";
import { sayIn } from "../../messages/say.ts";
import { CARD_PREFIX, sendCard } from "./cards.ts";
import { streamRoom } from "./events.ts";
import {
  BODY_BYTES_MAX,
  isJson,
  isLoopbackHost,
  isSameOrigin,
  readBytes,
  readJson,
  setStrictHeaders,
  wantsPage,
} from "./guard.ts";
import { answerLogIn, showLogIn } from "./log-in.ts";
import type { PageFiles } from "./page-files.ts";
import { type PagePictures, PICTURE_PREFIX } from "./pictures.ts";
import { readLocale } from "./reader.ts";
import { answerApi, isForPrograms, type ReadingDependencies } from "./reading/answer-api.ts";
import { COMMAND_BYTES_MAX, commandSchema, pressSchema, retrySchema, suggestSchema, watchSchema } from "./requests.ts";
import { DEFAULT_ROOM, type Rooms } from "./rooms.ts";
import type { Sessions } from "./sessions.ts";
import { answerView, isView, showGone } from "./views/answer-view.ts";
import type { Talk } from "./web-conversation.ts";

export interface Probes {
  readonly metrics?: () => Promise<string>;
  /** Called by other servers through a proxy, under names of its own: no host check, but a path nobody guesses. */
  readonly callback?: HttpCallback;
}

interface RouteDependencies {
  readonly files: PageFiles;
  readonly rooms: Rooms;
  readonly talk: Talk;
  readonly pictures: PagePictures;
  readonly probes: Probes;
  readonly sessions: Sessions;
  /** With a password the page is answered under any name: only its own cookie opens it. */
  readonly hasPassword: boolean;
  readonly checkHealth: () => Promise<Health>;
  /** Null where nothing is stored that could be read. */
  readonly reading: ReadingDependencies | null;
  /** Null where nothing draws. */
  readonly findCard: FindCard | null;
  /** Open event streams, ended when the platform stops. */
  readonly streams: Set<() => void>;
}

const FILE_TYPE_PATTERN = /^[a-z]+\/[a-z0-9.+-]+(?:; ?charset=[a-z0-9-]+)?$/i;

function sendText(response: ServerResponse, status: number, contentType: string, text: string): void {
  response.writeHead(status, { "Content-Type": contentType, "Content-Length": Buffer.byteLength(text) });
  response.end(text);
}

const sendJson = (response: ServerResponse, status: number, value: unknown): void =>
  sendText(response, status, "application/json; charset=utf-8", JSON.stringify(value));

const refuse = (response: ServerResponse, status: number, error: string): void => sendJson(response, status, { error });

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(301, { Location: location, "Content-Length": 0 });
  response.end();
}

/** Whether the bot lives is told to anybody; how it is, under this machine's names or for the password. */
async function answerProbe(
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
  { probes, sessions, checkHealth }: Pick<RouteDependencies, "probes" | "sessions" | "checkHealth">,
): Promise<boolean> {
  if (path === "/healthz") {
    sendJson(response, 200, { ok: true });
    return true;
  }
  if (path !== "/readyz" && path !== "/metrics") return false;
  if (!isLoopbackHost(request.headers.host) && !sessions.isBearer(request)) {
    refuse(response, 403, "This is answered under localhost or 127.0.0.1, or for the page's password.");
    return true;
  }
  if (path === "/readyz") {
    const health = await checkHealth();
    sendJson(response, health.ok ? 200 : 503, health);
    return true;
  }
  if (path === "/metrics" && probes.metrics !== undefined) {
    sendText(response, 200, "text/plain; version=0.0.4; charset=utf-8", await probes.metrics());
    return true;
  }
  return false;
}

async function sendFile(response: ServerResponse, talk: Talk, id: string, say: Say): Promise<void> {
  const file = await talk.findFile(id);
  if (file === null) {
    refuse(response, 404, say("web.fileGone"));
    return;
  }
  const name = file.name.replace(/[^\w.-]+/g, "_").slice(0, 100);
  response.setHeader("Content-Disposition", `attachment; filename="${name}"`);
  const type = FILE_TYPE_PATTERN.test(file.contentType) ? file.contentType : "application/octet-stream";
  sendText(response, 200, type, file.text);
}

/** A browser asks for it again and again: it may keep it, for itself. */
async function sendPicture(path: string, response: ServerResponse, pictures: PagePictures): Promise<void> {
  const picture = await pictures.find(path);
  if (picture === null) return refuse(response, 404, "There is no such picture.");
  response.setHeader("Cache-Control", "private, max-age=86400");
  response.writeHead(200, { "Content-Type": picture.contentType, "Content-Length": picture.bytes.length });
  response.end(picture.bytes);
}

async function readBody<T extends z.ZodType>(
  request: IncomingMessage,
  response: ServerResponse,
  schema: T,
  bytesMax = BODY_BYTES_MAX,
): Promise<z.infer<T> | null> {
  const bytes = await readBytes(request, bytesMax);
  const parsed = bytes === null ? null : schema.safeParse(readJson(bytes));
  if (parsed?.success === true) return parsed.data;
  // What is left of a body nobody reads is not waited for.
  if (!request.complete) response.setHeader("Connection", "close");
  if (parsed === null) refuse(response, 413, sayIn(findLanguage(readLocale(request)) ?? "en")("web.tooLong"));
  else refuse(response, 400, "This request is not what the page sends.");
  return null;
}

async function answerPost(
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
  talk: Talk,
  person: string,
  desk: Desk | null,
): Promise<void> {
  if (!isSameOrigin(request)) return refuse(response, 403, "Only the page itself may do this.");
  if (!isJson(request)) return refuse(response, 415, "Only JSON is read here.");
  const locale = readLocale(request);
  const show = async (room: string, work: Promise<unknown> | null): Promise<void> =>
    work === null
      ? refuse(response, 503, (await talk.chooseSay(room, locale))("web.busy"))
      : sendJson(response, 200, await work);
  if (path === "/api/command") {
    const body = await readBody(request, response, commandSchema, COMMAND_BYTES_MAX);
    if (body !== null) await show(body.room, talk.say({ ...body, person, locale }));
  } else if (path === "/api/press") {
    const body = await readBody(request, response, pressSchema);
    if (body !== null) await show(body.room, talk.press({ ...body, person, locale }));
  } else if (path === "/api/suggest") {
    const body = await readBody(request, response, suggestSchema);
    if (body !== null) sendJson(response, 200, await talk.suggest(body.room, body.line, locale));
  } else if (path === "/api/draft") {
    const body = await readBody(request, response, suggestSchema);
    if (body !== null) sendJson(response, 200, { reply: await talk.draft({ ...body, person, locale }) });
  } else if (path === "/api/retry" && desk !== null) {
    const body = await readBody(request, response, retrySchema);
    if (body !== null) sendJson(response, 200, { isRetried: await desk.retry(toDeliveryId(body.delivery)) });
  } else refuse(response, 404, "There is nothing here.");
}

export function createRoutes(dependencies: RouteDependencies) {
  const { files, rooms, talk, pictures, probes, sessions, hasPassword, reading, findCard, streams } = dependencies;

  const answerEvents = (request: IncomingMessage, response: ServerResponse, query: URLSearchParams, say: Say): void => {
    if (!isSameOrigin(request)) {
      refuse(response, 403, "Only the page itself may do this.");
      return;
    }
    const parsed = watchSchema.safeParse(Object.fromEntries(query));
    const close = parsed.success ? streamRoom(request, response, rooms, parsed.data.room, parsed.data.client) : null;
    if (close !== null) {
      streams.add(close);
      response.once("close", () => streams.delete(close));
    } else if (parsed.success) refuse(response, 503, say("web.tooManyPages"));
    else refuse(response, 400, "There can be no such room.");
  };

  const sendPageFile = (path: string, response: ServerResponse): boolean => {
    const file = path.startsWith("/page/") ? files.find(path.slice("/page/".length)) : null;
    if (file !== null) sendText(response, 200, file.contentType, file.text);
    return file !== null;
  };

  const answerGet = async (
    path: string,
    query: URLSearchParams,
    request: IncomingMessage,
    response: ServerResponse,
    person: string,
  ): Promise<void> => {
    if (path.startsWith(PICTURE_PREFIX)) return sendPicture(path, response, pictures);
    const { room } = watchSchema.safeParse(Object.fromEntries(query)).data ?? { room: DEFAULT_ROOM };
    const say = await talk.chooseSay(room, readLocale(request));
    if (path.startsWith(CARD_PREFIX) && findCard !== null) {
      const sent = await sendCard({ path, room, person }, response, findCard, reading?.allowance ?? null);
      if (sent === "none") refuse(response, 404, "There is no such picture.");
      else if (sent === "often") refuse(response, 429, "Too often. Try again in a moment.");
    } else if (path === "/") {
      const nonce = randomBytes(16).toString("base64");
      setStrictHeaders(response, nonce);
      sendText(response, 200, "text/html; charset=utf-8", files.toHtml(nonce, say));
    } else if (path === "/events" && request.method === "HEAD") refuse(response, 405, "A stream has no head alone.");
    else if (path === "/events") answerEvents(request, response, query, say);
    else if (reading !== null && isForPrograms(path)) {
      await answerApi({ request, response, path, query, person, say }, reading);
    } else if (reading !== null && isView(path)) {
      await answerView({ request, response, path, query, person, say }, reading);
    } else if (path.startsWith("/api/files/")) await sendFile(response, talk, path.slice("/api/files/".length), say);
    else if (sendPageFile(path, response)) return;
    else if (reading !== null && wantsPage(request)) showGone({ request, response, path, query, person, say }, reading);
    else refuse(response, 404, "There is nothing here.");
  };

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    setStrictHeaders(response, null);
    const target = request.url ?? "/";
    if (!URL.canParse(target, "http://localhost")) return refuse(response, 400, "This address cannot be read.");
    const { pathname: path, searchParams: query } = new URL(target, "http://localhost");
    // A HEAD is answered as a GET; Node leaves its body out.
    const isRead = request.method === "GET" || request.method === "HEAD";
    if (isRead && (await answerProbe(path, request, response, dependencies))) return;
    const { callback } = probes;
    if (callback !== undefined && path.startsWith(callback.prefix)) {
      const { method = "", headers } = request;
      const readBody = (bytesMax: number): Promise<Buffer | null> => readBytes(request, bytesMax);
      const { status, text } = await callback.answer({ method, path, query, headers, readBody });
      // What is left of a body nobody reads is not waited for.
      if (!request.complete) response.setHeader("Connection", "close");
      return sendText(response, status, "text/plain; charset=utf-8", text);
    }
    if (!hasPassword && !isLoopbackHost(request.headers.host)) {
      return refuse(response, 403, "This page is answered under localhost or 127.0.0.1 only.");
    }
    const say = sayIn(findLanguage(readLocale(request)) ?? "en");
    if (hasPassword && (await answerLogIn(path, request, response, { sessions, say }))) return;
    const isOfProgram = isRead && isForPrograms(path);
    const person = sessions.findPerson(request) ?? (isOfProgram && sessions.isBearer(request) ? "program" : null);
    if (person === null) {
      if (isOfProgram) response.setHeader("WWW-Authenticate", 'Basic realm="Pullquote", charset="UTF-8"');
      if (!request.complete) response.setHeader("Connection", "close");
      if (isRead && path === "/") return showLogIn(response, say, 200);
      if (isRead && (isView(path) || (wantsPage(request) && !isOfProgram))) return showLogIn(response, say, 401);
      return refuse(response, 401, say("web.notLoggedIn"));
    }
    const bare = path.replace(/\/+$/, "");
    if (isRead && bare !== path && isView(bare))
      return redirect(response, `${bare}${query.size === 0 ? "" : `?${query}`}`);
    if (isRead) return answerGet(path, query, request, response, person);
    if (request.method === "POST") return answerPost(path, request, response, talk, person, reading?.desk ?? null);
    response.setHeader("Allow", "GET, HEAD, POST");
    refuse(response, 405, "Only GET, HEAD and POST are answered.");
  };
}
