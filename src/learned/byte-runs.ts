/** How much a text is like each language: the sum over the short runs of bytes that its words are made of. */

import { readFileSync } from "node:fs";
import { z } from "zod";

/** Characters, and bytes, of the beginning that is looked at: up to the first blank after so many, or to the second. */
const CHARACTERS_MAX = 1_000;
const BYTES_AT_BLANK = 350;
const BYTES_MAX = 380;
/** A run has so many bytes, every third byte one begins, and of a word no more are looked at. */
const RUN_LENGTH = 4;
const RUN_STEP = 3;
const WORD_LENGTH_MAX = 70;
/** A sum of so much for each run is a likeness of one half. */
const HALF_SCORE = 25;
/** All but letters and what stands within words. */
const NO_LETTERS = /(?:[^\p{L}]|[\u{10000}-\u{10FFFF}])+(?<!['`’])/gu;

const headSchema = z.strictObject({
  languages: z.array(z.string()),
  /** Left out of the scores in the file. */
  leastScore: z.number(),
  /** Bytes that are not told apart, and what stands for them, and for the ends of a word. */
  blankBytes: z.array(z.number()),
  blank: z.number(),
});

/** Language -> its likeness to the text, from 0 to 1; those it has nothing of are left out. */
export type FindLikeness = (text: string) => ReadonlyMap<string, number>;

function cutBeginning(text: string): string {
  let bytes = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x20 && bytes > BYTES_AT_BLANK) return text.slice(0, at);
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : 3;
    if (bytes > BYTES_MAX) return text.slice(0, at + 1);
  }
  return text;
}

/** Words have one character a byte here. */
function listRuns(words: readonly string[], blank: string): ReadonlySet<string> {
  const runs = new Set<string>();
  for (const word of words) {
    const length = Math.min(word.length, WORD_LENGTH_MAX);
    let at = 0;
    for (; at + RUN_LENGTH < length; at += RUN_STEP)
      runs.add((at === 0 ? blank : "") + word.slice(at, at + RUN_LENGTH));
    runs.add((at === 0 ? blank : "") + word.slice(Math.max(0, length - RUN_LENGTH)) + blank);
  }
  return runs;
}

function hash(run: Uint8Array): number {
  let sum = 0x811c9dc5;
  for (const byte of run) sum = Math.imul(sum ^ byte, 0x01000193);
  return sum >>> 0;
}

/**
 * Reads a file of tools/languages/pack-byte-runs.ts: a line of JSON, then for each run its length, its bytes, the count
 * of its languages, and for each of those its place and its score, a byte each. The bytes stay as they are; where each
 * run begins is found by its hash.
 */
export function readByteRuns(url: URL): FindLikeness {
  const file = readFileSync(url);
  const headLength = file.indexOf("\n") + 1;
  const { languages, leastScore, blankBytes, blank } = headSchema.parse(
    JSON.parse(file.toString("utf8", 0, headLength)),
  );
  const blanks = new Set(blankBytes);
  const blankLetter = String.fromCharCode(blank);

  const starts: number[] = [];
  for (let at = headLength; at < file.length; ) {
    starts.push(at);
    at += 1 + (file[at] ?? 0);
    const count = file[at] ?? 0;
    for (let pair = 0; pair < count; pair += 1)
      if (languages[file[at + 1 + 2 * pair] ?? -1] === undefined) throw new Error("A run is of no language.");
    at += 1 + 2 * count;
    if (at > file.length) throw new Error("The runs of bytes end in the middle of one.");
  }
  const size = 2 ** Math.ceil(Math.log2(2 * starts.length + 1));
  /** Where a run begins in the file; 0, which is the head's, for none. */
  const places = new Uint32Array(size);
  for (const start of starts) {
    let place = hash(file.subarray(start + 1, start + 1 + (file[start] ?? 0))) % size;
    while (places[place] !== 0) place = (place + 1) % size;
    places[place] = start;
  }

  function findStart(run: Buffer): number {
    for (let place = hash(run) % size; ; place = (place + 1) % size) {
      const start = places[place] ?? 0;
      if (start === 0) return 0;
      const end = start + 1 + (file[start] ?? 0);
      if (end - start - 1 === run.length && run.compare(file, start + 1, end) === 0) return start;
    }
  }

  /** One character a byte. */
  function toBytes(word: string): string {
    return Buffer.from(Buffer.from(word).map((byte) => (blanks.has(byte) ? blank : byte))).toString("latin1");
  }

  return (text) => {
    const letters = text.slice(0, CHARACTERS_MAX).replace(NO_LETTERS, " ").trim().toLowerCase();
    const words = cutBeginning(letters).split(" ").filter(Boolean);
    const runs = listRuns(words.map(toBytes), blankLetter);
    const sums = new Uint32Array(languages.length);
    for (const run of runs) {
      const start = findStart(Buffer.from(run, "latin1"));
      if (start === 0) continue;
      const counted = start + 1 + (file[start] ?? 0);
      for (let at = counted + 1; at < counted + 1 + 2 * (file[counted] ?? 0); at += 2) {
        const language = file[at] ?? 0;
        sums[language] = (sums[language] ?? 0) + (file[at + 1] ?? 0) + leastScore;
      }
    }
    const likeness = new Map<string, number>();
    languages.forEach((language, place) => {
      const score = (sums[place] ?? 0) / runs.size;
      if (score > 0) likeness.set(language, score / (score + HALF_SCORE));
    });
    return likeness;
  };
}
