/** What people ask about a channel's news: how each subscription does, and what became of one article. */

import { sql } from "kysely";
import type { Inquiries, OwedArticle, SubscriptionHealth } from "../domain/delivery-reports.ts";
import { type ArticleId, type SubscriptionId, toArticleId, toSubscriptionId } from "../domain/id.ts";
import type { Destination } from "../domain/subscription.ts";
import type { Database } from "./dialects/dialect.ts";
import { toStorable } from "./normalize.ts";
import { toDeliveryState } from "./subscription-rows.ts";

const WAITING: readonly string[] = ["waiting", "gathered", "pending", "claimed", "sending"];
/** Ids bound in one statement. */
const IDS_MAX = 500;
const NOTHING_YET = { waitingCount: 0, growingCount: 0, lastSentAt: null, lastMessageId: null, lastFailure: null };

interface OwedRow {
  readonly own_id: number;
  readonly article_id: number;
  readonly subscription_id: number;
  readonly state: string;
  readonly reason: string | null;
  readonly due_at: number;
  readonly settled_at: number | null;
  readonly size_min: number | null;
  readonly message_id: string | null;
  readonly is_own: number;
}

async function listOwed(
  database: Database,
  ids: readonly ArticleId[],
  { platform, address }: Destination,
): Promise<ReadonlyMap<ArticleId, OwedArticle>> {
  const owed = new Map<ArticleId, OwedArticle>();
  for (let start = 0; start < ids.length; start += IDS_MAX) {
    // Its own editions first, then the others of its story; of several the one that tells most: what was sent.
    const { rows } = await sql<OwedRow>`
      select own.id as own_id, d.article_id as article_id, d.subscription_id as subscription_id, d.state as state,
        d.reason as reason, d.due_at as due_at, d.settled_at as settled_at, d.size_min as size_min,
        d.message_id as message_id,
        case when coalesce(a.edition_of, a.id) = coalesce(own.edition_of, own.id) then 1 else 0 end as is_own
      from articles own
      join articles a on a.id = coalesce(own.edition_of, own.id) or a.edition_of = coalesce(own.edition_of, own.id)
        or a.story_id = own.story_id
      join deliveries d on d.article_id = a.id and d.platform = ${platform} and d.address = ${toStorable(address)}
      where own.id in (${sql.join(ids.slice(start, start + IDS_MAX))})
      order by own.id, is_own desc, case d.state when 'sent' then 0 when 'failed' then 2 else 1 end, d.id desc`.execute(
      database,
    );
    for (const row of rows) {
      const ownId = toArticleId(row.own_id);
      if (owed.has(ownId)) continue;
      owed.set(ownId, {
        articleId: toArticleId(row.article_id),
        isSameArticle: row.is_own === 1,
        subscriptionId: toSubscriptionId(row.subscription_id),
        state: toDeliveryState(row.state),
        reason: row.reason,
        dueAt: new Date(row.due_at),
        settledAt: row.settled_at === null ? null : new Date(row.settled_at),
        sizeMin: row.size_min,
        messageId: row.message_id,
      });
    }
  }
  return owed;
}

export function createInquiries(database: Database): Inquiries {
  return {
    async listHealth({ platform, address }) {
      const { rows } = await sql<{
        subscription_id: number;
        state: string;
        count: number;
        growing: number;
        last_at: number;
        last_id: number;
      }>`
        select subscription_id, state, count(*) as count, count(size_min) as growing,
          max(coalesce(settled_at, created_at)) as last_at, max(id) as last_id
        from deliveries where platform = ${platform} and address = ${toStorable(address)}
          and not (state = 'failed' and coalesce(reason, '') in ('unsubscribed', 'no longer wished for'))
        group by subscription_id, state`.execute(database);
      const endedIds = rows.filter((row) => !WAITING.includes(row.state)).map((row) => row.last_id);
      const columns = ["id", "reason", "message_id"] as const;
      const ended =
        endedIds.length === 0
          ? []
          : await database.selectFrom("deliveries").select(columns).where("id", "in", endedIds).execute();
      const endOf = new Map(ended.map((row) => [row.id, row]));
      const byId = new Map<SubscriptionId, SubscriptionHealth>();
      for (const row of rows) {
        const id = toSubscriptionId(row.subscription_id);
        const known = byId.get(id) ?? { ...NOTHING_YET, subscriptionId: id };
        const at = new Date(row.last_at);
        if (WAITING.includes(row.state)) {
          const waitingCount = known.waitingCount + row.count;
          byId.set(id, { ...known, waitingCount, growingCount: known.growingCount + row.growing });
        } else if (row.state === "sent") {
          byId.set(id, { ...known, lastSentAt: at, lastMessageId: endOf.get(row.last_id)?.message_id ?? null });
        } else if (row.state === "muted") byId.set(id, known);
        else if (known.lastFailure === null || known.lastFailure.at < at) {
          byId.set(id, { ...known, lastFailure: { at, reason: endOf.get(row.last_id)?.reason ?? null } });
        }
      }
      return [...byId.values()];
    },

    async findOwed(articleId, destination) {
      return (await listOwed(database, [articleId], destination)).get(articleId) ?? null;
    },

    listOwed: (ids, destination) => listOwed(database, ids, destination),
  };
}
