/** Limits how often one key may do something, by a token bucket for each key with bounded memory, and how much at once. */

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

export interface UnderWay {
  /** Begins one more for the key; call the result when it has ended. Null when as many as may be are under way. */
  begin(key: string): (() => void) | null;
}

export function createUnderWay(max: number): UnderWay {
  const counts = new Map<string, number>();
  return {
    begin(key) {
      const count = counts.get(key) ?? 0;
      if (count >= max) return null;
      counts.set(key, count + 1);
      return () => {
        const left = (counts.get(key) ?? 1) - 1;
        if (left > 0) counts.set(key, left);
        else counts.delete(key);
      };
    },
  };
}
