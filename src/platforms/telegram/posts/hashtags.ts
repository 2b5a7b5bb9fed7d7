/** Topics as #hashtags: letters, digits and low lines of any script, so that nothing else can stand in them. */

import type { Post } from "../../../domain/post.ts";

const HASHTAGS_MAX = 5;
const HASHTAG_LENGTH_MAX = 64;

/** "middle-east" is #middle_east; empty where no letter is left, as digits alone make no tag. */
function toHashtag(topic: string): string {
  const tag = topic
    .normalize("NFC")
    .replace(/[^\p{L}\p{M}\p{N}\u200c]+/gu, "_")
    .replace(/^_+|_+$/g, "");
  return /\p{L}/u.test(tag) && tag.length <= HASHTAG_LENGTH_MAX ? `#${tag}` : "";
}

/** Where they are wished, each once; empty where they are not. */
export function toHashtags({ topics, hasHashtags = false }: Pick<Post, "topics" | "hasHashtags">): string {
  if (!hasHashtags) return "";
  const tags = new Set(topics.map(toHashtag).filter((tag) => tag !== ""));
  return [...tags].slice(0, HASHTAGS_MAX).join(" ");
}
