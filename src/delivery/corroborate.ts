/** What the other outlets of a story make of a post's quotes: the same words again, under the same name or another. */

import type { Quote, StoredBrief } from "../domain/article.ts";
import type { ArticleStore } from "../domain/store.ts";
import { isSameQuote, type QuoteWords, readQuoteWords } from "../matching/quotes/same-quote.ts";
import { matchSpeakers, type SpeakerMatch } from "../matching/quotes/same-speaker.ts";
import { findAllTakenBack } from "./withdrawn.ts";

/** A story of more outlets is told by its first. */
const ARTICLES_MAX = 12;
const QUOTES_MAX = 40;

/** A quote as another outlet of the story has it. */
export interface ElsewhereQuote {
  readonly outlet: string;
  readonly speaker: Quote["speaker"];
  readonly words: QuoteWords;
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
  return elsewhere.flatMap(({ outlet, ...other }) => {
    const match = matchSpeakers(speaker, other.speaker, language);
    return isSameQuote(words, other.words, { language, isSameSpeaker: match === "same" }) ? [{ outlet, match }] : [];
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

/** What everybody may read of the story elsewhere, and what the article's own feed brought. */
export async function findElsewhere(
  { article, brief, storyId, alsoOutlets }: StoredBrief,
  articles: Pick<ArticleStore, "get" | "listEditions" | "listMembers" | "listQuotes">,
): Promise<readonly ElsewhereQuote[]> {
  if (storyId === null || alsoOutlets.length === 0 || brief.quotes.length === 0) return [];
  const members = await articles.listMembers([storyId], { ownFeedIds: [article.feedId] });
  const others = (members.get(storyId) ?? [])
    .filter(({ outlet, language }) => outlet !== article.outlet && language === article.language)
    .slice(0, ARTICLES_MAX);
  if (others.length === 0) return [];
  const quotes = await articles.listQuotes(others.map(({ id }) => id));
  const toElsewhere = (outlet: string, { text, speaker }: Quote) => ({ outlet, speaker, words: readQuoteWords(text) });
  const standing = others.flatMap(({ id, outlet }) =>
    (quotes.get(id) ?? []).slice(0, QUOTES_MAX).map((quote) => toElsewhere(outlet, quote)),
  );
  const gone: ElsewhereQuote[] = [];
  for (const { id, outlet, isUpdated } of others) {
    for (const { quote } of isUpdated ? await findAllTakenBack(id, articles) : []) {
      gone.push({ ...toElsewhere(outlet, quote), isGone: true });
    }
  }
  return [...standing, ...gone];
}
