/** The time of the program. A clock that jumps is not believed at once: one that is wrong for minutes harms nothing. */

import { uptime } from "node:os";
import type { Log } from "../domain/platform.ts";

/** Clocks are put right by so much every day, and nothing here depends on it. */
const CORRECTION_MS_MAX = 2 * 60_000;
/** A clock that has stood elsewhere for so long is right: this one was wrong before. */
const BELIEVED_AFTER_MS = 30 * 60_000;
/** Asking how long the machine is up reads a file. */
const UPTIME_ASKED_EVERY_MS = 60_000;

export interface SteadyClockOptions {
  readonly log: Log;
  /** Told when the clock was put back for good: what was set under the other is now far ahead. */
  readonly onPutBack: () => void;
  /** What the machine says the time is. */
  readonly wallMs?: () => number;
  /** Never jumps, and stands still while the machine sleeps. */
  readonly runningMs?: () => number;
  /** Never jumps, and goes on while the machine sleeps. */
  readonly uptimeMs?: () => number;
}

/** Goes on evenly while the machine's clock stands elsewhere; follows it after a sleep, and after half an hour. */
export function createSteadyClock({
  log,
  onPutBack,
  wallMs = () => Date.now(),
  runningMs = () => performance.now(),
  uptimeMs = () => uptime() * 1000,
}: SteadyClockOptions): () => Date {
  /** The wall's time when the program's own, and the machine's, would have been nothing. */
  let startedAt = wallMs() - runningMs();
  let bootedAt = wallMs() - uptimeMs();
  let uptimeAskedAt = runningMs();
  /** Since when, by runningMs, the wall is where it is not believed to be, and how far off. */
  let doubt: { readonly since: number; readonly offMs: number } | null = null;

  function believe(wall: number, running: number): void {
    startedAt = wall - running;
    doubt = null;
  }

  function decide(wall: number, running: number, offMs: number): void {
    if (Math.abs(wall - bootedAt - uptimeMs()) <= CORRECTION_MS_MAX) {
      log.info({ sleptMs: Math.round(offMs) }, "machine_slept");
      believe(wall, running);
      return;
    }
    if (doubt === null || Math.abs(doubt.offMs - offMs) > CORRECTION_MS_MAX) {
      doubt = { since: running, offMs };
      log.warn({ offMs: Math.round(offMs) }, "clock_jumped");
    }
    if (running - doubt.since < BELIEVED_AFTER_MS) return;
    log.warn({ offMs: Math.round(offMs) }, "clock_followed");
    believe(wall, running);
    bootedAt = wall - uptimeMs();
    if (offMs < 0) onPutBack();
  }

  return () => {
    const [wall, running] = [wallMs(), runningMs()];
    const offMs = wall - startedAt - running;
    if (Math.abs(offMs) > CORRECTION_MS_MAX) decide(wall, running, offMs);
    else {
      believe(wall, running);
      if (running - uptimeAskedAt > UPTIME_ASKED_EVERY_MS) {
        uptimeAskedAt = running;
        bootedAt = wall - uptimeMs();
      }
    }
    return new Date(Math.round(startedAt + running));
  };
}
