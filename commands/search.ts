/** Finds stored briefs by words: "what have we carried about this?" */

import type { StoredBrief } from "../src/domain/article.ts";
import type { PressRequest } from "../src/domain/command.ts";
import { UserError } from "../src/domain/errors.ts";
import { toArticleId, toFeedId } from "../src/domain/id.ts";
import type { Reply } from "../src/domain/post.ts";
import type { Say } from "../src/domain/say.ts";
import { EMPTY_QUERY } from "../src/domain/store.ts";
import { readTerm } from "../src/matching/phrases.ts";
import { listStoryUnits } from "../src/matching/story-words.ts";
import { toHitWords } from "../src/messages/hits.ts";
import { readKeptPage, toPageButtons } from "../src/messages/kept-pages.ts";
import { cutSnippet } from "../src/messages/snippet.ts";
import { readPostButton } from "../src/typed/article-choice.ts";
import { readLanguages } from "../src/typed/article-languages.ts";
import { defineCommand } from "../src/typed/define-command.ts";
import { readFeedIds, readTopics } from "../src/typed/feed-choice.ts";
import {
  author,
  category,
  day,
  feed,
  integer,
  languages,
  rest,
  speaker,
  topics,
  words,
} from "../src/typed/options/index.ts";
import { nameSearch, parseSearch, refuseUnsearchable } from "../src/typed/search-text.ts";
import { FIELDS, refuseMisspelt } from "../src/typed/stray-options.ts";
import { toNeverFound } from "../src/typed/wish-lists.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
const BRIEFS_PER_PAGE = 5;
const BRIEFS_COUNTED_MAX = 500;
const DAYS_MAX = 365;
/** Looked back where nothing else is said. */
const DAYS = 90;

const OUTLETS_NAMED_MAX = 3;

/** How often an article has a word that it is about. */
const SIMILAR_COUNT_MIN = 3;

type Request = PressRequest<"articles" | "feeds" | "notes">;

/** A search as it is kept behind its page buttons, so that they work after a restart. */
interface KeptSearch {
  readonly words: string;
  readonly feedIds: readonly string[];
  readonly topics: readonly string[];
  readonly languages: readonly string[];
  readonly speaker: string | null;
  readonly sinceMs: number | null;
  /** It looks back so many days; null where a day was given. Those kept before have none. */
  readonly days?: number | null;
  /** Searches kept before there was an end have none. */
  readonly untilMs?: number | null;
  /** What is similar to an article is never the article itself, nor its story. */
  readonly withoutStoryOf?: number | null;
  /** The newest article of when it was asked: what comes in later moves no page. Those kept before have none. */
  readonly newestId?: number | null;
}

/** "12 briefs about “ferry”, page 2:". */
function toHeading(say: Say, total: number, wanted: string, page: number): string {
  const isMany = total >= BRIEFS_COUNTED_MAX;
  const count = Math.min(total, BRIEFS_COUNTED_MAX);
  if (page > 1) return say(isMany ? "search.foundManyPage" : "search.foundPage", { count, wanted, page });
  return say(isMany ? "search.foundMany" : "search.found", { count, wanted });
}

/** "Harbor Wire, Tide Daily +2": who carried the story, the one linked first. */
function nameOutlets(outlets: readonly string[], say: Say): string {
  const more = outlets.length - OUTLETS_NAMED_MAX;
  const named = say.series(outlets.slice(0, OUTLETS_NAMED_MAX));
  return more > 0 ? `${named} +${say.number(more)}` : named;
}

/** The options that narrow it, as they are typed. */
function listFilters({
  feedIds,
  topics,
  languages,
  sinceMs,
  untilMs = null,
  days = null,
}: KeptSearch): readonly string[] {
  const toDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
  return [
    ...feedIds.map((id) => `feed:${id}`),
    ...(topics.length > 0 ? [`topic:${topics.join(",")}`] : []),
    ...(languages.length > 0 ? [`language:${languages.join(",")}`] : []),
    ...(sinceMs !== null && days === null ? [`since:${toDay(sinceMs)}`] : []),
    ...(untilMs === null ? [] : [`until:${toDay(untilMs)}`]),
  ];
}

