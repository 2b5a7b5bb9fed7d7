/** Whether a reader of headline and summary can tell who speaks: not "Another", "a third official", "the actor" of whom nothing is shown. */

import type { Quote, Speaker } from "../../domain/article.ts";
import type { Speech } from "../../languages/language.ts";
import { kindOf } from "./word-kinds.ts";
import { toStems, toWords, type WorthContext } from "./worth-context.ts";

/** "The pilot", "the studio": somebody without a name of whom the article told before. */
function isTakenUp({ name }: Speaker, speech: Speech | null): boolean {
  const [first = ""] = toWords(name);
  return speech?.definiteArticles.has(first) === true && !/\p{Lu}/u.test(name);
}

export function isNobodyShown({ speaker, cue }: Quote, { speech, asides, shown, quotes }: WorthContext): boolean {
  // "…,” he wrote", and nobody knows who; or a stray one where the article else names who speaks.
  if (speaker === null) return cue !== null || quotes.some((quote) => quote.speaker !== null);
  // "VIDEO: …": a transcript tells what is played.
  if (speaker.kind === "document") return cue === null && !/\p{Ll}/u.test(speaker.name);
  if (speaker.kind === "person") return false;
  const words = toWords(speaker.name);
  // "Another", "some": nobody is told of by that.
  if (words.every((word) => kindOf(word, speech) !== "other")) return true;
  if (words.some((word) => asides.quoted.further.has(word))) return true;
  return isTakenUp(speaker, speech) && ![...toStems(speaker.name)].some((stem) => shown.has(stem));
}
