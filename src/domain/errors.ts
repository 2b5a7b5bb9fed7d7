/** The two kinds of error that are ours: one a person reads, and one that says a rule of the program was broken. */

import type { Wording } from "./say.ts";

export type UserErrorCode = "bad-option" | "not-found" | "forbidden" | "limit" | "unavailable";

/**
 * A sentence for the person in the chat; everything else they see is "something went wrong". It is worded where the
 * reader's language is known: until then `message` is only its code, unless the sentence is given as it stands.
 */
export class UserError extends Error {
  readonly code: UserErrorCode;
  readonly wording: Wording;
  constructor(code: UserErrorCode, wording: string | Wording, options?: ErrorOptions) {
    super(typeof wording === "string" ? wording : code, options);
    this.name = "UserError";
    this.code = code;
    this.wording = typeof wording === "string" ? () => wording : wording;
  }
}

/** Throws when a rule of this program is broken. Name the rule, not the condition. */
export function assert(condition: unknown, rule: string): asserts condition {
  if (!condition) throw new Error(`Broken rule: ${rule}`);
}

/** The message of anything thrown, for logs and for the error kept with a feed. */
export function toMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
