/** Discord's file server in the emulator: gives what people attached, under signed addresses, to anyone who has one. */

import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { sendEndlessly } from "../news-server.ts";
import type { FileFault, HeldFile } from "../sent-file.ts";
import { createId, type JsonObject } from "./store.ts";

const PATH = /^\/(?:ephemeral-)?attachments\/\d+\/(\d+)\/[^/]+$/;
const VALID_S = 24 * 60 * 60;

export interface FileRequest {
  readonly url: string;
  readonly authorization: string | null;
}

export function createAttachments() {
  const files = new Map<string, { readonly file: HeldFile; readonly address: string }>();
  const hanging = new Set<ServerResponse>();
  const requests: FileRequest[] = [];
  let fault: FileFault | null = null;

  return {
    requests: requests as readonly FileRequest[],
    /** The next file asked for is not given; null takes the order back. */
    fail(next: FileFault | null): void {
      fault = next;
    },
    /** The attachment object of an interaction. */
    keep(file: HeldFile, origin: string, channelId: string): JsonObject & { readonly id: string } {
      const id = createId();
      const now = Math.floor(Date.now() / 1000);
      const query = new URLSearchParams({
        ex: (now + VALID_S).toString(16),
        is: now.toString(16),
        hm: randomBytes(32).toString("hex"),
      });
      // Discord keeps letters, digits and a few signs of a name.
      const filename = file.name.replace(/[^\w.-]+/g, "_");
      const address = `/ephemeral-attachments/${channelId}/${id}/${filename}?${query}&`;
      files.set(id, { file, address });
      return {
        id,
        filename,
        size: file.statedBytes ?? file.bytes.length,
        url: `${origin}${address}`,
        proxy_url: `${origin}${address}`,
        ephemeral: true,
        ...(file.contentType === undefined ? {} : { content_type: file.contentType }),
      };
    },
    /** False when it is no address of a file. */
    handle(request: IncomingMessage, response: ServerResponse): boolean {
      const url = request.url ?? "/";
      const id = PATH.exec(url.split("?")[0] ?? "")?.[1];
      if (id === undefined || request.method !== "GET") return false;
      requests.push({ url, authorization: request.headers.authorization ?? null });
      const found = files.get(id);
      const ordered = fault;
      fault = null;
      response.on("error", () => undefined);
      if (ordered === "hang") hanging.add(response);
      else if (ordered === "reset") response.socket?.destroy();
      else if (found === undefined || found.address !== url || ordered === "gone") {
        // Without its whole signature an address is nothing.
        response.writeHead(404, { "content-type": "text/plain" }).end("This content is no longer available.");
      } else {
        response.writeHead(200, { "content-type": found.file.contentType ?? "application/octet-stream" });
        if (ordered === "endless") sendEndlessly(response);
        else response.end(found.file.bytes);
      }
      return true;
    },
    close(): void {
      for (const response of hanging) response.socket?.destroy();
    },
  };
}

export type Attachments = ReturnType<typeof createAttachments>;