/** What could be found by asking otherwise: only what can help is named. */
function wordNothing(kept: KeptSearch, wanted: string, say: Say): string {
  const filters = listFilters(kept);
  const isLongest = kept.days === null || (kept.days ?? 0) >= DAYS_MAX;
  if (filters.length > 0) return say("search.noneWith", { wanted, filters: say.list(filters, "and") });
  return isLongest ? say("search.noneAtAll", { wanted }) : say("search.none", { wanted });
}

async function showPage(kept: KeptSearch, page: number, keptId: number, { store, say }: Request): Promise<Reply> {
  const terms = parseSearch(kept.words);
  const found = await store.articles.search({
    ...EMPTY_QUERY,
    isPerStory: true,
    terms,
    feedIds: kept.feedIds.map(toFeedId),
    topics: kept.topics,
    languages: kept.languages,
    speaker: kept.speaker,
    since: kept.sinceMs === null ? null : new Date(kept.sinceMs),
    withoutStoryOf: typeof kept.withoutStoryOf === "number" ? toArticleId(kept.withoutStoryOf) : null,
    until: typeof kept.untilMs === "number" ? new Date(kept.untilMs) : null,
    newestId: typeof kept.newestId === "number" ? toArticleId(kept.newestId) : null,
    limit: BRIEFS_PER_PAGE,
    offset: (page - 1) * BRIEFS_PER_PAGE,
  });
  const wanted = [
    kept.words === "" ? null : say("search.about", { words: nameSearch(kept.words, say) }),
    kept.speaker === null ? null : say("search.quoting", { speaker: kept.speaker }),
  ]
    .filter((part) => part !== null)
    .join(" ");
  if (found.briefs.length === 0) {
    return { text: wordNothing(kept, wanted, say), isPrivate: true };
  }
  const buttons = toPageButtons("search", { keptId, page }, found.total > page * BRIEFS_PER_PAGE, say);
  return {
    text: toHeading(say, found.total, wanted, page),
    lists: [
      {
        title: null,
        items: found.briefs.map(({ article, brief, alsoOutlets }) => {
          const texts = [brief.sentences.map((each) => each.text).join(" "), article.text];
          const snippet = cutSnippet(texts, terms, article.language);
          return {
            hitWords: toHitWords(terms, [brief.headline, snippet], article.language),
            text: brief.headline,
            url: article.url,
            detail: [
              [
                nameOutlets([article.outlet, ...alsoOutlets], say),
                article.publishedAt === null ? null : say.day(article.publishedAt),
              ]
                .filter((part) => part !== null)
                .join(" · "),
              snippet,
            ]
              .filter((part) => part !== "")
              .join(": "),
          };
        }),
      },
    ],
    ...(buttons.length > 0 ? { buttons } : {}),
    isPrivate: true,
  };
}

/**
 * By one or two words of its headline that few other briefs have: names first, then what the article keeps coming back
 * to. A word that only happens to be there makes nothing similar.
 */
async function searchSimilar({ article, brief }: StoredBrief, request: Request): Promise<Reply> {
  const { say, store, now } = request;
  const others = { ...EMPTY_QUERY, isPerStory: true, withoutStoryOf: article.id, limit: 1 };
  const count = async (words: string): Promise<number> =>
    (await store.articles.search({ ...others, terms: parseSearch(words) })).total;
  const units = listStoryUnits({ headline: brief.headline, text: article.text, language: article.language });
  const counted = await Promise.all(
    units.map(async (unit) => {
      const words = unit.text.includes(" ") ? `"${unit.text}"` : unit.isName ? unit.text : unit.text.toLowerCase();
      return { words, isTelling: unit.isName || unit.count >= SIMILAR_COUNT_MIN, total: await count(words) };
    }),
  );
  const shared = counted
    .filter(({ total }) => total > 0)
    .sort((a, b) => Number(b.isTelling) - Number(a.isTelling) || a.total - b.total);
  const [first, second] = shared;
  const both = first === undefined || second === undefined ? null : `${first.words} ${second.words}`;
  const isBoth = both !== null && (await count(both)) > 0;
  const chosen = isBoth ? both : first?.isTelling === true ? first.words : null;
  if (chosen === null) {
    return { text: say("search.nothingSimilar", { headline: say.inMarks(brief.headline) }), isPrivate: true };
  }
  const kept: KeptSearch = {
    words: chosen,
    feedIds: [],
    topics: [],
    languages: [],
    speaker: null,
    sinceMs: null,
    days: null,
    untilMs: null,
    withoutStoryOf: article.id,
    newestId: await store.articles.findNewestId(),
  };
  const keptId = await store.notes.keep("search", JSON.stringify(kept), now);
  return showPage(kept, 1, keptId, request);
}

