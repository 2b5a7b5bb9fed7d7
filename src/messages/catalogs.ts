/** All texts people read, by language: English is complete by definition, the others are held to it by a test. */

import type { Language } from "../domain/say.ts";
import { ARABIC } from "./ar/index.ts";
import { GERMAN } from "./de/index.ts";
import { ENGLISH, type English, type Translation } from "./en/index.ts";
import { SPANISH } from "./es/index.ts";
import { FRENCH } from "./fr/index.ts";
import { PORTUGUESE } from "./pt/index.ts";
import { RUSSIAN } from "./ru/index.ts";
import { UKRAINIAN } from "./uk/index.ts";

export const CATALOGS: Readonly<Record<Language, Translation>> & { readonly en: English } = {
  en: ENGLISH,
  de: GERMAN,
  fr: FRENCH,
  es: SPANISH,
  pt: PORTUGUESE,
  ru: RUSSIAN,
  uk: UKRAINIAN,
  ar: ARABIC,
};
