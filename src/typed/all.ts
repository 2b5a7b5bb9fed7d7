/** Whatever there is, by the words people have for it in the languages the bot speaks. */

import { fold } from "../domain/fold.ts";
import { PLAIN_WORDS } from "../messages/plain-words.ts";
import { ALL_WORDS } from "../messages/typed-words.ts";

const ALL: ReadonlySet<string> = new Set(ALL_WORDS.map(fold));
/** "news", "the latest news": nobody means a topic of that name. */
const NEWS: ReadonlySet<string> = new Set(
  Object.values(PLAIN_WORDS).flatMap(({ latest, news }) => [...latest, ...news].map(fold)),
);

/** "all", "alles", "все новости". */
export const isAll = (text: string): boolean => ALL.has(fold(text).trim());

export const isAllNews = (text: string): boolean => isAll(text) || NEWS.has(fold(text).trim());
