/** What a person asks for in words, read: "port strike", katowic*, US, C++, in:title, author:oduya. Never a pattern of code. */

import { remember } from "../domain/bounded-map.ts";
import { CJK } from "../domain/fold.ts";
import type { Field, SearchTerm } from "../domain/store.ts";
import { listTokens } from "./tokens.ts";

export interface WordPattern {
  /** capitals: as written or not at all. signed: with what stands at it, as in "C++". letter: one East Asian letter. */
  readonly kind: "word" | "beginning" | "letter" | "capitals" | "signed";
  /** Folded; of a signed word with its signs, and with its capitals where it has no other letters. */
  readonly word: string;
}

/** Words that stand one after another. */
export interface Phrase {
  readonly field: Field;
  readonly patterns: readonly WordPattern[];
  /** Letter by letter: no other form of a word counts. */
  readonly isExact: boolean;
}

/** As far as a phrase is looked at. */
const WORDS_MAX = 256;
const BEGINNING_LETTERS_MIN = 2;
/** Longer ones are names in no language's dictionary ("UNESCO"): their case says nothing. */
const CAPITALS_MAX = 5;

const SPELLED = /^(?:\p{Lu}\.){2,}$/u;
const CAPITALS = /^\p{Lu}[\p{Lu}\p{N}]*$/u;
/** ".NET", "C#", "C++", "Disney+". */
export const SIGNED = /(?<![\p{L}\p{M}\p{N}.])(?:\.\p{L}[\p{L}\p{N}]*|[\p{L}\p{N}]+(?:\+{1,2}|#)(?![\p{L}\p{N}+#]))/gu;
const MARKS = /["“”„‟«»＂]/;
const FIELD = /^(in|author|category):(.*)$/iu;
const TITLE_WORDS: ReadonlySet<string> = new Set(["title", "headline"]);

/** True for a word of which only the capitals make the meaning: "US", "WHO", "IT". */
export function isInCapitals(word: string): boolean {
  return word.length <= CAPITALS_MAX && CAPITALS.test(word) && [...word.matchAll(/\p{Lu}/gu)].length > 1;
}

/** What stands between two blanks. */
function readChunk(chunk: string): readonly WordPattern[] {
  if (SPELLED.test(chunk)) return [{ kind: "capitals", word: chunk.replaceAll(".", "").toLowerCase() }];
  const [signed] = [...chunk.matchAll(SIGNED)];
  if (signed !== undefined && !/[\p{L}\p{N}]/u.test(chunk.replace(signed[0], ""))) {
    const letters = signed[0].replace(/[^\p{L}\p{N}]/gu, "");
    return [{ kind: "signed", word: isInCapitals(letters) ? signed[0] : signed[0].toLowerCase() }];
  }
  const tokens = listTokens(chunk);
  return tokens.map(({ word, start, end }, index): WordPattern => {
    const isLast = index === tokens.length - 1;
    if (isLast && chunk.slice(end).startsWith("*") && (word.length >= BEGINNING_LETTERS_MIN || CJK.test(word))) {
      return { kind: "beginning", word };
    }
    if (CJK.test(word) && [...word].length === 1) return { kind: "letter", word };
    return { kind: isInCapitals(chunk.slice(start, end)) ? "capitals" : "word", word };
  });
}

/** Null when there is nothing in it that could ever be found: "!!!". Names have no other forms. */
export function readPhrase(text: string, field: Field, isExact: boolean): Phrase | null {
  const patterns = text.split(/\s+/u).flatMap(readChunk).slice(0, WORDS_MAX);
  return patterns.length === 0 ? null : { field, patterns, isExact: isExact || field === "author" };
}

/** The same of a term of a search. */
export const readTerm = ({ text, field, isPhrase }: SearchTerm): Phrase | null =>
  readPhrase(text, field ?? "text", isPhrase);

/** A piece of what was typed: several words in marks, or one without. */
export interface Piece {
  readonly text: string;
  readonly isQuoted: boolean;
  /** What stands before the marks without a blank: `author:"Ada Moor"`, `-"port strike"`. */
  readonly before: string;
}

/** An open quotation runs to the end. */
export function splitPieces(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  const found = text.matchAll(/([^\s"“”„‟«»＂]*)["“”„‟«»＂]([^"“”„‟«»＂]*)["“”„‟«»＂]?|[^\s"“”„‟«»＂]+/gu);
  for (const [whole, before, quoted] of found) {
    pieces.push(
      quoted === undefined
        ? { text: whole, isQuoted: false, before: "" }
        : { text: quoted.trim(), isQuoted: true, before: before ?? "" },
    );
  }
  return pieces;
}

/** Where a piece says it is to be looked for, and what; null where it says nothing. */
export function readField({ text, isQuoted, before }: Piece): { readonly field: Field; readonly text: string } | null {
  const [, name, value = ""] = FIELD.exec(isQuoted ? before : text) ?? [];
  if (name === undefined) return null;
  const wanted = isQuoted ? text : value;
  const field = name.toLowerCase();
  if (field !== "in") return { field: field === "author" ? "author" : "category", text: wanted };
  return TITLE_WORDS.has(wanted.toLowerCase()) ? { field: "title", text: "" } : null;
}

const WISHES_MAX = 5_000;

/**
 * One of the wishes parted by commas: all of its phrases must be found. Words in marks stand for themselves, others for all
 * their forms. Null when it can never be found.
 */
export const readWish = remember(WISHES_MAX, (wish: string): readonly Phrase[] | null => {
  const phrases: (Phrase | null)[] = [];
  let place: Field = "text";
  let plain: string[] = [];
  const endPlain = (): void => {
    if (plain.length > 0) phrases.push(readPhrase(plain.join(" "), "text", false));
    plain = [];
  };
  for (const piece of splitPieces(wish)) {
    const told = readField(piece);
    if (told === null && !piece.isQuoted) plain.push(piece.text);
    else {
      endPlain();
      if (told === null) phrases.push(readPhrase(`${piece.before} ${piece.text}`, "text", true));
      else if (told.field === "title") place = "title";
      else phrases.push(readPhrase(told.text, told.field, piece.isQuoted));
    }
  }
  endPlain();
  const read = phrases.filter((phrase) => phrase !== null);
  if (read.length === 0 || read.length < phrases.length) return null;
  return read.map((phrase) => (phrase.field === "text" ? { ...phrase, field: place } : phrase));
});

/** What people see of marks, in straight ones; a mark that nothing closes is left out. */
export function toStraightMarks(text: string): string {
  const straight = text.replace(new RegExp(MARKS, "gu"), '"');
  return (straight.match(/"/g)?.length ?? 0) % 2 === 0 ? straight : straight.replaceAll('"', "");
}
