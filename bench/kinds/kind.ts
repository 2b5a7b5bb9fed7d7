/** What a kind of input is: how one is made at random, and what is wrong with what came of it. */

import type { Random } from "./words.ts";

export interface Kind {
  readonly name: string;
  /** Resolves with null when the rule of the kind held, else with what came. */
  readonly tryOne: (random: Random) => Promise<string | null>;
}
