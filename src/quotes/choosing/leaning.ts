/** What a quote's first sentence points to that a reader of headline and summary was never shown: "This is why", "those beliefs". */

import type { Quote } from "../../domain/article.ts";
import type { Asides } from "../../languages/shared/asides.ts";
import { kindOf, type WordKind } from "./word-kinds.ts";
import { toStems, toWords, type WorthContext } from "./worth-context.ts";

/** "shown": it points to something, which stands in headline, summary or the quote itself. */
export type Leaning = "alone" | "shown" | "leans";

/** So many words behind "those" may be the noun it points to: "this incredible giant bacterium". */
const NOUN_WINDOW = 4;
/** A "this" with so many words of meaning before it may point to them. */
const OWN_STEMS_MIN = 3;
/** Where a person is looked for whom "he" at the head may stand for. */
const BEFORE_LENGTH = 300;
/** A few words of time before a quotation. */
const TIME_LENGTH = 30;
/** A pronoun so early stands for somebody outside the quote. */
const EARLY_WORDS = 4;
/** Words that the text before a quote and the headline share when the one tells of the other. */
const SHARED_STEMS_MIN = 3;
/** So little stands between a quote and the sentence it is told with. */
const NEXT_LENGTH = 200;
const NEXT_WORDS = 12;
const EXPLAINED_BEHIND = /\s[–—-] \p{L}/u;
/** What stands behind a demonstrative that has no noun. */
const BARE_BEFORE: ReadonlySet<WordKind> = new Set(["auxiliary", "preposition", "none", "conjunction"]);
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const NAME = /\p{Lu}[\p{L}\p{M}]{2,}/gu;

const fold = (text: string): string => text.toLowerCase().replaceAll("’", "'");

/** The first sentence, without the marks and dots before it. */
function firstOf(text: string): string {
  const bare = text.replace(/^[^\p{L}\p{N}]+/u, "");
  return /^.*?[.!?…](?=\s|$)/su.exec(bare)?.[0] ?? bare;
}

const startsWithOne = (text: string, words: readonly string[]): boolean =>
  words.some((word) => text.startsWith(word) && !/^[\p{L}\p{N}]/u.test(text.slice(word.length)));

/** "But", "Then", "For starters", "The alternative": nobody opens so who was not heard before. */
function opensOnMore(first: string, { bound, quoted }: Asides): boolean {
  const text = fold(first);
  if (quoted.notOpenings.test(text)) return false;
  return quoted.leaning.test(text) || quoted.openings.test(text) || bound.contrast.test(text);
}

interface Word {
  readonly text: string;
  /** What stands between it and the next one. */
  readonly gap: string;
}

function toParts(text: string): readonly Word[] {
  const found = [...text.matchAll(WORD)];
  return found.map((match, index) => {
    const end = match.index + match[0].length;
    return { text: match[0].toLowerCase(), gap: text.slice(end, found[index + 1]?.index ?? text.length) };
  });
}

const isShown = (word: string, stems: ReadonlySet<string>): boolean =>
  [...toStems(word)].some((stem) => stems.has(stem));

