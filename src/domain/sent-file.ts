/** Files people send with a command: what the platform says of one, and its bytes, bounded, on request. */

import { UserError } from "./errors.ts";

/** A subscription takes about 1 kB of a file of /export. */
export const FILE_BYTES_MAX = 2_000_000;

export interface SentFile {
  readonly name: string;
  /** As the platform says; null when it does not. */
  readonly contentType: string | null;
  readonly sizeBytes: number | null;
  /** Throws UserError when it cannot be had. Use readSentFile, which checks first. */
  read(): Promise<Uint8Array>;
}

/** Gets a file from one of these origins, and from nowhere else. Throws UserError; what it throws names no URL. */
export type FetchFile = (url: string, origins: readonly string[]) => Promise<Uint8Array>;

export const NO_FILES: FetchFile = async () => {
  throw fileNotFetched();
};

const MEGABYTE = 1_000_000;

export const fileTooLarge = (): UserError =>
  new UserError("limit", (say) => say("file.tooLarge", { max: FILE_BYTES_MAX / MEGABYTE }));
const fileEmpty = (): UserError => new UserError("bad-option", (say) => say("file.empty"));
export const fileNotText = (): UserError => new UserError("bad-option", (say) => say("file.notText"));
export const fileGone = (): UserError => new UserError("not-found", (say) => say("file.gone"));
export const fileNotFetched = (): UserError => new UserError("unavailable", (say) => say("file.notFetched"));

/** Certainly no text; what else a type says is not relied on, because platforms guess it from the name. */
const NOT_TEXT_PATTERN = /^(?:image|audio|video|font)\/|^application\/(?:pdf|zip|gzip|x-(?:gzip|7z|rar|tar))/i;

/** Refuses by what is known before anything is fetched, and looks at what came, for the platform may be wrong. */
export async function readSentFile(file: SentFile): Promise<Uint8Array> {
  const { sizeBytes, contentType } = file;
  if (sizeBytes !== null && sizeBytes > FILE_BYTES_MAX) throw fileTooLarge();
  if (sizeBytes === 0) throw fileEmpty();
  if (contentType !== null && NOT_TEXT_PATTERN.test(contentType)) throw fileNotText();
  const bytes = await file.read();
  if (bytes.length > FILE_BYTES_MAX) throw fileTooLarge();
  if (bytes.length === 0) throw fileEmpty();
  return bytes;
}
