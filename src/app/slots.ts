/**
 * Work side by side: each slot takes the next job as soon as it is free. A job that takes long leaves its slot to the
 * next and goes on beside, so that some that hang hold up no other.
 */

import { toMessage } from "../domain/errors.ts";
import type { Log } from "../domain/platform.ts";

const SLOW_AFTER_MS = 500;
const SLOW_PER_SLOT = 4;

export interface Slots {
  /** How many jobs may begin now. */
  free(): number;
  /** Begins at once. What it throws is logged: it says itself how it ended. */
  run(job: () => Promise<void>): void;
  /** Resolves when none runs, or the time is over. */
  settle(timeoutMs: number): Promise<void>;
}

export interface SlotsOptions {
  readonly name: string;
  readonly count: number;
  /** Jobs that go on beside because they take long; four times the slots when absent. */
  readonly slowMax?: number;
  readonly slowAfterMs?: number;
  readonly log: Log;
  /** After each job, and when one leaves its slot: there is a place for the next. */
  readonly onFree: () => void;
}

/** Resolves when the work has ended or the time is over; the work itself goes on. */
export async function waitAtMost(work: Promise<unknown>, timeoutMs: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, timeoutMs);
  });
  await Promise.race([work, timeout]);
  clearTimeout(timer);
}

export function createSlots({
  name,
  count,
  slowMax = count * SLOW_PER_SLOT,
  slowAfterMs = SLOW_AFTER_MS,
  log,
  onFree,
}: SlotsOptions): Slots {
  const running = new Set<Promise<void>>();
  let slowCount = 0;

  async function runTimed(job: () => Promise<void>): Promise<void> {
    let isSlow = false;
    const timer = setTimeout(() => {
      isSlow = true;
      slowCount += 1;
      onFree();
    }, slowAfterMs);
    try {
      await job();
    } catch (error) {
      log.error({ slots: name, reason: toMessage(error) }, "job_failed");
    } finally {
      clearTimeout(timer);
      if (isSlow) slowCount -= 1;
    }
  }

  return {
    free: () => Math.max(0, count - (running.size - Math.min(slowCount, slowMax))),
    run(job) {
      const work: Promise<void> = runTimed(job).finally(() => {
        running.delete(work);
        onFree();
      });
      running.add(work);
    },
    settle: (timeoutMs) => waitAtMost(Promise.all(running), timeoutMs),
  };
}

/** Fills what is free with what can be claimed; resolves with how many began. */
export async function fillSlots<T>(
  slots: Slots,
  claim: (limit: number) => Promise<readonly T[]>,
  work: (job: T) => Promise<void>,
): Promise<number> {
  const limit = slots.free();
  if (limit <= 0) return 0;
  const jobs = await claim(limit);
  for (const job of jobs) slots.run(() => work(job));
  return jobs.length;
}
