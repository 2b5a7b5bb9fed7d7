/** Long work in pieces: SQLite answers at once, so that a long row of statements would let nobody else in. */

import { setImmediate } from "node:timers/promises";

/** A piece that takes longer is cut smaller the next time, and one that takes half as long larger. */
const PIECE_MS_MAX = 25;
const PIECE_MS_MIN = PIECE_MS_MAX / 2;
/** The first piece is so small a part, for nobody knows yet what a row takes. */
const FIRST_PART = 100;

/** Whatever waits (answers, timers, sends) has its turn. */
export const takeTurn = (): Promise<void> => setImmediate();

/**
 * Does work on at most so many rows at a time until a piece finds none; resolves with how many there were. Between two
 * pieces others have their turn, and a piece is as large as its time allows.
 */
export async function doInPieces(
  rowsMax: number,
  doPiece: (limit: number) => Promise<number>,
  now = (): number => performance.now(),
): Promise<number> {
  let limit = Math.max(1, Math.ceil(rowsMax / FIRST_PART));
  let total = 0;
  for (;;) {
    const start = now();
    const count = await doPiece(limit);
    if (count === 0) return total;
    total += count;
    const tookMs = now() - start;
    if (tookMs > PIECE_MS_MAX) limit = Math.max(1, Math.floor(limit / 2));
    else if (tookMs < PIECE_MS_MIN) limit = Math.min(rowsMax, limit * 2);
    await takeTurn();
  }
}
