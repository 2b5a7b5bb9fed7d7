/** Checks a text written by a model against its article: every number, date, name, quotation and claim must stand there. */

import { remember } from "../../domain/bounded-map.ts";
import type { ClaimWords } from "../../languages/shared/claims.ts";
import { splitSentences } from "../../languages/shared/sentences.ts";
import { findWords, foldWord } from "../../languages/shared/words.ts";
import { findQuotes } from "../../quotes/find-quotes.ts";
import { indexWords } from "./align-claim.ts";
import { type ClaimArticle, checkClaim, type ToldSentence } from "./check-claim.ts";
import { createReader, type Reader } from "./claim-reader.ts";
import { findOpening, prepare } from "./claim-text.ts";
import { type ClaimSentence, readSentence } from "./claim-words.ts";
import {
  findCalendarWords,
  findCapitalWords,
  findNameRuns,
  findNumbers,
  findQuotations,
  normalizeMarks,
} from "./facts.ts";
import type { GroundingProblem } from "./problem.ts";
import { findPronounNames } from "./pronoun-names.ts";
import type { Told } from "./told/kinds.ts";
import { tellAbout, tellOtherwise } from "./told/otherwise.ts";
import { findUnsafeText } from "./unsafe-text.ts";

/** What the check found. */
export interface Grounding {
  /** True when there is no problem. */
  readonly isGrounded: boolean;
  readonly problems: readonly GroundingProblem[];
}

const TEXT_LENGTH_MAX = 200_000;
const CHECKED_LENGTH_MAX = 8_000;
const QUOTATION_WORDS_MIN = 2;
const SPOKEN_WORDS_MIN = 3;
const NAME_PREFIX_LENGTH = 4;

function checkQuotations(text: string, plain: string): readonly GroundingProblem[] {
  const problems: GroundingProblem[] = [];
  for (const quotation of findQuotations(text)) {
    if (quotation.split(/\s+/).length < QUOTATION_WORDS_MIN) continue;
    const bare = normalizeMarks(quotation).replace(/[,.;]$/, "");
    // A quotation that begins in the middle of a sentence may open with a capital.
    const isThere = plain.includes(bare) || plain.includes(bare.charAt(0).toLowerCase() + bare.slice(1));
    if (!isThere) problems.push({ kind: "quotation", detail: `“${quotation}” does not stand in the article.` });
  }
  return problems;
}

const surname = (name: string): string => foldWord(name.split(" ").at(-1) ?? "");

/** A quotation of the text must have the speaker it has in the article. */
function checkSpeakers(text: string, article: string, language: string): readonly GroundingProblem[] {
  const shown = findQuotes(text, { language });
  if (shown.length === 0) return [];
  const known = findQuotes(article, { language });
  const problems: GroundingProblem[] = [];
  for (const quote of shown) {
    const speaker = quote.speaker;
    // One or two words in marks are called so by the writer, not said.
    if (quote.text.split(" ").length < SPOKEN_WORDS_MIN) continue;
    if (speaker === null || speaker.kind === "unnamed" || /^(?:he|she|they)$/i.test(speaker.name)) continue;
    const bare = normalizeMarks(quote.text).replace(/[,.;]$/, "");
    const match = known.find((each) => normalizeMarks(each.text).includes(bare));
    const truth = match?.speaker ?? null;
    if (truth === null || /^(?:he|she|they)$/i.test(truth.name)) continue;
    const isSame =
      surname(truth.name) === surname(speaker.name) ||
      truth.name.toLowerCase().includes(surname(speaker.name)) ||
      speaker.name.toLowerCase().includes(surname(truth.name));
    if (!isSame && truth.kind === "person")
      problems.push({ kind: "speaker", detail: `“${quote.text}” was said by ${truth.name}, not ${speaker.name}.` });
  }
  return problems;
}

function checkFacts(
  text: string,
  article: string,
  articleNames: ReadonlySet<string>,
  facts: ClaimWords | null,
): readonly GroundingProblem[] {
  const problems: GroundingProblem[] = [];
  const numbers = new Set([...findNumbers(article, facts), ...findNumbers(prepare(article, facts), facts)]);
  for (const number of findNumbers(prepare(text, facts), facts))
    if (!numbers.has(number)) problems.push({ kind: "number", detail: `${number} does not stand in the article.` });
  const calendar = new Set(findCalendarWords(article, facts));
  for (const word of findCalendarWords(text, facts))
    if (!calendar.has(word)) problems.push({ kind: "date", detail: `${word} does not stand in the article.` });
  const folded = new Set(findWords(article, "en").map((word) => foldWord(article.slice(word.start, word.end))));
  const capitals = new Set(findCapitalWords(article));
  const prefixes = new Set([...articleNames].map((name) => name.slice(0, NAME_PREFIX_LENGTH)));
  for (const run of findNameRuns(text, facts))
    for (const word of run)
      if (
        !folded.has(word) &&
        !capitals.has(word) &&
        !(run.length === 1 && word.length > 5 && prefixes.has(word.slice(0, NAME_PREFIX_LENGTH)))
      )
        problems.push({ kind: "name", detail: `${word} does not stand in the article.` });
  return problems;
}

