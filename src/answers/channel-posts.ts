/** Stored briefs as posts for the readers of a channel. */

import { composePost } from "../delivery/compose.ts";
import type { Postable, StoredBrief } from "../domain/article.ts";
import type { Post } from "../domain/post.ts";
import type { Subscription } from "../domain/subscription.ts";
import { findLanguage } from "../messages/languages.ts";

/** Shown only when it is not the channel's own. */
const toLanguageShown = (language: string, own: string): string | null =>
  language === own || language === "und" ? null : language;

export function toPost(
  stored: Postable,
  language: string,
  limits: { readonly quotesMax: number; readonly sentencesMax: number },
): Post {
  const post = composePost(stored, {
    languageShown: toLanguageShown(stored.article.language, language),
    ...limits,
  });
  return { ...post, language: findLanguage(language) ?? "en" };
}

export function toPostFor(
  stored: StoredBrief,
  subscription: Subscription,
  context: { readonly language: string },
): Post {
  const { quotesMax, sentencesMax, title } = subscription.display;
  return { ...toPost(stored, context.language, { quotesMax, sentencesMax }), title };
}
