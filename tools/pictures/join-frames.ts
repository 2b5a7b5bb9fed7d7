/** Joins pictures in WebP to one that moves, as the WebP container describes it: a head, and each picture with its time. */

interface Chunk {
  readonly name: string;
  readonly bytes: Buffer;
}

export interface Frame {
  /** A still picture in WebP, all of one size. */
  readonly picture: Buffer;
  readonly shownMs: number;
}

const HEAD_BYTES = 12;
const PICTURE_CHUNKS = ["ALPH", "VP8 ", "VP8L"];
const IS_ANIMATED = 0b10;

const toUint24 = (value: number): Buffer => Buffer.from([value & 255, (value >> 8) & 255, (value >> 16) & 255]);

function toUint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

/** A chunk ends on an even byte. */
const toChunk = (name: string, bytes: Buffer): Buffer =>
  Buffer.concat([Buffer.from(name, "latin1"), toUint32(bytes.length), bytes, Buffer.alloc(bytes.length % 2)]);

function readChunks(picture: Buffer): readonly Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = HEAD_BYTES; at + 8 <= picture.length; ) {
    const size = picture.readUInt32LE(at + 4);
    chunks.push({ name: picture.toString("latin1", at, at + 4), bytes: picture.subarray(at + 8, at + 8 + size) });
    at += 8 + size + (size % 2);
  }
  return chunks;
}

/** Played over and over. */
export function joinFrames(frames: readonly Frame[], width: number, height: number): Buffer {
  const size = Buffer.concat([toUint24(width - 1), toUint24(height - 1)]);
  const parts = [
    toChunk("VP8X", Buffer.concat([Buffer.from([IS_ANIMATED, 0, 0, 0]), size])),
    toChunk("ANIM", Buffer.alloc(6)),
    ...frames.map(({ picture, shownMs }) => {
      const own = readChunks(picture).filter(({ name }) => PICTURE_CHUNKS.includes(name));
      if (own.length === 0) throw new Error("Expected a picture in WebP.");
      const place = Buffer.concat([toUint24(0), toUint24(0), size, toUint24(shownMs), Buffer.from([0])]);
      return toChunk("ANMF", Buffer.concat([place, ...own.map(({ name, bytes }) => toChunk(name, bytes))]));
    }),
  ];
  const body = Buffer.concat([Buffer.from("WEBP", "latin1"), ...parts]);
  return Buffer.concat([Buffer.from("RIFF", "latin1"), toUint32(body.length), body]);
}
