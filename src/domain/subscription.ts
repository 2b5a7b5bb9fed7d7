/** Places posts go, the wishes standing there, and what is owed to them. */

import type { ArticleId, DeliveryId, FeedId, SubscriptionId } from "./id.ts";
import type { ReplyFile } from "./post.ts";

export const PLATFORM_NAMES = ["web", "discord", "telegram"] as const;
export type PlatformName = (typeof PLATFORM_NAMES)[number];

/** A place posts can go. Users are told "channel". */
export interface Destination {
  readonly platform: PlatformName;
  /** The platform's own id as text: a Discord channel id, a Telegram `chatId` or `chatId/threadId`, a web room. */
  readonly address: string;
}

export const toDestinationKey = (destination: Destination): string => `${destination.platform}:${destination.address}`;

/** What narrows a subscription. An empty list means no limit; lists are joined by "and", their members by "or". */
export interface Filter {
  readonly feedIds: readonly FeedId[];
  readonly topics: readonly string[];
  readonly words: readonly string[];
  readonly excludedWords: readonly string[];
  readonly speakers: readonly string[];
  readonly languages: readonly string[];
  /** Who wrote it, and how the feed files it. */
  readonly authors: readonly string[];
  readonly categories: readonly string[];
}

/** `quotes`: of a week only what somebody is quoted with, "Quotes of the week". */
export const RHYTHMS = ["each", "daily", "weekly", "quotes"] as const;
export type Rhythm = (typeof RHYTHMS)[number];

/** How a post shows the picture of its article: small beside the text, large as a photo, or not at all. */
export const PICTURE_FORMS = ["preview", "photo", "off"] as const;
export type PictureForm = (typeof PICTURE_FORMS)[number];

/** Whose name and picture stand above a post, where the platform lets the bot choose: its own, or the outlet's. */
export const SENDERS = ["bot", "outlet"] as const;
export type Sender = (typeof SENDERS)[number];

/** UTF-16 units of a title given to the posts of a subscription. */
export const TITLE_LENGTH_MAX = 100;
/** Outlets a story may be asked to have. */
export const SIZE_MIN_MAX = 10;

/** How briefs look and when they come; more is added by name, each with a default in DEFAULT_DISPLAY. */
export interface Display {
  readonly quotesMax: number;
  readonly sentencesMax: number;
  readonly isSilent: boolean;
  readonly isCompact: boolean;
  readonly pictures: PictureForm;
  /** Topics of the article under its posts, as #hashtags where the platform knows them. */
  readonly hasHashtags: boolean;
  /** The whole article folded under its post, where whoever runs the bot and the outlet allow it. */
  readonly hasWholeText: boolean;
  /** Each brief as a post of its own, or all of a day or week as one digest. */
  readonly rhythm: Rhythm;
  /** Local time of the digest, "07:30". */
  readonly digestAt: string;
  /** Day of the weekly digest: Monday is 1, Sunday 7. */
  readonly digestWeekday: number;
  /** IANA name, as Intl takes it: "Europe/Berlin". All local times here are times there. */
  readonly timeZone: string;
  /** Quiet hours, local times; over midnight when the end is not after the beginning. Both null, or both set. */
  readonly quietFrom: string | null;
  readonly quietTo: string | null;
  /** Shown on the posts, at most TITLE_LENGTH_MAX. */
  readonly title: string | null;
  /** A Discord role told of each post; nothing anywhere else. */
  readonly mentionRoleId: string | null;
  /** On Discord a webhook of the channel's posts for the outlet; nothing anywhere else. */
  readonly sender: Sender;
  /** Outlets that carry a story before it is posted, 1 to SIZE_MIN_MAX. */
  readonly sizeMin: number;
}

export const DEFAULT_DISPLAY: Display = {
  quotesMax: 3,
  sentencesMax: 3,
  isSilent: false,
  isCompact: false,
  pictures: "preview",
  hasHashtags: false,
  hasWholeText: false,
  rhythm: "each",
  digestAt: "08:00",
  digestWeekday: 1,
  timeZone: "UTC",
  quietFrom: null,
  quietTo: null,
  title: null,
  mentionRoleId: null,
  sender: "bot",
  sizeMin: 1,
};

export interface Subscription {
  readonly id: SubscriptionId;
  /** What its channel calls it by: 1 for the first there, never given again. */
  readonly number: number;
  readonly destination: Destination;
  readonly filter: Filter;
  readonly display: Display;
  readonly createdAt: Date;
  /** Null while active. "gone: …" when the platform says the place is gone, "paused" by a person. */
  readonly pausedReason: string | null;
}
export type NewSubscription = Omit<Subscription, "id" | "number"> & {
  /** The platform's id of the whole the place lies in (a Discord server, a Telegram chat); null where there is none. */
  readonly server?: string | null;
};

