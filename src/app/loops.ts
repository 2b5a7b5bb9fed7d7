/** Runs a step again and again until stopped: the only place with timers. */

import { toMessage } from "../domain/errors.ts";
import type { Log } from "../domain/platform.ts";

/** Resolves true when there may be more to do at once. */
export type Step = () => Promise<boolean>;

export interface Loop {
  /** What the loop does is given when it begins, so that what is built before can already wake it. */
  start(step: Step): void;
  /** Runs the step soon, without waiting for the pause to end. */
  wake(): void;
  /** No new step; resolves when the one that runs has ended. */
  stop(): Promise<void>;
}

export interface LoopOptions {
  readonly name: string;
  readonly pauseMs: number;
  readonly log: Log;
  /** After a step that failed; doubles up to a minute while it keeps failing. */
  readonly failurePauseMs?: number;
}

const FAILURE_PAUSE_MS = 1_000;
const FAILURE_PAUSE_MS_MAX = 60_000;

export function createLoop(options: LoopOptions): Loop {
  let isRunning = false;
  let isWoken = false;
  let endPause: (() => void) | null = null;
  let ended: Promise<void> = Promise.resolve();

  async function pause(ms: number): Promise<void> {
    if (isWoken || !isRunning) {
      isWoken = false;
      return;
    }
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      endPause = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    endPause = null;
    isWoken = false;
  }

  async function run(step: Step): Promise<void> {
    let failureCount = 0;
    while (isRunning) {
      try {
        const hasMore = await step();
        failureCount = 0;
        if (!hasMore) await pause(options.pauseMs);
      } catch (error) {
        if (!isRunning) return;
        failureCount += 1;
        options.log.error({ loop: options.name, reason: toMessage(error), failureCount }, "loop_step_failed");
        const pauseMs = (options.failurePauseMs ?? FAILURE_PAUSE_MS) * 2 ** Math.min(10, failureCount - 1);
        await pause(Math.min(FAILURE_PAUSE_MS_MAX, pauseMs));
      }
    }
  }

  return {
    start(step) {
      if (isRunning) return;
      isRunning = true;
      ended = run(step);
    },
    wake() {
      isWoken = true;
      endPause?.();
    },
    async stop() {
      isRunning = false;
      endPause?.();
      await ended;
    },
  };
}
