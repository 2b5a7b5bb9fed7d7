/** The rough stem of an English word: endings of plurals and of verbs go. */

/** Takes a folded word of more than three letters. */
export function toEnglishStem(folded: string): string {
  if (folded.endsWith("ies") && folded.length > 4) return `${folded.slice(0, -3)}y`;
  if (/(?:ss|x|z|ch|sh)es$/.test(folded)) return folded.slice(0, -2);
  const bare = folded.endsWith("s") && !/(?:ss|us|is)$/.test(folded) ? folded.slice(0, -1) : folded;
  if (bare.length > 5 && bare.endsWith("ing")) return bare.slice(0, -3).replace(/e$/, "");
  if (bare.length > 4 && bare.endsWith("ed")) return bare.slice(0, -2);
  return bare.length > 4 && bare.endsWith("e") ? bare.slice(0, -1) : bare;
}
