/** Quotation marks in a sentence: whether they are in pairs, and the text outside them. */

/** How often a mark stands in a text. */
export function count(text: string, mark: string): number {
  let found = 0;
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) found++;
  return found;
}

/** A mark between two letters is an apostrophe, whichever way it bends: "Hale‘s". */
const APOSTROPHE = /(?<=\p{L})‘(?=\p{L})/gu;

/** Most sentences have none of these, and nothing in them is counted. */
const PAIRED = /["“”„«»‘()]/;

/** Whether every quotation mark and bracket opened is closed. */
export function isBalanced(written: string): boolean {
  if (!PAIRED.test(written)) return true;
  const text = written.includes("‘") ? written.replace(APOSTROPHE, "’") : written;
  const low = count(text, "„");
  const open = count(text, "“");
  const close = count(text, "”");
  const isCurly = low > 0 ? low === open || low === close : open === close;
  return (
    isCurly &&
    count(text, '"') % 2 === 0 &&
    count(text, "«") === count(text, "»") &&
    count(text, "‘") <= count(text, "’") &&
    count(text, "(") === count(text, ")")
  );
}

export const QUOTED = /“[^“”]*”|"[^"]*"|«[^«»]*»|„[^“”„]*[“”]|「[^「」]*」/gu;

/** Most sentences have none, and are not read five ways for it. */
const OPENING_MARK = /[“"«„「]/;

/** The text with everything inside quotation marks taken out. */
export const withoutQuotes = (text: string): string => (OPENING_MARK.test(text) ? text.replace(QUOTED, " ") : text);

const ANY_MARK = /["“”]/;
/** A straight mark closes behind a word, and opens before one. */
const isClosing = (text: string, at: number): boolean =>
  text[at] === "”" ||
  (text[at] === '"' && /[^\s([]/u.test(text[at - 1] ?? " ") && !/[\p{L}\p{N}]/u.test(text[at + 1] ?? " "));

/** A paragraph is read so far to either side. */
const REACH = 2000;

/**
 * Whether a sentence without a mark stands inside a quotation, by the marks next to it in its paragraph: where one was
 * lost before, pairs cannot tell.
 */
export function isInsideMarks(text: string, start: number, end: number): boolean {
  if (ANY_MARK.test(text.slice(start, end))) return false;
  const reached = text.slice(Math.max(0, start - REACH), start);
  const before = reached.slice(reached.lastIndexOf("\n") + 1);
  const ahead = text.slice(end, end + REACH);
  const stop = ahead.indexOf("\n");
  const behind = stop < 0 ? ahead : ahead.slice(0, stop);
  const [next] = /["“”]/.exec(behind) ?? [];
  if (/[„«»]/.test(before) || /[„«»]/.test(behind)) return false;
  const last = Math.max(before.lastIndexOf("“"), before.lastIndexOf("”"), before.lastIndexOf('"'));
  const isOpened = last >= 0 && !isClosing(before, last);
  return isOpened && (next === undefined || isClosing(text, end + behind.indexOf(next)));
}
