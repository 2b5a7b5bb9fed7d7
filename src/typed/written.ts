/** What phones, word processors and other searches write for this bot's own signs: ‘marks’, −minus, AND, NOT, OR and |. */

/** What holds a phrase together, as every reader of words takes it. */
export const IN_MARKS = /["“”„‟«»＂][^"“”„‟«»＂]*["“”„‟«»＂]?/gu;
/** They open before a word and close behind one; an apostrophe does either at most. */
const SINGLE_MARKS =
  /(?<=^|[\s:：,،;(-])(?:[‘‚‛](?=[\p{L}\p{N}])((?:[^‘’‚‛"“”„‟«»]|’(?=\p{L}))+)[‘’]|‹\s?([^‹›"“”„‟«»]+?)\s?›)(?![\p{L}\p{N}])/gu;
const DASH = "−–—‒―﹣－‐‑";
const DASH_BEFORE = new RegExp(`(?<=^|[\\s(,،;])[${DASH}](?=[\\p{L}"“„«])`, "gu");
/** "the quay —closed since May— opens": what stands between two of them is said by the way. */
const DASH_BEHIND = new RegExp(`[\\p{L}\\p{N}"”»][${DASH}](?=$|[\\s,.;:!?])`, "u");
const PIECE = /[^\s"“”„‟«»＂]*["“”„‟«»＂][^"“”„‟«»＂]*["“”„‟«»＂]?|[^\s"“”„‟«»＂]+/gu;
const CONNECTIVES: ReadonlySet<string> = new Set(["AND", "OR", "NOT"]);

/** Each change is made outside of marks alone. */
export function replaceOutside(text: string, pattern: RegExp, replacement: string): string {
  const spans = [...text.matchAll(IN_MARKS)].map(({ 0: marked, index }) => [index, index + marked.length] as const);
  let span = 0;
  return text.replace(pattern, (found: string, ...rest: readonly unknown[]) => {
    const at = rest.find((each) => typeof each === "number") ?? 0;
    while (span < spans.length && (spans[span]?.[1] ?? 0) <= at) span += 1;
    return at >= (spans[span]?.[0] ?? text.length) ? found : replacement;
  });
}

/** Single marks as straight double ones, and a dash before a word as a minus. */
export function toPlainSigns(text: string): string {
  const marked = text.replace(SINGLE_MARKS, (_, one: string | undefined, other = "") => `"${one ?? other}"`);
  return DASH_BEHIND.test(marked) ? marked : replaceOutside(marked, DASH_BEFORE, "-");
}

/** A word, or several in marks with what stands at them. */
export const toPieces = (text: string): readonly string[] => text.match(PIECE) ?? [];

const isPlain = (piece: string | undefined): piece is string => piece !== undefined && !CONNECTIVES.has(piece);
/** "This is NOT a drill" leaves no small word out. */
const EXCLUDED_LETTERS_MIN = 3;
const mayBeExcluded = (piece: string | undefined): piece is string =>
  isPlain(piece) && [...piece].length >= EXCLUDED_LETTERS_MIN;
const toExcluded = (piece: string): string => (piece.startsWith("-") ? piece : `-${piece}`);

/**
 * "ferry AND harbor NOT late" as this search writes it, the connectives in capitals and between two words. A text that
 * is all in capitals says nothing by them. Joined by AND are the words themselves, unless it is said what joins them.
 */
export function readConnectives(text: string, joinBoth: (next: string) => string = (next) => next): string {
  const pieces = toPieces(text);
  if (!pieces.some((piece) => CONNECTIVES.has(piece)) || !/\p{Ll}/u.test(text)) return text;
  const read: string[] = [];
  for (let index = 0; index < pieces.length; index += 1) {
    const [piece = "", next, behind] = pieces.slice(index, index + 3);
    const isBetween = isPlain(read.at(-1));
    if (isBetween && piece === "AND" && next === "NOT" && mayBeExcluded(behind)) {
      read.push(toExcluded(behind));
      index += 2;
    } else if (isBetween && piece === "NOT" && mayBeExcluded(next)) {
      read.push(toExcluded(next));
      index += 1;
    } else if (isBetween && piece === "AND" && isPlain(next)) {
      read.push(joinBoth(next));
      index += 1;
    } else read.push(piece);
  }
  return read.join(" ");
}

/** "ferry OR harbor" to its sides, where OR stands between two words. */
export function splitAlternatives(text: string): readonly string[] {
  const sides: string[][] = [[]];
  const pieces = toPieces(text);
  for (const [index, piece] of pieces.entries()) {
    const isBetween = isPlain(pieces[index - 1]) && isPlain(pieces[index + 1]);
    if (piece === "OR" && isBetween) sides.push([]);
    else sides.at(-1)?.push(piece);
  }
  return sides.length === 1 ? [text] : sides.map((side) => side.join(" "));
}

/** One or another is asked for: "ferry OR harbor", "ferry|harbor". */
export const hasAlternatives = (text: string): boolean =>
  splitAlternatives(text).length > 1 || /[^\s|]\|+[^\s|]/.test(text.replace(IN_MARKS, "x"));

/**
 * "f*" and "*boat": a sign that stands where it means nothing; null when there is none. Not "A*" and "5*", which are marks
 * and hotels, nor "f***" and "f*ck", which papers print. In East Asian scripts one letter is enough.
 */
export function findBadBeginning(text: string): string | null {
  const words = text.split(/[\s"“”„‟«»＂(),،;]+/u).filter((word) => word.includes("*"));
  const isBad = (word: string): boolean =>
    /^\p{Ll}\*$|^\*[\p{L}\p{N}][^*]*$/u.test(word.replace(/^-?(?:[a-z]+:)?/i, ""));
  return words.find(isBad) ?? null;
}
