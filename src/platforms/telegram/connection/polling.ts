/** Keeps long polling going: starts it again with back-off after every end but a stop or a refused token. */

import { setTimeout as sleep } from "node:timers/promises";
import type { Log } from "../../../domain/platform.ts";
import { PollError } from "./client.ts";
import { type Failure, toFailure } from "./failures.ts";

const BACK_OFF_MS = 1_000;
const BACK_OFF_MS_MAX = 30_000;
/** A poll that lasted this long shows that the trouble before it is over. */
const STEADY_MS = 60_000;

export interface PollingDependencies {
  /** Polls until stopped; rejects when it cannot go on. */
  readonly launch: () => Promise<void>;
  readonly interrupt: () => void;
  readonly log: Log;
  readonly now: () => number;
  /** Told what is wrong, null when it works again. */
  readonly onTrouble: (failure: Failure | null) => void;
}

export interface Polling {
  start(): void;
  /** Resolves when polling has ended. */
  stop(): Promise<void>;
}

export function createPolling({ launch, interrupt, log, now, onTrouble }: PollingDependencies): Polling {
  const stopping = new AbortController();
  let ended: Promise<void> | null = null;

  async function loop(): Promise<void> {
    let failures = 0;
    while (!stopping.signal.aborted) {
      const startedAt = now();
      let failure: Failure | null = null;
      try {
        await launch();
      } catch (error) {
        failure = error instanceof PollError ? error.failure : toFailure(error);
      }
      if (stopping.signal.aborted) return;
      if (now() - startedAt > STEADY_MS) failures = 0;
      failures += 1;
      onTrouble(failure);
      const waitMs = Math.max(failure?.retryAfterMs ?? 0, Math.min(BACK_OFF_MS_MAX, BACK_OFF_MS * 2 ** (failures - 1)));
      const facts = { platform: "telegram", failure: failure?.kind ?? "ended", reason: failure?.reason ?? "", waitMs };
      if (failure?.kind === "unauthorized") {
        log.error(facts, "polling_ended");
        return;
      }
      log.warn(facts, failure?.kind === "conflict" ? "polling_conflict" : "polling_interrupted");
      await sleep(waitMs, undefined, { signal: stopping.signal }).catch(() => {});
    }
  }

  return {
    start() {
      ended = loop();
    },
    async stop() {
      stopping.abort();
      interrupt();
      await ended;
    },
  };
}
