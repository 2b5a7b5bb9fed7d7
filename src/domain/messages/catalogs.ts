/** All texts people read, by language: English is complete by definition, the others are held to it by a test. */

import { commands } from "./en/commands.ts";
import { platforms } from "./en/platforms.ts";
import { replies } from "./en/replies.ts";
import { web } from "./en/web.ts";
import type { Language } from "./languages.ts";
import type { PluralForms, Template } from "./template.ts";

export const ENGLISH = { ...commands, ...replies, ...platforms, ...web } as const satisfies Readonly<
  Record<string, Template>
>;

export type English = typeof ENGLISH;
export type MessageKey = keyof English;

/** Texts of another language; a text has plural forms where the English one has. */
export type Translation = {
  readonly [K in MessageKey]?: English[K] extends string ? string : PluralForms;
};

export const CATALOGS: Readonly<Record<Language, Translation>> & { readonly en: English } = {
  en: ENGLISH,
  de: {},
  fr: {},
  es: {},
  pt: {},
  ru: {},
  uk: {},
  ar: {},
};
