/** What the schedule remembers of a feed beyond its state's own fields; opaque to the store. */

import { z } from "zod";

const time = z.number().nullable().default(null).catch(null);
const text = z.string().nullable().default(null).catch(null);
const numbers = z.array(z.number()).readonly().default([]).catch([]);

const MEMORY = z.object({
  /** Half the usual gap between entries. */
  rhythmMs: time,
  /** The gap between news as it was met; for feeds without dates. */
  arrivalMs: time,
  /** Answers in a row that brought no news. */
  quietCount: z.number().default(0).catch(0),
  /** A large document without validators: it is sent whole each time. */
  isHeavy: z.boolean().default(false).catch(false),
  /** The feed's own `ttl` or update period. */
  ttlMs: time,
  skipHours: numbers,
  skipDays: numbers,
  hubUrl: text,
  /** The outlet's own picture. */
  pictureUrl: text,
  selfUrl: text,
  /** When the first of the failures in a row happened, the newest included; null after a success. */
  failingSince: time,
  /** When the server first said 410, while it goes on saying so. */
  goneAt: time,
  /** When the document is to be read again though it has not changed: a page behind it is awaited. */
  lookAt: time,
  /** When the whole feed was last sent, rather than "not modified". */
  wholeAt: time,
  /** When a site that is read from its page was last looked at for a feed. */
  soughtAt: time,
  /** A permanent redirect not proven yet. */
  move: z.object({ url: z.string(), count: z.number(), since: z.number() }).nullable().default(null).catch(null),
  movedTo: text,
  /** Addresses it was moved away from, oldest first. */
  movedFrom: z.array(z.string()).readonly().default([]).catch([]),
});

export type Memory = Readonly<z.infer<typeof MEMORY>>;

/** Whatever is missing or was written by another version gets its default. */
export function readMemory(stored: Readonly<Record<string, unknown>>): Memory {
  return MEMORY.parse(stored);
}
