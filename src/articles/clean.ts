/** Cleans characters and white space of text from outside; never alters quotation marks. */

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

/** Characters only: newlines stay, every other space is one kind. */
export function cleanCharacters(text: string): string {
  return text
    .replace(LINE_ENDS, "\n")
    .replace(CONTROLS, "")
    .replace(INVISIBLE, "")
    .replace(LATIN_JOINERS, "$1")
    .replace(SPACES, " ")
    .toWellFormed();
}

/** One line: characters cleaned, runs of white space one space, ends trimmed. */
export function cleanLine(text: string): string {
  return cleanCharacters(text).replace(/\s+/g, " ").trim();
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
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
