/** Languages of articles: from what a person typed to those they mean. */

import { UserError } from "../domain/errors.ts";
import { fold } from "../domain/fold.ts";
import { readLanguageTag } from "../languages/tags.ts";
import { LANGUAGES, toLocale } from "../messages/languages.ts";
import { AND_WORDS } from "../messages/typed-words.ts";

const LETTERS = [..."abcdefghijklmnopqrstuvwxyz"];
const listNames = (locale: string): Intl.DisplayNames =>
  new Intl.DisplayNames([locale], { type: "language", fallback: "none" });

let codesByName: ReadonlyMap<string, string> | null = null;

/** Folded names in every language the bot speaks; made when first asked for. */
function getCodesByName(): ReadonlyMap<string, string> {
  if (codesByName !== null) return codesByName;
  const found = new Map<string, string>();
  for (const names of LANGUAGES.map((language) => listNames(toLocale(language)))) {
    for (const code of LETTERS.flatMap((first) => LETTERS.map((second) => first + second))) {
      const name = names.of(code);
      const known = readLanguageTag(code);
      if (name !== undefined && known !== null && !found.has(fold(name))) found.set(fold(name), known);
    }
  }
  codesByName = found;
  return found;
}

function findArticleLanguage(typed: string): string | null {
  const named = getCodesByName().get(fold(typed).trim());
  if (named !== undefined) return named;
  const code = readLanguageTag(typed);
  return code !== null && listNames("en").of(code) !== undefined ? code : null;
}

const toParts = (typed: string): readonly string[] =>
  typed
    .split(/[,،]/)
    .map((part) => part.trim())
    .filter((part) => part !== "");

const isLanguage = (part: string): boolean => findArticleLanguage(part) !== null;

/** One or several, each a language. */
export function areLanguages(typed: string): boolean {
  const parts = toParts(typed);
  return parts.length > 0 && parts.every(isLanguage);
}

const AND = new Set(AND_WORDS);

/** `en de`, "English and German", where nothing else can be meant by them. A name may have several words. */
function splitApart(part: string): readonly string[] {
  const words = part.split(/\s+/).filter((word) => !AND.has(word.toLowerCase()));
  return !isLanguage(part) && words.length > 1 && words.every(isLanguage) ? words : [part];
}

/** The same, also side by side or with "and" between. */
export function areLanguagesApart(typed: string): boolean {
  const parts = toParts(typed);
  return parts.length > 0 && parts.flatMap(splitApart).every(isLanguage);
}

/** `French`, `fr`, `fr-CA` or `deutsch, Russian`: codes, each once. Throws UserError naming the unknown one. */
export function readLanguages(typed: string | undefined): readonly string[] {
  const codes = toParts(typed ?? "")
    .flatMap(splitApart)
    .map((part) => {
      const code = findArticleLanguage(part);
      if (code === null) throw new UserError("bad-option", (say) => say("wish.badLanguage", { language: part }));
      return code;
    });
  return [...new Set(codes)];
}

/** Whether the language a feed names is one of these codes. */
export const isOneOf = (tag: string, codes: readonly string[]): boolean => codes.includes(readLanguageTag(tag) ?? "");
