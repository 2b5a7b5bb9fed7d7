/** What a sentence can do without, from the words of a room. */

import type { CutWords } from "./asides-file.ts";

/** Patterns of the parts a sentence can do without. */
export interface Cuts {
  readonly afterComma: RegExp;
  readonly bare: RegExp;
  readonly enclosed: RegExp;
  /** Words before which a circumstance is no aside: "shortly after". */
  readonly leansOn: RegExp;
  readonly negation: RegExp;
  /** Words that keep a part in: speech, denial, doubt. */
  readonly kept: RegExp;
  /** "…, police said."; the group is what follows the verb. */
  readonly credit: RegExp;
  /** A comma with the sentence's own verb behind it. */
  readonly resumed: RegExp;
  /** The sentence opens with a clause that its main clause follows. */
  readonly opensLow: RegExp;
  /** One word that may open an aside: "adding". */
  readonly participle: RegExp;
  /** "who", "which". */
  readonly relatives: ReadonlySet<string>;
  /** Commas also set off clauses that a sentence cannot do without. */
  readonly hasPlainCommas: boolean;
}

/** In the order given: some patterns take the first that fits. */
export const oneOf = (words: readonly string[]): string =>
  words.length === 0 ? "(?!)" : `(?:${words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|")})`;
export const END = "(?![\\p{L}\\p{N}])";
export const BEGIN = "(?<![\\p{L}\\p{N}])";

export function toCuts(raw: CutWords, speech: readonly string[]): Cuts {
  const relative = oneOf(raw.relative);
  return {
    afterComma: new RegExp(`, (?:(?:${relative}|${oneOf(raw.afterComma)})${END}|${raw.participle})`, "gu"),
    bare: new RegExp(` (?=${oneOf(raw.bare)}${END})`, "gu"),
    // A clause between commas with the sentence's own verb after it; an explanation in brackets; a pair of dashes.
    enclosed: new RegExp(
      `, ${relative} [^,“”"();]{5,120},(?= ${oneOf(raw.verbs)}${END})| \\((?![\\p{Lu}\\d.&-]+\\))[^()“”"]{6,120}\\)| ([–—]|--?) [^–—“”"();]{5,120} \\1(?= )`,
      "gu",
    ),
    leansOn: new RegExp(`${BEGIN}(?:\\d+|${oneOf(raw.leansOn)})$`, "iu"),
    negation: new RegExp(`${BEGIN}${oneOf(raw.negation)}${END}`, "iu"),
    kept: new RegExp(`${BEGIN}${oneOf([...raw.kept, ...raw.negation, ...speech])}${END}`, "iu"),
    credit: new RegExp(`, (?:[^,“”"]{2,60} )?${oneOf(speech)}${END}([^,“”"]*)\\.$`, "iu"),
    resumed: new RegExp(`,(?= ${oneOf([...raw.verbs, ...speech])}${END})`, "u"),
    opensLow: new RegExp(`^["“«]?${oneOf(raw.opening)}${END}`, "iu"),
    participle: new RegExp(`^(?:${raw.participle})$`, "u"),
    relatives: new Set(raw.relative),
    hasPlainCommas: raw.hasPlainCommas,
  };
}
