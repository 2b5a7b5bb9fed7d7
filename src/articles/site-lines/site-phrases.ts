/** Knows the lines that sites put around an article, in the languages served: rails, "see also" lines, prompts. */

import { listSiteLines } from "../../languages/index.ts";
import { type Finder, oneOf, toFinder, toPartFinder, toWordPattern } from "../../languages/shared/word-pattern.ts";
import { toComparable } from "../clean.ts";
import { isAsk } from "./prompts.ts";

const toSet = (phrases: readonly string[]): ReadonlySet<string> => new Set(phrases.map(toComparable));
const RAILS = toSet(listSiteLines(({ rails }) => rails));
const LEADS = toSet(listSiteLines(({ leads }) => leads));
const POINTERS = toSet(listSiteLines(({ pointers }) => pointers));
/** Picture agencies, whose names open a caption in every language. */
const PICTURE_AGENCIES = ["getty images", "shutterstock", "istock", "unsplash"];
const CAPTIONS = toSet([...PICTURE_AGENCIES, ...listSiteLines(({ captions }) => captions)]);
const UNSPACED_PROMPTS: string[] = [];
/** Prompts by their first word, so that a line is looked through once. */
const PROMPTS = new Map<string, string[]>();

/** Longest line that can be a heading of a rail, a lead or a prompt, in characters. */
const RAIL_LENGTH_MAX = 48;
const PROMPT_LENGTH_MAX = 400;
const LEAD_WORDS_MAX = 4;
const OPENING_LENGTH_MAX = 80;
const POINTER_LENGTH_MAX = 220;
/** Scripts without spaces between words: a lead is found by its characters. */
const UNSPACED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

for (const prompt of toSet(listSiteLines(({ prompts }) => prompts))) {
  const first = prompt.split(" ", 1)[0] ?? "";
  if (UNSPACED.test(prompt)) UNSPACED_PROMPTS.push(prompt);
  else PROMPTS.set(first, [...(PROMPTS.get(first) ?? []), `${prompt} `]);
}

/** The heading of a list that is not the article: "Must read", "Latest article", "Comments (12)". */
export function isRail(line: string, comparable = toComparable(line)): boolean {
  return line.length <= RAIL_LENGTH_MAX && RAILS.has(comparable.replace(/ ?\d+$/, ""));
}

/** How a line opens: its first words as far as they are one of the phrases; null when they are not. */
function findOpening(line: string, comparable: string, phrases: ReadonlySet<string>): string | null {
  let opening = "";
  let found: string | null = null;
  for (const word of comparable.slice(0, OPENING_LENGTH_MAX).split(" ", LEAD_WORDS_MAX)) {
    opening = opening === "" ? word : `${opening} ${word}`;
    if (phrases.has(opening)) found = opening;
  }
  if (found !== null || !UNSPACED.test(line)) return found;
  for (let length = 6; length > 1; length--) if (phrases.has(line.slice(0, length))) return line.slice(0, length);
  return null;
}

/** Opens like the heading of such a list, whatever follows: "More from Tarnby". */
export const opensLikeRail = (line: string): boolean =>
  line.length <= RAIL_LENGTH_MAX && findOpening(line, toComparable(line), RAILS) !== null;

/** Opens like a pointer to something else: "See also", "Lesen Sie auch", "Читайте также". */
export const hasLead = (line: string, comparable = toComparable(line)): boolean =>
  findOpening(line, comparable, LEADS) !== null;

/** A pointer to another article, as a line on its own: a lead and then a headline, no sentence of the article. */
export function isPointer(line: string, comparable = toComparable(line)): boolean {
  if (line.length > POINTER_LENGTH_MAX) return false;
  const opening = findOpening(line, comparable, LEADS);
  if (opening === null) return false;
  const rest = line.slice(opening.length).trimStart();
  if (/^[:|>»–—›→-]/.test(rest)) return true;
  // "See also  China confirms …" is a pointer, "Watch sales fell by half." is a sentence.
  return POINTERS.has(opening) && !/[.。]$/.test(line);
}

