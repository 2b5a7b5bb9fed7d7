/** An article, by its address, its number, or words to search by. */

import { fold } from "../../domain/fold.ts";
import type { Complete, OptionDraft } from "../../domain/option.ts";
import { ADDRESS_LENGTH_MAX } from "../article-choice.ts";
import { words } from "./words.ts";

/** Deliveries and articles looked through for a headline. */
const HEADLINES_MAX = 40;

/** Headlines of what was owed to this channel, newest first, then of the newest of all. */
const completeArticle: Complete = async (typed, { store, destination }) => {
  const owed = await store.outbox.findByDestination(destination, HEADLINES_MAX);
  const ids = [...new Set(owed.map((each) => each.articleId))];
  const own = await Promise.all(ids.map((id) => store.articles.find(id)));
  const newest = await store.articles.latest({ feedIds: [], topics: [], limit: HEADLINES_MAX, offset: 0 });
  const found = new Map([...own, ...newest.briefs].flatMap((each) => (each === null ? [] : [[each.article.id, each]])));
  const wanted = fold(typed).trim();
  return [...found.values()]
    .filter(({ brief }) => fold(brief.headline).includes(wanted))
    .map(({ article, brief }) => ({ label: brief.headline, value: `#${article.id}` }));
};

export const article = (): OptionDraft<string> => ({
  ...words({ lengthMax: ADDRESS_LENGTH_MAX }),
  complete: completeArticle,
});
