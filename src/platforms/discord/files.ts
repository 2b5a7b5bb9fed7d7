/** Attachments: those people send with a command, fetched from where Discord keeps them alone, and those of answers. */

import { type Attachment, AttachmentBuilder } from "discord.js";
import type { FetchFile, SentFile } from "../../domain/sent-file.ts";
import { fitPlain } from "./markdown.ts";
import type { ReplyMessage } from "./render.ts";

const ORIGINS = ["https://cdn.discordapp.com", "https://media.discordapp.net"];
const FILE_NAME_LENGTH_MAX = 100;
/** Of the text that stands for a picture. */
const DESCRIPTION_LENGTH_MAX = 1024;

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

const toFileName = (name: string): string => name.replace(/[^\w.-]+/g, "-").slice(-FILE_NAME_LENGTH_MAX);

/** A file as it is; a picture with what stands on it, which those hear who do not see it. */
export function toAttachments({ file, picture }: Pick<ReplyMessage, "file" | "picture">): AttachmentBuilder[] {
  const attachments: AttachmentBuilder[] = [];
  if (file !== null) {
    const name = toFileName(file.name) || "file.txt";
    attachments.push(new AttachmentBuilder(Buffer.from(file.text, "utf8"), { name }));
  }
  if (picture !== null) {
    const { bytes, alt } = picture;
    const name = toFileName(picture.name) || "picture.png";
    const description = fitPlain(alt, DESCRIPTION_LENGTH_MAX);
    attachments.push(new AttachmentBuilder(Buffer.from(bytes), { name, description }));
  }
  return attachments;
}
