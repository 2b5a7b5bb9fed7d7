/** A file sent along with the command; it cannot be typed. At most one of a command. */

import { UserError } from "../../domain/errors.ts";
import type { OptionDraft } from "../../domain/option.ts";
import type { SentFile } from "../../domain/sent-file.ts";
import { countWord } from "./count-parts.ts";

export const file = (settings: { readonly description?: string } = {}): OptionDraft<SentFile> => ({
  ...settings,
  field: { type: "file" },
  complete: null,
  countParts: countWord,
  read(raw, name) {
    if (typeof raw === "object") return raw;
    throw new UserError("bad-option", (say) => say("option.notAFile", { option: name }));
  },
});