export const EMPTY_FILTER: Filter = {
  feedIds: [],
  topics: [],
  words: [],
  excludedWords: [],
  speakers: [],
  languages: [],
  authors: [],
  categories: [],
};

/** One brief owed to one destination; a row of the outbox. */
export interface Delivery {
  readonly id: DeliveryId;
  readonly articleId: ArticleId;
  readonly subscriptionId: SubscriptionId;
  readonly destination: Destination;
  readonly attempts: number;
  readonly dueAt: Date;
  readonly createdAt: Date;
  /** When the first byte was about to leave; set on a delivery that a crash left in doubt. */
  readonly firstSentAt: Date | null;
  /** The delivery that carries the digest this one leaves in: its own id on that one. Null for a post. */
  readonly digestId: DeliveryId | null;
  /** How often it left while an earlier send may have arrived. */
  readonly doubtCount: number;
  /** Tries that failed through a fault of this program, or of the server with this post alone. */
  readonly faultCount: number;
  /** What the platform gave as mark when it left, to find it again by. */
  readonly leftAfter: string | null;
}

/** A post already sent that no longer shows what is known; at most one is owed for each delivery. */
export interface Edit {
  readonly deliveryId: DeliveryId;
  /** The article's newest edition: what the post is to show. */
  readonly articleId: ArticleId;
  readonly subscriptionId: SubscriptionId;
  readonly destination: Destination;
  readonly messageId: string;
  readonly sentAt: Date;
  readonly attempts: number;
  /** Counts how often it was owed, so that a change that came while it was made is not taken for done. */
  readonly version: number;
}

/** waiting: for its hour. gathered: leaves in a digest, and is settled with it. muted: its story is, until that is undone. */
export type DeliveryState =
  | "waiting"
  | "gathered"
  | "pending"
  | "claimed"
  | "sending"
  | "sent"
  | "uncertain"
  | "failed"
  | "muted";

export interface Retry {
  readonly outcome: "retry";
  readonly afterMs: number;
  readonly reason: string;
  /** This try may have arrived all the same: the next one is then given firstSentAt. */
  readonly isInDoubt?: boolean;
  /** Nothing was asked of the server (a chat on hold, a platform not connected): it counts as no try. */
  readonly isUntried?: boolean;
  /** The server failed while it had this post: an outage, or the post's own doing. */
  readonly isServerFault?: boolean;
  /** It failed through a fault of this program, or of the server with this post alone. */
  readonly isOwnFault?: boolean;
}

/** Expected ends of a send are values. An exception means a fault in this program. */
export type SendResult =
  /** For followers: it is owed to those who follow the channel from elsewhere (see Platform.crosspost). */
  | { readonly outcome: "sent"; readonly messageId: string; readonly isForFollowers?: boolean }
  | Retry
  /** It may have arrived: the answer was lost. The platform can find out when the next try is made, or it cannot. */
  | { readonly outcome: "uncertain"; readonly reason: string; readonly canBeFound?: boolean }
  /** This message can never be sent; the destination is fine. */
  | { readonly outcome: "refused"; readonly reason: string }
  /** The destination refuses the bot, and may let it back: a right was taken, a topic closed, a night is muted. */
  | { readonly outcome: "forbidden"; readonly reason: string }
  /** Blocked, kicked, deleted: the destination takes no posts any more. */
  | { readonly outcome: "gone"; readonly reason: string };

/** Subscriptions go from one channel to another as a file, with feeds named by address. */
export const TRANSFER_FORMATS = ["json", "opml"] as const;
export type TransferFormat = (typeof TRANSFER_FORMATS)[number];

export interface Transferred extends Omit<Filter, "feedIds"> {
  readonly feeds: readonly { readonly url: string; readonly title: string; readonly isPage?: boolean | undefined }[];
  readonly display: Display;
  /** By a person. */
  readonly isPaused: boolean;
}

/** What a file brings in. */
export interface Transfer {
  readonly subscriptions: readonly Transferred[];
  /** Of subscriptions that were written in a way that cannot be read. */
  readonly unreadCount: number;
  /** The channel's own look of posts; null where the file has none. */
  readonly template: string | null;
  readonly isTemplateUnread: boolean;
  /** Into what the channel has posts translated, as it is kept; null where the file does not say. */
  readonly translation: string | null;
}

/** A channel's subscriptions as a file, and what the file cannot hold. */
export interface TransferFile {
  /** Null when nothing would be in it. */
  readonly file: ReplyFile | null;
  /** Wished for, but known here no more. */
  readonly unknownFeedIds: readonly FeedId[];
  /** OPML names feeds only: subscriptions that name none are not in it. */
  readonly leftCount: number;
  /** Those that are in it without their topics, words, speakers, languages or pause. */
  readonly bareCount: number;
}
