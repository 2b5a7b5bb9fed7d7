/** Two times of day, or none: `22:00-07:00`, `off`. */

import type { OptionDraft } from "../../domain/option.ts";
import { isNone } from "../none.ts";
import { findStretch } from "../times/hours.ts";
import { countFitting } from "./count-parts.ts";
import { text } from "./text.ts";

export const hours = (): OptionDraft<string> => ({
  ...text({ lengthMax: 40 }),
  countParts: countFitting((typed) => isNone(typed) || findStretch(typed) !== null),
});
