/** Distinct id types, so that the id of one thing cannot be passed where another's is wanted. */

declare const brand: unique symbol;
type Brand<T, Name extends string> = T & { readonly [brand]: Name };

/** Slug of a feed: letters, digits and hyphens, 2 to 64 characters, as in feeds.json (`harbor-wire`). */
export type FeedId = Brand<string, "FeedId">;
export type ArticleId = Brand<number, "ArticleId">;
export type StoryId = Brand<number, "StoryId">;
export type SubscriptionId = Brand<number, "SubscriptionId">;
export type DeliveryId = Brand<number, "DeliveryId">;
export type NoticeId = Brand<number, "NoticeId">;

export const FEED_ID_PATTERN = /^[a-z0-9][a-z0-9-]{1,63}$/;

export function toFeedId(text: string): FeedId {
  if (!FEED_ID_PATTERN.test(text)) {
    throw new Error(`Expected a feed id (2 to 64 of a-z, 0-9 and hyphens), got ${JSON.stringify(text.slice(0, 80))}.`);
  }
  return text as FeedId;
}

function toWholeNumber(value: number, what: string): number {
  if (!Number.isSafeInteger(value) || value < 1)
    throw new Error(`Expected ${what} as a whole number above 0, got ${value}.`);
  return value;
}

export const toArticleId = (value: number): ArticleId => toWholeNumber(value, "an article id") as ArticleId;
export const toStoryId = (value: number): StoryId => toWholeNumber(value, "a story id") as StoryId;
export const toSubscriptionId = (value: number): SubscriptionId =>
  toWholeNumber(value, "a subscription id") as SubscriptionId;
export const toDeliveryId = (value: number): DeliveryId => toWholeNumber(value, "a delivery id") as DeliveryId;
export const toNoticeId = (value: number): NoticeId => toWholeNumber(value, "a notice id") as NoticeId;
