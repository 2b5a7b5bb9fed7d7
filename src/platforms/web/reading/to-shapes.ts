/** Stored briefs as the API's shapes: shortened, cleaned and with links checked as on the chat page. */

import type { StoredBrief } from "../../../domain/article.ts";
import type { ArticleId } from "../../../domain/id.ts";
import type { Archive } from "../../../domain/reading/archive.ts";
import type { StoryMember } from "../../../domain/reading/story-facts.ts";
import type { FoundQuote } from "../../../domain/store.ts";
import { HEADLINE_LENGTH_MAX, renderPost, shorten, shortenName, type ToPicturePath, toSafeUrl } from "../render.ts";
import type { BriefShape, FoundQuoteShape, MemberShape } from "./shapes.ts";

/** What every reading is done with. */
export interface Reader {
  readonly archive: Archive;
  readonly toPicturePath: ToPicturePath;
  /** The reader's own language. */
  readonly language: string;
}

export const toArticlePage = (id: number): string => `/article/${id}`;
export const toStoryPage = (id: number): string => `/story/${id}`;
export const toSpeakerPage = (name: string): string => `/speaker/${encodeURIComponent(name.toWellFormed())}`;

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

export function toBriefShape(stored: StoredBrief, { archive, toPicturePath, language }: Reader): BriefShape {
  const { article } = stored;
  const post = renderPost(archive.toPost(stored, language), false, toPicturePath);
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
    foundVia: post.foundVia,
    language: article.language,
    publishedAt: post.publishedAt,
    fetchedAt: article.fetchedAt.toISOString(),
    sentences: [...post.sentences],
    quotes: post.quotes.map((quote) => ({ ...quote })),
    picture: post.picture,
    topics: [...post.topics],
    isUpdated: post.isUpdated,
    isFeedSummary: post.isFeedSummary,
  };
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

/** Speakers go through a post, which names nobody by a pronoun. */
export function toFoundQuoteShape({ quote, stored }: FoundQuote, reader: Reader): FoundQuoteShape {
  const brief = toBriefShape({ ...stored, brief: { ...stored.brief, quotes: [quote] } }, reader);
  const [shown] = brief.quotes;
  return {
    text: shown?.text ?? quote.text,
    speaker: shown?.speaker ?? null,
    role: shown?.role ?? null,
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

/** Null for what is no id. */
export function readId(text: string): ArticleId | null {
  const value = /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null;
  return value as ArticleId | null;
}
