/** What the page is sent: posts and replies as plain JSON, already cut to size and with links checked. */

import type { Span } from "../../domain/article.ts";
import type { Post } from "../../domain/post.ts";

export interface ShownQuote {
  readonly text: string;
  /** What a model made of it in the channel's language. */
  readonly translation?: string;
  readonly speaker: string | null;
  readonly role: string | null;
  readonly url: string | null;
  /** Other outlets that carry the same words under the same name. */
  readonly alsoIn?: readonly string[];
  /** Other outlets that carried them so, and do no more. */
  readonly goneFrom?: readonly string[];
  readonly fate?: "withdrawn" | "corrected";
}

/** Words, or one of the parts of a post, by the name it has in a template. */
export type ShownSegment = { readonly words: string } | { readonly part: string };

export interface ShownPost {
  readonly headline: string;
  readonly url: string | null;
  /** Names its pages here: the story, and the article with what was taken from it. Null where nothing is stored. */
  readonly articleId: number | null;
  readonly outlet: string;
  readonly initials: string;
  readonly agency: string | null;
  /** The feed that led to the page, where it is another site's. */
  readonly foundVia: string | null;
  /** ISO 8601; the page turns it into an age. */
  readonly publishedAt: string | null;
  readonly language: string | null;
  /** By which model it is translated, and out of which language. */
  readonly translated?: { readonly by: string; readonly from: string };
  readonly sentences: readonly string[];
  readonly quotes: readonly ShownQuote[];
  /** Path of the picture on this server; null for none. */
  readonly picture: string | null;
  readonly isPictureLarge: boolean;
  readonly alsoOutlets: readonly string[];
  readonly topics: readonly string[];
  /** The channel's own title for what a subscription brings. */
  readonly title: string | null;
  /** Paragraphs of the whole article, folded. */
  readonly wholeText?: readonly string[];
  /** Somebody's opinion or a review, and whose; null for news. */
  readonly form: NonNullable<Post["form"]> | null;
  readonly author: string | null;
  readonly isUpdated: boolean;
  readonly isFeedSummary: boolean;
  readonly isShortened: boolean;
  /** The channel's own look: paragraphs of lines of what stands there. Null where it has none. */
  readonly layout: readonly (readonly (readonly ShownSegment[])[])[] | null;
}

export interface ShownEntry {
  readonly headline: string;
  readonly url: string | null;
  readonly outlet: string;
  readonly quote: ShownQuote | null;
}

export interface ShownDigest {
  readonly heading: string;
  readonly title: string | null;
  /** Topics are worded already; empty where there is only one group without a topic. */
  readonly groups: readonly { readonly topic: string; readonly entries: readonly ShownEntry[] }[];
  /** "… and 3 more briefs. …"; empty when all are shown. */
  readonly more: string;
}

export type ShownButton =
  | { readonly kind: "action"; readonly label: string; readonly id: string }
  | { readonly kind: "link"; readonly label: string; readonly url: string };

export interface ShownListItem {
  readonly text: string;
  readonly url: string | null;
  readonly detail: string | null;
  /** Where the detail holds what was searched for. */
  readonly hits: readonly Span[];
}

/** A quote as a picture, at an address of the page. */
export interface ShownCard {
  readonly name: string;
  readonly url: string;
  readonly alt: string;
  readonly width: number;
  readonly height: number;
}

export interface ShownReply {
  readonly text: string;
  readonly posts: readonly ShownPost[];
  readonly lists: readonly { readonly title: string | null; readonly items: readonly ShownListItem[] }[];
  readonly buttons: readonly (readonly ShownButton[])[];
  readonly file: { readonly name: string; readonly url: string } | null;
  /** Null when absent. */
  readonly card?: ShownCard | null;
  readonly isPrivate: boolean;
}

/** A post that came by itself: one may go on from it. */
export interface ShownArrival extends ShownPost {
  /** The page labels them in its reader's language, by keys of its texts. */
  readonly buttons: readonly (ShownButton & {
    readonly labelKey: string;
    readonly labelValues?: Readonly<Record<string, string>>;
  })[];
}

/** One thing that happened in a room, in the order it happened. */
export type RoomEvent =
  | (ShownArrival & { readonly type: "post"; readonly key: string; readonly isSilent: boolean; readonly at: string })
  | (ShownArrival & { readonly type: "edit"; readonly key: string })
  | (ShownDigest & { readonly type: "digest"; readonly key: string; readonly isSilent: boolean; readonly at: string })
  | { readonly type: "line"; readonly key: string; readonly text: string; readonly at: string }
  | { readonly type: "progress"; readonly key: string; readonly text: string }
  | { readonly type: "emptied" }
  /** The language of the room has changed: pages draw themselves anew. */
  | { readonly type: "renewed" }
  | { readonly type: "notice"; readonly key: string; readonly reply: ShownReply; readonly at: string }
  | { readonly type: "reply"; readonly key: string; readonly reply: ShownReply; readonly at: string };
