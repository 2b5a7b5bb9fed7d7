/** What stands on a page instead of its article, as one language words it: what a room's walls.json may hold. */

import { z } from "zod";
import { readRoomFileIfAny } from "./room-file.ts";

const list = z.array(z.string().min(1)).readonly().default([]);

/** Regular expressions, read in either case. */
const wallsSchema = z.strictObject({
  /** Whole headings and titles of checks, log-ins, errors and the like: "page not found". */
  titles: list,
  /** What such a page tells or asks its visitors, anywhere in a line. */
  lines: list,
  /** The parts of a box that asks leave to store and use data; two of them in a line make it one. */
  consent: list,
});

export type Walls = z.infer<typeof wallsSchema>;

/** Empty lists for a language that has no walls.json. */
export const readWalls = (tag: string): Walls => readRoomFileIfAny(tag, "walls.json", wallsSchema);
