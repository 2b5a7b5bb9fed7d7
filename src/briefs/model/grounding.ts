/** Checks a text written by a model against its article: every number, date, name, quotation and claim must stand there. */

import { splitSentences } from "../../languages/shared/sentences.ts";
import { findWords, foldWord, stemWord, stopWords } from "../../languages/shared/words.ts";
import { findQuotes } from "../../quotes/find-quotes.ts";
import {
  countNegations,
  findCalendarWords,
  findNameRuns,
  findNumbers,
  findQuotations,
  isNumberWord,
  normalizeMarks,
} from "./facts.ts";

export interface GroundingProblem {
  readonly kind: "number" | "date" | "name" | "quotation" | "speaker" | "negation" | "order" | "support";
  readonly detail: string;
}
export interface Grounding {
  readonly isGrounded: boolean;
  readonly problems: readonly GroundingProblem[];
}

const TEXT_LENGTH_MAX = 200_000;
const CHECKED_LENGTH_MAX = 8_000;
/** Share of a sentence's content words that must stand within three sentences of the article; chosen on the dev data. */
const SUPPORT_SHARE_MIN = 0.6;
/** From this share on a sentence is taken for a copy, where order and negation must agree too. */
const COPY_SHARE_MIN = 0.7;
const WINDOW_SENTENCES = 3;
const NAME_REACH_SENTENCES = 3;
const QUOTATION_WORDS_MIN = 2;
const NAME_PREFIX_LENGTH = 4;

interface Source {
  readonly text: string;
  readonly stems: readonly string[];
  readonly stemSet: ReadonlySet<string>;
  readonly content: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
}

function readSource(text: string, language: string): Source {
  const small = stopWords(language);
  const stems: string[] = [];
  const content = new Set<string>();
  for (const word of findWords(text, language)) {
    const raw = text.slice(word.start, word.end);
    const stem = stemWord(raw, language);
    stems.push(stem);
    // Numbers are compared by their value, however they are written.
    if (!small.has(raw.toLowerCase()) && !isNumberWord(raw.toLowerCase())) content.add(stem);
  }
  return { text, stems, stemSet: new Set(stems), content, names: new Set(findNameRuns(`x ${text}`).flat()) };
}

function sharedShare(claim: ReadonlySet<string>, sources: readonly Source[]): number {
  if (claim.size === 0) return 1;
  let shared = 0;
  for (const stem of claim) if (sources.some((source) => source.content.has(stem))) shared++;
  return shared / claim.size;
}

/** Words of the claim in the order of the source, as in a longest common subsequence. */
function alignedWords(claim: readonly string[], source: readonly string[]): ReadonlySet<number> {
  const width = source.length + 1;
  const table = new Uint16Array((claim.length + 1) * width);
  for (let row = claim.length - 1; row >= 0; row--)
    for (let column = source.length - 1; column >= 0; column--)
      table[row * width + column] =
        claim[row] === source[column]
          ? (table[(row + 1) * width + column + 1] ?? 0) + 1
          : Math.max(table[(row + 1) * width + column] ?? 0, table[row * width + column + 1] ?? 0);
  const aligned = new Set<number>();
  let row = 0;
  let column = 0;
  while (row < claim.length && column < source.length) {
    if (claim[row] === source[column]) {
      aligned.add(row);
      row++;
      column++;
    } else if ((table[(row + 1) * width + column] ?? 0) >= (table[row * width + column + 1] ?? 0)) row++;
    else column++;
  }
  return aligned;
}

