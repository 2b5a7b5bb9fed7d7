/** Numbers the utterances: fragments of one (“…,” he said. “…”) share a number. */

import type { ReadText } from "../reading/read-text.ts";
import type { Choice } from "./choose-speakers.ts";

/** One number a choice. Fragments belong together when one mention speaks both and nothing but its words stands between. */
export function groupFragments(read: ReadText, choices: readonly Choice[]): readonly number[] {
  let group = -1;
  let last: Choice | null = null;
  return choices.map((choice) => {
    const isClosed = read.stretches[last?.view.quote ?? -1]?.isClosed ?? true;
    const near =
      last !== null &&
      (choice.view.paragraph === last.view.paragraph ||
        (!isClosed && choice.view.paragraph === last.view.paragraph + 1));
    const isSame = near && choice.mention >= 0 && choice.mention === last?.mention;
    if (!isSame) group++;
    last = choice;
    return group;
  });
}
