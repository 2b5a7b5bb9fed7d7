/** Publishing with stories: a new article is compared with those of the last days, and joins the story it belongs to. */

import { PASSED_OVER } from "../domain/feed.ts";
import { type ArticleId, toArticleId } from "../domain/id.ts";
import type { Publication, Recipient, Store } from "../domain/store.ts";
import { WINDOW_MS } from "../stories/compare.ts";
import { createStoryIndex } from "../stories/story-index.ts";

const LOADED_AT_ONCE = 500;
/** Ids are given out before they are committed: so many are looked at again for what another process was late with. */
const IDS_LOOKED_AT_AGAIN = 100;

export interface StoryLine {
  /** Who is owed it may be found out when its turn has come, by the subscriptions that stand then. */
  publish(publication: Publication, findRecipients?: FindRecipients): Promise<ArticleId>;
}

type FindRecipients = () => Promise<readonly Recipient[]>;

/** One at a time, so that of two articles of one event that come at once the second one sees the first. */
export function createStoryLine({ articles, feeds }: Pick<Store, "articles" | "feeds">): StoryLine {
  const index = createStoryIndex();
  let lastId = 0;
  let last: Promise<unknown> = Promise.resolve();

  /** Their texts need not be read again. */
  function listKnown(afterId: number): readonly number[] {
    const ids: number[] = [];
    for (let id = afterId + 1; id <= lastId; id += 1) if (index.has(id)) ids.push(id);
    return ids;
  }

  /** At the first time the whole window, then what this or another process published since. */
  async function catchUp(now: Date): Promise<void> {
    const since = new Date(now.getTime() - WINDOW_MS);
    let afterId = Math.max(0, lastId - IDS_LOOKED_AT_AGAIN);
    for (let count = LOADED_AT_ONCE; count === LOADED_AT_ONCE; ) {
      const recent = await articles.listRecent(since, afterId, LOADED_AT_ONCE, listKnown(afterId));
      for (const article of recent) if (!index.has(article.id)) index.add(article);
      count = recent.length;
      afterId = recent.at(-1)?.id ?? afterId;
    }
    lastId = Math.max(lastId, afterId);
  }

  /** Under the same address it is what the store takes it for: the article already there, or a new edition. */
  async function isElsewhere({ article }: Publication, id: ArticleId): Promise<boolean> {
    const known = await articles.findNewest(id);
    return known !== null && known.article.canonicalUrl !== article.canonicalUrl;
  }

  async function publish(publication: Publication, findRecipients: FindRecipients): Promise<ArticleId> {
    // A correction stays in its story; the new edition is met when the index is next brought up to date.
    if (publication.storyOf !== undefined) return articles.publish(publication);
    await catchUp(publication.now);
    const { feedId, language, title, text, publishedAt, fetchedAt } = publication.article;
    // As the store dates it: a page that dates itself into the future is as old as its reading.
    const at = publishedAt === null || publishedAt > fetchedAt ? fetchedAt : publishedAt;
    const article = { feedId, language, title, text, at, isAdded: publication.isAdded ?? false };
    const again = index.findAgain(article);
    if (again !== null && (await isElsewhere(publication, toArticleId(again)))) {
      await feeds.markSeen(feedId, publication.entryKeys, publication.now, PASSED_OVER.asRenamed);
      return toArticleId(again);
    }
    const match = index.find(article);
    const storyOf = match === null ? null : toArticleId(match.id);
    const id = await articles.publish({ ...publication, storyOf, recipients: await findRecipients() });
    if (!index.has(id)) index.add({ ...article, id, storyId: match === null ? null : index.storyOf(match.id) });
    lastId = Math.max(lastId, id);
    return id;
  }

  return {
    publish(publication, findRecipients = async () => publication.recipients) {
      const published = last.then(() => publish(publication, findRecipients));
      last = published.catch(() => null);
      return published;
    },
  };
}
