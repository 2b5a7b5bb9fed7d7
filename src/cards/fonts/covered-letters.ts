/** The letters a WOFF2 font has, read from its own table: a font that lacks a letter would show a box. */

import { brotliDecompressSync } from "node:zlib";

const HEADER_BYTES = 48;
const SIGNATURE = 0x774f4632;
/** Tables that WOFF2 knows by number; of these only the ones that matter here. */
const GLYF = 10;
const LOCA = 11;
const CMAP = 0;
const OWN_TAG = 63;
const UNPACKED_BYTES_MAX = 20_000_000;

/** First and last code point, by fours of bytes in one list: small, and looked up by halves. */
export interface CoveredLetters {
  has(codePoint: number): boolean;
}

/** Numbers of seven bits a byte, the highest first. */
function readBase128(bytes: Buffer, at: number): readonly [value: number, next: number] {
  let value = 0;
  for (let index = 0; index < 5; index += 1) {
    const byte = bytes[at + index] ?? 0;
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) return [value, at + index + 1];
  }
  throw new Error("A length in the font cannot be read.");
}

/** The table of letters, unpacked; tables lie one after another in the order of the directory. */
function findLetterTable(bytes: Buffer): Buffer {
  if (bytes.length < HEADER_BYTES || bytes.readUInt32BE(0) !== SIGNATURE) throw new Error("This is no WOFF2 font.");
  const tableCount = bytes.readUInt16BE(12);
  let at = HEADER_BYTES;
  let offset = 0;
  let found: readonly [start: number, end: number] | null = null;
  for (let index = 0; index < tableCount; index += 1) {
    const flags = bytes[at] ?? 0;
    const known = flags & 0x3f;
    const version = flags >> 6;
    at += 1;
    const isOwnCmap = known === OWN_TAG && bytes.toString("latin1", at, at + 4) === "cmap";
    if (known === OWN_TAG) at += 4;
    let length: number;
    [length, at] = readBase128(bytes, at);
    const isTransformed = known === GLYF || known === LOCA ? version === 0 : version !== 0;
    if (isTransformed) [length, at] = readBase128(bytes, at);
    if (known === CMAP || isOwnCmap) found = [offset, offset + length];
    offset += length;
  }
  if (found === null) throw new Error("The font has no table of letters.");
  const packed = bytes.subarray(at, at + bytes.readUInt32BE(20));
  return brotliDecompressSync(packed, { maxOutputLength: UNPACKED_BYTES_MAX }).subarray(...found);
}

/** Groups of letters in a row, as the table's formats 4 and 12 have them; glyph 0 is the box. */
function readGroups(table: Buffer): readonly (readonly [first: number, last: number])[] {
  const groups: (readonly [number, number])[] = [];
  const subtables = Array.from({ length: table.readUInt16BE(2) }, (_, index) => table.readUInt32BE(4 + index * 8 + 4));
  for (const at of new Set(subtables)) {
    const format = table.readUInt16BE(at);
    if (format === 12) {
      for (let index = 0; index < table.readUInt32BE(at + 12); index += 1) {
        const group = at + 16 + index * 12;
        const isBox = table.readUInt32BE(group + 8) === 0;
        groups.push([table.readUInt32BE(group) + (isBox ? 1 : 0), table.readUInt32BE(group + 4)]);
      }
    } else if (format === 4) {
      groups.push(...readSegments(table, at));
    }
  }
  return groups.toSorted(([a], [b]) => a - b);
}

function readSegments(table: Buffer, at: number): readonly (readonly [number, number])[] {
  const groups: (readonly [number, number])[] = [];
  const doubled = table.readUInt16BE(at + 6);
  for (let index = 0; index < doubled; index += 2) {
    const last = table.readUInt16BE(at + 14 + index);
    const first = table.readUInt16BE(at + 16 + doubled + index);
    const delta = table.readUInt16BE(at + 16 + 2 * doubled + index);
    const rangeAt = at + 16 + 3 * doubled + index;
    const range = table.readUInt16BE(rangeAt);
    for (let code = first; code <= last && code < 0xffff; code += 1) {
      const place = rangeAt + range + (code - first) * 2;
      const direct = range === 0 ? (code + delta) & 0xffff : place + 2 <= table.length ? table.readUInt16BE(place) : 0;
      if (direct !== 0) groups.push([code, code]);
    }
  }
  return groups;
}

/** Throws where the file is no font that can be read. */
export function readCoveredLetters(bytes: Buffer): CoveredLetters {
  const groups = readGroups(findLetterTable(bytes));
  const starts = Uint32Array.from(groups, ([first]) => first);
  const ends = Uint32Array.from(groups, ([, last]) => last);
  return {
    has(codePoint) {
      let low = 0;
      let high = starts.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((starts[middle] ?? 0) <= codePoint) low = middle + 1;
        else high = middle;
      }
      // Two tables may tell of the same letters: the groups before may reach as far.
      for (let index = low - 1; index >= Math.max(0, low - 3); index -= 1) {
        if ((ends[index] ?? 0) >= codePoint) return true;
      }
      return false;
    },
  };
}
