/** Publishes posts of announcement channels to their followers, within the 10 an hour Discord allows a channel. */

import type { Log } from "../../domain/platform.ts";
import { findFailure } from "./failures.ts";

/** Seen by many, documented by nobody; Discord's own answer is obeyed besides. */
const CROSSPOSTS_PER_HOUR_MAX = 10;
const HOUR_MS = 3_600_000;
/** More waiting than a channel can publish in half a day is news no more: the oldest are left unpublished. */
const WAITING_PER_CHANNEL_MAX = 50;
const ATTEMPTS_MAX = 5;
const RETRY_MS = 30_000;

export interface CrosspostDependencies {
  readonly post: (channelId: string, messageId: string) => Promise<void>;
  readonly log: Log;
  readonly clock: () => Date;
  /** Calls back later, and returns how to call it off. */
  readonly schedule: (afterMs: number, run: () => void) => () => void;
}

export interface CrosspostQueue {
  /** Never waits: publishing comes after posting and must not hold it up. */
  add(channelId: string, messageId: string): void;
  stop(): void;
}

interface Waiting {
  readonly messageId: string;
  readonly attempts: number;
}

interface ChannelQueue {
  readonly waiting: Waiting[];
  readonly doneAt: number[];
  isRunning: boolean;
  cancel: (() => void) | null;
}

export function createCrosspostQueue(dependencies: CrosspostDependencies): CrosspostQueue {
  const { post, log, clock, schedule } = dependencies;
  const queues = new Map<string, ChannelQueue>();
  let isStopped = false;

  function runLater(channelId: string, queue: ChannelQueue, afterMs: number): void {
    queue.cancel?.();
    queue.cancel = schedule(afterMs, () => {
      queue.cancel = null;
      void run(channelId, queue);
    });
  }

  /** How long until the channel may publish again; 0 when it may now. */
  function waitOf(queue: ChannelQueue): number {
    const now = clock().getTime();
    while (queue.doneAt[0] !== undefined && queue.doneAt[0] <= now - HOUR_MS) queue.doneAt.shift();
    const oldest = queue.doneAt[0];
    return queue.doneAt.length < CROSSPOSTS_PER_HOUR_MAX || oldest === undefined ? 0 : oldest + HOUR_MS - now;
  }

  async function run(channelId: string, queue: ChannelQueue): Promise<void> {
    if (queue.isRunning) return;
    queue.isRunning = true;
    try {
      for (;;) {
        const next = queue.waiting[0];
        if (next === undefined || isStopped) return;
        const waitMs = waitOf(queue);
        if (waitMs > 0) return runLater(channelId, queue, waitMs);
        const retryMs = await tryOne(channelId, next, queue);
        if (retryMs > 0) return runLater(channelId, queue, retryMs);
      }
    } finally {
      queue.isRunning = false;
      if (queue.waiting.length === 0 && queue.doneAt.length === 0) queues.delete(channelId);
    }
  }

  /** Publishes one message and takes it from the queue; returns how long to wait first when it has to stay. */
  async function tryOne(channelId: string, next: Waiting, queue: ChannelQueue): Promise<number> {
    try {
      await post(channelId, next.messageId);
    } catch (error) {
      const failure = findFailure(error);
      const canRetry = failure !== null && ["rate-limited", "busy", "lost", "blocked"].includes(failure.kind);
      if (canRetry && next.attempts + 1 < ATTEMPTS_MAX) {
        if (queue.waiting[0] === next) queue.waiting[0] = { ...next, attempts: next.attempts + 1 };
        return failure.afterMs ?? RETRY_MS;
      }
      if (failure?.kind !== "expired") {
        const reason = failure?.reason ?? String(error);
        log.warn({ platform: "discord", destination: channelId, reason }, "post_not_published");
      }
    }
    queue.doneAt.push(clock().getTime());
    if (queue.waiting[0]?.messageId === next.messageId) queue.waiting.shift();
    return 0;
  }

  return {
    add(channelId, messageId) {
      if (isStopped) return;
      const queue = queues.get(channelId) ?? { waiting: [], doneAt: [], isRunning: false, cancel: null };
      queues.set(channelId, queue);
      queue.waiting.push({ messageId, attempts: 0 });
      if (queue.waiting.length > WAITING_PER_CHANNEL_MAX) queue.waiting.splice(1, 1);
      if (queue.cancel === null) void run(channelId, queue);
    },
    stop() {
      isStopped = true;
      for (const [destination, queue] of queues) {
        queue.cancel?.();
        const count = queue.waiting.length;
        if (count > 0) log.warn({ platform: "discord", destination, count }, "posts_left_unpublished");
      }
      queues.clear();
    },
  };
}
