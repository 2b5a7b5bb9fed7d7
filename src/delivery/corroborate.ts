/** What the other outlets of a story make of a post's quotes: the same words again, under the same name or another. */

import type { Quote, StoredBrief } from "../domain/article.ts";
import type { ArticleId, StoryId } from "../domain/id.ts";
import type { StoryMember } from "../domain/reading/story-facts.ts";
import type { ArticleStore, Audience } from "../domain/store.ts";
import { createPauses } from "../matching/pauses.ts";
import { isSameQuote, type QuoteWords, readQuoteWords } from "../matching/quotes/same-quote.ts";
import { matchSpeakers, type SpeakerMatch } from "../matching/quotes/same-speaker.ts";
import { mayBeSame, type QuoteRun, readRun } from "../matching/quotes/shared-run.ts";
import { findAllTakenBack } from "./withdrawn.ts";

/** A story of more outlets is told by its first. */
const ARTICLES_MAX = 12;
const QUOTES_MAX = 40;

/** A quote as another outlet of the story has it. */
export interface ElsewhereQuote {
  readonly outlet: string;
  readonly speaker: Quote["speaker"];
  readonly run: QuoteRun;
  /** Read where it comes to them. */
  readonly readWords: () => QuoteWords;
  /** It had them, and has taken them back. */
  readonly isGone?: true;
}

export interface Backing {
  /** Outlets that carry the same words under the same name. */
  readonly outlets: readonly string[];
  /** Outlets that carried them so, and have taken them back. */
  readonly goneFrom: readonly string[];
  /** Another outlet names somebody else for the same words. */
  readonly isDisputed: boolean;
}

/** The same words in other outlets, with what each says of who spoke. */
function findTellings(
  { text, speaker }: Quote,
  elsewhere: readonly ElsewhereQuote[],
  language: string,
): readonly { readonly outlet: string; readonly match: SpeakerMatch }[] {
  const words = readQuoteWords(text);
  const run = readRun(text);
  return elsewhere.flatMap(({ outlet, ...other }) => {
    if (!mayBeSame(run, other.run)) return [];
    const match = matchSpeakers(speaker, other.speaker, language);
    const options = { language, isSameSpeaker: match === "same" };
    return isSameQuote(words, other.readWords(), options) ? [{ outlet, match }] : [];
  });
}

export function weighQuote(quote: Quote, elsewhere: readonly ElsewhereQuote[], language: string): Backing {
  const standing = elsewhere.filter(({ isGone }) => isGone !== true);
  const tellings = findTellings(quote, standing, language);
  const isDisputed = tellings.some(({ match }) => match === "different");
  const backing = isDisputed ? [] : tellings.filter(({ match }) => match === "same");
  const outlets = new Set(backing.map(({ outlet }) => outlet));
  const gone = findTellings(
    quote,
    elsewhere.filter(({ isGone }) => isGone === true),
    language,
  );
  const goneFrom = gone.filter(({ outlet, match }) => match !== "different" && !outlets.has(outlet));
  return { outlets: [...outlets], goneFrom: [...new Set(goneFrom.map(({ outlet }) => outlet))], isDisputed };
}

/** So many stories are asked for together: of very many the newest articles would be left out. */
const STORIES_AT_ONCE = 20;

type Reading = Pick<ArticleStore, "get" | "listEditions" | "listMembers" | "listQuotes">;

/**
 * What may be read of the story elsewhere, by article: what everybody may, and what the feeds of these articles brought,
 * which are all for the same readers. An article nobody else tells of is not in the map.
 */
export async function findAllElsewhere(
  stored: readonly StoredBrief[],
  articles: Reading,
): Promise<ReadonlyMap<ArticleId, readonly ElsewhereQuote[]>> {
  const told = stored.filter(({ brief, alsoOutlets }) => alsoOutlets.length > 0 && brief.quotes.length > 0);
  const storyIds = [...new Set(told.flatMap(({ storyId }) => storyId ?? []))];
  if (storyIds.length === 0) return new Map();
  const ownFeedIds = [...new Set(told.map(({ article }) => article.feedId))];
  const members = await listAllMembers(storyIds, { ownFeedIds }, articles);
  const listOthers = ({ article, storyId }: StoredBrief): readonly StoryMember[] =>
    (storyId === null ? [] : (members.get(storyId) ?? []))
      .filter(({ outlet, language }) => outlet !== article.outlet && language === article.language)
      .slice(0, ARTICLES_MAX);
  const others = new Map(told.flatMap(listOthers).map((member) => [member.id, member]));
  const tellings = await readTellings([...others.values()], articles);
  return new Map(told.map((each) => [each.article.id, listOthers(each).flatMap(({ id }) => tellings.get(id) ?? [])]));
}

async function listAllMembers(
  ids: readonly StoryId[],
  audience: Audience,
  articles: Reading,
): Promise<ReadonlyMap<StoryId, readonly StoryMember[]>> {
  const members = new Map<StoryId, readonly StoryMember[]>();
  for (let start = 0; start < ids.length; start += STORIES_AT_ONCE) {
    const found = await articles.listMembers(ids.slice(start, start + STORIES_AT_ONCE), audience);
    for (const [id, each] of found) members.set(id, each);
  }
  return members;
}

/** What each article of a story quotes, and what it has taken back. */
async function readTellings(
  members: readonly StoryMember[],
  articles: Reading,
): Promise<ReadonlyMap<ArticleId, readonly ElsewhereQuote[]>> {
  if (members.length === 0) return new Map();
  const quotes = await articles.listQuotes(members.map(({ id }) => id));
  const tellings = new Map<ArticleId, readonly ElsewhereQuote[]>();
  const pause = createPauses();
  for (const { id, outlet, isUpdated } of members) {
    const toElsewhere = ({ text, speaker }: Quote) => {
      let words: QuoteWords | null = null;
      const readWords = (): QuoteWords => {
        words ??= readQuoteWords(text);
        return words;
      };
      return { outlet, speaker, run: readRun(text), readWords };
    };
    const standing = (quotes.get(id) ?? []).slice(0, QUOTES_MAX).map(toElsewhere);
    const gone = isUpdated ? await findAllTakenBack(id, articles) : [];
    tellings.set(id, [...standing, ...gone.map(({ quote }) => ({ ...toElsewhere(quote), isGone: true as const }))]);
    await pause();
  }
  return tellings;
}

export const findElsewhere = async (stored: StoredBrief, articles: Reading): Promise<readonly ElsewhereQuote[]> =>
  (await findAllElsewhere([stored], articles)).get(stored.article.id) ?? [];
