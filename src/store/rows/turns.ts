/** Turns of the event loop between batches: SQLite answers at once, so that a long row of statements lets nobody else in. */

import { setImmediate } from "node:timers/promises";

/** Whatever waits (answers, timers, sends) has its turn. */
export const takeTurn = (): Promise<void> => setImmediate();
