/** The phrase a sentence opens with, where a verb comes right behind it and it can be nothing else than the subject. */

import { type Kinds, NAME, SMALL_WORDS, toWords } from "./kinds.ts";

const isVerb = (word: string, kinds: Kinds): boolean => kinds.isAct(word) || kinds.hasVerb(word);

/** "Moor", "The old tower", "The ferry company Norrline"; null of "Nobody", of a pronoun, of a phrase with "of" or a comma. */
export function findSubjectText(sentence: string, kinds: Kinds): string | null {
  const named = new RegExp(`^${NAME}(?= )`, "u").exec(sentence)?.[0];
  const first = toWords(sentence)[0] ?? "";
  if (named !== undefined && !kinds.isNoName(first) && !kinds.isDeterminer(first)) {
    const next = toWords(sentence.slice(named.length))[0] ?? "";
    return isVerb(next, kinds) && !kinds.isPronoun(first) && !kinds.isAct(first) ? named : null;
  }
  const phrase = new RegExp(`^\\p{Lu}\\p{L}* ${SMALL_WORDS}(?:${NAME} )?`, "u").exec(sentence)?.[0];
  if (phrase === undefined || !kinds.isDeterminer(first)) return null;
  const words = toWords(phrase);
  const at = words.findIndex((word, index) => index > 1 && /^\p{Ll}/u.test(word) && isVerb(word, kinds));
  const subject = at < 0 ? words : words.slice(0, at);
  const next = at < 0 ? (toWords(sentence.slice(phrase.length))[0] ?? "") : (words[at] ?? "");
  const isPlain = subject.slice(1).every((word) => !kinds.isPreposition(word) && !kinds.isJoint(word));
  const text = subject.join(" ");
  return isPlain && isVerb(next, kinds) && sentence.startsWith(`${text} `) ? text : null;
}

/** Who or what a sentence tells of; "The museum, which is closed, plans", "The chair, Ann Moor, said": also before an aside. */
export function findTopic(sentence: string, kinds: Kinds): string | null {
  const aside = new RegExp(`^(\\p{Lu}\\p{L}* ${SMALL_WORDS}|${NAME}), ([\\p{L}]+)`, "u").exec(sentence);
  const [, phrase = "", next = ""] = aside ?? [];
  const named = new RegExp(`^\\p{Lu}[^,]*, (${NAME}),`, "u").exec(sentence)?.[1];
  const isPlain = toWords(phrase).every((word) => !isVerb(word, kinds) && !kinds.isPreposition(word));
  const isOpening = kinds.isDeterminer(toWords(phrase)[0] ?? "");
  const aged = new RegExp(`^(${NAME}), \\d+, `, "u").exec(sentence)?.[1];
  if (aged !== undefined) return aged;
  if (aside === null || !isPlain) return findSubjectText(sentence, kinds);
  if (named !== undefined && isOpening) return named;
  return kinds.words.relatives.has(next) || kinds.isDeterminer(next) ? phrase : null;
}

export const capitalize = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** A phrase in the middle of a sentence: its determiner is small there. */
export function inMiddle(phrase: string, kinds: Kinds): string {
  const first = toWords(phrase)[0] ?? "";
  return kinds.isDeterminer(first) ? `${phrase.charAt(0).toLowerCase()}${phrase.slice(1)}` : phrase;
}
