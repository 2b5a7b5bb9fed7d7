/** What a platform is asked to show: facts without markup. Rendering and shortening are the platform's. */

import type { ArticleId } from "./id.ts";
import type { PostTemplate } from "./post-template.ts";
import type { Language } from "./say.ts";

export interface PostQuote {
  /** Verbatim, without marks; the platform sets it as a block quote. */
  readonly text: string;
  /** Null when the article does not say who. */
  readonly speaker: string | null;
  /** Set where speakers are not read in the article's language: then nothing is said of who speaks. */
  readonly isSpeakerUnread?: true;
  readonly role: string | null;
  /** What a model made of it in the channel's language, to be shown with the text; absent where nothing was. */
  readonly translation?: string;
  /** Link to its place in the article by a text fragment (#:~:text=). */
  readonly url: string;
  /** Other outlets of the story that carry the same words under the same name; none when absent. */
  readonly alsoIn?: readonly string[];
  /** Other outlets of the story that carried the same words, and do no more; none when absent. */
  readonly goneFrom?: readonly string[];
  /** The post has carried it, and its article has taken it back or put it right since. */
  readonly fate?: "withdrawn" | "corrected";
}

export interface Post {
  /** Null for a brief made on request, which is not stored. */
  readonly articleId: ArticleId | null;
  /** Goes with the id in what is asked of the article, where it is not everybody's. */
  readonly articleKey?: string | null;
  readonly headline: string;
  readonly url: string;
  readonly outlet: string;
  readonly agency: string | null;
  /** What it is where it is no news: somebody's opinion, a press release, paid for, which is told as such; absent for news. */
  readonly form?: "opinion" | "review" | "satire" | "humor" | "release" | "paid";
  /** Whose opinion or review it is, where that is known. */
  readonly author?: string;
  /** The feed that led to the page, where it is another site's. */
  readonly foundVia?: string;
  readonly publishedAt: Date | null;
  /** Language tag to show, null when it is the channel's own. */
  readonly languageShown: string | null;
  /** By which model headline, summary and quotes are translated, and out of which language; absent where they are not. */
  readonly translated?: { readonly by: string; readonly from: string };
  readonly sentences: readonly string[];
  readonly quotes: readonly PostQuote[];
  readonly imageUrl: string | null;
  /** A small preview when absent; where there is to be no picture the address is null. */
  readonly isPictureLarge?: boolean;
  /** True where topics are wished under the post as #hashtags. */
  readonly hasHashtags?: boolean;
  readonly alsoOutlets: readonly string[];
  readonly isUpdated: boolean;
  /** Set when the page could not be read and the feed's summary stands in. */
  readonly isFeedSummary: boolean;
  readonly topics: readonly string[];
  /** The channel's own title for what a subscription brings. */
  readonly title?: string | null;
  /** The channel's own look of posts; as they look by themselves when absent or null. */
  readonly template?: PostTemplate | null;
  /** Paragraphs of the whole article, to be folded under the post or to lie in a thread; none when absent. */
  readonly wholeText?: readonly string[];
  /** What the platform words its own part in: its readers' language. English when absent. */
  readonly language?: Language;
}

export type Button =
  | {
      readonly kind: "action";
      readonly label: string /** 1 to 64 bytes, versioned: `v1:search:12:2`. */;
      readonly id: string;
    }
  | { readonly kind: "link"; readonly label: string; readonly url: string };

export interface ReplyListItem {
  readonly text: string;
  readonly url: string | null;
  readonly detail: string | null;
  /** Folded words and phrases to be marked in the detail, when it answers a search. */
  readonly hitWords?: readonly string[];
  /** Who is meant, in full: where a platform has a page of everybody who speaks, it leads there. */
  readonly speaker?: string;
}

export interface ReplyList {
  readonly title: string | null;
  readonly items: readonly ReplyListItem[];
}

export interface ReplyFile {
  readonly name: string;
  readonly contentType: string;
  readonly text: string;
}

/** A PNG that comes with an answer. */
export interface ReplyPicture {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
  /** What stands on it, for those who do not see it and where no picture can be sent. */
  readonly alt: string;
  /** Its address on the page, without the room's. */
  readonly path: string;
}

/** The answer to a command. Texts are plain: every platform escapes them. */
export interface Reply {
  readonly text: string;
  /** What it is worded in, for what the platform adds; set by the answer, not by commands. */
  readonly language?: Language;
  readonly posts?: readonly Post[];
  readonly lists?: readonly ReplyList[];
  /** Rows of buttons, at most 5 of 5. Stateless: they work after a restart. */
  readonly buttons?: readonly (readonly Button[])[];
  readonly file?: ReplyFile;
  readonly picture?: ReplyPicture;
  /** Said to everybody in the place besides, where answers are shown to one alone. */
  readonly toAll?: Pick<Reply, "text" | "picture" | "buttons">;
  readonly isPrivate?: boolean;
  /** Told to one who may not do that: it takes nothing's place. */
  readonly isRefusal?: true;
}
