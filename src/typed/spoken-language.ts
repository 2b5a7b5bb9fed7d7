/** From what a person typed to one of the languages the bot speaks. */

import { fold } from "../domain/fold.ts";
import type { Language } from "../domain/say.ts";
import { findLanguage, LANGUAGES, toNameIn } from "../messages/languages.ts";

/** `fr`, `fr-CA`, "French", "français", and both as lists show them: "fr (français)". */
export function findSpokenLanguage(text: string): Language | null {
  const [, first = "", second = ""] = /^\s*([^()]*?)\s*(?:\(([^()]*)\))?\s*$/.exec(text) ?? [];
  const isNamed = (language: Language, name: string): boolean =>
    LANGUAGES.some((spoken) => fold(toNameIn(language, spoken)) === fold(name));
  const find = (name: string): Language | null =>
    (/^[a-z]{2}(?:[-_][a-z0-9]{2,8}){0,2}$/i.test(name) ? findLanguage(name) : null) ??
    LANGUAGES.find((language) => isNamed(language, name)) ??
    null;
  return find(first) ?? (first === "" || /^[a-z]{2,3}$/i.test(first) ? find(second.trim()) : null);
}
