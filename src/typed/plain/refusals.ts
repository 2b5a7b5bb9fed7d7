/** What shall not come, or all but that: "no more politics", "everything except politics". It is no wish. */

import type { Language } from "../../domain/say.ts";
import { ALL_WORDS } from "../../messages/typed-words.ts";
import { afterPhrase, createVoice, EDGES, guessLanguage, hasPhrase, toContent, toKey, type Voice } from "./voice.ts";

/** Whether words of a wish say that something shall not come, or all but that. */
export const isRefused = (text: string, { words }: Voice): boolean => hasPhrase(toKey(text), words.refused);

/** Shorter words of phrases for wishing are anybody's: "me", "to". */
const WISHING_LETTERS_MIN = 4;

/** "no more …", or with a word for wishing or for all anywhere: "I don't want …", "all but …". */
export function isRefusal(line: string, voice: Voice): boolean {
  const { follow, subscribe, refused } = voice.words;
  if (afterPhrase(line, refused) !== null) return true;
  const wishing = [...follow, ...subscribe].flatMap((phrase) => phrase.split(" "));
  const telling = wishing.filter((word) => word.length >= WISHING_LETTERS_MIN);
  return isRefused(line, voice) && hasPhrase(toKey(line), [...telling, ...ALL_WORDS]);
}

/** What it is that shall not come, without the words that say so. */
export function toRefusal(text: string, voice: Voice): string {
  const { follow, subscribe, refused } = voice.words;
  const said = new Set([...follow, ...subscribe, ...refused, ...ALL_WORDS].flatMap((each) => toKey(each).split(" ")));
  const left = text.split(/\s+/).filter((token) => !said.has(toKey(token.replace(EDGES, ""))));
  return toContent(left.join(" "), voice);
}

/** Whether words that name nothing say that something shall not come: "everything except politics". */
export const isRefusedIn = (text: string, spoken: Language): boolean =>
  isRefused(text, createVoice(guessLanguage(text.split(/\s+/), spoken)));
