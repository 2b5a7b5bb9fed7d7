/** What an article is about: by where it is filed, by its feed where that has one subject, and by its words. */

import { classifyTopic } from "../articles/topics/classify.ts";
import { findTopicOfAddress, findTopicsOfCategories } from "../articles/topics/sections.ts";
import { isTopicName } from "../articles/topics/topic-names.ts";
import type { ExtractedArticle } from "../domain/article.ts";
import type { Feed } from "../domain/feed.ts";

type Told = Pick<ExtractedArticle, "title" | "text" | "language" | "categories"> & { readonly url: string };

/** A feed of one broad topic, with what narrows it, tells of nothing else; one of several is not sure of any. */
const hasOneSubject = ({ topics }: Pick<Feed, "topics">): boolean => topics.filter(isTopicName).length <= 1;

/**
 * Its topics and, behind them, the places of its feed. Where it is filed decides; then its feed, if that has one subject;
 * then its words, if they are sure. No topic of a feed of several when nothing tells which.
 */
export function findArticleTopics(article: Told, feed: Pick<Feed, "topics" | "regions">): readonly string[] {
  const filed = findTopicsOfCategories(article.categories ?? []);
  const section = findTopicOfAddress(article.url);
  const own = section === null || section === "world" ? filed : [section, ...filed];
  const placed = own.length > 0 ? own : section === null ? [] : [section];
  // A goalkeeper's header in a feed of politics is filed under sport, and is not politics.
  const isElsewhere =
    own.length > 0 && feed.topics.some(isTopicName) && !own.some((topic) => feed.topics.includes(topic));
  const ofFeed = hasOneSubject(feed) && !isElsewhere ? feed.topics : [];
  const read = placed.length + ofFeed.length > 0 ? [] : [classifyTopic(article)].filter((topic) => topic !== null);
  return [...new Set([...ofFeed, ...placed, ...read, ...(feed.regions ?? [])])];
}
