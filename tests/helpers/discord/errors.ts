/** Discord's errors as it words them, and the form it gives to refused fields. */

import type { Json } from "./store.ts";

export class ApiError extends Error {
  readonly status: number;
  readonly body: Json;
  readonly headers: Readonly<Record<string, string>>;
  constructor(status: number, body: Json, headers: Readonly<Record<string, string>> = {}) {
    super(JSON.stringify(body));
    this.status = status;
    this.body = body;
    this.headers = headers;
  }
}

const KNOWN: Readonly<Record<number, readonly [number, string]>> = {
  0: [401, "401: Unauthorized"],
  10003: [404, "Unknown Channel"],
  10004: [404, "Unknown Guild"],
  10008: [404, "Unknown Message"],
  10015: [404, "Unknown Webhook"],
  10062: [404, "Unknown interaction"],
  30007: [400, "Maximum number of webhooks reached (15)"],
  40033: [400, "This message has already been crossposted"],
  40060: [400, "Interaction has already been acknowledged."],
  40067: [400, "A tag is required to create a forum post in this channel"],
  50001: [403, "Missing Access"],
  50005: [403, "Cannot edit a message authored by another user"],
  50006: [400, "Cannot send an empty message"],
  50007: [403, "Cannot send messages to this user"],
  50008: [400, "Cannot send messages in a non-text channel"],
  50013: [403, "Missing Permissions"],
  50024: [400, "Cannot execute action on this channel type"],
  50027: [401, "Invalid Webhook Token"],
  50083: [400, "Thread is archived"],
  160005: [400, "Thread is locked"],
  50109: [400, "The request body contains invalid JSON."],
  160004: [400, "A thread has already been created for this message"],
};

export function apiError(code: number): ApiError {
  const [status, message] = KNOWN[code] ?? [400, "Unknown error"];
  return new ApiError(status, { message, code });
}

interface FormNode {
  [key: string]: FormNode | { readonly code: string; readonly message: string }[];
}

/** Gathers refused fields; `throwIfAny` answers with 50035 as Discord does. */
export function createForm() {
  const errors: FormNode = {};
  let count = 0;
  return {
    add(path: readonly (string | number)[], code: string, message: string): void {
      let node = errors;
      for (const key of path) {
        const next = node[String(key)];
        const child = next === undefined || Array.isArray(next) ? {} : next;
        node[String(key)] = child;
        node = child;
      }
      const list = node["_errors"];
      node["_errors"] = [...(Array.isArray(list) ? list : []), { code, message }];
      count += 1;
    },
    throwIfAny(): void {
      if (count > 0) {
        throw new ApiError(400, { message: "Invalid Form Body", code: 50035, errors: errors as unknown as Json });
      }
    },
  };
}

export type Form = ReturnType<typeof createForm>;
