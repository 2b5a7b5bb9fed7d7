/** Reads a text as a line of items (words, punctuation, whole quotations, paragraph ends) with what each one is. */

import type { Speech } from "../../languages/language.ts";
import { classSet, type Item, type ItemClass, REPORTING_VERBS } from "../../languages/reading.ts";
import { findNameGender } from "../../languages/shared/names/name-lists.ts";
import { DIGIT, isSpaceAt, isWordAt, kindAt, MARK, SPACE, UPPER } from "../marks/characters.ts";
import type { Stretch } from "../marks/stretch.ts";
import { isInCapitals, isTitle } from "./capitals.ts";
import { joinItems } from "./joined-items.ts";
import { isNounHere, isPartOfOffice } from "./nouns-here.ts";
import { type KnowPrinted, knowPrinted, toLower } from "./printed-words.ts";
import { invertedLength, wordEnd } from "./word-end.ts";

const BEFORE_COMPLEMENT = classSet("role", "title", "document", "plain", "capital");
const DASHES = "-–—―~";
/** Dots or dashes in a row that are one item. */
const SIGNS_MAX = 8;
/** Letters of "Jan", "Sun", "Sat". */
const SHORT_TIME_MAX = 3;
/** Characters looked at for the word behind one. */
const NEXT_WORD_MAX = 40;

function classOfSign(char: string): ItemClass {
  if (".!?…。！？؟۔".includes(char)) return "stop";
  if (",;،؛，；、".includes(char)) return "comma";
  if (":：".includes(char)) return "colon";
  if (DASHES.includes(char)) return "dash";
  if ("([{（".includes(char)) return "open";
  if (")]}）".includes(char)) return "close";
  return "sign";
}

const COMPOUND_HEAD_MIN = 4;
const COMPOUND_FIRST_MIN = 3;

/** Whether a word written together ends in an office: „kommunikasjonssjef“. */
function isCompoundRole(word: string, roles: ReadonlySet<string>): boolean {
  for (let at = COMPOUND_FIRST_MIN; at <= word.length - COMPOUND_HEAD_MIN; at++)
    if (roles.has(word.slice(at))) return true;
  return false;
}

function classOfUnknown(word: string, isUpper: boolean, isSentenceStart: boolean, speech: Speech): ItemClass {
  // „Varen-borgmesteren“ has the capital of its first part.
  const isCompound = speech.hasCompounds && (!isUpper || word.includes("-"));
  if (isCompound && isCompoundRole(word, speech.roles)) return "role";
  // "[Additionally], the mayor said": what begins a sentence has a capital and may still be no name.
  if (isUpper) return isSentenceStart && speech.isOpeningAdverb(word) ? "ly" : "capital";
  if (!speech.weights.isOwn && speech.isWorker(word)) return "role";
  return speech.endings.find(([ending]) => word.endsWith(ending))?.[1] ?? "plain";
}

/** Classes that a capital in mid-sentence turns into part of a name: "Will Smith", "Rose Call". */
const NAMEABLE = classSet(
  "reporting",
  "framing",
  "relative",
  "complementizer",
  "conjunction",
  "preposition",
  "auxiliary",
  "quantifier",
  "common",
  "otherPronoun",
  "document",
  "role",
  "plain",
  "ly",
  "ing",
  "ed",
);

/** A text while it is read: what was read of it, and where reading stands. */
interface Line {
  readonly text: string;
  readonly stretches: readonly Stretch[];
  readonly speech: Speech;
  readonly items: Item[];
  readonly know: KnowPrinted;
  sentence: number;
  paragraph: number;
  isSentenceStart: boolean;
  /** The first stretch that is not read yet. */
  next: number;
}

/** Every item gets the same fields in the same order: objects of one shape are read several times faster. */
function push(line: Line, item: Pick<Item, "start" | "end" | "class"> & Partial<Item>): void {
  line.items.push({
    start: item.start,
    end: item.end,
    class: item.class,
    word: item.word ?? "",
    lemma: item.lemma ?? "",
    isUpper: item.isUpper ?? false,
    isParticiple: item.isParticiple ?? false,
    sentence: item.sentence ?? line.sentence,
    paragraph: item.paragraph ?? line.paragraph,
    quote: item.quote ?? -1,
  });
}

function startSentence(line: Line): void {
  line.sentence++;
  line.isSentenceStart = true;
}

