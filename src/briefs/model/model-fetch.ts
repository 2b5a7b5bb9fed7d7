/** How the model's server is asked: its whole answer within a time and a size, which the client itself holds to its first line only. */

import { withTimeLimit } from "../../domain/limits/time-limit.ts";

/** Longer than any answer asked for, however it is wrapped. */
const BYTES_MAX = 1_000_000;

async function readBody(response: Response): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of response.body ?? []) {
    length += part.length;
    // Leaving the loop lets go of the connection.
    if (length > BYTES_MAX) throw new Error("The model's answer is too long.");
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** As `fetch`, with an answer that has come as a whole. */
export const createModelFetch =
  (timeoutMs: number): typeof fetch =>
  (input, init) =>
    withTimeLimit(timeoutMs, init?.signal ?? null, async (signal) => {
      const response = await fetch(input, { ...init, signal });
      const body = await readBody(response);
      const { status, statusText, headers } = response;
      return new Response(body.length === 0 ? null : body, { status, statusText, headers });
    });
