/** Rooms remember a bounded past and replay it without gaps or repeats. */

import { expect, test } from "vitest";
import { createRooms, HISTORY_MAX, ROOMS_MAX, type StoredEvent } from "../../../../src/platforms/web/rooms.ts";
import type { RoomEvent } from "../../../../src/platforms/web/shown.ts";

const line = (text: string): RoomEvent => ({ type: "line", key: text, text, at: "2026-11-20T08:00:00.000Z" });
const textOf = ({ event }: StoredEvent): string => (event.type === "line" ? event.text : event.type);

test("who comes back with the last id gets only what was missed", () => {
  const rooms = createRooms("run");
  for (const text of ["a", "b", "c"]) rooms.add("main", line(text));
  const all = rooms.watch("main", null, { client: "one", push() {} });
  expect(all?.events.map(textOf)).toEqual(["a", "b", "c"]);
  expect(all?.isReset).toBe(true);
  const missed = rooms.watch("main", all?.events[0]?.id ?? "", { client: "two", push() {} });
  expect(missed?.events.map(textOf)).toEqual(["b", "c"]);
  expect(missed?.isReset).toBe(false);
});

test("an id of another run begins the page anew", () => {
  const rooms = createRooms("new");
  rooms.add("main", line("a"));
  const replay = rooms.watch("main", "old-1", { client: "one", push() {} });
  expect(replay?.isReset).toBe(true);
  expect(replay?.events.map(textOf)).toEqual(["a"]);
});

test("history holds its limit and then drops the oldest", () => {
  const rooms = createRooms("run");
  for (let count = 0; count <= HISTORY_MAX; count += 1) rooms.add("main", line(String(count)));
  const replay = rooms.watch("main", null, { client: "one", push() {} });
  expect(replay?.events).toHaveLength(HISTORY_MAX);
  expect(replay?.events.map(textOf)[0]).toBe("1");
});

test("a private event reaches only its tab, live and replayed", () => {
  const rooms = createRooms("run");
  const got: Record<string, string[]> = { one: [], two: [] };
  for (const client of ["one", "two"]) {
    rooms.watch("main", null, { client, push: (stored) => got[client]?.push(textOf(stored)) });
  }
  rooms.add("main", line("secret"), "one");
  rooms.add("main", line("open"));
  expect(got).toEqual({ one: ["secret", "open"], two: ["open"] });
  expect(rooms.watch("main", null, { client: "two", push() {} })?.events.map(textOf)).toEqual(["open"]);
});

test("a room nobody watches makes place for a new one; watched rooms stay", () => {
  const rooms = createRooms("run");
  for (let count = 0; count < ROOMS_MAX; count += 1) {
    rooms.add(`room-${count}`, { type: "progress", key: "k", text: "t" });
    if (count !== 7) rooms.watch(`room-${count}`, null, { client: "one", push() {} });
  }
  expect(rooms.add("one-more", line("a"))).toBe(true);
  expect(rooms.count().rooms).toBe(ROOMS_MAX);
  rooms.watch("one-more", null, { client: "one", push() {} });
  expect(rooms.add("too-many", line("a"))).toBe(false);
});