/** Reads the quotation that begins here as one item. This and each reader below gives where the next item begins. */
function readQuotation(line: Line, stretch: Stretch): number {
  const { text, speech } = line;
  const { open: start, close: end } = stretch;
  push(line, { start, end, class: "quotation", isUpper: isTitle(text, stretch), quote: line.next });
  line.next++;
  line.isSentenceStart = false;
  // “… ‘never.’”: a quotation inside may end with it.
  const isNested = kindAt(text, stretch.end - 1) === MARK;
  const last = text[stretch.end - (isNested ? 2 : 1)] ?? "";
  const isEnded = ".!?…".includes(last) || text[end] === ".";
  if (isEnded && endsSentence(text, end, last, speech)) startSentence(line);
  return speech.weights.isOwn ? end : skipTrailing(text, end);
}

/** Reads a space; a line's end ends the paragraph. */
function readSpace(line: Line, at: number): number {
  if (line.text[at] !== "\n") return at + 1;
  if (line.items.length > 0 && line.items.at(-1)?.class !== "break") {
    push(line, { start: at, end: at + 1, class: "break" });
    line.sentence++;
    line.paragraph++;
  }
  line.isSentenceStart = true;
  return at + 1;
}

/** Reads a mark that opens or closes no quotation: the possessive's apostrophe is an item, others are nothing. */
function readMark(line: Line, at: number): number {
  const { text } = line;
  const char = text[at];
  if ((char !== "'" && char !== "’") || !isWordAt(text, at - 1)) return at + 1;
  const end = text[at + 1]?.toLowerCase() === "s" ? at + 2 : at + 1;
  push(line, { start: at, end, class: "possessive" });
  return end;
}

/** Reads a sign: what joins a verb to its pronoun is no item, a stop may end the sentence. */
function readSign(line: Line, at: number): number {
  const { text, speech } = line;
  const char = text[at] ?? "";
  const inverted = char === "-" && isWordAt(text, at - 1) ? invertedLength(text, at, speech) : 0;
  if (inverted > 0) return at + inverted;
  const itemClass = classOfSign(char);
  let end = at + 1;
  if (itemClass === "stop" || itemClass === "dash") while (text[end] === char && end - at < SIGNS_MAX) end++;
  push(line, { start: at, end, class: itemClass, word: char });
  if (itemClass === "stop" && isSentenceEnd(line, char, at, end)) startSentence(line);
  return end;
}

/** Whether the stop just read ends its sentence; „am 20. Juli“ goes on. */
function isSentenceEnd({ text, items, speech }: Line, char: string, at: number, end: number): boolean {
  const before = items.at(-2);
  if (speech.hasCapitalNouns && before?.class === "number" && at - before.start <= 2) return false;
  if (char === "…") return false;
  const isLost = kindAt(text, end) === UPPER;
  return isSpaceAt(text, end) || kindAt(text, end) === MARK || "。！？".includes(char) || isLost;
}

