/** The rooms of the page: a bounded history of posts each, and the readers who watch them arrive. */

import type { PostView } from "./render.ts";

const ROOMS_MAX = 50;
const POSTS_PER_ROOM_MAX = 100;
const READERS_MAX = 100;

export interface RoomEvent {
  /** Rises by one with every change in any room. */
  readonly sequence: number;
  readonly type: "post" | "edit";
  readonly post: PostView;
}

export type Reader = (event: RoomEvent) => void;

export interface Rooms {
  /** False when this post is in the room already: a retry shows nothing twice. */
  add(room: string, post: PostView): boolean;
  /** False when the post is no longer there. */
  edit(room: string, post: PostView): boolean;
  /** What the room shows now, oldest first, without what the reader has seen. */
  history(room: string, afterSequence: number): readonly RoomEvent[];
  /** Null when too many are reading; else ends the reading. */
  read(room: string, reader: Reader): (() => void) | null;
}

export const ROOM_PATTERN = /^[a-z0-9][a-z0-9-]{0,39}$/;

export function createRooms(): Rooms {
  const rooms = new Map<string, Map<string, RoomEvent>>();
  const readers = new Map<Reader, string>();
  let sequence = 0;

  /** The room used longest ago is forgotten when there are too many. */
  function open(room: string): Map<string, RoomEvent> {
    const posts = rooms.get(room) ?? new Map<string, RoomEvent>();
    rooms.delete(room);
    rooms.set(room, posts);
    if (rooms.size > ROOMS_MAX) {
      const [oldest] = rooms.keys();
      if (oldest !== undefined) rooms.delete(oldest);
    }
    return posts;
  }

  function tell(room: string, event: RoomEvent): void {
    for (const [reader, itsRoom] of readers) if (itsRoom === room) reader(event);
  }

  return {
    add(room, post) {
      const posts = open(room);
      if (posts.has(post.id)) return false;
      sequence += 1;
      const event: RoomEvent = { sequence, type: "post", post };
      posts.set(post.id, event);
      if (posts.size > POSTS_PER_ROOM_MAX) {
        const [oldest] = posts.keys();
        if (oldest !== undefined) posts.delete(oldest);
      }
      tell(room, event);
      return true;
    },

    edit(room, post) {
      const posts = rooms.get(room);
      if (posts?.has(post.id) !== true) return false;
      sequence += 1;
      posts.set(post.id, { sequence, type: "post", post });
      tell(room, { sequence, type: "edit", post });
      return true;
    },

    history: (room, afterSequence) =>
      [...(rooms.get(room)?.values() ?? [])].filter((event) => event.sequence > afterSequence),

    read(room, reader) {
      if (readers.size >= READERS_MAX) return null;
      readers.set(reader, room);
      return () => void readers.delete(reader);
    },
  };
}
