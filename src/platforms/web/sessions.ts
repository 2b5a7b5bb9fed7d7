/** Who is logged in to the page: a password, throttled guesses, and cookies that no other site can use. */

import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { createBoundedMap } from "../../domain/bounded-map.ts";

const COOKIE = "pullquote-session";
const SESSION_MS = 7 * 24 * 60 * 60 * 1000;
const SESSIONS_MAX = 200;
/** Wrong passwords within the window: from one address, and from all together. */
const WINDOW_MS = 60_000;
const WRONG_PER_ADDRESS_MAX = 5;
const WRONG_MAX = 30;
const ADDRESSES_MAX = 5_000;

export interface Sessions {
  /** Stands for the person behind a request: their session, or their address where there is no password. Null: not logged in. */
  findPerson(request: IncomingMessage): string | null;
  /** The cookie to be set for the right password; why not, for another. */
  logIn(
    password: string,
    request: IncomingMessage,
  ): { readonly cookie: string } | { readonly refusal: "wrong" | "often" };
  /** The cookie to be set when one leaves. */
  logOut(request: IncomingMessage): string;
  /** True for a program that sends the password itself, as a scraper of metrics or a reader of feeds does. */
  isBearer(request: IncomingMessage): boolean;
}

const toDigest = (text: string): Buffer => createHash("sha256").update(text).digest();
const isSame = (a: string, b: string): boolean => timingSafeEqual(toDigest(a), toDigest(b));

function readCookie(request: IncomingMessage): string | null {
  for (const part of (request.headers.cookie ?? "").split(";")) {
    const [name, value = ""] = part.trim().split("=");
    if (name === COOKIE) return value;
  }
  return null;
}

/** Programs write letters beyond ASCII as UTF-8 or as Latin-1; nothing in a header says which. */
const toReadings = (bytes: Buffer): readonly string[] => [bytes.toString("utf8"), bytes.toString("latin1")];

/** Readers of feeds know HTTP Basic alone; the name given with it is nobody's. Null when no password is given. */
function readGiven({ headers: { authorization = "" } }: IncomingMessage): readonly string[] | null {
  const [, basic] = /^Basic ([A-Za-z0-9+/=]{1,2000})$/i.exec(authorization) ?? [];
  if (basic !== undefined) {
    const given = toReadings(Buffer.from(basic, "base64")).flatMap((text) => /^[^:]*:([\s\S]*)$/.exec(text)?.[1] ?? []);
    return given.length === 0 ? null : given;
  }
  const [, bearer] = /^Bearer (.{1,2000})$/i.exec(authorization) ?? [];
  // Node reads each byte of a header as one letter.
  return bearer === undefined ? null : toReadings(Buffer.from(bearer, "latin1"));
}

/** A proxy says so when the browser came by https. */
const isSecure = (request: IncomingMessage): boolean => request.headers["x-forwarded-proto"] === "https";

export function createSessions(password: string | null, clock: () => Date): Sessions {
  /** Only digests are kept: a copy of the memory opens no session. */
  const sessions = createBoundedMap<string, number>(SESSIONS_MAX);
  const wrong = createBoundedMap<string, readonly number[]>(ADDRESSES_MAX);
  const now = (): number => clock().getTime();
  const toKey = (cookie: string): string => toDigest(cookie).toString("hex");
  const toCookie = (value: string, ageMs: number, request: IncomingMessage): string =>
    `${COOKIE}=${value}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${ageMs / 1000}${isSecure(request) ? "; Secure" : ""}`;

  function countWrong(key: string): number {
    const recent = (wrong.get(key) ?? []).filter((at) => at > now() - WINDOW_MS);
    wrong.set(key, recent);
    return recent.length;
  }
  const noteWrong = (key: string): void => wrong.set(key, [...(wrong.get(key) ?? []), now()]);

  /** Checks a password that somebody sent; "often" without looking at it once there were too many wrong ones. */
  function check(given: readonly string[], request: IncomingMessage): "right" | "wrong" | "often" {
    const address = `address:${request.socket.remoteAddress ?? ""}`;
    if (countWrong(address) >= WRONG_PER_ADDRESS_MAX || countWrong("all") >= WRONG_MAX) return "often";
    if (password !== null && given.some((each) => isSame(each, password))) return "right";
    noteWrong(address);
    noteWrong("all");
    return "wrong";
  }

  return {
    findPerson(request) {
      if (password === null) return `address-${request.socket.remoteAddress ?? ""}`;
      const cookie = readCookie(request);
      if (cookie === null) return null;
      const key = toKey(cookie);
      const until = sessions.get(key);
      return until === undefined || until <= now() ? null : `session-${key.slice(0, 16)}`;
    },
    logIn(given, request) {
      const outcome = check([given], request);
      if (outcome !== "right") return { refusal: outcome };
      const value = randomBytes(32).toString("base64url");
      sessions.set(toKey(value), now() + SESSION_MS);
      return { cookie: toCookie(value, SESSION_MS, request) };
    },
    logOut(request) {
      const cookie = readCookie(request);
      if (cookie !== null) sessions.delete(toKey(cookie));
      return toCookie("", 0, request);
    },
    isBearer(request) {
      const given = readGiven(request);
      return password !== null && given !== null && check(given, request) === "right";
    },
  };
}
