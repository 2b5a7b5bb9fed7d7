/** Cuts a text to the length that whoever works on it can bear, and tells words that are none. */

/** Characters of an article's text kept: more than any article has, less than would keep whoever works on it busy. */
const TEXT_LENGTH_MAX = 200_000;
/** Letters in a row. Languages that write without spaces put a mark after some dozens. */
export const WORD_LENGTH_MAX = 5_000;

/** The text up to its limit, cut between paragraphs where that can be. */
export function boundText(text: string): string {
  if (text.length <= TEXT_LENGTH_MAX) return text;
  const end = text.lastIndexOf("\n\n", TEXT_LENGTH_MAX);
  return text.slice(0, end > 0 ? end : TEXT_LENGTH_MAX).toWellFormed();
}

/** True when so many letters stand in a row that it is bait and no article. */
export function hasEndlessWord(text: string): boolean {
  for (const [word] of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) if (word.length > WORD_LENGTH_MAX) return true;
  return false;
}
