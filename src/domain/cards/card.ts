/** A quote as a picture: what stands on a card, and what comes of drawing it. */

import type { PostQuote, ReplyPicture } from "../post.ts";
import type { Destination } from "../subscription.ts";

export const CARD_LOOKS = ["light", "dark"] as const;
export type CardLook = (typeof CARD_LOOKS)[number];

/** All that stands on a card, worded already. */
export interface Card {
  /** Verbatim, without its outer marks. A card shows all of it, or whole sentences and clauses of it. */
  readonly text: string;
  /** BCP 47 tag of the article. */
  readonly language: string;
  /** The marks around it, as the press of its language sets them. */
  readonly marks: readonly [open: string, close: string];
  readonly speaker: string | null;
  readonly role: string | null;
  /** Stands where nobody is named; null where nothing is said of who speaks. */
  readonly unnamed: string | null;
  readonly outlet: string;
  readonly day: string | null;
  /** Where the article is, short enough to be read. */
  readonly link: string;
  readonly look: CardLook;
}

export interface DrawnCard {
  readonly outcome: "drawn";
  /** A PNG. */
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
  /** The words as they stand on it. */
  readonly text: string;
}

export type CardResult =
  | DrawnCard
  /** Letters no installed font has, and the packages that would have them. */
  | { readonly outcome: "no-letters"; readonly letters: string; readonly packages: readonly string[] }
  /** It does not fit, and no part of it says what the whole says. */
  | { readonly outcome: "too-long" }
  /** The packages that draw are left out of this installation. */
  | { readonly outcome: "not-installed" }
  /** Too much is drawn already, for this person or for all; or the program that draws stopped. */
  | { readonly outcome: "busy" };

/** A quote of an article that a card can be made of. */
export interface CardQuote {
  /** Names it among the quotes of its article, for as long as its words stand there. */
  readonly key: string;
  /** As posts show it: nobody is named where outlets differ. */
  readonly quote: PostQuote;
}

/** A card that was made, or why it was not. */
export type MadeCard = Exclude<CardResult, DrawnCard> | { readonly outcome: "drawn"; readonly picture: ReplyPicture };

/** Which card the page asks for. */
export interface AskedCard {
  readonly destination: Destination;
  readonly person: string;
  readonly article: string;
  readonly quoteKey: string;
  readonly look: CardLook;
}

/** Null where there is none to be seen there. */
export type FindCard = (asked: AskedCard) => Promise<MadeCard | null>;

/** Draws, elsewhere than where people are answered. Never rejects. */
export type DrawCard = (
  card: Card,
  asker: { readonly person: string; readonly channel: string },
) => Promise<CardResult>;
