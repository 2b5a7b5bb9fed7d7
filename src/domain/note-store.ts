/** What is kept under a name or behind a button, and what is deleted with a place or a person. */

import type { FeedId } from "./id.ts";
import type { Destination, PlatformName } from "./subscription.ts";

/** Whom a value is kept for: one person in one place, or everybody there. */
export interface Keeper {
  readonly destination: Destination;
  readonly personId: string | null;
}

/**
 * Small named values: stored searches behind buttons, hashes of registered commands. Values are JSON text. The name of
 * a note about a place or a feed ends in its key, behind a colon or a space: so it is forgotten with it.
 */
export interface NoteStore {
  get(name: string): Promise<string | null>;
  set(name: string, value: string, now: Date): Promise<void>;
  /** Stores a value under a new short id (for buttons); the same value kept for the same gets the same id. */
  keep(kind: string, value: string, now: Date, keeper?: Keeper): Promise<number>;
  /** Null for another keeper's. */
  findKept(kind: string, id: number, keeper?: Keeper): Promise<string | null>;
  /** True when it is kept for anybody in that place. */
  isKept(kind: string, id: number, destination: Destination): Promise<boolean>;
  forgetKept(before: Date): Promise<number>;
}

/** What went with a place, counted. */
export interface ForgottenPlace {
  readonly subscriptions: number;
  /** What was posted there, or waited to be. */
  readonly deliveries: number;
  /** Feeds that only this place had named. */
  readonly feeds: number;
  /** What stood behind buttons. */
  readonly kept: number;
}

/** What is left behind by places and people, and is deleted when they wish it. */
export interface TraceStore {
  /**
   * In one transaction, all or none: whatever is stored of the place, and of the feeds that only it had named. What is
   * under way may not bring it back.
   */
  forgetPlace(destination: Destination): Promise<ForgottenPlace>;
  /** What a visit that was under way has left of a feed that went with its place. */
  forgetFeed(id: FeedId): Promise<void>;
  /** What is kept for a person in any place. Returns how much it was. */
  forgetPerson(platform: PlatformName, personId: string): Promise<number>;
}
