/** A response's bytes, unpacked, within a budget: neither a long body nor a bomb gets past it. */

import { promisify } from "node:util";
import { brotliDecompress, gunzip, inflate, inflateRaw } from "node:zlib";

/** The body, packed or unpacked, is larger than allowed. */
export class TooLargeError extends Error {
  constructor(bytesMax: number) {
    super(`The document is larger than ${Math.round(bytesMax / 1000)} kB.`);
    this.name = "TooLargeError";
  }
}

/** The body is packed in a way that was not asked for, or cannot be unpacked. */
export class EncodingError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "EncodingError";
  }
}

const UNPACK = {
  gzip: promisify(gunzip),
  deflate: promisify(inflate),
  "raw-deflate": promisify(inflateRaw),
  br: promisify(brotliDecompress),
} as const;

export async function readBody(body: AsyncIterable<Uint8Array>, bytesMax: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > bytesMax) throw new TooLargeError(bytesMax);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}

/** Written by servers for what is not packed; some name a charset. */
const NO_PACKING = /^(?:identity|none|plain|text|binary|[78]bit|utf-?8|iso-8859-\d{1,2}|us-ascii|chunked)$/;

const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** How the bytes are really packed: servers also label plain bodies, and pack without a label. */
function toPacking(bytes: Uint8Array, contentEncoding: string): keyof typeof UNPACK | null {
  const names = contentEncoding
    .toLowerCase()
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "" && !NO_PACKING.test(name));
  if (names.length > 1) throw new EncodingError("The server packed the document more than once.");
  const [name] = names;
  switch (name) {
    case undefined:
    case "gzip":
    case "x-gzip":
      return isGzip(bytes) ? "gzip" : null;
    case "deflate":
      return ((bytes[0] ?? 0) & 0x0f) === 8 ? "deflate" : "raw-deflate";
    case "br":
      return "br";
    default:
      throw new EncodingError(`The server packed the document as ${name.slice(0, 20)}, which was not asked for.`);
  }
}

/** Stops unpacking as soon as the budget is spent. */
export async function unpack(bytes: Buffer, contentEncoding: string | null, bytesMax: number): Promise<Uint8Array> {
  if (bytes.length === 0) return bytes;
  const packing = toPacking(bytes, contentEncoding ?? "");
  if (packing === null) return bytes;
  try {
    return await UNPACK[packing](bytes, { maxOutputLength: bytesMax });
  } catch (error) {
    if (error instanceof RangeError) throw new TooLargeError(bytesMax);
    throw new EncodingError("The packed document is damaged.", { cause: error });
  }
}
