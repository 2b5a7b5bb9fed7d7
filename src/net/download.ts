/** One polite, bounded, SSRF-safe request with its redirects. Expected failures are values. */

import type { LookupFunction } from "node:net";
import { request as send } from "undici";
import { BlockedError, checkUrl, readAllowedHosts, toHostKey } from "./address.ts";
import { readBody, TooLargeError, unpack } from "./body.ts";
import { decodeLocation } from "./decode.ts";
import { describeFailure, describeStatus } from "./failure.ts";
import { type CacheHints, getHeader, readCacheHints, readRetryAfter, toMultiHeader } from "./hints.ts";
import { createHostGate, type HostGate } from "./host-gate.ts";
import { createWays, findProxy, type ProxySettings, STRAIGHT } from "./proxy.ts";
import { createRedirectCookies, type RedirectCookies } from "./redirect-cookies.ts";
import { type ACCEPT, type Access, toHeaders } from "./request-headers.ts";

const REDIRECTS_MAX = 5;
const FEED_BYTES_MAX = 5_000_000;
const PAGE_BYTES_MAX = 5_000_000;
const TIMEOUT_MS = 30_000;
const CONNECT_TIMEOUT_MS = 10_000;
/** What is read of a body nobody wants, to keep the connection; beyond it the connection is dropped. */
const DISCARDED_BYTES_MAX = 64 * 1024;
const HOST_CONCURRENCY_MAX = 2;
const HOST_SPACING_MS = 1000;
/** How long a host that answers 429 without saying when is left alone. */
const HOLD_MS = 10 * 60 * 1000;
const HOLD_MS_MAX = 48 * 60 * 60 * 1000;

export interface DownloadRequest {
  readonly accept?: keyof typeof ACCEPT;
  /** Validators of an earlier answer, byte for byte; sent only when given. */
  readonly etag?: string | null;
  readonly lastModified?: string | null;
  /** Of the body, packed and unpacked. */
  readonly bytesMax?: number;
  /** For everything on the network together, waiting for one's turn not counted. */
  readonly timeoutMs?: number;
  /** "https://files.example": nothing else is asked, nor is one sent on to anything else. Any when absent. */
  readonly origins?: readonly string[];
  /** Sent to its origin, until another sends on. */
  readonly access?: Access | null;
}

export interface FreshDownload {
  readonly status: "fresh";
  /** Where the answer came from, after redirects. */
  readonly url: string;
  /** The new address when every redirect on the way was permanent (301, 308); else null. */
  readonly permanentUrl: string | null;
  readonly body: Uint8Array;
  readonly contentType: string | null;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly hints: CacheHints;
  readonly xRobotsTag: string | null;
  readonly tdmReservation: string | null;
  /** The Link header, where a hub may be named. */
  readonly link: string | null;
}

export interface UnchangedDownload {
  readonly status: "unchanged";
  readonly url: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly hints: CacheHints;
}

export interface FailedDownload {
  readonly status: "failed";
  readonly kind: "http" | "network" | "blocked" | "too-large" | "timeout" | "rate-limited";
  readonly httpStatus: number | null;
  readonly retryAfterMs: number | null;
  /** A sentence. */
  readonly reason: string;
}

export type Downloaded = FreshDownload | UnchangedDownload | FailedDownload;
export type SentForm = { readonly status: "answered"; readonly httpStatus: number } | FailedDownload;
/** Posts a form to another server, without following redirects; politely and safely as downloads are. */
export type SendForm = (url: string, fields: Readonly<Record<string, string>>) => Promise<SentForm>;
export type Download = (url: string, request?: DownloadRequest) => Promise<Downloaded>;

export interface DownloadSettings {
  readonly userAgent: string;
  /** "127.0.0.1:8080": hosts that may be private. They are the administrator's own: no pause between requests. */
  readonly allowedHosts: readonly string[];
  readonly clock?: () => Date;
  readonly lookup?: LookupFunction;
  readonly hostSpacingMs?: number;
  readonly hostConcurrencyMax?: number;
  /** How long a host that asks to be left alone is left alone at most. */
  readonly holdMsMax?: number;
  /** Another's, to be polite together; the longest wish of a host then holds for both. */
  readonly gate?: HostGate;
  readonly proxy?: ProxySettings;
}

