/** Yes or no, in any language the bot speaks: none of its words means the other in another. */

import { UserError } from "../../domain/errors.ts";
import type { OptionDraft } from "../../domain/option.ts";
import { LANGUAGES } from "../../messages/languages.ts";
import { sayIn } from "../../messages/say.ts";
import { countWord } from "./count-parts.ts";

const YES_WORDS: ReadonlySet<string> = new Set([
  "true",
  "on",
  "1",
  ...LANGUAGES.map((each) => sayIn(each)("word.yes")),
]);
const NO_WORDS: ReadonlySet<string> = new Set([
  "false",
  "off",
  "0",
  ...LANGUAGES.map((each) => sayIn(each)("word.no")),
]);

export const boolean = (settings: { readonly description?: string } = {}): OptionDraft<boolean> => ({
  ...settings,
  field: { type: "boolean" },
  complete: null,
  countParts: countWord,
  read(raw, name) {
    const typed = String(raw).trim().toLowerCase();
    if (YES_WORDS.has(typed)) return true;
    if (NO_WORDS.has(typed)) return false;
    throw new UserError("bad-option", (say) => say("option.notYesOrNo", { option: name }));
  },
});
