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

/** Browsers name the asking page on every POST and event stream; programs without a page name none. */
export function isSameOrigin(request: IncomingMessage): boolean {
  const { origin, host } = request.headers;
  const site = request.headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin") return false;
  // A proxy may have taken the browser's https off.
  return origin === undefined || (host !== undefined && /^https?:\/\/(.*)$/i.exec(origin)?.[1] === host);
}

export const isJson = (request: IncomingMessage): boolean =>
  /^application\/json(?:\s*;|$)/i.test(request.headers["content-type"] ?? "");

/** A browser that opens an address asks for a page; programs and the page's own scripts take anything. */
export const wantsPage = ({ headers }: IncomingMessage): boolean => /\btext\/html\b/i.test(headers.accept ?? "");

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

/** What the page sends nests twice. */
const JSON_DEPTH_MAX = 8;
const [QUOTATION, BACKSLASH] = [34, 92];

/** Brackets outside strings, counted in the bytes: nothing is built of what nests without end. */
function isTooDeep(bytes: Buffer): boolean {
  let depth = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === QUOTATION) {
      // A file makes a string of megabytes: its end is looked for at once.
      let end = bytes.indexOf(QUOTATION, at + 1);
      while (end !== -1 && isEscaped(bytes, end)) end = bytes.indexOf(QUOTATION, end + 1);
      if (end === -1) return false;
      at = end;
    } else if (byte === 91 || byte === 123) {
      depth += 1;
      if (depth > JSON_DEPTH_MAX) return true;
    } else if (byte === 93 || byte === 125) depth -= 1;
  }
  return false;
}

function isEscaped(bytes: Buffer, at: number): boolean {
  let count = 0;
  while (bytes[at - 1 - count] === BACKSLASH) count += 1;
  return count % 2 === 1;
}

/** Null when it is not JSON, or none of the page's. */
export function readJson(bytes: Buffer): unknown {
  if (isTooDeep(bytes)) return null;
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
