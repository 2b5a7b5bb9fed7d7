/** What a picture's first bytes say: its kind and its size. A file that only calls itself a picture says nothing. */

import type { PictureType } from "../domain/pictures/picture-file.ts";

export interface PictureLook {
  readonly contentType: PictureType;
  readonly width: number;
  readonly height: number;
}

/** Where the size of an AVIF stands at the latest. */
const AVIF_HEAD_BYTES = 8192;

const asciiAt = (bytes: Buffer, start: number, length: number): string =>
  bytes.toString("latin1", start, Math.min(bytes.length, start + length));

/** The markers of a JPEG are followed up to the one that opens a frame. */
function lookAtJpeg(bytes: Buffer): PictureLook | null {
  let at = 2;
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame)
      return { contentType: "image/jpeg", height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    // Without a length: restarts, and what begins and ends the picture.
    at += marker === 0x01 || (marker >= 0xd0 && marker <= 0xd9) ? 2 : 2 + bytes.readUInt16BE(at + 2);
  }
  return null;
}

function lookAtPng(bytes: Buffer): PictureLook | null {
  if (bytes.length < 24 || asciiAt(bytes, 12, 4) !== "IHDR") return null;
  return { contentType: "image/png", width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

function lookAtGif(bytes: Buffer): PictureLook | null {
  if (bytes.length < 10) return null;
  return { contentType: "image/gif", width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) };
}

function lookAtWebp(bytes: Buffer): PictureLook | null {
  if (bytes.length < 30) return null;
  const contentType = "image/webp";
  switch (asciiAt(bytes, 12, 4)) {
    case "VP8 ":
      return { contentType, width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
    case "VP8L": {
      const bits = bytes.readUInt32LE(21);
      return { contentType, width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case "VP8X":
      return { contentType, width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
    default:
      return null;
  }
}

function lookAtAvif(bytes: Buffer): PictureLook | null {
  const at = bytes.subarray(0, AVIF_HEAD_BYTES).indexOf("ispe", 0, "latin1");
  if (at === -1 || at + 16 > bytes.length) return null;
  return { contentType: "image/avif", width: bytes.readUInt32BE(at + 8), height: bytes.readUInt32BE(at + 12) };
}

/** Null for whatever is no picture of a kind we show. */
export function lookAtPicture(given: Uint8Array): PictureLook | null {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength);
  if (bytes.length < 12) return null;
  const look = ((): PictureLook | null => {
    if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return lookAtJpeg(bytes);
    if (bytes.readUInt32BE(0) === 0x89504e47 && bytes.readUInt32BE(4) === 0x0d0a1a0a) return lookAtPng(bytes);
    if (/^GIF8[79]a/.test(asciiAt(bytes, 0, 6))) return lookAtGif(bytes);
    if (asciiAt(bytes, 0, 4) === "RIFF" && asciiAt(bytes, 8, 4) === "WEBP") return lookAtWebp(bytes);
    if (/^ftypavi[fs]/.test(asciiAt(bytes, 4, 8))) return lookAtAvif(bytes);
    return null;
  })();
  return look === null || look.width === 0 || look.height === 0 ? null : look;
}
