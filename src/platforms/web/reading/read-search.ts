/** A search with its facets: what matches, with its hits, and what one may narrow it by. */

import { foldWords } from "../../../domain/fold.ts";
import { toFeedId } from "../../../domain/id.ts";
import type { Archive } from "../../../domain/reading/archive.ts";
import type { FacetCount, Facets } from "../../../domain/reading/story-facts.ts";
import { type BriefQuery, EMPTY_QUERY } from "../../../domain/store.ts";
import { findHits, toHitWords } from "../../../messages/hits.ts";
import { cutSnippet } from "../../../messages/snippet.ts";
import { parseSearch } from "../../../typed/search-text.ts";
import { shortenName } from "../render.ts";
import { countPages } from "./count-pages.ts";
import { type SearchQuestion, toDayEnd, toDayStart } from "./questions.ts";
import type { BriefShape, FacetsShape, SearchShape } from "./shapes.ts";
import { type Reader, toBriefShape } from "./to-shapes.ts";
import { readTypedSearch } from "./typed-options.ts";

/** Feeds by their titles; what has a word for it in the reader's language is worded where it is shown. */
export async function toFacets(facets: Facets | undefined, archive: Archive): Promise<FacetsShape> {
  const byId = new Map((await archive.feeds.list()).map((feed) => [String(feed.id), feed]));
  const toCounts = (counts: readonly FacetCount[] = []) =>
    counts.map(({ value, count }) => ({ value, label: shortenName(value) ?? "", count }));
  return {
    feeds: toCounts(facets?.feeds).map((each) => {
      const { title = each.label, isPage } = byId.get(each.value) ?? {};
      return { ...each, label: title, ...(isPage === true ? { isPage } : {}) };
    }),
    topics: toCounts(facets?.topics),
    languages: toCounts(facets?.languages),
    speakers: toCounts(facets?.speakers),
    days: toCounts(facets?.days),
  };
}

/** Whoever looks for what somebody said is not shown what others said. */
function isBy(asked: string | undefined, { speaker, role }: BriefShape["quotes"][number]): boolean {
  if (asked === undefined) return true;
  const words = foldWords(`${speaker ?? ""} ${role ?? ""}`);
  return foldWords(asked).every((wanted) => words.some((word) => word.startsWith(wanted)));
}

export async function readSearch(question: SearchQuestion, reader: Reader): Promise<SearchShape> {
  const { q, topic, feed, language, page, limit } = question;
  const { archive } = reader;
  const { words, narrowed } = readTypedSearch(q, await archive.feeds.list(), reader.now);
  const speaker = narrowed.speaker ?? question.speaker;
  const terms = parseSearch(words);
  const query: BriefQuery = {
    ...EMPTY_QUERY,
    isPerStory: true,
    hasFacets: true,
    terms,
    topics: topic === undefined ? [] : [topic],
    feedIds: feed === undefined ? [] : [toFeedId(feed)],
    languages: language === undefined ? [] : [language],
    speaker: speaker ?? null,
    since: toDayStart(question.since),
    until: toDayEnd(question.until),
    ...narrowed,
    limit,
    offset: (page - 1) * limit,
  };
  const whole = await archive.articles.search(query);
  const isWhole = speaker === undefined || whole.total > 0;
  const found = isWhole ? whole : await archive.articles.search({ ...query, isSpeakerBegun: true });
  const posts = await archive.toPosts(found.briefs, reader.language);
  return {
    results: found.briefs.map((stored, index) => {
      const { article, brief, alsoOutlets } = stored;
      const shape = toBriefShape(stored, reader, posts[index]);
      const texts = [brief.sentences.map(({ text }) => text).join(" "), article.text];
      const snippet = cutSnippet(texts, terms, article.language);
      const hitWords = toHitWords(terms, [shape.headline, snippet], article.language);
      return {
        ...shape,
        quotes: shape.quotes.filter((quote) => isBy(speaker, quote)),
        outlets: [shape.outlet, ...alsoOutlets.map((each) => shortenName(each) ?? "")],
        snippet,
        hits: [...findHits(snippet, hitWords)],
        headlineHits: [...findHits(shape.headline, hitWords)],
      };
    }),
    total: found.total,
    page,
    pages: countPages(found.total, limit),
    facets: await toFacets(found.facets, archive),
  };
}
