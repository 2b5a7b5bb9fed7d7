/** Briefs in another language, made by a model: always marked as such, with the original one press away. */

import type { ArticleId } from "../id.ts";
import type { Language } from "../say.ts";

/** What is translated of an article: what one reads in a post, and what it is checked against. */
export interface TranslatableBrief {
  readonly language: string;
  readonly headline: string;
  readonly sentences: readonly string[];
  readonly quotes: readonly { readonly text: string; readonly role: string | null }[];
  readonly text: string;
  /** Everybody who is quoted in the article. */
  readonly speakers: readonly string[];
}

/** How it went, and how often the model was asked. */
export type Translated = { readonly calls: number } & (
  | {
      readonly outcome: "made";
      /** By what it was in the original. */
      readonly lines: Readonly<Record<string, string>>;
    }
  | { readonly outcome: "refused" | "unreachable"; readonly reason: string }
);

export interface Translator {
  /** The model's name, which stands under each translation. */
  readonly name: string;
  /** Whether a translation between two languages can be checked at all. */
  canTranslate(from: string, to: string): boolean;
  /** Never rejects. */
  translate(brief: TranslatableBrief, to: Language): Promise<Translated>;
}

/** A translation that was asked for. */
export interface KeptTranslation {
  readonly state: "wanted" | "made" | "failed";
  /** Until then posts wait for it. */
  readonly waitsUntil: Date;
  /** Empty until it is made. */
  readonly lines: Readonly<Record<string, string>>;
  /** Who made it; empty until then. */
  readonly by: string;
}

export interface WantedTranslation {
  readonly articleId: ArticleId;
  readonly language: Language;
}

/** Two calls at most: what fails is asked for once more, with what was wrong. */
export const CALLS_MAX = 2;

/** A post waits so long for its translation, and then goes out as it is. */
export const TRANSLATION_WAIT_MS = 90_000;

/** Each is made once for all channels, kept as long as its article, and never made again once it failed. */
export interface TranslationStore {
  find(articleId: ArticleId, language: Language): Promise<KeptTranslation | null>;
  /** Asks for it, where nobody has yet. */
  want(wanted: WantedTranslation, now: Date): Promise<KeptTranslation>;
  /** Those that posts still wait for, and nobody else is at; each at most twice, the second time after a crash. */
  claim(now: Date, limit: number, owner: string): Promise<readonly WantedTranslation[]>;
  /** What comes after the wait is over counts as failed: the posts have gone out. Only while the claim holds. */
  settle(
    wanted: WantedTranslation,
    made: Translated & { readonly by: string },
    now: Date,
    owner: string,
  ): Promise<void>;
  /** Calls of the model since then, and those that what is waited for may still take. */
  countCalls(since: Date, now: Date): Promise<number>;
  /** What is claimed and not settled is given back, at a stop. */
  release(owner: string): Promise<void>;
}
