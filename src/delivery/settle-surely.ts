/** How a post ended is written down, however long the database is away: what is forgotten would be sent again. */

import { setTimeout as wait } from "node:timers/promises";
import { toMessage } from "../domain/errors.ts";
import type { Log } from "../domain/platform.ts";

const PAUSE_MS = 250;
const PAUSE_MS_MAX = 5_000;
/** By then its lease has long ended, and whoever looks after it knows that it may have arrived. */
const WRITTEN_MS_MAX = 10 * 60 * 1000;

export async function settleSurely<Settled>(
  write: () => Promise<Settled>,
  { log, pauseMs = PAUSE_MS }: { readonly log: Log; readonly pauseMs?: number },
): Promise<Settled> {
  const end = performance.now() + WRITTEN_MS_MAX;
  for (let next = pauseMs; ; next = Math.min(next * 2, PAUSE_MS_MAX)) {
    try {
      return await write();
    } catch (error) {
      if (performance.now() > end) throw error;
      if (next === pauseMs) log.warn({ reason: toMessage(error) }, "delivery_not_settled");
    }
    // Nobody's stop waits for it.
    await wait(next, undefined, { ref: false });
  }
}
