/** One JSON document a line in, one line out, in order; a bad line gives an error line and the run goes on. */

import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { z } from "zod";
import { toMessage } from "../domain/errors.ts";

const LINE_LENGTH_MAX = 32 * 1024 * 1024;

const ID = z.union([z.string(), z.number()]);
const WITH_ID = z.object({ id: ID });

/** "text: expected string" and so on, for people. */
function toSentence(error: z.ZodError): string {
  return error.issues.map((issue) => `${issue.path.join(".") || "line"}: ${issue.message}`).join("; ");
}

function findId(value: unknown): string | number | null {
  const read = WITH_ID.safeParse(value);
  return read.success ? read.data.id : null;
}

async function write(output: Writable, line: string): Promise<void> {
  if (!output.write(`${line}\n`)) await new Promise<void>((resolve) => output.once("drain", resolve));
}

/**
 * Resolves with how many lines failed. Blank lines are passed over.
 * The answer of `handle` is written after the id.
 */
export async function runJsonLines<T extends { readonly id: string | number }>(options: {
  readonly input: Readable;
  readonly output: Writable;
  readonly schema: z.ZodType<T>;
  readonly handle: (document: T) => Promise<Readonly<Record<string, unknown>>>;
}): Promise<number> {
  let failedCount = 0;
  for await (const line of createInterface({ input: options.input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === "") continue;
    let id: string | number | null = null;
    try {
      if (line.length > LINE_LENGTH_MAX)
        throw new Error(`The line has ${line.length} characters; at most ${LINE_LENGTH_MAX} are read.`);
      const value: unknown = JSON.parse(line);
      id = findId(value);
      const document = options.schema.safeParse(value);
      if (!document.success) throw new Error(toSentence(document.error));
      const answer = await options.handle(document.data);
      await write(options.output, JSON.stringify({ id: document.data.id, ...answer }));
    } catch (error) {
      failedCount += 1;
      await write(options.output, JSON.stringify({ id, error: toMessage(error) }));
    }
  }
  return failedCount;
}

export const DOCUMENT_ID = ID;