/** An author and a category are words of the search like others, told to be looked for elsewhere. */
function toSearch(
  words: string,
  { author, category }: { readonly author?: string | undefined; readonly category?: string | undefined },
): string {
  const name = (field: string, value: string | undefined): string =>
    value === undefined || value === "" ? "" : `${field}:"${value.replace(/["“”„‟«»＂]/g, "")}"`;
  return [name("author", author), name("category", category), words].filter((part) => part !== "").join(" ");
}

const OPTIONS = {
  words: rest(words({ lengthMax: 200 })),
  speaker: speaker(),
  author: author({ lengthMax: 100 }),
  category: category({ lengthMax: 100 }),
  feed: feed(),
  topic: topics(),
  language: languages(),
  days: integer({ min: 1, max: DAYS_MAX }),
  since: day(),
  until: day(),
};

export const search = defineCommand({
  name: "search",
  access: "everyone",
  postButton: "search.similar",
  needs: { store: ["articles", "feeds", "notes"] },
  options: OPTIONS,
  examples: [
    "/search ferry",
    '/search "port authority" -football days:7',
    "/search speaker:minister herring",
    "/search ferr* in:title",
  ],

  async run(request) {
    const { options, store, now } = request;
    refuseMisspelt(` ${options.words ?? ""}`, { command: "search", options: Object.keys(OPTIONS), fields: FIELDS });
    const wanted = toSearch(options.words ?? "", options);
    const terms = parseSearch(wanted);
    const asked = terms.filter((term) => !term.isExcluded);
    if (asked.length === 0 && options.speaker === undefined) {
      throw new UserError("bad-option", (say) => say("search.nothingAsked"));
    }
    refuseUnsearchable(options.words ?? "");
    if (terms.length > 0 && !(asked.length > 0 ? asked : terms).some((term) => readTerm(term) !== null)) {
      throw toNeverFound(wanted);
    }
    const { since, until, days } = options;
    if (since !== undefined && days !== undefined) {
      throw new UserError("bad-option", (say) => say("search.daysToo"));
    }
    if (since !== undefined && until !== undefined && since.start > until.end) {
      throw new UserError("bad-option", (say) => say("search.backwards"));
    }
    // A search up to a day of the past looks back from that day.
    const daysEnd = until !== undefined && until.end < now ? until.end : now;
    const feeds = await store.feeds.list();
    const kept: KeptSearch = {
      words: wanted,
      feedIds: readFeedIds(feeds, options.feed),
      topics: readTopics(feeds, options.topic),
      languages: readLanguages(options.language),
      speaker: options.speaker ?? null,
      sinceMs: since?.start.getTime() ?? daysEnd.getTime() - (days ?? DAYS) * DAY_MS,
      days: since === undefined ? (days ?? DAYS) : null,
      untilMs: until?.end.getTime() ?? null,
      newestId: await store.articles.findNewestId(),
    };
    const keptId = await store.notes.keep("search", JSON.stringify(kept), now);
    return showPage(kept, 1, keptId, request);
  },

  /** `KEPT:PAGE`, and `article:ID` under a post. */
  async press(rest, request) {
    const stored = await readPostButton(rest, request.store);
    if (stored !== null) return searchSimilar(stored, request);
    const { kept, keptId, page } = await readKeptPage("search", rest, request.store.notes);
    return showPage(kept as KeptSearch, page, keptId, request);
  },
});
