/** Faults of the database itself, such as a full disk: they say nothing of what was to be written. */

import type { LogEvent } from "kysely";
import { toMessage } from "../../domain/errors.ts";

/** It cannot be written until somebody mends something: no space, no right, a broken disk. */
const UNWRITABLE = /^(?:SQLITE_(?:FULL|IOERR|READONLY|CORRUPT|CANTOPEN)|53100$|25006$|58030$)/;
/** The like, and what passes by itself: locked, restarted, too many connections, a deadlock. */
const PASSING = /^(?:SQLITE_(?:BUSY|LOCKED|NOMEM|PROTOCOL)|08|40|53|57|58)/;
/** The driver of PostgreSQL gives these no code. */
const CUT =
  /^(?:Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

function findCode(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}

/** True for what is done again once the database works: it is no failure of an article or a post. */
export function isDatabaseFault(error: unknown): boolean {
  const code = findCode(error);
  const isOurs = code.startsWith("SQLITE_") || /^[0-9A-Z]{5}$/.test(code);
  return (isOurs && (UNWRITABLE.test(code) || PASSING.test(code))) || CUT.test(toMessage(error));
}

/** What may be told of a fault where its words may quote what was to be written. */
export const toFaultCode = (error: unknown): string =>
  findCode(error) || (error instanceof Error ? error.name : "unknown");

/** Another row has what must be one row's alone. */
export const isTaken = (error: unknown): boolean => /^(?:23505|SQLITE_CONSTRAINT_UNIQUE)$/.test(findCode(error));

export interface WriteWatch {
  /** Told of every statement, by kysely. */
  note(event: LogEvent): void;
  /** Why the last write failed that did; null since one has worked again. */
  trouble(): string | null;
  forget(): void;
}

/** Remembers that the database could not be written. */
export function createWriteWatch(): WriteWatch {
  let trouble: string | null = null;
  return {
    note(event) {
      if (event.level === "error" && UNWRITABLE.test(findCode(event.error))) trouble = toMessage(event.error);
    },
    trouble: () => trouble,
    forget() {
      trouble = null;
    },
  };
}
