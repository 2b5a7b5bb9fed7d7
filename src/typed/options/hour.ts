/** A time of day in any of the ways people write one; it ends where a time does. */

import type { OptionDraft } from "../../domain/option.ts";
import { findLocalTime } from "../times/hours.ts";
import { countFitting } from "./count-parts.ts";
import { text } from "./text.ts";

export const hour = (): OptionDraft<string> => ({
  ...text({ lengthMax: 20 }),
  countParts: countFitting((typed) => findLocalTime(typed) !== null),
});
