/** What is kept, and what may be asked of it. get throws when nothing is there; find answers with null or a list. */

import type { Brief, NewArticle, Quote, StoredBrief } from "./article.ts";
import type { CrosspostStore } from "./crosspost.ts";
import type { HoldStore, Inquiries, Mutes } from "./delivery-reports.ts";
import type { DigestStore } from "./digest.ts";
import type { FeedStore } from "./feed.ts";
import type { ArticleId, DeliveryId, FeedId, StoryId } from "./id.ts";
import type { NoteStore, TraceStore } from "./note-store.ts";
import type { NoticeStore } from "./notice.ts";
import type { Leaving } from "./platform.ts";
import type { Claim } from "./processes/claim.ts";
import type { Bell, ProcessStore, RoomLog } from "./processes/process-store.ts";
import type { DeskStore } from "./reading/desk-report.ts";
import type { Edition, Facets, StoryMember } from "./reading/story-facts.ts";
import type { Top, TopQuery } from "./reading/top-facts.ts";
import type { Delivery, DeliveryState, Destination, Edit, PlatformName, SendResult } from "./subscription.ts";
import type { Recipient, SubscriptionStore } from "./subscription-store.ts";
import type { TranslationStore } from "./translation/translation.ts";

export interface Store {
  readonly engine: "sqlite" | "postgres";
  readonly feeds: FeedStore;
  readonly articles: ArticleStore;
  readonly subscriptions: SubscriptionStore;
  readonly outbox: Outbox;
  readonly digests: DigestStore;
  readonly translations: TranslationStore;
  readonly holds: HoldStore;
  readonly notes: NoteStore;
  readonly notices: NoticeStore;
  readonly crossposts: CrosspostStore;
  readonly traces: TraceStore;
  readonly processes: ProcessStore;
  readonly roomLog: RoomLog;
  readonly bell: Bell;
  readonly desk: DeskStore;
  /** Null when the database answers and takes what is written; else one sentence. */
  check(): Promise<string | null>;
  /** After a clock that was ahead: brings back what lies further ahead than it can. Resolves with how much it was. */
  putBack(now: Date): Promise<number>;
  /** Gives back to the disk what was forgotten. */
  reclaim(): Promise<void>;
  /** Reads all of it; null when nothing is damaged, else one sentence. Takes seconds for a large one. */
  checkWhole(): Promise<string | null>;
  close(): Promise<void>;
}

export type { DigestStore } from "./digest.ts";
export type { Recipient } from "./subscription-store.ts";

export interface Publication {
  readonly article: NewArticle;
  readonly brief: Brief;
  /** Every quote found, key quotes among them: what /quotes searches. */
  readonly quotes: readonly Quote[];
  /** What the entry is known again by, the strongest first: the same first one again is the same article. */
  readonly entryKeys: readonly string[];
  readonly topics: readonly string[];
  /** At most one per destination is owed. */
  readonly recipients: readonly Recipient[];
  readonly now: Date;
  /** Its feed was added by a person: only the channels that name the feed may see it. False when absent. */
  readonly isAdded?: boolean;
  /**
   * The article whose story this one joins, null or absent when it begins its own. It is not owed where an article of
   * the story was or is owed; the posts there are owed an edit that names the outlet.
   */
  readonly storyOf?: ArticleId | null;
  /** The article this is a new edition of, known by more than its address. */
  readonly editionOf?: ArticleId;
}

/** What telling stories apart needs of an article. */
export interface RecentArticle {
  readonly id: ArticleId;
  readonly feedId: FeedId;
  readonly language: string;
  readonly title: string;
  /** The first few thousand characters. */
  readonly text: string;
  readonly at: Date;
  readonly storyId: StoryId | null;
  readonly isAdded: boolean;
}

/** Who looks: of feeds people added only these are looked at, which their channels name; all when absent. */
export interface Audience {
  readonly ownFeedIds?: readonly FeedId[];
}

/** Of what is typed into one search; the rest is left out. */
export const SEARCH_LENGTH_MAX = 256;
export const SEARCH_TERMS_MAX = 16;

/** Where words are looked for: headline and text, the headline, the byline, the categories of the feed's entry. */
export type Field = "text" | "title" | "author" | "category";

