/** Parts a quotation that holds its own attribution, as some languages print it: «…, — said X, — …», « …, explique X. … ». */

import type { Speech } from "../../languages/language.ts";
import { isSpaceAt, isWordAt } from "./characters.ts";
import type { Stretch } from "./stretch.ts";

const ATTRIBUTION_LENGTH_MAX = 120;
const DASHES = "—–";

/** The dash at or after a place that has a space before it, or -1. */
function nextDash(text: string, from: number, to: number): number {
  for (let index = from; index < to; index++) {
    if (DASHES.includes(text[index] ?? "x") && isSpaceAt(text, index - 1)) return index;
  }
  return -1;
}

function wordFrom(text: string, from: number, to: number): string {
  let start = from;
  while (start < to && !isWordAt(text, start)) start++;
  let end = start;
  while (end < to && isWordAt(text, end)) end++;
  return text.slice(start, end).toLowerCase();
}

function part(text: string, from: number, to: number, whole: Stretch): Stretch | null {
  let start = from;
  let end = to;
  while (start < end && (isSpaceAt(text, start) || DASHES.includes(text[start] ?? "x"))) start++;
  while (end > start && (isSpaceAt(text, end - 1) || DASHES.includes(text[end - 1] ?? "x"))) end--;
  return end > start ? { start, end, open: start, close: end, isClosed: true, isSingle: whole.isSingle } : null;
}

function partStretch(text: string, stretch: Stretch, speech: Speech): readonly Stretch[] {
  const first = nextDash(text, stretch.start, stretch.end);
  if (first < 0 || speech.words.get(wordFrom(text, first, stretch.end))?.class !== "reporting") return [stretch];
  const second = nextDash(text, first + 1, Math.min(stretch.end, first + ATTRIBUTION_LENGTH_MAX));
  const head = part(text, stretch.start, first, stretch);
  const tail = second < 0 ? null : part(text, second, stretch.end, stretch);
  return [head, tail].filter((each) => each !== null);
}

const PUNCTUATION = /[.,;!?…]/u;
const CAPITAL = /^\p{Lu}/u;
/** Words of an attribution: a helping verb, a participle, who says it, and what explains who that is. */
const ATTRIBUTION_WORDS_MAX = 24;

interface InnerWord {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The words from a place up to the next sign. */
function wordsUntilSign(text: string, from: number, to: number): readonly InnerWord[] {
  const found: InnerWord[] = [];
  let at = from;
  while (at < to && found.length < ATTRIBUTION_WORDS_MAX) {
    while (at < to && isSpaceAt(text, at)) at++;
    if (at >= to || PUNCTUATION.test(text[at] ?? "")) return found;
    let end = at;
    while (end < to && !isSpaceAt(text, end) && !PUNCTUATION.test(text[end] ?? "")) end++;
    found.push({ text: text.slice(at, end), start: at, end });
    at = end;
  }
  return found;
}

/** "explique-t-elle", "a-t-il": whether a word holds its own pronoun, and the word without it. */
function splitInverted(word: string, speech: Speech): readonly [stem: string, isInverted: boolean] {
  for (let at = word.indexOf("-"); at > 0; at = word.indexOf("-", at + 1)) {
    if (speech.invertedPronoun?.test(word.slice(at)) === true) return [word.slice(0, at), true];
  }
  return [word, false];
}

/** Behind a comma: "explique-t-elle", "a expliqué Ada Moor", "raconte le maire": where it ends; -1 when it is none. */
function attributionEnd(text: string, from: number, to: number, speech: Speech): number {
  const words = wordsUntilSign(text, from, to);
  const [first = { text: "", start: from, end: from }, second] = words;
  const [stem, isInverted] = splitInverted(first.text.toLowerCase(), speech);
  const isHelped = speech.words.get(stem)?.class === "auxiliary";
  const verb = isHelped ? second?.text.toLowerCase() : stem;
  if (verb === undefined || speech.words.get(verb)?.class !== "reporting") return -1;
  const end = words.at(-1)?.end ?? -1;
  if (isInverted) return words.length <= (isHelped ? 5 : 4) ? end : -1;
  const subject = words[isHelped ? 2 : 1]?.text ?? "";
  const next = words[isHelped ? 3 : 2]?.text.toLowerCase() ?? "";
  const isNamed = CAPITAL.test(subject);
  if (!isNamed && !(speech.definiteArticles.has(subject.toLowerCase()) && speech.roles.has(next))) return -1;
  return behindApposition(text, end, to, speech);
}

const GOES_ON: ReadonlySet<string> = new Set(["conjunction", "complementizer", "pronoun", "preposition", "auxiliary"]);

/** "…, explique Ada Moor, pilote au port. …": what explains the name belongs to the attribution. */
function behindApposition(text: string, from: number, to: number, speech: Speech): number {
  let end = from;
  for (let count = 0; count < 3 && text[end] === ","; count++) {
    const words = wordsUntilSign(text, end + 1, to);
    const opener = words[0]?.text.toLowerCase() ?? "";
    if (words.length === 0 || GOES_ON.has(speech.words.get(opener)?.class ?? "plain")) return end;
    end = words.at(-1)?.end ?? end;
  }
  return end;
}

/** The parts of a quotation on either side of attributions between commas. */
function partAtCommas(text: string, stretch: Stretch, speech: Speech): readonly Stretch[] {
  const found: Stretch[] = [];
  let start = stretch.start;
  for (let at = stretch.start; at < stretch.end; at++) {
    if (text[at] !== ",") continue;
    const end = attributionEnd(text, at + 1, stretch.end, speech);
    const head = end < 0 ? null : part(text, start, at, stretch);
    if (head === null) continue;
    found.push(head);
    start = end;
    while (start < stretch.end && (PUNCTUATION.test(text[start] ?? "") || isSpaceAt(text, start))) start++;
    at = start - 1;
  }
  if (found.length === 0) return [stretch];
  const tail = part(text, start, stretch.end, stretch);
  return tail === null ? found : [...found, tail];
}

/** Up to this length somebody signs inside the marks: "- Ada Moor, Varen". */
const CREDIT_LENGTH_MAX = 80;
const CREDIT =
  /(?<=[.!?…]["”’]?)\s*[-–—―~]{1,2} ?(?:\p{Lu}[\p{L}\p{M}.'’-]*)(?: (?:\p{Lu}[\p{L}\p{M}.'’-]*|d[aeiu]|v[ao]n|de[rnl])){0,3}(?:, [^.!?…]{2,50})?$/u;

/** “… she laughed at me. - Adele”: who signs is none of the words. A sentence would end in a stop. */
function withoutCredit(text: string, stretch: Stretch): Stretch {
  const from = Math.max(stretch.start, stretch.end - CREDIT_LENGTH_MAX);
  const found = CREDIT.exec(text.slice(from, stretch.end));
  if (found === null) return stretch;
  const end = from + found.index;
  return { ...stretch, end, close: end };
}

export function partAttributions(text: string, stretches: readonly Stretch[], speech: Speech): readonly Stretch[] {
  const { attributesBetweenDashes, attributesBetweenCommas } = speech;
  const signed = stretches.map((stretch) => withoutCredit(text, stretch));
  const parted = attributesBetweenDashes ? signed.flatMap((stretch) => partStretch(text, stretch, speech)) : signed;
  return attributesBetweenCommas ? parted.flatMap((stretch) => partAtCommas(text, stretch, speech)) : parted;
}
