/** Whether a reader of headline and summary can tell who speaks: not "Another", "a third official", "the actor" of whom nothing is shown. */

import type { Quote, Speaker } from "../../domain/article.ts";
import { kindOf } from "./word-kinds.ts";
import { toStems, toWords, type WorthContext } from "./worth-context.ts";

/** "The pilot", "the studio": somebody without a name of whom the article told before. */
function isTakenUp({ name }: Speaker, { speech, asides }: WorthContext): boolean {
  const [first = ""] = toWords(name);
  const points = speech?.definiteArticles.has(first) === true || asides.quoted.demonstratives.has(first);
  return points && !/\p{Lu}/u.test(name);
}

/** Words of a phrase that tells only what somebody is: "the New York businessman". */
const SOMEBODY_WORDS_MAX = 4;

/** "The senator", "the actor": somebody told of only by what they are. */
export function isOnlyDescribed(speaker: Speaker | null, { speech, asides }: WorthContext): boolean {
  if (speaker?.kind !== "unnamed") return false;
  const words = toWords(speaker.name);
  const [first = "", head = ""] = [words[0], words.at(-1)];
  if (speech === null || words.length > SOMEBODY_WORDS_MAX) return false;
  if (!speech.definiteArticles.has(first) && !asides.quoted.demonstratives.has(first)) return false;
  const isPerson = speech.roles.has(head) || speech.titles.has(head) || speech.isWorker(head);
  return isPerson && !speech.organizationWords.has(head);
}

/** Whom the article names and the brief would not. */
const isHalfNamed = (speaker: Speaker, context: WorthContext): boolean =>
  isOnlyDescribed(speaker, context) && !context.shownWords.has(toWords(speaker.name).at(-1) ?? "");

export function isNobodyShown({ speaker, cue }: Quote, context: WorthContext): boolean {
  const { speech, asides, shown, quotes } = context;
  // "…,” he wrote", and nobody knows who; or a stray one where the article else names who speaks.
  if (speaker === null) return cue !== null || quotes.some((quote) => quote.speaker !== null);
  // "VIDEO: …": a transcript tells what is played.
  if (speaker.kind === "document") return cue === null && !/\p{Ll}/u.test(speaker.name);
  if (speaker.kind === "person") return false;
  const words = toWords(speaker.name);
  // "Another", "some": nobody is told of by that.
  if (words.every((word) => kindOf(word, speech) !== "other")) return true;
  if (words.some((word) => asides.quoted.further.has(word)) || isHalfNamed(speaker, context)) return true;
  return isTakenUp(speaker, context) && ![...toStems(speaker.name)].some((stem) => shown.has(stem));
}