/** "Varen to close its pier": a title's first verb behind "to" tells what will be. */
function readTitle(title: string, reader: Reader): ClaimSentence {
  const read = readSentence(title, reader);
  const { words } = reader;
  const at = read.words.findIndex((word) => word.isVerb || words?.infinitives.has(word.link ?? "") === true);
  const verb = read.words[at];
  const will = words?.operators.get("will");
  if (at <= 0 || verb === undefined || will === undefined || words?.infinitives.has(verb.link ?? "") !== true)
    return read;
  const future = { ...verb, link: null, isVerb: true, operators: new Set([...verb.operators, will]) };
  return { ...read, words: read.words.with(at, future), operators: new Set([...read.operators, will]) };
}

function toToldSentence({ text, needed }: Told, reader: Reader): ToldSentence {
  const keyOf = (word: string): readonly string[] =>
    readSentence(`x ${word}`, reader)
      .words.slice(-1)
      .map(({ key }) => key);
  return { sentence: readSentence(text, reader), needed: needed.flatMap(keyOf) };
}

/** Everything the sentences say besides. */
function readToldOtherwise(body: string, reader: Reader): readonly ToldSentence[] {
  const pronouns = findPronounNames(body, reader.language);
  const told: ToldSentence[] = [];
  let about: string | null = null;
  for (const span of splitSentences(body, reader.language)) {
    const written = body.slice(span.start, span.end);
    const pronoun = pronouns.get(span.start);
    const named =
      pronoun === undefined || /[“„«"]/.test(written) ? [] : [pronoun.name + body.slice(pronoun.end, span.end)];
    const others = [...named.map((text) => ({ text, needed: [] })), ...tellOtherwise(written, about, reader)];
    about = tellAbout(written, about, reader);
    told.push(...others.map((each) => toToldSentence(each, reader)));
  }
  return told;
}

/** The article's sentences as words; a quotation may go on over several, never past its paragraph. */
function readArticle(title: string, body: string, reader: Reader): ClaimArticle {
  const sentences: ClaimSentence[] = [readTitle(title, reader)];
  let end = 0;
  let quotation = "";
  for (const span of splitSentences(body, reader.language)) {
    if (body.slice(end, span.start).includes("\n")) quotation = "";
    const sentence = readSentence(body.slice(span.start, span.end), reader, quotation);
    quotation = sentence.quotation;
    end = span.end;
    sentences.push(sentence);
  }
  let told: readonly ToldSentence[] | null = null;
  const tell = (): readonly ToldSentence[] => {
    told ??= readToldOtherwise(body, reader);
    return told;
  };
  return { sentences, index: indexWords(sentences), tellOtherwise: tell };
}

interface ReadSource {
  readonly reader: Reader;
  /** Words of names in title and text. */
  readonly names: ReadonlySet<string>;
  readonly article: ClaimArticle;
}

/** A model is asked again where its first text fails: the same article, which takes most of the time. */
const SOURCES_MAX = 4;
const readSource = remember(SOURCES_MAX, (key: string): ReadSource => {
  const [language = "", title = "", body = ""] = JSON.parse(key) as readonly string[];
  const reader = createReader(language);
  const whole = `${title}\n\n${body}`;
  const names = new Set(
    splitSentences(whole, language).flatMap((span) =>
      findNameRuns(`x ${whole.slice(span.start, span.end)}`, reader.words).flat(),
    ),
  );
  return { reader, names, article: readArticle(title, body, reader) };
});

/**
 * Whether everything a text says stands in its article (docs/briefs.md). The text may be one sentence or several, at most
 * 8,000 characters; of the article's text the first 200,000 are read. `title` counts as part of the article. `language` is
 * a BCP 47 tag, English when absent; in a language without words for claims only near-copies pass.
 *
 * In doubt a text is refused. Each problem has its kind, and a sentence of what was found.
 */
export function checkGrounding(
  text: string,
  article: { readonly text: string; readonly title?: string; readonly language?: string },
): Grounding {
  const language = article.language ?? "en";
  const body = article.text.slice(0, TEXT_LENGTH_MAX);
  const title = article.title ?? "";
  const whole = `${title}\n\n${body}`;
  const checked = text.slice(0, CHECKED_LENGTH_MAX);
  const unsafe = findUnsafeText(checked.normalize("NFC"), whole.normalize("NFC"));
  if (unsafe !== null) return { isGrounded: false, problems: [{ kind: "unsafe", detail: unsafe.detail }] };
  const { reader, names, article: source } = readSource(JSON.stringify([language, title, body]));
  const problems: GroundingProblem[] = [
    ...checkQuotations(checked, normalizeMarks(whole)),
    ...checkFacts(checked, whole, names, reader.words),
    ...checkSpeakers(checked, body, language),
  ];
  if (text.length > CHECKED_LENGTH_MAX)
    problems.push({ kind: "support", detail: "The text is too long to be checked." });
  let quotation = findOpening(checked);
  for (const span of splitSentences(checked, language)) {
    const claim = readSentence(checked.slice(span.start, span.end), reader, quotation);
    quotation = claim.quotation;
    problems.push(...checkClaim(claim, source, reader));
  }
  return { isGrounded: problems.length === 0, problems };
}
