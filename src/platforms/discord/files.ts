/** Attachments people send with a command: fetched from where Discord keeps them, and from nowhere else. */

import type { Attachment } from "discord.js";
import type { FetchFile, SentFile } from "../../domain/sent-file.ts";

const ORIGINS = ["https://cdn.discordapp.com", "https://media.discordapp.net"];

export type ToSentFile = (attachment: Attachment) => SentFile;

/** Another API server, such as an emulator, may keep them itself. */
export function createFiles(fetchFile: FetchFile, apiUrl: string | null): ToSentFile {
  const origins = apiUrl === null ? ORIGINS : [...ORIGINS, new URL(apiUrl).origin];
  return ({ name, contentType, size, url }) => ({
    name,
    contentType,
    sizeBytes: size,
    read: () => fetchFile(url, origins),
  });
}
