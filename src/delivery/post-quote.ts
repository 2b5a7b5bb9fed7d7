/** A quote as a post shows it: without the comma that led on, and without a speaker nobody knows from the post. */

import type { Quote, Speaker } from "../domain/article.ts";
import { findLanguage } from "../languages/index.ts";

/** "She" tells a reader of the post nothing: a speaker known by a pronoun alone is one that is not named. */
export function findNamedSpeaker({ speaker }: Quote, language: string): Speaker | null {
  const isPronoun =
    speaker !== null && findLanguage(language).speech?.pronouns.has(speaker.name.toLowerCase()) === true;
  return isPronoun ? null : speaker;
}

/** The comma that led on to “she said” leads nowhere in a post; what is left stands in the article as it is. */
export const withoutLastComma = (text: string): string => text.replace(/[,،、;:]$/u, "");
