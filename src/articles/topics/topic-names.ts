/** The topics an article can be found to have by itself: the broad ones of the catalog. */

export const TOPIC_NAMES = [
  "politics",
  "business",
  "technology",
  "science",
  "health",
  "environment",
  "sport",
  "culture",
  "world",
] as const;
export type TopicName = (typeof TOPIC_NAMES)[number];

export const isTopicName = (name: string): name is TopicName => TOPIC_NAMES.some((topic) => topic === name);
