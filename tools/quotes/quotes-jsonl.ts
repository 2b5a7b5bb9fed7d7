/** Reads `{id, text, language?}` lines and prints `{id, quotes}` lines: `node --import tsx tools/quotes/quotes-jsonl.ts < in.jsonl`. */

import { createInterface } from "node:readline";
import { z } from "zod";
import { findQuotes } from "../../src/quotes/find-quotes.ts";

const lineSchema = z.object({ id: z.unknown(), text: z.string(), language: z.string().default("en") });

for await (const line of createInterface({ input: process.stdin })) {
  if (line.trim() === "") continue;
  const { id, text, language } = lineSchema.parse(JSON.parse(line));
  console.log(JSON.stringify({ id, quotes: findQuotes(text, { language }) }));
}