/** "Share on …" with the name of some network: a button read as a line. */
const SHARE_BUTTON = new RegExp(`^${oneOf(listSiteLines(({ shares }) => shares))}(?:\\s+\\S+){0,3}$`, "iu");
export const isShareButton = (line: string): boolean =>
  line.length < 40 && !/[.!?]$/.test(line) && SHARE_BUTTON.test(line);

const parts = (words: readonly string[]): Finder => toPartFinder(words);
const wholeWords = (words: readonly string[]): Finder => toFinder(toWordPattern(words).source);
const CONSENT = parts(listSiteLines(({ consent }) => consent.about));
const CONSENT_ACT = parts(listSiteLines(({ consent }) => consent.acts));
/** Who asks and who is asked: without them a line is about cookies, not a banner. */
const CONSENT_PARTIES = wholeWords(listSiteLines(({ consent }) => consent.parties));
const SPOKEN = wholeWords(listSiteLines(({ consent }) => consent.spoken));
const SURE_CONSENT = listSiteLines(({ consent }) => consent.sure);

/** Tells what somebody said: then it is news. */
export const isReported = (line: string): boolean => SPOKEN.test(line);

/** Speaks for a site to its reader, and is nobody's report. */
export const isAddressed = (line: string): boolean => CONSENT_PARTIES.test(line) && !isReported(line);

/** Asks leave to store cookies, in any of the languages served. */
export const isConsent = (line: string): boolean =>
  line.length < 700 &&
  ((CONSENT.test(line) && CONSENT_ACT.test(line) && CONSENT_PARTIES.test(line) && !SPOKEN.test(line)) ||
    SURE_CONSENT.some((opening) => line.startsWith(opening)));

/** Asks the reader for something: a newsletter, cookies, an app, a membership. */
export function hasPrompt(line: string, comparable = toComparable(line)): boolean {
  if (line.length > PROMPT_LENGTH_MAX) return false;
  const padded = `${comparable} `;
  let at = 0;
  for (const word of comparable.split(" ")) {
    const prompts = PROMPTS.get(word);
    if (prompts?.some((prompt) => padded.startsWith(prompt, at)) === true) return true;
    at += word.length + 1;
  }
  return UNSPACED.test(line) && UNSPACED_PROMPTS.some((prompt) => comparable.includes(prompt));
}

/** Never said in an article, wherever in the line it stands. */
const SURE_PROMPT = wholeWords(listSiteLines(({ surePrompts }) => surePrompts));

const LONG_QUOTE = /["“„«»][^"“”„«»]{12,}["“”«»]/u;

/** A whole sentence that is a prompt opens with what it wants: the article's own may speak of members or policies. */
export function opensWithPrompt(line: string): boolean {
  // What somebody said is the article's, whatever it asks for.
  if (line.length > PROMPT_LENGTH_MAX || LONG_QUOTE.test(line)) return false;
  if (SURE_PROMPT.test(line) || isAsk(line)) return true;
  const comparable = toComparable(line);
  const second = comparable.indexOf(" ") + 1;
  return [0, second].some((at) => {
    const word = comparable.slice(at).split(" ", 1)[0] ?? "";
    return PROMPTS.get(word)?.some((prompt) => `${comparable} `.startsWith(prompt, at)) === true;
  });
}

/** Opens like the line under a picture. */
export const hasCaptionOpening = (line: string, comparable = toComparable(line)): boolean =>
  findOpening(line, comparable, CAPTIONS) !== null;

const BYLINE_PATTERN = new RegExp(
  `^${oneOf(listSiteLines(({ bylines }) => bylines))}[:：]?\\s+(?=[\\p{Lu}\\p{Lo}])`,
  "iu",
);

/** "By Jane Doe" to "Jane Doe"; null when the line is no byline. */
export function readByline(whole: string): string | null {
  const line = whole.replace(/\s*[|•·].*$/u, "");
  if (line.length > 120 || /[.!?。]$/.test(line.replace(/\b(?:Jr|Sr|Dr)\.$/, ""))) return null;
  const match = BYLINE_PATTERN.exec(line);
  if (match === null) return null;
  const name = line.slice(match[0].length).trim();
  const words = name.split(/\s+/);
  const isName = words.length <= 8 && words.every((word) => !/^\p{Ll}{4,}/u.test(word));
  return isName && name !== "" ? name : null;
}
