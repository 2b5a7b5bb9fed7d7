/** The HTTP side of the Discord emulator: bodies, authorization, rate limits, faults to order, and the call log. */

import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { lookAtPicture } from "../../../src/net/picture-bytes.ts";
import { ApiError, apiError } from "./errors.ts";
import { asList, asObject } from "./rules.ts";
import type { EmulatorStore, Json, JsonObject, SentPart } from "./store.ts";

export interface Request {
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Json | undefined;
  readonly files: readonly SentPart[];
}

/** A body, or undefined for an answer 204. */
export type Handler = (request: Request) => Json | undefined;

export interface Route {
  /** Such as `POST /channels/:channel/messages`: also the name faults are ordered by. */
  readonly name: string;
  readonly handle: Handler;
  /** Interaction tokens are their own key. */
  readonly isOpen?: boolean;
  readonly limit?: { readonly count: number; readonly windowMs: number };
}

/** What goes wrong. With isStored the request is carried out first, and only its answer is lost. */
export type Fault = (
  | {
      readonly kind: "status";
      readonly status: number;
      readonly body?: Json;
      readonly html?: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  | { readonly kind: "hang" }
  | { readonly kind: "reset" }
) & {
  readonly times?: number;
  readonly isStored?: boolean;
  /** So many calls go through before it is met. */
  readonly after?: number;
  /** Called as it is met: before the request is carried out, or after it with isStored. */
  readonly onMet?: () => void;
};

interface Order {
  readonly route: string;
  readonly fault: Fault;
  left: number;
  before: number;
}

interface Bucket {
  readonly at: number[];
}

const PREFIX = /^\/api\/v10/;

/** With the text that stands for it, where one was sent along. */
async function toPart(file: File, attachments: readonly JsonObject[], id: string): Promise<SentPart> {
  const bytes = Buffer.from(await file.arrayBuffer());
  const isPicture = lookAtPicture(bytes) !== null;
  const description = attachments.find((each) => String(each["id"]) === id)?.["description"];
  return {
    name: file.name,
    text: isPicture ? "" : bytes.toString("utf8"),
    ...(isPicture ? { bytes } : {}),
    ...(typeof description === "string" ? { description } : {}),
  };
}

async function readBody(request: IncomingMessage): Promise<Pick<Request, "body" | "files">> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const bytes = Buffer.concat(parts);
  if (bytes.length === 0) return { body: undefined, files: [] };
  const type = request.headers["content-type"] ?? "";
  if (!type.startsWith("multipart/form-data")) {
    try {
      return { body: JSON.parse(bytes.toString("utf8")) as Json, files: [] };
    } catch {
      throw apiError(50109);
    }
  }
  const form = await new Response(bytes, { headers: { "content-type": type } }).formData();
  const body = JSON.parse(String(form.get("payload_json") ?? "{}")) as Json;
  const files: SentPart[] = [];
  for (const [key, value] of form) {
    const [, id] = /^files\[(\d+)\]$/.exec(key) ?? [];
    if (id === undefined || typeof value === "string") continue;
    files.push(await toPart(value, asList(asObject(body)["attachments"]).map(asObject), id));
  }
  return { body, files };
}

