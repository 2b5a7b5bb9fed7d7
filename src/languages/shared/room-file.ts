/** Reads a data file of a language's room and checks its shape. */

import { existsSync, readFileSync } from "node:fs";
import type { z } from "zod";

/** The file `name` of the room `tag`. Throws when it is missing or not of the schema's shape. */
export function readRoomFile<Shape>(tag: string, name: string, schema: z.ZodType<Shape>): Shape {
  const url = new URL(`../${tag}/${name}`, import.meta.url);
  return schema.parse(JSON.parse(readFileSync(url, "utf8")));
}

/** The same for a file that a room may do without: then everything in it is left out. */
export function readRoomFileIfAny<Shape>(tag: string, name: string, schema: z.ZodType<Shape>): Shape {
  return existsSync(new URL(`../${tag}/${name}`, import.meta.url)) ? readRoomFile(tag, name, schema) : schema.parse({});
}
