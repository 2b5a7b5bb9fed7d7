/** A post in another language: what a model made of it, marked as such, each quote in its own words besides. */

import type { StoredBrief } from "../domain/article.ts";
import type { NoteStore } from "../domain/note-store.ts";
import type { Post } from "../domain/post.ts";
import type { Language } from "../domain/say.ts";
import type { Destination } from "../domain/subscription.ts";
import type { KeptTranslation, TranslationStore } from "../domain/translation/translation.ts";
import { findChannelLanguage, findTranslation } from "../messages/channel-language.ts";
import { findLanguage as findSpoken } from "../messages/languages.ts";

export interface TranslatedDependencies {
  readonly store: { readonly notes: Pick<NoteStore, "get">; readonly translations: Pick<TranslationStore, "find"> };
  /** Spoken where a channel has no language of its own. */
  readonly language: string;
}

/** Into what a channel has this article translated; null where it has not, or it is in that language. */
export async function findTarget(
  { article }: StoredBrief,
  destination: Destination,
  {
    store,
    language,
  }: Pick<TranslatedDependencies, "language"> & { readonly store: { readonly notes: Pick<NoteStore, "get"> } },
): Promise<Language | null> {
  const choice = await findTranslation(store.notes, destination);
  if (choice === null || choice === "off") return null;
  const target =
    choice === "channel" ? ((await findChannelLanguage(store.notes, destination)) ?? findSpoken(language)) : choice;
  return target === article.language ? null : target;
}

/** As the article has it, where not everything in it was translated: half a translation is none. */
export function translatePost(post: Post, { lines, by }: Pick<KeptTranslation, "lines" | "by">, from: string): Post {
  const find = (text: string): string | null => (Object.hasOwn(lines, text) ? (lines[text] ?? null) : null);
  const headline = find(post.headline);
  const sentences = post.sentences.flatMap((sentence) => find(sentence) ?? []);
  if (headline === null || sentences.length < post.sentences.length) return post;
  return {
    ...post,
    headline,
    sentences,
    quotes: post.quotes.map((quote) => {
      const translation = find(quote.text);
      const role = quote.role === null ? null : (find(quote.role) ?? quote.role);
      return translation === null ? quote : { ...quote, role, translation };
    }),
    languageShown: null,
    translated: { by, from },
  };
}

export async function showTranslated(
  post: Post,
  stored: StoredBrief,
  destination: Destination,
  dependencies: TranslatedDependencies,
): Promise<Post> {
  const target = await findTarget(stored, destination, dependencies);
  const { article } = stored;
  const kept = target === null ? null : await dependencies.store.translations.find(article.id, target);
  return kept?.state === "made" ? translatePost(post, kept, article.language) : post;
}
