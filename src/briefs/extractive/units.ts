/** An article cut into units: the smallest pieces a summary may take, each with what a reader would hold against it. */

import type { Span, SummarizerInput } from "../../domain/article.ts";
import { remember } from "../../domain/bounded-map.ts";
import { findLanguage, listSiteLines } from "../../languages/index.ts";
import type { Asides } from "../../languages/shared/asides.ts";
import { quicken } from "../../languages/shared/patterns/quicken.ts";
import { oneOf, toPartFinder } from "../../languages/shared/word-pattern.ts";
import { rememberWords } from "../../languages/shared/word-table.ts";
import { countInk, countWords, findWords, stemWord, stopWords, toListed } from "../../languages/shared/words.ts";
import { joinQuoted } from "../mending/joined-sentences.ts";
import { type Edit, findInnerConnective, findTrims, toSentence } from "../mending/trim.ts";
import { changeUnit, type Faults, type Unit } from "../unit.ts";
import { findIntroduced, readShown } from "./inner-references.ts";
import { isPronounLed, wordsOf } from "./judged/pronoun-led.ts";
import { type Bound, findBound, findNameWords, isFree, isOwnerKnown, isPairNamed, pointsBack } from "./leans-on.ts";
import { isBalanced, isInsideMarks, QUOTED, withoutQuotes } from "./quotation.ts";