/** "that boat.": one thing, and no clause that goes on with a verb. */
const isLastNoun = (word: Word | undefined): boolean =>
  word !== undefined && !/[s’']$/u.test(word.text) && /[.,;!?]/.test(word.gap);

/** Whether the word at a place points to something before, rather than opening a clause: "like that", "That is". */
function isDemonstrative(words: readonly Word[], at: number, context: WorthContext): boolean {
  const { quoted } = context.asides;
  const word = words[at]?.text ?? "";
  if (!quoted.demonstratives.has(word)) return false;
  const [before, next] = [words[at - 1], words[at + 1]?.text ?? ""];
  const behindKind = kindOf(words[at + 2]?.text, context.speech);
  const isExplained = quoted.explained.has(next) || behindKind === "relative" || behindKind === "complementizer";
  // "That's when": what is cut off is the verb.
  if (at === 0 && /^['’]\S/.test(`${words[at]?.gap}${next}`)) return true;
  if (isExplained || quoted.known.has(next) || /^\p{N}/u.test(next)) return false;
  if (!quoted.unsure.has(word)) return true;
  const nextKind = kindOf(next, context.speech);
  // "If that's a boat", "I'm not saying that's so": no clause opens with its verb cut short.
  const isCutShort = /^['’]\S/.test(`${words[at]?.gap}${next}`);
  if (isCutShort && ["conjunction", "verb"].includes(kindOf(before?.text, context.speech))) return true;
  if (at === 0) return nextKind === "auxiliary" || nextKind === "verb" || nextKind === "other";
  if (/[.,;:!?]/.test(words[at]?.gap ?? "")) return true;
  if (before === undefined || nextKind === "relative") return false;
  const beforeKind = kindOf(before.text, context.speech);
  // "go through that process", "We built that boat."
  if (nextKind === "other" && beforeKind === "preposition") return true;
  if (nextKind === "other" && beforeKind === "other" && isLastNoun(words[at + 1])) return true;
  // "translates that into policy", not "says that in May".
  return quoted.before.has(before.text) || (nextKind === "preposition" && beforeKind === "other");
}

/** Words of meaning before one of them: what it may point to. */
const toOwn = (words: readonly Word[], at: number, { speech }: WorthContext): ReadonlySet<string> =>
  toStems(
    words
      .slice(0, at)
      .map(({ text }) => text)
      .filter((text) => kindOf(text, speech) === "other")
      .join(" "),
  );

/** A demonstrative of the first sentence, and whether what it points to was shown. */
function judgeDemonstratives(words: readonly Word[], quote: Quote, context: WorthContext): Leaning {
  const { quoted } = context.asides;
  let leaning: Leaning = "alone";
  for (const [at, { text, gap }] of words.entries()) {
    if (!isDemonstrative(words, at, context)) continue;
    const own = toOwn(words, at, context);
    const window = words.slice(at + 1, at + 1 + NOUN_WINDOW).map((word) => word.text);
    // "That's": what is cut off is the verb.
    const isBare = /^['’]|[.,;:!?–—-]/.test(gap) || BARE_BEFORE.has(kindOf(window[0], context.speech));
    if (!isBare && window.some((word) => quoted.known.has(word))) continue;
    // "habits like these": what they are like was said before.
    const isLikened = isBare && quoted.likes.has(words[at - 1]?.text ?? "");
    const isNear = own.size >= OWN_STEMS_MIN && !quoted.far.has(text) && !isLikened;
    const isTold =
      isNear ||
      (isBare
        ? !quoted.unsure.has(text) && isThingShown(quote, context) && (at > 0 || isNextShown(quote, context))
        : window.some((word) => isShown(word, own) || isShown(word, context.shown)));
    if (!isTold) return "leans";
    leaning = "shown";
  }
  return leaning;
}

/** "We are thinking of it as a start": an object before anything it may stand for. */
function judgeObject(words: readonly Word[], quote: Quote, context: WorthContext): Leaning {
  const { quoted } = context.asides;
  for (const [at, { text, gap }] of words.entries()) {
    if (at === 0 || !quoted.objects.has(text)) continue;
    const isFar = quoted.far.has(text);
    const isLast = /[.,;:!?]/.test(gap);
    const isObject =
      isLast ||
      (!isFar &&
        (quoted.before.has(words[at - 1]?.text ?? "") ||
          kindOf(words[at + 1]?.text, context.speech) === "preposition"));
    const isNear = toOwn(words, at, context).size >= OWN_STEMS_MIN && !isFar;
    if (!isObject || isNear) continue;
    return isThingShown(quote, context) && !isBehindSmall(words[at - 1], context) ? "shown" : "leans";
  }
  return "alone";
}

/** "We talk about it": what it is, is all the sentence is about. */
const isBehindSmall = (before: Word | undefined, { speech }: WorthContext): boolean =>
  kindOf(before?.text, speech) === "preposition";

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
    if (!isThingShown(quote, context)) return "leans";
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

/** Whether the text right before the quote tells of what the headline tells of. */
function isThingShown({ start }: Quote, { text, headline, speech }: WorthContext): boolean {
  const words = toWords(text.slice(Math.max(0, start - BEFORE_LENGTH), start));
  const before = toStems(words.filter((word) => kindOf(word, speech) === "other").join(" "));
  return [...before].filter((stem) => headline.has(stem)).length >= SHARED_STEMS_MIN;
}

/** "It never happened in my time": where it stands for something, the sentence before tells what, and is shown. */
function judgeIt(first: string, quote: Quote, context: WorthContext): Leaning {
  const isEmpty = context.asides.quoted.empty.test(fold(first));
  // "It is odd, too – a ferry without a keel".
  if (isEmpty || EXPLAINED_BEHIND.test(first)) return "alone";
  return isNextShown(quote, context) && isShown(quote.text, context.shown) ? "alone" : "leans";
}

/** Whether a sentence that is shown stands right before the quote. */
const isNextShown = ({ start }: Quote, { text, ends }: WorthContext): boolean =>
  ends.some((end) => end <= start && start - end < NEXT_LENGTH && toWords(text.slice(end, start)).length <= NEXT_WORDS);

/** "He has taken responsibility": a pronoun before anybody it may stand for. */
function judgePronoun(first: string, quote: Quote, context: WorthContext): Leaning {
  const { asides, speech } = context;
  if (asides.emptyPronoun?.pattern.test(first) === true || asides.quoted.notOpenings.test(fold(first))) return "alone";
  const words = toWords(first).slice(0, EARLY_WORDS);
  const at = words.findIndex((word) => asides.pronouns.has(word));
  if (at < 0 || toStems(words.slice(0, at).join(" ")).size > 1) return "alone";
  const kind = kindOf(words[at], speech);
  if (at === 0 && words[0] === asides.emptyPronoun?.word) return judgeIt(first, quote, context);
  // "It is hard to say": most stand for nothing.
  if (kind !== "they" && kind !== "he or she") return "alone";
  const isTold = kind === "they" ? isThingShown(quote, context) : isPersonShown(quote, context);
  return isTold ? "shown" : "leans";
}

/** "We have too little of it as things stand, half the size": words that point back wherever they stand. */
function judgePointing(first: string, quote: Quote, context: WorthContext): Leaning {
  const { quoted } = context.asides;
  const text = fold(first);
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
  const words = toParts(first);
  let leaning: Leaning = "alone";
  for (const judge of [
    () => judgeDemonstratives(words, quote, context),
    () => judgeObject(words, quote, context),
    () => judgePronoun(first, quote, context),
    () => judgePointing(first, quote, context),
    () => judgeMany(quote.text, quote, context),
  ]) {
    const found = judge();
    if (found === "leans") return "leans";
    if (found === "shown") leaning = "shown";
  }
  return leaning;
}
