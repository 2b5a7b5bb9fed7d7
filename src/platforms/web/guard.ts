/** Who may talk to the page: browsers on this machine, from the page itself; never a stranger's site. */

import type { IncomingMessage, ServerResponse } from "node:http";

const LOOPBACK_NAMES: readonly string[] = ["127.0.0.1", "localhost", "[::1]"];
const BODY_BYTES_MAX = 64 * 1024;

/**
 * A page elsewhere can point its own name at this address; the Host header then gives it away.
 * Any port passes, because a container's port is mapped.
 */
export function isAllowedHost(header: string | undefined, servedHost: string): boolean {
  if (header === undefined) return false;
  const name = header.replace(/:\d{1,5}$/, "").toLowerCase();
  return (
    LOOPBACK_NAMES.includes(name) ||
    (servedHost !== "0.0.0.0" && servedHost !== "::" && name === servedHost.toLowerCase())
  );
}

/** Browsers name the page a request comes from; a request of this page's own has the same host. */
export function isSameOrigin(request: Pick<IncomingMessage, "headers">): boolean {
  const site = request.headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin" && site !== "none") return false;
  const { origin, host } = request.headers;
  return origin === undefined || (URL.canParse(origin) && new URL(origin).host === host);
}

export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  "content-security-policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-resource-policy": "same-origin",
  "x-frame-options": "DENY",
};

export function respond(response: ServerResponse, status: number, contentType: string, body: string): void {
  response
    .writeHead(status, { ...SECURITY_HEADERS, "content-type": contentType, "cache-control": "no-store" })
    .end(body);
}

export function respondJson(response: ServerResponse, status: number, value: unknown): void {
  respond(response, status, "application/json; charset=utf-8", JSON.stringify(value));
}

/** The JSON a request carries; null when it is too large or no JSON. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk as Uint8Array);
    length += bytes.length;
    if (length > BODY_BYTES_MAX) return null;
    chunks.push(bytes);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString("utf8"));
  } catch {
    return null;
  }
}
