/** Server-Sent Events: one open answer per browser tab, with replay and a limit on what may pile up. */

import type { IncomingMessage, ServerResponse } from "node:http";
import type { Rooms, StoredEvent, Watcher } from "./rooms.ts";

const HEARTBEAT_MS = 15_000;
const RECONNECT_MS = 1_000;
/** A tab that reads no more is let go at this many bytes; it comes back with the id of the last event it saw. */
const BACKLOG_BYTES_MAX = 700_000;

const toFrame = ({ id, event }: StoredEvent): string =>
  `id: ${id}\nevent: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;

/** Streams a room until the browser leaves or close is called. Returns close; null when there is no place. */
export function streamRoom(
  request: IncomingMessage,
  response: ServerResponse,
  rooms: Rooms,
  room: string,
  client: string,
): (() => void) | null {
  const push = (stored: StoredEvent): void => {
    response.write(toFrame(stored));
    if (response.writableLength > BACKLOG_BYTES_MAX) response.destroy();
  };
  const watcher: Watcher = { client, push };
  const lastEventId = request.headers["last-event-id"];
  const replay = rooms.watch(room, typeof lastEventId === "string" ? lastEventId : null, watcher);
  if (replay === null) return null;
  response.writeHead(200, { "Content-Type": "text/event-stream; charset=utf-8", "X-Accel-Buffering": "no" });
  const reset = replay.isReset ? "event: reset\ndata: {}\n\n" : "";
  const missed = replay.events.map(toFrame).join("");
  response.write(`retry: ${RECONNECT_MS}\n\n${reset}${missed}event: ready\ndata: {}\n\n`);
  const heartbeat = setInterval(() => response.write(": still here\n\n"), HEARTBEAT_MS);
  response.once("close", () => {
    clearInterval(heartbeat);
    rooms.unwatch(room, watcher);
  });
  return () => response.end();
}
