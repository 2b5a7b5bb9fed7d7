/** A stored brief as a post: facts without markup, within what the channel asked for. */

import { assertVerbatim, type Postable, type Quote, type StoredBrief } from "../domain/article.ts";
import type { Post, PostQuote } from "../domain/post.ts";
import { hasPart, isWithoutSummary, type PostTemplate } from "../domain/post-template.ts";
import type { ArticleStore } from "../domain/store.ts";
import { DEFAULT_DISPLAY, type Display, type Subscription } from "../domain/subscription.ts";
import { findLanguage } from "../languages/index.ts";
import { createPauses } from "../matching/pauses.ts";
import { withSummaryQuotes } from "../matching/quotes/summary-quotes.ts";
import { findChannelLanguage } from "../messages/channel-language.ts";
import { findChannelTemplate } from "../messages/channel-template.ts";
import { findLanguage as findSpoken } from "../messages/languages.ts";
import { findAuthor, findForm } from "./article-form.ts";
import { type ElsewhereQuote, findAllElsewhere, findElsewhere, weighQuote } from "./corroborate.ts";
import { findNamedSpeaker, withoutLastComma } from "./post-quote.ts";
import { toTextFragmentUrl } from "./text-fragment.ts";
import { showTranslated, type TranslatedDependencies } from "./translated-post.ts";
import { findTakenBack } from "./withdrawn.ts";

const ALSO_OUTLETS_MAX = 6;

export interface ComposeContext {
  /** Tag to show, null when it is the channel's own language. */
  readonly languageShown: string | null;
  /** As stored when not given. */
  readonly quotesMax?: number;
  readonly sentencesMax?: number;
  /** What the other outlets of its story quote; none when absent. */
  readonly elsewhere?: readonly ElsewhereQuote[];
}

/** Where outlets name different people for the same words, nobody is named. */
function toPostQuote(
  quote: Quote,
  { url, language }: Postable["article"],
  elsewhere: readonly ElsewhereQuote[],
): PostQuote {
  const { outlets, goneFrom, isDisputed } = weighQuote(quote, elsewhere, language);
  const speaker = isDisputed ? null : findNamedSpeaker(quote, language);
  return {
    text: withoutLastComma(quote.text),
    speaker: speaker?.name ?? null,
    role: speaker?.role ?? null,
    ...(findLanguage(language).speech === null ? { isSpeakerUnread: true as const } : {}),
    url: toTextFragmentUrl(url, quote.text),
    ...(outlets.length === 0 ? {} : { alsoIn: outlets }),
    ...(goneFrom.length === 0 ? {} : { goneFrom }),
  };
}

export function composePost(
  { article, brief, topics, alsoOutlets, isUpdated, postKey }: Postable,
  context: ComposeContext,
): Post {
  const form = findForm(article);
  const author = form === null ? null : findAuthor(article);
  // Asserted again here, after the store: what is shown stands in the text that was read.
  assertVerbatim(brief.quotes, article.text);
  const sentences = brief.sentences.slice(0, context.sentencesMax).map((sentence) => sentence.text);
  return {
    articleId: article.id,
    ...(postKey === undefined || postKey === null ? {} : { articleKey: postKey }),
    headline: brief.headline,
    url: article.url,
    outlet: article.outlet,
    agency: article.agency === article.outlet ? null : article.agency,
    ...(form === null ? {} : { form }),
    ...(author === null ? {} : { author }),
    ...(article.foundVia === undefined ? {} : { foundVia: article.foundVia }),
    publishedAt: article.publishedAt,
    languageShown: context.languageShown,
    sentences,
    quotes: brief.quotes
      .slice(0, context.quotesMax)
      .map((quote) => toPostQuote(quote, article, context.elsewhere ?? [])),
    imageUrl: article.imageUrl,
    alsoOutlets: alsoOutlets.filter((outlet) => outlet !== article.outlet).slice(0, ALSO_OUTLETS_MAX),
    isUpdated,
    isFeedSummary: article.basis === "feed" && sentences.length > 0,
    topics,
  };
}

type Shown = Pick<Display, "quotesMax" | "sentencesMax" | "title" | "pictures" | "hasHashtags">;

/** For readers of this language; they are told what the article's is when it is another. */
export function composeIn(
  language: string,
  stored: Postable,
  { quotesMax, sentencesMax, title, pictures, hasHashtags }: Shown,
  elsewhere: readonly ElsewhereQuote[] = [],
): Post {
  const own = stored.article.language;
  const languageShown = own === language || own === "und" ? null : own;
  const post = composePost(stored, { languageShown, quotesMax, sentencesMax, elsewhere });
  const picture = pictures === "off" ? { imageUrl: null } : { isPictureLarge: pictures === "photo" };
  return { ...post, ...picture, title, hasHashtags, language: findSpoken(language) ?? "en" };
}

