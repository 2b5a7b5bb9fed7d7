/** What a server says about when to come back: Retry-After, Cache-Control, Expires. */

const DELTA_PATTERN = /^\s*(\d{1,9})\s*$/;

export interface CacheHints {
  /** How long the answer stays fresh by Cache-Control or Expires; null when the server does not say. */
  readonly maxAgeMs: number | null;
  /** When the server wants to be asked again, even of a good answer. */
  readonly retryAfterMs: number | null;
}

export type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

/** All of a header that may come several times. */
export const toMultiHeader = (headers: Headers, name: string): string | null =>
  headers[name] === undefined ? null : [headers[name]].flat().join(", ");

/** One header as the server sent it; of several with the same name the first. */
export function getHeader(headers: Headers, name: string): string | null {
  const value = headers[name];
  return typeof value === "string" ? value : (value?.[0] ?? null);
}

function readHttpDate(text: string): number | null {
  // Every form of an HTTP date names its weekday and zone; anything else Date might accept is no HTTP date.
  if (!/^[A-Z][a-z]{2,8},? .*\d{2}:\d{2}:\d{2}/.test(text)) return null;
  const time = Date.parse(/GMT|UTC/.test(text) ? text : `${text} GMT`);
  return Number.isNaN(time) ? null : time;
}

/** Seconds or an HTTP date; null when the header is missing or unreadable. Never negative. */
export function readRetryAfter(headers: Headers, now: Date): number | null {
  const text = getHeader(headers, "retry-after");
  if (text === null) return null;
  const seconds = DELTA_PATTERN.exec(text)?.[1];
  if (seconds !== undefined) return Number(seconds) * 1000;
  const time = readHttpDate(text);
  return time === null ? null : Math.max(0, time - now.getTime());
}

export function readCacheHints(headers: Headers, now: Date): CacheHints {
  const retryAfterMs = readRetryAfter(headers, now);
  const control = getHeader(headers, "cache-control") ?? "";
  if (/\bno-(?:cache|store)\b/i.test(control)) return { maxAgeMs: null, retryAfterMs };
  const maxAge = /(?:^|[\s,])max-age\s*=\s*"?(\d{1,9})/i.exec(control)?.[1];
  if (maxAge !== undefined) {
    const age = DELTA_PATTERN.exec(getHeader(headers, "age") ?? "")?.[1] ?? "0";
    return { maxAgeMs: Math.max(0, Number(maxAge) - Number(age)) * 1000, retryAfterMs };
  }
  const expiresAt = readHttpDate(getHeader(headers, "expires") ?? "");
  // Measured by the server's own clock, which need not be ours.
  const serverNow = readHttpDate(getHeader(headers, "date") ?? "") ?? now.getTime();
  return { maxAgeMs: expiresAt === null || expiresAt <= serverNow ? null : expiresAt - serverNow, retryAfterMs };
}
