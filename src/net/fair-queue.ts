/** Work that waits: two lanes share the time evenly, and within a lane whoever has had the least of it lately goes first. */

import { createBoundedMap } from "../domain/bounded-map.ts";

/** Jobs waiting in a lane, and those of one asker; more are turned away rather than kept. */
const WAITING_MAX = 1000;
const WAITING_PER_ASKER_MAX = 100;
const ASKERS_MAX = 10_000;
/** What one lane may be ahead of the other: what was long ago is not made up for. */
const AHEAD_MS_MAX = 3_000;

/** Somebody work is done for: a person, a channel, a site. */
export interface Asker {
  readonly key: string;
  /** Milliseconds of work within the window, after which the asker has to wait. No end when absent. */
  readonly workMsMax?: number;
}

export interface Turn {
  readonly lane: 0 | 1;
  /** All of those it is for; whoever of them had the most counts. */
  readonly askers: readonly Asker[];
}

export interface Waiting<Job> {
  readonly job: Job;
  readonly turn: Turn;
}

export interface FairQueue<Job> {
  /** False when too much waits already. */
  add(job: Job, turn: Turn): boolean;
  take(): Waiting<Job> | undefined;
  /** Writes down what a turn has cost. */
  spend(turn: Turn, workMs: number): void;
  /** Milliseconds until somebody who has had too much may ask again; 0 when nobody has. */
  waitMs(turn: Turn): number;
  /** Takes out all that waits. */
  drain(): readonly Job[];
}

/** What was spent is forgotten evenly over the window. */
export function createFairQueue<Job>({
  windowMs,
  now,
}: {
  readonly windowMs: number;
  readonly now: () => number;
}): FairQueue<Job> {
  let waiting: Waiting<Job>[] = [];
  /** Lane 0 has had so much more than lane 1. */
  let aheadMs = 0;
  const spendings = createBoundedMap<string, { readonly workMs: number; readonly at: number }>(ASKERS_MAX);

  /** Somebody without a limit forgets as fast as one whose limit is a tenth of the window. */
  function readSpent({ key, workMsMax = windowMs / 10 }: Asker): number {
    const spent = spendings.get(key);
    if (spent === undefined) return 0;
    return Math.max(0, spent.workMs - ((now() - spent.at) / windowMs) * workMsMax);
  }
  const readMost = ({ askers }: Turn): number => Math.max(0, ...askers.map(readSpent));

  return {
    add(job, turn) {
      const { lane, askers } = turn;
      const ofLane = waiting.filter((each) => each.turn.lane === lane);
      const isTooMuch = askers.some(
        ({ key }) =>
          ofLane.filter((each) => each.turn.askers.some((asker) => asker.key === key)).length >= WAITING_PER_ASKER_MAX,
      );
      if (ofLane.length >= WAITING_MAX || isTooMuch) return false;
      waiting.push({ job, turn });
      return true;
    },
    take() {
      const lane = aheadMs > 0 ? 1 : 0;
      const ofLane = waiting.filter(({ turn }) => turn.lane === lane);
      let best: Waiting<Job> | undefined;
      let least = Number.POSITIVE_INFINITY;
      for (const each of ofLane.length > 0 ? ofLane : waiting) {
        const spent = readMost(each.turn);
        if (spent >= least) continue;
        best = each;
        least = spent;
      }
      waiting = waiting.filter((each) => each !== best);
      return best;
    },
    spend({ lane, askers }, workMs) {
      const nextMs = aheadMs + (lane === 0 ? workMs : -workMs);
      aheadMs = Math.max(-AHEAD_MS_MAX, Math.min(AHEAD_MS_MAX, nextMs));
      for (const asker of askers) spendings.set(asker.key, { workMs: readSpent(asker) + workMs, at: now() });
    },
    waitMs({ askers }) {
      const waits = askers.map((asker) => {
        const { workMsMax } = asker;
        return workMsMax === undefined ? 0 : ((readSpent(asker) - workMsMax) / workMsMax) * windowMs;
      });
      return Math.max(0, ...waits);
    },
    drain() {
      const jobs = waiting.map(({ job }) => job);
      waiting = [];
      return jobs;
    },
  };
}
