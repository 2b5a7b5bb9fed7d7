/** A stored brief as a post: facts without markup, within what the channel asked for. */

import { assertVerbatim, type Postable, type Quote, type Speaker, type StoredBrief } from "../domain/article.ts";
import type { NoteStore } from "../domain/note-store.ts";
import type { Post, PostQuote } from "../domain/post.ts";
import type { Display, Subscription } from "../domain/subscription.ts";
import { findLanguage } from "../languages/index.ts";
import { findChannelLanguage } from "../messages/channel-language.ts";
import { findLanguage as findSpoken } from "../messages/languages.ts";
import { toTextFragmentUrl } from "./text-fragment.ts";

const ALSO_OUTLETS_MAX = 6;

export interface ComposeContext {
  /** Tag to show, null when it is the channel's own language. */
  readonly languageShown: string | null;
  /** As stored when not given. */
  readonly quotesMax?: number;
  readonly sentencesMax?: number;
}

/** "She" tells a reader of the post nothing: a speaker known by a pronoun alone is one that is not named. */
function findNamedSpeaker({ speaker }: Quote, language: string): Speaker | null {
  const isPronoun =
    speaker !== null && findLanguage(language).speech?.pronouns.has(speaker.name.toLowerCase()) === true;
  return isPronoun ? null : speaker;
}

/** The comma that led on to “she said” leads nowhere in a post; what is left stands in the article as it is. */
const withoutLastComma = (text: string): string => text.replace(/[,،、;:]$/u, "");

function toPostQuote(quote: Quote, url: string, language: string): PostQuote {
  const speaker = findNamedSpeaker(quote, language);
  return {
    text: withoutLastComma(quote.text),
    speaker: speaker?.name ?? null,
    role: speaker?.role ?? null,
    ...(findLanguage(language).speech === null ? { isSpeakerUnread: true as const } : {}),
    url: toTextFragmentUrl(url, quote.text),
  };
}

export function composePost(
  { article, brief, topics, alsoOutlets, isUpdated, postKey }: Postable,
  context: ComposeContext,
): Post {
  // Asserted again here, after the store: what is shown stands in the text that was read.
  assertVerbatim(brief.quotes, article.text);
  return {
    articleId: article.id,
    ...(postKey === undefined || postKey === null ? {} : { articleKey: postKey }),
    headline: brief.headline,
    url: article.url,
    outlet: article.outlet,
    agency: article.agency === article.outlet ? null : article.agency,
    ...(article.foundVia === undefined ? {} : { foundVia: article.foundVia }),
    publishedAt: article.publishedAt,
    languageShown: context.languageShown,
    sentences: brief.sentences.slice(0, context.sentencesMax).map((sentence) => sentence.text),
    quotes: brief.quotes.slice(0, context.quotesMax).map((quote) => toPostQuote(quote, article.url, article.language)),
    imageUrl: article.imageUrl,
    alsoOutlets: alsoOutlets.filter((outlet) => outlet !== article.outlet).slice(0, ALSO_OUTLETS_MAX),
    isUpdated,
    isFeedSummary: article.basis === "feed",
    topics,
  };
}

type Shown = Pick<Display, "quotesMax" | "sentencesMax" | "title" | "pictures" | "hasHashtags">;

/** For readers of this language; they are told what the article's is when it is another. */
export function composeIn(
  language: string,
  stored: Postable,
  { quotesMax, sentencesMax, title, pictures, hasHashtags }: Shown,
): Post {
  const own = stored.article.language;
  const languageShown = own === language || own === "und" ? null : own;
  const post = composePost(stored, { languageShown, quotesMax, sentencesMax });
  const picture = pictures === "off" ? { imageUrl: null } : { isPictureLarge: pictures === "photo" };
  return { ...post, ...picture, title, hasHashtags, language: findSpoken(language) ?? "en" };
}

export interface ComposeDependencies {
  readonly store: { readonly notes: Pick<NoteStore, "get"> };
  /** Spoken where a channel has no language of its own. */
  readonly language: string;
}

/** As the subscription wishes it, in the channel's language as it is now. */
export async function composeForChannel(
  stored: StoredBrief,
  { destination, display }: Subscription,
  { store, language }: ComposeDependencies,
): Promise<Post> {
  return composeIn((await findChannelLanguage(store.notes, destination)) ?? language, stored, display);
}
