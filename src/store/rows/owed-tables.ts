/** The columns of the tables of what is owed beside posts: edits of them, notices, and what followers are to see. Times are milliseconds since 1970. */

import type { Generated } from "kysely";

export interface OwedTables {
  edits: {
    delivery_id: number;
    due_at: number;
    attempts: number;
    version: number;
    lease_owner: string | null;
  };
  notices: {
    id: Generated<number>;
    feed_id: string;
    kind: string;
    platform: string;
    address: string;
    attempts: number;
    due_at: number;
    /** When it was claimed first, while that try may have arrived; null when it surely has not. */
    first_said_at: number | null;
    /** first_said_at as it was before the last claim. */
    in_doubt_since: number | null;
    settled_at: number | null;
    lease_owner: string | null;
  };
  /** Posts that followers are owed; kept for an hour after, since a channel may publish ten an hour. */
  crossposts: {
    platform: string;
    address: string;
    message_id: string;
    sent_at: number;
    attempts: number;
    due_at: number;
    tried_at: number | null;
    settled_at: number | null;
    lease_owner: string | null;
  };
}
