/** Runs what updates ask for beside the poller: bounded, and one person's commands in their order. */

import { toMessage } from "../../../domain/errors.ts";
import type { Log } from "../../../domain/platform.ts";
import { scrub } from "../connection/failures.ts";

const RUNNING_MAX = 32;
const WAITING_MAX = 500;
/** A person's next command does not wait longer than this for a slow one before it. */
const ORDER_WAIT_MS = 2_000;

export interface Work {
  /** Never throws and never waits: the poller goes on. */
  start(personKey: string, run: () => Promise<void>): void;
  /** Resolves when nothing runs any more. */
  idle(): Promise<void>;
  /** What waits is dropped, what comes is refused. */
  stop(): void;
}

interface Task {
  readonly personKey: string;
  readonly run: () => Promise<void>;
}

export function createWork(log: Log): Work {
  const waiting: Task[] = [];
  const running = new Set<Promise<void>>();
  const lastOf = new Map<string, Promise<void>>();
  let isStopped = false;

  async function afterPrevious(previous: Promise<void> | undefined): Promise<void> {
    if (previous === undefined) return;
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, ORDER_WAIT_MS);
    });
    await Promise.race([previous, patience]);
    clearTimeout(timer);
  }

  async function runTask({ personKey, run }: Task, previous: Promise<void> | undefined): Promise<void> {
    try {
      await afterPrevious(previous);
      await run();
    } catch (error) {
      const stack = error instanceof Error ? scrub(error.stack ?? "") : null;
      log.error({ platform: "telegram", person: personKey, reason: scrub(toMessage(error)), stack }, "update_failed");
    }
  }

  function next(): void {
    while (running.size < RUNNING_MAX) {
      const task = waiting.shift();
      if (task === undefined) return;
      const promise = runTask(task, lastOf.get(task.personKey)).finally(() => {
        running.delete(promise);
        if (lastOf.get(task.personKey) === promise) lastOf.delete(task.personKey);
        next();
      });
      running.add(promise);
      lastOf.set(task.personKey, promise);
    }
  }

  return {
    start(personKey, run) {
      if (isStopped || waiting.length >= WAITING_MAX) {
        log.warn({ platform: "telegram", waiting: waiting.length, isStopped }, "update_dropped");
        return;
      }
      waiting.push({ personKey, run });
      next();
    },
    async idle() {
      while (running.size > 0) await Promise.all(running);
    },
    stop() {
      isStopped = true;
      waiting.length = 0;
    },
  };
}
