/** Limits how often one key may do something: a token bucket for each key, with bounded memory. */

import { createBoundedMap } from "../domain/bounded-map.ts";

export interface Limiter {
  /** True when the key may go on; takes one token. */
  take(key: string): boolean;
}

/** Keys beyond keysMax push out the one used longest ago. */
export function createLimiter(options: {
  /** So many at once; as many more come back over the window. */
  readonly max: number;
  readonly windowMs: number;
  readonly keysMax: number;
  readonly clock: () => Date;
}): Limiter {
  const buckets = createBoundedMap<string, { readonly tokens: number; readonly atMs: number }>(options.keysMax);
  return {
    take(key) {
      const nowMs = options.clock().getTime();
      const bucket = buckets.get(key) ?? { tokens: options.max, atMs: nowMs };
      const refill = (Math.max(0, nowMs - bucket.atMs) / options.windowMs) * options.max;
      const tokens = Math.min(options.max, bucket.tokens + refill);
      buckets.set(key, { tokens: tokens >= 1 ? tokens - 1 : tokens, atMs: nowMs });
      return tokens >= 1;
    },
  };
}
