/** Stored briefs as the API's shapes: shortened, cleaned and with links checked as on the chat page. */

import type { StoredBrief } from "../../../domain/article.ts";
import type { ArticleId } from "../../../domain/id.ts";
import type { Post } from "../../../domain/post.ts";
import type { Archive } from "../../../domain/reading/archive.ts";
import type { StoryMember } from "../../../domain/reading/story-facts.ts";
import type { FoundQuote } from "../../../domain/store.ts";
import { toArticlePage, toStoryPage } from "../page-paths.ts";
import { HEADLINE_LENGTH_MAX, renderPost, shorten, shortenName, type ToPicturePath, toSafeUrl } from "../render.ts";
import type { ShownQuote } from "../shown.ts";
import type { BriefShape, FoundQuoteShape, MemberShape, QuoteShape } from "./shapes.ts";

/** What every reading is done with. */
export interface Reader {
  readonly archive: Archive;
  readonly toPicturePath: ToPicturePath;
  /** The reader's own language. */
  readonly language: string;
  readonly now: Date;
}

/** Marks and blanks that leave nothing to see, or to press. */
const isBlank = (text: string): boolean =>
  !/[\p{L}\p{N}\p{P}\p{S}]/u.test(text.replace(/\p{Default_Ignorable_Code_Point}/gu, ""));

/** The headline; where nothing of it is seen the outlet, else where it stands. */
export function nameHeadline(headline: string, outlet: string, url: string | null): string {
  if (!isBlank(headline)) return headline;
  if (!isBlank(outlet)) return outlet;
  return url === null ? "…" : shorten(new URL(url).host, HEADLINE_LENGTH_MAX);
}

/** What names the story of an article: that of several, or the edition the article began with. */
export const toStoryNumber = ({ storyId, editionOf, article }: StoredBrief): number =>
  storyId ?? editionOf ?? article.id;

const toQuoteShape = ({ text, speaker, role, url, alsoIn, goneFrom }: ShownQuote): QuoteShape => ({
  text,
  speaker,
  role,
  url,
  ...(alsoIn === undefined ? {} : { alsoIn: [...alsoIn] }),
  ...(goneFrom === undefined ? {} : { goneFrom: [...goneFrom] }),
});

/** By itself, or as the post of it that is given. */
export function toBriefShape(
  stored: StoredBrief,
  { archive, toPicturePath, language }: Reader,
  own: Post = archive.toPost(stored, language),
): BriefShape {
  const { article } = stored;
  const post = renderPost(own, false, toPicturePath);
  return {
    id: article.id,
    page: toArticlePage(article.id),
    story: toStoryPage(toStoryNumber(stored)),
    headline: nameHeadline(post.headline, post.outlet, post.url),
    url: post.url,
    outlet: post.outlet,
    feed: article.feedId,
    agency: post.agency,
    byline: shortenName(article.byline),
    form: post.form,
    foundVia: post.foundVia,
    language: article.language,
    publishedAt: post.publishedAt,
    fetchedAt: article.fetchedAt.toISOString(),
    sentences: [...post.sentences],
    quotes: post.quotes.map(toQuoteShape),
    picture: post.picture,
    topics: [...post.topics],
    isUpdated: post.isUpdated,
    isFeedSummary: post.isFeedSummary,
  };
}

/** Each as it stands in its story. */
export async function toBriefShapes(stored: readonly StoredBrief[], reader: Reader): Promise<readonly BriefShape[]> {
  const posts = await reader.archive.toPosts(stored, reader.language);
  return stored.map((each, index) => toBriefShape(each, reader, posts[index]));
}

export const toMemberShape = (member: StoryMember): MemberShape => ({
  id: member.id,
  page: toArticlePage(member.id),
  headline: nameHeadline(shorten(member.headline, HEADLINE_LENGTH_MAX), member.outlet, toSafeUrl(member.url)),
  url: toSafeUrl(member.url),
  outlet: shortenName(member.outlet) ?? "",
  feed: member.feedId,
  language: member.language,
  at: member.at.toISOString(),
  isUpdated: member.isUpdated,
});

/** The article alone, where it belongs to no story yet. */
export const toOnlyMember = (brief: BriefShape): MemberShape => ({
  id: brief.id,
  page: brief.page,
  headline: brief.headline,
  url: brief.url,
  outlet: brief.outlet,
  feed: brief.feed,
  language: brief.language,
  at: brief.publishedAt ?? brief.fetchedAt,
  isUpdated: brief.isUpdated,
});

function toFoundQuoteShape({ quote }: FoundQuote, brief: BriefShape): FoundQuoteShape {
  const [shown] = brief.quotes;
  return {
    ...(shown ?? { text: quote.text, speaker: null, role: null }),
    url: shown?.url ?? brief.url,
    article: {
      id: brief.id,
      page: brief.page,
      headline: brief.headline,
      outlet: brief.outlet,
      language: brief.language,
      publishedAt: brief.publishedAt,
      topics: brief.topics,
    },
  };
}

/** Speakers go through a post, which names nobody by a pronoun, nor whom other outlets call otherwise. */
export async function toFoundQuoteShapes(
  found: readonly FoundQuote[],
  reader: Reader,
): Promise<readonly FoundQuoteShape[]> {
  const alone = found.map(({ quote, stored }) => ({ ...stored, brief: { ...stored.brief, quotes: [quote] } }));
  const briefs = await toBriefShapes(alone, reader);
  return found.flatMap((each, index) => {
    const brief = briefs[index];
    return brief === undefined ? [] : [toFoundQuoteShape(each, brief)];
  });
}

/** Null for what is no id. */
export function readId(text: string): ArticleId | null {
  const value = /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null;
  return value as ArticleId | null;
}
