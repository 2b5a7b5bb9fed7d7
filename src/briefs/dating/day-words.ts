/** Patterns of the words by which days are told: none of them, one of them, as a word of its own. */

export const BEGIN = "(?<![\\p{L}\\p{N}'’-])";
export const END = "(?![\\p{L}\\p{N}'’-])";

/** Where clauses end; "9:30" is a time, "3,000" a number. */
export const CLAUSE_END = /[;–—()“”„«»!?]|--|[,:](?!\d)/;

const literal = (word: string): string => word.replace(/[.+?^${}()|[\]\\]/g, "\\$&");

/** Words of which none is any: a star stands for two letters or more, a space for any white space. */
export const oneOf = (words: readonly string[]): string =>
  words.length === 0
    ? "(?!)"
    : `(?:${[...words]
        .sort((a, b) => b.length - a.length)
        .map((word) => literal(word).replaceAll("*", "\\p{Ll}{2,}").replaceAll(" ", "\\s+"))
        .join("|")})`;

export const whole = (words: readonly string[], flags = "u"): RegExp =>
  new RegExp(`${BEGIN}${oneOf(words)}${END}`, flags);