/** One word, phrase or exclusion of a search, before folding. */
export interface SearchTerm {
  readonly field?: Field;
  readonly text: string;
  readonly isPhrase: boolean;
  readonly isExcluded: boolean;
}

export interface BriefQuery extends Audience {
  /** Empty means no words: only the other limits apply, newest first. */
  readonly terms: readonly SearchTerm[];
  readonly feedIds: readonly FeedId[];
  readonly topics: readonly string[];
  readonly languages: readonly string[];
  readonly speaker: string | null;
  /** The last word of the speaker is only begun. */
  readonly isSpeakerBegun?: boolean;
  readonly since: Date | null;
  readonly until: Date | null;
  /** Of each story the best match only, or the newest where there are no words; absent: every article. */
  readonly isPerStory?: boolean;
  /** Neither this article nor another of its story. */
  readonly withoutStoryOf?: ArticleId | null;
  /** Nothing published after this article, so that pages turn over what was there. */
  readonly newestId?: ArticleId | null;
  /** How all matches fall is told, too. */
  readonly hasFacets?: boolean;
  readonly limit: number;
  readonly offset: number;
}

export const EMPTY_QUERY: BriefQuery = {
  terms: [],
  feedIds: [],
  topics: [],
  languages: [],
  speaker: null,
  since: null,
  until: null,
  limit: 5,
  offset: 0,
};

export interface BriefPage {
  readonly briefs: readonly StoredBrief[];
  /** All matches, or all stories that match, counted up to 500. */
  readonly total: number;
  /** Of up to 500 matches, where they were asked for: of stories, where each is one match. */
  readonly facets?: Facets;
}

export interface QuoteQuery extends Audience {
  readonly speaker: string | null;
  readonly terms: readonly SearchTerm[];
  readonly feedIds: readonly FeedId[];
  readonly since: Date | null;
  readonly newestId?: ArticleId | null;
  readonly limit: number;
  readonly offset: number;
}

export interface FoundQuote {
  readonly quote: Quote;
  readonly stored: StoredBrief;
}

export interface FoundSpeaker {
  readonly name: string;
  /** As the newest article that gives one has it. */
  readonly role: string | null;
}

export interface ArticleStore {
  /**
   * Article, brief, quotes, seen marks and outbox rows in one transaction: all of it or none. The same title and text of
   * the same page in the same feed again is the article already there, and owes nobody anything more. Another text of the
   * same entry is a new edition: it takes the place of what still waits, is owed only where no edition was owed before,
   * and posts of the last 24 hours are owed an edit. Another entry at the same address is an article of its own.
   */
  publish(publication: Publication): Promise<ArticleId>;
  get(id: ArticleId): Promise<StoredBrief>;
  /** For an audience that it is not meant for only by its post key. */
  find(id: ArticleId, audience?: Audience & { readonly postKey?: string | null }): Promise<StoredBrief | null>;
  /** By any form of its url or canonical url (see toPageKey), the newest edition; of one feed when it is given. */
  findByUrl(url: string, limits?: Audience & { readonly feedId?: FeedId }): Promise<StoredBrief | null>;
  /** The newest edition of an article. */
  findNewest(id: ArticleId): Promise<StoredBrief | null>;
  /** The article of an entry, by the keys it may have been published under, best first; its newest edition. */
  findByEntry(feedId: FeedId, keys: readonly string[]): Promise<StoredBrief | null>;
  /** Current editions dated at or after a moment with an id above another, by id; without some that are known. */
  listRecent(since: Date, after: number, limit: number, known?: readonly number[]): Promise<readonly RecentArticle[]>;
  /** Words are folded by one normalizer for both engines; of the newest 500 matches those first that have them in the headline. */
  search(query: BriefQuery): Promise<BriefPage>;
  /** Newest first, each story once. */
  latest(
    query: Pick<BriefQuery, "feedIds" | "topics" | "limit" | "offset"> &
      Partial<Pick<BriefQuery, "languages" | "newestId" | "ownFeedIds">>,
  ): Promise<BriefPage>;
  /**
   * A speaker matches by folded words of the name, the role and the mention: "merkel" finds "Angela Merkel", "minister"
   * finds "Clara Weiss, interior minister". Words match the quote, or what its article is about by headline and summary.
   * First those whose name and own words match, then those with the words, then the others; each newest first, or without
   * a speaker by how much their article is about the words.
   */
  findQuotes(query: QuoteQuery): Promise<readonly FoundQuote[]>;
  /** Every quote of these articles, in the order they stand there; an article without quotes has none in the map. */
  listQuotes(ids: readonly ArticleId[]): Promise<ReadonlyMap<ArticleId, readonly Quote[]>>;
  /** Speakers quoted most in the last weeks whose name has a word that begins so; then those whose role has. */
  findSpeakers(prefix: string, limit: number, audience?: Audience): Promise<readonly FoundSpeaker[]>;
  /** The newest editions of the articles of these stories, the oldest first; a story without any is not in the map. */
  listMembers(ids: readonly StoryId[], audience?: Audience): Promise<ReadonlyMap<StoryId, readonly StoryMember[]>>;
  /** Every edition of an article, the oldest first; none of an article this audience may not see. */
  listEditions(id: ArticleId, audience?: Audience): Promise<readonly Edition[]>;
  /** What most outlets carried and who was quoted most since a moment. */
  findTop(query: TopQuery): Promise<Top>;
  count(): Promise<number>;
  /** That of the article published last; null where there is none. */
  findNewestId(): Promise<ArticleId | null>;
  /** Puts an article, in all its editions, into the story of another, and returns the story. */
  joinStory(id: ArticleId, other: ArticleId): Promise<StoryId>;
  /** The newest that a process of the release before has stored are found by searches, too. Returns how many were not. */
  mendIndex(): Promise<number>;
  /** Deletes articles fetched before this that are owed to nobody. Seen marks stay. */
  forget(before: Date): Promise<number>;
}