function checkQuotations(text: string, plain: string): readonly GroundingProblem[] {
  const problems: GroundingProblem[] = [];
  for (const quotation of findQuotations(text)) {
    if (quotation.split(/\s+/).length < QUOTATION_WORDS_MIN) continue;
    const bare = normalizeMarks(quotation).replace(/[,.;]$/, "");
    if (!plain.includes(bare))
      problems.push({ kind: "quotation", detail: `“${quotation}” does not stand in the article.` });
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

function checkFacts(text: string, article: string, articleNames: ReadonlySet<string>): readonly GroundingProblem[] {
  const problems: GroundingProblem[] = [];
  const numbers = new Set(findNumbers(article));
  for (const number of findNumbers(text))
    if (!numbers.has(number)) problems.push({ kind: "number", detail: `${number} does not stand in the article.` });
  const calendar = new Set(findCalendarWords(article));
  for (const word of findCalendarWords(text))
    if (!calendar.has(word)) problems.push({ kind: "date", detail: `${word} does not stand in the article.` });
  const folded = new Set(findWords(article, "en").map((word) => foldWord(article.slice(word.start, word.end))));
  const prefixes = new Set([...articleNames].map((name) => name.slice(0, NAME_PREFIX_LENGTH)));
  for (const run of findNameRuns(text))
    for (const word of run)
      if (
        !folded.has(word) &&
        !(run.length === 1 && word.length > 5 && prefixes.has(word.slice(0, NAME_PREFIX_LENGTH)))
      )
        problems.push({ kind: "name", detail: `${word} does not stand in the article.` });
  return problems;
}

function checkClaim(claim: Source, sources: readonly Source[]): readonly GroundingProblem[] {
  let bestAt = 0;
  let bestShare = -1;
  let bestOne = -1;
  let bestOneShare = -1;
  sources.forEach((source, index) => {
    const share = sharedShare(claim.content, sources.slice(index, index + WINDOW_SENTENCES));
    if (share > bestShare) [bestAt, bestShare] = [index, share];
    const one = sharedShare(claim.content, [source]);
    if (one > bestOneShare) [bestOne, bestOneShare] = [index, one];
  });
  const problems: GroundingProblem[] = [];
  if (bestShare < SUPPORT_SHARE_MIN)
    return [{ kind: "support", detail: `Nothing in the article supports: ${claim.text}` }];
  const reach = sources.slice(Math.max(0, bestAt - NAME_REACH_SENTENCES), bestAt + WINDOW_SENTENCES + 1);
  for (const name of claim.names) {
    const isNear = reach.some((source) => source.names.has(name) || source.stemSet.has(stemWord(name, "en")));
    if (!isNear) problems.push({ kind: "name", detail: `${name} is not named where the article says this.` });
  }
  const one = sources[bestOne];
  if (one === undefined) return problems;
  const near = sources.slice(bestAt, bestAt + WINDOW_SENTENCES);
  const negations = countNegations(claim.text);
  if (bestOneShare >= COPY_SHARE_MIN) {
    const truth = countNegations(one.text);
    const isCut = claim.stems.length < one.stems.length * 0.8;
    if (negations > truth || (negations < truth && !isCut))
      problems.push({
        kind: "negation",
        detail: `The article says it ${truth > 0 ? "with" : "without"} “not”: ${claim.text}`,
      });
    const aligned = alignedWords(claim.stems, one.stems);
    claim.stems.forEach((stem, index) => {
      if (
        aligned.has(index) ||
        !one.stemSet.has(stem) ||
        ![...claim.names].some((name) => stemWord(name, "en") === stem)
      )
        return;
      problems.push({ kind: "order", detail: `${stem} stands in another place in the article: ${claim.text}` });
    });
    // Copied but for a name that stands elsewhere: somebody was put in another's place.
    if (aligned.size >= claim.stems.length * COPY_SHARE_MIN)
      for (const name of claim.names)
        if (
          !one.stemSet.has(stemWord(name, "en")) &&
          [...one.names].some((each) => !claim.stemSet.has(stemWord(each, "en"))) &&
          !isExpansion(name, claim, one)
        )
          problems.push({ kind: "name", detail: `${name} is not who the article names here: ${claim.text}` });
  } else if (negations > 0 && near.every((source) => countNegations(source.text) === 0)) {
    problems.push({ kind: "negation", detail: `The article does not deny this: ${claim.text}` });
  }
  return problems;
}

/** A first name put before a surname that the source sentence has. */
function isExpansion(name: string, claim: Source, source: Source): boolean {
  const at = claim.stems.indexOf(stemWord(name, "en"));
  return source.stemSet.has(claim.stems[at + 1] ?? "") && source.names.has(claim.stems[at + 1] ?? "");
}

/** The text may be one sentence or several. Problems say in a sentence what was found. */
export function checkGrounding(
  text: string,
  article: { readonly text: string; readonly title?: string; readonly language?: string },
): Grounding {
  const language = article.language ?? "en";
  const body = article.text.slice(0, TEXT_LENGTH_MAX);
  const whole = `${article.title ?? ""}\n\n${body}`;
  const checked = text.slice(0, CHECKED_LENGTH_MAX);
  const sources = splitSentences(whole, language).map((span) =>
    readSource(whole.slice(span.start, span.end), language),
  );
  const names = new Set(sources.flatMap((source) => [...source.names]));
  const problems: GroundingProblem[] = [
    ...checkQuotations(checked, normalizeMarks(whole)),
    ...checkFacts(checked, whole, names),
    ...checkSpeakers(checked, body, language),
  ];
  if (text.length > CHECKED_LENGTH_MAX)
    problems.push({ kind: "support", detail: "The text is too long to be checked." });
  for (const span of splitSentences(checked, language))
    problems.push(...checkClaim(readSource(checked.slice(span.start, span.end), language), sources));
  return { isGrounded: problems.length === 0, problems };
}
