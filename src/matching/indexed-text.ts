/** A text made ready to be looked through for many phrases, and what is found in it. */

import type { Span } from "../domain/article.ts";
import { CJK } from "../domain/fold.ts";
import { findLanguage } from "../languages/index.ts";
import { isInCapitals, type Phrase, SIGNED, type WordPattern } from "./phrases.ts";
import { listTokens, type Token } from "./tokens.ts";

/** Where each word stands, as indexes of tokens. */
type Places = ReadonlyMap<string, readonly number[]>;

export interface IndexedText {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly words: Places;
  /** Read when first asked for. */
  readonly forms: () => Places;
  readonly capitals: () => Places;
  readonly signed: () => Places;
  readonly toForm: (word: string) => string;
  readonly language: string;
}

function toPlaces(keys: readonly (readonly [string, number])[]): Places {
  const places = new Map<string, number[]>();
  for (const [key, index] of keys) {
    const known = places.get(key);
    if (known === undefined) places.set(key, [index]);
    else known.push(index);
  }
  return places;
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** "NGOs", "EUs": what a language hangs on an abbreviation. */
const WITH_TAIL = /^(\p{Lu}[\p{Lu}\p{N}]+)\p{Ll}{1,2}$/u;
/** Papers that write "Nato" mean NATO; shorter ones are words of their own ("Who", "It"). */
const NAME = /^\p{Lu}\p{Ll}{3,4}$/u;

/** The words that stand in capitals, folded: "US", "U.S.", "NGOs", and "Nato", which is no small word. */
function listCapitals(text: string, tokens: readonly Token[], language: string): (readonly [string, number])[] {
  const found: (readonly [string, number])[] = [];
  const { stopWords } = findLanguage(language).text;
  for (const [index, { word, start, end }] of tokens.entries()) {
    if (end - start === 1) {
      const spelled = /^(?:\p{Lu}\.)+\p{Lu}?/u.exec(text.slice(start, start + 10))?.[0].replaceAll(".", "") ?? "";
      const isFirst = !/\p{Lu}\.$/u.test(text.slice(Math.max(0, start - 2), start));
      if (isFirst && spelled.length > 1) found.push([spelled.toLowerCase(), index]);
      continue;
    }
    const written = text.slice(start, end);
    if (!/^\p{Lu}/u.test(written)) continue;
    const head = WITH_TAIL.exec(written)?.[1];
    if (isInCapitals(written)) found.push([word, index]);
    else if (head !== undefined && isInCapitals(head)) found.push([head.toLowerCase(), index]);
    else if (NAME.test(written) && !stopWords.has(written.toLowerCase())) found.push([word, index]);
  }
  return found;
}

/** "c++", ".NET" and ".net": words with the signs that stand at them, as written and in lower case. */
function listSigned(text: string, tokens: readonly Token[]): (readonly [string, number])[] {
  if (!/[+#.]/.test(text)) return [];
  const byEnd = new Map(tokens.map((token, index) => [token.end, index]));
  return [...text.matchAll(SIGNED)].flatMap(({ 0: written, index }) => {
    const at = byEnd.get(index + written.replace(/[+#]+$/, "").length);
    return at === undefined ? [] : [...new Set([written, written.toLowerCase()])].map((key) => [key, at] as const);
  });
}

/** Letters of other scripts have no forms in it, nor have numbers. */
const hasForms = (word: string): boolean => !CJK.test(word) && !/^\p{N}+$/u.test(word);

export function indexText(text: string, language: string): IndexedText {
  const tokens = listTokens(text);
  const { toForm } = findLanguage(language);
  const words = toPlaces(tokens.map(({ word }, index) => [word, index]));
  return {
    text,
    tokens,
    words,
    forms: once(() => {
      const forms: (readonly [string, number])[] = [];
      for (const [word, places] of words) {
        if (hasForms(word)) for (const place of places) forms.push([toForm(word), place]);
      }
      return toPlaces(forms);
    }),
    capitals: once(() => toPlaces(listCapitals(text, tokens, language))),
    signed: once(() => toPlaces(listSigned(text, tokens))),
    toForm,
    language,
  };
}

function collect(places: Places, isWanted: (word: string) => boolean): ReadonlySet<number> {
  const found = new Set<number>();
  for (const [word, list] of places) if (isWanted(word)) for (const place of list) found.add(place);
  return found;
}

function findPlaces(indexed: IndexedText, { kind, word }: WordPattern, isExact: boolean): ReadonlySet<number> {
  switch (kind) {
    case "capitals":
      return new Set(indexed.capitals().get(word));
    case "signed":
      return new Set(indexed.signed().get(word));
    case "beginning":
      return collect(indexed.words, (each) => each.startsWith(word));
    case "letter":
      return collect(indexed.words, (each) => each.includes(word));
    case "word": {
      const asWritten = indexed.words.get(word) ?? [];
      if (isExact || !hasForms(word)) return new Set(asWritten);
      return new Set([...asWritten, ...(indexed.forms().get(indexed.toForm(word)) ?? [])]);
    }
  }
}

/** Where an abbreviation is spelled with points, its letters are words of their own. */
function countTokens({ text, tokens }: IndexedText, place: number, { kind, word }: WordPattern): number {
  const token = tokens[place];
  return kind === "capitals" && token !== undefined && token.end - token.start === 1 && text[token.end] === "."
    ? word.length
    : 1;
}

const PAIR_LENGTH = 2;
const AROUND = 60;
const UNSPACED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+$/u;
const UNSPACED_BEFORE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]*$/u;
const UNSPACED_BEHIND = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]*/u;

const segmenters = new Map<string, Intl.Segmenter>();
function segmenterOf(language: string): Intl.Segmenter {
  const tag = /^[a-z]{2,3}$/.test(language) && language !== "und" ? language : "zh";
  const segmenter = segmenters.get(tag) ?? new Intl.Segmenter(tag, { granularity: "word" });
  segmenters.set(tag, segmenter);
  return segmenter;
}

/** Two letters that are the end of one word and the beginning of the next: 京都 in 東京都, 国会 in 美国会议. */
function cutsWords({ text, language }: IndexedText, { start, end }: Span): boolean {
  if (end - start > PAIR_LENGTH || !UNSPACED.test(text.slice(start, end))) return false;
  const before = UNSPACED_BEFORE.exec(text.slice(Math.max(0, start - AROUND), start))?.[0] ?? "";
  const behind = UNSPACED_BEHIND.exec(text.slice(end, end + AROUND))?.[0] ?? "";
  const from = start - before.length;
  const bounds = [...segmenterOf(language).segment(text.slice(from, end + behind.length))].map((s) => s.index + from);
  return !bounds.includes(start) && bounds.some((bound) => bound > start && bound < end);
}

/** Every place of a phrase, in order; they may overlap. */
export function* findPhrase(indexed: IndexedText, { patterns, isExact }: Phrase): Generator<Span> {
  const [first, ...others] = patterns;
  if (first === undefined) return;
  const rest = others.map((pattern) => ({ pattern, places: findPlaces(indexed, pattern, isExact) }));
  if (rest.some(({ places }) => places.size === 0)) return;
  for (const place of findPlaces(indexed, first, isExact)) {
    let next = place + countTokens(indexed, place, first);
    let isHere = true;
    for (const { pattern, places } of rest) {
      isHere = places.has(next);
      if (!isHere) break;
      next += countTokens(indexed, next, pattern);
    }
    const span = { start: indexed.tokens[place]?.start ?? 0, end: indexed.tokens[next - 1]?.end ?? 0 };
    if (isHere && !cutsWords(indexed, span)) yield span;
  }
}

export const hasPhrase = (indexed: IndexedText, phrase: Phrase): boolean =>
  findPhrase(indexed, phrase).next().done !== true;
