/** Several processes on one store: who is there, which of them owns what there is only one of, and what wakes the others. */

/** Things that belong together, such as a token's two sides: a process that may have all of them gets all or none. */
export type SeatGroup = readonly string[];

export interface Beat {
  /** What this process holds from now on. */
  readonly seats: ReadonlySet<string>;
  /** It was taken for dead since the last beat: what it held was given away. */
  readonly wasBuried: boolean;
}

export interface ProcessStore {
  /** "I live": takes of these seats what is free, and gives back those that it names no more. */
  beat(id: string, wanted: readonly SeatGroup[]): Promise<Beat>;
  /** An orderly end: its seats are free at once. */
  leave(id: string): Promise<void>;
  /**
   * Processes that were not heard of for so long are taken for dead: their seats are free, what they had claimed is given
   * back, and what they were sending is in doubt. A feed whose visit killed two in a row is left alone till its lease
   * ends. Returns whose they were.
   */
  bury(silentMs: number): Promise<readonly string[]>;
  /** For a store with one process: whoever was there is no more. */
  buryAll(): Promise<void>;
}

/** One thing that happened in a room of the page. */
export interface RoomNote {
  readonly room: string;
  /** Shown to this browser tab alone; null for everybody. */
  readonly onlyFor: string | null;
  /** JSON. */
  readonly event: string;
}

export interface StoredRoomNote extends RoomNote {
  /** In the order they were added. */
  readonly id: number;
}

/** A file that came with an answer in a room, for whoever presses its link: the page that is asked may be another's. */
export interface RoomFile {
  readonly room: string;
  readonly name: string;
  readonly contentType: string;
  readonly text: string;
}

/** What the pages of several processes tell one another. */
export interface RoomLog {
  add(origin: string, notes: readonly RoomNote[], now: Date): Promise<void>;
  /** Nothing of the room is kept but this one note. */
  replace(origin: string, note: RoomNote, now: Date): Promise<void>;
  /** After that id, of others than the given one. */
  listAfter(id: number, exceptOrigin: string, limit: number): Promise<readonly StoredRoomNote[]>;
  /** Of each room the last ones, in order; and the last id of all. */
  listLast(perRoomMax: number): Promise<{ readonly notes: readonly StoredRoomNote[]; readonly lastId: number }>;
  /** The last ones of all rooms are kept, until their room is emptied. */
  keepFile(id: string, file: RoomFile, now: Date): Promise<void>;
  findFile(id: string): Promise<RoomFile | null>;
  forget(before: Date): Promise<number>;
  /** The secret all pages have in common: the given one, when there is none yet. */
  getSecret(fresh: string, now: Date): Promise<string>;
}

/** How the pages of several processes come to show the same. */
export interface SharedRooms {
  readonly log: RoomLog;
  /** This process's name. */
  readonly origin: string;
  /** Tells the others that there is something new. */
  ring(): void;
  /** Called when another process may have something new. */
  onRing(look: () => void): void;
}

export type Ring = "owed" | "feeds" | "seats" | "rooms";

/** Wakes other processes at once. A ring may get lost: whoever listens looks from time to time as well. */
export interface Bell {
  /** Never rejects. */
  ring(what: Ring): Promise<void>;
  /** Told of every ring, its own among them, and of all when rings may have been missed. Resolves with how to end it. */
  listen(onRing: (what: Ring) => void): Promise<() => Promise<void>>;
}
