/** Who may ask what of the page's server: loopback names, same origin, small JSON bodies, and strict headers. */

import type { IncomingMessage, ServerResponse } from "node:http";

export const BODY_BYTES_MAX = 32_768;
const LOOPBACK_HOST = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/i;

/**
 * A foreign name that was pointed at 127.0.0.1 (DNS rebinding) still arrives under its own name, so only the
 * names of this machine are answered.
 */
export const isLoopbackHost = (host: string | undefined): boolean => host !== undefined && LOOPBACK_HOST.test(host);

export const isLoopbackAddress = (address: string): boolean => /^(?:localhost|127\.\d+\.\d+\.\d+|::1)$/.test(address);

/** Browsers name the asking page on every POST; programs without a page name none. */
export function isSameOrigin(request: IncomingMessage): boolean {
  const { origin, host } = request.headers;
  const site = request.headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin") return false;
  return origin === undefined || (host !== undefined && origin.toLowerCase() === `http://${host}`.toLowerCase());
}

export const isJson = (request: IncomingMessage): boolean =>
  /^application\/json(?:\s*;|$)/i.test(request.headers["content-type"] ?? "");

/** The whole body; null when it is longer than that. */
export async function readBytes(request: IncomingMessage, bytesMax: number): Promise<Buffer | null> {
  if (Number(request.headers["content-length"] ?? 0) > bytesMax) return null;
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > bytesMax) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Null when it is not JSON. */
export function readJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString("utf8")) as unknown;
  } catch {
    return null;
  }
}

/** Sent with every answer. Nothing outside this server is loaded, framed or told where one came from. */
export function setStrictHeaders(response: ServerResponse, nonce: string | null): void {
  const allowed =
    nonce === null
      ? "default-src 'none'"
      : `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'; connect-src 'self'; img-src 'self' data:`;
  response.setHeader(
    "Content-Security-Policy",
    `${allowed}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  );
  response.setHeader("X-Content-Type-Options", "nosniff");
  response.setHeader("X-Frame-Options", "DENY");
  response.setHeader("Referrer-Policy", "no-referrer");
  response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
  response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
  response.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
  response.setHeader("Cache-Control", "no-store");
}
