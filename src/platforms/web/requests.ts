/** What the page may send, checked before anything is done with it. */

import { z } from "zod";
import { TYPED_LENGTH_MAX } from "../../domain/typed-command.ts";
import { DEFAULT_ROOM, ROOM_PATTERN } from "./rooms.ts";

const room = z.string().regex(ROOM_PATTERN).default(DEFAULT_ROOM);
/** The browser tab; programs that only ask need none. */
const client = z
  .string()
  .regex(/^[a-z0-9-]{1,40}$/)
  .default("anyone");
const buttonId = z.string().refine((text) => text.length > 0 && Buffer.byteLength(text) <= 64);

export const commandSchema = z.object({ room, client, text: z.string().trim().min(1).max(TYPED_LENGTH_MAX) });
export const pressSchema = z.object({ room, client, buttonId, label: z.string().min(1).max(100).default("(button)") });
export const suggestSchema = z.object({ room, line: z.string().max(TYPED_LENGTH_MAX) });
export const watchSchema = z.object({ room, client });
