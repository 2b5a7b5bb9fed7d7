/** Speech without marks, behind a dash that opens its line: – Vi åpner broen, sier hun. */

import type { Speech } from "../../languages/language.ts";
import type { Stretch } from "./stretch.ts";

/** A longer line is no paragraph of a newspaper. */
const LINE_LENGTH_MAX = 4_000;
/** Longer speech in one paragraph is more likely prose between two speeches whose line ends are lost. */
const SPEECH_LENGTH_MAX = 700;
/** A second dash before the attribution, or a bar between headings: the line ends are lost. */
const RUN_TOGETHER = /[ \u00a0][–—-][ \u00a0](?=\p{Lu})|\|/u;
const DASH = /^[–—-] ?(?=[\p{Lu}\d¿¡])/u;
/** What may end the words: a comma, or the sign of a question or a call. The verb and the word behind it follow. */
const END = /([,!?])[ \u00a0]+(\p{Ll}[\p{L}\p{M}]*)[ \u00a0]+([\p{L}\p{M}]+)/gu;
/** The same where a dash parts the words from who says them: —No cerramos el puerto —dijo ella. */
const DASHED_END = /([.,!?…]?)[ \u00a0]?[–—][ \u00a0]?(\p{Ll}[\p{L}\p{M}]*)[ \u00a0]+([\p{L}\p{M}]+)/gu;
/** There a closing dash or another opening one lets the speech go on: "—dijo ella—. Seguimos". */
const DASHED_GOES_ON = /(?<=\p{L})[–—][.,;:]? ?(?=[\p{L}\d¿¡])|[.!?] [–—] ?(?=[\p{Lu}\d¿¡])/gu;
/** Behind the attribution the speech goes on where another dash opens a sentence. */
const GOES_ON = /[.!?] [–—-] ?(?=[\p{Lu}\d])/gu;

interface Attribution {
  /** Behind the last character of the words, and where the verb's side begins. */
  readonly end: number;
  readonly close: number;
}

/** The first verb of reporting behind a comma whose subject is neither the speaker nor the hearer. */
function findAttribution(line: string, from: number, speech: Speech): Attribution | null {
  const pattern = speech.attributesBetweenDashes ? DASHED_END : END;
  pattern.lastIndex = from;
  for (let match = pattern.exec(line); match !== null; match = pattern.exec(line)) {
    const [, sign, verb, subject] = match;
    const gender = speech.pronouns.get(subject?.toLowerCase() ?? "");
    const isSelf = gender === "first" || gender === "second" || gender === "unsure";
    if (speech.words.get(verb ?? "")?.class === "reporting" && !isSelf) {
      const end = match.index + (sign === "," || sign === "" ? 0 : 1);
      return { end, close: speech.attributesBetweenDashes ? match.index + match[0].search(/[–—]/u) : end };
    }
    pattern.lastIndex = match.index + 1;
  }
  return null;
}

/** The stretches of one line. What nobody is said to say is left alone: a dash also opens the lines of a list. */
function readLine(line: string, offset: number, speech: Speech): readonly Stretch[] {
  const found: Stretch[] = [];
  const add = (open: number, start: number, end: number, close: number): void => {
    if (end > start)
      found.push({
        start: offset + start,
        end: offset + end,
        open: offset + open,
        close: offset + close,
        isClosed: true,
        isSingle: false,
      });
  };
  const isWhole = (from: number, to: number): boolean =>
    to - from <= SPEECH_LENGTH_MAX && !RUN_TOGETHER.test(line.slice(from, to));
  let start = DASH.exec(line)?.[0].length ?? 0;
  let open = 0;
  while (start > 0) {
    const attribution = findAttribution(line, start, speech);
    if (attribution === null) {
      const end = line.trimEnd().length;
      if (found.length > 0 && isWhole(start, end)) add(open, start, end, end);
      break;
    }
    if (!isWhole(start, attribution.end)) break;
    add(open, start, attribution.end, attribution.close);
    const goesOn = speech.attributesBetweenDashes ? DASHED_GOES_ON : GOES_ON;
    goesOn.lastIndex = attribution.close + 1;
    const next = goesOn.exec(line);
    if (next === null) break;
    open = next.index + next[0].search(/[–—-]/u);
    start = next.index + next[0].length;
  }
  return found;
}

/** Both lists in order; of two that overlap the one behind a dash stays. */
function merge(marked: readonly Stretch[], dashed: readonly Stretch[]): readonly Stretch[] {
  const merged: Stretch[] = [];
  let next = 0;
  let last = -1;
  for (const each of marked) {
    for (let dash = dashed[next]; dash !== undefined && dash.open <= each.open; dash = dashed[++next]) {
      merged.push(dash);
      last = dash.close;
    }
    const isApart = each.open >= last && each.close <= (dashed[next]?.open ?? Number.POSITIVE_INFINITY);
    if (isApart) merged.push(each);
  }
  return [...merged, ...dashed.slice(next)];
}

/** The stretches between marks with those behind dashes among them, in order; marks inside such speech are its own. */
export function addDashSpeech(text: string, stretches: readonly Stretch[], speech: Speech): readonly Stretch[] {
  const found: Stretch[] = [];
  let from = 0;
  while (from <= text.length) {
    const newline = text.indexOf("\n", from);
    const to = newline < 0 ? text.length : newline;
    if ("–—-".includes(text[from] ?? " ") && to - from <= LINE_LENGTH_MAX)
      found.push(...readLine(text.slice(from, to), from, speech));
    from = to + 1;
  }
  return found.length === 0 ? stretches : merge(stretches, found);
}
