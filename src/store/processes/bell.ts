/** Rings between processes by PostgreSQL's NOTIFY: what one did wakes the others at once. */

import { sql } from "kysely";
import pg from "pg";
import { toMessage } from "../../domain/errors.ts";
import type { Log } from "../../domain/platform.ts";
import type { Bell, Ring } from "../../domain/processes/process-store.ts";
import type { Database } from "../dialects/dialect.ts";

const CHANNEL = "pullquote";
const RINGS: readonly Ring[] = ["owed", "feeds", "seats", "rooms"];
const RECONNECT_MS = 2_000;
const CONNECT_TIMEOUT_MS = 10_000;

const isRing = (text: string): text is Ring => RINGS.some((each) => each === text);

/** One process alone has nobody to wake. */
export const NO_BELL: Bell = { ring: async () => {}, listen: async () => async () => {} };

/** Listens on a connection of its own, since those of the pool come and go. */
export function createBell(database: Database, url: string, log: Log): Bell {
  return {
    async ring(what) {
      try {
        await sql`select pg_notify(${CHANNEL}, ${what})`.execute(database);
      } catch (error) {
        log.debug({ reason: toMessage(error) }, "not_rung");
      }
    },

    async listen(onRing) {
      let client: pg.Client | null = null;
      let timer: NodeJS.Timeout | null = null;
      let isEnded = false;

      async function connect(): Promise<void> {
        const opened = new pg.Client({
          connectionString: url,
          connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
          application_name: "pullquote-bell",
          keepAlive: true,
        });
        client = opened;
        opened.on("notification", ({ payload = "" }) => {
          if (isRing(payload)) onRing(payload);
        });
        opened.on("error", () => {});
        opened.once("end", again);
        try {
          await opened.connect();
          await opened.query(`listen ${CHANNEL}`);
          // What was rung while nobody listened.
          for (const ring of RINGS) onRing(ring);
        } catch (error) {
          log.debug({ reason: toMessage(error) }, "bell_not_heard");
          await opened.end().catch(() => {});
          again();
        }
      }

      function again(): void {
        if (isEnded || timer !== null) return;
        timer = setTimeout(() => {
          timer = null;
          if (!isEnded) void connect();
        }, RECONNECT_MS);
      }

      await connect();
      return async () => {
        isEnded = true;
        if (timer !== null) clearTimeout(timer);
        await client?.end().catch(() => {});
      };
    },
  };
}
