/** Publishing with stories: a new article is compared with those of the last days, and joins the story it belongs to. */

import { setImmediate } from "node:timers/promises";
import { PASSED_OVER } from "../domain/feed.ts";
import { type ArticleId, toArticleId } from "../domain/id.ts";
import type { Publication, Recipient, Store } from "../domain/store.ts";
import { WINDOW_MS } from "../stories/compare.ts";
import { createStoryIndex, type IndexedArticle } from "../stories/story-index.ts";

const LOADED_AT_ONCE = 500;
/** Ids are given out before they are committed: so many are looked at again for what another process was late with. */
const IDS_LOOKED_AT_AGAIN = 100;
/** Articles being stored at a time: as many as the store takes together, and as many that are being told apart meanwhile. */
const STORED_AT_ONCE = 32;
/** After so many, what other processes published is looked at again. */
const TOLD_APART_AT_ONCE = 16;

export interface StoryLine {
  /** Who is owed it may be found out when its turn has come, by the subscriptions that stand then. */
  publish(publication: Publication, findRecipients?: FindRecipients): Promise<ArticleId>;
}

type FindRecipients = () => Promise<readonly Recipient[]>;

/** Its promise is not to be waited for by who waits for this. */
interface Begun {
  readonly stored: Promise<ArticleId>;
}

/**
 * One at a time is compared and handed to the store, so that of two articles of one event that come at once the second
 * one sees the first. Storing goes on meanwhile: only an article that meets one not stored yet waits for it.
 */
export function createStoryLine({ articles, feeds }: Pick<Store, "articles" | "feeds">): StoryLine {
  const index = createStoryIndex();
  /** By numbers below zero, which stand for them in the index until they have an id. */
  const storing = new Map<number, Promise<unknown>>();
  let lastId = 0;
  let lastNumber = 0;
  let askedCount = 0;
  /** How many were asked for when the line was last brought up to date, and how many were compared since. */
  let caughtUp = { asked: 0, compared: 0 };
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

  /** Those that came before it was last done see what was published before they came. */
  async function catchUpFor(place: number, now: Date): Promise<void> {
    if (place > caughtUp.asked || caughtUp.compared >= TOLD_APART_AT_ONCE) {
      const asked = askedCount;
      await catchUp(now);
      caughtUp = { asked, compared: 0 };
    }
    caughtUp.compared += 1;
  }

  /** Under the same address it is what the store takes it for: the article already there, or a new edition. */
  async function isElsewhere({ article }: Publication, id: ArticleId): Promise<boolean> {
    const known = await articles.findNewest(id);
    return known !== null && known.article.canonicalUrl !== article.canonicalUrl;
  }

  /** The article that has its text already, and the one it is told with; both are stored. */
  async function compare(article: Omit<IndexedArticle, "id">) {
    for (;;) {
      const again = index.findAgain(article);
      const match = index.find(article);
      const awaited = [again, match?.id ?? null].flatMap((id) => (id === null ? [] : (storing.get(id) ?? [])));
      if (awaited.length === 0) return { again, match };
      await Promise.all(awaited);
    }
  }

  /** In the index from now on; without it again when it cannot be stored. */
  function store(publication: Publication, article: Omit<IndexedArticle, "id">): Begun {
    lastNumber -= 1;
    const number = lastNumber;
    index.add({ ...article, id: number });
    const settle = (id: ArticleId | null): void => {
      storing.delete(number);
      if (id === null || index.has(id)) index.remove(number);
      else index.rename(number, id);
      lastId = Math.max(lastId, id ?? 0);
    };
    const stored = articles.publish(publication);
    storing.set(
      number,
      stored.then(settle, () => settle(null)),
    );
    return { stored };
  }

  async function begin(publication: Publication, findRecipients: FindRecipients, place: number): Promise<Begun> {
    while (storing.size >= STORED_AT_ONCE) await Promise.race(storing.values());
    // A correction stays in its story; the new edition is met when the index is next brought up to date.
    if (publication.storyOf !== undefined) return { stored: articles.publish(publication) };
    await catchUpFor(place, publication.now);
    const { feedId, language, title, text, publishedAt, fetchedAt } = publication.article;
    // As the store dates it: a page that dates itself into the future is as old as its reading.
    const at = publishedAt === null || publishedAt > fetchedAt ? fetchedAt : publishedAt;
    const article = { feedId, language, title, text, at, isAdded: publication.isAdded ?? false };
    const { again, match } = await compare(article);
    if (again !== null && (await isElsewhere(publication, toArticleId(again)))) {
      await feeds.markSeen(feedId, publication.entryKeys, publication.now, PASSED_OVER.asRenamed);
      return { stored: Promise.resolve(toArticleId(again)) };
    }
    const storyOf = match === null ? null : toArticleId(match.id);
    const storyId = match === null ? null : index.storyOf(match.id);
    return store({ ...publication, storyOf, recipients: await findRecipients() }, { ...article, storyId });
  }

  return {
    async publish(publication, findRecipients = async () => publication.recipients) {
      askedCount += 1;
      const place = askedCount;
      const begun = last.then(() => begin(publication, findRecipients, place));
      // Comparing takes the processor: others have their turn in between.
      last = begun.catch(() => null).then(() => setImmediate());
      const { stored } = await begun;
      return stored;
    },
  };
}
