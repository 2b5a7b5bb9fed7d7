/** How pages say, a few sentences on, that what they told was an exercise, a scene that was shot, a game, a dream. */

import { z } from "zod";
import { readRoomFileIfAny } from "./room-file.ts";
import { type Finder, toGroupedFinder } from "./word-pattern.ts";

const list = z.array(z.string().min(1)).readonly();

const stagedSchema = z.strictObject({
  kinds: z
    .array(
      z.strictObject({
        /** Regular expressions, in lower case, of a sentence that says that what stands before it was of this kind. */
        told: list,
        /** Where one of these stands before it, the page has said so already: it is news of an exercise. */
        known: list,
        /** One of these must stand behind it, too: "Then she woke up." may be told of an accident. */
        isSureWithKnown: z.boolean().default(false),
      }),
    )
    .readonly()
    .default([]),
});

/** One kind of what is told as if it had happened. */
export interface StagedKind {
  readonly told: Finder;
  readonly known: Finder;
  readonly isSureWithKnown: boolean;
}

/** None for a language that has no staged.json. */
export const readStaged = (tag: string): readonly StagedKind[] =>
  readRoomFileIfAny(tag, "staged.json", stagedSchema).kinds.map(({ told, known, isSureWithKnown }) => ({
    told: toGroupedFinder(told),
    known: toGroupedFinder(known),
    isSureWithKnown,
  }));
