/** How a post ended is written down, however long the database is away: what is forgotten would be sent again. */

import { setTimeout as wait } from "node:timers/promises";
import { toMessage } from "../domain/errors.ts";
import type { Log } from "../domain/platform.ts";

const PAUSE_MS = 250;
const PAUSE_MS_MAX = 5_000;
/** By then its lease has long ended, and whoever looks after it knows that it may have arrived. */
const WRITTEN_MS_MAX = 10 * 60 * 1000;

async function writeAgain<Settled>(write: () => Promise<Settled>): Promise<Settled> {
  const end = performance.now() + WRITTEN_MS_MAX;
  for (let pauseMs = PAUSE_MS; ; pauseMs = Math.min(pauseMs * 2, PAUSE_MS_MAX)) {
    // Nobody's stop waits for it.
    await wait(pauseMs, undefined, { ref: false });
    try {
      return await write();
    } catch (error) {
      if (performance.now() > end) throw error;
    }
  }
}

/** Resolves when it is written down, or has failed once and is tried on beside: nothing else waits for that. */
export async function settleSurely<Settled>(
  write: () => Promise<Settled>,
  onSettled: (settled: Settled) => Promise<void>,
  { log }: { readonly log: Log },
): Promise<void> {
  let settled: Settled;
  try {
    settled = await write();
  } catch (error) {
    log.warn({ reason: toMessage(error) }, "delivery_not_settled");
    writeAgain(write)
      .then(onSettled)
      .catch((last) => log.error({ reason: toMessage(last) }, "delivery_never_settled"));
    return;
  }
  await onSettled(settled);
}
