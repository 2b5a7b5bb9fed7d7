/** The languages the bot speaks, and what is known of each without a catalog. */

import type { Language } from "../domain/say.ts";

/** In the order they are offered. */
export const LANGUAGES = ["en", "de", "fr", "es", "pt", "ru", "uk", "ar"] as const;
/** The one texts are written in first, and commands are named in. */
export const FIRST_LANGUAGE = LANGUAGES[0];
type Spoken = { readonly [Each in (typeof LANGUAGES)[number]]: true };

declare module "../domain/say.ts" {
  interface SpokenLanguages extends Spoken {}
}

/**
 * Tags for Intl. English dates are written day first, as in most of the world; digits are those people type into
 * options, in Arabic too.
 */
const LOCALES: Readonly<Record<Language, string>> = {
  en: "en-GB",
  de: "de",
  fr: "fr",
  es: "es",
  pt: "pt-BR",
  ru: "ru",
  uk: "uk",
  ar: "ar-u-nu-latn",
};

const RIGHT_TO_LEFT: ReadonlySet<Language> = new Set(["ar"]);

export const toLocale = (language: Language): string => LOCALES[language];

export const isRightToLeft = (language: Language): boolean => RIGHT_TO_LEFT.has(language);

/** `de` for de, de-AT and DE_at; null for a language the bot does not speak, and for none. */
export function findLanguage(tag: string | null): Language | null {
  const primary = tag?.trim().toLowerCase().split(/[-_]/)[0];
  return LANGUAGES.find((language) => language === primary) ?? null;
}

/** As speakers of another call it: "German", "allemand". */
export function toNameIn(language: Language, spoken: Language): string {
  return new Intl.DisplayNames([spoken], { type: "language" }).of(language) ?? language;
}

/** As its own speakers call it: "Deutsch", "русский". */
export const toOwnName = (language: Language): string => toNameIn(language, language);
