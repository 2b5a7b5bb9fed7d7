/** The gateway of the Discord emulator: identify, heartbeats, events with their numbers, resume and replay. */

import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type WebSocket, WebSocketServer } from "ws";
import { toGuild, toUser } from "./shapes.ts";
import { createId, type EmulatorStore, type JsonObject } from "./store.ts";

const OP = { dispatch: 0, heartbeat: 1, identify: 2, resume: 6, reconnect: 7, invalidSession: 9, hello: 10, ack: 11 };
const HEARTBEAT_MS = 41_250;
/** Privileged intents, which a bot may ask for only when they were switched on for it. */
const PRIVILEGED_INTENTS = (1 << 1) | (1 << 8) | (1 << 15);

interface Session {
  readonly id: string;
  readonly shard: readonly [number, number];
  readonly intents: number;
  socket: WebSocket | null;
  sequence: number;
  readonly sent: { readonly s: number; readonly text: string }[];
}

export interface Gateway {
  readonly sessions: readonly Session[];
  /** Sends an event to the shard the guild lives on; to the first one when it has none. */
  dispatch(name: string, data: JsonObject, guildId: string | null): void;
  /** Cuts every connection without a word; the client is expected to resume. */
  drop(): void;
  /** Asks every client to reconnect and resume. */
  reconnect(): void;
  /** Tells every client that its session is not valid; unless it is resumable, it is forgotten, too. */
  invalidate(isResumable: boolean): void;
  /** Closes every connection with a code of Discord's. */
  closeWith(code: number): void;
  close(): void;
}

export function openGateway(server: Server, store: EmulatorStore): Gateway {
  const sockets = new WebSocketServer({ noServer: true });
  const sessions: Session[] = [];

  server.on("upgrade", (request, socket, head) => {
    const url = new URL(request.url ?? "/", "http://127.0.0.1");
    if (url.pathname !== "/gateway/" && url.pathname !== "/gateway") {
      socket.destroy();
      return;
    }
    if (url.searchParams.get("v") !== "10" || url.searchParams.get("encoding") !== "json") {
      socket.destroy();
      return;
    }
    sockets.handleUpgrade(request, socket, head, accept);
  });

  const gatewayUrl = (): string => `ws://127.0.0.1:${(server.address() as AddressInfo).port}/gateway`;
  const write = (socket: WebSocket, op: number, d: unknown): void =>
    socket.send(JSON.stringify({ op, d, s: null, t: null }));

  function emit(session: Session, name: string, data: JsonObject): void {
    session.sequence += 1;
    const text = JSON.stringify({ op: OP.dispatch, d: data, s: session.sequence, t: name });
    session.sent.push({ s: session.sequence, text });
    session.socket?.send(text);
  }

  const shardOf = (guildId: string | null, count: number): number =>
    guildId === null ? 0 : Number((BigInt(guildId) >> 22n) % BigInt(count));

  function identify(socket: WebSocket, data: Record<string, unknown>): void {
    if (data["token"] !== store.token) {
      socket.close(4004, "Authentication failed.");
      return;
    }
    const intents = Number(data["intents"]);
    if (!Number.isInteger(intents)) {
      socket.close(4013, "Invalid intent(s).");
      return;
    }
    if ((intents & PRIVILEGED_INTENTS) !== 0) {
      socket.close(4014, "Disallowed intent(s).");
      return;
    }
    const shard = (data["shard"] as readonly [number, number] | undefined) ?? [0, 1];
    const session: Session = { id: createId(), shard, intents, socket, sequence: 0, sent: [] };
    sessions.push(session);
    const guilds = [...store.guilds.values()].filter(
      (guild) => guild.isMember && shardOf(guild.id, shard[1]) === shard[0],
    );
    emit(session, "READY", {
      v: 10,
      user: toUser(store, store.botId),
      guilds: guilds.map((guild) => ({ id: guild.id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: gatewayUrl(),
      shard,
      application: { id: store.applicationId, flags: 0 },
      session_type: "normal",
    });
    for (const guild of guilds) emit(session, "GUILD_CREATE", toGuild(store, guild));
  }

  function resume(socket: WebSocket, data: Record<string, unknown>): void {
    if (data["token"] !== store.token) {
      socket.close(4004, "Authentication failed.");
      return;
    }
    const session = sessions.find((each) => each.id === data["session_id"]);
    if (session === undefined) {
      write(socket, OP.invalidSession, false);
      return;
    }
    session.socket = socket;
    for (const { s, text } of session.sent) if (s > Number(data["seq"])) socket.send(text);
    emit(session, "RESUMED", {});
  }

  function accept(socket: WebSocket): void {
    write(socket, OP.hello, { heartbeat_interval: HEARTBEAT_MS });
    socket.on("message", (raw) => {
      const { op, d } = JSON.parse(String(raw)) as { op: number; d: Record<string, unknown> };
      if (op === OP.heartbeat) write(socket, OP.ack, null);
      else if (op === OP.identify) identify(socket, d);
      else if (op === OP.resume) resume(socket, d);
    });
    socket.on("close", () => {
      for (const session of sessions) if (session.socket === socket) session.socket = null;
    });
    socket.on("error", () => undefined);
  }

  const live = (): readonly Session[] => sessions.filter((session) => session.socket !== null);

  return {
    sessions,
    dispatch(name, data, guildId) {
      // Every connection of a bot gets its events. What a lost one misses is kept, and replayed when it resumes.
      for (const session of sessions) {
        const isItsShard = shardOf(guildId, session.shard[1]) === session.shard[0];
        const isNewest = sessions.findLast((each) => each.shard[0] === session.shard[0]) === session;
        if (isItsShard && (isNewest || session.socket !== null)) emit(session, name, data);
      }
    },
    drop() {
      for (const session of live()) session.socket?.terminate();
    },
    reconnect() {
      for (const session of live()) if (session.socket !== null) write(session.socket, OP.reconnect, null);
    },
    invalidate(isResumable) {
      for (const session of live()) {
        if (session.socket !== null) write(session.socket, OP.invalidSession, isResumable);
        if (!isResumable) sessions.splice(sessions.indexOf(session), 1);
      }
    },
    closeWith(code) {
      for (const session of live()) session.socket?.close(code);
    },
    close() {
      for (const client of sockets.clients) client.terminate();
      sockets.close();
    },
  };
}
