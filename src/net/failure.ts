/** What went wrong on the network, in a sentence that names the host and nothing secret. */

import { BlockedError } from "./address.ts";
import { EncodingError, TooLargeError } from "./body.ts";
import { getHeader, type Headers } from "./hints.ts";

type Kind = "http" | "network" | "blocked" | "too-large" | "timeout";

const SENTENCES: Readonly<Record<string, (host: string) => string>> = {
  ENOTFOUND: (host) => `There is no host called ${host}, or the bot’s own network does not find it.`,
  EAI_AGAIN: (host) => `The name ${host} cannot be looked up just now.`,
  ECONNREFUSED: (host) => `${host} does not take connections.`,
  ECONNRESET: (host) => `${host} broke the connection off.`,
  EHOSTUNREACH: (host) => `${host} cannot be reached.`,
  ENETUNREACH: (host) => `${host} cannot be reached.`,
  UND_ERR_SOCKET: (host) => `${host} broke the connection off.`,
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: (host) => `${host} sent less than it announced.`,
  UND_ERR_HEADERS_OVERFLOW: (host) => `${host} sent too many headers.`,
  UND_ERR_DESTROYED: () => "The bot is stopping.",
  UND_ERR_CLOSED: () => "The bot is stopping.",
  CERT_HAS_EXPIRED: (host) => `The certificate of ${host} has expired.`,
  ERR_TLS_CERT_ALTNAME_INVALID: (host) => `The certificate of ${host} is for another host.`,
  DEPTH_ZERO_SELF_SIGNED_CERT: (host) => `The certificate of ${host} is not trusted.`,
  SELF_SIGNED_CERT_IN_CHAIN: (host) => `The certificate of ${host} is not trusted.`,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: (host) => `The certificate of ${host} is not trusted.`,
};

const TIMEOUT_CODES: ReadonlySet<string> = new Set([
  "UND_ERR_CONNECT_TIMEOUT",
  "UND_ERR_HEADERS_TIMEOUT",
  "UND_ERR_BODY_TIMEOUT",
  "ETIMEDOUT",
]);

function findCode(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  if ("code" in error && typeof error.code === "string") return error.code;
  if (error instanceof AggregateError) return findCode(error.errors[0]);
  return findCode(error.cause);
}

/** A check whether the visitor is a person, which no bot passes. */
export const ROBOT_CHECK =
  "answers with a check for robots. Ask the site to let the bot through, or name another feed of it.";

export function describeStatus(status: number, host: string, headers: Headers, hasAccess = false): string {
  if (getHeader(headers, "cf-mitigated") === "challenge") return `${host} ${ROBOT_CHECK}`;
  if (status === 404) return `${host} has nothing at this address (404).`;
  if (status === 410) return `${host} says this is gone for good (410).`;
  if ((status === 401 || status === 403) && hasAccess) return `${host} refuses the access it was given (${status}).`;
  if (status === 401) return `${host} asks for a log-in (401).`;
  if (status === 403) return `${host} refuses to show this (${status}).`;
  if (status >= 500) return `${host} is in trouble (${status}).`;
  return `${host} answered with status ${status}.`;
}

/** These come of a connection that was never made; through a proxy, of the one to it. */
const UNCONNECTED_CODES: ReadonlySet<string> = new Set([
  "ENOTFOUND",
  "EAI_AGAIN",
  "ECONNREFUSED",
  "EHOSTUNREACH",
  "ENETUNREACH",
]);

function describeProxy(error: unknown, host: string, code: string | null): string | null {
  const status =
    error instanceof Error
      ? /^Proxy (?:response|Authentication Required) \((\d{3})\)/.exec(error.message)?.[1]
      : undefined;
  if (status === "407") return "The proxy asks for another user name and password (407).";
  if (status !== undefined) return `The proxy does not connect to ${host} (${status}).`;
  return code !== null && UNCONNECTED_CODES.has(code) ? `The proxy cannot be reached (${code}).` : null;
}

export interface Circumstances {
  readonly isDeadlineOver: boolean;
  readonly isProxied?: boolean;
}

/** Throws again what is no failure of the network but a fault of the program. */
export function describeFailure(
  error: unknown,
  host: string,
  { isDeadlineOver, isProxied = false }: Circumstances,
): readonly [Kind, string] {
  if (error instanceof BlockedError) return ["blocked", error.message];
  if (error instanceof TooLargeError) return ["too-large", error.message];
  // Such as a length of -1: undici's parser gives it no code.
  if (error instanceof Error && error.name === "HTTPParserError") {
    return ["network", `${host} answers in a way that is no HTTP.`];
  }
  if (error instanceof EncodingError) return ["http", error.message];
  const code = findCode(error);
  if (isDeadlineOver || (code !== null && TIMEOUT_CODES.has(code))) {
    return ["timeout", `${host} took too long to answer.`];
  }
  const ofProxy = isProxied ? describeProxy(error, host, code) : null;
  if (ofProxy !== null) return ["network", ofProxy];
  if (code === null) throw error;
  const sentence = SENTENCES[code];
  return ["network", sentence?.(host) ?? `${host} could not be read (${code}).`];
}
