/** Documents people send: found by getFile, then fetched from the Bot API's file address, which holds the token. */

import { toMessage, UserError } from "../../../domain/errors.ts";
import type { Log } from "../../../domain/platform.ts";
import { type FetchFile, fileGone, fileNotFetched, fileTooLarge, type SentFile } from "../../../domain/sent-file.ts";
import { type IncomingDocument, readFilePath } from "../chats/incoming.ts";
import type { Client } from "./client.ts";
import { scrub, toFailure } from "./failures.ts";

const TELEGRAM_URL = "https://api.telegram.org";
/** Bots cannot get files of more than 20 MB. */
const TOO_BIG = /too big/i;

export interface FilesDependencies {
  readonly client: Client;
  readonly token: string;
  readonly apiUrl?: string | undefined;
  readonly fetchFile: FetchFile;
  readonly log: Log;
}

export type ToSentFile = (document: IncomingDocument) => SentFile;

/** A local server names files by their place on its own disk, which cannot be fetched. */
const isRelative = (path: string): boolean =>
  path.split("/").every((part) => part !== "" && part !== "." && part !== "..");

export function createFiles({ client, token, apiUrl = TELEGRAM_URL, fetchFile, log }: FilesDependencies): ToSentFile {
  const root = apiUrl.replace(/\/+$/, "");

  async function findPath(fileId: string): Promise<string> {
    let path: string | null;
    try {
      path = readFilePath(await client.call("getFile", { file_id: fileId }));
    } catch (error) {
      const { kind, reason } = toFailure(error);
      log.warn({ platform: "telegram", failure: kind, reason }, "file_not_found");
      if (kind !== "refused") throw fileNotFetched();
      throw TOO_BIG.test(reason) ? fileTooLarge() : fileGone();
    }
    if (path !== null && isRelative(path)) return path;
    log.warn({ platform: "telegram", reason: "the server gives no path to fetch from" }, "file_not_found");
    throw fileNotFetched();
  }

  async function read(fileId: string): Promise<Uint8Array> {
    const path = (await findPath(fileId)).split("/").map(encodeURIComponent).join("/");
    try {
      return await fetchFile(`${root}/file/bot${token}/${path}`, [new URL(root).origin]);
    } catch (error) {
      if (error instanceof UserError) throw error;
      // Without its cause, which may hold the address and so the token.
      throw new Error(scrub(toMessage(error)));
    }
  }

  return (document) => ({
    name: document.file_name ?? "",
    contentType: document.mime_type ?? null,
    sizeBytes: document.file_size ?? null,
    read: () => read(document.file_id),
  });
}
