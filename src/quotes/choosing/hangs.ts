/** What hangs on its article further in than its opening: an inner quotation, a half-named person, one half of a contrast. */

import type { Quote } from "../../domain/article.ts";
import { findNameGender, isPlaceName } from "../../languages/shared/names/name-lists.ts";
import { quicken } from "../../languages/shared/patterns/quicken.ts";
import { toListed } from "../../languages/shared/words.ts";
import { toStems, type WorthContext } from "./worth-context.ts";

const FULL_NAME = quicken(/(?<![\p{L}’'-])(\p{Lu}\p{Ll}[\p{L}\p{M}’'-]*) (\p{Lu}[\p{L}\p{M}’'-]+)/gu);
const SINGLE_NAME = quicken(
  /(?<![\p{L}\p{N}’'@#.-]|\p{Lu}[\p{L}\p{M}.’'-]* )\p{Lu}\p{Ll}{2,}(?![\p{L}\p{N}-]|[’'](?!s\b)| \p{Lu})/gu,
);
const BEGINS = /(?:^|[.!?…:;“"‘(]["”’]?\s*)$/u;
const INNER = /[“‘"']([^“”‘"]{4,}?)[”’"'](?!\p{L})/gu;
/** A closing mark, who said it, and the next opening mark: the same speech goes on. */
const GOES_ON = /^["”»“]?,?[^\n"“”«»]{0,120}[.!?]\s+["“«]([^"“”«»]{3,60})/u;
const BEHIND_LENGTH = 200;

/** "I think Anders helped me", of whom the article told as Anders Moor, and nothing that is shown does. */
function hasHalfName(quote: Quote, { text, shown }: WorthContext): boolean {
  const own = new Set((quote.speaker?.name ?? "").split(" "));
  const names = [...quote.text.matchAll(SINGLE_NAME)].filter(({ 0: word, index }) => {
    if (BEGINS.test(quote.text.slice(0, index)) || own.has(word) || isPlaceName(word.toLowerCase())) return false;
    return [...toStems(word)].every((stem) => !shown.has(stem));
  });
  if (names.length === 0) return false;
  const first = new Set([...text.slice(0, quote.start).matchAll(FULL_NAME)].map(([, word = ""]) => word));
  return names.some(([word]) => first.has(word) && findNameGender(word.toLowerCase()) !== null);
}

/** ‘So he will look into it?’ inside a quotation: it answers what nobody was shown. */
const hasLeaningInside = (quote: Quote, { asides: { quoted } }: WorthContext): boolean =>
  [...quote.text.matchAll(INNER)].some(([, inner = ""]) => {
    const low = toListed(inner);
    return !quoted.notOpenings.test(low) && (quoted.leaning.test(low) || quoted.openings.test(low));
  });

/** “We tried,” she said. “But it came late”: what is shown is the half that the other takes back. */
function isTurned(quote: Quote, { text, asides }: WorthContext): boolean {
  const next = GOES_ON.exec(text.slice(quote.end, quote.end + BEHIND_LENGTH))?.[1];
  return next !== undefined && asides.turn.test(toListed(next));
}

const SENTENCE = /[^.!?…？！。]+[.!?…？！。]*["”»’']*/gu;
/** The mark is the quote's own, not that of words told in it: "when nobody asks, ‘Who rows?’". */
const ASKS = /[?？]["”»\s]*$/u;

/** “Are we speaking of the same pilot? Who rowed for years?”: nothing but questions, and nobody is shown to answer. */
function onlyAsks({ text }: Quote): boolean {
  const parts = text.match(SENTENCE) ?? [];
  return parts.every((part) => ASKS.test(part) || !/\p{L}/u.test(part));
}

export const hangs = (quote: Quote, context: WorthContext): boolean =>
  isTurned(quote, context) || hasLeaningInside(quote, context) || hasHalfName(quote, context) || onlyAsks(quote);
