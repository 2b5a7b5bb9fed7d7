/** The words, phrases and names a filter asks for, as they are typed: parted by commas, bounded, never a pattern. */

import { UserError } from "../domain/errors.ts";
import { fold } from "../domain/fold.ts";
import type { Filter } from "../domain/subscription.ts";
import { findLanguage } from "../languages/index.ts";
import { readPhrase, readWish, toStraightMarks } from "../matching/phrases.ts";
import { isNone } from "./none.ts";
import { findBadBeginning, readConnectives, splitAlternatives, toPieces, toPlainSigns } from "./written.ts";

/** Words, phrases or names one list of a filter may have. */
export const WORDS_MAX = 20;
/** UTF-16 units of each of them. */
export const WORD_LENGTH_MAX = 200;
const WORD_SHOWN_LENGTH_MAX = 40;

type Words = Pick<Filter, "words" | "excludedWords">;

/** Words in marks stand for themselves. What has a minus is left out: `ferry -football`. */
export function readWords(
  { words, without }: { readonly words?: string | undefined; readonly without?: string | undefined },
  standing: Words,
): Words {
  const [wished, unwished] = [readParts(words), readParts(without)];
  const left = wished?.excluded ?? [];
  // Whoever only says what to leave out takes nothing of what is wished for back.
  const isKept = wished === null || (wished.wanted.length === 0 && left.length > 0);
  const excluded = unwished === null ? standing.excludedWords : [...unwished.wanted, ...unwished.excluded];
  return {
    words: isKept ? standing.words : checkWords(wished.wanted),
    excludedWords: unwished === null && left.length === 0 ? standing.excludedWords : checkWords([...excluded, ...left]),
  };
}

interface Parts {
  readonly wanted: readonly string[];
  readonly excluded: readonly string[];
}

/** Null for what is not named. */
function readParts(text: string | undefined): Parts | null {
  if (text === undefined) return null;
  if (isNone(text)) return { wanted: [], excluded: [] };
  refuseBadBeginning(text);
  const parts = splitList(toPlainSigns(text)).flatMap(splitAlternatives).map(withoutBrackets).map(readPart);
  return {
    wanted: parts.map(({ wanted }) => wanted).filter((wish) => wish !== ""),
    excluded: parts.flatMap(({ excluded }) => excluded),
  };
}

/** "(ferry" and "harbor)" of a list in brackets, and "(ferry)". */
function withoutBrackets(part: string): string {
  const count = (bracket: string): number => part.split(bracket).length - 1;
  const [open, closed] = [count("("), count(")")];
  if (open === closed) return /^\([^()]*\)$/.test(part) ? part.slice(1, -1).trim() : part;
  return (open > closed ? part.replace(/^\(/, "") : part.replace(/\)$/, "")).trim();
}

