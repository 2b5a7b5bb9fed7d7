/** The columns of the tables for feeds: what they are, how they do, and which entries were met. */

import type { Generated } from "kysely";

/** As in tables.ts: what both engines can bind. */
type Moment = number;
type Flag = number;
type Json = string;

export interface FeedTables {
  feeds: {
    id: string;
    title: string;
    url: string;
    homepage: string | null;
    topics: Json;
    region: string | null;
    regions: Generated<Json>;
    language: string;
    origin: string;
    /** Of all forms of the url. */
    url_key: string;
    poll_minutes_min: Generated<number | null>;
    /** 1 for a site without a feed, read from its page. */
    is_page: Generated<Flag>;
    /** Since when no subscription names a feed that a person added. */
    unwanted_since: Moment | null;
  };
  feed_states: {
    feed_id: string;
    etag: string | null;
    last_modified: string | null;
    body_hash: string | null;
    next_poll_at: Moment;
    last_poll_at: Moment | null;
    last_success_at: Moment | null;
    failure_count: number;
    last_error: string | null;
    disabled_reason: string | null;
    memory: Json;
    lease_owner: string | null;
    lease_until: Moment | null;
    orphaned_at: Moment | null;
    /** 1 while something new was seen there and waits for a process that reads. */
    is_unread: Generated<Flag>;
  };
  seen: {
    feed_id: string;
    key: string;
    last_met_at: Moment;
    failure_count: number;
    is_seen: Flag;
    error: string | null;
  };
}