/** "Jan van den Berg", "Sun Hillard": the short form of a day or month that goes on as a name does. */
function isShortNameHere({ text, items, speech }: Line, word: string, end: number): boolean {
  if (word.length > SHORT_TIME_MAX || text[end] !== " " || items.at(-1)?.class === "preposition") return false;
  const next = /^ (\p{L}[\p{L}'’-]*)/u.exec(text.slice(end, end + NEXT_WORD_MAX))?.[1] ?? "";
  return speech.nameParticles.has(next) || (/^\p{Lu}\p{Ll}/u.test(next) && !speech.words.has(toLower(next)));
}

const PRONOUNS = classSet("pronoun", "otherPronoun");
const OFFICES = classSet("title", "role");

/** What a word is here: as its list says, unless a capital or a determiner makes it part of a name or a noun. */
function classOfWord(line: Line, word: string, known: ItemClass | undefined, isUpper: boolean, end: number): ItemClass {
  const { speech } = line;
  if (known === undefined) return classOfUnknown(word, isUpper, line.isSentenceStart, speech);
  // « ministre des Ports »: what opens a phrase elsewhere ties two nouns here.
  const isBehindNoun = BEFORE_COMPLEMENT.has(line.items.at(-1)?.class ?? "break");
  if (known === "determiner" && isBehindNoun && speech.describingPrepositions.has(word)) return "preposition";
  const isCapital = isUpper && !line.isSentenceStart;
  // "US attorney", "IT chief": letters for a name, unless the line is set in capitals.
  if (isUpper && PRONOUNS.has(known) && isInCapitals(line.text, end - word.length, end)) return "capital";
  if (isCapital && !speech.hasCapitalNouns && NAMEABLE.has(known)) return "capital";
  // „Julio Ventura“: where months are small, one with a capital is a name.
  if (isCapital && !speech.weights.isOwn && known === "time") return "capital";
  // "Museum head Per Hale": in small letters a word of sources.
  const isGiven = known === "time" || (isCapital && known === "source" && findNameGender(word) !== null);
  if (isUpper && isGiven && isShortNameHere(line, word, end)) return "capital";
  // "general counsel": what may be a verb is an office behind another word of it.
  if (REPORTING_VERBS.has(known) && OFFICES.has(line.items.at(-1)?.class ?? "break") && speech.roles.has(word))
    return "role";
  if (isPartOfOffice(line.items, word, speech)) return "plain";
  if (!REPORTING_VERBS.has(known) || !isNounHere(line.items, word, speech)) return known;
  return !speech.weights.isOwn && speech.roles.has(word) ? "role" : "document";
}

function readWord(line: Line, at: number, limit: number): number {
  const { text, speech, items } = line;
  const kind = kindAt(text, at);
  const end = Math.min(wordEnd(text, at, speech), Math.max(limit, at + 1));
  const { word, isJoined, known } = line.know(text, at, end);
  const isUpper = kind === UPPER || isJoined;
  const itemClass = kind === DIGIT ? "number" : classOfWord(line, word, known?.class, isUpper, end);
  const isAsListed = known?.class === itemClass;
  items.push({
    start: at,
    end,
    class: itemClass,
    word,
    lemma: isAsListed ? known.lemma : "",
    isUpper,
    isParticiple: isAsListed && known.isParticiple,
    sentence: line.sentence,
    paragraph: line.paragraph,
    quote: -1,
  });
  if (!speech.weights.isOwn) joinItems(line.items, speech);
  line.isSentenceStart = false;
  return end;
}

/** The items of a text. One pass; each unit is looked at a fixed number of times. */
export function readItems(text: string, stretches: readonly Stretch[], speech: Speech): readonly Item[] {
  const line: Line = {
    text,
    stretches,
    speech,
    items: [],
    know: knowPrinted(speech),
    sentence: 0,
    paragraph: 0,
    isSentenceStart: true,
    next: 0,
  };
  let at = 0;
  while (at < text.length) {
    const stretch = stretches[line.next];
    if (stretch !== undefined && at > stretch.open) line.next++;
    else if (stretch?.open === at) at = readQuotation(line, stretch);
    else if (kindAt(text, at) === SPACE) at = readSpace(line, at);
    else if (isWordAt(text, at)) at = readWord(line, at, stretch?.open ?? text.length);
    else if (kindAt(text, at) === MARK) at = readMark(line, at);
    else at = readSign(line, at);
  }
  return line.items;
}

/** The comma and the dash that other languages put behind a quotation stand inside it in English, where weights come from. */
function skipTrailing(text: string, close: number): number {
  let index = close;
  for (let count = 0; count < 6 && ",،，—–- \u00a0".includes(text[index] ?? "x"); count++) index++;
  return index;
}

/** After a quotation that ends like a sentence: "?”" and "!”" may still be followed by "he said". */
function endsSentence(text: string, close: number, last: string, speech: Speech): boolean {
  let index = close;
  while (index < text.length && text[index] !== "\n" && isSpaceAt(text, index)) index++;
  const kind = kindAt(text, index);
  if (kind !== UPPER) return kind === MARK || text[index] === "\n" || index >= text.length;
  // Where nouns have capitals, „…!“, sagte Hale goes on in lower case.
  if (last === "." || speech.hasCapitalNouns) return true;
  // Up to six words without a sign, one of them reporting, say who asked.
  let end = index;
  for (let count = 0; count < 6; count++) {
    const stop = wordEnd(text, end, speech);
    if (stop === end) return true;
    const word = speech.words.get(text.slice(end, stop).toLowerCase());
    if (word?.class === "reporting" || word?.class === "framing") return false;
    end = stop;
    while (text[end] === " " || text[end] === "\u00a0") end++;
  }
  return true;
}