const REDIRECT_STATUSES: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

function fail(kind: FailedDownload["kind"], reason: string, more: Partial<FailedDownload> = {}): FailedDownload {
  return { status: "failed", kind, httpStatus: null, retryAfterMs: null, reason, ...more };
}

export function createDownload(settings: DownloadSettings): {
  readonly download: Download;
  readonly sendForm: SendForm;
  /** Why the bot may not go there, as far as the address tells; null where it may. */
  readonly findBlock: (url: string) => string | null;
  readonly gate: HostGate;
  close(): Promise<void>;
} {
  const clock = settings.clock ?? (() => new Date());
  const allowed = readAllowedHosts(settings.allowedHosts);
  const concurrencyMax = settings.hostConcurrencyMax ?? HOST_CONCURRENCY_MAX;
  const spacingMs = settings.hostSpacingMs ?? HOST_SPACING_MS;
  const gate = settings.gate ?? createHostGate({ concurrencyMax, spacingMs, now: () => performance.now() });
  const { lookup, userAgent, proxy = STRAIGHT } = settings;
  const connect = { allowed, timeoutMs: CONNECT_TIMEOUT_MS, ...(lookup === undefined ? {} : { lookup }) };
  const ways = createWays(connect, { proxy, connections: concurrencyMax });

  type Hop = Downloaded | { readonly status: "moved"; readonly to: string; readonly isPermanent: boolean };

  /** One request, one answer. */
  async function visit(
    url: URL,
    request: DownloadRequest,
    { cookies, access }: { readonly cookies: RedirectCookies; readonly access: Access | null },
    signal: AbortSignal,
  ): Promise<Hop> {
    const bytesMax = request.bytesMax ?? (request.accept === "feed" ? FEED_BYTES_MAX : PAGE_BYTES_MAX);
    const response = await send(url, {
      dispatcher: ways.find(url),
      method: "GET",
      headers: toHeaders(request, { userAgent, cookie: cookies.find(url.host), access: access?.headers ?? {} }),
      signal,
    });
    const { statusCode, headers, body } = response;
    // Without a listener a body destroyed early would end the process.
    body.on("error", () => undefined);
    const now = clock();
    const discard = () => body.dump({ limit: DISCARDED_BYTES_MAX, signal }).catch(() => undefined);
    const location = decodeLocation(getHeader(headers, "location"));
    if (REDIRECT_STATUSES.has(statusCode) && location !== null) {
      cookies.note(url.host, headers);
      await discard();
      if (!URL.canParse(location, url.href))
        return fail("http", `${url.hostname} sends on to an address that is no URL.`);
      const to = new URL(location, url).href;
      return { status: "moved", to, isPermanent: statusCode === 301 || statusCode === 308 };
    }
    const found = {
      url: url.href,
      etag: getHeader(headers, "etag"),
      lastModified: getHeader(headers, "last-modified"),
      hints: readCacheHints(headers, now),
    };
    if (statusCode === 304 && (request.etag || request.lastModified)) {
      await discard();
      return { status: "unchanged", ...found };
    }
    const retryAfterMs = readRetryAfter(headers, now);
    if (statusCode === 429 || (statusCode === 503 && retryAfterMs !== null)) {
      await discard();
      const holdMs = Math.min(retryAfterMs ?? HOLD_MS, settings.holdMsMax ?? HOLD_MS_MAX);
      gate.hold(url.host, holdMs);
      const reason = `${url.hostname} asks to be visited less often (${statusCode}).`;
      return fail("rate-limited", reason, { httpStatus: statusCode, retryAfterMs });
    }
    if (statusCode !== 200 && statusCode !== 203) {
      await discard();
      const reason = describeStatus(statusCode, url.hostname, headers, access !== null);
      return fail("http", reason, { httpStatus: statusCode });
    }
    if (Number(getHeader(headers, "content-length") ?? 0) > bytesMax) {
      body.destroy();
      throw new TooLargeError(bytesMax);
    }
    const packed = await readBody(body, bytesMax);
    return {
      status: "fresh",
      ...found,
      permanentUrl: null,
      body: await unpack(packed, getHeader(headers, "content-encoding"), bytesMax),
      contentType: getHeader(headers, "content-type"),
      xRobotsTag: toMultiHeader(headers, "x-robots-tag"),
      tdmReservation: getHeader(headers, "tdm-reservation"),
      link: toMultiHeader(headers, "link"),
    };
  }

  async function post(url: URL, fields: Readonly<Record<string, string>>, signal: AbortSignal): Promise<SentForm> {
    const headers = { "user-agent": userAgent, "content-type": "application/x-www-form-urlencoded" };
    const body = new URLSearchParams(fields).toString();
    const dispatcher = ways.find(url);
    const response = await send(url, { dispatcher, method: "POST", headers, body, signal });
    response.body.on("error", () => undefined);
    await response.body.dump({ limit: DISCARDED_BYTES_MAX, signal }).catch(() => undefined);
    return { status: "answered", httpStatus: response.statusCode };
  }

  /** Waits for the host's turn, then visits. The deadline counts network time only. */
  async function inTurn<T>(
    url: URL,
    deadline: { leftMs: number },
    visit: (signal: AbortSignal) => Promise<T>,
  ): Promise<T | FailedDownload> {
    const isOwn = allowed.has(toHostKey(url.hostname, url.port, url.protocol));
    const leave = await gate.enter(url.host, isOwn && settings.hostSpacingMs === undefined ? 0 : undefined);
    if (leave === null) return fail("rate-limited", `Too many requests wait for ${url.hostname} already.`);
    try {
      const heldMs = gate.heldMs(url.host);
      if (heldMs > 0) {
        const reason = `${url.hostname} asked to be left alone for a while.`;
        return fail("rate-limited", reason, { retryAfterMs: heldMs });
      }
      const startedAt = performance.now();
      const signal = AbortSignal.timeout(Math.max(1, Math.ceil(deadline.leftMs)));
      try {
        return await visit(signal);
      } catch (error) {
        const isProxied = findProxy(url, proxy) !== null;
        return fail(...describeFailure(error, url.hostname, { isDeadlineOver: signal.aborted, isProxied }));
      } finally {
        deadline.leftMs -= performance.now() - startedAt;
      }
    } finally {
      leave();
    }
  }

  /** The URL, or why the bot may not go there. */
  function readUrl(address: string): URL | BlockedError {
    try {
      return checkUrl(address, allowed);
    } catch (error) {
      if (error instanceof BlockedError) return error;
      throw error;
    }
  }

  async function sendForm(given: string, fields: Readonly<Record<string, string>>): Promise<SentForm> {
    const url = readUrl(given);
    if (url instanceof BlockedError) return fail("blocked", url.message);
    return inTurn(url, { leftMs: TIMEOUT_MS }, (signal) => post(url, fields, signal));
  }

  async function download(given: string, request: DownloadRequest = {}): Promise<Downloaded> {
    const deadline = { leftMs: request.timeoutMs ?? TIMEOUT_MS };
    let address = given;
    let isPermanent = true;
    const cookies = createRedirectCookies();
    let isAtHome = true;
    for (let redirects = 0; redirects <= REDIRECTS_MAX; redirects += 1) {
      const url = readUrl(address);
      if (url instanceof BlockedError) {
        const before = redirects === 0 ? "" : "It sends on to where the bot may not go. ";
        return fail("blocked", `${before}${url.message}`);
      }
      if (request.origins !== undefined && !request.origins.includes(url.origin)) {
        return fail("blocked", `${url.hostname} is not where this is fetched from.`);
      }
      url.hash = "";
      // Once another has sent the bot on, it may be the other who chose the address: nothing secret goes there.
      isAtHome &&= url.origin === request.access?.origin;
      const carried = { cookies, access: isAtHome ? (request.access ?? null) : null };
      const hop = await inTurn<Hop>(url, deadline, (signal) => visit(url, request, carried, signal));
      if (hop.status === "fresh" && redirects > 0 && isPermanent) return { ...hop, permanentUrl: hop.url };
      if (hop.status !== "moved") return hop;
      isPermanent &&= hop.isPermanent;
      address = hop.to;
    }
    return fail("http", `The address sends on more than ${REDIRECTS_MAX} times.`);
  }

  return {
    download,
    sendForm,
    findBlock(address) {
      const url = readUrl(address);
      return url instanceof BlockedError ? url.message : null;
    },
    gate,
    async close() {
      gate.close();
      await ways.close();
    },
  };
}
