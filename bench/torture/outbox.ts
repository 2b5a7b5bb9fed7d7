/** What the outbox itself says of posts that will not leave any more, or left twice without knowing. */

import { findMarks } from "./outlets.ts";

export type Row = Readonly<Record<string, unknown>>;

/** Each as `address mark`. */
export interface Ends {
  /** Left uncertain: they may have arrived, and nothing tells whether they have (ADR 9). */
  readonly uncertain: ReadonlySet<string>;
  readonly failed: ReadonlySet<string>;
  /** Sent again without knowing. */
  readonly resent: ReadonlySet<string>;
}

export const toPostKey = (address: string, mark: string): string => `${address} ${mark}`;

/** A digest's briefs share the fate of the row that carries them. */
const SELECT = `select d.platform, d.address, a.url, coalesce(c.state, d.state) as state, coalesce(c.doubt_count, d.doubt_count) as doubt_count
  from deliveries d join articles a on a.id = d.article_id left join deliveries c on c.id = d.digest_id
  where coalesce(c.state, d.state) in ('uncertain', 'failed') or coalesce(c.doubt_count, d.doubt_count) > 0`;

export async function readEnds(ask: (statement: string) => Promise<readonly Row[]>): Promise<Ends> {
  const rows = await ask(SELECT);
  const keysOf = (isMeant: (row: Row) => boolean): ReadonlySet<string> =>
    new Set(
      rows
        .filter(isMeant)
        .flatMap(({ address, url }) => findMarks(String(url)).map((mark) => toPostKey(String(address), mark))),
    );
  return {
    uncertain: keysOf(({ platform, state }) => platform === "telegram" && state === "uncertain"),
    failed: keysOf(({ platform, state }) => state === "failed" || (platform !== "telegram" && state === "uncertain")),
    resent: keysOf(({ platform, doubt_count: count }) => platform === "telegram" && Number(count) > 0),
  };
}
