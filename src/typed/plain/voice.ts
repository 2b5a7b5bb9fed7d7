/** How people speak who type no command: the words of a language, and what they leave of a line. */

import { fold } from "../../domain/fold.ts";
import type { Language } from "../../domain/say.ts";
import { findLanguage } from "../../languages/index.ts";
import { PLAIN_WORDS, type PlainWords } from "../../messages/plain-words.ts";

/** More words than these together are in hardly any article. */
const CONTENT_WORDS_MAX = 6;
/** So many small words of a language, and it is that one. */
const SURE_WORDS_MIN = 2;
/** "qu'a dit", "l'usine": small words that hang on the next. */
export const ELISION = /(?<![\p{L}\p{N}])(qu|[ldjmnstc])['’](?=\p{L})/giu;
export const EDGES = /^[^\p{L}\p{N}#]+|[^\p{L}\p{N}%]+$/gu;

export const toKey = (text: string): string =>
  fold(text).replace(ELISION, "$1' ").replace(/[’`]/g, "'").replace(/\s+/g, " ").trim();

export interface Voice {
  readonly words: PlainWords;
  readonly isSmall: (word: string) => boolean;
}

/** Does a phrase stand in it, as whole words? */
export const hasPhrase = (key: string, phrases: readonly string[]): boolean =>
  phrases.some((phrase) => ` ${key} `.includes(` ${toKey(phrase)} `));

/** What stands behind the longest phrase that it begins with; null where it begins with none, or nothing follows. */
export function afterPhrase(text: string, phrases: readonly string[]): string | null {
  const tokens = text.split(/\s+/);
  const fitting = phrases
    .map((phrase) => ({ phrase: toKey(phrase), count: toKey(phrase).split(" ").length }))
    .filter(
      ({ phrase, count }) =>
        toKey(
          tokens
            .slice(0, count)
            .join(" ")
            .replace(/[,;:،]+(?=\s|$)/g, ""),
        ) === phrase,
    )
    .toSorted((a, b) => b.count - a.count)[0];
  if (fitting === undefined) return null;
  const rest = tokens.slice(fitting.count).join(" ");
  return rest === "" ? null : rest;
}

export function createVoice(language: Language): Voice {
  const words = PLAIN_WORDS[language];
  const { stopWords } = findLanguage(language).text;
  const listed = new Set([...words.question, ...words.why, ...words.say, ...words.about].map(toKey));
  return { words, isSmall: (word) => listed.has(toKey(word)) || stopWords.has(word.toLowerCase()) };
}

/** The language most of its small words are of; where none is ahead, the one the bot speaks here. */
export function guessLanguage(tokens: readonly string[], spoken: Language): Language {
  const keys = new Set(tokens.map(toKey));
  const count = (language: Language): number =>
    Object.values(PLAIN_WORDS[language])
      .flat()
      .filter((phrase) => keys.has(toKey(phrase))).length;
  const languages = [spoken, ...(Object.keys(PLAIN_WORDS) as Language[])];
  return languages.reduce((best, each) => (count(each) > count(best) ? each : best), spoken);
}

/** One small word alone may be a word of the room's language: "nicer hat" is no German. */
export const isSurelyIn = (tokens: readonly string[], { isSmall }: Voice): boolean =>
  tokens.filter((token) => token !== "" && isSmall(token)).length >= SURE_WORDS_MIN;

/** The words one would look for: neither small words nor those for news itself. */
export function toContent(text: string, { words, isSmall }: Voice): string {
  const news = new Set(words.news.map(toKey));
  return text
    .split(/\s+/)
    .map((token) => token.replace(EDGES, ""))
    .filter((token) => token !== "" && !isSmall(token) && !news.has(toKey(token)))
    .slice(0, CONTENT_WORDS_MAX)
    .join(" ");
}

/** From the first word that tells something to the last: "the mayor of Kestrel Bay" keeps its "of". */
export function toName(text: string, { isSmall }: Voice): string {
  const tokens = text.split(/\s+/).map((token) => token.replace(EDGES, ""));
  const first = tokens.findIndex((token) => token !== "" && !isSmall(token));
  const last = tokens.findLastIndex((token) => token !== "" && !isSmall(token));
  return first === -1 ? "" : tokens.slice(first, last + 1).join(" ");
}
