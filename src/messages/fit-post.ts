/** Shortens a post by meaning: quotes go first, the last one first and each as a whole, then sentences from the end. */

import type { Post } from "../domain/post.ts";

function dropLast(post: Post): Post | null {
  if (post.quotes.length > 0) return { ...post, quotes: post.quotes.slice(0, -1) };
  return post.sentences.length > 0 ? { ...post, sentences: post.sentences.slice(0, -1) } : null;
}

/** The first form that fits; null when not even what cannot be left out does. */
export function fitPost<T>(post: Post, render: (post: Post) => T, fits: (rendered: T) => boolean): T | null {
  for (let left: Post | null = post; left !== null; left = dropLast(left)) {
    const rendered = render(left);
    if (fits(rendered)) return rendered;
  }
  return null;
}
