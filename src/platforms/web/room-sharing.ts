/** Several processes, one page: what happens in the rooms of each is shown by all, by way of the store. */

import { z } from "zod";
import { toMessage } from "../../domain/errors.ts";
import type { Log } from "../../domain/platform.ts";
import type { RoomNote, SharedRooms, StoredRoomNote } from "../../domain/processes/process-store.ts";
import { HISTORY_MAX, type Rooms, type Tell } from "./rooms.ts";
import type { RoomEvent } from "./shown.ts";

/** Rings come at once; this is for those that got lost. */
const LOOK_PAUSE_MS = 2_000;
const READ_AT_ONCE = 500;
/** Of what could not be written while the database was away. */
const WAITING_MAX = 1_000;
const EMPTIED = JSON.stringify({ type: "emptied" } satisfies RoomEvent);

/** Written by this program; what another version wrote and this one does not know is not shown. */
const eventSchema = z.looseObject({
  type: z.enum(["post", "edit", "digest", "line", "progress", "emptied", "renewed", "notice", "reply"]),
});

export interface RoomSharing {
  readonly tell: Tell;
  /** What was shown before this process began. */
  load(): Promise<readonly { readonly room: string; readonly event: RoomEvent; readonly onlyFor: string | null }[]>;
  start(rooms: Pick<Rooms, "take">): void;
  /** True once all that happened here is in the store. */
  flush(): Promise<boolean>;
  stop(): Promise<void>;
}

/** One process alone: its rooms are its own. */
export const NOT_SHARED: RoomSharing = {
  tell: () => {},
  load: async () => [],
  start: () => {},
  flush: async () => true,
  stop: async () => {},
};

function readEvent({ event }: StoredRoomNote): RoomEvent | null {
  const read = eventSchema.safeParse(JSON.parse(event));
  return read.success ? (read.data as unknown as RoomEvent) : null;
}

export function createRoomSharing(
  { log: roomLog, origin, ring, onRing }: SharedRooms,
  { log, clock }: { readonly log: Log; readonly clock: () => Date },
): RoomSharing {
  const waiting: RoomNote[] = [];
  let writing: Promise<boolean> | null = null;
  let reading: Promise<void> | null = null;
  let isMissed = false;
  let lastId = 0;
  let timer: NodeJS.Timeout | null = null;
  let target: Pick<Rooms, "take"> | null = null;

  async function write(): Promise<boolean> {
    while (waiting.length > 0) {
      const emptied = waiting.findIndex(({ event }) => event === EMPTIED);
      const some = waiting.slice(0, emptied === 0 ? 1 : emptied < 0 ? undefined : emptied);
      try {
        const [first] = some;
        if (emptied === 0 && first !== undefined) await roomLog.replace(origin, first, clock());
        else await roomLog.add(origin, some, clock());
      } catch (error) {
        log.warn({ platform: "web", error: toMessage(error) }, "rooms_not_shared");
        return false;
      }
      waiting.splice(0, some.length);
    }
    ring();
    return true;
  }

  function flush(): Promise<boolean> {
    // What came while the last ones were written goes next.
    writing ??= write().finally(() => {
      writing = null;
    });
    const own = writing;
    return own.then((isWritten) => (isWritten && waiting.length > 0 ? flush() : isWritten));
  }

  async function readNew(): Promise<void> {
    do {
      isMissed = false;
      const notes = await roomLog.listAfter(lastId, origin, READ_AT_ONCE);
      for (const note of notes) {
        lastId = Math.max(lastId, note.id);
        const event = readEvent(note);
        if (event !== null) target?.take(note.room, event, note.onlyFor);
      }
      if (notes.length === READ_AT_ONCE) isMissed = true;
    } while (isMissed && target !== null);
  }

  function look(): void {
    if (target === null) return;
    isMissed = true;
    reading ??= readNew()
      .catch((error: unknown) => log.debug({ platform: "web", error: toMessage(error) }, "rooms_not_read"))
      .finally(() => {
        reading = null;
      });
    if (waiting.length > 0) void flush();
  }

  return {
    tell(room, event, onlyFor) {
      waiting.push({ room, event: JSON.stringify(event), onlyFor });
      if (waiting.length > WAITING_MAX) waiting.shift();
      void flush();
    },
    async load() {
      const last = await roomLog.listLast(HISTORY_MAX);
      lastId = last.lastId;
      return last.notes.flatMap((note) => {
        const event = readEvent(note);
        return event === null ? [] : [{ room: note.room, event, onlyFor: note.onlyFor }];
      });
    },
    start(rooms) {
      target = rooms;
      onRing(look);
      timer = setInterval(look, LOOK_PAUSE_MS);
      timer.unref();
    },
    flush,
    async stop() {
      target = null;
      if (timer !== null) clearInterval(timer);
      await Promise.all([reading, waiting.length > 0 ? flush() : writing]);
    },
  };
}
