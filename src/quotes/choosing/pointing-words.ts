/** Words that point to something wherever they stand in a quote's first sentence: "that plan", "do it", "the two". */

import type { Quote } from "../../domain/article.ts";
import {
  isNextShown,
  isSameWord,
  isShown,
  isThingShown,
  type Leaning,
  toOwn,
  toOwnBefore,
  type Word,
} from "./leaning-words.ts";
import { kindOf, type WordKind } from "./word-kinds.ts";
import type { WorthContext } from "./worth-context.ts";

/** So many words behind "those" may be the noun it points to: "this incredible giant bacterium". */
const NOUN_WINDOW = 4;
/** Where nouns stand alone or behind one adjective: « cette [nouvelle évaluation] ». */
const NOUN_WINDOW_BARE = 2;
/** A "this" with so many words of meaning before it may point to them. */
const OWN_STEMS_MIN = 3;
/** As many as that in a clause before its own. */
const OWN_CLAUSE_MIN = 2;
/** What stands behind a demonstrative that has no noun. */
const BARE_BEFORE: ReadonlySet<WordKind> = new Set(["auxiliary", "preposition", "none", "conjunction"]);

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

/** The noun a demonstrative stands with, and what stands before it: "this incredible giant bacterium". */
function nounBehind(words: readonly Word[], at: number, { speech }: WorthContext): readonly string[] {
  const found: string[] = [];
  const hasCapitals = speech?.hasCapitalNouns === true;
  const size = hasCapitals || speech?.stacksNouns === true ? NOUN_WINDOW : NOUN_WINDOW_BARE;
  for (const [index, { text, gap, isUpper }] of words.slice(at + 1, at + 1 + size).entries()) {
    const kind = kindOf(text, speech);
    if (index > 0 && kind !== "other" && kind !== "quantifier" && kind !== "verb") break;
    found.push(text);
    if (/[^\s’'-]/u.test(gap) || (hasCapitals && isUpper)) break;
  }
  return found;
}

/** Whether the quote itself has enough before a word for it to point to: in a clause before its own. */
const isOwnNear = (words: readonly Word[], at: number, context: WorthContext): boolean =>
  toOwn(words, at, context).size >= OWN_STEMS_MIN && toOwnBefore(words, at, context).size >= OWN_CLAUSE_MIN;

/** Whether the quote before a word, or what is shown, has a noun. */
function isNamed(
  noun: string,
  words: readonly Word[],
  at: number,
  { shownWords, shown, speech }: WorthContext,
): boolean {
  if (speech?.isSpaceless === true) return isShown(noun, shown);
  return (
    words.slice(0, at).some(({ text }) => isSameWord(text, noun)) ||
    [...shownWords].some((word) => isSameWord(word, noun))
  );
}

/** Whether a reader knows what "this plan" is: it was named, is the news itself, or the noun goes on and says it. */
function isNounTold(
  words: readonly Word[],
  at: number,
  noun: readonly string[],
  quote: Quote,
  context: WorthContext,
): boolean {
  const { quoted, bound } = context.asides;
  const text = words[at]?.text ?? "";
  const isNearer = !quoted.far.has(text) && !quoted.unsure.has(text);
  // "this ruling"; "this project", where what stands before the quote tells the news
  if (isNearer && noun.some((word) => bound.events.has(word))) return true;
  const isSelf = isNearer && noun.some((word) => bound.selves.has(word));
  if (isSelf && (isThingShown(quote, context) || isNextShown(quote, context))) return true;
  // "this boat that they sold", "those values of community": what goes on says which.
  const next = words[at + 1 + noun.length]?.text ?? "";
  const isParted = /[^\s’'-]/u.test(words[at + noun.length]?.gap ?? "");
  if (!isParted && (kindOf(next, context.speech) === "relative" || quoted.unsure.has(next))) return true;
  if (!isParted && quoted.far.has(text) && context.speech?.officeJoiners.has(next) === true) return true;
  return noun.some((word) => isNamed(word, words, at, context));
}

/** A demonstrative of the first sentence, and whether what it points to was shown. */
export function judgeDemonstratives(words: readonly Word[], quote: Quote, context: WorthContext): Leaning {
  const { quoted } = context.asides;
  let leaning: Leaning = "alone";
  for (const [at, { text, gap }] of words.entries()) {
    if (!isDemonstrative(words, at, context)) continue;
    // "that way": see what points wherever it stands.
    if (quoted.pointing.test(`${text} ${words[at + 1]?.text ?? ""}`)) continue;
    const window = nounBehind(words, at, context);
    // "That's": what is cut off is the verb.
    const isBare = /^['’]|[.,;:!?–—-]/.test(gap) || BARE_BEFORE.has(kindOf(words[at + 1]?.text, context.speech));
    if (!isBare && window.some((word) => quoted.known.has(word))) continue;
    // "habits like these": what they are like was said before.
    const isLikened = isBare && quoted.likes.has(words[at - 1]?.text ?? "");
    const isNear = isOwnNear(words, at, context) && !quoted.far.has(text) && !isLikened;
    const isTold =
      isNear ||
      (isBare
        ? !quoted.unsure.has(text) && isThingShown(quote, context) && (at > 0 || isNextShown(quote, context))
        : isNounTold(words, at, window, quote, context));
    if (!isTold) return "leans";
    leaning = "shown";
  }
  return leaning;
}

/** "We are thinking of it as a start": an object before anything it may stand for. */
export function judgeObject(words: readonly Word[], quote: Quote, context: WorthContext): Leaning {
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
    const isNear = isOwnNear(words, at, context) && !isFar;
    if (!isObject || isNear) continue;
    const isTold = isThingShown(quote, context) || isNextShown(quote, context);
    return isTold && !isBehindSmall(words[at - 1], context) ? "shown" : "leans";
  }
  return "alone";
}

/** "We talk about it": what it is, is all the sentence is about. */
const isBehindSmall = (before: Word | undefined, { speech }: WorthContext): boolean =>
  kindOf(before?.text, speech) === "preposition";
