/** The rooms of the page: what was shown in each, who is watching, and replay for those who come back. */

import type { RoomEvent } from "./shown.ts";

export const ROOMS_MAX = 50;
export const HISTORY_MAX = 400;
/** With what may pile up for each (events.ts), some 400 MB at the very worst. */
const WATCHERS_MAX = 600;
/** A delivery or notice is shown once; all else is what somebody did. */
const ONCE_TYPES: readonly RoomEvent["type"][] = ["post", "digest", "notice"];
export const ROOM_PATTERN = /^[a-z0-9][a-z0-9-]{0,39}$/;
export const DEFAULT_ROOM = "main";

/** An event with its place; only the named watcher gets a private one. */
export interface StoredEvent {
  readonly id: string;
  readonly event: RoomEvent;
  readonly onlyFor: string | null;
}

export interface Watcher {
  /** The browser, so that private replies reach only the one who asked, in all of their tabs. */
  readonly client: string;
  readonly push: (stored: StoredEvent) => void;
}

interface Room {
  readonly history: StoredEvent[];
  readonly watchers: Set<Watcher>;
}

export interface Rooms {
  /** False when there is no place for one more room. */
  add(name: string, event: RoomEvent, onlyFor?: string | null): boolean;
  /** Shows what happened before, or on the page of another process; what is there already is not shown twice. */
  take(name: string, event: RoomEvent, onlyFor?: string | null): void;
  /** The post shown under this key, if it is still in the room's history. */
  hasPost(name: string, key: string): boolean;
  /** The same for what the bot said unasked. */
  hasNotice(name: string, key: string): boolean;
  /**
   * What happened after that event, or all that is remembered when the id is unknown (another run, or too long
   * ago: then isReset says to begin with an empty page), and from then on whatever happens. Null when full.
   */
  watch(name: string, lastEventId: string | null, watcher: Watcher): Replay | null;
  unwatch(name: string, watcher: Watcher): void;
  /** Nothing that was shown there is remembered, and it is taken off the pages that show it. */
  empty(name: string): void;
  /** Its pages are drawn anew, in the language it speaks now. */
  renew(name: string): void;
  count(): { readonly rooms: number; readonly watchers: number };
}

export interface Replay {
  readonly events: readonly StoredEvent[];
  readonly isReset: boolean;
}

/** What happened here, for whoever shows the same rooms elsewhere. */
export type Tell = (room: string, event: RoomEvent, onlyFor: string | null) => void;

/** The run's own prefix keeps ids of one run from being taken for those of another. */
export function createRooms(run: string, tell: Tell = () => {}): Rooms {
  const rooms = new Map<string, Room>();
  let nextId = 1;

  const open = (name: string): Room | null => {
    const known = rooms.get(name);
    if (known !== undefined) {
      rooms.delete(name);
      rooms.set(name, known);
      return known;
    }
    if (rooms.size >= ROOMS_MAX) {
      const unwatched = [...rooms].filter(([each, room]) => room.watchers.size === 0 && each !== DEFAULT_ROOM);
      // A name that was only looked at goes before a room where something was said.
      const idle = unwatched.find(([, room]) => room.history.length === 0) ?? unwatched[0];
      if (idle === undefined) return null;
      rooms.delete(idle[0]);
    }
    const room: Room = { history: [], watchers: new Set() };
    rooms.set(name, room);
    return room;
  };

  const countWatchers = (): number => [...rooms.values()].reduce((total, room) => total + room.watchers.size, 0);

  function show(name: string, event: RoomEvent, onlyFor: string | null): boolean {
    const room = open(name);
    if (room === null) return false;
    const stored = { id: `${run}-${nextId}`, event, onlyFor };
    nextId += 1;
    room.history.push(stored);
    if (room.history.length > HISTORY_MAX) room.history.shift();
    for (const watcher of [...room.watchers]) {
      if (onlyFor === null || onlyFor === watcher.client) watcher.push(stored);
    }
    return true;
  }

  const has = (name: string, types: readonly RoomEvent["type"][], key: string): boolean =>
    rooms.get(name)?.history.some(({ event }) => types.includes(event.type) && "key" in event && event.key === key) ??
    false;

  /** To all who watch, and not remembered: a page that comes back with its id begins anew. */
  function pass(name: string, event: RoomEvent): void {
    const passed: StoredEvent = { id: `${run}-${nextId}`, event, onlyFor: null };
    nextId += 1;
    for (const watcher of [...(rooms.get(name)?.watchers ?? [])]) watcher.push(passed);
  }

  function empty(name: string): void {
    const room = rooms.get(name);
    if (room === undefined) return;
    room.history.length = 0;
    pass(name, { type: "emptied" });
  }

  return {
    add(name, event, onlyFor = null) {
      const isShown = show(name, event, onlyFor);
      if (isShown) tell(name, event, onlyFor);
      return isShown;
    },
    take(name, event, onlyFor = null) {
      if (event.type === "emptied") return empty(name);
      if (event.type === "renewed") return pass(name, event);
      const isOnce = event.type === "post" || event.type === "digest" || event.type === "notice";
      if (!isOnce || !has(name, ONCE_TYPES, event.key)) show(name, event, onlyFor);
    },
    hasPost: (name, key) => has(name, ["post", "digest"], key),
    hasNotice: (name, key) => has(name, ["notice"], key),
    watch(name, lastEventId, watcher) {
      if (countWatchers() >= WATCHERS_MAX) return null;
      const room = open(name);
      if (room === null) return null;
      const place = lastEventId === null ? -1 : room.history.findIndex((each) => each.id === lastEventId);
      room.watchers.add(watcher);
      const missed = room.history.slice(place + 1);
      return {
        events: missed.filter((each) => each.onlyFor === null || each.onlyFor === watcher.client),
        isReset: place === -1,
      };
    },
    unwatch(name, watcher) {
      rooms.get(name)?.watchers.delete(watcher);
    },
    empty(name) {
      empty(name);
      tell(name, { type: "emptied" }, null);
    },
    renew(name) {
      pass(name, { type: "renewed" });
      tell(name, { type: "renewed" }, null);
    },
    count: () => ({ rooms: rooms.size, watchers: countWatchers() }),
  };
}
