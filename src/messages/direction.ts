/** Text of two directions in one line: names and commands are isolated, so that neither moves the words around it. */

/** First strong isolate: what follows finds its own direction, and ends at POP_ISOLATE. */
const FIRST_STRONG_ISOLATE = "\u2068";
const POP_ISOLATE = "\u2069";

const RIGHT_TO_LEFT_LETTER = /\p{Script=Arabic}|\p{Script=Hebrew}|\p{Script=Syriac}|\p{Script=Thaana}|\p{Script=Nko}/u;
/** Marks that turn the direction of all that follows, or of a stretch: never let through. */
const TURNING = /[\u061c\u200e\u200f\u202a-\u202e\u2066\u2067]/g;
/** A run of Latin words in a right-to-left text: a command with its options, an id, a name. */
const LATIN_WORD = String.raw`[/@#-]?[A-Za-z][\w@:/.-]*(?<![.-])`;
const LATIN_RUN = new RegExp(`${LATIN_WORD}(?: (?:"[^"]*"|${LATIN_WORD}))*`, "g");

export const hasRightToLeft = (text: string): boolean => RIGHT_TO_LEFT_LETTER.test(text);

export const isolate = (text: string): string => `${FIRST_STRONG_ISOLATE}${text}${POP_ISOLATE}`;

/** Isolates the Latin runs of a template, `/feeds` for one, that is read from right to left. */
export const isolateLatin = (text: string): string => text.replace(LATIN_RUN, isolate);

/** Our own texts insert words into words into words. */
const DEPTH_MAX = 6;
const EMPTY_PAIR = /\u2068(\s*)\u2069/g;

function dropEmpty(text: string): string {
  let rest = text;
  for (let next = rest.replace(EMPTY_PAIR, "$1"); next !== rest; next = rest.replace(EMPTY_PAIR, "$1")) rest = next;
  return rest;
}

/**
 * Takes out every mark that turns the direction, but pairs of isolates: those only ever reach to their own end. One
 * that was cut from its pair goes, too, and a pair with nothing in it.
 */
export function keepIsolates(text: string): string {
  const plain = text.replace(TURNING, "");
  if (!plain.includes(FIRST_STRONG_ISOLATE) && !plain.includes(POP_ISOLATE)) return plain;
  const open: number[] = [];
  const dropped = new Set<number>();
  for (let index = 0; index < plain.length; index += 1) {
    const character = plain.charAt(index);
    if (character === FIRST_STRONG_ISOLATE) {
      open.push(index);
      if (open.length > DEPTH_MAX) dropped.add(index);
    } else if (character === "\n") {
      // A line's end ends every isolate in it.
      for (const start of open.splice(0)) dropped.add(start);
    } else if (character === POP_ISOLATE) {
      const start = open.pop();
      if (start === undefined || dropped.has(start)) dropped.add(index);
    }
  }
  for (const start of open) dropped.add(start);
  const paired = Array.from({ length: plain.length }, (_, index) => (dropped.has(index) ? "" : plain.charAt(index)));
  return dropEmpty(paired.join(""));
}
