/** All that a pattern finds, without what `matchAll` costs: it makes a pattern of its own for every text. */

/** The matches of a global pattern in order. For patterns that never match nothing. */
export function listMatches(pattern: RegExp, text: string): readonly RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) found.push(match);
  return found;
}
