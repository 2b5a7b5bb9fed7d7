/** A time zone, by its name or that of a place. */

import type { OptionDraft } from "../../domain/option.ts";
import { chooseZone, completeZones } from "../times/time-zone.ts";
import { CHOICES_MAX } from "./complete.ts";
import { countFitting } from "./count-parts.ts";
import { text } from "./text.ts";

export const zone = (): OptionDraft<string> => ({
  ...text({ lengthMax: 64 }),
  countParts: countFitting((typed) => "zone" in chooseZone(typed)),
  complete: async (typed) => completeZones(typed, CHOICES_MAX).map((each) => ({ label: each, value: each })),
});
