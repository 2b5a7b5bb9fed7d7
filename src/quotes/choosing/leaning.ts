/** What a quote's first sentence points to that a reader of headline and summary was never shown: "This is why", "those beliefs". */

import type { Quote } from "../../domain/article.ts";
import type { Asides } from "../../languages/shared/asides.ts";
import { quicken } from "../../languages/shared/patterns/quicken.ts";
import { toListed } from "../../languages/shared/words.ts";
import { BEFORE_LENGTH, isNextShown, isShown, isThingShown, type Leaning, toOwn, toParts } from "./leaning-words.ts";
import { judgeDemonstratives, judgeObject } from "./pointing-words.ts";
import { kindOf } from "./word-kinds.ts";
import { toStems, toWords, type WorthContext } from "./worth-context.ts";

/** A word that points back with so many words of meaning before it may point to them. */
const OWN_STEMS_MIN = 3;
/** A few words of time before a quotation. */
const TIME_LENGTH = 30;
/** A pronoun so early stands for somebody outside the quote. */
const EARLY_WORDS = 4;
const EXPLAINED_BEHIND = /\s[–—-] \p{L}/u;
/** A name further on than the first word. */
const NAME_INSIDE = /\P{L}\p{Lu}\p{Ll}/u;
const NAME = /\p{Lu}[\p{L}\p{M}]{2,}/gu;

const WORD = quicken(/[\p{L}\p{M}]+/gu);

/** The first sentence, without the marks and dots before it. */
function firstOf(text: string): string {
  const bare = text.replace(/^[^\p{L}\p{N}]+/u, "");
  return /^.*?[.!?…](?=\s|$)/su.exec(bare)?.[0] ?? bare;
}

const startsWithOne = (text: string, words: readonly string[]): boolean =>
  words.some((word) => text.startsWith(word) && !/^[\p{L}\p{N}]/u.test(text.slice(word.length)));

/** "But", "Then", "For starters", "The alternative": nobody opens so who was not heard before. */
function opensOnMore(first: string, { bound, quoted }: Asides): boolean {
  const text = toListed(first);
  if (quoted.notOpenings.test(text)) return false;
  return quoted.leaning.test(text) || quoted.openings.test(text) || bound.contrast.test(text);
}

/** "I know we get them at home": several, and nothing said before it in the quote is more than one. */
function judgeMany(text: string, quote: Quote, context: WorthContext): Leaning {
  const { many, several } = context.asides.quoted;
  if (many.size === 0) return "alone";
  const parts = toParts(text);
  let at = -1;
  let leaning: Leaning = "alone";
  for (const { text: word } of parts) {
    at++;
    if (!many.has(word)) continue;
    const before = parts.slice(0, at).map(({ text: each }) => each);
    if (several.test(before.join(" "))) return leaning;
    if (!isThingShown(quote, context) && !isNextShown(quote, context)) return "leans";
    leaning = "shown";
  }
  return leaning;
}

/** Whether the text right before the quote names somebody of headline or summary who is not its speaker. */
function isPersonShown({ start, speaker }: Quote, { text, shown }: WorthContext): boolean {
  const own = toStems(`${speaker?.name ?? ""} ${speaker?.mention ?? ""}`);
  const names = text.slice(Math.max(0, start - BEFORE_LENGTH), start).match(NAME) ?? [];
  return names.some((name) => isShown(name, shown) && !isShown(name, own));
}

/** "It never happened in my time": where it stands for something, the sentence before tells what, and is shown. */
function judgeIt(first: string, quote: Quote, context: WorthContext): Leaning {
  const isEmpty = context.asides.quoted.empty.test(toListed(first));
  // "It is odd, too – a ferry without a keel".
  if (isEmpty || EXPLAINED_BEHIND.test(first)) return "alone";
  return isNextShown(quote, context) && isShown(quote.text, context.shown) ? "alone" : "leans";
}

