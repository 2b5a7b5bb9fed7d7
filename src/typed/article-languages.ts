/** Languages of articles: their tags, and from what a person typed to those they mean. */

import { UserError } from "../domain/errors.ts";
import { fold } from "../domain/fold.ts";
import { LANGUAGES, toLocale } from "../messages/languages.ts";

const LETTERS = [..."abcdefghijklmnopqrstuvwxyz"];
const ALIASES: Readonly<Record<string, string>> = {
  iw: "he",
  in: "id",
  ua: "uk",
  jp: "ja",
  cn: "zh",
  kr: "ko",
  gr: "el",
  cz: "cs",
  dk: "da",
  se: "sv",
  nb: "no",
  nn: "no",
  eng: "en",
  deu: "de",
  fra: "fr",
};

/** "en-US" or "EN_us" to "en"; null when it is no language tag. */
export function readLanguageTag(tag: string | null | undefined): string | null {
  const primary = /^\s*([A-Za-z]{2,3})(?:[-_][A-Za-z0-9_-]*)?\s*$/.exec(tag ?? "")?.[1]?.toLowerCase();
  if (primary === undefined || primary === "und" || primary === "mul" || primary === "zxx") return null;
  return ALIASES[primary] ?? primary;
}

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

/** An option that takes languages of articles, for readLanguages. */
export const LANGUAGE_OPTION = {
  type: "text",
  lengthMax: 80,
  completes: "language",
  fits: (text: string): boolean => {
    const parts = toParts(text);
    return parts.length > 0 && parts.every((part) => findArticleLanguage(part) !== null);
  },
} as const;

/** `French`, `fr`, `fr-CA` or `deutsch, Russian`: codes, each once. Throws UserError naming the unknown one. */
export function readLanguages(typed: string | undefined): readonly string[] {
  const codes = toParts(typed ?? "").map((part) => {
    const code = findArticleLanguage(part);
    if (code === null) throw new UserError("bad-option", (say) => say("wish.badLanguage", { language: part }));
    return code;
  });
  return [...new Set(codes)];
}
