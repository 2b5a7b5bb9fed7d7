/** Whether a reader of headline and summary can tell who speaks: not "Another", "a third official", "the actor" of whom nothing is shown. */

import type { Quote, Speaker } from "../../domain/article.ts";
import { findNameGender } from "../../languages/shared/names/name-lists.ts";
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

/** "Tove" of "Tove Lind", wherever a text shows somebody with this last name. */
function firstNamesOf(last: string, shown: string, { speech, text }: WorthContext): ReadonlySet<string> {
  const found = new Set<string>();
  for (let at = shown.indexOf(last); at >= 0; at = shown.indexOf(last, at + 1)) {
    const behind = shown.slice(at + last.length, at + last.length + 2);
    if (/^[\p{L}\p{M}-]/u.test(behind)) continue;
    const [, before = ""] = /(\p{Lu}[\p{L}\p{M}-]{0,40})[ \u00a0]$/u.exec(shown.slice(Math.max(0, at - 42), at)) ?? [];
    const first = before.toLowerCase();
    if (first === "" || speech?.titles.has(first) === true || speech?.roles.has(first) === true) continue;
    // "Given Lind's success": a word that opens a sentence, and is nobody's first name.
    if (/^['’]/u.test(behind) || text.includes(` ${first} `)) continue;
    if (speech?.firstNames.has(first) === true || findNameGender(first) !== null) found.add(first);
  }
  return found;
}

/** "Lind", where "Tove Lind" is shown and nobody is certain that she is the one who speaks, or the headline has another. */
function isCalledAsOther({ name, mention, role }: Speaker, context: WorthContext): boolean {
  if (/\s/u.test(mention)) return false;
  if (!/\s/u.test(name)) return role === null && firstNamesOf(name, context.shownText, context).size > 0;
  if (!name.endsWith(` ${mention}`)) return false;
  const [headline = ""] = context.shownText.split("\n");
  const titled = firstNamesOf(mention, headline, context);
  return titled.size > 0 && !titled.has(toWords(name)[0] ?? "");
}

export function isNobodyShown({ speaker, cue }: Quote, context: WorthContext): boolean {
  const { speech, asides, shown, quotes } = context;
  // "…,” he wrote", and nobody knows who; or a stray one where the article else names who speaks.
  if (speaker === null) return cue !== null || quotes.some((quote) => quote.speaker !== null);
  // "VIDEO: …": a transcript tells what is played.
  if (speaker.kind === "document") return cue === null && !/\p{Ll}/u.test(speaker.name);
  if (speaker.kind === "person") return isCalledAsOther(speaker, context);
  const words = toWords(speaker.name);
  // "Another", "some": nobody is told of by that.
  if (words.every((word) => kindOf(word, speech) !== "other")) return true;
  if (words.some((word) => asides.quoted.further.has(word)) || isHalfNamed(speaker, context)) return true;
  return isTakenUp(speaker, context) && ![...toStems(speaker.name)].some((stem) => shown.has(stem));
}
