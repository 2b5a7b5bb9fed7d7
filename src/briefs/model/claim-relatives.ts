/** Who does what around a relative clause: "The ferry, which the tram replaces, was sold" tells that no tram was sold. */

import type { ClaimSentence, ClaimWord } from "./claim-words.ts";
import type { Pair } from "./problem.ts";

/** A relative clause by the places of its first word and of the verb behind it that goes on with the main clause. */
interface Relative {
  readonly first: number;
  readonly resumed: number;
}

/** "was sold", "fell", "had to be heated": a verb with no clause or joint of its own before it. */
function isOwnVerb(word: ClaimWord): boolean {
  const isFree = word.opener === null && !word.isCoordinated && !word.isQuoted && !word.isName;
  return isFree && word.isVerb && (word.link === null || word.hasHave || word.hasBe);
}

/** The verb that goes on behind the comma that closes the clause; without commas the second verb, since the first is its own. */
function findResumed({ words }: Pick<ClaimSentence, "words">, first: number): number {
  const isEnclosed = words[first]?.marks.includes(",") === true;
  let verbs = 0;
  for (let at = first; at < words.length; at++) {
    const word = words[at];
    if (word === undefined || /[;:“”"()]/.test(at === first ? "" : word.marks)) return -1;
    const isClosed = at > first && word.marks.includes(",");
    if (isEnclosed && isClosed && isOwnVerb(word)) return at;
    // "who treated Per Holt, who fell, praised": the inner one closes both. Of a list it is not known who goes on.
    if (!isEnclosed && isClosed) return word.isRelative ? findResumed({ words }, at) : -1;
    if (word.isVerb && !word.isName && word.link === null && !word.isCoordinated) verbs++;
    if (!isEnclosed && verbs > 1 && at > first && isOwnVerb(word)) return at;
  }
  return -1;
}

function findRelatives(sentence: ClaimSentence): readonly Relative[] {
  return sentence.words.flatMap((word, first): readonly Relative[] => {
    if (!word.isRelative || first === 0) return [];
    const resumed = findResumed(sentence, first);
    return resumed < 0 ? [] : [{ first, resumed }];
  });
}

/** A verb of the main clause said of a word that only a relative clause before it has; null where there is none. */
export function findStolenVerb(pairs: readonly Pair[], sentence: ClaimSentence): { verb: string; of: string } | null {
  for (const { first, resumed } of findRelatives(sentence)) {
    const verb = pairs.find((pair) => pair.from === resumed);
    if (verb === undefined) continue;
    const before = pairs.filter((pair) => pair.at < verb.at);
    // "The ferry sank and the tram was sold": what is joined on has a subject of its own.
    const joined = before.findLastIndex(({ word }) => word.isCoordinated || (word.opener !== null && !word.isRelative));
    const taken = before.slice(Math.max(0, joined)).filter((pair) => pair.word.kind !== "time" && !pair.word.isAdverb);
    const isOfHead = taken.some((pair) => pair.from < first);
    const last = taken.findLast((pair) => pair.from >= first && pair.from < resumed);
    if (last !== undefined && !isOfHead) return { verb: verb.word.raw, of: last.word.raw };
  }
  return null;
}
