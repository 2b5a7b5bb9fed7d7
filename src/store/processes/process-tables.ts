/** The columns of the tables that processes share: who is there, what each holds, what the page showed. */

import type { Generated } from "kysely";

export interface ProcessTables {
  /** Those that are running, or were a moment ago; times by the database. */
  processes: { id: string; began_at: number; heard_at: number };
  /** What one process at a time does for all. */
  seats: { name: string; process_id: string; taken_at: number };
  /** What happened in the rooms of the page, for the pages of other processes. */
  room_events: {
    id: Generated<number>;
    room: string;
    /** The process it happened in. */
    origin: string;
    only_for: string | null;
    event: string;
    at: number;
  };
  /** Files that came with answers there. */
  room_files: { id: string; room: string; name: string; content_type: string; text: string; at: number };
}
