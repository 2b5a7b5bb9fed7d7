/** The news as stories, newest first, and one story whole. */

import type { StoredBrief } from "../../../domain/article.ts";
import { type StoryId, toFeedId, toStoryId } from "../../../domain/id.ts";
import type { StoryMember } from "../../../domain/reading/story-facts.ts";
import { EMPTY_QUERY } from "../../../domain/store.ts";
import { toStoryPage } from "../page-paths.ts";
import { countPages } from "./count-pages.ts";
import { type NewsQuestion, type StoryQuestion, toDayEnd, toDayStart } from "./questions.ts";
import { readSaid } from "./read-said.ts";
import { toFacets } from "./read-search.ts";
import type { BriefShape, NewsShape, StoryShape, WholeStoryShape } from "./shapes.ts";
import {
  type Reader,
  readId,
  toBriefShape,
  toBriefShapes,
  toMemberShape,
  toOnlyMember,
  toStoryNumber,
} from "./to-shapes.ts";

/** Briefs shown of one story; the others are told by their headlines. */
const BRIEFS_MAX = 30;
/** Of all quotes of its articles. */
const QUOTES_MAX = 300;

function toStory(
  stored: StoredBrief,
  lead: BriefShape,
  members: ReadonlyMap<StoryId, readonly StoryMember[]>,
): StoryShape {
  const found = stored.storyId === null ? [] : (members.get(stored.storyId) ?? []);
  const articles = found.length === 0 ? [toOnlyMember(lead)] : found.map(toMemberShape);
  const id = toStoryNumber(stored);
  return { id, page: toStoryPage(id), lead, outlets: [...new Set(articles.map(({ outlet }) => outlet))], articles };
}

const listStories = (briefs: readonly StoredBrief[]): readonly StoryId[] => [
  ...new Set(briefs.flatMap(({ storyId }) => (storyId === null ? [] : [storyId]))),
];

export async function readNews(question: NewsQuestion, reader: Reader): Promise<NewsShape> {
  const { topic, feed, language, day, page, limit } = question;
  const { articles } = reader.archive;
  const found = await articles.search({
    ...EMPTY_QUERY,
    isPerStory: true,
    hasFacets: true,
    topics: topic === undefined ? [] : [topic],
    feedIds: feed === undefined ? [] : [toFeedId(feed)],
    languages: language === undefined ? [] : [language],
    since: toDayStart(day),
    until: toDayEnd(day),
    limit,
    offset: (page - 1) * limit,
  });
  const members = await articles.listMembers(listStories(found.briefs));
  const leads = await toBriefShapes(found.briefs, reader);
  const stories = found.briefs.flatMap((stored, index) => {
    const brief = leads[index];
    return brief === undefined ? [] : [toStory(stored, brief, members)];
  });
  const facets = await toFacets(found.facets, reader.archive);
  return { stories, total: found.total, page, pages: countPages(found.total, limit), facets };
}

/** Every quote of these articles, each as a brief that has it alone: only so is a post made of more than key quotes. */
async function listAllQuotes(stored: readonly StoredBrief[], reader: Reader): Promise<readonly StoredBrief[]> {
  const quotes = await reader.archive.articles.listQuotes(stored.map(({ article }) => article.id));
  return stored
    .flatMap((each) =>
      (quotes.get(each.article.id) ?? []).map((quote) => ({ ...each, brief: { ...each.brief, quotes: [quote] } })),
    )
    .slice(0, QUOTES_MAX);
}

const countQuotes = (briefs: readonly StoredBrief[]): number =>
  briefs.reduce((count, { brief }) => count + brief.quotes.length, 0);

/** By the id of a story, or of an article that is one by itself or has joined one since. Null when there is none. */
export async function readStory(
  asked: string,
  question: StoryQuestion,
  reader: Reader,
): Promise<WholeStoryShape | null> {
  const id = readId(asked);
  if (id === null) return null;
  const { articles } = reader.archive;
  const own = await articles.find(id);
  const storyId = own === null ? toStoryId(id) : toStoryId(toStoryNumber(own));
  const members = await articles.listMembers([storyId]);
  const ids = (members.get(storyId) ?? []).slice(0, BRIEFS_MAX).map((member) => member.id);
  const current = ids.length > 0 ? ids : (await articles.listEditions(id)).slice(-1).map((edition) => edition.id);
  const stored = (await Promise.all(current.map((each) => articles.find(each)))).filter((each) => each !== null);
  // The newest speaks for the story, as among the news.
  const lead = stored.at(-1);
  if (lead === undefined) return null;
  const briefs = stored.map((each) => toBriefShape(each, reader));
  const all = await listAllQuotes(stored, reader);
  const isAll = question.quotes === "all";
  const quoted = isAll ? all : stored;
  const said = readSaid(quoted, isAll ? all.map((each) => toBriefShape(each, reader)) : briefs);
  return {
    ...toStory(lead, toBriefShape(lead, reader), members),
    briefs,
    said,
    hasMoreQuotes: !isAll && countQuotes(all) > countQuotes(stored),
  };
}