/** Each as it stands in its story, as far as these articles may be read. */
export async function composeAll(
  stored: readonly StoredBrief[],
  language: string,
  articles: Parameters<typeof findAllElsewhere>[1],
): Promise<readonly Post[]> {
  const elsewhere = await findAllElsewhere(stored, articles);
  const pause = createPauses();
  const posts: Post[] = [];
  for (const each of stored) {
    posts.push(composeIn(language, each, DEFAULT_DISPLAY, elsewhere.get(each.article.id)));
    await pause();
  }
  return posts;
}

/** In the channel's own look: what has no place in it is not in the post. */
export function composeLook(post: Post, template: PostTemplate | null): Post {
  if (template === null) return post;
  const has = (part: Parameters<typeof hasPart>[1]): boolean => hasPart(template, part);
  return {
    ...post,
    sentences: has("summary") ? post.sentences : [],
    quotes: has("quotes") ? post.quotes.map((quote) => (template.hasRoles ? quote : { ...quote, role: null })) : [],
    imageUrl: has("picture") ? post.imageUrl : null,
    topics: has("tags") ? post.topics : [],
    hasHashtags: has("tags"),
    alsoOutlets: has("also") ? post.alsoOutlets : [],
    template,
  };
}

export interface ComposeDependencies extends Pick<TranslatedDependencies, "language"> {
  readonly store: TranslatedDependencies["store"] & {
    readonly articles: Pick<ArticleStore, "get" | "listEditions" | "listMembers" | "listQuotes">;
  };
  /** True where whoever runs the bot allows whole articles. */
  readonly showsWholeText?: boolean;
}

/** As the subscription wishes it, in the channel's language as it is now; for a digest, which has a look of its own. */
export async function composePlainly(
  stored: StoredBrief,
  { destination, display }: Subscription,
  { store, language }: ComposeDependencies,
): Promise<Post> {
  const spoken = (await findChannelLanguage(store.notes, destination)) ?? language;
  return composeIn(spoken, stored, display, await findElsewhere(stored, store.articles));
}

/** What a channel is shown of one article at most. */
const WHOLE_LENGTH_MAX = 20_000;

/** Only of a page that was read as a whole, and none that its outlet shows in parts alone. Paragraphs are kept whole. */
function toWholeText({ article: { basis, basisReason, text } }: StoredBrief): readonly string[] {
  if (basis !== "page" || basisReason !== null) return [];
  const paragraphs: string[] = [];
  let length = 0;
  for (const paragraph of text.split(/\n{2,}/)) {
    length += paragraph.length;
    if (length > WHOLE_LENGTH_MAX) break;
    if (paragraph.trim() !== "") paragraphs.push(paragraph.trim());
  }
  return paragraphs;
}

/** What a post sent then has carried, and its article has no more, stands marked behind its quotes. */
async function listTakenBack(
  stored: StoredBrief,
  sentAt: Date | null,
  display: Display,
  { articles }: ComposeDependencies["store"],
): Promise<readonly PostQuote[]> {
  if (sentAt === null) return [];
  const { url, language } = stored.article;
  const gone = await findTakenBack(stored, sentAt, display, articles);
  return gone.map(({ quote, fate }) => {
    const speaker = findNamedSpeaker(quote, language);
    const who = { speaker: speaker?.name ?? null, role: speaker?.role ?? null };
    return { text: withoutLastComma(quote.text), ...who, url, fate };
  });
}

/** The same in the channel's own look, for a post by itself; one that was sent already with the time it was. */
export async function composeForChannel(
  stored: StoredBrief,
  subscription: Subscription,
  dependencies: ComposeDependencies,
  sentAt: Date | null = null,
): Promise<Post> {
  const { destination, display } = subscription;
  const template = display.isCompact ? null : await findChannelTemplate(dependencies.store.notes, destination);
  const { articles } = dependencies.store;
  const own = isWithoutSummary(template)
    ? ((await articles.listQuotes([stored.article.id])).get(stored.article.id) ?? [])
    : [];
  const shown = withSummaryQuotes(stored, own, display.quotesMax);
  const untranslated = await composePlainly(shown, subscription, dependencies);
  const plain = await showTranslated(untranslated, stored, destination, dependencies);
  const takenBack = await listTakenBack(stored, sentAt, display, dependencies.store);
  const look = composeLook({ ...plain, quotes: [...plain.quotes, ...takenBack] }, template);
  const isWhole = dependencies.showsWholeText === true && display.hasWholeText && !display.isCompact;
  const wholeText = isWhole ? toWholeText(stored) : [];
  return wholeText.length === 0 ? look : { ...look, wholeText };
}
