/** Tells whether an address and a headline are those of the page at hand, or of another one it speaks of. */

import { toPageKey } from "../../domain/url-key.ts";
import { decodeText, toComparable } from "../clean.ts";

/** By what a page is known. */
export interface PageIdentity {
  /** Where it was found, and where it says it belongs. */
  readonly urls: readonly string[];
  /** Its headings, and the titles it gives itself. */
  readonly headlines: readonly string[];
  /** All that it shows. */
  readonly shown: readonly string[];
}

/** Shorter ones begin many a headline: "News". */
const BEGINNING_LENGTH_MIN = 10;
const WORD_LENGTH_MIN = 4;
/** Share of the words of weight that two wordings of one headline have in common. */
const SHARED_MIN = 0.5;
/** The same, of a headline in the page's text. */
const TOLD_MIN = 0.6;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** Words of weight; pairs of characters where words are not parted. */
export function toWeightyWords(text: string): ReadonlySet<string> {
  const words = new Set<string>();
  for (const word of toComparable(text).split(" ")) {
    if (UNSPACED.test(word)) for (let at = 0; at + 2 <= word.length; at++) words.add(word.slice(at, at + 2));
    else if (word.length >= WORD_LENGTH_MIN || /\d\d/.test(word)) words.add(word);
  }
  return words;
}

export function shareOf(words: ReadonlySet<string>, found: ReadonlySet<string>): number {
  let count = 0;
  for (const word of words) if (found.has(word)) count++;
  return count / Math.max(1, words.size);
}

function isSameHeadline(one: string, other: string): boolean {
  const [a, b] = [toComparable(decodeText(one)), toComparable(decodeText(other))];
  if (a === b) return true;
  if (a === "" || b === "") return false;
  if (Math.min(a.length, b.length) >= BEGINNING_LENGTH_MIN && (a.includes(b) || b.includes(a))) return true;
  const [fewer, more] = [toWeightyWords(a), toWeightyWords(b)].sort((left, right) => left.size - right.size);
  return fewer !== undefined && more !== undefined && fewer.size > 1 && shareOf(fewer, more) >= SHARED_MIN;
}

/** The home page's address is what templates write for every page. */
function toKey(url: string, base: string | null): string | null {
  if (!URL.canParse(url, base ?? undefined)) return null;
  const { href, pathname, search, protocol } = new URL(url, base ?? undefined);
  return /^https?:$/.test(protocol) && (pathname !== "/" || search !== "") ? toPageKey(href) : null;
}

/** Whether an object with these addresses and headlines is about the page: one of them has to be the page's. */
export function isAboutPage(
  { urls, headlines }: Pick<PageIdentity, "urls" | "headlines">,
  page: PageIdentity,
): boolean {
  const base = page.urls[0] ?? null;
  const toKeys = (some: readonly string[]): readonly string[] =>
    some.flatMap((url) => {
      const key = url.startsWith("#") ? null : toKey(url, base);
      return key === null ? [] : [key];
    });
  const [own, given] = [new Set(toKeys(page.urls)), toKeys(urls)];
  if (given.some((key) => own.has(key))) return true;
  if (headlines.some((headline) => page.headlines.some((each) => isSameHeadline(headline, each)))) return true;
  const isElsewhere = own.size > 0 && given.length > 0;
  if (headlines.length === 0 || page.headlines.length === 0) return !isElsewhere;
  if (isElsewhere) return false;
  // Written otherwise for search engines: then the text tells of it.
  const told = new Set(page.shown.flatMap((line) => [...toWeightyWords(line)]));
  return headlines.some((headline) => shareOf(toWeightyWords(headline), told) >= TOLD_MIN);
}