const MINUS = /^-(?=[\p{L}"“„«])/u;

/** Both of two words, anywhere, is a phrase of its own for the second: words side by side are one phrase. */
const joinBoth = (next: string): string => (/["“„«]/.test(next) || next.includes(":") ? next : `"${next}"`);

/** What has a minus stands behind all the rest: after it, nobody knows where what is left out ends. */
function readPart(part: string): { readonly wanted: string; readonly excluded: readonly string[] } {
  const pieces = toPieces(readConnectives(part, joinBoth));
  const first = pieces.findIndex((piece) => MINUS.test(piece));
  if (first === -1) return { wanted: pieces.join(" "), excluded: [] };
  const excluded = pieces.slice(first);
  if (!excluded.every((piece) => MINUS.test(piece))) {
    throw new UserError("bad-option", (say) => say("wish.minus", { words: say.inMarks(part) }));
  }
  return { wanted: pieces.slice(0, first).join(" "), excluded: excluded.map((piece) => piece.replace(MINUS, "")) };
}

/** "f*" would be looked for as a word. */
export function refuseBadBeginning(text: string): void {
  const bad = findBadBeginning(text);
  if (bad !== null) throw new UserError("bad-option", (say) => say("wish.badBeginning", { words: say.inMarks(bad) }));
}

/** Wishes of words as they are kept; throws UserError for one that could never be found or is too long. */
export function checkWords(parts: readonly string[]): readonly string[] {
  const wishes = parts.map(toStraightMarks).filter((wish) => wish !== "");
  for (const wish of wishes) if (readWish(wish) === null) throw toNeverFound(wish);
  return bound([...new Set(wishes)]);
}

/** What has nothing to look for in it would be waited for in vain. */
export const toNeverFound = (words: string): UserError =>
  new UserError("bad-option", (say) => say("wish.neverFound", { words: say.inMarks(words) }));

/**
 * A comma between marks is a part of the phrase, and so is one of a number: 1,400 and 3,5, but not 2024,2025. A mark that
 * nothing closes is a letter.
 */
const LIST_PART =
  /(?:["“”„‟«»＂][^"“”„‟«»＂]*["“”„‟«»＂]|(?<![\p{L}\p{N}])\d{1,3}(?:(?:,\d{3})+|,\d{1,2})(?![\p{L}\p{N},])|[^,،，、;；|])+/gu;

export const splitList = (text: string): readonly string[] => (text.match(LIST_PART) ?? []).map((each) => each.trim());

export function bound(parts: readonly string[]): readonly string[] {
  if (parts.length > WORDS_MAX) {
    throw new UserError("limit", (say) => say("subscribe.tooManyWords", { count: WORDS_MAX }));
  }
  const long = parts.find((each) => each.length > WORD_LENGTH_MAX);
  if (long === undefined) return parts;
  throw new UserError("bad-option", (say) => {
    const option = say.inMarks(`${long.slice(0, WORD_SHOWN_LENGTH_MAX).toWellFormed()}…`);
    return say("option.tooLong", { option, max: WORD_LENGTH_MAX, length: long.length });
  });
}

/** `Nera Moreau, "Ada"` to its parts; commas part them, so that a name stays whole. Never a pattern. */
export function readNames(text: string | undefined, standing: readonly string[]): readonly string[] {
  if (text === undefined) return standing;
  if (isNone(text)) return [];
  return checkNames(splitList(text));
}

/** The same for names, in marks or not. */
export function checkNames(given: readonly string[]): readonly string[] {
  const parts = given.map((each) => each.replace(/^["“”„«»]|["“”„«»]$/g, "").trim()).filter((each) => each !== "");
  const empty = parts.find((each) => readPhrase(each, "text", false) === null);
  if (empty !== undefined) throw toNeverFound(empty);
  return bound([...new Set(parts)]);
}

/** A small word of the channel's language that is looked for alone is in nearly every article. A name is none: "May". */
export function refuseSmallWords(wishes: readonly string[], language: string): void {
  const { stopWords } = findLanguage(language).text;
  const isSmall = (wish: string): boolean => {
    const [phrase, ...others] = readWish(wish) ?? [];
    const [pattern, ...more] = phrase?.patterns ?? [];
    if (phrase === undefined || pattern?.kind !== "word" || others.length + more.length > 0) return false;
    return phrase.field === "text" && !phrase.isExact && !/^\p{Lu}/u.test(wish) && stopWords.has(pattern.word);
  };
  const small = wishes.find(isSmall);
  if (small !== undefined)
    throw new UserError("bad-option", (say) => say("wish.everywhere", { words: say.inMarks(small) }));
}

/** What is wished for and left out at once would never come. */
export function refuseContradiction({ words, excludedWords }: Pick<Filter, "words" | "excludedWords">): void {
  const excluded = new Set(excludedWords.map(fold));
  const both = words.find((each) => excluded.has(fold(each)));
  if (both === undefined) return;
  throw new UserError("bad-option", (say) =>
    say("wish.contradiction", { words: say.inMarks(both.replaceAll('"', "")) }),
  );
}
