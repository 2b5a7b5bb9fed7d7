import { expect, test } from "vitest";
import { composeAll, composePost } from "../../../src/delivery/compose.ts";
import type { StoredBrief } from "../../../src/domain/article.ts";
import { toArticleId, toFeedId, toStoryId } from "../../../src/domain/id.ts";
import { buildArticle, buildBrief, buildPublication, buildQuote } from "../../helpers/build.ts";

const article = { ...buildArticle({ agency: "Northmark Press" }), id: toArticleId(1) };
const stored: StoredBrief = {
  article,
  brief: buildBrief(article, { quotes: buildPublication().quotes }),
  storyId: null,
  topics: ["local"],
  alsoOutlets: ["Glen Post", "Harbor Wire"],
  isUpdated: false,
};
const CONTEXT = { languageShown: null };

test("a post names outlet and agency, links the page, and each quote its place, without the comma before “said”", () => {
  const post = composePost(stored, CONTEXT);
  expect(post).toMatchObject({
    outlet: "Harbor Wire",
    agency: "Northmark Press",
    url: article.url,
    alsoOutlets: ["Glen Post"],
    topics: ["local"],
  });
  expect(post.quotes[0]).toEqual({
    text: "We cannot sail with one engine",
    speaker: "Ada Lindqvist",
    role: null,
    url: `${article.url}#:~:text=We%20cannot%20sail%20with%20one%20engine%2C`,
  });
});

test("a channel gets as many quotes and sentences as it asked for", () => {
  expect(composePost(stored, { ...CONTEXT, quotesMax: 1, sentencesMax: 0 })).toMatchObject({
    sentences: [],
    quotes: [{ speaker: "Ada Lindqvist" }],
  });
});

test("a speaker known by a pronoun alone is not named in the post", () => {
  const [quote] = buildPublication().quotes;
  const quotes = quote?.speaker ? [{ ...quote, speaker: { ...quote.speaker, name: "She" } }] : [];
  expect(composePost({ ...stored, brief: { ...stored.brief, quotes } }, CONTEXT).quotes).toMatchObject([
    { speaker: null, role: null },
  ]);
});

test("an outlet that is its own agency is named once", () => {
  expect(composePost({ ...stored, article: { ...article, agency: "Harbor Wire" } }, CONTEXT).agency).toBeNull();
});

test("a quote that is not in the article is never shown", () => {
  const quotes = buildPublication().quotes.map((quote) => ({ ...quote, text: `${quote.text}!` }));
  expect(() => composePost({ ...stored, brief: { ...stored.brief, quotes } }, CONTEXT)).toThrow(
    "copied from its article unchanged",
  );
});

test("the feed's own summary is marked as such", () => {
  const ofFeed = { ...stored, article: { ...article, basis: "feed" } } as const;
  expect(composePost(ofFeed, CONTEXT).isFeedSummary).toBe(true);
  // A post of a headline and a quote said that it was from the feed's summary.
  expect(composePost({ ...ofFeed, brief: { ...stored.brief, sentences: [] } }, CONTEXT).isFeedSummary).toBe(false);
  expect(composePost(ofFeed, { ...CONTEXT, sentencesMax: 0 }).isFeedSummary).toBe(false);
});

test("a language whose speakers are not read says nothing about who speaks", () => {
  const quotes = stored.brief.quotes.map((quote) => ({ ...quote, speaker: null }));
  const written = (language: string): StoredBrief => ({
    ...stored,
    article: { ...article, language },
    brief: { ...stored.brief, quotes },
  });
  expect(composePost(written("hu"), CONTEXT).quotes[0]).toMatchObject({ speaker: null, isSpeakerUnread: true });
  expect(composePost(written("en"), CONTEXT).quotes[0]?.isSpeakerUnread).toBeUndefined();
});

test("a page of a hundred stories that twelve outlets tell stops nobody: others have their turn in between", async () => {
  const text =
    "The slipway is too short for the new boat, and forty families of the quay have waited for it since May.";
  const quote = buildQuote(text, text.slice(0, -1), null);
  const stories = Array.from({ length: 100 }, (_, index): StoredBrief => {
    const own = { ...buildArticle({ text }), id: toArticleId(index + 1) };
    return { ...stored, article: own, brief: buildBrief(own, { quotes: [quote] }), storyId: toStoryId(index + 1) };
  });
  const others = Array.from({ length: 12 }, (_, index) => index);
  const toMember = (story: number, other: number) => ({
    ...{
      id: toArticleId(story * 100 + other),
      feedId: toFeedId("hill"),
      outlet: `Outlet ${other}`,
      headline: "Slipway",
    },
    ...{ url: "https://hill.example/", language: article.language, at: new Date(0), isUpdated: false },
  });
  let turns = 0;
  let timer = setImmediate(function count() {
    turns += 1;
    timer = setImmediate(count);
  });
  const posts = await composeAll(stories, "en", {
    get: () => Promise.reject(new Error("Expected no article to be read.")),
    listEditions: async () => [],
    listMembers: async (ids) => new Map(ids.map((id) => [id, others.map((other) => toMember(id, other))])),
    listQuotes: async (ids) => new Map(ids.map((id) => [id, Array.from({ length: 20 }, () => quote)])),
  });
  clearImmediate(timer);
  expect(posts).toHaveLength(100);
  expect(turns).toBeGreaterThanOrEqual(3);
});
