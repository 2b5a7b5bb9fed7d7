/** Where a word ends: what hyphens, dots and apostrophes belong to it, language by language. */

import type { Speech } from "../../languages/language.ts";
import { isWordAt, kindAt, LOWER, UPPER } from "../marks/characters.ts";

/** A word longer than this is no word. */
const WORD_LENGTH_MAX = 60;

/** Where the word that starts here ends: letters and digits, with hyphens, apostrophes and initials' dots inside. */
export function wordEnd(text: string, start: number, speech: Speech): number {
  let end = start;
  const limit = Math.min(text.length, start + WORD_LENGTH_MAX);
  while (end < limit) {
    if (isWordAt(text, end)) {
      end++;
      continue;
    }
    const char = text[end];
    const isJoined = isWordAt(text, end + 1);
    if (char === "-" && invertedLength(text, end, speech) > 0) break;
    if (isJoined && (char === "-" || char === "‐" || char === "‑" || char === "&" || char === "/")) {
      end++;
      continue;
    }
    if ((char === "'" || char === "’") && isJoined) {
      // French and Italian articles are words of their own: l'hôtel, dell'isola.
      if (isElided(text, start, end, speech)) return end + 1;
      // The possessive is an item of its own; "don't" and "O'Hara" are one word.
      if ((text[end + 1] === "s" || text[end + 1] === "S") && !isWordAt(text, end + 2)) break;
      end++;
      continue;
    }
    if (char === "." && isDotInside(text, start, end, speech)) {
      end++;
      continue;
    }
    break;
  }
  return end;
}

/** What ends the address of a site, with no letter behind it. */
const SITE_ENDING = /^(?:AI|App|Com|Io|Js|Me|Net|Org|Tv)(?![\p{L}\p{N}])/iu;
const SITE_ENDING_LENGTH = 6;

const ELIDED_LENGTH_MAX = 5;
const INVERTED_LENGTH_MAX = 12;

function isElided(text: string, start: number, apostrophe: number, speech: Speech): boolean {
  if (!speech.elidesArticles || apostrophe - start > ELIDED_LENGTH_MAX) return false;
  const word = text.slice(start, apostrophe).toLowerCase();
  return apostrophe - start === 1 || word === "qu" || speech.words.has(`${word}'`) || word.endsWith("ll");
}

/** "explique-t-elle": the length of what joins a verb to the pronoun behind it; 0 for other hyphens. */
export function invertedLength(text: string, hyphen: number, speech: Speech): number {
  return speech.invertedPronoun?.exec(text.slice(hyphen, hyphen + INVERTED_LENGTH_MAX))?.[0].length ?? 0;
}

/** A dot belongs to initials ("G.K."), to numbers, to addresses and to known short forms ("Sen."). */
function isDotInside(text: string, start: number, dot: number, speech: Speech): boolean {
  if (isWordAt(text, dot + 1)) {
    // „sagte Moor.Gleichzeitig“, of which the page lost the space; "Booking.Com" is one word.
    const isLost = dot - start > 3 && kindAt(text, dot - 1) === LOWER && kindAt(text, dot + 1) === UPPER;
    return !isLost || SITE_ENDING.test(text.slice(dot + 1, dot + SITE_ENDING_LENGTH));
  }
  const length = dot - start;
  if (length === 1) return kindAt(text, start) === UPPER;
  if (kindAt(text, dot - 1) === UPPER && text[dot - 2] === ".") return true;
  if (length > 6) return false;
  const word = text.slice(start, dot + 1).toLowerCase();
  return speech.words.has(word) || speech.suffixes.has(word) || speech.shortForms.has(word);
}
