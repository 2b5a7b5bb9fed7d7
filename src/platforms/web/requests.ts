/** What the page may send, checked before anything is done with it. */

import { z } from "zod";
import { FILE_BYTES_MAX } from "../../domain/sent-file.ts";
import { TYPED_LENGTH_MAX } from "../../typed/typed-command.ts";
import { BODY_BYTES_MAX } from "./guard.ts";
import { DEFAULT_ROOM, ROOM_PATTERN } from "./rooms.ts";

const room = z.string().regex(ROOM_PATTERN).default(DEFAULT_ROOM);
/** The browser; programs that only ask need none. */
const client = z
  .string()
  .regex(/^[a-z0-9-]{1,40}$/)
  .default("anyone");
const buttonId = z.string().refine((text) => text.length > 0 && Buffer.byteLength(text) <= 64);

const BASE64_LENGTH_MAX = Math.ceil(FILE_BYTES_MAX / 3) * 4;
/** A command may bring a file. */
export const COMMAND_BYTES_MAX = BODY_BYTES_MAX + BASE64_LENGTH_MAX;
const file = z.object({
  name: z.string().max(255),
  type: z.string().max(200),
  size: z.number().int().min(0),
  /** Null where the page kept back what is too large anyway. */
  base64: z.base64().max(BASE64_LENGTH_MAX).nullable(),
});
export type PageFile = z.infer<typeof file>;

export const commandSchema = z.object({
  room,
  client,
  text: z.string().trim().min(1).max(TYPED_LENGTH_MAX),
  file: file.nullable().default(null),
});
export const pressSchema = z.object({ room, client, buttonId, label: z.string().min(1).max(100).default("(button)") });
export const suggestSchema = z.object({ room, line: z.string().max(TYPED_LENGTH_MAX) });
export const watchSchema = z.object({ room, client });
/** A delivery that was given up, to be tried again. */
export const retrySchema = z.object({ delivery: z.number().int().min(1).max(Number.MAX_SAFE_INTEGER) });
