/** What is typed like an option and is none: told, not looked for as a word. */

import { UserError } from "../domain/errors.ts";
import { isSlip } from "./near-names.ts";
import { listStrayOptions } from "./typed-command.ts";
import { IN_MARKS } from "./written.ts";

/** What may stand in a wish for words: `ferry author:moor in:title`. */
export const FIELDS: ReadonlySet<string> = new Set(["in", "author", "category"]);
const NO_FIELDS: ReadonlySet<string> = new Set();

const LETTERS_MIN = 3;
/** What other searches take, and this bot's do not: nobody looks for "page:2" as a word. */
const TAKEN_ELSEWHERE: ReadonlySet<string> = new Set(
  "page sort order limit count from site source date before after lang days".split(" "),
);

export interface Expected {
  /** The command whose help lists what there is. */
  readonly command: string;
  readonly options: readonly string[];
  /** False where they are another command's. */
  readonly areOwn?: boolean;
  /** Names that words may have before them. */
  readonly fields?: ReadonlySet<string>;
}

/** `words:ferry lang:de`: an option nearly named right is no word of a phrase. In marks it is one. */
export function refuseMisspelt(
  text: string | undefined,
  { command, options, areOwn = true, fields = NO_FIELDS }: Expected,
): void {
  for (const stray of listStrayOptions((text ?? "").replace(IN_MARKS, " "))) {
    if (fields.has(stray)) continue;
    // Typed lines have them parted off: somebody fills in fields.
    if (areOwn && options.includes(stray)) {
      throw new UserError("bad-option", (say) => say("option.ownField", { option: stray }));
    }
    if (stray.length < LETTERS_MIN) continue;
    const isNear = (name: string): boolean =>
      name.startsWith(stray) || (name.length >= LETTERS_MIN && stray.startsWith(name)) || isSlip(stray, name);
    if (TAKEN_ELSEWHERE.has(stray) || options.some(isNear)) throw toUnknownOption(stray, command);
  }
}

export const toUnknownOption = (option: string, commandName: string): UserError =>
  new UserError("bad-option", (say) => say("option.unknown", { option, command: `/help ${commandName}` }));