export function createHttp(store: EmulatorStore, routes: readonly Route[]) {
  const orders: Order[] = [];
  const buckets = new Map<string, Bucket>();
  const hanging = new Set<ServerResponse>();
  const patterns = routes.map((route) => {
    const [method = "", path = ""] = route.name.split(" ");
    const names = [...path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? "");
    return { route, method, names, pattern: new RegExp(`^${path.replace(/:\w+/g, "([^/]+)")}$`) };
  });

  function findRoute(method: string, path: string): { route: Route; params: Record<string, string> } | null {
    for (const { route, method: own, names, pattern } of patterns) {
      const match = own === method ? pattern.exec(path) : null;
      if (match !== null) {
        const params = Object.fromEntries(names.map((name, index) => [name, match[index + 1] ?? ""]));
        return { route, params };
      }
    }
    return null;
  }

  function write(
    response: ServerResponse,
    status: number,
    body: Json | undefined,
    headers: Record<string, string>,
  ): void {
    // An empty answer must not claim to be JSON: discord.js would try to read it.
    if (body === undefined) response.writeHead(204, headers).end();
    else response.writeHead(status, { ...headers, "content-type": "application/json" }).end(JSON.stringify(body));
  }

  /** Headers of the route's bucket; throws 429 when it is empty. */
  function countIn(route: Route, params: Readonly<Record<string, string>>): Record<string, string> {
    if (route.limit === undefined) return {};
    const { count, windowMs } = route.limit;
    const major = params["channel"] ?? params["guild"] ?? params["token"] ?? "";
    const key = `${route.name}|${major}`;
    const bucket = buckets.get(key) ?? { at: [] };
    buckets.set(key, bucket);
    // The server's own time, whatever the bot's machine takes the time for.
    const now = performance.now();
    while (bucket.at[0] !== undefined && bucket.at[0] <= now - windowMs) bucket.at.shift();
    const isFull = bucket.at.length >= count;
    if (!isFull) bucket.at.push(now);
    const resetAfter = ((bucket.at[0] ?? now) + windowMs - now) / 1000;
    const headers = {
      "x-ratelimit-limit": String(count),
      "x-ratelimit-remaining": String(count - bucket.at.length),
      "x-ratelimit-reset-after": resetAfter.toFixed(3),
      "x-ratelimit-bucket": createHash("md5").update(route.name).digest("hex"),
    };
    if (!isFull) return headers;
    const retryAfter = Math.ceil(resetAfter * 1000) / 1000;
    const body = { message: "You are being rate limited.", retry_after: retryAfter, global: false };
    throw new ApiError(429, body, {
      ...headers,
      "retry-after": String(Math.ceil(retryAfter)),
      "x-ratelimit-scope": "user",
    });
  }

  function takeFault(route: string): Fault | null {
    const order = orders.find((each) => each.route === route && each.left > 0);
    if (order === undefined) return null;
    order.before -= 1;
    if (order.before >= 0) return null;
    order.left -= 1;
    return order.fault;
  }

  function fail(response: ServerResponse, fault: Fault): void {
    fault.onMet?.();
    if (fault.kind === "hang") return void hanging.add(response);
    if (fault.kind === "reset") return void response.socket?.destroy();
    if (fault.html !== undefined) {
      response.writeHead(fault.status, { ...fault.headers, "content-type": "text/html" }).end(fault.html);
    } else {
      write(response, fault.status, fault.body ?? { message: "Internal Server Error", code: 0 }, { ...fault.headers });
    }
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", "http://127.0.0.1");
    const method = request.method ?? "GET";
    const path = decodeURIComponent(url.pathname).replace(PREFIX, "");
    try {
      const { body, files } = await readBody(request);
      store.calls.push({ method, path: `${path}${url.search}`, ...(body === undefined ? {} : { body }) });
      const found = PREFIX.test(url.pathname) ? findRoute(method, path) : null;
      if (found === null) throw new ApiError(404, { message: "404: Not Found", code: 0 });
      const { route, params } = found;
      if (route.isOpen !== true && request.headers.authorization !== `Bot ${store.token}`) throw apiError(0);
      if (!(request.headers["user-agent"] ?? "").startsWith("DiscordBot (")) {
        throw new ApiError(403, { message: "A bot names itself in its User-Agent", code: 0 });
      }
      const fault = takeFault(route.name);
      if (fault !== null && fault.isStored !== true) return fail(response, fault);
      const headers = countIn(route, params);
      const answer = route.handle({ params, query: url.searchParams, body, files });
      if (fault !== null) return fail(response, fault);
      write(response, 200, answer, headers);
    } catch (error) {
      if (error instanceof ApiError) return write(response, error.status, error.body, { ...error.headers });
      write(response, 500, { message: `Emulator: ${String(error)}`, code: 0 }, {});
    }
  }

  return {
    handle: (request: IncomingMessage, response: ServerResponse): void => void handle(request, response),
    inject(route: string, fault: Fault): void {
      if (!routes.some((each) => each.name === route)) throw new Error(`The emulator has no route "${route}".`);
      orders.push({ route, fault, left: fault.times ?? 1, before: fault.after ?? 0 });
    },
    heal(): void {
      orders.length = 0;
      buckets.clear();
    },
    close(): void {
      for (const response of hanging) response.socket?.destroy();
    },
  };
}

export const asBody = (value: Json | undefined): JsonObject => (value ?? {}) as JsonObject;
