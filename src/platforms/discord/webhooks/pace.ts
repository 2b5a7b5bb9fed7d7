/** How fast webhooks may post in a channel: Discord takes thirty a minute there, and counts what it refuses. */

import { createBoundedMap } from "../../../domain/bounded-map.ts";

const COUNT_MAX = 30;
const WINDOW_MS = 60_000;
const CHANNELS_MAX = 2_000;

export interface Pace {
  /** 0 when it may go now, which counts; else how long it has to wait. */
  take(channelId: string): number;
}

/** Its clock is one that nobody sets. */
export function createPace(now: () => number = () => performance.now()): Pace {
  const sent = createBoundedMap<string, readonly number[]>(CHANNELS_MAX);
  return {
    take(channelId) {
      const moment = now();
      const recent = (sent.get(channelId) ?? []).filter((at) => at > moment - WINDOW_MS);
      const isFull = recent.length >= COUNT_MAX;
      sent.set(channelId, isFull ? recent : [...recent, moment]);
      return isFull ? Math.ceil((recent[0] ?? moment) + WINDOW_MS - moment) : 0;
    },
  };
}
