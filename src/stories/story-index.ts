/** The articles of the last three days as fingerprints, and which of them a new one belongs to. */

import { compare, isToldAgain, type Likeness, type Rarity, WINDOW_MS } from "./compare.ts";
import { type Fingerprint, type FingerprintInput, toFingerprint } from "./fingerprint.ts";
import { toRarity } from "./rarity.ts";

/** About 60 MB; the oldest give way on a day with more news than that. */
const ARTICLES_MAX = 6_000;
/** Shared lead terms an article needs to be looked at closely; keeps a new article from being compared with all. */
const CANDIDATES_MAX = 50;

export interface IndexedArticle extends FingerprintInput {
  readonly id: number;
  /** Articles of one feed are never one story: a feed that repeats itself has news. */
  readonly feedId: string;
  readonly language: string;
  /** Its feed is not everybody's: then it is compared with none of another feed. False when absent. */
  readonly isAdded?: boolean;
  /** The story it is known to belong to; absent for one that stands alone. */
  readonly storyId?: number | null;
}

export interface StoryMatch extends Likeness {
  readonly id: number;
}

export interface StoryIndex {
  /**
   * The likest article in the same language, null when none tells of the same. A story that has an article of this feed
   * already takes no second one: the second is a new turn of events.
   */
  find(article: Omit<IndexedArticle, "id">): StoryMatch | null;
  /** The article of the same feed that has this very text, such as under an address it had before; null when none has. */
  findAgain(article: Omit<IndexedArticle, "id">): number | null;
  has(id: number): boolean;
  /** The story an article belongs to; its own id when it stands alone. */
  storyOf(id: number): number;
  add(article: IndexedArticle): void;
  /** An article that was added by a number of the caller's is known by its own id from now on. */
  rename(from: number, to: number): void;
  remove(id: number): void;
  readonly size: number;
}

interface Known {
  readonly article: Pick<IndexedArticle, "id" | "feedId" | "isAdded" | "language">;
  readonly story: number;
  readonly fingerprint: Fingerprint;
}

/** Of one article it is asked for several times in a row. */
function rememberLast(make: (input: FingerprintInput) => Fingerprint): (input: FingerprintInput) => Fingerprint {
  let last: { readonly input: FingerprintInput; readonly fingerprint: Fingerprint } | null = null;
  return (input) => {
    const { title, text, at, language } = input;
    const known = last?.input;
    const isSame = known?.text === text && known.title === title && known.language === language && known.at === at;
    if (last === null || !isSame) last = { input: { title, text, at, language }, fingerprint: make(input) };
    return last.fingerprint;
  };
}

export function createStoryIndex(): StoryIndex {
  const toLatestFingerprint = rememberLast(toFingerprint);
  const known = new Map<number, Known>();
  const articlesWith = new Map<string, Set<number>>();
  const articlesOf = new Map<number, Set<number>>();
  let lastFound: { readonly fingerprint: Fingerprint; readonly candidates: readonly Known[] } | null = null;

  function remove(id: number): void {
    lastFound = null;
    const story = known.get(id)?.story;
    for (const term of known.get(id)?.fingerprint.leadTerms ?? []) {
      const ids = articlesWith.get(term);
      ids?.delete(id);
      if (ids?.size === 0) articlesWith.delete(term);
    }
    known.delete(id);
    if (story === undefined) return;
    const others = articlesOf.get(story);
    others?.delete(id);
    if (others?.size === 0) articlesOf.delete(story);
  }

  function enter(entry: Known): void {
    const { article, story, fingerprint } = entry;
    known.set(article.id, entry);
    articlesOf.set(story, (articlesOf.get(story) ?? new Set()).add(article.id));
    for (const term of fingerprint.leadTerms) {
      const ids = articlesWith.get(term) ?? new Set<number>();
      ids.add(article.id);
      articlesWith.set(term, ids);
    }
  }

  const hasFeed = (story: number, feedId: string): boolean =>
    [...(articlesOf.get(story) ?? [])].some((id) => known.get(id)?.article.feedId === feedId);

  function forgetOld(nowMs: number): void {
    for (const [id, { fingerprint }] of known) {
      if (known.size <= ARTICLES_MAX && nowMs - fingerprint.atMs <= WINDOW_MS) break;
      remove(id);
    }
  }

  const rarity: Rarity = (term) => toRarity(articlesWith.get(term)?.size ?? 0, known.size);

  /** While nothing is added, each term is worked out once. */
  function rememberRarity(): Rarity {
    const weights = new Map<string, number>();
    return (term) => {
      const weight = weights.get(term) ?? rarity(term);
      weights.set(term, weight);
      return weight;
    };
  }

  /** Asked for twice of each article: whether it was told before, and whose story it is of. */
  function findCandidates(fingerprint: Fingerprint): readonly Known[] {
    if (lastFound?.fingerprint !== fingerprint) lastFound = { fingerprint, candidates: lookUp(fingerprint) };
    return lastFound.candidates;
  }

  /** The articles that share most of the rare terms. */
  function lookUp(fingerprint: Fingerprint): readonly Known[] {
    const weights = new Map<number, number>();
    for (const term of fingerprint.leadTerms) {
      const ids = articlesWith.get(term);
      if (ids === undefined || ids.size > known.size / 4 + 20) continue;
      const weight = rarity(term);
      for (const id of ids) weights.set(id, (weights.get(id) ?? 0) + weight);
    }
    return [...weights]
      .sort((a, b) => b[1] - a[1])
      .slice(0, CANDIDATES_MAX)
      .flatMap(([id]) => known.get(id) ?? []);
  }

  return {
    find(article) {
      // Articles of one feed are never one story, and what a person added is told with nothing of other people's.
      if (article.isAdded === true) return null;
      const fingerprint = toLatestFingerprint(article);
      const rarityOf = rememberRarity();
      let best: StoryMatch | null = null;
      for (const candidate of findCandidates(fingerprint)) {
        if (candidate.article.language !== article.language || candidate.article.isAdded === true) continue;
        if (hasFeed(candidate.story, article.feedId)) continue;
        const likeness = compare(fingerprint, candidate.fingerprint, rarityOf);
        if (likeness.isSame && likeness.score > (best?.score ?? 0)) best = { ...likeness, id: candidate.article.id };
      }
      return best;
    },

    findAgain(article) {
      const fingerprint = toLatestFingerprint(article);
      const again = findCandidates(fingerprint).find(
        (known) => known.article.feedId === article.feedId && isToldAgain(fingerprint, known.fingerprint),
      );
      return again?.article.id ?? null;
    },

    add(article) {
      remove(article.id);
      const fingerprint = toLatestFingerprint(article);
      const { id, feedId, language, isAdded = false } = article;
      enter({ article: { id, feedId, language, isAdded }, story: article.storyId ?? id, fingerprint });
      forgetOld(fingerprint.atMs);
    },

    rename(from, to) {
      const found = known.get(from);
      if (found === undefined) return;
      remove(from);
      enter({ ...found, article: { ...found.article, id: to }, story: found.story === from ? to : found.story });
    },

    remove,

    has: (id) => known.has(id),

    storyOf: (id) => known.get(id)?.story ?? id,

    get size() {
      return known.size;
    },
  };
}
