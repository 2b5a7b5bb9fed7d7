/** A web server on loopback for tests: programmable answers, validators, redirects, faults, and a log of requests. */

import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { brotliCompressSync, constants, deflateRawSync, deflateSync, gzipSync } from "node:zlib";

export interface NewsRequest {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** By the server's clock. */
  readonly at: Date;
}

export interface NewsRoute {
  readonly status?: number;
  readonly body?: string | Uint8Array;
  readonly contentType?: string;
  /** Answers 304 to a request that carries it. */
  readonly etag?: string;
  readonly lastModified?: string;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  /** Packs the body and says so. */
  readonly encoding?: "gzip" | "br" | "deflate" | "raw-deflate";
  /**
   * "hang" never answers, "reset" breaks off at once, "cut" breaks off inside the body, "drip" sends a byte now and
   * then without end, "endless" sends as fast as it can without end.
   */
  readonly fault?: "hang" | "reset" | "cut" | "drip" | "endless";
}

export type NewsHandler = (request: NewsRequest) => NewsRoute;

export interface NewsServer {
  /** "http://127.0.0.1:PORT" */
  readonly url: string;
  /** "127.0.0.1:PORT", for the list of allowed hosts. */
  readonly host: string;
  readonly port: number;
  readonly requests: readonly NewsRequest[];
  set(path: string, route: NewsRoute | string | NewsHandler): void;
  requestsTo(path: string): readonly NewsRequest[];
  clearRequests(): void;
  close(): Promise<void>;
}

const packBrotli = (bytes: Uint8Array): Buffer =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } });
const PACK = { gzip: gzipSync, br: packBrotli, deflate: deflateSync, "raw-deflate": deflateRawSync } as const;
const DRIP_EVERY_MS = 20;

/** As fast as it is taken, until nobody reads any more. */
export function sendEndlessly(response: ServerResponse): void {
  const chunk = Buffer.alloc(64 * 1024, "x");
  const write = (): void => {
    while (!response.destroyed && response.write(chunk));
    if (!response.destroyed) response.once("drain", write);
  };
  write();
}

function drip(response: ServerResponse): void {
  const timer = setInterval(() => response.write("x"), DRIP_EVERY_MS);
  response.once("close", () => clearInterval(timer));
}

function answer(route: NewsRoute, request: NewsRequest, response: ServerResponse): void {
  const isKnown =
    (route.etag !== undefined && request.headers["if-none-match"] === route.etag) ||
    (route.etag === undefined &&
      route.lastModified !== undefined &&
      request.headers["if-modified-since"] === route.lastModified);
  const plain = Buffer.from(route.body ?? "");
  const body = route.encoding === undefined ? plain : PACK[route.encoding](plain);
  response.statusCode = isKnown ? 304 : (route.status ?? 200);
  if (route.etag !== undefined) response.setHeader("etag", route.etag);
  if (route.lastModified !== undefined) response.setHeader("last-modified", route.lastModified);
  if (route.contentType !== undefined) response.setHeader("content-type", route.contentType);
  if (route.encoding !== undefined) response.setHeader("content-encoding", route.encoding.replace("raw-", ""));
  for (const [name, value] of Object.entries(route.headers ?? {})) response.setHeader(name, value);
  switch (route.fault) {
    case "hang":
      return;
    case "reset":
      response.socket?.resetAndDestroy();
      return;
    case "cut":
      response.setHeader("content-length", body.length + 1000);
      response.write(body, () => response.destroy());
      return;
    case "drip":
      drip(response);
      return;
    case "endless":
      sendEndlessly(response);
      return;
    case undefined:
      response.end(isKnown ? undefined : body);
  }
}

/** Paths not set answer 404. `clock` stamps the log. */
export async function startNewsServer(
  routes: Readonly<Record<string, NewsRoute | string | NewsHandler>> = {},
  { clock = () => new Date(), hostname = "127.0.0.1" }: { clock?: () => Date; hostname?: string } = {},
): Promise<NewsServer> {
  const table = new Map(Object.entries(routes));
  const requests: NewsRequest[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((incoming, response) => {
    response.on("error", () => undefined);
    const request: NewsRequest = { path: incoming.url ?? "/", headers: incoming.headers, at: clock() };
    requests.push(request);
    const found = table.get(request.path) ?? table.get(request.path.split("?")[0] ?? "");
    const route = typeof found === "function" ? found(request) : found;
    if (route === undefined) answer({ status: 404, body: "Not here." }, request, response);
    else answer(typeof route === "string" ? { body: route } : route, request, response);
  });
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
    socket.once("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, hostname, resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${hostname}:${port}`,
    host: `${hostname}:${port}`,
    port,
    requests,
    set(path, route) {
      table.set(path, route);
    },
    requestsTo(path) {
      return requests.filter((request) => request.path === path);
    },
    clearRequests() {
      requests.length = 0;
    },
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
