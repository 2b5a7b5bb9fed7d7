/** Checks a translation line by line: names, numbers, days, denials and quotations are those of the original. */

import { findLanguage } from "../../../languages/index.ts";
import { splitSentences } from "../../../languages/shared/sentences.ts";
import { findUnsafeText } from "../unsafe-text.ts";
import { findOtherNumber } from "./figures.ts";
import { findMarked } from "./marked.ts";
import { findOtherMeasure, findSwapped } from "./measures.ts";
import { hasSameDays } from "./translated-days.ts";
import { findMissingName, findStrangeName, type NameContext, readNames } from "./translated-names.ts";

export interface TranslatedLine {
  readonly original: string;
  readonly translated: string;
}

export interface TranslationContext extends NameContext {
  /** The language of a text that is said to be in one, told by its letters and words. */
  readonly tellLanguage: (text: string, said: string) => string;
}

/** A translation is a little longer or shorter, never twice; a few words may be. */
const LENGTH_RATIO_MAX = 2;
const SHORT_LENGTH = 30;
const SHORT_RATIO_MAX = 4;
/** Shorter texts are told to be of any language. */
const TOLD_LENGTH_MIN = 60;
/** Words of one meaning may be the same in both languages: "Radio Nord". */
const COPIED_LENGTH_MIN = 40;

/** Whether anything can be checked between two languages; where not, nothing is translated. */
export const canTranslate = (from: string, to: string): boolean =>
  findLanguage(from).tag !== findLanguage(to).tag &&
  findLanguage(from).translated !== null &&
  findLanguage(to).translated !== null;

/** Tokens that look like an address or markup, and stand in the original itself. */
const PECULIAR = /\S*[@#*_~`|\\^{}[\]<>/]\S*|\S*[\p{L}\p{N}]\.\p{L}{2}\S*/gu;

/** Letters of the target's own alphabet, and those the original has. */
const SCRIPTS: Readonly<Record<string, RegExp>> = {
  Latn: /\p{sc=Latin}/u,
  Cyrl: /\p{sc=Cyrillic}/u,
  Arab: /\p{sc=Arabic}/u,
};

function findUnsafe({ original, translated }: TranslatedLine, to: string): string | null {
  const own = new Set(original.match(PECULIAR) ?? []);
  const text = translated.replace(PECULIAR, (token) => (own.has(token) ? "x" : token));
  const script = SCRIPTS[new Intl.Locale(to).maximize().script ?? ""];
  const letters = [...text].filter((letter) => /[\p{L}\p{M}]/u.test(letter));
  const foreign = letters.find(
    (letter) => /\p{L}/u.test(letter) && script?.test(letter) === false && !original.includes(letter),
  );
  if (foreign !== undefined) return `“${foreign}” is no letter of that language.`;
  return findUnsafeText(text.normalize("NFC"), `${original}\n${letters.join("")}\n،؛؟`)?.detail ?? null;
}

const countSentences = (text: string, language: string): number => splitSentences(text, language).length;

/** Whether something is denied for sure, and whether at all. */
function findDenials(text: string, language: string): { readonly isSure: boolean; readonly isAny: boolean } {
  const words = text.toLowerCase().match(/\p{L}[\p{L}\p{M}'’]*/gu) ?? [];
  const found = words.map((word) => findLanguage(language).translated?.findDenial(word) ?? null);
  return { isSure: found.includes("sure"), isAny: found.some((each) => each !== null) };
}

const plain = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .toLowerCase()
    .trim();

function checkLine(
  line: TranslatedLine,
  names: ReturnType<typeof readNames>,
  context: TranslationContext,
): string | null {
  const { original, translated } = line;
  const { from, to } = context;
  const ratio = translated.length / original.length;
  const ratioMax = Math.min(translated.length, original.length) < SHORT_LENGTH ? SHORT_RATIO_MAX : LENGTH_RATIO_MAX;
  if (ratio > ratioMax || ratio < 1 / ratioMax) return "It is far longer or shorter than the original.";
  const unsafe = findUnsafe(line, to);
  if (unsafe !== null) return unsafe;
  if (original.length > COPIED_LENGTH_MIN && plain(original) === plain(translated)) return "It is not translated.";
  if (findMarked(original).length !== findMarked(translated).length)
    return "What stands in quotation marks is not what stands so in the original: keep each quotation, in its order, and add none.";
  if (countSentences(original, from) !== countSentences(translated, to))
    return "It has not as many sentences as the original.";
  const number = findOtherNumber(line, context);
  if (number !== null) return `The number ${number} does not stand in both.`;
  const swapped = findSwapped(line);
  if (swapped !== null) return `The numbers ${swapped} have changed places.`;
  const measure = findOtherMeasure(line, context);
  if (measure !== null) return `It does not count in ${measure} where the original does: keep each unit and currency.`;
  if (!hasSameDays(line, context)) return "The months or days are not those of the original.";
  const missing = findMissingName(line, names, context);
  if (missing !== null) return `The name “${missing}” is missing: write it as the original does.`;
  const strange = findStrangeName(line, context);
  if (strange !== null)
    return `The name “${strange}” does not stand in the article: write no names but the original's, as they stand there, and other words small.`;
  const [said, given] = [findDenials(original, from), findDenials(translated, to)];
  if ((said.isSure && !given.isAny) || (given.isSure && !said.isAny))
    return "One of both denies something and the other does not.";
  return null;
}

export interface TranslationProblem {
  /** Which line, from 1 on; 0 for all of them together. */
  readonly line: number;
  readonly detail: string;
}

/** What was found first in each line; none when the translation may be shown. In doubt a line is refused. */
export function checkTranslation(
  lines: readonly TranslatedLine[],
  context: TranslationContext,
): readonly TranslationProblem[] {
  if (!canTranslate(context.from, context.to))
    return [{ line: 0, detail: "Translations between these languages cannot be checked." }];
  const names = readNames(context);
  const problems = lines.flatMap((line, index): readonly TranslationProblem[] => {
    const detail = checkLine(line, names, context);
    return detail === null ? [] : [{ line: index + 1, detail }];
  });
  const whole = lines.map(({ translated }) => translated).join(" ");
  const told = whole.length < TOLD_LENGTH_MIN ? context.to : context.tellLanguage(whole, context.to);
  return findLanguage(told).tag === findLanguage(context.to).tag
    ? problems
    : [...problems, { line: 0, detail: "It is not in the language asked for." }];
}
