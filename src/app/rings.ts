/** What wakes this process when another has done something, and the other way round. */

import type { Bell, Ring, RoomLog, SharedRooms } from "../domain/processes/process-store.ts";

/** More rings of a kind within this time are one: an article a millisecond need not be a message each. */
const RING_PAUSE_MS = 20;

export interface Rings {
  /** Tells the other processes soon. */
  ring(what: Ring): void;
  shareRooms(log: RoomLog, origin: string): SharedRooms;
  /** What is done when another rings. */
  start(wakes: Partial<Record<Ring, () => void>>): Promise<void>;
  /** The seats of this process are free: told before it ends. */
  stop(): Promise<void>;
}

export function createRings(bell: Bell): Rings {
  const due = new Map<Ring, NodeJS.Timeout>();
  let lookAtRooms = (): void => {};
  let end: (() => Promise<void>) | null = null;

  function ring(what: Ring): void {
    if (due.has(what)) return;
    due.set(
      what,
      setTimeout(() => {
        due.delete(what);
        void bell.ring(what);
      }, RING_PAUSE_MS),
    );
  }

  return {
    ring,
    shareRooms: (log, origin) => ({
      log,
      origin,
      ring: () => ring("rooms"),
      onRing: (look) => {
        lookAtRooms = look;
      },
    }),
    async start(wakes) {
      end = await bell.listen((what) => {
        if (what === "rooms") lookAtRooms();
        else wakes[what]?.();
      });
    },
    async stop() {
      for (const timer of due.values()) clearTimeout(timer);
      due.clear();
      await bell.ring("seats");
      await end?.();
    },
  };
}
