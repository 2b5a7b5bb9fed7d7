/** How pages say what they are about: a room's words for verdicts, winners, announcements and theses, as patterns. */

import { z } from "zod";
import { oneOf, toAnyPattern } from "./word-pattern.ts";

const list = z.array(z.string().min(1)).readonly().default([]);

/** Regular expressions, but for best, house and single, which are words in lower case. */
export const pointsSchema = z.strictObject({
  /** What a fact check found: "we rate this claim". */
  verdicts: list,
  /** In a headline or heading that seeks the best of its kind: "best"; and how a sentence names it: "is our top pick". */
  best: list,
  picks: list,
  /** A headline over a review, and how its last part says what it comes to: "is easily the best of its kind". */
  reviews: list,
  conclusions: list,
  /** How a house says what is new: "we are glad to introduce"; by which words it means itself, and a person himself. */
  announcing: list,
  house: list,
  single: list,
  /** A headline over steps: "how to". */
  guides: list,
  /** What a headline counts when the page is a list of it: "ways", "trends"; up to four words may stand before it. */
  listed: list,
  /** How writers open what they want to say: "the bottom line is". */
  theses: list,
});

export interface PointPhrases {
  readonly verdict: RegExp;
  readonly best: RegExp;
  readonly pick: RegExp;
  readonly review: RegExp;
  readonly conclusion: RegExp;
  readonly announcing: RegExp;
  readonly house: ReadonlySet<string>;
  readonly single: ReadonlySet<string>;
  readonly thesis: RegExp;
  readonly guide: RegExp;
  /** Its group "count" is how many. */
  readonly listed: RegExp;
}

export const toPoints = (raw: z.infer<typeof pointsSchema>): PointPhrases => ({
  verdict: toAnyPattern(raw.verdicts),
  best: new RegExp(`(?<![\\p{L}\\p{N}])${oneOf(raw.best)}(?![\\p{L}\\p{N}])`, "iu"),
  pick: toAnyPattern(raw.picks),
  review: toAnyPattern(raw.reviews),
  conclusion: toAnyPattern(raw.conclusions),
  announcing: toAnyPattern(raw.announcing),
  house: new Set(raw.house),
  single: new Set(raw.single),
  thesis: toAnyPattern(raw.theses),
  guide: toAnyPattern(raw.guides),
  listed: new RegExp(
    `(?<![\\p{L}\\p{N}.,$€£])(?<count>\\d{1,2}) (?:[\\p{L}\\p{N}&’'-]+ ){0,4}?${oneOf(raw.listed)}(?![\\p{L}\\p{N}])`,
    "iu",
  ),
});
