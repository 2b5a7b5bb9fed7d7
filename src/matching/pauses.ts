/** Long work of the main thread in short pieces, so that nobody waits for all of it. */

import { setImmediate as nextTurn } from "node:timers/promises";

const WORK_MS_MAX = 20;

/** To be called between pieces: after so much work at a stretch all others have their turn. */
export function createPauses(workMsMax = WORK_MS_MAX): () => Promise<void> {
  let begunAt = performance.now();
  return async () => {
    if (performance.now() - begunAt < workMsMax) return;
    await nextTurn();
    begunAt = performance.now();
  };
}
