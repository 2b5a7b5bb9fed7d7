/**
 * Packs the runs of bytes that eld has counted for each language into one small file, which is read in a moment: as the
 * package's own program they take 75 MB and most of a second. `node --import tsx tools/languages/pack-byte-runs.ts`
 */

import { writeFileSync } from "node:fs";

/** Added to each score; eld leaves it out of its lists. */
const LEAST_SCORE = 53;
/** Bytes of letters: those below are ASCII, and stand for themselves. */
const BYTES_FROM = 0x80;
const BLANK = 0x20;

interface Counted {
  readonly languages: Readonly<Record<number, string>>;
  readonly ngrams: Readonly<Record<string, Readonly<Record<number, number>>>>;
}

const folder = new URL("../", import.meta.resolve("eld/extrasmall"));
const load = async <Module>(name: string): Promise<Module> => (await import(new URL(name, folder).href)) as Module;
const { ngramsData } = await load<{ readonly ngramsData: Counted }>("ngrams/extrasmall.js");
const { dictionary } = await load<{ readonly dictionary: readonly string[] }>("dictionary.js");

const byteOf = new Map<string, number>();
const blankBytes: number[] = [];
for (let byte = BYTES_FROM; byte < 0x100; byte += 1) {
  const letter = dictionary[byte] ?? " ";
  if (letter === " ") blankBytes.push(byte);
  else if (byteOf.has(letter) || /[a-z'`]/.test(letter)) throw new Error(`Two bytes are written ${letter}.`);
  else byteOf.set(letter, byte);
}
const toByte = (letter: string): number => byteOf.get(letter) ?? letter.charCodeAt(0);

const languages = Object.values(ngramsData.languages);
const parts = [Buffer.from(`${JSON.stringify({ languages, leastScore: LEAST_SCORE, blankBytes, blank: BLANK })}\n`)];
for (const [run, scores] of Object.entries(ngramsData.ngrams)) {
  const pairs = Object.entries(scores).map(([language, score]) => [Number(language), score]);
  parts.push(Buffer.from([run.length, ...[...run].map(toByte), pairs.length, ...pairs.flat()]));
}
const out = new URL("../../weights/languages/byte-runs.bin", import.meta.url);
writeFileSync(out, Buffer.concat(parts));
console.log(`${out.pathname}: ${Object.keys(ngramsData.ngrams).length} runs, ${Buffer.concat(parts).length} bytes`);
