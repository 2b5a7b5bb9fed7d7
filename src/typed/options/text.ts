/** A text of any kind; the kinds that read, complete or end in their own way are made of it. */

import { UserError } from "../../domain/errors.ts";
import { type OptionDraft, TEXT_LENGTH_MAX } from "../../domain/option.ts";
import { countText } from "./count-parts.ts";

export interface TextSettings {
  readonly description?: string;
  /** UTF-16 units. */
  readonly lengthMax?: number;
}

export function text({ lengthMax = TEXT_LENGTH_MAX, ...settings }: TextSettings = {}): OptionDraft<string> {
  return {
    ...settings,
    field: { type: "text", lengthMax },
    complete: null,
    countParts: countText,
    read(raw, name) {
      const typed = String(raw).toWellFormed().trim();
      if (typed.length > lengthMax) {
        throw new UserError("bad-option", (say) =>
          say("option.tooLong", { option: name, max: lengthMax, length: typed.length }),
        );
      }
      return typed;
    },
  };
}
