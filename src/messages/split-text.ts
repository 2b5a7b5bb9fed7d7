/** A long text in parts that fit a platform's limit: between paragraphs, else between sentences, else between words. */

/** How long a text is once the platform's own marks are in it. */
export type Measure = (text: string) => number;

const SENTENCE_END = /(?<=[.!?…。！？]["”»’')\]]{0,2})\s+|(?<=[。！？]["”」』]?)/u;

/** The longest beginning that fits, cut at a space where there is one in its second half. */
function cutHead(text: string, lengthMax: number, measure: Measure): string {
  let head = text.slice(0, lengthMax);
  while (head.length > 1 && measure(head) > lengthMax) head = head.slice(0, Math.floor(head.length * 0.9));
  if (head.length === text.length) return head;
  const space = head.lastIndexOf(" ");
  // Not within a character of two units.
  return space > head.length / 2 ? head.slice(0, space) : head.replace(/[\uD800-\uDBFF]$/, "");
}

function splitParagraph(paragraph: string, lengthMax: number, measure: Measure): readonly string[] {
  if (measure(paragraph) <= lengthMax) return [paragraph];
  const pieces: string[] = [];
  let piece = "";
  for (const sentence of paragraph.split(SENTENCE_END)) {
    const longer = piece === "" ? sentence : `${piece} ${sentence}`;
    if (measure(longer) <= lengthMax) {
      piece = longer;
      continue;
    }
    if (piece !== "") pieces.push(piece);
    let rest = sentence;
    while (rest !== "" && measure(rest) > lengthMax) {
      const head = cutHead(rest, lengthMax, measure);
      pieces.push(head);
      rest = rest.slice(head.length).trimStart();
    }
    piece = rest;
  }
  return piece === "" ? pieces : [...pieces, piece];
}

export interface SplitText {
  readonly parts: readonly string[];
  /** True when not all of it fits into as many parts as there may be. */
  readonly isCut: boolean;
}

/** Paragraphs stay apart by a blank line. */
export function splitText(
  paragraphs: readonly string[],
  {
    lengthMax,
    partsMax,
    measure,
  }: { readonly lengthMax: number; readonly partsMax: number; readonly measure: Measure },
): SplitText {
  const parts: string[] = [];
  for (const piece of paragraphs.flatMap((paragraph) => splitParagraph(paragraph, lengthMax, measure))) {
    const last = parts.at(-1);
    const longer = last === undefined ? piece : `${last}\n\n${piece}`;
    if (last !== undefined && measure(longer) <= lengthMax) parts[parts.length - 1] = longer;
    else parts.push(piece);
  }
  return { parts: parts.slice(0, partsMax), isCut: parts.length > partsMax };
}
