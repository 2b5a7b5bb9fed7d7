/** Reads the parameters of a Bot API call from JSON, a form or a multipart body, as the server takes them. */

import type { IncomingMessage } from "node:http";
import { lookAtPicture } from "../../../src/net/picture-bytes.ts";

const BODY_BYTES_MAX = 50 * 1024 * 1024;

export type Params = Readonly<Record<string, unknown>>;

async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = chunk as Buffer;
    size += bytes.length;
    if (size > BODY_BYTES_MAX) throw new Error("The body is too large.");
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

/** Values in forms are text: numbers and objects are JSON in it. */
function readFormValue(text: string): unknown {
  if (!/^(?:-?\d{1,15}|true|false|[[{].*)$/s.test(text)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** A file sent along; a picture with its bytes. */
const toUpload = (fileName: string, bytes: Buffer): object =>
  lookAtPicture(bytes) === null ? { fileName, text: bytes.toString("utf8") } : { fileName, text: "", bytes };

function readMultipart(bytes: Buffer, boundary: string): Params {
  const params: Record<string, unknown> = {};
  for (const part of bytes.toString("latin1").split(`--${boundary}`)) {
    const gap = part.indexOf("\r\n\r\n");
    if (gap === -1) continue;
    const head = part.slice(0, gap);
    const content = Buffer.from(part.slice(gap + 4).replace(/\r\n$/, ""), "latin1");
    const body = content.toString("utf8");
    const name = /name="([^"]*)"/.exec(head)?.[1];
    const fileName = /filename="([^"]*)"/.exec(head)?.[1];
    if (name === undefined) continue;
    params[name] = fileName === undefined ? readFormValue(body) : toUpload(fileName, content);
  }
  // Telegraf names the method in forms too, which the server passes over.
  delete params["method"];
  // A file is sent as a part of its own and referred to by name.
  for (const [name, value] of Object.entries(params)) {
    const attached = typeof value === "string" ? /^attach:\/\/(.+)$/.exec(value)?.[1] : undefined;
    if (attached !== undefined) {
      params[name] = params[attached];
      delete params[attached];
    }
  }
  return params;
}

export async function readParams(request: IncomingMessage, url: URL): Promise<Params> {
  const bytes = await readBytes(request);
  const type = request.headers["content-type"] ?? "";
  const query = Object.fromEntries([...url.searchParams].map(([name, value]) => [name, readFormValue(value)]));
  if (bytes.length === 0) return query;
  if (type.startsWith("application/json")) return { ...query, ...(JSON.parse(bytes.toString("utf8")) as Params) };
  const boundary = /boundary="?([^";]+)"?/.exec(type)?.[1];
  if (boundary !== undefined) return { ...query, ...readMultipart(bytes, boundary) };
  const form = new URLSearchParams(bytes.toString("utf8"));
  return { ...query, ...Object.fromEntries([...form].map(([name, value]) => [name, readFormValue(value)])) };
}
