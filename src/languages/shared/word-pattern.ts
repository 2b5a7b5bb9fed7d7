/** Patterns out of lists of words, so that a room's data can be plain words. */

const literal = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Longest first, so that "in addition" is tried before "in". */
export const byLength = (words: readonly string[]): readonly string[] => [...words].sort((a, b) => b.length - a.length);

/** A group that matches one of the words as they stand; none matches nothing. */
export const oneOf = (words: readonly string[]): string =>
  words.length === 0 ? "(?!)" : `(?:${byLength(words).map(literal).join("|")})`;

/** Scripts that do not part words: there a word is found wherever its characters stand. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const BEGIN = "(?<![\\p{L}\\p{N}_])";
const END = "(?![\\p{L}\\p{N}_])";

/** Which ends of a word must be ends in the text: "both", "begin", "end" or "none". */
function boundsOf(word: string): string {
  const bare = word.replace(/^\*|\*$/g, "");
  const hasBegin = !word.startsWith("*") && !UNSPACED.test(bare.charAt(0));
  const hasEnd = !word.endsWith("*") && !UNSPACED.test(bare.slice(-1));
  return hasBegin ? (hasEnd ? "both" : "begin") : hasEnd ? "end" : "none";
}

/**
 * Finds any of the words, whole and in either case. A star at an end of a word stands for whatever letters go on there:
 * "nuestr*" finds "nuestra".
 */
export function toWordPattern(words: readonly string[]): RegExp {
  const toPart = (bounds: string, begin: string, end: string): readonly string[] => {
    const found = words.filter((word) => boundsOf(word) === bounds).map((word) => word.replace(/^\*|\*$/g, ""));
    return found.length === 0 ? [] : [`${begin}${oneOf(found)}${end}`];
  };
  return toAnyPattern([
    ...toPart("both", BEGIN, END),
    ...toPart("begin", BEGIN, ""),
    ...toPart("end", "", END),
    ...toPart("none", "", ""),
  ]);
}

/** Finds any of the patterns, in either case. */
export const toAnyPattern = (patterns: readonly string[]): RegExp =>
  new RegExp(patterns.length === 0 ? "(?!)" : patterns.join("|"), "iu");
