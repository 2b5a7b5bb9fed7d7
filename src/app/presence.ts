/** One process among several: it says that it lives, holds seats, and takes over what the dead have left. */

import { toMessage } from "../domain/errors.ts";
import type { Log } from "../domain/platform.ts";
import type { SeatGroup } from "../domain/processes/process-store.ts";
import type { Store } from "../domain/store.ts";
import { createLoop } from "./loops.ts";
import { waitAtMost } from "./slots.ts";

const BEAT_PAUSE_MS = 2_000;
/** Another has it within this time and a beat; a process that stands still for so long is taken for dead. */
const SILENT_MS_MAX = 10_000;
/** Who has not been heard of for longer itself, since the database was away, judges nobody: the others were not either. */
const JUDGES_WITHIN_MS = 3 * BEAT_PAUSE_MS;
const STOP_MS_MAX = 300;

export interface Presence {
  /** Resolves with what it holds, once that is known. */
  start(): Promise<void>;
  /** Looks now, such as when a seat was given back. */
  wake(): void;
  stop(): Promise<void>;
}

export interface PresenceOptions {
  readonly store: Pick<Store, "engine" | "processes">;
  readonly id: string;
  readonly wanted: () => readonly SeatGroup[];
  readonly onSeats: (held: ReadonlySet<string>) => void;
  /** There is work that was somebody else's. */
  readonly onTakenOver: () => void;
  readonly log: Log;
  readonly beatPauseMs?: number;
  readonly silentMsMax?: number;
  readonly now?: () => number;
}

export function createPresence(options: PresenceOptions): Presence {
  const { store, id, wanted, onSeats, onTakenOver, log, now = () => performance.now() } = options;
  const { beatPauseMs = BEAT_PAUSE_MS, silentMsMax = SILENT_MS_MAX } = options;
  const { processes } = store;
  const loop = createLoop({ name: "presence", pauseMs: beatPauseMs, log });
  let heardAt: number | null = null;
  let isTroubled = false;

  async function beat(): Promise<void> {
    const { seats, wasBuried } = await processes.beat(id, wanted());
    if (wasBuried && heardAt !== null) log.warn({}, "taken_for_dead");
    onSeats(seats);
    const isWitness = heardAt === null || now() - heardAt < JUDGES_WITHIN_MS;
    heardAt = now();
    const buried = isWitness ? await processes.bury(silentMsMax) : [];
    if (buried.length === 0) return;
    log.warn({ count: buried.length }, "work_of_dead_process_taken_over");
    onSeats((await processes.beat(id, wanted())).seats);
    onTakenOver();
  }

  /** Never slower when it fails: a database that is back is to hear of this process at once. */
  async function step(): Promise<boolean> {
    try {
      await beat();
      isTroubled = false;
    } catch (error) {
      if (!isTroubled) log.warn({ reason: toMessage(error) }, "not_heard");
      isTroubled = true;
    }
    return false;
  }

  return {
    async start() {
      if (store.engine === "sqlite") {
        await processes.buryAll();
        onSeats(new Set(wanted().flat()));
        return;
      }
      await beat();
      loop.start(step);
    },
    wake: loop.wake,
    async stop() {
      await waitAtMost(loop.stop(), STOP_MS_MAX);
      if (store.engine !== "sqlite" && heardAt !== null) await processes.leave(id);
    },
  };
}
