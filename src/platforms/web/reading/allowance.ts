/** How often one person may read: so many in a minute, and so many at once over all people. */

import { createBoundedMap } from "../../../domain/bounded-map.ts";

const WINDOW_MS = 60_000;
const PER_WINDOW_MAX = 600;
const AT_ONCE_MAX = 32;
const PEOPLE_MAX = 5_000;

export interface Allowance {
  /** Seconds to wait, or what is called when the reading is done. */
  take(person: string): number | (() => void);
}

export function createAllowance(clock: () => Date, perWindowMax = PER_WINDOW_MAX): Allowance {
  const people = createBoundedMap<string, { readonly since: number; count: number }>(PEOPLE_MAX);
  let running = 0;
  return {
    take(person) {
      const now = clock().getTime();
      const known = people.get(person);
      const own = known === undefined || now - known.since >= WINDOW_MS ? { since: now, count: 0 } : known;
      if (own !== known) people.set(person, own);
      if (own.count >= perWindowMax) return Math.max(1, Math.ceil((own.since + WINDOW_MS - now) / 1000));
      if (running >= AT_ONCE_MAX) return 1;
      own.count += 1;
      running += 1;
      return () => {
        running -= 1;
      };
    },
  };
}
