/** Who said what in a story: each quote once, however many outlets carry it, and by whom each says it was said. */

import type { Quote, StoredBrief } from "../../../domain/article.ts";
import { isSameQuote, type QuoteWords, readQuoteWords } from "../../../matching/quotes/same-quote.ts";
import { matchSpeakers } from "../../../matching/quotes/same-speaker.ts";
import type { BriefShape, QuoteShape, SaidShape } from "./shapes.ts";

const SAID_MAX = 200;

/** A quote as one outlet has it. */
interface Telling {
  readonly shown: QuoteShape;
  readonly speaker: Quote["speaker"];
  readonly words: QuoteWords;
  readonly brief: BriefShape;
}

/** Shown quotes are the first of a brief's. */
const listTellings = (stored: StoredBrief, brief: BriefShape): readonly Telling[] =>
  brief.quotes.flatMap((shown, index) => {
    const quote = stored.brief.quotes[index];
    return quote === undefined ? [] : [{ shown, brief, speaker: quote.speaker, words: readQuoteWords(quote.text) }];
  });

/** The same words: under one name, under none beside one, or under two that are surely not one person's. */
function isOneQuote(a: Telling, b: Telling): boolean {
  const { language } = a.brief;
  if (language !== b.brief.language) return false;
  const match = matchSpeakers(a.speaker, b.speaker, language);
  const isSameName = match === "same" || a.shown.speaker === b.shown.speaker;
  const isUnnamed = a.shown.speaker === null || b.shown.speaker === null;
  if (match === "unsure" && !isSameName && !isUnnamed) return false;
  if (match === "different" && a.brief.outlet === b.brief.outlet) return false;
  return isSameQuote(a.words, b.words, { language, isSameSpeaker: isSameName });
}

/** One quote of its tellings: the fullest words that somebody is named for, and no name of its own where outlets name different people. */
function toSaid(tellings: readonly [Telling, ...Telling[]]): SaidShape {
  const named = tellings.filter((each) => each.shown.speaker !== null);
  const [first = tellings[0], ...others] = named.length > 0 ? named : tellings;
  const fullest = others.reduce((best, each) => (each.words.weight > best.words.weight ? each : best), first);
  const { shown, brief, speaker } = fullest;
  const isDisputed = tellings.some((a) =>
    tellings.some((b) => matchSpeakers(a.speaker, b.speaker, brief.language) === "different"),
  );
  const isAgreed = (each: Telling): boolean => matchSpeakers(each.speaker, speaker, brief.language) === "same";
  const elsewhere = tellings.filter((each) => each.brief.outlet !== brief.outlet);
  return {
    ...shown,
    ...(isDisputed ? { speaker: null, role: null } : {}),
    articleId: brief.id,
    outlet: brief.outlet,
    language: brief.language,
    alsoIn: isDisputed ? [] : [...new Set(elsewhere.filter(isAgreed).map((each) => each.brief.outlet))],
    namedBy: isDisputed ? tellings.map((each) => ({ outlet: each.brief.outlet, speaker: each.shown.speaker })) : [],
  };
}

/** In the order in which they were first told. */
export function readSaid(stored: readonly StoredBrief[], briefs: readonly BriefShape[]): SaidShape[] {
  const groups: [Telling, ...Telling[]][] = [];
  stored.forEach((each, index) => {
    const brief = briefs[index];
    for (const telling of brief === undefined ? [] : listTellings(each, brief)) {
      const known = groups.find((group) => group.some((other) => isOneQuote(other, telling)));
      if (known === undefined) groups.push([telling]);
      else known.push(telling);
    }
  });
  return groups.slice(0, SAID_MAX).map(toSaid);
}
