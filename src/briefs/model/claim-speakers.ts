/** Who says and who owns: a claim may not put another before the verb of speech, nor the owner for what is owned. */

import type { ClaimSentence } from "./claim-words.ts";
import type { Pair } from "./problem.ts";

/** "Orre said the council slept" where "the council said Orre slept": whoever stands right before the verb says it. */
export function findSwappedSpeaker(pairs: readonly Pair[], sentence: ClaimSentence): string | null {
  for (const [index, { word, truth, from, at }] of pairs.entries()) {
    const speaker = pairs[index - 1];
    if (!word.isReporting || !truth.isReporting || word.isQuoted || word.marks.trim() !== "") continue;
    // "called it empty and demanded more", "if she finds": who it is stands further before.
    if (truth.isCoordinated || truth.pronouns.length > 0 || word.hasBe !== truth.hasBe) continue;
    if (speaker === undefined || speaker.at !== at - 1 || speaker.word.kind !== "word" || speaker.word.isVerb) continue;
    const [first, last] = speaker.from < from ? [speaker.from, from] : [from, speaker.from];
    const between = sentence.words.slice(first + 1, last);
    const isOther = speaker.truth.clause !== truth.clause || between.some((each) => each.isVerb && !each.isName);
    if (isOther && speaker.truth.part !== truth.part) return speaker.word.raw;
    // "Gall said the company slept": whoever stands before the verb says it, and what stands behind it does not.
    const subject = sentence.words[from - 1];
    const hasOwn = subject !== undefined && subject.part === truth.part && !subject.isVerb && truth.marks.trim() === "";
    if (speaker.from > from && hasOwn) return speaker.word.raw;
  }
  return null;
}

/** "The union met" where the article has "the union's chair met": an owner is not what is owned. */
export function findOwner(pairs: readonly Pair[], { words }: ClaimSentence): string | null {
  const taken = new Set(pairs.map((pair) => pair.from));
  const owner = pairs.find(
    ({ word, truth, from }) =>
      truth.isPossessive &&
      !word.isPossessive &&
      word.link === null &&
      !taken.has(from + 1) &&
      words[from + 1] !== undefined,
  );
  return owner?.word.raw ?? null;
}
