/** Documents in the emulated chats: what the bot is told of one, getFile, and the address it is fetched from. */

import type { IncomingMessage, ServerResponse } from "node:http";
import { sendEndlessly } from "../news-server.ts";
import type { FileFault, HeldFile } from "../sent-file.ts";
import { badRequest } from "./refusal.ts";
import type { Upload, World } from "./world.ts";

const GET_FILE_BYTES_MAX = 20 * 1024 * 1024;
const PATH = /^\/file\/bot([^/]*)\/(.+)$/;

const sizeOf = ({ file }: Upload): number => file.statedBytes ?? file.bytes.length;

/** Keeps a file; returns the document object of a message. */
function keepFile(world: World, file: HeldFile): Readonly<Record<string, unknown>> {
  const number = world.uploads.size + 1;
  const fileId = `BQACAgIAAxkBAAE${String(number).padStart(8, "0")}`;
  const ending = /\.\w+$/.exec(file.name)?.[0] ?? "";
  const upload = { file, path: `documents/file_${number}${ending}`, isAsked: false, isGone: false };
  world.uploads.set(fileId, upload);
  return {
    file_id: fileId,
    file_unique_id: `AgAD${number}`,
    file_name: file.name,
    file_size: sizeOf(upload),
    ...(file.contentType === undefined ? {} : { mime_type: file.contentType }),
  };
}

/** What a document or a photo has in place of a text. */
export function toContent(
  world: World,
  caption: string,
  { file, isPhoto = false }: { readonly file?: HeldFile; readonly isPhoto?: boolean },
): Readonly<Record<string, unknown>> {
  if (file === undefined) return {};
  const document = keepFile(world, file);
  const content = isPhoto ? { photo: [{ ...document, width: 90, height: 90 }] } : { document };
  return { text: undefined, entities: undefined, ...content, ...(caption === "" ? {} : { caption }) };
}

export function getFile(world: World, fileId: unknown): Readonly<Record<string, unknown>> {
  const upload = world.uploads.get(String(fileId));
  if (upload === undefined) throw badRequest("invalid file_id");
  if (upload.isGone) throw badRequest("wrong file_id or the file is temporarily unavailable");
  if (sizeOf(upload) > GET_FILE_BYTES_MAX) throw badRequest("file is too big");
  upload.isAsked = true;
  return { file_id: fileId, file_unique_id: "AgAD", file_size: sizeOf(upload), file_path: upload.path };
}

export function createFileServer(token: string, findUpload: (path: string) => Upload | undefined) {
  let fault: FileFault | null = null;

  return {
    /** The next file fetched is not given; null takes the order back. */
    fail(next: FileFault | null): void {
      fault = next;
    },
    /** False when it is no address of a file. */
    handle(request: IncomingMessage, response: ServerResponse): boolean {
      const [, given, path = ""] = PATH.exec(decodeURIComponent((request.url ?? "/").split("?")[0] ?? "")) ?? [];
      if (given === undefined) return false;
      const upload = findUpload(path);
      const ordered = fault;
      fault = null;
      response.on("error", () => undefined);
      const refuse = (code: number, description: string): void => {
        response.writeHead(code, { "content-type": "application/json" });
        response.end(JSON.stringify({ ok: false, error_code: code, description }));
      };
      if (ordered === "hang") return true;
      if (ordered === "reset") response.socket?.destroy();
      else if (given !== token) refuse(401, "Unauthorized");
      else if (upload?.isAsked !== true || upload.isGone || ordered === "gone") refuse(404, "Not Found");
      else {
        response.writeHead(200, { "content-type": "application/octet-stream" });
        if (ordered === "endless") sendEndlessly(response);
        else response.end(upload.file.bytes);
      }
      return true;
    },
  };
}
