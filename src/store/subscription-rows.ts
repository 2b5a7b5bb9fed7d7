/** Rows of subscriptions and of what is owed to them read back: what an old row lacks, and what is no value any more, gets its default. */

import type { Selectable } from "kysely";
import { z } from "zod";
import { remember } from "../domain/bounded-map.ts";
import { toArticleId, toDeliveryId, toSubscriptionId } from "../domain/id.ts";
import { isTimeZone, LOCAL_TIME_PATTERN } from "../domain/local-time.ts";
import {
  DEFAULT_DISPLAY,
  type Delivery,
  type DeliveryState,
  type Destination,
  type Display,
  EMPTY_FILTER,
  type Filter,
  PICTURE_FORMS,
  PLATFORM_NAMES,
  RHYTHMS,
  SENDERS,
  SIZE_MIN_MAX,
  type Subscription,
  TITLE_LENGTH_MAX,
} from "../domain/subscription.ts";
import { readJson, type Tables, texts, toDate, toDateOrNull } from "./tables.ts";

/** Loose, because filters and displays gain members. */
const filter = z.looseObject({
  feedIds: texts.default([]),
  topics: texts.default([]),
  words: texts.default([]),
  excludedWords: texts.default([]),
  speakers: texts.default([]),
  languages: texts.default([]),
  authors: texts.default([]),
  categories: texts.default([]),
});
const display = z.looseObject({
  quotesMax: z.number().default(DEFAULT_DISPLAY.quotesMax),
  sentencesMax: z.number().default(DEFAULT_DISPLAY.sentencesMax),
  isSilent: z.boolean().default(DEFAULT_DISPLAY.isSilent),
  isCompact: z.boolean().default(DEFAULT_DISPLAY.isCompact),
  pictures: z.enum(PICTURE_FORMS).catch(DEFAULT_DISPLAY.pictures),
  hasHashtags: z.boolean().default(DEFAULT_DISPLAY.hasHashtags),
  hasWholeText: z.boolean().default(DEFAULT_DISPLAY.hasWholeText),
  // One value that is none, such as a time zone another version knew, must not stop every channel's news.
  rhythm: z.enum(RHYTHMS).catch(DEFAULT_DISPLAY.rhythm),
  digestAt: z.string().regex(LOCAL_TIME_PATTERN).catch(DEFAULT_DISPLAY.digestAt),
  digestWeekday: z.number().int().min(1).max(7).catch(DEFAULT_DISPLAY.digestWeekday),
  timeZone: z.string().refine(isTimeZone).catch(DEFAULT_DISPLAY.timeZone),
  quietFrom: z.string().regex(LOCAL_TIME_PATTERN).nullable().catch(null),
  quietTo: z.string().regex(LOCAL_TIME_PATTERN).nullable().catch(null),
  title: z.string().max(TITLE_LENGTH_MAX).nullable().catch(null),
  mentionRoleId: z
    .string()
    .regex(/^\d{1,20}$/)
    .nullable()
    .catch(null),
  sender: z.enum(SENDERS).catch(DEFAULT_DISPLAY.sender),
  sizeMin: z.number().int().min(1).max(SIZE_MIN_MAX).catch(DEFAULT_DISPLAY.sizeMin),
});

/** Of as many texts as channels' filters and displays differ, the objects read from them; most channels share theirs. */
const TEXTS_MAX = 5_000;
const readFilter = remember(
  TEXTS_MAX,
  (text: string): Filter => ({ ...EMPTY_FILTER, ...(readJson(filter, text) as unknown as Filter) }),
);
const readDisplay = remember(
  TEXTS_MAX,
  (text: string): Display => ({ ...DEFAULT_DISPLAY, ...(readJson(display, text) as unknown as Display) }),
);

export function toSubscription(row: Selectable<Tables["subscriptions"]>): Subscription {
  return {
    id: toSubscriptionId(row.id),
    number: row.number,
    destination: toDestination(row),
    filter: readFilter(row.filter),
    display: readDisplay(row.display),
    createdAt: new Date(row.created_at),
    pausedReason: row.paused_reason,
  };
}

export function toDestination(row: { readonly platform: string; readonly address: string }): Destination {
  return { platform: z.enum(PLATFORM_NAMES).parse(row.platform), address: row.address };
}

export function toDelivery(row: Selectable<Tables["deliveries"]>): Delivery {
  return {
    id: toDeliveryId(row.id),
    articleId: toArticleId(row.article_id),
    subscriptionId: toSubscriptionId(row.subscription_id),
    destination: toDestination(row),
    attempts: row.attempts,
    dueAt: toDate(row.due_at),
    createdAt: toDate(row.created_at),
    firstSentAt: row.is_in_doubt === 1 ? toDateOrNull(row.first_sent_at) : null,
    digestId: row.digest_id === null ? null : toDeliveryId(row.digest_id),
    doubtCount: row.doubt_count,
    faultCount: row.fault_count,
    leftAfter: row.left_after,
  };
}

export const DELIVERY_STATES = [
  "waiting",
  "gathered",
  "pending",
  "claimed",
  "sending",
  "sent",
  "uncertain",
  "failed",
  "muted",
] as const;
export const toDeliveryState = (state: string): DeliveryState => z.enum(DELIVERY_STATES).parse(state);