/** Above the dateline a page may have a line or two of its own. */
const HEAD_UNITS = 5;
const CAPITAL_PLACE = quicken(
  /^\p{Lu}{3}[\p{Lu}.' -]{0,27}(?:, [\p{L}. ]{2,20})? ?(?:\([\p{L} ]{2,20}\) ?)?(?:--|[–—―]|(?<= )-) /u,
);
/** "Varen, Md." ended a sentence, and "— Mara Hale threw" is the next one. */
const SPLIT_DATELINE = /^(?:--|[–—―])[ \u00a0](?=["“„«]?\p{Lu})/u;
const POINTED: Bound = { to: "sentence", stem: "" };
const UNITS_MAX = 400;
const LANGUAGES_MAX = 8;
const QUOTED_WORDS_UNATTRIBUTED_MAX = 5;
const UNIT_WORDS_MIN = 4;
/** "a réagi le maire de Lyon": the least that names somebody and says that he spoke. */
const ATTRIBUTION_WORDS_MIN = 3;

const CLOSING: Readonly<Record<string, string>> = { "“": "”", '"': '"', "«": "»" };
/** Signs of a site that speaks to its visitors here rather than the article to its readers, in no language. */
const NOISE_SIGNS = ["©", "http://", "https://", "www.", "pic.twitter", "(@", "getty images"];
const NOISE = toPartFinder([...NOISE_SIGNS, ...listSiteLines(({ noise }) => noise)]);
const NEWSY_NOISE = toPartFinder(listSiteLines(({ newsyNoise }) => newsyNoise));
/** Fewer words are no sentence of the news. */
const NEWSY_WORDS_MIN = 10;
/** What stands at the head speaks to somebody: "Sign up for". */
const NEWSY_HEAD_LENGTH = 20;
/** Leaves of a page's own code: "<tweet author=", "{"@type":". */
const CODE = quicken(/<\/?\p{Ll}[\p{Ll}\d-]*(?: [\p{Ll}-]+=|\/?>)|"@\p{Ll}+":/u);
/** "Mara HaleMara Hale": a name and the list of headlines that a page hangs on it. */
const DOUBLED_NAME = quicken(/(\p{Lu}[\p{L}’'-]{1,40} \p{Lu}[\p{L}’'-]{1,40})\1/u);
/** "Mara J. Hale: two warrants": a line of a list, or an answer in an interview. */
export const NAME_LABEL = quicken(/^\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}.’'-]*){1,3}: (?!["“„«])/u);
/** "The pier at low tide.Lantern Photo": a credit glued to a caption. */
const GLUED_CREDIT = quicken(/\p{Ll}\.\p{Lu}[\p{L}/&-]*(?: [\p{L}/&-]+){0,4}$/u);
/** "(It may well sink.)": a remark on the sentence before. */
const BRACKETED = /^\([^()]+\)[.!?]?$/;
const HAS_QUOTE = /["“”„«»「」]/;
const STOPPED = /[.!?…。]["”»“'’)\]]*$/;

/** Formulas and links as a page's source writes them: "$$x \\in A$$", "\\frac{1}{2}", "[the map](https://…", "(By: @ada)". */
const SOURCE_MARKUP = quicken(/\$\$|\\[a-zA-Z]{2,}|\]\(https?:|\(\p{L}{2,9}: ?@\w+\)/u);

/** What others put on their own pages and news shows: "#sunset #boats Off we go!", "A post shared by Ada (@ada) on Jul 3". */
const EMBEDDED = quicken(/^#[\p{L}\p{N}_]+ #|\(@[\w.]{2,30}\) on \p{Lu}\p{Ll}{2,8}\.? \d/u);

/** The head of a text in lower case, without a mark that opens it. */
const lowHead = (text: string): string => toListed(text.slice(0, 40)).replace(/^["“„«‘']+/, "");

/** "That was new"; but "Those who fish", "Both Moor and Hale" and "So far this year" lean on nothing. */
function isLeaning(text: string, { opening, selfLed }: Asides): boolean {
  const head = lowHead(text);
  return opening.test(head) && !selfLed.test(head);
}

/** "Sign up here": a phrase of sites that speaks to somebody, or stands where no sentence of the news has it. */
function isSpokenToVisitors(
  text: string,
  toldWords: readonly string[],
  { secondPerson, firstPerson }: Asides,
): boolean {
  if (!NEWSY_NOISE.test(text)) return false;
  const isNewsy = toldWords.length >= NEWSY_WORDS_MIN && !NEWSY_NOISE.test(text.slice(0, NEWSY_HEAD_LENGTH));
  return !isNewsy || toldWords.some((word) => secondPerson.has(word) || firstPerson.has(word));
}

/** Whether the words around a quotation say whose it is: by a verb of speech, or as a clause that holds the quotation. */
function isTold(text: string, toldWords: readonly string[], { speech, reporting, holdingWordsMin }: Asides): boolean {
  if (toldWords.some((word) => speech.has(word) || reporting.has(word))) return true;
  if (holdingWordsMin === null) return toldWords.length >= ATTRIBUTION_WORDS_MIN;
  // `vowing "to go on"`: a clause of its own does, before the quotation.
  return toldWords.length >= holdingWordsMin && !/^["“«„‘]/.test(text);
}

export function findFaults(text: string, toldWords: readonly string[], language: string): Faults {
  const phrases = findLanguage(language).asides;
  const quotes = HAS_QUOTE.test(text) ? (text.match(QUOTED) ?? []) : [];
  const isLongQuote = quotes.some((quote) => countWords(quote) > QUOTED_WORDS_UNATTRIBUTED_MAX);
  return {
    // A heading that a page's text closes with a stop of its own has a space or a colon before it; a table's row has bars.
    isNoise:
      NOISE.test(text) ||
      isSpokenToVisitors(text, toldWords, phrases) ||
      CODE.test(text) ||
      DOUBLED_NAME.test(text) ||
      GLUED_CREDIT.test(text) ||
      SOURCE_MARKUP.test(text) ||
      EMBEDDED.test(text) ||
      /[\s:]\.$|[:：]$| \| /.test(text) ||
      phrases.guiding.test(text),
    isQuestion: /[?？؟]["”»“'’)]*$/.test(text),
    isFirstPerson: toldWords.some((word) => phrases.firstPerson.has(word)),
    isBroken: !isBalanced(text),
    // In single marks only a sentence that is a quotation from end to end is told apart from an apostrophe.
    isUnattributed:
      /^‘[^’]{20,}’$/u.test(text) ||
      (quotes.length > 0 && toldWords.length === 0) ||
      (isLongQuote && phrases.speech.size > 0 && !isTold(text, toldWords, phrases)),
    isPronounLed: isPronounLed(text, language),
    isLeaning: BRACKETED.test(text) || isLeaning(text, phrases),
    isFragment:
      !/[.!…。！]["”»“'’)\]]*$/.test(text) ||
      /[\s:]\.$/.test(text) ||
      (findLanguage(language).speech?.hasCapitalNouns !== true &&
        NAME_LABEL.test(text) &&
        !isPronounLed(text, language)) ||
      (quotes.length === 0 && toldWords.length < UNIT_WORDS_MIN),
  };
}

interface KnownWord {
  /** In lower case with straight apostrophes. */
  readonly low: string;
  readonly stem: string;
  readonly isSmall: boolean;
  readonly isCapital: boolean;
  /** "US", which is no "us". */
  readonly isCapitalName: boolean;
}

const KNOWN_MAX = 40_000;

/** News repeats its words: what is known of each word as written, by language. */
const knowWordsOf = remember(LANGUAGES_MAX, (language: string) =>
  rememberWords(KNOWN_MAX, (raw: string): KnownWord => {
    const lower = raw.toLowerCase();
    const low = lower.replaceAll("’", "'");
    const isCapital = lower.charCodeAt(0) !== raw.charCodeAt(0);
    return {
      low,
      stem: stemWord(raw, language),
      isSmall: stopWords(language).has(lower),
      isCapital,
      isCapitalName: isCapital && findLanguage(language).asides.capitalNames.has(low),
    };
  }),
);

/** The text without words that are names in capitals: "US" is no "us". */
function withoutCapitalNames(text: string, names: ReadonlySet<string>): string {
  let rest = text;
  for (const name of names) rest = rest.replaceAll(name.toUpperCase(), " ");
  return rest;
}

/** One unit from a span of the text and the edits made in it. */
export function toUnit(
  article: Pick<SummarizerInput, "text" | "language">,
  span: Span,
  edits: readonly Edit[],
  at: Pick<Unit, "index" | "paragraph" | "place">,
  bound: Bound | null = null,
  sentence = toSentence(article.text, span, edits),
): Unit {
  const { language } = article;
  const { capitalNames, notFirstPerson } = findLanguage(language).asides;
  const stems: string[] = [];
  const content = new Set<string>();
  const words = findWords(sentence.text, language);
  const knowWord = knowWordsOf(language);
  const capitals = new Uint8Array(words.length);
  const smalls = new Uint8Array(words.length);
  const wordEnds = new Int32Array(words.length);
  const lows: string[] = [];
  words.forEach((word, index) => {
    const known = knowWord(sentence.text, word.start, word.end);
    if (!known.isCapitalName) lows.push(known.low);
    stems.push(known.stem);
    wordEnds[index] = word.end;
    if (known.isCapital) capitals[index] = 1;
    if (known.isSmall) smalls[index] = 1;
    else if (known.stem.length > 1) content.add(known.stem);
  });
  const told = HAS_QUOTE.test(sentence.text) ? withoutQuotes(sentence.text) : sentence.text;
  const plain = told.includes("I") ? told.replace(notFirstPerson, " ") : told;
  const toldWords = plain === sentence.text ? lows : wordsOf(withoutCapitalNames(plain, capitalNames));
  return {
    index: at.index,
    paragraph: at.paragraph,
    place: at.place,
    start: span.start,
    end: span.end,
    edits,
    sentence,
    wordCount: countWords(sentence.text),
    stems,
    content: [...content],
    capitals,
    smalls,
    wordEnds,
    toldWords,
    quotedShare: told === sentence.text ? 0 : 1 - countInk(told) / Math.max(1, countInk(sentence.text)),
    faults: findFaults(sentence.text, toldWords, language),
    bound,
  };
}

/** What follows shows that the quotation went on: its own end, or a next paragraph that opens with a mark. */
const GOES_ON = /^[^"“”«»]*(?:[”»]|[.,!?…]"|\n\s*["“«])/;
const GOES_ON_LENGTH_MAX = 1500;

/** A quotation that goes on behind its sentence, told by the words before it, is closed where the sentence ends. */
function findClosing(text: string, span: Span, language: string): Edit | null {
  const piece = text.slice(span.start, span.end);
  if (!HAS_QUOTE.test(piece) || isBalanced(piece) || !/[.!]$/.test(piece)) return null;
  const at = Math.max(piece.lastIndexOf("“"), piece.lastIndexOf('"'), piece.lastIndexOf("«"));
  const mark = CLOSING[piece.charAt(at)];
  if (mark === undefined || !isBalanced(piece + mark)) return null;
  if (!GOES_ON.test(text.slice(span.end, span.end + GOES_ON_LENGTH_MAX))) return null;
  const told = wordsOf(piece.slice(0, at));
  if (told.length < ATTRIBUTION_WORDS_MIN || !told.some((word) => findLanguage(language).asides.speech.has(word)))
    return null;
  return { kind: "quotation", start: span.end, end: span.end, text: mark };
}

/** "A boat lies in the harbor. (Lantern Photo/Ada Moor)": a credit that ends the paragraph makes it a caption. */
const PHOTO_WORDS = oneOf(listSiteLines(({ captions, photos }) => [...captions, ...photos]));
const CREDIT_BY = oneOf(listSiteLines(({ bylines, photos }) => [...bylines, ...photos]));
const CREDIT = new RegExp(
  `^[ \\u00a0]*(?:[(\\[][^()\\[\\]\\n]{0,60}${PHOTO_WORDS}[^()\\[\\]\\n]{0,60}[)\\]]|${PHOTO_WORDS}(?::| ${CREDIT_BY} )[^\\n]{2,50})\\.?[ \\u00a0]*(?=\\n|$)`,
  "iu",
);
const CREDIT_LENGTH_MAX = 160;

/** The units of an article in reading order. */
export function readUnits(
  article: Pick<SummarizerInput, "text" | "language"> & Partial<Pick<SummarizerInput, "title">>,
): readonly Unit[] {
  let paragraph = -1;
  let place = 0;
  let isOpening = true;
  const { text, language } = article;
  const introduced = new Set<string>();
  const [names, title] = [findNameWords(text, language), article.title ?? ""];
  const titleStems = new Set(wordsOf(title).map((word) => stemWord(word, language)));
  const isPairInTitle = isPairNamed(title, names);
  const hasTitleWord = (subject: string): boolean =>
    wordsOf(subject).some((word) => !stopWords(language).has(word) && titleStems.has(stemWord(word, language)));
  return joinQuoted(article.text, article.language, title)
    .slice(0, UNITS_MAX)
    .map((span, index) => {
      place = span.paragraph === paragraph ? place + 1 : 0;
      paragraph = span.paragraph;
      const isHead =
        index === 0 || (place === 0 && index < HEAD_UNITS && CAPITAL_PLACE.test(text.slice(span.start, span.end)));
      const closing = findClosing(text, span, language);
      // "Moor, however, rowed on", below a headline on Moor: what it answers is not missed.
      const inner = findInnerConnective(text, span, language);
      const isAnswer = inner !== null && hasTitleWord(text.slice(span.start, inner.start));
      const dash = index === 1 && place === 1 ? SPLIT_DATELINE.exec(text.slice(span.start, span.end)) : null;
      const edits: readonly Edit[] = [
        ...(dash === null
          ? findTrims(text, span, language, isHead)
          : [{ kind: "dateline" as const, start: span.start, end: span.start + dash[0].length, text: "" }]),
        ...(isAnswer ? [inner] : []),
        ...(closing === null ? [] : [closing]),
      ];
      const at = { index, paragraph, place };
      const isCaption = CREDIT.test(text.slice(span.end, span.end + CREDIT_LENGTH_MAX));
      if (isCaption || isInsideMarks(text, span.start, span.end)) {
        const unit = toUnit(article, span, edits, at);
        return changeUnit(unit, { faults: { ...unit.faults, isNoise: true } });
      }
      const sentence = toSentence(text, span, edits);
      const shown = readShown(sentence.text);
      const connective = edits.find(({ kind }) => kind === "connective");
      const trimmed = connective === undefined ? "" : text.slice(connective.start, connective.end);
      const before = `${title}\n${text.slice(0, span.start)}`;
      const known = { introduced, names, titleStems, isPairInTitle, isFirst: isOpening, text, before };
      const bound = findBound(shown, trimmed, language, known);
      for (const stem of findIntroduced(shown, language)) introduced.add(stem);
      // Before the first sentence there is nothing it could point to.
      const isPointed = index > 0 && isFree(bound) && pointsBack(shown, language);
      const unit = toUnit(article, span, edits, at, isPointed ? POINTED : bound, sentence);
      const isOwned = unit.faults.isPronounLed && isOwnerKnown(shown.text, isOpening, title, names, language);
      // A note, a heading or a broken line above the text tells of nobody.
      isOpening &&= unit.faults.isNoise || unit.faults.isBroken || !STOPPED.test(sentence.text);
      return isOwned ? changeUnit(unit, { faults: { ...unit.faults, isPronounLed: false } }) : unit;
    });
}
