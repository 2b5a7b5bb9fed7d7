/** Cookies a server sets while it sends on, given back to it on the same way only: some send on for ever without. */

import type { Headers } from "./hints.ts";

const COOKIES_MAX = 20;
const COOKIE_LENGTH_MAX = 2000;

export interface RedirectCookies {
  note(host: string, headers: Headers): void;
  /** The header for a host; null when it set none. */
  find(host: string): string | null;
}

export function createRedirectCookies(): RedirectCookies {
  const set = new Map<string, Map<string, string>>();
  return {
    note(host, headers) {
      const given = headers["set-cookie"] ?? [];
      const own = set.get(host) ?? new Map<string, string>();
      for (const line of typeof given === "string" ? [given] : given) {
        const pair = /^\s*([^=;\s]{1,200})=([^;\r\n]{0,2000})/.exec(line.slice(0, COOKIE_LENGTH_MAX));
        if (pair?.[1] !== undefined && own.size < COOKIES_MAX) own.set(pair[1], (pair[2] ?? "").trim());
      }
      if (own.size > 0) set.set(host, own);
    },
    find(host) {
      const own = set.get(host);
      return own === undefined ? null : [...own].map(([name, value]) => `${name}=${value}`).join("; ");
    },
  };
}
