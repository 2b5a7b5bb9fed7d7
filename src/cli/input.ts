/** What the command line is given to read: a file, a URL, or `-` for standard input. */

import { readFile, stat } from "node:fs/promises";
import type { Readable } from "node:stream";
import { UserError } from "../domain/errors.ts";
import type { Download } from "../net/download.ts";

const BYTES_MAX = 64 * 1024 * 1024;

export interface Input {
  readonly bytes: Uint8Array;
  /** The address it came from, null for files and standard input. */
  readonly url: string | null;
  readonly contentType: string | null;
}

async function readAll(stream: Readable): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    length += bytes.length;
    if (length > BYTES_MAX) throw new UserError("limit", `Standard input has more than ${BYTES_MAX} bytes.`);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

async function readPath(path: string): Promise<Uint8Array> {
  const facts = await stat(path).catch(() => null);
  if (facts === null)
    throw new UserError("not-found", `There is no file ${path}. Give a file, a URL, or - for standard input.`);
  if (!facts.isFile()) throw new UserError("bad-option", `${path} is not a file.`);
  if (facts.size > BYTES_MAX)
    throw new UserError("limit", `${path} has ${facts.size} bytes; at most ${BYTES_MAX} are read.`);
  return readFile(path);
}

/** Throws UserError with a sentence when there is nothing to read. */
export async function readInput(
  where: string,
  accept: "feed" | "page",
  dependencies: { readonly stdin: Readable; readonly download: Download },
): Promise<Input> {
  if (where === "-") return { bytes: await readAll(dependencies.stdin), url: null, contentType: null };
  if (!/^https?:\/\//i.test(where)) return { bytes: await readPath(where), url: null, contentType: null };
  const downloaded = await dependencies.download(where, { accept });
  if (downloaded.status === "fresh")
    return { bytes: downloaded.body, url: downloaded.url, contentType: downloaded.contentType };
  const reason = downloaded.status === "failed" ? downloaded.reason : "The server says that nothing has changed.";
  throw new UserError("unavailable", `${where} could not be read: ${reason}`);
}