/** "He has taken responsibility": a pronoun before anybody it may stand for. */
function judgePronoun(first: string, quote: Quote, context: WorthContext): Leaning {
  const { asides, speech } = context;
  if (asides.emptyPronoun?.pattern.test(first) === true || asides.quoted.notOpenings.test(toListed(first)))
    return "alone";
  const words = toWords(first).slice(0, EARLY_WORDS);
  // „Ich wünsche Ihnen“: with a capital further on it is whoever is spoken to.
  const isPolite = (word: string): boolean => new RegExp(` ${word[0]?.toUpperCase()}${word.slice(1)}`, "u").test(first);
  const at = words.findIndex((word, index) => asides.pronouns.has(word) && (index === 0 || !isPolite(word)));
  if (at < 0 || toStems(words.slice(0, at).join(" ")).size > 1) return "alone";
  const kind = kindOf(words[at], speech);
  if (at === 0 && words[0] === asides.emptyPronoun?.word) return judgeIt(first, quote, context);
  // "It is hard to say": most stand for nothing.
  if (kind !== "they" && kind !== "he or she") return "alone";
  const isTold = kind === "they" ? isNextShown(quote, context) : isPersonShown(quote, context);
  return isTold ? "shown" : "leans";
}

/** "I just liked what he said at that time": somebody nobody has named in the quote. */
function judgeSomebody(first: string, quote: Quote, context: WorthContext): Leaning {
  const { speech, asides } = context;
  // "qu'il y ait eu": where everything is "he" or "she", most that stand further on are nobody.
  if (!asides.isPronounSoughtFurther) return "alone";
  for (const { 0: word, index } of first.matchAll(WORD)) {
    const gender = speech?.pronouns.get(word.toLowerCase());
    if (gender !== "male" && gender !== "female") continue;
    const before = first.slice(0, index);
    if (NAME_INSIDE.test(before) || asides.bound.somebody.test(before)) return "alone";
    return isPersonShown(quote, context) ? "shown" : "leans";
  }
  return "alone";
}

/** "We have too little of it as things stand, half the size": words that point back wherever they stand. */
function judgePointing(first: string, quote: Quote, context: WorthContext): Leaning {
  const { quoted } = context.asides;
  const text = toListed(first);
  const found = quoted.pointing.exec(text);
  if (found === null) return "alone";
  const behind = text.slice(found.index + found[0].length);
  const next = kindOf(/^,? ?(\p{L}+)/u.exec(behind)?.[1], context.speech);
  const isExplained = startsWithOne(behind.trimStart(), [...quoted.explained]);
  // "davon, dass es regnet", "eso que dijo".
  if (isExplained || next === "complementizer" || next === "relative") return "alone";
  const own = toOwn(toParts(text.slice(0, found.index)), Number.POSITIVE_INFINITY, context);
  return own.size >= OWN_STEMS_MIN || isThingShown(quote, context) ? "shown" : "leans";
}

/** Choosing asks for it three times. */
const kept = new WeakMap<Quote, { readonly context: WorthContext; readonly leaning: Leaning }>();

/** Whether the quote is clear to somebody who was shown headline and summary, as far as its first sentence tells. */
export function findLeaning(quote: Quote, context: WorthContext): Leaning {
  const known = kept.get(quote);
  if (known?.context === context) return known.leaning;
  const leaning = readLeaning(quote, context);
  kept.set(quote, { context, leaning });
  return leaning;
}

/** "Back then, “Varen was a village,” she said": when that was, stands before it. */
const isToldOfThen = ({ start }: Quote, { text, asides }: WorthContext): boolean =>
  asides.quoted.times.test(text.slice(Math.max(0, start - TIME_LENGTH), start));

function readLeaning(quote: Quote, context: WorthContext): Leaning {
  const first = firstOf(quote.text);
  if (opensOnMore(first, context.asides) || isToldOfThen(quote, context)) return "leans";
  if (context.asides.quoted.backward.test(toListed(first))) return "leans";
  const words = toParts(first);
  let leaning: Leaning = "alone";
  for (const judge of [
    () => judgeDemonstratives(words, quote, context),
    () => judgeObject(words, quote, context),
    () => judgePronoun(first, quote, context),
    () => judgeSomebody(first, quote, context),
    () => judgePointing(first, quote, context),
    () => judgeMany(quote.text, quote, context),
  ]) {
    const found = judge();
    if (found === "leans") return "leans";
    if (found === "shown") leaning = "shown";
  }
  return leaning;
}
