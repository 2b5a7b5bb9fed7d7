/** Reads a data file of a language's room and checks its shape; what is wrong is told with the file's name. */

import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";

/** A word as rooms list them. */
export const lowerWord = z
  .string()
  .min(1)
  .refine((word) => !/[\p{Lu}\p{Lt}]/u.test(word), {
    error: ({ input }) => `"${input}" has a capital; words are in lower case`,
  });

/** What is wrong at one place: "reporting.say.0: …". */
function toLine(issue: z.core.$ZodIssue): string {
  const place = issue.path.join(".");
  if (issue.code === "unrecognized_keys") {
    const names = issue.keys.map((key) => `“${[...issue.path, key].join(".")}”`);
    return names.length === 1 ? `no list is called ${names[0]}` : `no lists are called ${names.join(", ")}`;
  }
  // Of a name that may not be one, the reason is inside.
  const message = issue.code === "invalid_key" ? (issue.issues[0]?.message ?? issue.message) : issue.message;
  return place === "" ? message : `${place}: ${message}`;
}

/** What `text` holds, as the schema has it. Throws an error that names `path` and each thing that is wrong. */
export function parseRoomFile<Shape>(path: string, text: string, schema: z.ZodType<Shape>): Shape {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (cause) {
    throw new Error(`${path}: ${cause instanceof Error ? cause.message : "no JSON"}`, { cause });
  }
  const { data: shape, error } = schema.safeParse(data);
  if (error !== undefined) throw new Error(`${path}: ${error.issues.map(toLine).join("; ")}`, { cause: error });
  return shape;
}

/** The file `name` of the room `tag`. Throws when it is missing or not of the schema's shape. */
export function readRoomFile<Shape>(tag: string, name: string, schema: z.ZodType<Shape>): Shape {
  const text = readFileSync(new URL(`../${tag}/${name}`, import.meta.url), "utf8");
  return parseRoomFile(`src/languages/${tag}/${name}`, text, schema);
}

/** The same for a file that a room may do without: then everything in it is left out. */
export function readRoomFileIfAny<Shape>(tag: string, name: string, schema: z.ZodType<Shape>): Shape {
  return existsSync(new URL(`../${tag}/${name}`, import.meta.url)) ? readRoomFile(tag, name, schema) : schema.parse({});
}
