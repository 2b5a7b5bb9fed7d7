/** A whole number within bounds. */

import { UserError } from "../../domain/errors.ts";
import type { OptionDraft } from "../../domain/option.ts";
import { countWord } from "./count-parts.ts";

export interface IntegerSettings {
  readonly description?: string;
  readonly min: number;
  readonly max: number;
}

export const integer = ({ min, max, ...settings }: IntegerSettings): OptionDraft<number> => ({
  ...settings,
  field: { type: "integer", min, max },
  complete: null,
  countParts: countWord,
  read(raw, name) {
    const typed = String(raw).trim();
    const value = /^[+-]?\d{1,9}$/.test(typed) ? Number(typed) : Number.NaN;
    if (value >= min && value <= max) return value;
    throw new UserError("bad-option", (say) => say("option.notInRange", { option: name, min, max }));
  },
});
