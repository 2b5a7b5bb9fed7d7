/** What kind of character a UTF-16 unit is, from a table made once, so that scanning is one look-up a unit. */

export const SPACE = 1;
export const LOWER = 2;
export const UPPER = 3;
export const DIGIT = 4;
/** A mark that can open or close a quotation, the apostrophe among them. */
export const MARK = 5;
export const OTHER = 0;

const UNITS = 65_536;
const MARK_UNITS = "\"'“”„‟«»‹›‘’‚‛`「」『』〝〞〟＂";

function createTable(): Uint8Array {
  const table = new Uint8Array(UNITS);
  for (let unit = 0; unit < UNITS; unit++) {
    // Half a pair belongs to letters outside the first plane; it is taken for a lower-case letter.
    if (unit >= 0xd800 && unit <= 0xdfff) {
      table[unit] = LOWER;
      continue;
    }
    const char = String.fromCharCode(unit);
    if (MARK_UNITS.includes(char)) table[unit] = MARK;
    else if (/\s/u.test(char) || char === "\u200b" || char === "\u2060") table[unit] = SPACE;
    else if (/[\p{Lu}\p{Lt}]/u.test(char)) table[unit] = UPPER;
    else if (/[\p{L}\p{M}]/u.test(char)) table[unit] = LOWER;
    else if (/\p{N}/u.test(char)) table[unit] = DIGIT;
  }
  return table;
}

const TABLE = createTable();

/** The kind of the unit at a place; a space outside the text. */
export function kindAt(text: string, index: number): number {
  if (index < 0 || index >= text.length) return SPACE;
  return TABLE[text.charCodeAt(index)] ?? OTHER;
}

export function isLetterAt(text: string, index: number): boolean {
  const kind = kindAt(text, index);
  return kind === LOWER || kind === UPPER;
}

export function isWordAt(text: string, index: number): boolean {
  const kind = kindAt(text, index);
  return kind === LOWER || kind === UPPER || kind === DIGIT;
}

export function isSpaceAt(text: string, index: number): boolean {
  return kindAt(text, index) === SPACE;
}
