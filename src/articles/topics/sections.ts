/** What an article is about by where it is filed: the section in its address, its categories, and what its page says. */

import { findSectionTopic } from "../../languages/shared/sections/section-words.ts";
import { isTopicName, type TopicName } from "./topic-names.ts";

const PARTS_MAX = 6;
/** Categories that name one topic each; more of them are a list of words, not a place where it is filed. */
const TOPICS_MAX = 2;

function toTopic(name: string): TopicName | null {
  const topic = findSectionTopic(name);
  return topic !== null && isTopicName(topic) ? topic : null;
}

const toParts = (path: string): readonly string[] =>
  path
    .split("/")
    .slice(1, -1)
    .filter((part) => part !== "" && !/\d{4}/.test(part))
    .slice(0, PARTS_MAX)
    .map((part) => {
      try {
        return decodeURIComponent(part);
      } catch {
        return part;
      }
    });

/** "https://site/sport/football/…" is sport: the innermost part of the address that names a section. */
export function findTopicOfAddress(url: string): TopicName | null {
  if (!URL.canParse(url)) return null;
  const named = toParts(new URL(url).pathname).map(toTopic);
  return named.findLast((topic) => topic !== null) ?? null;
}

/** What the categories name, the first first; none when they name many, which tells nothing. */
export function findTopicsOfCategories(categories: readonly string[]): readonly TopicName[] {
  const parts = categories.flatMap((category) => [category, ...category.split(/[/>|]/)]);
  const topics = [...new Set(parts.map(toTopic).filter((topic) => topic !== null))];
  // "World" beside another says where it was, not what it is about.
  const narrow = topics.length > 1 ? topics.filter((topic) => topic !== "world") : topics;
  return narrow.length > TOPICS_MAX ? [] : narrow;
}
