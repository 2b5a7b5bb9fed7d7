/** What a word is by its letters alone, wherever it stands: read once for each word as printed. */

import type { Speech } from "../../languages/language.ts";
import type { Word } from "../../languages/reading.ts";
import { rememberWords } from "../../languages/shared/word-table.ts";

/** Most words: nothing in them is joined or has to be made alike. */
const PLAIN_WORD = /^[A-Za-z0-9]+$/;
const JOINED_NAME = /^(\p{Ll}{1,3})[-‐‑'’]\p{Lu}/u;

/** Lower case without the dot that „İ“ would keep as a sign of its own. */
export const toLower = (text: string): string => text.toLowerCase().replaceAll("\u0307", "");

/** "al-Rashid", "d'Aubigny": a particle joined to the name that it opens. */
function isJoinedName(printed: string, speech: Speech): boolean {
  const particle = JOINED_NAME.exec(printed)?.[1];
  return particle !== undefined && (particle === "d" || speech.nameParticles.has(particle));
}

/** A word as printed: how it is compared, whether it is a name joined to its particle, what its list says of it. */
export interface Printed {
  readonly word: string;
  readonly isJoined: boolean;
  readonly known: Word | undefined;
}

function readPrinted(printed: string, speech: Speech): Printed {
  const isPlain = PLAIN_WORD.test(printed);
  const word = isPlain ? printed.toLowerCase() : toLower(printed).replace("’", "'").replace(/[‐‑]/g, "-");
  return { word, isJoined: !isPlain && isJoinedName(printed, speech), known: speech.words.get(word) };
}

const PRINTED_MAX = 40_000;
export type KnowPrinted = (text: string, start: number, end: number) => Printed;
const printedOf = new WeakMap<Speech, KnowPrinted>();

/** News repeats its words: what is known of each as printed. */
export function knowPrinted(speech: Speech): KnowPrinted {
  const known = printedOf.get(speech);
  if (known !== undefined) return known;
  const made = rememberWords(PRINTED_MAX, (printed) => readPrinted(printed, speech));
  printedOf.set(speech, made);
  return made;
}
