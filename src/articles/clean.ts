/** Cleans characters and white space of text from outside; never alters quotation marks. */

import { quicken } from "../languages/shared/patterns/quicken.ts";

/** No-break, figure, thin, ideographic and other spaces, and tabs: all shown as a space. */
const SPACES = /[\t\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g;
/** Line ends of every kind, one newline each. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: vertical tab and form feed end lines.
const LINE_ENDS = /\r\n?|[\u000B\u000C\u0085\u2028\u2029]/g;
/** Soft hyphen, zero-width space, word joiners, bidi controls, variation and tag leftovers: not seen by a reader. */
const INVISIBLE = /[\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFC]/g;
/** Controls that are no text, and the private use area where icon fonts live. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this removes.
const CONTROLS = /[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F\uE000-\uF8FF\uFFFE\uFFFF]/g;
/** Joiners mean something between letters of Arabic and Indic scripts and in emoji, nothing after Latin. */
const LATIN_JOINERS = /(^|[\p{Script=Latin}\p{P}\s])[\u200C\u200D]+/gu;

/** "It burned.\uFFFDThe mayor": behind the end of a sentence, or a mark, what could not be read was a space. */
const LOST_SPACES = /(?<=[.!?…,;:]["”’»)\]]?)[ \u00A0]*\uFFFD[\uFFFD \u00A0]*(?=["“‘«(]?[\p{Lu}\s]|["“‘«(]|$)/gu;

/** Most text is this, and needs nothing done. */
const IS_CLEAN = /^[\n\u0020-\u007E\u00A1-\u00AC\u00AE-\u061B\u2010-\u201F\u2026\u20AC]*$/;

/** Characters only: newlines stay, every other space is one kind. */
export function cleanCharacters(text: string): string {
  if (IS_CLEAN.test(text)) return text;
  return text
    .replace(LINE_ENDS, "\n")
    .replace(CONTROLS, "")
    .replace(INVISIBLE, "")
    .replace(LATIN_JOINERS, "$1")
    .replace(LOST_SPACES, " ")
    .replace(SPACES, " ")
    .toWellFormed();
}

/** One line: characters cleaned, runs of white space one space, ends trimmed. */
export function cleanLine(text: string): string {
  const clean = cleanCharacters(text);
  return (/\s\s|\n/.test(clean) ? clean.replace(/\s+/g, " ") : clean).trim();
}

/** Paragraphs to one text: each on one line, parted by a blank line, none empty. */
export function joinParagraphs(paragraphs: readonly string[]): string {
  return paragraphs
    .map(cleanLine)
    .filter((paragraph) => paragraph !== "")
    .join("\n\n");
}

/** The end of a sentence in any of the scripts served, with closing marks after it. */
const SENTENCE_END = /[.!?…。！？؟۔।:;"”»’“」』)\]*]$/;
export const hasSentenceEnd = (line: string): boolean => SENTENCE_END.test(line);

/** Letters and digits only, lower case, single spaces: for comparing lines. */
export function toComparable(text: string): string {
  const lower = text.toLowerCase();
  return (IS_ASCII.test(lower) ? lower.replace(/[^a-z0-9]+/g, " ") : lower.replace(BETWEEN_WORDS, " ")).trim();
}
/** Most lines are plain ASCII, for which the pattern without Unicode classes is several times faster. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the whole range of ASCII.
const IS_ASCII = /^[\u0000-\u007F]*$/;
const BETWEEN_WORDS = quicken(/[^\p{L}\p{N}]+/gu);

/** Characters other than white space. */
export function countSolid(text: string): number {
  let count = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code > 32 && code !== 0xa0 && code !== 0x3000) count++;
  }
  return count;
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  rsquo: "’",
  lsquo: "‘",
  rdquo: "”",
  ldquo: "“",
  ndash: "–",
  mdash: "—",
  hellip: "…",
  eacute: "é",
  laquo: "«",
  raquo: "»",
};

/** Character references that were escaped once too often, as titles and names in structured data are. */
export function decodeText(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal, hexadecimal, name) => {
    if (name !== undefined) return ENTITIES[String(name).toLowerCase()] ?? whole;
    const code = decimal !== undefined ? Number(decimal) : Number.parseInt(String(hexadecimal), 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