export interface SentPost {
  readonly articleId: ArticleId;
  readonly destination: Destination;
  readonly messageId: string;
  readonly sentAt: Date;
}

export interface Outbox extends Inquiries, Mutes {
  /**
   * Owes one brief to one destination. Null when it is owed there already or may have been posted, for nothing is posted
   * twice, and when its story is muted there. What was given up without any try is owed anew.
   */
  owe(articleId: ArticleId, recipient: Recipient, now: Date): Promise<DeliveryId | null>;
  /**
   * Leases due deliveries: none is claimed twice before its lease ends, and of each destination only the oldest
   * unsettled one, so that posts stay in order. Of these platforms only, when they are given.
   */
  claim(
    now: Date,
    leaseMs: number,
    limit: number,
    owner: string,
    platforms?: readonly PlatformName[],
  ): Promise<readonly Delivery[]>;
  /** Committed before the first byte leaves. False when the lease was lost: then do not send. */
  markSending(id: DeliveryId, owner: string, now: Date, leaving?: Leaving): Promise<boolean>;
  /**
   * Writes down how it ended, or when to retry. A retry keeps the order of its destination. With an owner, anything but
   * "sent" counts only while that owner holds the lease; that a post was sent is a fact and always counts.
   */
  settle(id: DeliveryId, result: SendResult, now: Date, owner?: string): Promise<void>;
  /** Gives up what is owed since before then and due, such as on a platform that is no more. Returns how many. */
  dropOld(before: Date, now: Date): Promise<number>;
  /** All it has claimed is given back, edits and notices too, and what it was sending is in doubt; called at a stop. */
  release(owner: string): Promise<void>;
  /** After a crash: ended leases become pending again. "sending" ones come back with firstSentAt set. */
  recover(now: Date, isSoleProcess: boolean): Promise<number>;
  count(): Promise<Readonly<Record<DeliveryState, number>>>;
  findByDestination(
    destination: Destination,
    limit: number,
  ): Promise<readonly (Delivery & { readonly state: DeliveryState; readonly reason: string | null })[]>;
  /** Where an article, in any of its editions, was posted, so that the post can be edited. */
  findSent(articleId: ArticleId): Promise<readonly SentPost[]>;
  /**
   * Leases edits that are due and whose post was sent. One that is not settled before the lease ends is claimed again:
   * an edit done twice shows the same. Those whose post was never sent, or longer ago than 24 hours, are dropped.
   */
  claimEdits: Claim<Edit>;
  /** Done or given up, unless owed anew since it was claimed; with a time, to be tried again then. */
  settleEdit(edit: Edit, retryAt: Date | null): Promise<void>;
  countEdits(): Promise<number>;
}
